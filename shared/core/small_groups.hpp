// Counts by group, folded so that nobody in a small group can be counted out. The one home of that rule: the report's
// head counts and the results of polls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace roundtable::core {

struct FoldedRow {
  std::vector<std::size_t> groups;  // one group, or all that were folded into "other groups"
  std::int64_t people = 0;
  bool is_folded = false;
};

/// `counts` by group. Groups under `small` people become one folded row, the last; if that is itself too small, the
/// next smallest group joins it until it is not. Groups of nobody are no rows. Fewer than two rows are no breakdown:
/// the answer is empty.
///
/// Whoever sees the rows and knows this rule must not be able to work out a folded group. Two things could tell:
/// which of two groups of one size joins, so `ties` gives an order that nobody else knows (the first in it joins first;
/// empty: the later group does); and a folded row so full that each group not shown must be as large as a small one can
/// be (three such groups or more), so one more joins it.
std::vector<FoldedRow> fold_small_groups(const std::vector<std::int64_t>& counts, std::int64_t small,
                                         const std::vector<std::size_t>& ties = {});

}  // namespace roundtable::core
