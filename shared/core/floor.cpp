#include "core/floor.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/floor_order.hpp"
#include "core/lineup.hpp"
#include "core/lineup_events.hpp"
#include "core/people.hpp"
#include "core/result.hpp"
#include "core/text.hpp"
#include "core/typed_hand.hpp"

namespace roundtable::core {

namespace {

bool waits(const Floor& floor, PersonId person) {
  return std::any_of(floor.hands.begin(), floor.hands.end(),
                     [&](const auto& entry) { return entry.second.person == person; });
}

std::optional<HandId> first_shown(const Floor& floor) {
  if (floor.held.empty()) return std::nullopt;
  return floor.held.front().hand;
}

std::optional<Refusal> fault_of(const State& state, const GiveFloor& command) {
  if ((command.hand ? 1 : 0) + (command.person ? 1 : 0) + (command.newcomer ? 1 : 0) != 1) {
    return Refusal{RefusalCode::bad_data, "give a hand, a person or a name, one of the three"};
  }
  const TurnKind kind = command.kind.value_or(TurnKind::intervention);
  if (kind == TurnKind::talk || (command.hand && kind != TurnKind::intervention)) {
    return Refusal{RefusalCode::bad_data, "kind: answer or intervention for a person, none for a hand"};
  }
  if (command.hand && !state.floor.hands.contains(*command.hand)) {
    return Refusal{RefusalCode::not_found, "no such hand is waiting"};
  }
  if (command.expected != first_shown(state.floor)) {
    return Refusal{RefusalCode::queue_changed, "another hand is first now: look again"};
  }
  if (command.reason) {
    const TextFault fault = text_fault(trimmed(command.reason->text), limits::reason_characters, false);
    if (fault != TextFault::none) return Refusal{RefusalCode::bad_data, "reason: one line of 1 to 300 characters"};
  }
  if (command.hand && command.hand != command.expected && !command.reason) {
    return Refusal{RefusalCode::bad_data, "reason: needed for another hand than the first"};
  }
  if (state.floor.turns.size() >= limits::turns) return Refusal{RefusalCode::limit, "too many turns in this session"};
  return std::nullopt;
}

FloorGiven turn_from_queue(const State& state, const GiveFloor& command, HandId id) {
  const Hand& hand = state.floor.hands.at(id);
  FloorGiven given;
  given.hand = id;
  given.person = hand.person;
  given.groups = hand.groups;
  given.is_charged = true;
  given.is_first = !state.floor.spoken.contains(hand.person);
  given.is_typed = hand.is_typed;
  given.text = text_of_hand(state, hand);
  given.language = hand.language;
  if (id == command.expected) {
    given.rule = state.floor.held.front().rule;
    given.by = state.floor.held.front().by;
  } else {
    given.rule = Rule::override_by_staff;
  }
  return given;
}

/// Charges nothing and stands outside the queue: staff decided it.
FloorGiven direct_turn(const State& state, PersonId id, TurnKind kind) {
  FloorGiven given;
  given.kind = kind;
  given.person = id;
  given.groups = groups_of(state, id);
  given.rule = Rule::direct;
  given.is_first = !state.floor.spoken.contains(id);
  given.introduces = introduced_by(state, id);
  return given;
}

/// Somebody whom staff name on the spot; the person is in the session from then on.
std::optional<Refusal> add_newcomer(const State& state, const GiveFloor& command, const Stamp& stamp,
                                    std::vector<EventData>& events, FloorGiven& given) {
  AddPerson add;
  add.profile.name = *command.newcomer;
  add.profile.modality = command.modality.value_or(Modality::not_stated);
  Decision added = decide(state, add, stamp);
  if (added.is_refused()) return added.refusal();
  given = direct_turn(state, {}, command.kind.value_or(TurnKind::intervention));
  const auto& person = get<PersonAdded>(added.events().front());
  given.person = given.introduces = person.person;
  given.groups = person.profile.groups();
  given.is_first = true;
  events = added.take_events();
  return std::nullopt;
}

/// The turn length that holds, and the person's extra time.
void plan_time(const State& state, FloorGiven& given) {
  const DurationMs turn_ms = state.floor.policy.turn_ms;
  const DurationMs extra_ms = extra_time_ms(state, given.person, turn_ms);
  given.planned_ms = turn_ms + extra_ms;
  if (extra_ms > 0) given.uncharged = Uncharged{turn_ms, given.planned_ms};
}

void stop(Turn& turn, InstantMs at_ms, DurationMs spent_ms) {
  turn.spent_ms = spent_ms;
  turn.running_since_ms.reset();
  turn.ended_at_ms = at_ms;
}

}  // namespace

bool takes(const FloorPolicy& policy, HandKind kind) {
  if (kind == HandKind::intervention || kind == HandKind::technical) return true;
  if (std::find(policy.kinds.begin(), policy.kinds.end(), kind) != policy.kinds.end()) return true;
  const Rule wanted = kind == HandKind::reply ? Rule::reply_first : Rule::point_of_order_first;
  return policy.name == "own" && std::any_of(policy.rules.begin(), policy.rules.end(),
                                             [&](const FloorRule& rule) { return rule.rule == wanted; });
}

DurationMs charged_ms(const Turn& turn, DurationMs spoken_ms) {
  return charged_ms(spoken_ms, turn.uncharged);
}

DurationMs elapsed_ms(const Turn& turn, InstantMs now_ms) {
  return turn.spent_ms + (turn.running_since_ms ? now_ms - *turn.running_since_ms : 0);
}

FloorEnded ended(const Floor& floor, InstantMs at_ms) {
  return FloorEnded{floor.running, elapsed_ms(floor.turns.at(floor.running), at_ms)};
}

Decision decide(const State& state, const RaiseHand& command, const Stamp& stamp) {
  const PersonId person = command.for_person.value_or(stamp.actor.person);
  if (auto refusal = refusal_to_act_for(state, command.for_person, stamp.actor)) return *refusal;
  if (waits(state.floor, person)) return {RefusalCode::already, "the hand is up"};
  if (!takes(state.floor.policy, command.kind)) {
    return {RefusalCode::wrong_state, "kind: this session takes interventions and technical hands"};
  }
  const bool is_urgent = command.kind == HandKind::technical || command.kind == HandKind::point_of_order;
  if (state.floor.mode == FloorMode::closed && !is_urgent) {
    return {RefusalCode::wrong_state, "the queue is closed: who waits will be heard"};
  }
  if (state.floor.hands.size() >= limits::waiting_hands) return {RefusalCode::limit, "the queue is full"};
  if (auto fault = fault_of_hand_text(command.text, command.language)) return *fault;
  HandRaised raised;
  raised.hand = HandId{state.counters.hand + 1};
  raised.person = person;
  raised.kind = command.kind;
  raised.groups = groups_of(state, person);
  if (command.for_person) raised.by = stamp.actor.person;
  raised.introduces = introduced_by(state, person);
  raised.language = command.language.value_or("");
  std::vector<EventData> events{raised};
  if (command.text) {
    events.push_back(
        HandTextSet{raised.hand, person, true, Words(trimmed(command.text->text)), raised.language, raised.by});
  }
  return events;
}

Decision decide(const State& state, const LowerHand& command, const Stamp& stamp) {
  const auto found = state.floor.hands.find(command.hand);
  if (found == state.floor.hands.end()) return {RefusalCode::not_found, "no such hand is waiting"};
  if (found->second.person != stamp.actor.person && !may_help(stamp.actor.roles)) {
    return {RefusalCode::not_allowed, "the hand is another person's"};
  }
  return EventData{HandLowered{command.hand}};
}

Decision decide(const State& state, const AcceptHand& command, const Stamp&) {
  const auto found = state.floor.hands.find(command.hand);
  if (found == state.floor.hands.end()) return {RefusalCode::not_found, "no such hand is waiting"};
  const Hand& hand = found->second;
  if (hand.is_accepted) return {RefusalCode::already, "the hand is accepted"};
  const bool is_urgent = hand.kind == HandKind::point_of_order || hand.kind == HandKind::technical;
  if (!is_urgent || !accepts_points_of_order(state.floor.policy)) {
    return {RefusalCode::wrong_state, "only a point of order or a technical hand, where the policy has them"};
  }
  return EventData{HandAccepted{command.hand}};
}

Decision decide(const State& state, const GiveFloor& command, const Stamp& stamp) {
  if (auto fault = fault_of(state, command)) return *fault;
  FloorGiven given;
  std::vector<EventData> events;
  if (command.hand) {
    given = turn_from_queue(state, command, *command.hand);
  } else if (command.person) {
    if (auto refusal = refusal_of_person(state, *command.person)) return *refusal;
    given = direct_turn(state, *command.person, command.kind.value_or(TurnKind::intervention));
  } else if (auto refusal = add_newcomer(state, command, stamp, events, given)) {
    return *refusal;
  }
  given.turn = TurnId{state.counters.turn + 1};
  plan_time(state, given);
  if (command.reason) given.reason = Words(trimmed(command.reason->text));
  given.ends = state.floor.running;
  for (EventData& each : end_of_turn(state, stamp.at_ms)) events.push_back(std::move(each));
  events.push_back(std::move(given));
  return events;
}

Decision decide(const State& state, const ExtendTurn& command, const Stamp&) {
  const auto turn = state.floor.turns.find(state.floor.running);
  if (turn == state.floor.turns.end()) return {RefusalCode::wrong_state, "nobody has the floor"};
  const std::int64_t most = limits::longest_turn_ms / second_ms;
  if (command.seconds == 0 || command.seconds > most || command.seconds < -most) {
    return {RefusalCode::bad_data, "seconds: a whole number from -3600 to 3600, not 0"};
  }
  const DurationMs by_ms = command.seconds * second_ms;
  const DurationMs planned_ms = turn->second.planned_ms + by_ms;
  if (planned_ms < limits::shortest_turn_ms || planned_ms > limits::longest_turn_ms) {
    return {RefusalCode::limit, "a turn lasts from 10 seconds to an hour"};
  }
  return EventData{FloorExtended{state.floor.running, by_ms, planned_ms}};
}

Decision decide(const State& state, const EndTurn&, const Stamp& stamp) {
  if (!state.floor.running) return {RefusalCode::wrong_state, "nobody has the floor"};
  return end_of_turn(state, stamp.at_ms);
}

Decision decide(const State& state, const YieldFloor&, const Stamp& stamp) {
  const auto turn = state.floor.turns.find(state.floor.running);
  if (turn == state.floor.turns.end()) return {RefusalCode::wrong_state, "nobody has the floor"};
  if (turn->second.person != stamp.actor.person) return {RefusalCode::not_allowed, "another person has the floor"};
  return end_of_turn(state, stamp.at_ms);
}

void apply(State& state, const HandRaised& event, const Moment& moment) {
  Hand hand;
  hand.person = event.person;
  hand.kind = event.kind;
  hand.groups = event.groups;
  hand.raised_at_ms = moment.at_ms;
  hand.by = event.by;
  hand.language = event.language;
  put_hand(state, event.hand, hand);
  introduce(state, event.introduces);
  if (state.scope == Scope::whole) state.counters.hand = event.hand.value;
}

void apply(State& state, const HandLowered& event, const Moment&) {
  drop_hand(state, event.hand);
  std::erase_if(state.floor.held, [&](const HeldHand& held) { return held.hand == event.hand; });
}

void apply(State& state, const HandAccepted& event, const Moment&) {
  const auto found = state.floor.hands.find(event.hand);
  if (found != state.floor.hands.end()) found->second.is_accepted = true;
}

void apply(State& state, const QueueHeld& event, const Moment&) {
  state.floor.held = event.held;
}

void apply(State& state, const FloorGiven& event, const Moment& moment) {
  Floor& floor = state.floor;
  Turn turn;
  turn.kind = event.kind;
  turn.talk = event.talk;
  turn.person = event.person;
  turn.hand = event.hand;
  turn.rule = event.rule;
  turn.by = event.by;
  turn.reason = event.reason;
  turn.groups = event.groups;
  turn.is_charged = event.is_charged;
  turn.is_first = event.is_first;
  turn.phase = state.agenda.current;
  turn.planned_ms = event.planned_ms;
  turn.is_typed = event.is_typed;
  turn.text = event.text;
  turn.language = event.language;
  turn.uncharged = event.uncharged;
  if (!state.agenda.is_paused) turn.running_since_ms = moment.at_ms;  // in a pause no clock runs
  turn.started_at_ms = moment.at_ms;
  floor.turns.insert_or_assign(event.turn, std::move(turn));
  floor.running = event.turn;
  introduce(state, event.introduces);
  if (state.scope == Scope::whole) state.counters.turn = event.turn.value;
  floor.given_hand.reset();
  if (event.talk) begin_talk(state, event.talk, event.turn);
  if (!event.hand) return;

  const auto given = floor.hands.find(event.hand);
  if (given != floor.hands.end()) floor.given_hand = given->second;
  const bool is_accepted = given != floor.hands.end() && given->second.is_accepted;
  if (event.rule != Rule::override_by_staff && !is_accepted) {
    for (auto each = floor.hands.begin(); each != given; ++each) ++each->second.overtaken;
  }
  drop_hand(state, event.hand);
  std::erase_if(floor.held, [&](const HeldHand& held) { return held.hand == event.hand; });
  floor.last_groups = event.groups;
  ++floor.spoken[event.person].turns;
}

void apply(State& state, const FloorExtended& event, const Moment&) {
  state.floor.turns[event.turn].planned_ms = event.planned_ms;
}

void apply(State& state, const FloorEnded& event, const Moment& moment) {
  Turn& turn = state.floor.turns[event.turn];
  stop(turn, moment.at_ms, event.elapsed_ms);
  if (turn.is_charged) {
    state.floor.served.charge(turn.groups, charged_ms(turn, event.elapsed_ms));
    state.floor.spoken[turn.person].spoken_ms += event.elapsed_ms;
  }
  state.floor.running = {};
}

}  // namespace roundtable::core
