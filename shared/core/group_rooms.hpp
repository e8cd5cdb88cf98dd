// The room of each group in the session's video call.
#pragma once

#include <string_view>
#include <vector>

#include "core/plan.hpp"

namespace roundtable::core {

/// Letters of the room's secret that one group's name takes.
inline constexpr std::size_t secret_letters = 12;

/// An address over TLS with a host and nothing that could be read as something else.
bool is_secure_address(std::string_view url);

/// As the file says; else, where the session's call is Jitsi, a room with `secret_letters` of `secret` in its name for
/// each group; else, where there is a call, the group's number, under which it is chosen there.
void name_rooms(const SessionPlan& plan, std::string_view secret, std::vector<DraftGroup>& groups);

}  // namespace roundtable::core
