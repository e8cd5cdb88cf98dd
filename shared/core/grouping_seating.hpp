// Who sits where in every round, with the sums from which a move or a swap is priced in a few additions.
#pragma once

#include <cstdint>
#include <vector>

#include "core/grouping_frame.hpp"

namespace roundtable::core {

struct RoleCount {
  std::int64_t facilitators = 0;
  std::int64_t reporters = 0;
  std::int64_t able = 0;

  void add(const SeatedUnit& unit, std::int64_t times);
};

/// One round as it is now. Units and groups are indexes; a unit out of all groups has the group `nobody`.
struct SeatedRound {
  std::vector<std::int32_t> group_of;
  std::vector<std::vector<std::int32_t>> members;
  std::vector<std::int32_t> place_of;  // within its group's members
  std::vector<std::int64_t> size_of;   // people in each group
  std::vector<RoleCount> roles;
  std::vector<std::int64_t> sums;  // groups x units: what a unit costs in a group beside those who sit there now
};

class Seating {
 public:
  explicit Seating(const GroupingFrame& frame);

  const GroupingFrame& frame() const { return frame_; }
  const SeatedRound& round(std::size_t index) const { return rounds_[index]; }
  std::vector<Round> groups_of_units() const;
  /// Up to a constant; broken rules counted at the frame's price.
  std::int64_t cost() const { return cost_; }

  void put(std::size_t round, std::int32_t unit, std::int32_t group);
  void take_out(std::size_t round, std::int32_t unit);
  void move(std::size_t round, std::int32_t unit, std::int32_t group);
  /// Moves whoever sits elsewhere; everyone there is placed.
  void restore(const std::vector<Round>& groups_of_units);

  /// Twice what a pair counts when both change places, for units in different groups of a round.
  const std::int64_t* pairs_with(std::int32_t unit) const {
    return pairs_.data() + static_cast<std::size_t>(unit) * units_;
  }
  std::int64_t size_price(std::int32_t group, std::int64_t size) const;
  std::int64_t role_price(const RoleCount& roles) const;
  /// What it costs to put a unit that is out into a group.
  std::int64_t price_of_putting(std::size_t round, std::int32_t unit, std::int32_t group) const;

 private:
  void meet(std::size_t round, std::int32_t unit, std::int32_t group, std::int64_t sign);
  void repeat_topic(std::size_t round, std::int32_t unit, std::int32_t group, std::int64_t sign);

  const GroupingFrame& frame_;
  std::size_t units_ = 0;
  std::vector<std::int64_t> pairs_;  // the frame's, and for pairs what their meetings in all rounds add
  std::vector<SeatedRound> rounds_;
  std::int64_t cost_ = 0;
};

/// The first seats: those of `start`, then the fixed, the tied and those with roles, then the others in an order drawn
/// at random, each where it is cheapest with room.
void seat_everyone(Seating& seating, Draws& draws);

}  // namespace roundtable::core
