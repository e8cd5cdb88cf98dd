#include <gtest/gtest.h>

#include <cstdlib>
#include <numeric>

#include "core/fit.hpp"

namespace roundtable::core {
namespace {

std::vector<FitPart> minutes(std::initializer_list<std::pair<int, int>> pairs) {
  std::vector<FitPart> parts;
  for (const auto& [planned, least] : pairs) parts.push_back({planned * minute_ms, least * minute_ms});
  return parts;
}

std::vector<DurationMs> fitted(const std::vector<FitPart>& parts, int slot) {
  auto lengths = fit_plan(parts, slot * minute_ms, minute_ms).value_or(std::vector<DurationMs>{});
  for (DurationMs& length : lengths) length /= minute_ms;
  return lengths;
}

using Lengths = std::vector<DurationMs>;

TEST(FitPlan, FitsTheWorkshopOfTheIgf) {
  EXPECT_EQ(fitted(minutes({{30, 15}, {40, 20}, {20, 10}}), 60), (Lengths{20, 27, 13}));
}

TEST(FitPlan, KeepsProtectedPhasesAndMinimums) {
  EXPECT_EQ(fitted(minutes({{30, 30}, {40, 10}, {20, 10}}), 60), (Lengths{30, 18, 12}));
  EXPECT_EQ(fitted(minutes({{30, 15}, {40, 20}, {20, 10}}), 45), (Lengths{15, 20, 10}));
  EXPECT_EQ(fit_plan(minutes({{30, 15}, {40, 20}, {20, 10}}), 44 * minute_ms, minute_ms), std::nullopt);
}

TEST(FitPlan, LeavesAPlanThatFitsAlone) {
  EXPECT_EQ(fitted(minutes({{30, 15}, {30, 15}}), 60), (Lengths{30, 30}));
  EXPECT_EQ(fitted(minutes({{30, 15}}), 90), (Lengths{30}));
  EXPECT_EQ(fitted({}, 10), Lengths{});
}

TEST(FitPlan, GivesTiesToTheEarlier) {
  EXPECT_EQ(fitted(minutes({{10, 0}, {10, 0}, {10, 0}}), 10), (Lengths{4, 3, 3}));
}

TEST(FitPlan, FitsAnOverrunInWholeSeconds) {
  const std::vector<FitPart> parts{{600'500, 300'000}, {300'250, 300'250}};
  const auto lengths = fit_plan(parts, 800'999, second_ms);
  EXPECT_EQ(*lengths, (Lengths{499'000, 301'000}));
  EXPECT_EQ(fit_plan(parts, -1, second_ms), std::nullopt);
}

TEST(FitPlan, HoldsItsLawsOnRandomPlans) {
  std::srand(7);
  const auto any = [](int most) { return std::rand() % (most + 1); };
  for (int round = 0; round < 20'000; ++round) {
    std::vector<FitPart> parts(static_cast<std::size_t>(1 + any(6)));
    DurationMs planned = 0;
    DurationMs least = 0;
    for (FitPart& part : parts) {
      const int length = any(60);
      part = {length * minute_ms, any(length) * minute_ms};
      planned += part.planned_ms;
      least += part.min_ms;
    }
    const DurationMs slot = any(200) * minute_ms;
    const auto lengths = fit_plan(parts, slot, minute_ms);
    ASSERT_EQ(lengths.has_value(), least <= slot);
    if (!lengths) continue;
    ASSERT_EQ(std::accumulate(lengths->begin(), lengths->end(), DurationMs{0}), std::min(planned, slot));
    for (std::size_t part = 0; part < parts.size(); ++part) {
      ASSERT_LE(parts[part].min_ms, (*lengths)[part]);
      ASSERT_LE((*lengths)[part], parts[part].planned_ms);
      ASSERT_EQ((*lengths)[part] % minute_ms, 0);
      // Within one minute of its exact share.
      if (planned <= slot) continue;
      const DurationMs above = parts[part].planned_ms - parts[part].min_ms;
      const DurationMs share = above * (slot - least) / (planned - least);
      ASSERT_LE(std::abs((*lengths)[part] - parts[part].min_ms - share), minute_ms);
    }
  }
}

}  // namespace
}  // namespace roundtable::core
