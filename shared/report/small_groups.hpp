// Head counts by group, folded so that nobody in a small group can be counted out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace roundtable::report {

struct FoldedRow {
  std::vector<std::size_t> groups;  // one group, or all that were folded into "other groups"
  std::int64_t people = 0;
  bool is_folded = false;
};

/// `counts` by group. Groups under `small` people become one folded row, the last; if that is itself too small, the
/// next smallest group joins it until it is not (ties: the later group joins first). Groups of nobody are no rows.
/// Fewer than two rows are no breakdown: the answer is empty.
std::vector<FoldedRow> fold_small_groups(const std::vector<std::int64_t>& counts, std::int64_t small);

}  // namespace roundtable::report
