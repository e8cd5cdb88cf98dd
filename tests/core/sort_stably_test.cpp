#include "core/sort_stably.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace roundtable::test {
namespace {

using Entry = std::pair<std::uint32_t, std::size_t>;

bool is_before(const Entry& one, const Entry& other) {
  return one.first < other.first;
}

TEST(SortStably, equal_things_stay_in_their_order_whatever_their_number) {
  std::uint32_t drawn = 1;
  for (std::size_t count = 0; count < 70; ++count) {
    std::vector<Entry> entries;
    for (std::size_t place = 0; place < count; ++place) {
      drawn = drawn * 1664525U + 1013904223U;
      entries.emplace_back(drawn >> 29U, place);
    }
    std::vector<Entry> expected = entries;
    std::stable_sort(expected.begin(), expected.end(), is_before);
    core::sort_stably(entries, is_before);
    EXPECT_EQ(entries, expected) << count;
  }
}

TEST(SortStably, moves_what_cannot_be_copied) {
  std::vector<std::unique_ptr<int>> values;
  for (int each : {3, 1, 2}) values.push_back(std::make_unique<int>(each));
  core::sort_stably(values, [](const auto& one, const auto& other) { return *one < *other; });
  EXPECT_EQ(*values[0], 1);
  EXPECT_EQ(*values[1], 2);
  EXPECT_EQ(*values[2], 3);
}

}  // namespace
}  // namespace roundtable::test
