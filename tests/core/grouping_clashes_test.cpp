#include "core/grouping_clashes.hpp"

#include <gtest/gtest.h>

#include "core/grouping_story.hpp"

namespace roundtable::test {
namespace {

using People = std::vector<std::int32_t>;

GroupingProblem ten_people() {
  return people_with({in_turn(10, 2)}, 3);
}

Clash only_clash(const GroupingProblem& problem) {
  const std::vector<Clash> found = clashes(problem);
  EXPECT_EQ(found.size(), 1U);
  return found.empty() ? Clash{} : found[0];
}

TEST(GroupingClashes, ThereAreNoneInWhatCanHold) {
  EXPECT_TRUE(clashes(ten_people()).empty());
  for (std::uint64_t seed = 1; seed < 30; ++seed) EXPECT_TRUE(clashes(drawn_problem(seed)).empty()) << seed;
}

TEST(GroupingClashes, NameMoreGroupsThanPeople) {
  GroupingProblem problem = ten_people();
  problem.groups = even_groups(10, 11);
  const Clash clash = only_clash(problem);
  EXPECT_EQ(clash.kind, ClashKind::more_groups_than_people);
  EXPECT_EQ(clash.needed, 11);
  EXPECT_EQ(clash.available, 10);
}

TEST(GroupingClashes, NameSizesThatDoNotFitThePeople) {
  GroupingProblem problem = ten_people();
  problem.groups = {{1, 3, nobody}, {1, 3, nobody}, {1, 3, nobody}};
  EXPECT_EQ(only_clash(problem).kind, ClashKind::too_little_room);
  EXPECT_EQ(only_clash(problem).available, 9);
  problem.groups = {{6, 8, nobody}, {6, 8, nobody}};
  EXPECT_EQ(only_clash(problem).kind, ClashKind::too_few_people);
  problem.groups = {{6, 5, nobody}, {0, 8, nobody}};
  EXPECT_EQ(only_clash(problem).kind, ClashKind::min_above_max);
  EXPECT_EQ(only_clash(problem).groups, People{0});
}

TEST(GroupingClashes, NameWhoTiesTwoWhoAreToBeApart) {
  GroupingProblem problem = ten_people();
  problem.together = {{4, 7}, {7, 1}, {2, 3}};
  problem.apart = {{1, 4}};
  const Clash clash = only_clash(problem);
  EXPECT_EQ(clash.kind, ClashKind::together_and_apart);
  EXPECT_EQ(clash.people, (People{1, 4, 7}));
}

TEST(GroupingClashes, NameTiesThatNoGroupHasRoomFor) {
  GroupingProblem problem = ten_people();
  problem.together = {{0, 1}, {1, 2}, {2, 3}, {3, 4}};
  const Clash clash = only_clash(problem);
  EXPECT_EQ(clash.kind, ClashKind::together_too_many);
  EXPECT_EQ(clash.people, (People{0, 1, 2, 3, 4}));
  EXPECT_EQ(clash.needed, 5);
  EXPECT_EQ(clash.available, 4);
}

TEST(GroupingClashes, NameFixedPeopleWhoseTiesSayOtherwise) {
  GroupingProblem problem = ten_people();
  problem.people[0].fixed_group = 0;
  problem.people[2].fixed_group = 1;
  problem.together = {{0, 1}, {1, 2}};
  Clash clash = only_clash(problem);
  EXPECT_EQ(clash.kind, ClashKind::together_elsewhere);
  EXPECT_EQ(clash.people, (People{0, 2, 1}));
  EXPECT_EQ(clash.groups, (People{0, 1}));

  problem.together.clear();
  problem.people[2].fixed_group = 0;
  problem.apart = {{2, 0}};
  clash = only_clash(problem);
  EXPECT_EQ(clash.kind, ClashKind::apart_fixed_together);
  EXPECT_EQ(clash.groups, People{0});
}

TEST(GroupingClashes, NameTooManyWhoAreAllApart) {
  GroupingProblem problem = ten_people();
  for (std::int32_t one = 0; one < 4; ++one) {
    for (std::int32_t other = one + 1; other < 4; ++other) problem.apart.push_back({one, other});
  }
  const Clash clash = only_clash(problem);
  EXPECT_EQ(clash.kind, ClashKind::apart_too_many);
  EXPECT_EQ(clash.people, (People{0, 1, 2, 3}));
}

TEST(GroupingClashes, NameAGroupWithMoreHostsThanPlaces) {
  GroupingProblem problem = ten_people();
  for (std::size_t person = 0; person < 5; ++person) problem.people[person].fixed_group = 2;
  const Clash clash = only_clash(problem);
  EXPECT_EQ(clash.kind, ClashKind::fixed_too_many);
  EXPECT_EQ(clash.groups, People{2});
}

TEST(GroupingClashes, NameSeatsThatCannotBeKeptApart) {
  GroupingProblem problem = ten_people();
  problem.may_mix = false;
  for (std::size_t person = 0; person < 10; ++person) {
    problem.people[person].seat = person < 5 ? Seat::onsite : Seat::online;
  }
  EXPECT_EQ(only_clash(problem).kind, ClashKind::seats_do_not_fit);  // groups of 3 and 4: no five people fill them
  problem.groups = {{2, 6, nobody}, {2, 6, nobody}, {2, 6, nobody}};
  EXPECT_TRUE(clashes(problem).empty());
  problem.together = {{4, 5}};
  EXPECT_EQ(only_clash(problem).kind, ClashKind::seats_together);
  problem.together.clear();
  problem.people[0].fixed_group = problem.people[9].fixed_group = 1;
  EXPECT_EQ(only_clash(problem).kind, ClashKind::seats_fixed);
  EXPECT_EQ(only_clash(problem).people, (People{0, 9}));
  problem.may_mix = true;
  EXPECT_TRUE(clashes(problem).empty());
}

TEST(GroupingClashes, NameWhatDoesNotExist) {
  GroupingProblem problem = ten_people();
  problem.together = {{3, 10}};
  problem.people[1].fixed_group = 3;
  const Clash clash = only_clash(problem);
  EXPECT_EQ(clash.kind, ClashKind::not_there);
  EXPECT_EQ(clash.people, People{10});
  EXPECT_EQ(clash.groups, People{3});
  problem = ten_people();
  problem.distances.assign(99, 0);
  EXPECT_EQ(only_clash(problem).kind, ClashKind::not_there);
}

}  // namespace
}  // namespace roundtable::test
