// Names on screens: what people typed themselves is shown to everyone only after staff let it pass. Until then, and
// when staff hide it, everyone but staff and the person sees a numbered guest.
#pragma once

#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Person;

// Commands.
/// A name as the page showed it: what has been typed since does not pass with it.
struct SeenName {
  PersonId person;
  Words name;
  Words affiliation;
  static constexpr auto fields() {
    using T = SeenName;
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::affiliation>("affiliation"));
  }
  friend bool operator==(const SeenName&, const SeenName&) = default;
};

struct PassNames {
  static constexpr std::string_view name = "person.pass";
  std::vector<SeenName> people;
  static constexpr auto fields() { return field_list(field<&PassNames::people>("people")); }
  friend bool operator==(const PassNames&, const PassNames&) = default;
};

struct HidePerson {
  static constexpr std::string_view name = "person.hide";
  PersonId person;
  static constexpr auto fields() { return field_list(field<&HidePerson::person>("person")); }
  friend bool operator==(const HidePerson&, const HidePerson&) = default;
};

// Events.
struct PersonPassed {
  static constexpr std::string_view name = "person.passed";
  PersonId person;
  static constexpr auto fields() { return field_list(field<&PersonPassed::person>("person")); }
  friend bool operator==(const PersonPassed&, const PersonPassed&) = default;
};

struct PersonHidden {
  static constexpr std::string_view name = "person.hidden";
  PersonId person;
  static constexpr auto fields() { return field_list(field<&PersonHidden::person>("person")); }
  friend bool operator==(const PersonHidden&, const PersonHidden&) = default;
};

/// Whether the person is a guest after typing this profile. The people of the session file and helpers are trusted
/// with their own names; what staff hid stays hidden all the same.
bool is_guest_after_typing(const Person& known, const Profile& typed);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
/// Passes those who still have the name that was seen; refused when there is none of them.
Decision decide(const State& state, const PassNames& command, const Stamp& stamp);
Decision decide(const State& state, const HidePerson& command, const Stamp& stamp);
void apply(State& state, const PersonPassed& event, const Moment& moment);
void apply(State& state, const PersonHidden& event, const Moment& moment);

}  // namespace roundtable::core
