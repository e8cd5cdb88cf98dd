// From the session's people to the indexes of grouping.hpp and back.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/breakouts.hpp"
#include "core/grouping.hpp"
#include "core/state.hpp"

namespace roundtable::core {

struct GroupingTask {
  GroupingProblem problem;
  std::vector<PersonId> people;                       // by index
  std::vector<std::vector<std::string>> value_names;  // of each attribute, first `diversify`, then `cluster`
};

/// What a group offers: how many places (0: as many as come), and which topic of those that people ranked.
struct GroupPlaces {
  std::uint32_t capacity = 0;
  std::int32_t topic = nobody;
};
/// Topics are known by their title: several groups may have the same.
std::int32_t topic_of(const TopicOffer& offer, const Words& title);
template <class Group>
GroupPlaces places_of(const State& state, const Group& group) {
  return {group.capacity, topic_of(state.breakouts.run.offer, group.title)};
}

/// Places of each group: those of the topic, else as even as can be.
std::vector<GroupBounds> bounds_of(const std::vector<GroupPlaces>& groups, std::size_t people);

/// `people` in order, with their wishes for topics that there are; whoever a wish names and is not among them is left
/// out of it.
GroupingTask task_of(const State& state, const BreakoutSettings& settings, std::vector<PersonId> people,
                     std::vector<GroupBounds> groups);

/// The task of a whole plan, its hosts fixed in their groups.
GroupingTask task_of(const State& state, const PlanOutline& outline);

/// Members of groups as a round of the task.
Round round_of(const GroupingTask& task, const GroupMembers& members);
GroupMembers members_of(const GroupingTask& task, const Round& round, std::size_t groups);

/// The next round of a plan: without those who left, with those who came.
GroupMembers members_now(const State& state, const BreakoutDraft& draft);

/// What cannot all hold, in English for developers, with the ids of people and the numbers of groups; empty: nothing.
std::string clashes_of(const GroupingTask& task);

}  // namespace roundtable::core
