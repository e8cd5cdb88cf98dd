#include "core/breakout_places.hpp"

#include <algorithm>
#include <set>

#include "core/breakout_rebalance.hpp"
#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

bool fits_by_itself(BreakoutMode mode) {
  return mode == BreakoutMode::balanced || mode == BreakoutMode::random;
}

/// Where the plan that waits has somebody; none: nowhere.
GroupId planned_group(const BreakoutDraft& draft, PersonId person) {
  for (std::size_t index = 0; index < draft.rounds.front().size(); ++index) {
    const auto& members = draft.rounds.front()[index];
    if (std::find(members.begin(), members.end(), person) != members.end()) return draft.groups[index].group;
  }
  return {};
}

std::optional<Refusal> refusal_of_absent(const State& state, PersonId person) {
  if (auto refusal = refusal_of_person(state, person)) return refusal;
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end() || found->second.is_present) return std::nullopt;
  return Refusal{RefusalCode::wrong_state, "the person has left: whoever comes back is placed at once"};
}

std::optional<Refusal> refusal_of_group(const Breakouts& breakouts, GroupId group) {
  if (group_at_work(breakouts, group) != nullptr) return std::nullopt;
  const auto found = breakouts.groups.find(group);
  if (found != breakouts.groups.end() && found->second.merged_into) {
    return Refusal{RefusalCode::not_found,
                   "the group was merged into group " + std::to_string(found->second.merged_into.value)};
  }
  return Refusal{RefusalCode::not_found, "no such group is open"};
}

Decision decide_in_plan(const BreakoutDraft& draft, const MoveToGroup& command) {
  const GroupId group = command.group.value_or(GroupId{});
  const bool is_there = std::any_of(draft.groups.begin(), draft.groups.end(),
                                    [&](const DraftGroup& each) { return each.group == group; });
  if (group && !is_there) return {RefusalCode::not_found, "no such group in the plan"};
  if (planned_group(draft, command.person) == group) return {RefusalCode::already, "the person is planned there"};
  return EventData{PlanChanged{command.person, group}};
}

bool is_full(const BreakoutGroup& group) {
  return group.capacity != 0 && group.members.size() >= group.capacity;
}

Decision decide_choice(const State& state, GroupId group, PersonId person) {
  const Breakouts& breakouts = state.breakouts;
  if (breakouts.run.status != BreakoutStatus::open) return {RefusalCode::wrong_state, "no groups are open"};
  if (breakouts.run.mode != BreakoutMode::self_selected) {
    return {RefusalCode::wrong_state, "the groups were put together: staff can move people"};
  }
  if (auto refusal = refusal_of_group(breakouts, group)) return *refusal;
  if (group_of(breakouts, person) == group) return {RefusalCode::already, "this is your group"};
  const BreakoutGroup& wanted = breakouts.groups.at(group);
  if (is_full(wanted)) {
    return {RefusalCode::limit, "the group has its " + std::to_string(wanted.capacity) + " people: choose another"};
  }
  return EventData{PersonMoved{person, group, false, false, false, {}, introduced_by(state, person)}};
}

void leave_inside(State& state, GroupId group, PersonId person, InstantMs at_ms) {
  if (GroupInside* inside = inside_of(state, group)) {
    take_out(inside->floor, person, at_ms);
    inside->listening.erase(person);
    if (inside->host == person) inside->host = {};
    if (inside->reporter == person) inside->reporter = {};
  }
}

/// Everything that was written in one group stands in the other, behind what is there.
void pour(GroupInside& from, GroupInside& into) {
  into.notes.list.merge(from.notes.list);
  into.notes.order.insert(into.notes.order.end(), from.notes.order.begin(), from.notes.order.end());
  into.questions.merge(from.questions);
  into.listening.merge(from.listening);
  if (!into.host) into.host = from.host;
  if (!into.reporter) into.reporter = from.reporter;
  for (const auto& [person, spoken_ms] : from.floor.spoken) into.floor.spoken[person] += spoken_ms;
  const GroupCall call = from.call;
  from = {};
  from.call = call;
}

}  // namespace

std::vector<EventData> leave_group(const State& state, PersonId person) {
  const BreakoutRun& run = state.breakouts.run;
  std::vector<EventData> events;
  if (run.draft && !run.draft->rounds.empty() && planned_group(*run.draft, person)) {
    events.push_back(PlanChanged{person, {}});
  }
  if (group_of(state.breakouts, person) || run.in_plenary.contains(person)) {
    events.push_back(PersonMoved{person, {}, false, false, false, {}, {}});
  }
  return events;
}

std::vector<EventData> latecomers(const State& state) {
  const Breakouts& breakouts = state.breakouts;
  if (breakouts.run.status != BreakoutStatus::open || !fits_by_itself(breakouts.run.mode)) return {};
  const OpenGroups open = open_groups(state, limits::placed_late_at_once);
  const auto& people = open.task.people;
  if (people.size() == open.sitting || open.groups.empty()) return {};
  Grouping grouping = evaluate(open.task.problem, {open.now});
  std::vector<EventData> events;
  for (std::size_t late = open.sitting; late < people.size(); ++late) {
    const auto places = place_late(open.task.problem, grouping, static_cast<std::int32_t>(late));
    if (places.empty() || places.front() < 0) continue;
    grouping.rounds.front()[late] = places.front();
    const GroupId group = open.groups[static_cast<std::size_t>(places.front())];
    events.push_back(PersonMoved{people[late], group, false, false, true, {}, introduced_by(state, people[late])});
  }
  return events;
}

Decision decide(const State& state, const MoveToGroup& command, const Stamp& stamp) {
  const Breakouts& breakouts = state.breakouts;
  if (auto refusal = refusal_of_absent(state, command.person)) return *refusal;
  if (!are_open(breakouts)) {
    if (!breakouts.run.draft || breakouts.run.draft->rounds.empty()) {
      return {RefusalCode::wrong_state, "no groups are open and no plan waits"};
    }
    return decide_in_plan(*breakouts.run.draft, command);
  }
  const GroupId from = group_of(breakouts, command.person);
  PersonMoved moved{command.person, command.group.value_or(GroupId{}), false, false, false, stamp.actor.person, {}};
  moved.is_in_plenary = !moved.group;
  if (moved.group) moved.introduces = introduced_by(state, command.person);
  if (moved.group) {
    if (auto refusal = refusal_of_group(breakouts, moved.group)) return *refusal;
  }
  const bool is_there = moved.group ? moved.group == from : breakouts.run.in_plenary.contains(command.person);
  if (is_there) return {RefusalCode::already, "the person is there"};
  const GroupInside* inside = inside_of(state, from);
  moved.is_listening = moved.group && inside != nullptr && inside->listening.contains(command.person);
  return EventData{moved};
}

Decision decide(const State& state, const ChooseGroup& command, const Stamp& stamp) {
  const PersonId person = stamp.actor.person;
  const Breakouts& breakouts = state.breakouts;
  if (command.group && *command.group && command.is_anywhere) {
    return {RefusalCode::bad_data, "group or anywhere: one of them"};
  }
  if (command.group && *command.group) return decide_choice(state, *command.group, person);
  const bool stays = breakouts.run.in_plenary.contains(person);
  if (command.is_anywhere) {
    if (breakouts.run.mode == BreakoutMode::self_selected && breakouts.run.status == BreakoutStatus::open) {
      return {RefusalCode::wrong_state, "people choose their groups: name one"};
    }
    if (!stays) return {RefusalCode::already, "you are placed, or will be when groups open"};
    return EventData{PersonMoved{person, {}, false, false, false, {}, {}}};
  }
  if (stays) return {RefusalCode::already, "you stay in plenary"};
  return EventData{PersonMoved{person, {}, true, false, false, {}, {}}};
}

Decision decide(const State& state, const ListenOnly& command, const Stamp& stamp) {
  const GroupId group = group_of(state.breakouts, stamp.actor.person);
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr || !are_open(state.breakouts)) {
    return {RefusalCode::wrong_state, "you are in no group that is open"};
  }
  if (inside->listening.contains(stamp.actor.person) == command.is_on) {
    return {RefusalCode::already, "it is as asked"};
  }
  return EventData{ListeningSet{group, stamp.actor.person, command.is_on}};
}

Decision decide(const State& state, const TickMoved& command, const Stamp&) {
  if (auto refusal = refusal_of_person(state, command.person)) return *refusal;
  if (!are_open(state.breakouts)) return {RefusalCode::wrong_state, "no groups are open"};
  if (command.is_on && !group_of(state.breakouts, command.person)) {
    return {RefusalCode::wrong_state, "the person is in no group"};
  }
  if (state.breakouts.run.ticks.contains(command.person) == command.is_on) {
    return {RefusalCode::already, "it is as asked"};
  }
  return EventData{MoveTicked{command.person, command.is_on}};
}

Decision decide(const State& state, const MergeGroups& command, const Stamp&) {
  if (!are_open(state.breakouts)) return {RefusalCode::wrong_state, "no groups are open"};
  if (auto refusal = refusal_of_group(state.breakouts, command.group)) return *refusal;
  if (auto refusal = refusal_of_group(state.breakouts, command.into)) return *refusal;
  if (command.group == command.into) return {RefusalCode::bad_data, "into: another group"};
  if (state.breakouts.groups.at(command.group).is_published) {
    return {RefusalCode::wrong_state, "everyone sees the group's points already: merge the other into it"};
  }
  return EventData{GroupsMerged{command.group, command.into}};
}

void apply(State& state, const PlanChanged& event, const Moment&) {
  std::optional<BreakoutDraft>& draft = state.breakouts.run.draft;
  if (!draft || draft->rounds.empty()) return;
  GroupMembers& members = draft->rounds.front();
  for (auto& group : members) std::erase(group, event.person);
  for (std::size_t index = 0; index < members.size(); ++index) {
    if (event.group && draft->groups[index].group == event.group) members[index].push_back(event.person);
  }
}

void apply(State& state, const PersonMoved& event, const Moment& moment) {
  Breakouts& breakouts = state.breakouts;
  const GroupId from = group_of(breakouts, event.person);
  if (from) {
    breakouts.groups.at(from).members.erase(event.person);
    leave_inside(state, from, event.person, moment.at_ms);
  }
  if (event.group) {
    breakouts.groups[event.group].members.insert(event.person);
    GroupInside* inside = inside_of(state, event.group);
    if (inside != nullptr && event.is_listening) inside->listening.insert(event.person);
  }
  if (event.group != state.group.group) state.group.companions.erase(event.person);
  breakouts.run.in_plenary.erase(event.person);
  if (event.is_in_plenary) breakouts.run.in_plenary.insert(event.person);
  breakouts.run.ticks.erase(event.person);
  introduce(state, event.introduces);
}

void apply(State& state, const ListeningSet& event, const Moment&) {
  GroupInside* inside = inside_of(state, event.group);
  if (inside == nullptr) return;
  inside->listening.erase(event.person);
  if (event.is_on) inside->listening.insert(event.person);
}

void apply(State& state, const MoveTicked& event, const Moment&) {
  state.breakouts.run.ticks.erase(event.person);
  if (event.is_on) state.breakouts.run.ticks.insert(event.person);
}

void apply(State& state, const GroupsMerged& event, const Moment& moment) {
  Breakouts& breakouts = state.breakouts;
  BreakoutGroup& from = breakouts.groups[event.group];
  BreakoutGroup& into = breakouts.groups[event.into];
  into.members.merge(from.members);
  from.members.clear();
  from.merged_into = event.into;
  if (state.scope == Scope::everyone) return;  // members hold the inside as it is after it
  GroupInside& left = breakouts.insides[event.group];
  end_turn(left.floor, moment.at_ms);
  pour(left, breakouts.insides[event.into]);
}

}  // namespace roundtable::core
