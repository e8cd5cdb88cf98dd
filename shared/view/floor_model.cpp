#include <algorithm>

#include "core/floor_order.hpp"
#include "core/typed_hand.hpp"
#include "view/view.hpp"

namespace roundtable::view {

namespace {

const Profile* profile_of(const State& state, PersonId person) {
  const bool is_mine = person && person == state.mine.person;
  const auto found = state.roster.people.find(person);
  const bool has_words = found != state.roster.people.end() && !(is_mine && found->second.is_guest);
  if (has_words) return &found->second.profile;
  return is_mine ? &state.mine.profile : nullptr;
}

/// As said with the hand, else the first of the person's own.
std::optional<std::string> language_of(const State& state, PersonId person, const std::string& said) {
  if (!said.empty()) return said;
  const Profile* profile = profile_of(state, person);
  return profile == nullptr || profile->languages.empty() ? std::nullopt : std::optional(profile->languages.front());
}

/// Name and notes, the same fields in a turn and in a hand.
template <class Model>
void name_person(Model& model, const State& state, PersonId person, const Groups& groups) {
  model.person = person;
  model.stakeholder_group = groups.stakeholder_group;
  model.regional_group = groups.regional_group;
  model.modality = groups.modality;
  model.is_mine = person && person == state.mine.person;
  model.guest = guest_of(state, person);
  if (const Profile* profile = profile_of(state, person)) {
    model.name = profile->name.text;
    model.affiliation = text_if_any(profile->affiliation);
    model.call_name = text_if_any(profile->call_name);
    model.said_as = text_if_any(profile->said_as);
  }
}

TurnModel turn_model(const State& state, TurnId id, const Turn& turn, InstantMs now_ms) {
  TurnModel model;
  model.turn = id;
  model.kind = turn.kind;
  if (turn.talk) model.talk = turn.talk;
  if (turn.talk) model.reports = reporting_group(state, turn.talk);
  if (turn.hand) model.hand = turn.hand;
  name_person(model, state, turn.person, turn.groups);
  model.rule = turn.rule;
  model.by = turn.by;
  model.is_first = turn.is_first;
  model.planned_ms = turn.planned_ms;
  model.elapsed_ms = elapsed_ms(turn, now_ms);
  model.remaining_ms = turn.planned_ms - model.elapsed_ms;
  model.is_paused = !turn.running_since_ms;
  model.is_charged = turn.is_charged;
  model.is_typed = turn.is_typed;
  model.text = text_if_any(turn.text);
  model.language = language_of(state, turn.person, turn.language);
  return model;
}

HandModel hand_model(const State& state, const PlacedHand& placed) {
  const Hand& hand = state.floor.hands.at(placed.hand);
  HandModel model;
  model.hand = placed.hand;
  name_person(model, state, hand.person, hand.groups);
  model.kind = hand.kind;
  model.is_accepted = hand.is_accepted;
  model.is_away = hand.is_away;
  model.rule = placed.rule;
  model.by = placed.by;
  model.is_first = !state.floor.spoken.contains(hand.person);
  model.is_held = std::any_of(state.floor.held.begin(), state.floor.held.end(),
                              [&](const HeldHand& held) { return held.hand == placed.hand; });
  model.is_by_staff = static_cast<bool>(hand.by);
  const auto person = state.roster.people.find(hand.person);
  model.has_device = person == state.roster.people.end() || person->second.has_device;
  model.raised_at_ms = hand.raised_at_ms;
  model.is_typed = hand.is_typed;
  model.text = text_if_any(text_of_hand(state, hand));
  model.language = language_of(state, hand.person, hand.language);
  if (const Profile* profile = profile_of(state, hand.person)) model.seat = text_if_any(profile->seat);
  return model;
}

std::vector<ServedGroupModel> served_model(const State& state, const Served& served, Attribute attribute) {
  std::vector<ServedGroupModel> groups;
  DurationMs total_ms = 0;
  for (std::size_t value = 0; value < group_count(attribute); ++value) {
    ServedGroupModel group;
    group.value = group_name(attribute, value);
    group.served_ms = served.by(attribute)[value];
    total_ms += group.served_ms;
    for (const auto& [id, turn] : state.floor.turns) {
      group.turns += turn.is_charged && turn.groups.value(attribute) == value ? 1 : 0;
    }
    const bool waits = std::any_of(state.floor.hands.begin(), state.floor.hands.end(),
                                   [&](const auto& entry) { return entry.second.groups.value(attribute) == value; });
    if (group.turns > 0 || waits) groups.push_back(group);
  }
  for (ServedGroupModel& group : groups) group.share_percent = total_ms > 0 ? group.served_ms * 100 / total_ms : 0;
  return groups;
}

/// In steps of five seconds, so that it can be said aloud.
constexpr DurationMs advice_step_ms = 5 * second_ms;

std::optional<AdviceModel> advice_model(const State& state, DurationMs running_ms, InstantMs now_ms) {
  const auto phase = state.agenda.phases.find(state.agenda.current);
  if (phase == state.agenda.phases.end()) return std::nullopt;
  AdviceModel advice;
  for (const auto& [id, hand] : state.floor.hands) advice.waiting += hand.is_away ? 0 : 1;
  if (advice.waiting == 0) return std::nullopt;
  const DurationMs spent_ms = elapsed_ms(state.agenda, state.agenda.current, now_ms);
  advice.needed_ms = advice.waiting * state.floor.policy.turn_ms;
  advice.left_ms = std::max<DurationMs>(0, phase->second.planned_ms - spent_ms - running_ms);
  const DurationMs each_ms = advice.left_ms / advice.waiting / advice_step_ms * advice_step_ms;
  if (each_ms >= limits::shortest_turn_ms) advice.each_ms = std::min(each_ms, limits::longest_turn_ms);
  return advice;
}

std::optional<ExpectedPlaceModel> expected_place(const State& state, DurationMs before_ms) {
  if (!state.mine.person || state.session.status == SessionStatus::closed) return std::nullopt;
  ExpectedHand expected;
  expected.hand.person = state.mine.person;
  expected.hand.groups = state.mine.profile.groups();
  expected.has_spoken = state.floor.spoken.contains(state.mine.person);
  const HandId id = expected_hand_id(state.floor);
  const std::vector<PlacedHand> order = floor_order(state.floor, limits::waiting_hands + 1, &expected);
  const auto place = std::find_if(order.begin(), order.end(), [&](const PlacedHand& each) { return each.hand == id; });
  const auto ahead = static_cast<std::int64_t>(place - order.begin());
  return ExpectedPlaceModel{ahead + 1, before_ms + ahead * state.floor.policy.turn_ms};
}

}  // namespace

FloorModel floor_model(const State& state, InstantMs now_ms) {
  const Floor& floor = state.floor;
  FloorModel model;
  model.mode = floor.mode;
  for (std::size_t kind = 0; kind < Names<HandKind>::all.size(); ++kind) {
    if (takes(floor.policy, static_cast<HandKind>(kind))) model.kinds.push_back(static_cast<HandKind>(kind));
  }
  model.turn_ms = floor.policy.turn_ms;
  model.policy = floor.policy.name;
  model.rules = floor.policy.rules;
  Served served = floor.served;
  DurationMs before_ms = 0;
  if (const auto running = floor.turns.find(floor.running); running != floor.turns.end()) {
    model.turn = turn_model(state, running->first, running->second, now_ms);
    before_ms = std::max<DurationMs>(0, model.turn.value->remaining_ms);
    if (running->second.is_charged)
      served.charge(running->second.groups, charged_ms(running->second, model.turn.value->elapsed_ms));
  }
  for (const PlacedHand& placed : floor_order(floor, limits::waiting_hands)) {
    HandModel hand = hand_model(state, placed);
    const auto ahead = static_cast<std::int64_t>(model.queue.size());
    hand.position = ahead + 1;
    hand.wait_ms = before_ms + ahead * floor.policy.turn_ms;
    if (hand.is_mine) model.mine = hand;
    model.queue.push_back(std::move(hand));
  }
  for (const auto& [id, hand] : floor.hands) {
    if (!hand.is_away) continue;
    HandModel away = hand_model(state, PlacedHand{id, Rule::arrival, std::nullopt});
    if (away.is_mine) model.mine = away;
    model.queue.push_back(std::move(away));
  }
  model.advice = advice_model(state, before_ms, now_ms);
  if (!model.mine.value) model.if_raised = expected_place(state, before_ms);
  model.served.stakeholder_group = served_model(state, served, Attribute::stakeholder_group);
  model.served.regional_group = served_model(state, served, Attribute::regional_group);
  model.served.modality = served_model(state, served, Attribute::modality);
  return model;
}

}  // namespace roundtable::view
