#include "view/grouping_task.hpp"

#include <utility>

#include "core/breakout_problem.hpp"
#include "core/limits.hpp"
#include "core/result.hpp"

namespace roundtable::view {

std::optional<GroupingTaskModel> grouping_task(const core::State& state, const core::PlanBreakouts& command) {
  const bool holds_everybody =
      state.scope == core::Scope::whole ||
      (state.scope == core::Scope::staff && state.roster.people.size() < core::limits::people_held_by_staff);
  core::PlanOutline outline;
  if (!holds_everybody || core::outline_plan(state, command, outline) || !outline.needs_search) return std::nullopt;
  core::GroupingTask task = core::task_of(state, outline);
  return GroupingTaskModel{outline.settings.mode, outline.settings.seed, std::move(task.people),
                           std::move(task.problem)};
}

}  // namespace roundtable::view
