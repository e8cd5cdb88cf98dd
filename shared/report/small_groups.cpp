#include "report/small_groups.hpp"

#include <algorithm>

namespace roundtable::report {

std::vector<FoldedRow> fold_small_groups(const std::vector<std::int64_t>& counts, std::int64_t small) {
  std::vector<std::size_t> by_size;
  for (std::size_t group = 0; group < counts.size(); ++group) {
    if (counts[group] > 0) by_size.push_back(group);
  }
  std::sort(by_size.begin(), by_size.end(), [&counts](std::size_t one, std::size_t other) {
    return counts[one] != counts[other] ? counts[one] < counts[other] : one > other;
  });

  FoldedRow folded;
  folded.is_folded = true;
  std::vector<FoldedRow> rows;
  for (const std::size_t group : by_size) {
    const bool is_small = counts[group] < small;
    const bool helps_small = !folded.groups.empty() && folded.people < small;
    if (is_small || helps_small) {
      folded.groups.push_back(group);
      folded.people += counts[group];
    } else {
      rows.push_back(FoldedRow{{group}, counts[group], false});
    }
  }
  std::sort(rows.begin(), rows.end(),
            [](const FoldedRow& one, const FoldedRow& other) { return one.groups.front() < other.groups.front(); });
  std::sort(folded.groups.begin(), folded.groups.end());
  if (!folded.groups.empty()) rows.push_back(std::move(folded));
  if (rows.size() < 2) rows.clear();
  return rows;
}

}  // namespace roundtable::report
