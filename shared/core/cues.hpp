// A cue to one person: "one minute", "please end". It stands on the own page for a minute.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Cue {
  CueKind cue = CueKind::one_minute;
  InstantMs at_ms = 0;
  PersonId by;  // staff only
  static constexpr auto fields() {
    using T = Cue;
    return field_list(field<&T::cue>("cue"), field<&T::at_ms>("at_ms"), field<&T::by>("by"));
  }
  friend bool operator==(const Cue&, const Cue&) = default;
};

// Command.
struct SendCue {
  static constexpr std::string_view name = "cue.send";
  PersonId person;
  CueKind cue = CueKind::one_minute;
  static constexpr auto fields() {
    using T = SendCue;
    return field_list(field<&T::person>("person"), field<&T::cue>("cue"));
  }
  friend bool operator==(const SendCue&, const SendCue&) = default;
};

// Event.
struct CueSent {
  static constexpr std::string_view name = "cue.sent";
  PersonId person;
  CueKind cue = CueKind::one_minute;
  PersonId by;
  static constexpr auto fields() {
    using T = CueSent;
    return field_list(field<&T::person>("person"), field<&T::cue>("cue"), field<&T::by>("by"));
  }
  friend bool operator==(const CueSent&, const CueSent&) = default;
};

/// The cue is still to be seen.
bool lasts(const Cue& cue, InstantMs now_ms);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const SendCue& command, const Stamp& stamp);
void apply(State& state, const CueSent& event, const Moment& moment);

}  // namespace roundtable::core
