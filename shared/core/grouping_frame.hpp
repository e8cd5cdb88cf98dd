// A problem made ready for the search: tied people are one unit, every wish is a price of a pair, of a unit in a group,
// or of a group's size.
#pragma once

#include <cstdint>
#include <vector>

#include "core/grouping_terms.hpp"

namespace roundtable::core {

struct SeatedUnit {
  std::vector<std::int32_t> people;
  std::int64_t size = 0;
  std::int64_t facilitators = 0;
  std::int64_t reporters = 0;
  std::int64_t able = 0;  // can do at least one of the two
  std::int64_t topic_again = 0;
  std::int32_t fixed_group = nobody;
};

struct SizeBounds {
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::int64_t planned = 0;  // what the start fills it to
};

struct GroupingFrame {
  std::size_t groups = 0;
  std::size_t rounds = 1;
  std::vector<SeatedUnit> units;
  std::vector<std::int32_t> unit_of;              // by person
  std::vector<std::int64_t> pairs;                // units x units
  std::vector<std::vector<std::int64_t>> places;  // by round, groups x units
  std::vector<std::vector<std::int32_t>> start;   // by round and unit
  std::vector<SizeBounds> sizes;
  std::vector<std::int32_t> topics;
  std::int64_t meeting_price = 0;  // a pair of people who meet once more, for each time they met
  std::int64_t broken_price = 1;   // more than any move or swap can gain by keeping all rules
  bool needs_facilitator = false;
  bool needs_reporter = false;
  bool has_ties = false;  // some unit is more than one person
  bool has_roles = false;
  bool has_topics_again = false;

  std::int64_t pair(std::size_t one, std::size_t other) const { return pairs[one * units.size() + other]; }
};

GroupingFrame frame_of(const GroupingProblem& problem);

}  // namespace roundtable::core
