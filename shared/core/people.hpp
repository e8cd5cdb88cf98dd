// What every feature asks about people: may this actor act for that person, which groups count, is it a first act?
#pragma once

#include <optional>

#include "core/command.hpp"
#include "core/result.hpp"

namespace roundtable::core {

/// Moderators and stewards: they act for people in the room.
constexpr bool may_help(Roles roles) {
  return roles.any(Roles{Role::moderator, Role::online_moderator, Role::steward});
}

/// Nothing when the person is in the session.
std::optional<Refusal> refusal_of_person(const State& state, PersonId person);

/// `for`: a person without a device, or one for whom a moderator acts. Nothing when `person` is absent.
std::optional<Refusal> refusal_to_act_for(const State& state, std::optional<PersonId> person, const Actor& actor);

/// The part of a profile that a scope may see: gender is only ever counted, the call's name, the seat and the choice
/// for the report are for staff, and of a guest everyone sees the groups alone.
Profile seen_by(Scope scope, Profile profile, bool is_guest = false);

/// As it is kept: without blanks around its words.
Profile cleaned(const Profile& given);
std::optional<Refusal> fault_of(const Profile& profile);

/// As stated in the profile; not stated where this state does not hold the person.
Groups groups_of(const State& state, PersonId person);

/// The person itself when this act would be its first public one, else none.
PersonId introduced_by(const State& state, PersonId person);

/// From now on everyone may see the person.
void introduce(State& state, PersonId person);

}  // namespace roundtable::core
