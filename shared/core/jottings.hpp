// Running notes of whoever writes the report: private to their author, tied to what was on when they were written.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Jotting {
  Words text;
  PersonId by;
  InstantMs at_ms = 0;
  std::uint32_t revision = 0;
  TurnId turn;          // that ran
  QuestionId question;  // that stood on the screen
  PhaseId phase;
  static constexpr auto fields() {
    using T = Jotting;
    return field_list(field<&T::text>("text"), field<&T::by>("by"), field<&T::at_ms>("at_ms"),
                      field<&T::revision>("revision"), field<&T::turn>("turn"), field<&T::question>("question"),
                      field<&T::phase>("phase"));
  }
  friend bool operator==(const Jotting&, const Jotting&) = default;
};

// Commands.
struct AddJotting {
  static constexpr std::string_view name = "jot.add";
  Words text;
  static constexpr auto fields() {
    using T = AddJotting;
    return field_list(field<&T::text>("text"));
  }
  friend bool operator==(const AddJotting&, const AddJotting&) = default;
};

struct EditJotting {
  static constexpr std::string_view name = "jot.edit";
  JotId jot;
  std::uint32_t revision = 0;  // the one that the editor saw
  Words text;
  static constexpr auto fields() {
    using T = EditJotting;
    return field_list(field<&T::jot>("jot"), field<&T::revision>("revision"), field<&T::text>("text"));
  }
  friend bool operator==(const EditJotting&, const EditJotting&) = default;
};

struct RemoveJotting {
  static constexpr std::string_view name = "jot.remove";
  JotId jot;
  static constexpr auto fields() {
    using T = RemoveJotting;
    return field_list(field<&T::jot>("jot"));
  }
  friend bool operator==(const RemoveJotting&, const RemoveJotting&) = default;
};

// Events, each to its author alone.
struct Jotted {
  static constexpr std::string_view name = "jotted";
  JotId jot;
  Words text;
  PersonId by;
  TurnId turn;
  QuestionId question;
  PhaseId phase;
  static constexpr auto fields() {
    using T = Jotted;
    return field_list(field<&T::jot>("jot"), field<&T::text>("text"), field<&T::by>("by"), field<&T::turn>("turn"),
                      field<&T::question>("question"), field<&T::phase>("phase"));
  }
  friend bool operator==(const Jotted&, const Jotted&) = default;
};

struct JottingEdited {
  static constexpr std::string_view name = "jot.edited";
  JotId jot;
  std::uint32_t revision = 0;  // after it
  Words text;
  PersonId by;
  static constexpr auto fields() {
    using T = JottingEdited;
    return field_list(field<&T::jot>("jot"), field<&T::revision>("revision"), field<&T::text>("text"),
                      field<&T::by>("by"));
  }
  friend bool operator==(const JottingEdited&, const JottingEdited&) = default;
};

struct JottingRemoved {
  static constexpr std::string_view name = "jot.removed";
  JotId jot;
  PersonId by;
  static constexpr auto fields() {
    using T = JottingRemoved;
    return field_list(field<&T::jot>("jot"), field<&T::by>("by"));
  }
  friend bool operator==(const JottingRemoved&, const JottingRemoved&) = default;
};

/// The note if `person` wrote it; another's is as good as none.
const Jotting* own_jotting(const State& state, JotId jot, PersonId person);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const AddJotting& command, const Stamp& stamp);
Decision decide(const State& state, const EditJotting& command, const Stamp& stamp);
/// Takes it out of the evidence that rests on it too.
Decision decide(const State& state, const RemoveJotting& command, const Stamp& stamp);
void apply(State& state, const Jotted& event, const Moment& moment);
void apply(State& state, const JottingEdited& event, const Moment& moment);
void apply(State& state, const JottingRemoved& event, const Moment& moment);

}  // namespace roundtable::core
