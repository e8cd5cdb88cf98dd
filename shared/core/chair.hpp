// Who moderates now. Staff only: two moderators need to know it, the session does not.
#pragma once

#include <string_view>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Chair {
  PersonId person;
  InstantMs since_ms = 0;
  static constexpr auto fields() {
    using T = Chair;
    return field_list(field<&T::person>("person"), field<&T::since_ms>("since_ms"));
  }
  friend bool operator==(const Chair&, const Chair&) = default;
};

// Command.
struct TakeChair {
  static constexpr std::string_view name = "chair.take";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const TakeChair&, const TakeChair&) = default;
};

// Event.
struct ChairTaken {
  static constexpr std::string_view name = "chair.taken";
  static constexpr bool is_of_staff = true;
  PersonId person;
  static constexpr auto fields() {
    using T = ChairTaken;
    return field_list(field<&T::person>("person"));
  }
  friend bool operator==(const ChairTaken&, const ChairTaken&) = default;
};

/// The decision, and the chair beside it: whoever starts a phase moderates as long as nobody else does.
Decision with_first_chair(const State& state, Decision decision, const Stamp& stamp);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const TakeChair& command, const Stamp& stamp);
void apply(State& state, const ChairTaken& event, const Moment& moment);

}  // namespace roundtable::core
