// A hand that brings its words: who cannot or would rather not speak types them. The hand keeps its place like any;
// until its turn the words are its author's and staff's, with the turn they are on screens and staff read them aloud.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/floor.hpp"

namespace roundtable::core {

// Commands.
/// By the hand's person, or by staff as they raise hands for others.
struct TypeHand {
  static constexpr std::string_view name = "hand.text";
  HandId hand;
  std::optional<Words> text;            // absent: the person speaks after all
  std::optional<std::string> language;  // absent: as it was
  static constexpr auto fields() {
    using T = TypeHand;
    return field_list(field<&T::hand>("hand"), field<&T::text>("text"), field<&T::language>("language"));
  }
  friend bool operator==(const TypeHand&, const TypeHand&) = default;
};

// Events.
/// Everyone learns that the hand is typed; the words go to staff and the author. Beside `hand.raised` too.
struct HandTextSet {
  static constexpr std::string_view name = "hand.text_set";
  HandId hand;
  PersonId person;
  bool is_typed = false;  // stays when the words are erased
  Words text;
  std::string language;
  PersonId by;  // staff who typed it for the person
  static constexpr auto fields() {
    using T = HandTextSet;
    return field_list(field<&T::hand>("hand"), field<&T::person>("person"), field<&T::is_typed>("typed"),
                      field<&T::text>("text"), field<&T::language>("language"), field<&T::by>("by"));
  }
  friend bool operator==(const HandTextSet&, const HandTextSet&) = default;
};

/// Nothing when a hand may bring these words.
std::optional<Refusal> fault_of_hand_text(const std::optional<Words>& text, const std::optional<std::string>& language);
/// The words of a hand that waits, as far as this state holds them.
const Words& text_of_hand(const State& state, const Hand& hand);
/// The hand waits. Of its words everyone's state keeps those of its own person, beside the queue.
void put_hand(State& state, HandId id, const Hand& hand);
/// The hand waits no more.
void drop_hand(State& state, HandId id);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const TypeHand& command, const Stamp& stamp);
void apply(State& state, const HandTextSet& event, const Moment& moment);

}  // namespace roundtable::core
