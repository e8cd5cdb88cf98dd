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
  bool is_device = false;                // a code for another device
};

/// People of the session file, those whom staff added, and everybody who acted in public.
bool has_own_link(const core::Person& person);

/// Whose link or code bears the secret; nothing for one that opens nothing here.
std::optional<Invitation> find_invitation(const Room& room, std::string_view secret, std::int64_t now_ms);

/// It opened something until its link was renewed.
bool was_renewed(const Room& room, std::string_view secret);

std::string role_link(const Room& room, std::string_view base, core::Role role);
std::string person_link(const Room& room, std::string_view base, core::PersonId person);

std::string device_link(const Room& room, std::string_view base, std::string_view code);

/// What stands as the role in a machine's token: with its link's generation, so that a renewal closes it too.
std::string machine_role(const core::State& state, core::Role role);
/// The machine whose token this is; nothing for an older link's.
std::optional<core::Role> machine_of(const core::State& state, std::string_view token_role);

/// For a person, or for a machine of that role.
std::string token_for(const RoomWorld& world, Room& room, std::optional<core::PersonId> person, core::Role role);
/// Issued before a link was renewed by which its bearer came.
bool is_of_old_link(const core::State& state, const TokenFacts& token);

/// The answer to a created session: id, code, links of all roles, and the own link of every named person.
std::string links_text(const Room& room, std::string_view base);

/// Displays, overlays and captioners: no participant stands behind them.
constexpr bool is_machine(core::Role role) {
  return core::machine_roles.has(role);
}

}  // namespace roundtable::server
