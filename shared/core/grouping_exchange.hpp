// The best move between two groups: one goes over, two swap, or a tied unit changes places with as many single people.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/grouping_seating.hpp"

namespace roundtable::core {

inline constexpr std::int64_t no_change_found = std::numeric_limits<std::int64_t>::max();

/// What somebody of the second group costs when going over to the first, and until when that is forbidden.
struct Leaving {
  std::int64_t price = 0;
  std::uint64_t end = 0;
  std::int32_t unit = nobody;
};

struct Exchange {
  std::int64_t change = no_change_found;  // of the cost
  std::vector<std::int32_t> there;        // units from the first group to the second
  std::vector<std::int32_t> back;
  std::uint64_t good_until = 0;  // then something forbidden now, and better, may be done again
  std::vector<Leaving> leaving;  // room to work in
};

/// Who has just left a group does not come back for a while, unless that beats all that was seen.
struct Forbidden {
  std::vector<std::uint64_t> until;  // units x groups, the first moment at which it is allowed
  std::size_t groups = 0;
  std::uint64_t now = 0;
  std::int64_t allowed_below = 0;  // changes of the cost

  void start(std::size_t units, std::size_t group_count);
  std::uint64_t end(std::int32_t unit, std::int32_t group) const {
    return until[static_cast<std::size_t>(unit) * groups + static_cast<std::size_t>(group)];
  }
};

void find_best_exchange(const Seating& seating, std::size_t round, std::int32_t first, std::int32_t second,
                        const Forbidden& forbidden, Exchange& best);
void make(Seating& seating, std::size_t round, std::int32_t first, std::int32_t second, const Exchange& exchange);

}  // namespace roundtable::core
