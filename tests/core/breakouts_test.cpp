// Breakout groups: planned, opened, extended, closed, and who sits where meanwhile.
#include <gtest/gtest.h>

#include "core/breakout_story.hpp"

namespace roundtable::test {
namespace {

TEST(Breakouts, a_plan_moves_nobody_until_it_is_opened) {
  BreakoutStory story;
  story.plan({{story.ana, story.ben}, {story.cleo}});
  EXPECT_FALSE(group_of(story.state.breakouts, story.ana));
  ASSERT_TRUE(story.say(moderator, OpenBreakouts{420}).is_accepted());
  EXPECT_EQ(group_of(story.state.breakouts, story.ana), story.group(1));
  EXPECT_EQ(group_of(story.state.breakouts, story.cleo), story.group(2));
  EXPECT_EQ(story.state.breakouts.groups.at(story.group(1)).planned_ms, 7 * minute_ms);
}

TEST(Breakouts, more_groups_than_people_is_refused_with_how_many_there_can_be) {
  BreakoutStory story;
  PlanBreakouts plan;
  plan.count = 40;
  const Said said = story.say(moderator, plan);
  EXPECT_EQ(said.code(), "bad_data");
  EXPECT_NE(said.refusal->message.find("plan at most 5 groups"), std::string::npos) << said.refusal->message;
}

TEST(Breakouts, a_plan_names_everybody_once_and_only_who_is_here) {
  BreakoutStory story;
  EXPECT_EQ(story.plan({{story.ana}, {story.ana}}).code(), "bad_data");
  EXPECT_EQ(story.plan({{PersonId{99}}}).code(), "not_found");
  story.room(LeavePerson{story.ben, story.now_ms});
  EXPECT_EQ(story.plan({{story.ben}}).code(), "wrong_state");
  EXPECT_FALSE(story.state.breakouts.run.draft);
}

TEST(Breakouts, groups_cannot_be_opened_twice_or_without_a_plan) {
  BreakoutStory story;
  EXPECT_EQ(story.answer(moderator, OpenBreakouts{420}), "wrong_state");
  story.open({{story.ana}, {story.ben}});
  EXPECT_EQ(story.answer(moderator, OpenBreakouts{420}), "already");
  EXPECT_EQ(story.plan({{story.ana}}).code(), "wrong_state");
}

TEST(Breakouts, who_left_since_the_plan_is_dropped_and_who_came_is_placed_when_it_opens) {
  BreakoutStory story;
  story.plan({{story.ana, story.ben}, {story.cleo}}, BreakoutMode::balanced);
  story.room(LeavePerson{story.ben, story.now_ms});
  const PersonId late = story.attendee();
  story.say(moderator, OpenBreakouts{420});
  EXPECT_FALSE(group_of(story.state.breakouts, story.ben));
  EXPECT_TRUE(group_of(story.state.breakouts, late));
}

TEST(Breakouts, latecomers_are_placed_at_once_and_staff_may_change_it) {
  BreakoutStory story;
  story.open({{story.ana, story.ben, story.dora}, {story.cleo}}, BreakoutMode::balanced);
  const PersonId late = story.attendee();
  EXPECT_EQ(group_of(story.state.breakouts, late), story.group(2));
  EXPECT_EQ(story.answer(steward, MoveToGroup{late, story.group(1)}), "accepted");
  EXPECT_EQ(group_of(story.state.breakouts, late), story.group(1));
  story.say(steward, MoveToGroup{late, std::nullopt});
  story.attendee();
  EXPECT_FALSE(group_of(story.state.breakouts, late)) << "whom staff keep in plenary stays there";
}

TEST(Breakouts, who_comes_back_has_the_old_place) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo, story.dora}}, BreakoutMode::balanced);
  story.room(LeavePerson{story.ana, story.now_ms});
  story.room(ReturnPerson{story.ana});
  EXPECT_EQ(group_of(story.state.breakouts, story.ana), story.group(1));
}

TEST(Breakouts, staying_in_plenary_is_a_choice_that_holds_until_it_is_taken_back) {
  BreakoutStory story;
  EXPECT_EQ(story.answer(story.ana, ChooseGroup{}), "accepted");
  story.open({{story.ben}, {story.cleo}}, BreakoutMode::balanced);
  EXPECT_FALSE(group_of(story.state.breakouts, story.ana));
  EXPECT_EQ(story.answer(story.ana, ChooseGroup{}), "already");
  EXPECT_EQ(story.answer(story.ana, ChooseGroup{std::nullopt, true}), "accepted");
  EXPECT_TRUE(group_of(story.state.breakouts, story.ana));
}

TEST(Breakouts, people_choose_only_where_they_may_and_only_while_there_is_room) {
  BreakoutStory story;
  PlanBreakouts plan;
  plan.mode = BreakoutMode::self_selected;
  plan.topics = {{Words("Skills"), 1}, {Words("Law"), std::nullopt}};
  ASSERT_TRUE(story.say(moderator, plan).is_accepted());
  story.say(moderator, OpenBreakouts{420});
  EXPECT_EQ(story.answer(story.ana, ChooseGroup{story.group(1)}), "accepted");
  EXPECT_EQ(story.answer(story.ben, ChooseGroup{story.group(1)}), "limit");
  EXPECT_EQ(story.answer(story.ben, ChooseGroup{story.group(2)}), "accepted");
  EXPECT_EQ(story.answer(moderator, MoveToGroup{story.cleo, story.group(1)}), "accepted") << "staff overrule";

  BreakoutStory other;
  other.open({{other.ana}, {other.ben}});
  EXPECT_EQ(other.answer(other.ana, ChooseGroup{other.group(2)}), "wrong_state");
}

TEST(Breakouts, whoever_left_is_not_moved_and_no_group_is_invented) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben}});
  EXPECT_EQ(story.answer(steward, MoveToGroup{story.ana, GroupId{99}}), "not_found");
  EXPECT_EQ(story.answer(steward, MoveToGroup{story.ana, story.group(1)}), "already");
  story.room(LeavePerson{story.ana, story.now_ms});
  EXPECT_EQ(story.answer(steward, MoveToGroup{story.ana, story.group(2)}), "wrong_state");
}

TEST(Breakouts, one_group_or_all_get_more_time) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben}});
  story.say(moderator, ExtendBreakouts{story.group(2), 60});
  EXPECT_EQ(story.state.breakouts.groups.at(story.group(1)).planned_ms, 7 * minute_ms);
  EXPECT_EQ(story.state.breakouts.groups.at(story.group(2)).planned_ms, 8 * minute_ms);
  story.say(moderator, ExtendBreakouts{std::nullopt, 30});
  EXPECT_EQ(story.state.breakouts.groups.at(story.group(1)).planned_ms, 7 * minute_ms + 30 * second_ms);
}

TEST(Breakouts, closing_counts_down_and_the_clock_closes_at_its_end) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben}});
  story.say(moderator, CloseBreakouts{60});
  EXPECT_EQ(story.state.breakouts.run.status, BreakoutStatus::closing);
  EXPECT_EQ(due(story.state), story.now_ms + minute_ms);
  EXPECT_EQ(story.answer(story.ana, AddNote{std::nullopt, Words("Still writing"), std::nullopt}), "accepted");
  story.wait(59);
  EXPECT_EQ(story.room(Clock{}).code(), "already");
  story.wait(1);
  EXPECT_EQ(story.room(Clock{}).code(), "accepted");
  EXPECT_EQ(story.state.breakouts.run.status, BreakoutStatus::closed);
}

TEST(Breakouts, a_countdown_can_be_made_longer_and_a_close_taken_back) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben}});
  story.say(moderator, CloseBreakouts{60});
  EXPECT_EQ(story.answer(moderator, ExtendBreakouts{story.group(1), 30}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, ExtendBreakouts{std::nullopt, 30}), "accepted");
  EXPECT_EQ(due(story.state), story.now_ms + 90 * second_ms);
  EXPECT_EQ(story.answer(moderator, ReopenBreakouts{}), "accepted");
  EXPECT_EQ(due(story.state), std::nullopt);
  EXPECT_EQ(story.answer(moderator, ReopenBreakouts{}), "already");
}

TEST(Breakouts, the_next_round_is_opened_like_the_first_and_keeps_what_was_written) {
  BreakoutStory story;
  PlanBreakouts plan;
  plan.groups = {{story.ana, story.ben}, {story.cleo, story.dora}};
  plan.later = {{{story.ana, story.cleo}, {story.ben, story.dora}}};
  plan.hosts = {story.ana};
  ASSERT_TRUE(story.say(moderator, plan).is_accepted());
  story.say(moderator, OpenBreakouts{420});
  story.say(story.ana, AddNote{std::nullopt, Words("From the first round"), std::nullopt});
  story.say(moderator, CloseBreakouts{0});
  ASSERT_TRUE(story.say(moderator, OpenBreakouts{420}).is_accepted());
  EXPECT_EQ(story.state.breakouts.run.round, 2U);
  EXPECT_EQ(story.state.breakouts.run.rounds, 2U);
  EXPECT_EQ(group_of(story.state.breakouts, story.cleo), story.group(1));
  EXPECT_EQ(story.inside(1).host, story.ana);
  EXPECT_EQ(story.inside(1).notes.list.size(), 1U);
  EXPECT_EQ(story.state.breakouts.run.past.size(), 1U);
  story.say(moderator, CloseBreakouts{0});
  EXPECT_EQ(story.answer(moderator, OpenBreakouts{420}), "wrong_state") << "no third round was planned";
}

TEST(Breakouts, groups_that_merge_take_their_people_and_points_along) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(story.cleo, AddNote{std::nullopt, Words("Cleo's point"), NoteMark::claim});
  EXPECT_EQ(story.answer(moderator, MergeGroups{story.group(2), story.group(2)}), "bad_data");
  ASSERT_TRUE(story.say(moderator, MergeGroups{story.group(2), story.group(1)}).is_accepted());
  EXPECT_EQ(group_of(story.state.breakouts, story.cleo), story.group(1));
  EXPECT_EQ(story.inside(1).notes.order.size(), 1U);
  EXPECT_EQ(story.answer(moderator, MoveToGroup{story.ana, story.group(2)}), "not_found");
}

TEST(Breakouts, a_removed_person_leaves_the_group_and_a_merged_one_keeps_its_place) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(moderator, RemovePerson{story.ben});
  EXPECT_FALSE(group_of(story.state.breakouts, story.ben));
  story.say(moderator, MergePerson{story.ana, story.dora});
  EXPECT_FALSE(group_of(story.state.breakouts, story.ana));
  EXPECT_EQ(group_of(story.state.breakouts, story.dora), story.group(1));
}

TEST(Breakouts, the_close_of_the_session_closes_the_groups) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben}});
  story.say(moderator, NextPhase{});
  story.say(moderator, CloseSession{});
  EXPECT_EQ(story.state.breakouts.run.status, BreakoutStatus::closed);
}

TEST(Breakouts, a_rehearsal_leaves_no_groups) {
  BreakoutStory story;
  story.say(moderator, StartRehearsal{});
  story.open({{story.ana}, {story.ben}});
  story.say(story.ana, AddNote{std::nullopt, Words("Only tried"), std::nullopt});
  story.say(moderator, EndRehearsal{});
  EXPECT_TRUE(story.state.breakouts.groups.empty());
  EXPECT_FALSE(group_of(story.state.breakouts, story.ana));
}

TEST(Breakouts, jitsi_rooms_are_made_with_the_rooms_secret_and_other_calls_say_a_number) {
  SessionPlan plan = story_plan();
  plan.media = {{"call", "Video call", "https://meet.jit.si/IGF2025?lang=en"}};
  BreakoutStory story(plan);
  Stamp stamp = story.stamp_of(moderator);
  stamp.secret = "abcdefghijklmnopqrstuvwx";
  PlanBreakouts two;
  two.groups = {{story.ana}, {story.ben}};
  story.perform_as(two, stamp);
  const auto& groups = story.state.breakouts.run.draft->groups;
  EXPECT_EQ(groups[0].call.url, "https://meet.jit.si/IGF2025-1-abcdefghijkl");
  EXPECT_EQ(groups[1].call.url, "https://meet.jit.si/IGF2025-2-mnopqrstuvwx");

  plan.media = {{"call", "Zoom", "https://zoom.us/j/1"}};
  BreakoutStory zoom(plan);
  zoom.plan({{zoom.ana}, {zoom.ben}});
  EXPECT_EQ(zoom.state.breakouts.run.draft->groups[1].call, (GroupCall{"2", ""}));
}

TEST(Breakouts, ticks_are_the_online_moderators_and_go_with_a_move) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben}});
  EXPECT_EQ(story.answer(story.ana, TickMoved{story.ana, true}), "not_allowed");
  EXPECT_EQ(story.answer(online_moderator, TickMoved{story.ana, true}), "accepted");
  EXPECT_EQ(story.answer(online_moderator, TickMoved{story.ana, true}), "already");
  story.say(online_moderator, MoveToGroup{story.ana, story.group(2)});
  EXPECT_TRUE(story.state.breakouts.run.ticks.empty());
}

}  // namespace
}  // namespace roundtable::test
