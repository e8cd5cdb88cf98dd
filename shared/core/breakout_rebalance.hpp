// Better places in open groups that lost their balance because people left and came,
// by as few moves as can be.
#pragma once

#include <cstddef>
#include <vector>

#include "core/breakout_problem.hpp"
#include "core/ids.hpp"
#include "core/state.hpp"

namespace roundtable::core {

/// The groups at work as a task: first who is here and sits in them, then who is here and sits nowhere.
struct OpenGroups {
  std::vector<GroupId> groups;  // by the problem's index
  GroupingTask task;
  Round now;  // `nobody` for who sits nowhere
  std::size_t sitting = 0;
};
/// At most `most_late` of those who sit nowhere; none where people choose or staff place them.
OpenGroups open_groups(const State& state, std::size_t most_late);
/// The search of a rebalance: where people sit now is where a move is counted from, and hosts stay.
OpenGroups rebalance_task(const State& state);
/// Whoever sits elsewhere in what was found.
std::vector<GroupMove> moves_between(const OpenGroups& open, const Round& found);

}  // namespace roundtable::core
