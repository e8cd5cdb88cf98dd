#include "core/small_groups.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace roundtable::core {
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
  // As many as a small group can have in each of the groups that are not shown: then one more is folded.
  const auto is_told_by_the_rule = [&](std::size_t hidden, std::int64_t people) {
    return hidden > 2 && people == static_cast<std::int64_t>(hidden) * (small - 1);
  };
  if (rows.empty()) {
    // Really nothing to tell: at most one group is left over once the small ones have enough company.
    const auto big = std::count_if(counts.begin(), counts.end(), [&](std::int64_t each) { return each >= small; });
    const auto few =
        std::accumulate(counts.begin(), counts.end(), std::int64_t{0},
                        [&](std::int64_t sum, std::int64_t each) { return sum + (each < small ? each : 0); });
    const bool is_told = is_told_by_the_rule(counts.size() - static_cast<std::size_t>(big), few);
    ASSERT_TRUE(big == 0 || (big == 1 && (few < small || is_told))) << all;
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
    const std::int64_t others = rows.back().people - largest;
    ASSERT_TRUE(others < small || is_told_by_the_rule(counts.size() - rows.size(), others)) << others;
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

/// What somebody sees who knows the groups and the rule: which rows stand alone with how many, and the folded row.
std::uint64_t what_is_shown(const Counts& counts, const std::vector<FoldedRow>& rows) {
  Counts shown(counts.size(), 0);
  for (const FoldedRow& row : rows) {
    if (!row.is_folded) shown[row.groups.front()] = row.people;
  }
  std::uint64_t code = rows.back().is_folded ? static_cast<std::uint64_t>(rows.back().people) : 0;
  for (std::int64_t each : shown) code = code * 16 + static_cast<std::uint64_t>(each);
  return code;
}

/// For each thing that can be seen, what every group could be in the tables that look so.
using Possible = std::map<std::uint64_t, std::vector<std::set<std::int64_t>>>;

void look_at_all_tables(std::size_t groups, std::int64_t most, Possible& possible) {
  std::int64_t tables = 1;
  for (std::size_t group = 0; group < groups; ++group) tables *= most + 1;
  for (std::int64_t code = 0; code < tables; ++code) {
    Counts counts;
    for (std::int64_t rest = code; counts.size() < groups; rest /= most + 1) counts.push_back(rest % (most + 1));
    // Nobody knows the order among groups of one size, and at most one of them ever joins: each may be the first.
    const bool has_ties = std::set<std::int64_t>(counts.begin(), counts.end()).size() < groups;
    for (std::size_t first = 0; first < (has_ties ? groups : 1); ++first) {
      const std::vector<FoldedRow> rows = fold_small_groups(counts, 5, {first});
      if (rows.empty()) continue;
      auto& values = possible[what_is_shown(counts, rows)];
      values.resize(groups);
      for (std::size_t group = 0; group < groups; ++group) values[group].insert(counts[group]);
    }
  }
}

TEST(SmallGroups, no_folded_group_follows_from_what_is_shown_in_any_table_of_up_to_six_rows) {
  for (std::size_t groups = 2; groups <= 6; ++groups) {
    Possible possible;
    look_at_all_tables(groups, groups < 6 ? 9 : 6, possible);
    for (const auto& [shown, values] : possible) {
      std::uint64_t code = shown;
      for (std::size_t group = groups; group-- > 0; code /= 16) {
        if (code % 16 > 0) continue;  // stands alone: it is shown
        const bool is_folded = values[group].size() > 1 || *values[group].begin() > 0;
        if (!is_folded) continue;
        ASSERT_GT(values[group].size(), 1U) << groups << " groups, group " << group << ", " << shown;
      }
    }
  }
}

TEST(SmallGroups, FourInEachOfThreeGroupsAreNotToldByTheirSum) {
  EXPECT_EQ(people_of(fold_small_groups({4, 4, 4, 9, 6}, 5)), (Counts{9, 18}));
  EXPECT_EQ(people_of(fold_small_groups({4, 4, 4, 9, 6, 0}, 5)), (Counts{9, 6, 12})) << "a group of nobody may be one";
}

TEST(SmallGroups, OfGroupsOfOneSizeTheFirstInTheSecretOrderJoins) {
  EXPECT_EQ(fold_small_groups({7, 1, 7, 30}, 5, {0, 2}).back().groups, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(fold_small_groups({7, 1, 7, 30}, 5, {2, 0}).back().groups, (std::vector<std::size_t>{1, 2}));
}

TEST(SmallGroups, GroupsOfNobodyChangeNothing) {
  EXPECT_EQ(people_of(fold_small_groups({9, 0, 3, 0, 6}, 5)), people_of(fold_small_groups({9, 3, 6}, 5)));
}

}  // namespace
}  // namespace roundtable::core
