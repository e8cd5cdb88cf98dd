// One person who came in twice: staff merge the two entries, and may part them again. From then on the devices of the
// merged entry act as the head; hands, turns, talks and questions are the head's, time and attendance add up.
#pragma once

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "core/floor.hpp"
#include "core/ids.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

/// What goes from one entry to the other.
struct MovedActs {
  std::vector<HandId> hands;
  std::vector<TurnId> turns;
  std::vector<TalkId> talks;
  std::vector<QuestionId> questions;
  std::map<HandId, Hand> doubles;  // up beside a hand of the head: lowered by a merge, back after it
  static constexpr auto fields() {
    using T = MovedActs;
    return field_list(field<&T::hands>("hands"), field<&T::turns>("turns"), field<&T::talks>("talks"),
                      field<&T::questions>("questions"), field<&T::doubles>("doubles"));
  }
  bool empty() const { return hands.empty() && turns.empty() && talks.empty() && questions.empty() && doubles.empty(); }
  friend bool operator==(const MovedActs&, const MovedActs&) = default;
};

/// What parting the entries needs; server only.
struct Merge {
  PersonId into;
  MovedActs acts;
  DurationMs added_ms = 0;  // to the head's attendance
  static constexpr auto fields() {
    return field_list(field<&Merge::into>("into"), field<&Merge::acts>("acts"), field<&Merge::added_ms>("added_ms"));
  }
  friend bool operator==(const Merge&, const Merge&) = default;
};

// Commands.
struct MergePerson {
  static constexpr std::string_view name = "person.merge";
  PersonId from;
  PersonId into;
  static constexpr auto fields() {
    return field_list(field<&MergePerson::from>("from"), field<&MergePerson::into>("into"));
  }
  friend bool operator==(const MergePerson&, const MergePerson&) = default;
};

struct UnmergePerson {
  static constexpr std::string_view name = "person.unmerge";
  PersonId person;
  static constexpr auto fields() { return field_list(field<&UnmergePerson::person>("person")); }
  friend bool operator==(const UnmergePerson&, const UnmergePerson&) = default;
};

// Events. Both people's lines start anew with a snapshot.
struct PersonMerged {
  static constexpr std::string_view name = "person.merged";
  PersonId person;
  PersonId into;
  MovedActs acts;
  DurationMs attended_ms = 0;  // of the head after it, before the stretch that runs
  bool is_present = false;     // the head
  PersonId introduces;         // the head, by what the other did in public
  static constexpr auto fields() {
    using T = PersonMerged;
    return field_list(field<&T::person>("person"), field<&T::into>("into"), field<&T::acts>("acts"),
                      field<&T::attended_ms>("attended_ms"), field<&T::is_present>("present"),
                      field<&T::introduces>("introduces"));
  }
  friend bool operator==(const PersonMerged&, const PersonMerged&) = default;
};

struct PersonUnmerged {
  static constexpr std::string_view name = "person.unmerged";
  PersonId person;
  PersonId into;  // was
  MovedActs acts;
  DurationMs attended_ms = 0;  // of the head after it
  PersonId introduces;         // the entry, by a question that everyone saw meanwhile
  static constexpr auto fields() {
    using T = PersonUnmerged;
    return field_list(field<&T::person>("person"), field<&T::into>("into"), field<&T::acts>("acts"),
                      field<&T::attended_ms>("attended_ms"), field<&T::introduces>("introduces"));
  }
  friend bool operator==(const PersonUnmerged&, const PersonUnmerged&) = default;
};

/// As whom the person acts: the entry that it was merged into, or itself.
PersonId head_of_person(const State& state, PersonId person);

/// Votes of a merged entry and of its head are one person's. Who votes under which alias is known to the room alone and
/// stands in no event, so it says so anew after each merge and after reading the journal.
void unite_voters(State& state, const std::function<std::string(PersonId)>& alias_of);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const MergePerson& command, const Stamp& stamp);
Decision decide(const State& state, const UnmergePerson& command, const Stamp& stamp);
void apply(State& state, const PersonMerged& event, const Moment& moment);
void apply(State& state, const PersonUnmerged& event, const Moment& moment);

}  // namespace roundtable::core
