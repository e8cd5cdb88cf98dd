// What a plan of breakout groups searches for, so that the page that asks for it can search by itself, in a worker.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/breakout_plan.hpp"
#include "core/fields.hpp"
#include "core/grouping.hpp"
#include "core/ids.hpp"
#include "core/names.hpp"
#include "core/state.hpp"

namespace roundtable::view {

struct GroupingTaskModel {
  core::BreakoutMode mode = core::BreakoutMode::balanced;
  std::uint32_t seed = 0;              // 0: none was asked for
  std::vector<core::PersonId> people;  // by the problem's index
  core::GroupingProblem problem;
  std::vector<core::GroupId> groups;  // of a rebalance: the problem's groups
  static constexpr auto fields() {
    using T = GroupingTaskModel;
    return core::field_list(core::field<&T::mode>("mode"), core::field<&T::seed>("seed"),
                            core::field<&T::people>("people"), core::field<&T::problem>("problem"),
                            core::field<&T::groups>("groups"));
  }
};

/// Nothing where the plan is refused, where nothing is searched for, and where this viewer does not hold everybody.
std::optional<GroupingTaskModel> grouping_task(const core::State& state, const core::PlanBreakouts& command);

/// What a rebalance of the open groups searches for, `start` being where people sit now.
std::optional<GroupingTaskModel> rebalance_task(const core::State& state);

}  // namespace roundtable::view
