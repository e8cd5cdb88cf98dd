#include "core/random_typing.hpp"

namespace roundtable::test {

std::optional<PersonId> RandomTyping::of_the_text(const Command& command) {
  if (const auto* typed = get_if<TypeHand>(&command)) {
    const auto hand = state.floor.hands.find(typed->hand);
    if (hand == state.floor.hands.end() || random.one_in(8)) return std::nullopt;
    return random.one_in(4) ? moderator : hand->second.person;
  }
  return of_the_note(command);
}

Command RandomTyping::hand_command(std::optional<PersonId> for_person) {
  if (random.one_in(6)) return TypeHand{known(state.floor.hands), maybe_words(), maybe_language()};
  if (random.one_in(12)) return SetExtraTime{some_person(), static_cast<std::int64_t>(random.below(6)) * 50};
  RaiseHand raise;
  raise.kind = random.any<HandKind>(4);
  raise.for_person = for_person;
  if (random.one_in(2)) raise.text = text("typed");
  raise.language = maybe_language();
  return raise;
}

std::optional<std::string> RandomTyping::maybe_language() {
  if (random.one_in(2)) return std::nullopt;
  return std::string(random.one_in(10) ? "no tag" : random.one_in(2) ? "fr" : "pt-BR");
}

}  // namespace roundtable::test
