#include "core/grouping.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/grouping_clashes.hpp"
#include "core/grouping_report.hpp"
#include "core/grouping_story.hpp"

namespace roundtable::test {
namespace {

std::vector<std::int64_t> sizes_of(const GroupingProblem& problem, const Round& round) {
  std::vector<std::int64_t> sizes(problem.groups.size(), 0);
  for (const std::int32_t group : round) ++sizes[static_cast<std::size_t>(group)];
  return sizes;
}

TEST(Grouping, SpreadsEveryValueEvenlyWhenThatIsPossible) {
  const GroupingProblem problem = people_with({in_turn(24, 4), in_turn(24, 3)}, 2);
  const Grouping grouping = solve(problem, 1, 200);
  EXPECT_EQ(grouping.cost.total(), 0);
  for (const GroupBalance& group : balance_report(problem, grouping).groups) {
    EXPECT_EQ(group.size, 12);
    for (const AttributeBalance& attribute : group.diversify) {
      for (const ValueShare& share : attribute.values) EXPECT_EQ(share.here * 1'000'000, share.fair_millionths);
    }
  }
}

TEST(Grouping, TheBalanceIsTheSquaredDeviationFromTheRoomsShare) {
  // Two of four have value 0; both sit in the first of two groups: each value is off by one head in each group.
  const GroupingProblem problem = people_with({{0, 0, 1, 1}}, 2);
  const Grouping grouping = evaluate(problem, {{0, 0, 1, 1}});
  EXPECT_EQ(cost_unit(problem), 16);
  EXPECT_EQ(grouping.cost.balance, 10 * 4 * 16);
  EXPECT_EQ(in_millionths(problem, grouping.cost.balance), 40'000'000);
  EXPECT_EQ(evaluate(problem, {{0, 1, 0, 1}}).cost.balance, 0);
}

TEST(Grouping, WhoDoesNotStateAValueCountsForNoneOfThem) {
  const GroupingProblem problem = people_with({{0, 0, nobody, nobody}}, 2);
  // One of the two in each group is the fair share of 2 x 2 / 4.
  EXPECT_EQ(evaluate(problem, {{0, 1, 0, 1}}).cost.balance, 0);
  EXPECT_EQ(evaluate(problem, {{0, 0, 1, 1}}).cost.balance, 10 * 2 * 16);
}

TEST(Grouping, GroupsAreAsEvenAsCanBe) {
  for (std::size_t people = 1; people < 40; ++people) {
    for (std::size_t count = 1; count <= people; ++count) {
      GroupingProblem problem;
      problem.people.resize(people);
      problem.groups = even_groups(people, count);
      for (const Grouping& grouping :
           {solve(problem, people, 3), random_groups(problem, count), snake_groups(problem, 1)}) {
        EXPECT_TRUE(grouping.broken.empty());
        const auto sizes = sizes_of(problem, grouping.rounds[0]);
        EXPECT_LE(*std::max_element(sizes.begin(), sizes.end()) - *std::min_element(sizes.begin(), sizes.end()), 1);
      }
    }
  }
}

TEST(Grouping, ASizeIsTheMostInOneGroup) {
  EXPECT_EQ(groups_of_at_most(10, 4).size(), 3U);
  EXPECT_EQ(groups_of_at_most(12, 4).size(), 3U);
  EXPECT_EQ(groups_of_at_most(13, 4).size(), 4U);
  EXPECT_EQ(groups_of_at_most(3, 8).size(), 1U);
  EXPECT_TRUE(groups_of_at_most(3, 0).empty());
}

TEST(Grouping, IsTheSameForTheSameSeedHoweverTheStepsAreCut) {
  const GroupingProblem problem = drawn_problem(3);
  GroupingSearch sliced(problem, 7);
  for (const std::uint64_t steps : {1U, 2U, 97U, 400U}) sliced.run(steps);
  EXPECT_EQ(sliced.steps(), 500U);
  const Grouping whole = solve(problem, 7, 500);
  EXPECT_EQ(sliced.best().rounds, whole.rounds);
  EXPECT_EQ(sliced.best().cost, whole.cost);
}

TEST(Grouping, LookingAtTheBestDoesNotChangeTheSearch) {
  const GroupingProblem problem = drawn_problem(4);
  GroupingSearch watched(problem, 7);
  for (int slice = 0; slice < 50; ++slice) {
    watched.run(10);
    (void)watched.best();
  }
  EXPECT_EQ(watched.best().rounds, solve(problem, 7, 500).rounds);
}

TEST(Grouping, MoreStepsFindBetterGroups) {
  std::int64_t at_once = 0;
  std::int64_t later = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const GroupingProblem problem = drawn_problem(seed);
    at_once += solve(problem, 2, 0).cost.total();
    later += solve(problem, 2, 1'000).cost.total();
  }
  EXPECT_LT(later, at_once);
}

TEST(Grouping, NoSwapAndNoMoveImprovesWhatWasFound) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const GroupingProblem problem = drawn_problem(seed);
    const Grouping grouping = solve(problem, seed, 300);
    const auto people = static_cast<std::int32_t>(problem.people.size());
    for (std::int32_t round = 0; round < problem.rounds; ++round) {
      for (std::int32_t one = 0; one < people; ++one) {
        for (std::int32_t other = one + 1; other < people; ++other) {
          const CostChange change = cost_of_swap(problem, grouping, round, one, other);
          if (!change.newly_broken.empty()) continue;
          EXPECT_GE(change.cost.total(), 0) << seed << ": " << one << " " << other;
        }
        for (std::size_t group = 0; group < problem.groups.size(); ++group) {
          const CostChange change = cost_of_move(problem, grouping, round, one, static_cast<std::int32_t>(group));
          if (!change.newly_broken.empty()) continue;
          EXPECT_GE(change.cost.total(), 0) << seed << ": " << one << " to " << group;
        }
      }
    }
  }
}

TEST(Grouping, A150PersonRoomIsNoWorseThanAnySwapCanImprove) {
  Random random(11);
  GroupingProblem problem = people_with({drawn_values(random, 150, 6), drawn_values(random, 150, 7),
                                         drawn_values(random, 150, 2), drawn_values(random, 150, 4)},
                                        10);
  const Grouping grouping = solve(problem, 1, 1'500);
  EXPECT_TRUE(grouping.broken.empty());
  for (std::int32_t one = 0; one < 150; ++one) {
    for (std::int32_t other = one + 1; other < 150; ++other) {
      ASSERT_GE(cost_of_swap(problem, grouping, 0, one, other).cost.total(), 0);
    }
  }
  EXPECT_LT(grouping.cost.total(), snake_groups(problem, 1).cost.total() / 2);
}

TEST(Grouping, KeepsEveryRuleThatCanBeKept) {
  for (std::uint64_t seed = 20; seed < 50; ++seed) {
    const GroupingProblem problem = drawn_problem(seed);
    const Grouping grouping = solve(problem, seed, 600);
    for (const BrokenRule& each : grouping.broken) {
      // Too few people may be able to take a role; all else can be kept.
      EXPECT_TRUE(each.rule == GroupRule::facilitator || each.rule == GroupRule::reporter)
          << seed << ": " << name_of(each.rule);
    }
  }
}

TEST(Grouping, EachGroupHasAFacilitatorAndAnotherReporter) {
  GroupingProblem problem = people_with({in_turn(20, 2)}, 4);
  problem.needs_facilitator = problem.needs_reporter = true;
  for (std::size_t person = 0; person < 4; ++person) {
    problem.people[person].can_facilitate = true;
    problem.people[person].can_report = true;
    problem.people[person + 10].can_report = true;
  }
  const Grouping grouping = solve(problem, 1, 200);
  EXPECT_TRUE(grouping.broken.empty());
  for (std::int32_t group = 0; group < 4; ++group) {
    const auto people = members(grouping.rounds[0], group);
    EXPECT_EQ(std::count_if(people.begin(), people.end(), [](std::int32_t person) { return person < 4; }), 1);
  }
}

TEST(Grouping, WithTooFewFacilitatorsAsManyGroupsAsPossibleHaveOne) {
  GroupingProblem problem = people_with({in_turn(20, 2)}, 4);
  problem.needs_facilitator = true;
  for (std::size_t person = 0; person < 3; ++person) problem.people[person].can_facilitate = true;
  const Grouping grouping = solve(problem, 1, 100);
  ASSERT_EQ(grouping.broken.size(), 1U);
  EXPECT_EQ(grouping.broken[0].rule, GroupRule::facilitator);
  EXPECT_TRUE(clashes(problem).empty());
}

TEST(Grouping, TiedPeopleChangePlacesWithAsManyOthers) {
  // Full groups of four, and the pairs must part from each other for balance: no swap of single people can do that.
  GroupingProblem problem = people_with({{0, 0, 0, 0, 1, 1, 1, 1}}, 2);
  problem.together = {{0, 1}, {2, 3}};
  problem.start = {{0, 0, 0, 0, 1, 1, 1, 1}};
  problem.move_price = 1;
  const Grouping grouping = solve(problem, 1, 50);
  EXPECT_TRUE(grouping.broken.empty());
  EXPECT_EQ(grouping.cost.balance, 0);
}

TEST(Grouping, OnsiteAndOnlinePeopleDoNotMixUnlessTheyMay) {
  GroupingProblem problem = people_with({in_turn(30, 3)}, 5);
  problem.groups = std::vector<GroupBounds>(5, {4, 8, nobody});
  for (std::size_t person = 0; person < 30; ++person) {
    problem.people[person].seat = person < 11 ? Seat::onsite : person < 28 ? Seat::online : Seat::either;
  }
  problem.may_mix = false;
  EXPECT_TRUE(clashes(problem).empty());
  const Grouping grouping = solve(problem, 1, 200);
  EXPECT_TRUE(grouping.broken.empty());
  for (const GroupBalance& group : balance_report(problem, grouping).groups)
    EXPECT_EQ(std::min(group.onsite, group.online), 0);
}

TEST(Grouping, OneLanguageSharesATable) {
  GroupingProblem problem = people_with({in_turn(24, 3)}, 4);
  std::vector<std::int32_t> language(24, 0);
  for (const std::size_t person : {1U, 8U, 15U, 22U}) language[person] = 1;
  problem.cluster.push_back({40, language});
  const Grouping grouping = solve(problem, 1, 300);
  const Round& round = grouping.rounds[0];
  for (const std::size_t person : {8U, 15U, 22U}) EXPECT_EQ(round[person], round[1]);
}

TEST(Grouping, HostsStayAndTheOthersMeetNobodyTwice) {
  // Social golfers: nine people in threes can all meet within four rounds.
  GroupingProblem problem;
  problem.people.resize(9);
  problem.groups = even_groups(9, 3);
  problem.rounds = 4;
  const Grouping golfers = solve(problem, 1, 4'000);
  EXPECT_EQ(golfers.cost.meetings, 0);
  EXPECT_EQ(balance_report(problem, golfers).distinct_meetings, 36);
  EXPECT_EQ(balance_report(problem, golfers).most_possible_meetings, 36);

  GroupingProblem cafe;
  cafe.people.resize(16);
  cafe.groups = even_groups(16, 4);
  cafe.rounds = 3;
  for (std::int32_t host = 0; host < 4; ++host) cafe.people[static_cast<std::size_t>(host)].fixed_group = host;
  const Grouping visits = solve(cafe, 1, 4'000);
  EXPECT_TRUE(visits.broken.empty());
  for (const Round& round : visits.rounds) {
    for (std::int32_t host = 0; host < 4; ++host) EXPECT_EQ(round[static_cast<std::size_t>(host)], host);
  }
  EXPECT_TRUE(balance_report(cafe, visits).repeated.empty());
}

TEST(Grouping, WhoMetBeforeIsKeptApartWhereThatCostsNothing) {
  GroupingProblem problem;
  problem.people.resize(8);
  problem.groups = even_groups(8, 2);
  problem.met = {{0, 1, 1}, {2, 3, 1}, {4, 5, 2}, {6, 7, 1}, {7, 6, 1}};
  const Grouping grouping = solve(problem, 1, 100);
  EXPECT_EQ(grouping.cost.meetings, 0);
  // Twice before and once now makes three: 3 - 1 = two pairs of meetings more.
  EXPECT_EQ(evaluate(problem, {{0, 1, 0, 1, 0, 0, 1, 1}}).cost.meetings, (2 + 2) * 10 * 64);
}

TEST(Grouping, ChoicesAreGrantedAsFarAsTheTopicsHaveRoom) {
  GroupingProblem problem;
  problem.people.resize(9);
  problem.groups = {{0, 3, 0}, {0, 3, 1}, {0, 3, 2}};
  for (std::size_t person = 0; person < 9; ++person) {
    problem.people[person].choices = person < 5 ? std::vector<std::int32_t>{0, 1} : std::vector<std::int32_t>{1, 2};
  }
  const Grouping grouping = solve(problem, 1, 200);
  // Three get topic 0; of the other six, who all like 1, three get it; the rest get what is next on the list or not on
  // it.
  EXPECT_GE(balance_report(problem, grouping).first_choices, 3 + 1);
  EXPECT_EQ(in_millionths(problem, grouping.cost.choices), (2 + 3) * 10 * 1'000'000);
}

TEST(Grouping, ARebalanceMovesAsFewAsPossible) {
  GroupingProblem problem = people_with({in_turn(40, 2)}, 4);
  Round start = solve(problem, 1, 200).rounds[0];
  problem.start = {start};
  EXPECT_EQ(balance_report(problem, solve(problem, 5, 300)).moved, 0);

  // Two who are alike leave one group: one move restores the sizes.
  std::int32_t left = 0;
  for (std::size_t person = 0; person < 40 && left < 2; ++person) {
    if (start[person] != 0) continue;
    ++left;
    start[person] = nobody;
  }
  GroupingProblem fewer = people_with({{}}, 1);
  fewer.move_price = 20;
  Round fewer_start;
  for (std::size_t person = 0; person < 40; ++person) {
    if (start[person] == nobody) continue;
    fewer.people.emplace_back();
    fewer.diversify[0].value_of.push_back(problem.diversify[0].value_of[person]);
    fewer_start.push_back(start[person]);
  }
  fewer.groups = even_groups(fewer.people.size(), 4);
  fewer.start = {fewer_start};
  const Grouping again = solve(fewer, 1, 300);
  EXPECT_TRUE(again.broken.empty());
  EXPECT_EQ(balance_report(fewer, again).moved, 1);
}

TEST(Grouping, ALateJoinerGoesWhereTheValueIsMissingAndThereIsRoom) {
  GroupingProblem problem = people_with({{0, 0, 1, 0, 1, 1, 1}}, 2);
  problem.groups = {{0, 4, nobody}, {0, 4, nobody}};
  Grouping grouping = evaluate(problem, {{0, 0, 0, 1, 1, 1}});
  EXPECT_EQ(place_late(problem, grouping, 6), std::vector<std::int32_t>{0});
  problem.groups[0].max_size = 3;
  EXPECT_EQ(place_late(problem, grouping, 6), std::vector<std::int32_t>{1});
  problem.apart = {{6, 4}};
  problem.groups[0].max_size = 4;
  problem.diversify[0].value_of[6] = 0;
  EXPECT_EQ(place_late(problem, grouping, 6), std::vector<std::int32_t>{0});
  problem.people[6].fixed_group = 1;
  EXPECT_EQ(place_late(problem, grouping, 6), std::vector<std::int32_t>{1});
}

TEST(Grouping, WhatAMoveAndASwapCostIsTheDifferenceOfTheWhole) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const GroupingProblem problem = drawn_problem(seed);
    Random random(seed);
    std::vector<Round> rounds;
    for (std::int64_t round = 0; round < problem.rounds; ++round) rounds.push_back(drawn_round(random, problem));
    const Grouping before = evaluate(problem, rounds);
    const auto round = static_cast<std::int32_t>(random.below(rounds.size()));
    const auto one = static_cast<std::int32_t>(random.below(problem.people.size()));
    const auto other = static_cast<std::int32_t>(random.below(problem.people.size()));
    Round& changed = rounds[static_cast<std::size_t>(round)];
    std::swap(changed[static_cast<std::size_t>(one)], changed[static_cast<std::size_t>(other)]);
    const Grouping after = evaluate(problem, rounds);
    const CostChange swapped = cost_of_swap(problem, before, round, one, other);
    EXPECT_EQ(swapped.cost.total(), after.cost.total() - before.cost.total());
    EXPECT_EQ(swapped.cost.meetings, after.cost.meetings - before.cost.meetings);
    EXPECT_EQ(swapped.cost.choices, after.cost.choices - before.cost.choices);
    EXPECT_EQ(after.broken.size(), before.broken.size() + swapped.newly_broken.size() - swapped.mended.size());
    const CostChange moved = cost_of_move(problem, after, round, one, 0);
    changed[static_cast<std::size_t>(one)] = 0;
    EXPECT_EQ(moved.cost.total(), evaluate(problem, rounds).cost.total() - after.cost.total());
  }
}

TEST(Grouping, NothingToGroupIsNoTrouble) {
  EXPECT_TRUE(solve(GroupingProblem{}, 1, 10).rounds[0].empty());
  GroupingProblem problem;
  problem.people.resize(3);
  EXPECT_EQ(solve(problem, 1, 10).rounds[0], Round(3, nobody));
  EXPECT_EQ(place_late(problem, {}, 0), Round(1, nobody));
  EXPECT_EQ(random_groups(problem, 1).rounds[0], Round(3, nobody));
  problem.groups = even_groups(3, 1);
  EXPECT_EQ(solve(problem, 1, 10).rounds[0], Round(3, 0));
  EXPECT_TRUE(cost_of_move(problem, Grouping{}, 5, 9, 9).newly_broken.empty());
}

TEST(Grouping, WhatClashesStaysBrokenAndIsNamed) {
  GroupingProblem problem = people_with({in_turn(6, 2)}, 3);
  problem.together = {{0, 1}, {1, 2}};
  problem.apart = {{0, 2}};
  const Grouping grouping = solve(problem, 1, 100);
  EXPECT_FALSE(grouping.broken.empty());
  for (const std::int32_t group : grouping.rounds[0]) EXPECT_GE(group, 0);
}

TEST(Grouping, PlainDistancesAreMaximised) {
  // Two far clusters of three: each group of two takes one of each.
  GroupingProblem problem;
  problem.people.resize(6);
  problem.groups = even_groups(6, 3);
  for (int one = 0; one < 6; ++one) {
    for (int other = 0; other < 6; ++other) problem.distances.push_back((one < 3) != (other < 3) ? 5'000'000 : 0);
  }
  EXPECT_EQ(solve(problem, 1, 50).cost.distances, -15'000'000);
}

}  // namespace
}  // namespace roundtable::test
