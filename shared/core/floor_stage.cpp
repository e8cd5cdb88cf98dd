#include "core/floor_stage.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/floor_policy.hpp"
#include "core/people.hpp"
#include "core/result.hpp"
#include "core/typed_hand.hpp"

namespace roundtable::core {

namespace {

const Turn* running_turn(const State& state) {
  const auto turn = state.floor.turns.find(state.floor.running);
  return turn == state.floor.turns.end() ? nullptr : &turn->second;
}

Refusal nobody_has_it() {
  return {RefusalCode::wrong_state, "nobody has the floor"};
}

bool waits(const Floor& floor, PersonId person) {
  return std::any_of(floor.hands.begin(), floor.hands.end(),
                     [&](const auto& entry) { return entry.second.person == person; });
}

}  // namespace

void count_turns(Floor& floor) {
  floor.served = {};
  floor.spoken.clear();
  floor.last_groups.reset();
  for (const auto& [id, turn] : floor.turns) {
    if (turn.is_undone || turn.is_unspoken || !turn.hand) continue;
    floor.last_groups = turn.groups;
    Spoken& spoken = floor.spoken[turn.person];
    ++spoken.turns;
    if (!turn.is_charged || !turn.ended_at_ms) continue;
    spoken.spoken_ms += turn.spent_ms;
    floor.served.charge(turn.groups, charged_ms(turn, turn.spent_ms));
  }
}

void take_back_turn(State& state, TurnId id, HandId hand, const std::optional<Hand>& hand_was, InstantMs at_ms) {
  Floor& floor = state.floor;
  Turn& turn = floor.turns[id];
  if (turn.running_since_ms) turn.spent_ms += at_ms - *turn.running_since_ms;
  turn.running_since_ms.reset();
  turn.ended_at_ms = at_ms;
  turn.is_charged = false;
  turn.text = {};  // nobody read it
  if (floor.running == id) floor.running = {};
  if (hand && hand_was) {
    if (turn.rule != Rule::override_by_staff && !hand_was->is_accepted) {
      for (auto each = floor.hands.begin(); each != floor.hands.end() && each->first < hand; ++each) {
        if (each->second.overtaken > 0) --each->second.overtaken;
      }
    }
    put_hand(state, hand, *hand_was);
  }
}

Decision decide(const State& state, const SetFloorMode& command, const Stamp&) {
  if (state.floor.mode == command.mode) return {RefusalCode::already, "the floor is that already"};
  return EventData{FloorModeSet{command.mode}};
}

Decision decide(const State& state, const SetTurnLength& command, const Stamp&) {
  if (command.seconds < limits::shortest_turn_ms / second_ms || command.seconds > limits::longest_turn_ms / second_ms) {
    return {RefusalCode::bad_data, "seconds: a whole number from 10 to 3600"};
  }
  const DurationMs turn_ms = command.seconds * second_ms;
  if (state.floor.policy.turn_ms == turn_ms) return {RefusalCode::already, "turns are as long as that"};
  return EventData{TurnLengthSet{turn_ms}};
}

Decision decide(const State& state, const SetPolicy& command, const Stamp&) {
  auto rules = preset_rules(command.policy);
  if (!rules) {
    std::string names;
    for (std::string_view each : preset_names) names += (names.empty() ? "" : ", ") + std::string(each);
    return {RefusalCode::bad_data, "policy: one of " + names};
  }
  if (state.floor.policy.name == command.policy) return {RefusalCode::already, "that is the policy"};
  return EventData{PolicySet{command.policy, std::move(*rules)}};
}

Decision decide(const State& state, const PauseTurn&, const Stamp&) {
  const Turn* turn = running_turn(state);
  if (turn == nullptr) return nobody_has_it();
  if (turn->is_paused) return {RefusalCode::already, "the turn is paused"};
  return EventData{TurnPaused{state.floor.running}};
}

Decision decide(const State& state, const ResumeTurn&, const Stamp&) {
  const Turn* turn = running_turn(state);
  if (turn == nullptr) return nobody_has_it();
  if (!turn->is_paused) return {RefusalCode::already, "the turn is not paused"};
  return EventData{TurnResumed{state.floor.running}};
}

Decision decide(const State& state, const MarkUnspoken&, const Stamp&) {
  const Turn* turn = running_turn(state);
  if (turn == nullptr) return nobody_has_it();
  if (turn->talk) return {RefusalCode::wrong_state, "a talk: end it, or mark it away before it starts"};
  FloorUnspoken unspoken;
  unspoken.turn = state.floor.running;
  if (turn->hand && state.floor.given_hand && !waits(state.floor, turn->person)) {
    unspoken.hand = turn->hand;
    unspoken.hand_was = state.floor.given_hand;
  }
  return EventData{std::move(unspoken)};
}

Decision decide(const State& state, const MarkHandAway& command, const Stamp&) {
  const auto found = state.floor.hands.find(command.hand);
  if (found == state.floor.hands.end()) return {RefusalCode::not_found, "no such hand is waiting"};
  if (found->second.is_away) return {RefusalCode::already, "the hand is passed over"};
  return EventData{HandMarkedAway{command.hand}};
}

Decision decide(const State& state, const MarkHandBack& command, const Stamp& stamp) {
  const auto found = state.floor.hands.find(command.hand);
  if (found == state.floor.hands.end()) return {RefusalCode::not_found, "no such hand is waiting"};
  if (found->second.person != stamp.actor.person && !may_help(stamp.actor.roles)) {
    return {RefusalCode::not_allowed, "the hand is another person's"};
  }
  if (!found->second.is_away) return {RefusalCode::already, "the hand is not passed over"};
  return EventData{HandMarkedBack{command.hand}};
}

void apply(State& state, const FloorModeSet& event, const Moment&) {
  state.floor.mode = event.mode;
}

void apply(State& state, const TurnLengthSet& event, const Moment&) {
  state.floor.policy.turn_ms = event.turn_ms;
}

void apply(State& state, const PolicySet& event, const Moment&) {
  state.floor.policy.name = event.policy;
  state.floor.policy.rules = event.rules;
}

void apply(State& state, const TurnPaused& event, const Moment& moment) {
  Turn& turn = state.floor.turns[event.turn];
  if (turn.running_since_ms) turn.spent_ms += moment.at_ms - *turn.running_since_ms;
  turn.running_since_ms.reset();
  turn.is_paused = true;
}

void apply(State& state, const TurnResumed& event, const Moment& moment) {
  Turn& turn = state.floor.turns[event.turn];
  turn.is_paused = false;
  if (!state.agenda.is_paused) turn.running_since_ms = moment.at_ms;
}

void apply(State& state, const FloorUnspoken& event, const Moment& moment) {
  take_back_turn(state, event.turn, event.hand, event.hand_was, moment.at_ms);
  state.floor.turns[event.turn].is_unspoken = true;
  count_turns(state.floor);
}

void apply(State& state, const HandMarkedAway& event, const Moment&) {
  const auto found = state.floor.hands.find(event.hand);
  if (found != state.floor.hands.end()) found->second.is_away = true;
  std::erase_if(state.floor.held, [&](const HeldHand& held) { return held.hand == event.hand; });
}

void apply(State& state, const HandMarkedBack& event, const Moment&) {
  const auto found = state.floor.hands.find(event.hand);
  if (found != state.floor.hands.end()) found->second.is_away = false;
}

}  // namespace roundtable::core
