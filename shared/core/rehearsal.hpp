// A rehearsal: everything works as in the session, and its end puts everything back as it stood. People stay, and
// whoever may join; ids go on counting. Every holder of a state keeps what it saw at the start, so that the end needs
// to tell nobody anything.
#pragma once

#include <string_view>

#include "core/boxed.hpp"
#include "core/fields.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Mine;

// Commands.
struct StartRehearsal {
  static constexpr std::string_view name = "rehearsal.start";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const StartRehearsal&, const StartRehearsal&) = default;
};

struct EndRehearsal {
  static constexpr std::string_view name = "rehearsal.end";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const EndRehearsal&, const EndRehearsal&) = default;
};

// Events.
struct RehearsalStarted {
  static constexpr std::string_view name = "rehearsal.started";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const RehearsalStarted&, const RehearsalStarted&) = default;
};

/// Nothing of the rehearsal is left: what stood at its start stands again.
struct RehearsalEnded {
  static constexpr std::string_view name = "rehearsal.ended";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const RehearsalEnded&, const RehearsalEnded&) = default;
};

/// What a person has of their own that a rehearsal's end puts back.
Mine kept_for_later(const Mine& mine);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const StartRehearsal& command, const Stamp& stamp);
Decision decide(const State& state, const EndRehearsal& command, const Stamp& stamp);
void apply(State& state, const RehearsalStarted& event, const Moment& moment);
void apply(State& state, const RehearsalEnded& event, const Moment& moment);

}  // namespace roundtable::core
