#include "core/typed_hand.hpp"

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

bool keeps_own_words_aside(const State& state, PersonId person) {
  return state.scope == Scope::everyone && person && person == state.mine.person;
}

}  // namespace

std::optional<Refusal> fault_of_hand_text(const std::optional<Words>& text,
                                          const std::optional<std::string>& language) {
  if (text && text_fault(trimmed(text->text), limits::hand_text_characters, true) != TextFault::none) {
    return Refusal{RefusalCode::bad_data, "text: 1 to 1000 characters, or leave it out"};
  }
  if (language && !is_language_tag(*language)) {
    return Refusal{RefusalCode::bad_data, "language: a language tag such as \"fr\" or \"pt-BR\""};
  }
  return std::nullopt;
}

const Words& text_of_hand(const State& state, const Hand& hand) {
  return keeps_own_words_aside(state, hand.person) ? state.mine.hand_text : hand.text;
}

void put_hand(State& state, HandId id, const Hand& hand) {
  Hand& kept = state.floor.hands[id];
  kept = hand;
  if (state.scope != Scope::everyone) return;
  kept.text = {};
  if (keeps_own_words_aside(state, hand.person)) state.mine.hand_text = hand.text;
}

void drop_hand(State& state, HandId id) {
  const auto found = state.floor.hands.find(id);
  if (found == state.floor.hands.end()) return;
  if (keeps_own_words_aside(state, found->second.person)) state.mine.hand_text = {};
  state.floor.hands.erase(found);
}

Decision decide(const State& state, const TypeHand& command, const Stamp& stamp) {
  const auto found = state.floor.hands.find(command.hand);
  if (found == state.floor.hands.end()) return {RefusalCode::not_found, "no such hand is waiting"};
  const Hand& hand = found->second;
  const bool is_own = hand.person == stamp.actor.person;
  if (!is_own) {
    if (auto refusal = refusal_to_act_for(state, hand.person, stamp.actor)) return *refusal;
  }
  if (auto fault = fault_of_hand_text(command.text, command.language)) return *fault;
  HandTextSet set;
  set.hand = command.hand;
  set.person = hand.person;
  set.is_typed = command.text.has_value();
  if (command.text) set.text = Words(trimmed(command.text->text));
  set.language = command.language.value_or(hand.language);
  if (!is_own) set.by = stamp.actor.person;
  if (set.is_typed == hand.is_typed && set.text == text_of_hand(state, hand) && set.language == hand.language) {
    return {RefusalCode::already, "the hand says that"};
  }
  return EventData{std::move(set)};
}

void apply(State& state, const HandTextSet& event, const Moment&) {
  const auto found = state.floor.hands.find(event.hand);
  if (found == state.floor.hands.end()) return;
  Hand hand = found->second;
  hand.is_typed = event.is_typed;
  hand.text = event.text;
  hand.language = event.language;
  put_hand(state, event.hand, hand);
}

}  // namespace roundtable::core
