#include "core/grouping_seating.hpp"

#include <gtest/gtest.h>

#include "core/grouping_story.hpp"

namespace roundtable::test {
namespace {

std::vector<Round> of_people(const GroupingFrame& frame, const Seating& seating) {
  std::vector<Round> rounds;
  for (std::size_t round = 0; round < frame.rounds; ++round) {
    Round groups;
    for (const std::int32_t unit : frame.unit_of) {
      groups.push_back(seating.round(round).group_of[static_cast<std::size_t>(unit)]);
    }
    rounds.push_back(std::move(groups));
  }
  return rounds;
}

/// The rules that the search prices and the cost, as the evaluation sees them without any sums.
std::int64_t cost_of(const GroupingProblem& problem, const GroupingFrame& frame, const Seating& seating) {
  const Grouping grouping = evaluate(problem, of_people(frame, seating));
  return grouping.cost.total();
}

TEST(GroupingSeating, ItsSumsFollowEveryMoveAsTheEvaluationCounts) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    GroupingProblem problem = drawn_problem(seed);
    // What is broken has a price of its own; here only the costs are compared.
    problem.needs_facilitator = problem.needs_reporter = false;
    problem.apart.clear();
    problem.people[0].fixed_group = nobody;
    for (GroupBounds& bounds : problem.groups) bounds = {0, 30, bounds.topic};
    const GroupingFrame frame = frame_of(problem);
    Seating seating(frame);
    Draws draws(seed);
    seat_everyone(seating, draws);
    std::int64_t cost = cost_of(problem, frame, seating);
    std::int64_t sum = seating.cost();
    for (int move = 0; move < 60; ++move) {
      seating.move(draws.below(frame.rounds), static_cast<std::int32_t>(draws.below(frame.units.size())),
                   static_cast<std::int32_t>(draws.below(frame.groups)));
      const std::int64_t next = cost_of(problem, frame, seating);
      ASSERT_EQ(seating.cost() - sum, next - cost) << "seed " << seed << ", move " << move;
      cost = next;
      sum = seating.cost();
    }
  }
}

TEST(GroupingSeating, GoesBackToWhatItWas) {
  const GroupingProblem problem = drawn_problem(9);
  const GroupingFrame frame = frame_of(problem);
  Seating seating(frame);
  Draws draws(1);
  seat_everyone(seating, draws);
  const std::vector<Round> before = seating.groups_of_units();
  const std::int64_t cost = seating.cost();
  for (int move = 0; move < 40; ++move) {
    seating.move(draws.below(frame.rounds), static_cast<std::int32_t>(draws.below(frame.units.size())),
                 static_cast<std::int32_t>(draws.below(frame.groups)));
  }
  seating.restore(before);
  EXPECT_EQ(seating.groups_of_units(), before);
  EXPECT_EQ(seating.cost(), cost);
}

}  // namespace
}  // namespace roundtable::test
