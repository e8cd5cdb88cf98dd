// Links: each role's and each person's secret, derived from the session's key and compared in constant time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/room.hpp"

namespace roundtable::server {

struct Invitation {
  core::Role role = core::Role::attendee;
  std::optional<core::PersonId> person;  // an own link
};

/// Whose link bears the secret; nothing for one that opens nothing here.
std::optional<Invitation> find_invitation(const Room& room, std::string_view secret);

std::string role_link(const Room& room, std::string_view base, core::Role role);
std::string person_link(const Room& room, std::string_view base, core::PersonId person);

/// The answer to a created session: id, code, links of all roles, and the own link of every named person.
std::string links_text(const Room& room, std::string_view base);

/// Displays, overlays and captioners: no participant stands behind them.
constexpr bool is_machine(core::Role role) {
  return core::machine_roles.has(role);
}

}  // namespace roundtable::server
