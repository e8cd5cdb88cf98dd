// A group's points: several people write at once and nobody loses a word; and how the points reach the plenary.
#include <gtest/gtest.h>

#include "core/breakout_story.hpp"

namespace roundtable::test {
namespace {

constexpr NoteId first_note{1};

TEST(GroupNotes, an_edit_of_what_somebody_else_changed_since_is_refused_and_changes_nothing) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(story.ana, AddNote{std::nullopt, Words("Skills first"), NoteMark::claim});
  EXPECT_EQ(story.answer(story.ben, EditNote{first_note, 1, Words("Skills and law"), NoteMark::claim}), "accepted");
  EXPECT_EQ(story.answer(story.ana, EditNote{first_note, 1, Words("Skills, then money"), std::nullopt}),
            "stale_revision");
  EXPECT_EQ(story.inside(1).notes.list.at(first_note).text, Words("Skills and law"));
  EXPECT_EQ(story.answer(story.ana, EditNote{first_note, 2, Words("Skills and law"), NoteMark::dissent}), "accepted");
  EXPECT_EQ(story.answer(story.ana, EditNote{first_note, 3, Words("Skills and law"), NoteMark::dissent}), "already");
}

TEST(GroupNotes, points_are_ordered_and_removed_by_members_and_staff_alone) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  for (const char* point : {"One", "Two", "Three"})
    story.say(story.ana, AddNote{std::nullopt, Words(point), std::nullopt});
  EXPECT_EQ(story.answer(story.cleo, MoveNote{NoteId{3}, first_note}), "not_found");
  EXPECT_EQ(story.answer(story.ben, MoveNote{NoteId{3}, first_note}), "accepted");
  EXPECT_EQ(story.inside(1).notes.order, (std::vector<NoteId>{NoteId{3}, NoteId{1}, NoteId{2}}));
  EXPECT_EQ(story.answer(story.ben, MoveNote{NoteId{3}, first_note}), "already");
  EXPECT_EQ(story.answer(story.ben, MoveNote{NoteId{3}, NoteId{77}}), "not_found");
  EXPECT_EQ(story.answer(rapporteur, RemoveNote{NoteId{2}}), "accepted");
  EXPECT_EQ(story.answer(rapporteur, AddNote{story.group(2), Words("By the rapporteur"), std::nullopt}), "accepted");
  EXPECT_EQ(story.answer(story.cleo, AddNote{story.group(1), Words("Into another's"), std::nullopt}), "not_found");
}

TEST(GroupNotes, points_can_be_finished_after_the_close) {
  BreakoutStory story;
  story.open({{story.ana}, {story.cleo}});
  story.say(moderator, CloseBreakouts{0});
  EXPECT_EQ(story.answer(story.ana, AddNote{std::nullopt, Words("A last word"), std::nullopt}), "accepted");
  EXPECT_EQ(story.answer(story.ana, RaiseGroupHand{}), "wrong_state");
}

SessionPlan plan_with_report_back() {
  SessionPlan plan = story_plan();
  plan.phases[2].kind = PhaseKind::report_back;
  return plan;
}

TEST(ReportBack, each_group_gets_a_timed_slot_with_its_reporter_or_in_its_own_name) {
  BreakoutStory story(plan_with_report_back());
  story.open({{story.ana}, {story.cleo}});
  story.say(story.ana, TakeGroupRole{GroupRole::reporter});
  story.say(moderator, CloseBreakouts{0});
  ASSERT_TRUE(story.say(moderator, ReportBack{90}).is_accepted());
  const auto& talks = story.phase(3).talks;
  ASSERT_EQ(talks.size(), 2U);
  const Talk& first = story.state.lineup.talks.at(talks[0]);
  const Talk& second = story.state.lineup.talks.at(talks[1]);
  EXPECT_EQ(first.person, story.ana);
  EXPECT_EQ(first.group, story.group(1));
  EXPECT_EQ(first.planned_ms, 90 * second_ms);
  EXPECT_FALSE(second.person);
  EXPECT_EQ(second.group, story.group(2));
  EXPECT_EQ(story.answer(moderator, ReportBack{90}), "already");
}

TEST(ReportBack, a_group_without_a_reporter_has_the_floor_in_its_own_name_and_is_charged_to_nobody) {
  BreakoutStory story(plan_with_report_back());
  story.open({{story.ana}});
  story.say(moderator, CloseBreakouts{0});
  story.say(moderator, ReportBack{60});
  story.say(moderator, StartPhase{PhaseId{3}});
  ASSERT_TRUE(story.say(moderator, StartTalk{}).is_accepted());
  story.wait(45);
  ASSERT_TRUE(story.say(moderator, EndTurn{}).is_accepted());
  EXPECT_TRUE(story.state.floor.spoken.empty());
  EXPECT_EQ(story.state.floor.turns.rbegin()->second.spent_ms, 45 * second_ms);
}

TEST(ReportBack, needs_a_phase_and_groups) {
  BreakoutStory story;
  EXPECT_EQ(story.answer(moderator, ReportBack{60}), "wrong_state");
  story.open({{story.ana}});
  EXPECT_EQ(story.answer(moderator, ReportBack{60}), "wrong_state") << "no phase is for it, and none runs";
  EXPECT_EQ(story.answer(moderator, ReportBack{2}), "bad_data");
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.answer(moderator, ReportBack{60}), "accepted") << "in the phase that runs";
}

TEST(ReportBack, points_are_everyones_once_the_group_reports_or_its_card_is_shown) {
  BreakoutStory story(plan_with_report_back());
  story.open({{story.ana}, {story.cleo}});
  story.say(moderator, CloseBreakouts{0});
  story.say(moderator, ReportBack{60});
  story.say(moderator, StartPhase{PhaseId{3}});
  EXPECT_FALSE(story.state.breakouts.groups.at(story.group(1)).is_published);
  story.say(moderator, StartTalk{});
  EXPECT_TRUE(story.state.breakouts.groups.at(story.group(1)).is_published);
  EXPECT_EQ(story.answer(moderator, ShowGroup{story.group(2)}), "accepted");
  EXPECT_TRUE(story.state.breakouts.groups.at(story.group(2)).is_published);
  EXPECT_EQ(story.state.display.group, story.group(2));
  EXPECT_EQ(story.answer(moderator, ShowGroup{story.group(2)}), "already");
  EXPECT_EQ(story.answer(moderator, ShowGroup{}), "accepted");
  EXPECT_FALSE(story.state.display.group);
}

TEST(ReportBack, a_takeaway_rests_on_a_group_or_on_one_of_its_points) {
  BreakoutStory story;
  story.open({{story.ana}, {story.cleo}});
  story.say(story.ana, AddNote{std::nullopt, Words("Skills first"), std::nullopt});
  const ItemId item = story.draft("Skills");
  Evidence group;
  group.group = story.group(1);
  Evidence note;
  note.note = first_note;
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, group}), "accepted");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, note}), "accepted");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, note}), "already");
  group.group = GroupId{44};
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, group}), "not_found");
  story.say(story.ana, RemoveNote{first_note});
  EXPECT_EQ(story.state.takeaways.items.at(item).evidence.size(), 1U);
}

}  // namespace
}  // namespace roundtable::test
