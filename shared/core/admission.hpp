// Who may join by the attendees' link: everyone, those whom staff let in one by one, or nobody new. Own links and the
// links of other roles are invitations and always open; whoever was removed or turned away stays out.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Join;

/// Somebody who asked to join and waits; no participant yet.
struct Knock {
  Profile profile;
  std::string request_key;  // server only
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = Knock;
    return field_list(field<&T::profile>("profile"), field<&T::request_key>("request_key"), field<&T::at_ms>("at_ms"));
  }
  friend bool operator==(const Knock&, const Knock&) = default;
};

struct Admission {
  JoinsMode mode = JoinsMode::open;
  std::map<KnockId, Knock> knocks;    // staff only
  std::set<std::string> turned_away;  // request keys, server only
  static constexpr auto fields() {
    using T = Admission;
    return field_list(field<&T::mode>("mode"), field<&T::knocks>("knocks"), field<&T::turned_away>("turned_away"));
  }
  friend bool operator==(const Admission&, const Admission&) = default;
};

/// What a join meets at the door. `joined`: its request has a participant already.
enum class Door : std::uint8_t { open, joined, knock, waits, closed, removed, turned_away };
Door door_of(const State& state, const Join& join);

// Commands. `person.knock` comes from HTTP.
struct SetJoins {
  static constexpr std::string_view name = "session.joins";
  JoinsMode mode = JoinsMode::open;
  static constexpr auto fields() { return field_list(field<&SetJoins::mode>("mode")); }
  friend bool operator==(const SetJoins&, const SetJoins&) = default;
};

struct AdmitPeople {
  static constexpr std::string_view name = "person.admit";
  std::vector<KnockId> knocks;
  static constexpr auto fields() { return field_list(field<&AdmitPeople::knocks>("knocks")); }
  friend bool operator==(const AdmitPeople&, const AdmitPeople&) = default;
};

struct TurnAway {
  static constexpr std::string_view name = "person.turn_away";
  std::vector<KnockId> knocks;
  static constexpr auto fields() { return field_list(field<&TurnAway::knocks>("knocks")); }
  friend bool operator==(const TurnAway&, const TurnAway&) = default;
};

struct AskToJoin {
  static constexpr std::string_view name = "person.knock";
  Profile profile;
  std::string request_key;
  static constexpr auto fields() {
    using T = AskToJoin;
    return field_list(field<&T::profile>("profile"), field<&T::request_key>("request_key"));
  }
  friend bool operator==(const AskToJoin&, const AskToJoin&) = default;
};

// Events.
struct JoinsSet {
  static constexpr std::string_view name = "session.joins_set";
  JoinsMode mode = JoinsMode::open;
  static constexpr auto fields() { return field_list(field<&JoinsSet::mode>("mode")); }
  friend bool operator==(const JoinsSet&, const JoinsSet&) = default;
};

struct PersonKnocked {
  static constexpr std::string_view name = "person.knocked";
  static constexpr bool is_of_staff = true;
  KnockId knock;
  Profile profile;
  std::string request_key;
  static constexpr auto fields() {
    using T = PersonKnocked;
    return field_list(field<&T::knock>("knock"), field<&T::profile>("profile"), field<&T::request_key>("request_key"));
  }
  friend bool operator==(const PersonKnocked&, const PersonKnocked&) = default;
};

/// `person.joined` of that person follows.
struct PersonAdmitted {
  static constexpr std::string_view name = "person.admitted";
  static constexpr bool is_of_staff = true;
  KnockId knock;
  PersonId person;
  static constexpr auto fields() {
    using T = PersonAdmitted;
    return field_list(field<&T::knock>("knock"), field<&T::person>("person"));
  }
  friend bool operator==(const PersonAdmitted&, const PersonAdmitted&) = default;
};

struct PersonTurnedAway {
  static constexpr std::string_view name = "person.turned_away";
  static constexpr bool is_of_staff = true;
  KnockId knock;
  static constexpr auto fields() { return field_list(field<&PersonTurnedAway::knock>("knock")); }
  friend bool operator==(const PersonTurnedAway&, const PersonTurnedAway&) = default;
};

/// The knock of this request, where it still waits.
std::optional<KnockId> knock_of(const Admission& admission, const std::string& request_key);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const SetJoins& command, const Stamp& stamp);
/// Whom staff let in they have seen by name: the name passes with the person.
Decision decide(const State& state, const AdmitPeople& command, const Stamp& stamp);
Decision decide(const State& state, const TurnAway& command, const Stamp& stamp);
Decision decide(const State& state, const AskToJoin& command, const Stamp& stamp);
void apply(State& state, const JoinsSet& event, const Moment& moment);
void apply(State& state, const PersonKnocked& event, const Moment& moment);
void apply(State& state, const PersonAdmitted& event, const Moment& moment);
void apply(State& state, const PersonTurnedAway& event, const Moment& moment);

}  // namespace roundtable::core
