// The roles one participant has at the same time; on the wire a list of names.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "core/names.hpp"

namespace roundtable::core {

struct Roles {
  std::uint16_t bits = 0;

  constexpr Roles() = default;
  constexpr Roles(std::initializer_list<Role> roles) {
    for (Role role : roles) add(role);
  }
  constexpr bool has(Role role) const { return (bits >> static_cast<unsigned>(role)) & 1U; }
  constexpr bool any(Roles other) const { return (bits & other.bits) != 0; }
  constexpr void add(Role role) { bits = static_cast<std::uint16_t>(bits | (1U << static_cast<unsigned>(role))); }
  constexpr bool empty() const { return bits == 0; }
  /// The first in the order of the enumeration; attendee when there is none.
  constexpr Role first() const {
    for (std::size_t index = 0; index < Names<Role>::all.size(); ++index) {
      if (has(static_cast<Role>(index))) return static_cast<Role>(index);
    }
    return Role::attendee;
  }
  friend constexpr bool operator==(Roles, Roles) = default;
};

inline constexpr Roles moderators{Role::moderator, Role::online_moderator};
inline constexpr Roles staff_roles{Role::moderator, Role::online_moderator, Role::steward, Role::rapporteur};
/// Read-only capability links: no participant stands behind them.
inline constexpr Roles machine_roles{Role::captioner, Role::display, Role::overlay};

constexpr bool is_staff(Roles roles) {
  return roles.any(staff_roles);
}

}  // namespace roundtable::core
