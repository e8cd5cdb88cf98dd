#include "core/group_floor.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/group_members.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

bool has_hand(const GroupFloor& floor, PersonId person) {
  return std::any_of(floor.hands.begin(), floor.hands.end(),
                     [&](const GroupHand& hand) { return hand.person == person; });
}

void lower(GroupFloor& floor, PersonId person) {
  std::erase_if(floor.hands, [&](const GroupHand& hand) { return hand.person == person; });
}

}  // namespace

void end_turn(GroupFloor& floor, InstantMs at_ms) {
  if (!floor.turn) return;
  floor.spoken[floor.turn->person] += std::max<DurationMs>(0, at_ms - floor.turn->started_at_ms);
  floor.turn.reset();
}

void take_out(GroupFloor& floor, PersonId person, InstantMs at_ms) {
  lower(floor, person);
  if (floor.turn && floor.turn->person == person) end_turn(floor, at_ms);
}

Decision decide(const State& state, const RaiseGroupHand& command, const Stamp& stamp) {
  if (auto refusal = refusal_to_act_for(state, command.for_person, stamp.actor)) return *refusal;
  const PersonId person = command.for_person.value_or(stamp.actor.person);
  const GroupId group = group_of(state.breakouts, person);
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr || !are_open(state.breakouts)) return no_group_open();
  if (has_hand(inside->floor, person)) return {RefusalCode::already, "the hand is up"};
  if (inside->floor.turn && inside->floor.turn->person == person) {
    return {RefusalCode::already, "the person has the floor"};
  }
  return EventData{GroupHandRaised{group, person}};
}

Decision decide(const State& state, const LowerGroupHand& command, const Stamp& stamp) {
  const PersonId person = command.person.value_or(stamp.actor.person);
  const GroupId group = meant_group(state, command.group, stamp);
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr) return no_such_group();
  if (person != stamp.actor.person && !may_lead(*inside, stamp.actor)) {
    return {RefusalCode::not_allowed, "the hand is another person's: the host or staff lower it"};
  }
  if (!has_hand(inside->floor, person)) return {RefusalCode::not_found, "no such hand is up"};
  return EventData{GroupHandLowered{group, person}};
}

Decision decide(const State& state, const GiveGroupFloor& command, const Stamp& stamp) {
  const GroupId group = meant_group(state, command.group, stamp);
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr) return no_such_group();
  if (!are_open(state.breakouts)) return no_group_open();
  if (!may_lead(*inside, stamp.actor)) return {RefusalCode::not_allowed, "the host or staff give the floor"};
  if (group_of(state.breakouts, command.person) != group) {
    return {RefusalCode::not_found, "the person is not in this group"};
  }
  if (inside->floor.turn && inside->floor.turn->person == command.person) {
    return {RefusalCode::already, "the person has the floor"};
  }
  return EventData{GroupFloorGiven{group, command.person}};
}

Decision decide(const State& state, const EndGroupTurn& command, const Stamp& stamp) {
  const GroupId group = meant_group(state, command.group, stamp);
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr) return no_such_group();
  if (!inside->floor.turn) return {RefusalCode::wrong_state, "nobody has the floor"};
  const PersonId person = inside->floor.turn->person;
  if (person != stamp.actor.person && !may_lead(*inside, stamp.actor)) {
    return {RefusalCode::not_allowed, "another person has the floor: the host or staff end the turn"};
  }
  return EventData{GroupFloorEnded{group, person}};
}

void apply(State& state, const GroupHandRaised& event, const Moment& moment) {
  if (GroupInside* inside = inside_of(state, event.group)) {
    inside->floor.hands.push_back({event.person, moment.at_ms});
  }
}

void apply(State& state, const GroupHandLowered& event, const Moment&) {
  if (GroupInside* inside = inside_of(state, event.group)) lower(inside->floor, event.person);
}

void apply(State& state, const GroupFloorGiven& event, const Moment& moment) {
  GroupInside* inside = inside_of(state, event.group);
  if (inside == nullptr) return;
  end_turn(inside->floor, moment.at_ms);
  lower(inside->floor, event.person);
  inside->floor.turn = GroupTurn{event.person, moment.at_ms};
}

void apply(State& state, const GroupFloorEnded& event, const Moment& moment) {
  if (GroupInside* inside = inside_of(state, event.group)) end_turn(inside->floor, moment.at_ms);
}

}  // namespace roundtable::core
