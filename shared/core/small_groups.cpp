#include "core/small_groups.hpp"

#include <algorithm>

namespace roundtable::core {

namespace {

/// The groups of somebody, smallest first.
std::vector<std::size_t> by_size(const std::vector<std::int64_t>& counts, const std::vector<std::size_t>& ties) {
  const auto rank = [&ties](std::size_t group) { return std::find(ties.begin(), ties.end(), group) - ties.begin(); };
  std::vector<std::size_t> groups;
  for (std::size_t group = 0; group < counts.size(); ++group) {
    if (counts[group] > 0) groups.push_back(group);
  }
  std::stable_sort(groups.begin(), groups.end(), [&](std::size_t one, std::size_t other) {
    if (counts[one] != counts[other]) return counts[one] < counts[other];
    return rank(one) != rank(other) ? rank(one) < rank(other) : one > other;
  });
  return groups;
}

/// With `hidden` groups that have no row of their own, all small, and `people` in them: too few, or each must be as
/// large as a small one can be.
bool tells_too_much(std::int64_t people, std::size_t hidden, std::int64_t small) {
  return people < small || (hidden > 2 && people == static_cast<std::int64_t>(hidden) * (small - 1));
}

}  // namespace

std::vector<FoldedRow> fold_small_groups(const std::vector<std::int64_t>& counts, std::int64_t small,
                                         const std::vector<std::size_t>& ties) {
  const std::vector<std::size_t> groups = by_size(counts, ties);
  FoldedRow folded;
  folded.is_folded = true;
  std::vector<FoldedRow> rows;
  for (const std::size_t group : groups) {
    const std::size_t hidden = counts.size() - groups.size() + folded.groups.size();
    const bool are_all_small = !folded.groups.empty() && counts[folded.groups.back()] < small;
    if (counts[group] < small || (rows.empty() && are_all_small && tells_too_much(folded.people, hidden, small))) {
      folded.groups.push_back(group);
      folded.people += counts[group];
    } else {
      rows.push_back(FoldedRow{{group}, counts[group], false});
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const FoldedRow& one, const FoldedRow& other) {
    return one.groups.front() < other.groups.front();
  });
  std::stable_sort(folded.groups.begin(), folded.groups.end());
  if (!folded.groups.empty()) rows.push_back(std::move(folded));
  if (rows.size() < 2) rows.clear();
  return rows;
}

}  // namespace roundtable::core
