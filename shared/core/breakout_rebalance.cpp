#include "core/breakout_rebalance.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

bool sits_here(const State& state, PersonId person) {
  const auto found = state.roster.people.find(person);
  return found == state.roster.people.end() ? state.scope == Scope::staff : found->second.is_present;
}

bool places_by_itself(BreakoutMode mode) {
  return mode == BreakoutMode::balanced || mode == BreakoutMode::random;
}

/// A group that would hold more people than it has places; none.
const BreakoutGroup* overfull_group(const Breakouts& breakouts, const std::vector<GroupMove>& moves) {
  std::map<GroupId, std::set<PersonId>> members;
  for (GroupId id : breakouts.run.order) members.emplace(id, breakouts.groups.at(id).members);
  for (const GroupMove& move : moves) {
    for (auto& [id, people] : members) people.erase(move.person);
    members[move.group].insert(move.person);
  }
  for (const auto& [id, people] : members) {
    const BreakoutGroup& group = breakouts.groups.at(id);
    if (group.capacity != 0 && people.size() > group.capacity && people.size() > group.members.size()) return &group;
  }
  return nullptr;
}

}  // namespace

OpenGroups open_groups(const State& state, std::size_t most_late) {
  const Breakouts& breakouts = state.breakouts;
  OpenGroups open;
  GroupMembers members;
  std::vector<GroupPlaces> places;
  std::vector<PersonId> people;
  std::set<PersonId> placed;
  for (GroupId id : breakouts.run.order) {
    const BreakoutGroup& group = breakouts.groups.at(id);
    placed.insert(group.members.begin(), group.members.end());
    if (group.merged_into) continue;
    open.groups.push_back(id);
    places.push_back(places_of(state, group));
    auto& sit = members.emplace_back();
    std::copy_if(group.members.begin(), group.members.end(), std::back_inserter(sit),
                 [&](PersonId person) { return sits_here(state, person); });
    people.insert(people.end(), sit.begin(), sit.end());
  }
  open.sitting = people.size();
  if (places_by_itself(breakouts.run.mode)) {
    for (PersonId person : placeable_people(state)) {
      if (people.size() == open.sitting + most_late) break;
      if (!placed.contains(person)) people.push_back(person);
    }
  }
  std::vector<GroupBounds> bounds = bounds_of(places, people.size());
  open.task = task_of(state, breakouts.run.settings, std::move(people), std::move(bounds));
  open.now = round_of(open.task, members);
  return open;
}

OpenGroups rebalance_task(const State& state) {
  OpenGroups open = open_groups(state, limits::breakout_places);
  GroupingProblem& problem = open.task.problem;
  problem.start = {open.now};
  for (std::size_t group = 0; group < open.groups.size(); ++group) {
    const GroupInside* inside = inside_of(state, open.groups[group]);
    if (inside == nullptr) continue;
    const auto host = std::find(open.task.people.begin(), open.task.people.end(), inside->host);
    if (host == open.task.people.end()) continue;
    const auto index = static_cast<std::size_t>(host - open.task.people.begin());
    if (open.now[index] == static_cast<std::int32_t>(group)) problem.people[index].fixed_group = open.now[index];
  }
  return open;
}

std::vector<GroupMove> moves_between(const OpenGroups& open, const Round& found) {
  std::vector<GroupMove> moves;
  for (std::size_t index = 0; index < found.size() && index < open.now.size(); ++index) {
    if (found[index] == open.now[index] || found[index] < 0) continue;
    moves.push_back({open.task.people[index], open.groups[static_cast<std::size_t>(found[index])]});
  }
  return moves;
}

Decision decide(const State& state, const RebalanceGroups& command, const Stamp& stamp) {
  const Breakouts& breakouts = state.breakouts;
  if (breakouts.run.status != BreakoutStatus::open) return {RefusalCode::wrong_state, "no groups are open"};
  if (breakouts.run.mode == BreakoutMode::self_selected) {
    return {RefusalCode::wrong_state, "people chose their groups: move them one by one"};
  }
  if (!command.moves) {
    if (state.scope == Scope::whole) return {RefusalCode::wrong_state, "moves: the search runs outside of the rules"};
    return std::vector<EventData>{};
  }
  std::set<PersonId> named;
  std::vector<GroupMove> moves;
  for (const GroupMove& move : *command.moves) {
    if (!named.insert(move.person).second) return {RefusalCode::bad_data, "moves: each person once"};
    if (auto refusal = refusal_of_person(state, move.person)) return *refusal;
    if (group_at_work(breakouts, move.group) == nullptr) return {RefusalCode::not_found, "no such group is open"};
    // Who went meanwhile, or chose the plenary, is no reason to leave the others where they are.
    const bool stays = !sits_here(state, move.person) || breakouts.run.in_plenary.contains(move.person) ||
                       group_of(breakouts, move.person) == move.group;
    if (!stays) moves.push_back(move);
  }
  if (moves.empty()) return {RefusalCode::already, "everybody sits where these moves would put them"};
  if (const BreakoutGroup* group = overfull_group(breakouts, moves)) {
    return {RefusalCode::limit, "group " + std::to_string(group->number) + " has " + std::to_string(group->capacity) +
                                    " places: move fewer people into it"};
  }
  std::vector<EventData> events;
  for (const GroupMove& move : moves) {
    const GroupInside* inside = inside_of(state, group_of(breakouts, move.person));
    const bool is_listening = inside != nullptr && inside->listening.contains(move.person);
    events.push_back(PersonMoved{move.person, move.group, false, is_listening, false, stamp.actor.person,
                                 introduced_by(state, move.person)});
  }
  return events;
}

}  // namespace roundtable::core
