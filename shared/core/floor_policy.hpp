// The named presets of the floor policy: data, not code.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/plan.hpp"

namespace roundtable::core {

/// `first_come`, `new_voices` (the default), `groups_in_balance`, `groups_in_balance_by_presence`; nothing for
/// other names.
std::optional<std::vector<FloorRule>> preset_rules(std::string_view policy);

/// The preset names, for messages that say what would be right.
inline constexpr std::string_view preset_names[] = {"first_come", "new_voices", "groups_in_balance",
                                                    "groups_in_balance_by_presence"};

}  // namespace roundtable::core
