#include "core/fit.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.hpp"

namespace roundtable::test {
namespace {

using namespace core;
using Lengths = std::vector<DurationMs>;

TEST(Fit, what_fits_stays_as_planned) {
  EXPECT_EQ(fit_plan({{30, 10}, {30, 10}}, 60, 1), (Lengths{30, 30}));
}

TEST(Fit, parts_shrink_in_proportion_above_their_minimum) {
  EXPECT_EQ(fit_plan({{30, 10}, {60, 20}}, 60, 1), (Lengths{20, 40}));
}

TEST(Fit, a_part_at_its_minimum_keeps_it) {
  EXPECT_EQ(fit_plan({{30, 30}, {60, 10}}, 60, 1), (Lengths{30, 30}));
}

TEST(Fit, when_the_minimums_do_not_fit_there_is_no_plan) {
  EXPECT_FALSE(fit_plan({{30, 20}, {30, 20}}, 39, 1));
  EXPECT_FALSE(fit_plan({{30, 0}}, -1, 1));
}

TEST(Fit, ties_go_to_the_earlier_part) {
  EXPECT_EQ(fit_plan({{3, 0}, {3, 0}}, 5, 1), (Lengths{3, 2}));
}

TEST(Fit, a_protected_phase_has_its_plan_as_minimum) {
  PlannedPhase phase;
  phase.planned_ms = 600;
  phase.min_ms = 100;
  EXPECT_EQ(fit_part(phase).min_ms, 100);
  phase.is_protected = true;
  EXPECT_EQ(fit_part(phase).min_ms, 600);
}

TEST(Fit, fitted_lengths_add_up_and_keep_every_minimum) {
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    Random random(seed);
    std::vector<FitPart> parts;
    DurationMs planned_ms = 0;
    DurationMs least_ms = 0;
    for (std::uint64_t count = 1 + random.below(8); count > 0; --count) {
      FitPart part;
      part.planned_ms = static_cast<DurationMs>(1 + random.below(40)) * minute_ms;
      part.min_ms = static_cast<DurationMs>(random.below(40)) * minute_ms;
      planned_ms += part.planned_ms;
      least_ms += std::min(part.min_ms, part.planned_ms);
      parts.push_back(part);
    }
    const auto total_ms = static_cast<DurationMs>(random.below(static_cast<std::uint64_t>(planned_ms)));
    const auto fitted = fit_plan(parts, total_ms, second_ms);
    ASSERT_EQ(fitted.has_value(), least_ms <= total_ms / second_ms * second_ms) << "seed " << seed;
    if (!fitted) continue;
    DurationMs sum_ms = 0;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      sum_ms += (*fitted)[part];
      ASSERT_GE((*fitted)[part], std::min(parts[part].min_ms, parts[part].planned_ms)) << "seed " << seed;
      ASSERT_LE((*fitted)[part], parts[part].planned_ms) << "seed " << seed;
    }
    ASSERT_EQ(sum_ms, total_ms / second_ms * second_ms) << "seed " << seed;
  }
}

}  // namespace
}  // namespace roundtable::test
