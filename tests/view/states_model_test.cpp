// What pages paint of the session's states, of a late start and of a plan that bends.
#include <gtest/gtest.h>

#include "view/show.hpp"
#include "view/view.hpp"
#include "view/viewers.hpp"

namespace roundtable::test {
namespace {

view::Model seen_by(const Story& story, PersonId who) {
  view::Held held;
  held.state = view::show(story.state, viewer_of(who, who ? story.person(who).roles : Roles{Role::display}));
  return view::view(held, story.now_ms);
}
std::string_view stage(const Story& story) {
  return seen_by(story, {}).session.stage;
}

TEST(Stage, each_state_of_a_session_has_its_own) {
  Story story;
  story.now_ms -= limits::lobby_opens_ms + 1;
  EXPECT_EQ(stage(story), "prepared");
  story.say(moderator, StartRehearsal{});
  EXPECT_EQ(stage(story), "rehearsal");
  story.say(moderator, NextPhase{});
  EXPECT_EQ(stage(story), "rehearsal");
  story.say(moderator, EndRehearsal{});
  story.now_ms += 1;
  EXPECT_EQ(stage(story), "lobby");
  story.say(moderator, NextPhase{});
  EXPECT_EQ(stage(story), "running");
  story.say(moderator, CloseSession{});
  EXPECT_EQ(stage(story), "closed");
}

TEST(Stage, a_session_is_reopened_once_its_close_could_not_be_taken_back_any_more) {
  Story story;
  story.say(moderator, NextPhase{});
  Said closed = story.say(moderator, CloseSession{});
  story.wait(5);
  story.say(moderator, Undo{closed.events.front().seq});
  EXPECT_EQ(stage(story), "running");
  story.say(moderator, CloseSession{});
  story.wait(60);
  story.say(moderator, ReopenSession{});
  EXPECT_EQ(stage(story), "reopened");
}

TEST(LateStart, it_says_by_how_much_and_offers_the_plan_fitted_in_what_is_left) {
  Story story;
  EXPECT_EQ(seen_by(story, moderator).agenda.late_ms, 0);
  story.wait(10 * 60);
  const view::AgendaModel agenda = seen_by(story, moderator).agenda;
  EXPECT_EQ(agenda.late_ms, 10 * minute_ms);
  ASSERT_TRUE(agenda.fit.value);
  FitAgenda fit;
  for (const view::FitPhaseModel& each : agenda.fit.value->phases) {
    fit.phases.push_back({each.phase, each.fitted_ms / second_ms});
  }
  EXPECT_EQ(story.answer(moderator, fit), "accepted");
  EXPECT_EQ(story.answer(moderator, NextPhase{}), "accepted");
  EXPECT_EQ(seen_by(story, moderator).agenda.over_ms, 0);
  EXPECT_EQ(seen_by(story, moderator).agenda.late_ms, 0) << "it has started";
}

TEST(LateStart, a_rehearsal_and_a_session_out_of_its_slot_are_not_late) {
  Story story;
  story.say(moderator, StartRehearsal{});
  story.wait(10 * 60);
  EXPECT_EQ(seen_by(story, moderator).agenda.late_ms, 0);
  story.say(moderator, EndRehearsal{});
  story.wait(5 * 3600);
  EXPECT_EQ(seen_by(story, moderator).agenda.late_ms, 0);
}

TEST(BendingPlan, a_skipped_phase_leaves_the_projection) {
  Story story;
  story.say(moderator, NextPhase{});
  story.say(moderator, StartPhase{PhaseId{3}});
  const view::AgendaModel agenda = seen_by(story, moderator).agenda;
  EXPECT_EQ(agenda.phases[1].progress, "skipped");
  EXPECT_TRUE(agenda.phases[1].is_movable);
  EXPECT_FALSE(agenda.phases[0].is_movable);
  EXPECT_EQ(agenda.projected_end_ms, story.now_ms + 20 * minute_ms);
}

TEST(BendingPlan, a_dropped_and_an_added_phase_move_the_end) {
  Story story;
  story.say(moderator, NextPhase{});
  const InstantMs end_ms = seen_by(story, moderator).agenda.projected_end_ms;
  story.say(moderator, DropPhase{PhaseId{2}});
  EXPECT_EQ(seen_by(story, speaker).agenda.projected_end_ms, end_ms - 30 * minute_ms);
  story.say(moderator, AddPhase{Words("Extra"), PhaseKind::discussion, 600});
  EXPECT_EQ(seen_by(story, speaker).agenda.projected_end_ms, end_ms - 20 * minute_ms);
}

TEST(ScreenModel, a_display_gets_what_stands_on_it) {
  Story story;
  const ItemId item = story.draft("A fund");
  story.say(rapporteur, PublishTakeaway{item});
  story.say(moderator, ShowTakeaway{item});
  EXPECT_EQ(seen_by(story, {}).takeaways.on_screen.value, item);
  story.say(moderator, Announce{Words("Lunch")});
  story.say(moderator, ShowAnnouncement{AnnouncementId{1}});
  const view::Model model = seen_by(story, {});
  EXPECT_FALSE(model.takeaways.on_screen.value);
  ASSERT_TRUE(model.announcement_on_screen.value);
  EXPECT_EQ(model.announcement_on_screen.value->text, "Lunch");
}

}  // namespace
}  // namespace roundtable::test
