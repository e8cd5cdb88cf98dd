// The people of a session: who they say they are, what they may do, whether they are here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/person_merge.hpp"
#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Person {
  Profile profile;
  Roles roles;
  bool is_listed = false;  // in the session file
  bool is_public = false;  // everyone may see the person: in the session file, or after the first public act
  bool is_public_in_rehearsal = false;  // public no more when the rehearsal ends
  bool is_guest = false;                // the name is not on screens: typed and not passed yet, or hidden by staff
  bool is_hidden = false;               // a guest because staff hid the name; told to staff alone
  bool has_device = false;              // false: added by staff and acting through staff
  bool is_present = false;              // joined and not left
  bool is_removed = false;
  InstantMs present_since_ms = 0;  // meaningful while present
  DurationMs attended_ms = 0;      // before `present_since_ms`
  PersonId added_by;
  std::optional<std::uint32_t> extra_time_percent;  // on top of the turn length; told to staff and the person
  PersonId merged_into;                             // the entry of the same person that counts; none: this one
  static constexpr auto fields() {
    using T = Person;
    return field_list(field<&T::profile>("profile"), field<&T::roles>("roles"), field<&T::is_listed>("listed"),
                      field<&T::is_public>("public"), field<&T::is_public_in_rehearsal>("public_in_rehearsal"),
                      field<&T::is_guest>("guest"), field<&T::is_hidden>("hidden"), field<&T::has_device>("has_device"),
                      field<&T::is_present>("present"), field<&T::is_removed>("removed"),
                      field<&T::present_since_ms>("present_since_ms"), field<&T::attended_ms>("attended_ms"),
                      field<&T::added_by>("added_by"), field<&T::extra_time_percent>("extra_time_percent"),
                      field<&T::merged_into>("merged_into"));
  }
  friend bool operator==(const Person&, const Person&) = default;
};

struct Roster {
  std::map<PersonId, Person> people;
  std::map<std::string, PersonId> requests;  // join request keys, so that a repeated join gives the same participant
  std::map<PersonId, Merge> merges;          // by the entry that was merged; server only
  static constexpr auto fields() {
    using T = Roster;
    return field_list(field<&T::people>("people"), field<&T::requests>("requests"), field<&T::merges>("merges"));
  }
  friend bool operator==(const Roster&, const Roster&) = default;
};
// Commands. `join` comes from HTTP, `person.leave` and `person.return` from the room when a line goes and comes back.
struct Join {
  static constexpr std::string_view name = "person.join";
  Profile profile;
  Roles roles;
  std::optional<PersonId> person;  // an own link: this person of the roster
  std::string request_key;
  bool keeps_profile = false;  // an own link opened again: the profile on record stays
  static constexpr auto fields() {
    using T = Join;
    return field_list(field<&T::profile>("profile"), field<&T::roles>("roles"), field<&T::person>("person"),
                      field<&T::request_key>("request_key"), field<&T::keeps_profile>("keeps_profile"));
  }
  friend bool operator==(const Join&, const Join&) = default;
};

struct AddPerson {
  static constexpr std::string_view name = "person.add";
  Profile profile;
  static constexpr auto fields() {
    using T = AddPerson;
    return field_list(field<&T::profile>("profile"));
  }
  friend bool operator==(const AddPerson&, const AddPerson&) = default;
};

struct UpdatePerson {
  static constexpr std::string_view name = "person.update";
  PersonId person;
  Profile profile;
  static constexpr auto fields() {
    using T = UpdatePerson;
    return field_list(field<&T::person>("person"), field<&T::profile>("profile"));
  }
  friend bool operator==(const UpdatePerson&, const UpdatePerson&) = default;
};

struct RemovePerson {
  static constexpr std::string_view name = "person.remove";
  PersonId person;
  static constexpr auto fields() {
    using T = RemovePerson;
    return field_list(field<&T::person>("person"));
  }
  friend bool operator==(const RemovePerson&, const RemovePerson&) = default;
};

struct LeavePerson {
  static constexpr std::string_view name = "person.leave";
  PersonId person;
  InstantMs left_at_ms = 0;
  static constexpr auto fields() {
    using T = LeavePerson;
    return field_list(field<&T::person>("person"), field<&T::left_at_ms>("left_at_ms"));
  }
  friend bool operator==(const LeavePerson&, const LeavePerson&) = default;
};

struct ReturnPerson {
  static constexpr std::string_view name = "person.return";
  PersonId person;
  static constexpr auto fields() {
    using T = ReturnPerson;
    return field_list(field<&T::person>("person"));
  }
  friend bool operator==(const ReturnPerson&, const ReturnPerson&) = default;
};

// Events.
/// A named person of the session file.
struct PersonListed {
  static constexpr std::string_view name = "person.listed";
  static constexpr bool is_of_staff = true;
  PersonId person;
  Profile profile;
  Roles roles;
  static constexpr auto fields() {
    using T = PersonListed;
    return field_list(field<&T::person>("person"), field<&T::profile>("profile"), field<&T::roles>("roles"));
  }
  friend bool operator==(const PersonListed&, const PersonListed&) = default;
};

struct PersonJoined {
  static constexpr std::string_view name = "person.joined";
  PersonId person;
  Profile profile;
  Roles roles;
  std::string request_key;
  bool is_guest = false;
  static constexpr auto fields() {
    using T = PersonJoined;
    return field_list(field<&T::person>("person"), field<&T::profile>("profile"), field<&T::roles>("roles"),
                      field<&T::request_key>("request_key"), field<&T::is_guest>("guest"));
  }
  friend bool operator==(const PersonJoined&, const PersonJoined&) = default;
};

struct PersonAdded {
  static constexpr std::string_view name = "person.added";
  PersonId person;
  Profile profile;
  PersonId by;
  static constexpr auto fields() {
    using T = PersonAdded;
    return field_list(field<&T::person>("person"), field<&T::profile>("profile"), field<&T::by>("by"));
  }
  friend bool operator==(const PersonAdded&, const PersonAdded&) = default;
};

struct PersonUpdated {
  static constexpr std::string_view name = "person.updated";
  PersonId person;
  Profile profile;
  bool is_guest = false;
  static constexpr auto fields() {
    using T = PersonUpdated;
    return field_list(field<&T::person>("person"), field<&T::profile>("profile"), field<&T::is_guest>("guest"));
  }
  friend bool operator==(const PersonUpdated&, const PersonUpdated&) = default;
};

struct PersonRemoved {
  static constexpr std::string_view name = "person.removed";
  PersonId person;
  static constexpr auto fields() {
    using T = PersonRemoved;
    return field_list(field<&T::person>("person"));
  }
  friend bool operator==(const PersonRemoved&, const PersonRemoved&) = default;
};

struct PersonLeft {
  static constexpr std::string_view name = "person.left";
  static constexpr bool is_of_staff = true;
  PersonId person;
  InstantMs left_at_ms = 0;
  static constexpr auto fields() {
    using T = PersonLeft;
    return field_list(field<&T::person>("person"), field<&T::left_at_ms>("left_at_ms"));
  }
  friend bool operator==(const PersonLeft&, const PersonLeft&) = default;
};

struct PersonReturned {
  static constexpr std::string_view name = "person.returned";
  static constexpr bool is_of_staff = true;
  PersonId person;
  static constexpr auto fields() {
    using T = PersonReturned;
    return field_list(field<&T::person>("person"));
  }
  friend bool operator==(const PersonReturned&, const PersonReturned&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const Join& command, const Stamp& stamp);
Decision decide(const State& state, const AddPerson& command, const Stamp& stamp);
Decision decide(const State& state, const UpdatePerson& command, const Stamp& stamp);
Decision decide(const State& state, const RemovePerson& command, const Stamp& stamp);
Decision decide(const State& state, const LeavePerson& command, const Stamp& stamp);
Decision decide(const State& state, const ReturnPerson& command, const Stamp& stamp);
void apply(State& state, const PersonListed& event, const Moment& moment);
void apply(State& state, const PersonJoined& event, const Moment& moment);
void apply(State& state, const PersonAdded& event, const Moment& moment);
void apply(State& state, const PersonUpdated& event, const Moment& moment);
void apply(State& state, const PersonRemoved& event, const Moment& moment);
void apply(State& state, const PersonLeft& event, const Moment& moment);
void apply(State& state, const PersonReturned& event, const Moment& moment);

}  // namespace roundtable::core
