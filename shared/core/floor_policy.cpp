#include "core/floor_policy.hpp"

namespace roundtable::core {

std::optional<std::vector<FloorRule>> preset_rules(std::string_view policy) {
  const FloorRule order_first{Rule::point_of_order_first, std::nullopt, 0, Weight::equal};
  const FloorRule new_first{Rule::first_time_first, std::nullopt, 0, Weight::equal};
  const FloorRule in_turn{Rule::alternate, Attribute::modality, 0, Weight::equal};
  const FloorRule arrival{Rule::arrival, std::nullopt, 0, Weight::equal};
  if (policy == "first_come") return std::vector{order_first, arrival};
  if (policy == "new_voices") return std::vector{order_first, new_first, in_turn, arrival};
  // Half a turn of tolerance, so that a few seconds more or less do not reorder the room.
  const DurationMs tolerance_ms = limits::turn_default_ms / 2;
  if (policy == "groups_in_balance") {
    return std::vector{order_first,
                       FloorRule{Rule::least_served, Attribute::stakeholder_group, tolerance_ms, Weight::equal},
                       new_first, in_turn, arrival};
  }
  if (policy == "groups_in_balance_by_presence") {
    return std::vector{order_first,
                       FloorRule{Rule::least_served, Attribute::stakeholder_group, tolerance_ms, Weight::presence},
                       new_first, in_turn, arrival};
  }
  return std::nullopt;
}

}  // namespace roundtable::core
