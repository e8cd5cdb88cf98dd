// More time for a person who needs it: an interpreter, a speech aid, another pace. Staff set a share of the turn
// length; they alone, and the person, are told. What a turn with it costs stands in floor_charge.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

// Commands.
/// From the person's next turn on.
struct SetExtraTime {
  static constexpr std::string_view name = "person.extra_time";
  PersonId person;
  std::int64_t percent = 0;  // of the turn length, on top of it; 0: none
  static constexpr auto fields() {
    using T = SetExtraTime;
    return field_list(field<&T::person>("person"), field<&T::percent>("percent"));
  }
  friend bool operator==(const SetExtraTime&, const SetExtraTime&) = default;
};

// Events.
struct ExtraTimeSet {
  static constexpr std::string_view name = "person.extra_time_set";
  PersonId person;
  std::uint32_t percent = 0;
  static constexpr auto fields() {
    using T = ExtraTimeSet;
    return field_list(field<&T::person>("person"), field<&T::percent>("percent"));
  }
  friend bool operator==(const ExtraTimeSet&, const ExtraTimeSet&) = default;
};

/// What the person's extra time adds to a turn of this length; a turn with it is no longer than any may be.
DurationMs extra_time_ms(const State& state, PersonId person, DurationMs turn_ms);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const SetExtraTime& command, const Stamp& stamp);
void apply(State& state, const ExtraTimeSet& event, const Moment& moment);

}  // namespace roundtable::core
