// The fair order: a pure function of the queue, the turns so far and a policy that is data.
//
// The whole list is built by picking again and again. A pick starts with all waiting hands that are not placed yet;
// each rule in turn keeps the best and those within its tolerance; the first rule that leaves one is the reason. Each
// pick charges its group one expected turn, so that the list as a whole makes sense. Before the rules stands the bound
// on overtaking; before that, points of order that staff accepted.
#pragma once

#include <optional>
#include <vector>

#include "core/floor.hpp"

namespace roundtable::core {

struct PlacedHand {
  HandId hand;
  Rule rule = Rule::arrival;
  std::optional<Attribute> by;
};

/// A hand that is not in the queue, put at its end for the sake of a question ("where would I stand?").
struct ExpectedHand {
  Hand hand;
  bool has_spoken = false;
};

/// The order in which the waiting hands are shown, the held ones first; at most `most` of them. The expected hand, when
/// given, has the id behind all others.
std::vector<PlacedHand> floor_order(const Floor& floor, std::size_t most, const ExpectedHand* expected = nullptr);

/// Its id in `floor_order`.
HandId expected_hand_id(const Floor& floor);

/// What should be held now: accepted points of order, then who was held, then new picks, two in all.
std::vector<HeldHand> held_hands(const Floor& floor);

/// What `least_served` compares for one group: charged time, scaled by mean group size over own group size when
/// people present weigh.
DurationMs compared_ms(DurationMs served_ms, const std::vector<std::int64_t>& present, std::size_t value,
                       Weight weight);

/// The policy lets accepted points of order and technical hands go first.
bool accepts_points_of_order(const FloorPolicy& policy);

}  // namespace roundtable::core
