// Which roles may give which command. Rules about the thing itself (whose hand, which state) stand with the feature.
#pragma once

#include <string_view>
#include <vector>

#include "core/roles.hpp"

namespace roundtable::core {

/// Roles that may give the command at all; empty for the room's own and for unknown ones.
Roles who_may(std::string_view command);

/// The commands that one with these roles may give, in the order of the table.
std::vector<std::string_view> commands_of(Roles roles);

}  // namespace roundtable::core
