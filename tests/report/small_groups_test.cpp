#include "report/small_groups.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace roundtable::report {
namespace {

using Counts = std::vector<std::int64_t>;

std::vector<std::int64_t> people_of(const std::vector<FoldedRow>& rows) {
  std::vector<std::int64_t> people;
  for (const FoldedRow& row : rows) people.push_back(row.people);
  return people;
}

TEST(SmallGroups, FoldsSmallOnesTogether) {
  EXPECT_EQ(people_of(fold_small_groups({20, 3, 8, 4, 0}, 5)), (Counts{20, 8, 7}));
  EXPECT_TRUE(fold_small_groups({20, 3, 8, 4, 0}, 5).back().is_folded);
  EXPECT_EQ(fold_small_groups({20, 3, 8, 4, 0}, 5).back().groups, (std::vector<std::size_t>{1, 3}));
}

TEST(SmallGroups, TakesTheNextSmallestAlong) {
  EXPECT_EQ(people_of(fold_small_groups({20, 1, 8, 12}, 5)), (Counts{20, 12, 9}));
  EXPECT_EQ(people_of(fold_small_groups({20, 1, 8}, 5)), (Counts{20, 9}));
  EXPECT_EQ(fold_small_groups({7, 1, 7, 30}, 5).back().groups, (std::vector<std::size_t>{1, 2}));
}

TEST(SmallGroups, GivesNoBreakdownOfOneRow) {
  EXPECT_TRUE(fold_small_groups({}, 5).empty());
  EXPECT_TRUE(fold_small_groups({0, 0}, 5).empty());
  EXPECT_TRUE(fold_small_groups({30}, 5).empty());
  EXPECT_TRUE(fold_small_groups({2, 1}, 5).empty());
  EXPECT_TRUE(fold_small_groups({2, 4}, 5).empty());
  EXPECT_TRUE(fold_small_groups({30, 4}, 5).empty());
}

/// What DESIGN.md says, for one table.
void hold_laws(const Counts& counts, std::int64_t small) {
  const std::vector<FoldedRow> rows = fold_small_groups(counts, small);
  const std::int64_t all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  ASSERT_NE(rows.size(), 1U);
  if (rows.empty()) {
    // Really nothing to tell: at most one group is left over once the small ones have enough company.
    const auto big = std::count_if(counts.begin(), counts.end(), [&](std::int64_t each) { return each >= small; });
    const auto few =
        std::accumulate(counts.begin(), counts.end(), std::int64_t{0},
                        [&](std::int64_t sum, std::int64_t each) { return sum + (each < small ? each : 0); });
    ASSERT_TRUE(big == 0 || (big == 1 && few < small) || (big == 1 && few == 0)) << all;
    return;
  }
  std::int64_t sum = 0;
  std::set<std::size_t> seen;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    ASSERT_GE(rows[row].people, small);
    ASSERT_EQ(rows[row].is_folded, row + 1 == rows.size() && rows[row].is_folded);
    if (!rows[row].is_folded) {
      ASSERT_EQ(rows[row].groups.size(), 1U);
    }
    std::int64_t of_groups = 0;
    for (const std::size_t group : rows[row].groups) {
      ASSERT_TRUE(seen.insert(group).second);
      ASSERT_GT(counts[group], 0);
      of_groups += counts[group];
    }
    ASSERT_EQ(of_groups, rows[row].people);
    sum += rows[row].people;
  }
  ASSERT_EQ(sum, all);
  if (!rows.back().is_folded) return;
  // Not one group more is folded than is needed, and none larger than one shown.
  ASSERT_GE(rows.back().groups.size(), 2U);
  std::int64_t largest = 0;
  for (const std::size_t group : rows.back().groups) largest = std::max(largest, counts[group]);
  if (largest >= small) {
    ASSERT_LT(rows.back().people - largest, small);
  }
  for (std::size_t row = 0; row + 1 < rows.size(); ++row) ASSERT_GE(rows[row].people, largest);
}

TEST(SmallGroups, HoldItsLawsOnAllSmallTables) {
  constexpr std::int64_t most = 8;
  for (std::int64_t code = 0; code < (most + 1) * (most + 1) * (most + 1) * (most + 1) * (most + 1); ++code) {
    Counts counts;
    for (std::int64_t rest = code, group = 0; group < 5; ++group, rest /= most + 1) counts.push_back(rest % (most + 1));
    ASSERT_NO_FATAL_FAILURE(hold_laws(counts, 5)) << code;
    ASSERT_NO_FATAL_FAILURE(hold_laws(counts, 3)) << code;
  }
}

TEST(SmallGroups, GroupsOfNobodyChangeNothing) {
  EXPECT_EQ(people_of(fold_small_groups({9, 0, 3, 0, 6}, 5)), people_of(fold_small_groups({9, 3, 6}, 5)));
}

}  // namespace
}  // namespace roundtable::report
