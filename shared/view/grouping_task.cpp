#include "view/grouping_task.hpp"

#include <utility>

#include "core/breakout_rebalance.hpp"
#include "core/command.hpp"
#include "core/limits.hpp"
#include "core/result.hpp"

namespace roundtable::view {

namespace {

bool holds_everybody(const core::State& state) {
  return state.scope == core::Scope::whole ||
         (state.scope == core::Scope::staff && state.roster.people.size() < core::limits::people_held_by_staff);
}

}  // namespace

std::optional<GroupingTaskModel> grouping_task(const core::State& state, const core::PlanBreakouts& command) {
  core::PlanOutline outline;
  if (!holds_everybody(state) || core::outline_plan(state, command, outline) || !outline.needs_search)
    return std::nullopt;
  core::GroupingTask task = core::task_of(state, outline);
  return GroupingTaskModel{
      outline.settings.mode, outline.settings.seed, std::move(task.people), std::move(task.problem), {}};
}

std::optional<GroupingTaskModel> rebalance_task(const core::State& state) {
  if (!holds_everybody(state) || state.breakouts.run.status != core::BreakoutStatus::open) return std::nullopt;
  core::OpenGroups open = core::rebalance_task(state);
  if (open.groups.empty() || open.task.people.empty()) return std::nullopt;
  return GroupingTaskModel{core::BreakoutMode::balanced, state.breakouts.run.settings.seed, std::move(open.task.people),
                           std::move(open.task.problem), std::move(open.groups)};
}

}  // namespace roundtable::view
