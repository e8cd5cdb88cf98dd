// What pages paint: the projected end, the fitting plan, the queue with places and waits, own things, small numbers.
#include <gtest/gtest.h>

#include "view/show.hpp"
#include "view/view.hpp"
#include "view/viewers.hpp"

namespace roundtable::test {
namespace {

view::Held held_by(const Story& story, PersonId who) {
  view::Held held;
  const Roles roles = who ? story.person(who).roles : Roles{Role::display};
  held.state = view::show(story.state, viewer_of(who, roles));
  held.gauges.questions = view::vote_counts(story.state.questions);
  return held;
}
view::Model seen_by_person(const Story& story, PersonId who) {
  return view::view(held_by(story, who), story.now_ms);
}

TEST(AgendaModel, before_the_start_it_ends_as_planned) {
  Story story;
  story.now_ms -= hour_ms;
  const view::AgendaModel agenda = seen_by_person(story, speaker).agenda;
  EXPECT_EQ(agenda.projected_end_ms, story_begins_ms + hour_ms);
  EXPECT_EQ(agenda.slot_ends_at_ms, story_begins_ms + hour_ms);
  EXPECT_EQ(agenda.over_ms, 0);
  EXPECT_FALSE(agenda.fit.value);
  EXPECT_EQ(agenda.next.value, PhaseId{1});
}

TEST(AgendaModel, an_overrun_pushes_the_end_and_offers_a_plan_that_ends_on_time) {
  Story story;
  story.say(moderator, NextPhase{});
  story.wait(15 * 60);
  const view::AgendaModel agenda = seen_by_person(story, moderator).agenda;
  EXPECT_EQ(agenda.over_ms, 5 * minute_ms);
  EXPECT_EQ(agenda.remaining_ms.value, -5 * minute_ms);
  ASSERT_TRUE(agenda.fit.value);
  DurationMs fitted_ms = 0;
  FitAgenda apply_it;
  for (const view::FitPhaseModel& each : agenda.fit.value->phases) {
    fitted_ms += each.fitted_ms;
    apply_it.phases.push_back({each.phase, each.fitted_ms / second_ms});
    const bool is_kept = each.phase != PhaseId{3} || each.fitted_ms == 10 * minute_ms;
    EXPECT_TRUE(is_kept) << "protected";
  }
  EXPECT_EQ(fitted_ms, hour_ms);
  EXPECT_EQ(story.answer(moderator, apply_it), "accepted");
  EXPECT_EQ(seen_by_person(story, moderator).agenda.over_ms, 0);
}

TEST(AgendaModel, when_minimums_do_not_fit_it_says_by_how_much) {
  Story story;
  story.say(moderator, NextPhase{});
  story.wait(50 * 60);
  const view::AgendaModel agenda = seen_by_person(story, moderator).agenda;
  ASSERT_TRUE(agenda.fit.value);
  EXPECT_EQ(agenda.fit.value->still_over_ms, 14 * minute_ms);
}

TEST(AgendaModel, a_pause_moves_the_end_second_by_second) {
  Story story;
  story.say(moderator, NextPhase{});
  story.say(moderator, PausePhase{});
  story.wait(60);
  EXPECT_EQ(seen_by_person(story, speaker).agenda.over_ms, minute_ms);
  EXPECT_EQ(seen_by_person(story, speaker).agenda.remaining_ms.value, 10 * minute_ms);
}

TEST(FloorModel, the_queue_tells_places_waits_and_reasons) {
  Story story;
  story.raise(speaker);
  story.give_first();
  story.wait(30);
  story.raise(steward);
  story.raise(rapporteur);
  const view::FloorModel floor = seen_by_person(story, rapporteur).floor;
  ASSERT_TRUE(floor.turn.value);
  EXPECT_EQ(floor.turn.value->remaining_ms, 90 * second_ms);
  ASSERT_EQ(floor.queue.size(), 2U);
  EXPECT_EQ(floor.queue[1].position, 2);
  EXPECT_EQ(floor.queue[1].wait_ms, 210 * second_ms);
  EXPECT_TRUE(floor.queue[1].is_mine);
  ASSERT_TRUE(floor.mine.value);
  EXPECT_FALSE(floor.if_raised.value);
}

TEST(FloorModel, who_has_no_hand_up_sees_the_place_a_hand_would_get) {
  Story story;
  for (PersonId each : {moderator, online_moderator, steward}) story.raise(each);
  const PersonId person = story.attendee();
  const view::FloorModel before = seen_by_person(story, person).floor;
  ASSERT_TRUE(before.if_raised.value);
  EXPECT_EQ(before.if_raised.value->position, 4);
  story.raise(person);
  const view::FloorModel after = seen_by_person(story, person).floor;
  ASSERT_TRUE(after.mine.value);
  EXPECT_EQ(after.mine.value->position, 4);
  EXPECT_EQ(after.mine.value->wait_ms, before.if_raised.value->wait_ms);
}

TEST(QuestionsModel, authors_see_their_own_pending_ones_and_others_do_not) {
  Story story;
  story.ask(speaker, "Mine?");
  EXPECT_EQ(seen_by_person(story, speaker).questions.mine.size(), 1U);
  EXPECT_TRUE(seen_by_person(story, story.attendee()).questions.mine.empty());
  EXPECT_TRUE(seen_by_person(story, PersonId{}).questions.pending.empty());
  EXPECT_EQ(seen_by_person(story, moderator).questions.pending.size(), 1U);
}

TEST(QuestionsModel, heads_stand_by_votes_with_every_wording) {
  Story story;
  const QuestionId quiet = story.approved(speaker, "Quiet");
  const QuestionId loud = story.approved(speaker, "Loud");
  const QuestionId merged = story.approved(steward, "Also loud");
  story.say(moderator, VoteQuestion{merged});
  story.say(moderator, MergeQuestion{merged, loud});
  const view::QuestionsModel questions = seen_by_person(story, moderator).questions;
  ASSERT_EQ(questions.by_votes.size(), 2U);
  EXPECT_EQ(questions.by_votes[0].question, loud);
  EXPECT_EQ(questions.by_votes[0].votes.value, 1);
  EXPECT_TRUE(questions.by_votes[0].has_voted);
  ASSERT_EQ(questions.by_votes[0].merged.size(), 1U);
  EXPECT_EQ(questions.by_votes[0].merged[0].text, "Also loud");
  EXPECT_EQ(questions.by_votes[1].question, quiet);
}

TEST(Gauges, a_display_gets_one_sum_when_a_part_is_under_five) {
  const view::Present few = view::for_display({3, 8, 0, std::nullopt});
  EXPECT_EQ(few.all, 11);
  EXPECT_FALSE(few.onsite);
  const view::Present many = view::for_display({5, 8, 0, std::nullopt});
  EXPECT_FALSE(many.all);
  EXPECT_EQ(many.online, 8);
}

}  // namespace
}  // namespace roundtable::test
