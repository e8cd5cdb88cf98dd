// Topics that people rank before groups are made, and open groups that are balanced anew.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/breakout_problem.hpp"
#include "core/breakout_rebalance.hpp"
#include "core/breakout_story.hpp"

namespace roundtable::test {
namespace {

std::vector<PlannedTopic> two_topics() {
  return {{Words("Skills"), std::nullopt}, {Words("Money"), std::nullopt}};
}

/// The search that the room runs beside itself.
PlanBreakouts searched(const State& state, PlanBreakouts plan = {}) {
  PlanOutline outline;
  EXPECT_FALSE(outline_plan(state, plan, outline));
  const GroupingTask task = task_of(state, outline);
  const Grouping found = solve(task.problem, 1, 2000);
  plan.groups = members_of(task, found.rounds.front(), outline.groups.size());
  plan.mode = BreakoutMode::balanced;
  return plan;
}

TEST(TopicWishes, are_taken_only_while_topics_are_offered_and_name_each_at_most_once) {
  BreakoutStory story;
  EXPECT_EQ(story.answer(story.ana, RankTopics{{0}}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, OfferTopics{}), "bad_data");  // the session file has none
  EXPECT_EQ(story.answer(moderator, OfferTopics{{{{Words("One alone"), std::nullopt}}}}), "bad_data");
  EXPECT_EQ(story.answer(moderator, OfferTopics{two_topics()}), "accepted");
  EXPECT_EQ(story.answer(moderator, OfferTopics{two_topics()}), "already");
  EXPECT_EQ(story.answer(story.ana, RankTopics{{2}}), "bad_data");
  EXPECT_EQ(story.answer(story.ana, RankTopics{{1, 1}}), "bad_data");
  EXPECT_EQ(story.answer(story.ana, RankTopics{{1, 0}}), "accepted");
  EXPECT_EQ(story.answer(story.ana, RankTopics{{1, 0}}), "already");
  EXPECT_EQ(story.answer(story.ana, RankTopics{}), "accepted");
  EXPECT_TRUE(story.state.breakouts.run.wishes.empty());
}

TEST(TopicWishes, decide_who_comes_into_which_group_as_far_as_there_are_places) {
  BreakoutStory story;
  story.say(moderator, OfferTopics{two_topics()});
  story.say(story.ana, RankTopics{{1, 0}});
  story.say(story.ben, RankTopics{{1}});
  story.say(story.cleo, RankTopics{{0, 1}});
  story.say(story.dora, RankTopics{{0}});
  ASSERT_TRUE(story.say(moderator, searched(story.state)).is_accepted());
  ASSERT_TRUE(story.say(moderator, OpenBreakouts{420}).is_accepted());
  const auto group_titled = [&](PersonId person) {
    return story.state.breakouts.groups.at(group_of(story.state.breakouts, person)).title.text;
  };
  EXPECT_EQ(group_titled(story.ana), "Money");
  EXPECT_EQ(group_titled(story.ben), "Money");
  EXPECT_EQ(group_titled(story.cleo), "Skills");
  EXPECT_EQ(group_titled(story.dora), "Skills");
  EXPECT_FALSE(story.state.breakouts.run.offer.is_open);
  EXPECT_EQ(story.answer(story.ana, RankTopics{{0}}), "wrong_state");
}

TEST(TopicWishes, of_other_topics_are_forgotten_and_of_the_same_kept) {
  BreakoutStory story;
  story.say(moderator, OfferTopics{two_topics()});
  story.say(story.ana, RankTopics{{1, 0}});
  story.say(moderator, OfferTopics{std::vector<PlannedTopic>{}});
  EXPECT_EQ(story.answer(moderator, OfferTopics{std::vector<PlannedTopic>{}}), "already");
  story.say(moderator, OfferTopics{two_topics()});
  EXPECT_EQ(story.state.breakouts.run.wishes.size(), 1U);
  story.say(moderator, OfferTopics{{{{Words("Law"), std::nullopt}, {Words("Trust"), std::nullopt}}}});
  EXPECT_TRUE(story.state.breakouts.run.wishes.empty());
}

TEST(TopicWishes, go_along_when_two_entries_become_one_person) {
  BreakoutStory story;
  story.say(moderator, OfferTopics{two_topics()});
  story.say(story.ana, RankTopics{{1, 0}});
  story.say(moderator, MergePerson{story.ana, story.ben});
  EXPECT_EQ(story.state.breakouts.run.wishes.at(story.ben), (TopicRanking{1, 0}));
}

TEST(Rebalance, moves_as_few_people_as_even_out_the_groups) {
  BreakoutStory story;
  const PersonId eva = story.attendee(StakeholderGroup::civil_society, Modality::online);
  const PersonId finn = story.attendee(StakeholderGroup::private_sector, Modality::onsite);
  story.open({{story.ana, story.ben, story.dora}, {story.cleo, eva, finn}}, BreakoutMode::balanced);
  story.room(LeavePerson{eva, story.now_ms});
  story.room(LeavePerson{finn, story.now_ms});
  const OpenGroups open = rebalance_task(story.state);
  const Grouping found = solve(open.task.problem, 1, 2000);
  const std::vector<GroupMove> moves = moves_between(open, found.rounds.front());
  ASSERT_EQ(moves.size(), 1U);  // three and one become two and two
  EXPECT_EQ(moves.front().group, story.group(2));
  EXPECT_NE(moves.front().person, story.ana);  // cleo is of the government too
  ASSERT_TRUE(story.say(moderator, RebalanceGroups{moves}).is_accepted());
  EXPECT_EQ(group_of(story.state.breakouts, moves.front().person), story.group(2));
}

TEST(Rebalance, leaves_the_host_of_a_group_where_they_are) {
  BreakoutStory story;
  story.open({{story.ben, story.dora}, {story.cleo}}, BreakoutMode::balanced);
  story.room(LeavePerson{story.cleo, story.now_ms});
  ASSERT_TRUE(story.say(story.ben, TakeGroupRole{GroupRole::host}).is_accepted());
  const OpenGroups open = rebalance_task(story.state);
  const auto ben = std::find(open.task.people.begin(), open.task.people.end(), story.ben);
  ASSERT_NE(ben, open.task.people.end());
  EXPECT_EQ(open.task.problem.people[static_cast<std::size_t>(ben - open.task.people.begin())].fixed_group, 0);
}

TEST(Rebalance, says_what_is_wrong_with_moves_and_skips_who_went_meanwhile) {
  BreakoutStory story;
  const auto rebalance = [](std::vector<GroupMove> moves) { return RebalanceGroups{std::move(moves)}; };
  EXPECT_EQ(story.answer(moderator, rebalance({{story.ana, GroupId{1}}})), "wrong_state");
  story.open({{story.ana, story.ben, story.dora}, {story.cleo}}, BreakoutMode::balanced);
  const GroupId second = story.group(2);
  EXPECT_EQ(story.answer(story.ana, rebalance({{story.ana, second}})), "not_allowed");
  EXPECT_EQ(story.answer(moderator, rebalance({})), "already");
  EXPECT_EQ(story.answer(moderator, rebalance({{story.ana, GroupId{99}}})), "not_found");
  EXPECT_EQ(story.answer(moderator, rebalance({{PersonId{99}, second}})), "not_found");
  EXPECT_EQ(story.answer(moderator, rebalance({{story.ana, second}, {story.ana, second}})), "bad_data");
  EXPECT_EQ(story.answer(moderator, rebalance({{story.cleo, second}})), "already");
  story.room(LeavePerson{story.ben, story.now_ms});
  EXPECT_EQ(story.answer(moderator, rebalance({{story.ben, second}, {story.dora, second}})), "accepted");
  EXPECT_EQ(group_of(story.state.breakouts, story.ben), story.group(1));
  EXPECT_EQ(group_of(story.state.breakouts, story.dora), second);
}

TEST(Rebalance, fills_no_group_beyond_its_places) {
  BreakoutStory story;
  PlanBreakouts plan;
  plan.groups = GroupMembers{{story.ana, story.ben}, {story.cleo}};
  plan.topics = {{Words("Skills"), std::nullopt}, {Words("Money"), 1U}};
  story.say(moderator, plan);
  story.say(moderator, OpenBreakouts{420});
  EXPECT_EQ(story.answer(moderator, RebalanceGroups{{{{story.ana, story.group(2)}}}}), "limit");
}

TEST(Rebalance, is_not_for_groups_that_people_chose) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben}}, BreakoutMode::self_selected);
  EXPECT_EQ(story.answer(moderator, RebalanceGroups{{{{story.ana, story.group(2)}}}}), "wrong_state");
}

TEST(Breakouts, who_is_put_into_a_group_is_known_to_everyone_by_the_name_that_may_be_on_screens) {
  BreakoutStory story;
  EXPECT_FALSE(story.state.roster.people.at(story.ana).is_public);
  story.open({{story.ana}, {story.ben}});
  EXPECT_TRUE(story.state.roster.people.at(story.ana).is_public);
  EXPECT_FALSE(story.state.roster.people.at(story.cleo).is_public);
  story.say(moderator, MoveToGroup{story.cleo, story.group(1)});
  EXPECT_TRUE(story.state.roster.people.at(story.cleo).is_public);
}

}  // namespace
}  // namespace roundtable::test
