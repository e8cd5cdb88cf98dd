// What pages paint of breakout groups: the plenary and its display, a member's own group, the moderators' desk.
#include <gtest/gtest.h>

#include "core/breakout_story.hpp"
#include "view/show.hpp"
#include "view/view.hpp"
#include "view/viewers.hpp"

namespace roundtable::test {
namespace {

view::BreakoutsModel painted(const BreakoutStory& story, PersonId who) {
  const Roles roles = who ? story.person(who).roles : Roles{Role::display};
  view::Held held;
  held.state = view::show(story.state, viewer_of(who, roles));
  return view::view(held, story.now_ms).breakouts;
}

TEST(BreakoutsModel, the_display_names_those_whose_names_have_passed_and_counts_the_others) {
  BreakoutStory story;
  story.say(steward, PassNames{{{story.ana, Words("Attendee 6"), {}}}});
  PlanBreakouts plan;
  plan.groups = {{story.ana, story.ben}, {story.cleo, speaker}};
  plan.tables = {4};
  story.say(moderator, plan);
  story.say(moderator, OpenBreakouts{420});
  const view::BreakoutsModel model = painted(story, {});
  ASSERT_EQ(model.groups.size(), 2U);
  ASSERT_EQ(model.groups[0].people.size(), 1U);
  EXPECT_EQ(model.groups[0].people[0].name, "Attendee 6");
  EXPECT_EQ(model.groups[0].unnamed, 1);
  EXPECT_EQ(model.groups[0].size, 2);
  EXPECT_EQ(model.groups[0].table.value, 4U);
  EXPECT_EQ(model.groups[1].people[0].name, "Speaker");
  EXPECT_FALSE(model.mine.value);
  EXPECT_FALSE(model.desk.value);
}

TEST(BreakoutsModel, topics_that_can_be_ranked_stand_there_with_ones_own_order_and_for_staff_the_count) {
  BreakoutStory story;
  EXPECT_FALSE(painted(story, story.ana).offer.value);
  story.say(moderator, OfferTopics{{{{Words("Skills"), std::nullopt}, {Words("Money"), 4U}}}});
  story.say(story.ana, RankTopics{{1, 0}});
  story.say(story.ben, RankTopics{{1}});
  const view::BreakoutsModel of_ana = painted(story, story.ana);
  ASSERT_TRUE(of_ana.offer.value);
  EXPECT_EQ(of_ana.offer.value->mine, (TopicRanking{1, 0}));
  EXPECT_EQ(of_ana.offer.value->topics.at(1).title, "Money");
  EXPECT_EQ(of_ana.offer.value->topics.at(1).first_choices, 0) << "how others rank is staff's to know";
  EXPECT_TRUE(painted(story, story.cleo).offer.value->mine.empty());
  const view::BreakoutsModel of_staff = painted(story, moderator);
  EXPECT_EQ(of_staff.offer.value->topics.at(1).first_choices, 2);
  EXPECT_EQ(of_staff.desk.value->wishes, 2);
}

TEST(BreakoutsModel, time_runs_from_the_opening_and_in_closing_to_the_countdowns_end) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben}});
  story.wait(60);
  EXPECT_EQ(painted(story, story.ana).mine.value->remaining_ms.value, 6 * minute_ms);
  story.say(moderator, ExtendBreakouts{story.group(2), 120});
  EXPECT_EQ(painted(story, {}).remaining_ms.value, 8 * minute_ms) << "the last group's";
  story.say(moderator, CloseBreakouts{90});
  const view::BreakoutsModel closing = painted(story, story.ana);
  EXPECT_EQ(closing.status, "closing");
  EXPECT_EQ(closing.mine.value->remaining_ms.value, 90 * second_ms);
  EXPECT_EQ(closing.mine.value->ends_at_ms.value, story.now_ms + 90 * second_ms);
}

TEST(BreakoutsModel, a_member_sees_the_own_group_with_what_may_be_done_there) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(story.ana, TakeGroupRole{GroupRole::host});
  story.say(story.ben, RaiseGroupHand{});
  story.say(story.ben, AddNote{std::nullopt, Words("Skills first"), NoteMark::claim});
  const view::GroupInsideModel host = *painted(story, story.ana).mine.value;
  EXPECT_TRUE(host.am_host && host.can_lead && host.can_talk && host.can_write);
  EXPECT_FALSE(host.has_hand);
  ASSERT_EQ(host.hands.size(), 1U);
  EXPECT_EQ(host.notes.at(0).mark, NoteMark::claim);
  EXPECT_FALSE(host.notes.at(0).by_name);
  const view::GroupInsideModel other = *painted(story, story.ben).mine.value;
  EXPECT_TRUE(other.has_hand && !other.can_lead);
  EXPECT_EQ(other.host.value->person, story.ana);
  story.say(moderator, CloseBreakouts{0});
  EXPECT_FALSE(painted(story, story.ana).mine.value->can_talk);
  EXPECT_TRUE(painted(story, story.ana).mine.value->can_write);
}

TEST(BreakoutsModel, the_desk_shows_the_balance_of_a_plan_beside_the_room_and_what_a_move_costs) {
  BreakoutStory story;
  PlanBreakouts plan;
  plan.groups = {{story.ana, story.cleo}, {story.ben, story.dora}};
  plan.diversify = {{BreakoutAttribute::stakeholder_group}};
  story.say(moderator, plan);
  const view::BreakoutsModel model = painted(story, moderator);
  EXPECT_EQ(model.status, "planned");
  EXPECT_TRUE(model.groups.empty()) << "nobody is told yet";
  const view::BreakoutDeskModel& desk = *model.desk.value;
  EXPECT_TRUE(desk.is_planned);
  ASSERT_EQ(desk.groups.size(), 2U);
  ASSERT_EQ(desk.groups[0].balance.size(), 1U);
  EXPECT_GT(desk.groups[0].balance[0].deviation_millionths, 0) << "both are of governments";
  ASSERT_EQ(desk.ungrouped.size(), 1U);
  EXPECT_EQ(desk.ungrouped[0].person, speaker);
  view::Held held;
  held.state = view::show(story.state, viewer_of(moderator, {Role::moderator}));
  const auto costs = view::costs_of_moves(held.state, story.ana);
  ASSERT_EQ(costs.size(), 1U);
  EXPECT_EQ(costs[0].group, desk.groups[1].group);
  EXPECT_LT(costs[0].balance_millionths, 0);
}

TEST(BreakoutsModel, small_groups_are_offered_a_merger_and_those_in_need_come_in_order) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben, story.cleo, story.dora}, {speaker}});
  story.say(speaker, CallModerator{});
  story.wait(5);
  story.say(story.ana, CallModerator{});
  const view::BreakoutDeskModel desk = *painted(story, moderator).desk.value;
  EXPECT_EQ(desk.help, (std::vector<GroupId>{story.group(3), story.group(1)}));
  EXPECT_EQ(desk.groups[0].merge_into, (std::vector<GroupId>{story.group(3), story.group(2)}));
  EXPECT_TRUE(desk.groups[1].merge_into.empty());
  story.say(steward, AnswerCall{story.group(3)});
  EXPECT_EQ(painted(story, moderator).desk.value->help, (std::vector<GroupId>{story.group(1)}));
}

TEST(BreakoutsModel, the_tick_list_goes_by_the_name_in_the_call) {
  BreakoutStory story;
  Profile named = profile("Ben", StakeholderGroup::civil_society, Modality::online);
  named.call_name = Words("ben's tablet");
  story.say(story.ben, UpdatePerson{story.ben, named});
  story.open({{story.ana, story.ben}});
  story.say(online_moderator, TickMoved{story.ben, true});
  const auto ticks = painted(story, online_moderator).desk.value->ticks;
  ASSERT_EQ(ticks.size(), 1U) << "Ana is in the room";
  EXPECT_EQ(ticks[0].call_name, "ben's tablet");
  EXPECT_EQ(ticks[0].room, "1");
  EXPECT_TRUE(ticks[0].is_moved);
}

TEST(BreakoutsModel, the_card_is_the_one_shown_or_of_the_group_that_reports) {
  BreakoutStory story;
  story.open({{story.ana}, {story.ben}});
  story.say(story.ana, AddNote{std::nullopt, Words("Skills first"), std::nullopt});
  story.say(moderator, CloseBreakouts{0});
  story.say(moderator, NextPhase{});
  story.say(moderator, ReportBack{60});
  EXPECT_FALSE(painted(story, {}).card.value);
  story.say(moderator, StartTalk{});
  const view::BreakoutsModel reporting = painted(story, {});
  ASSERT_TRUE(reporting.card.value);
  EXPECT_EQ(reporting.card.value->number, 1U);
  EXPECT_EQ(reporting.card.value->notes.at(0).text, "Skills first");
  story.say(moderator, ShowGroup{story.group(2)});
  EXPECT_EQ(painted(story, {}).card.value->number, 2U);
  EXPECT_EQ(painted(story, {}).published.size(), 2U);
}

}  // namespace
}  // namespace roundtable::test
