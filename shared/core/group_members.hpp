// Whose command concerns which group, and who leads one.
#pragma once

#include <optional>

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

/// The group that a command names, as far as its actor may act there: members in their own, staff in each. None else.
inline GroupId meant_group(const State& state, std::optional<GroupId> named, const Stamp& stamp) {
  const GroupId own = group_of(state.breakouts, stamp.actor.person);
  if (!named || *named == own) return own;
  return is_staff(stamp.actor.roles) && state.breakouts.groups.contains(*named) ? *named : GroupId{};
}

/// The host, and staff who help people.
inline bool may_lead(const GroupInside& inside, const Actor& actor) {
  return may_help(actor.roles) || (actor.person && inside.host == actor.person);
}

inline Refusal no_such_group() {
  return {RefusalCode::not_found, "no such group, or you are not in it"};
}
inline Refusal no_group_open() {
  return {RefusalCode::wrong_state, "no group is open here"};
}

}  // namespace roundtable::core
