#include "core/agenda.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

constexpr PhaseId talks{1};
constexpr PhaseId discussion{2};

TEST(Agenda, the_first_next_starts_the_first_phase) {
  Story story;
  EXPECT_EQ(story.state.session.status, SessionStatus::prepared);
  EXPECT_EQ(story.say(moderator, NextPhase{}).words(), "phase.started chair.taken");
  EXPECT_EQ(story.state.agenda.current, talks);
  EXPECT_EQ(story.state.session.status, SessionStatus::running);
  EXPECT_EQ(story.state.agenda.started_at_ms, story_begins_ms);
}

TEST(Agenda, two_who_press_next_at_once_go_one_phase_on) {
  Story story;
  EXPECT_EQ(story.answer(moderator, NextPhase{PhaseId{}}), "accepted");
  EXPECT_EQ(story.answer(moderator, NextPhase{PhaseId{}}), "already");
  EXPECT_EQ(story.state.agenda.current, talks);
  EXPECT_EQ(story.answer(moderator, NextPhase{talks}), "accepted");
  EXPECT_EQ(story.answer(moderator, NextPhase{talks}), "already");
  EXPECT_EQ(story.state.agenda.current, discussion);
}

TEST(Agenda, only_the_moderator_runs_it) {
  Story story;
  const PersonId person = story.attendee();
  for (PersonId each : {online_moderator, steward, rapporteur, speaker, person}) {
    EXPECT_EQ(story.answer(each, NextPhase{}), "not_allowed");
    EXPECT_EQ(story.answer(each, CloseSession{}), "not_allowed");
  }
}

TEST(Agenda, starting_a_phase_ends_the_one_before) {
  Story story;
  story.say(moderator, StartPhase{talks});
  story.wait(90);
  EXPECT_EQ(story.answer(moderator, StartPhase{discussion}), "accepted");
  EXPECT_EQ(story.phase(1).spent_ms, 90 * second_ms);
  EXPECT_EQ(story.phase(1).ended_at_ms, story.now_ms);
  EXPECT_EQ(story.phase(2).started_at_ms, story.now_ms);
}

TEST(Agenda, starting_is_refused_for_unknown_and_running_phases) {
  Story story;
  EXPECT_EQ(story.answer(moderator, StartPhase{PhaseId{9}}), "not_found");
  story.say(moderator, StartPhase{talks});
  EXPECT_EQ(story.answer(moderator, StartPhase{talks}), "already");
}

TEST(Agenda, a_pause_stops_the_phase_and_the_turn) {
  Story story;
  story.say(moderator, NextPhase{});
  story.raise(story.attendee());
  story.give_first();
  story.wait(30);
  EXPECT_EQ(story.say(moderator, PausePhase{}).words(), "phase.paused");
  story.wait(600);
  EXPECT_EQ(elapsed_ms(story.state.agenda, talks, story.now_ms), 30 * second_ms);
  EXPECT_EQ(elapsed_ms(story.state.floor.turns.at(TurnId{1}), story.now_ms), 30 * second_ms);
  EXPECT_EQ(story.answer(moderator, PausePhase{}), "already");
  EXPECT_EQ(story.say(moderator, ResumePhase{}).words(), "phase.resumed");
  story.wait(5);
  EXPECT_EQ(elapsed_ms(story.state.agenda, talks, story.now_ms), 35 * second_ms);
  EXPECT_EQ(elapsed_ms(story.state.floor.turns.at(TurnId{1}), story.now_ms), 35 * second_ms);
  EXPECT_EQ(story.answer(moderator, ResumePhase{}), "already");
}

TEST(Agenda, a_turn_given_in_a_pause_begins_with_the_resume) {
  Story story;
  story.say(moderator, NextPhase{});
  story.raise(story.attendee());
  story.say(moderator, PausePhase{});
  story.give_first();
  story.wait(60);
  EXPECT_EQ(elapsed_ms(story.state.floor.turns.at(TurnId{1}), story.now_ms), 0);
  story.say(moderator, ResumePhase{});
  story.wait(7);
  story.say(moderator, EndTurn{});
  EXPECT_EQ(story.state.floor.served.modality[2], 7 * second_ms);
}

TEST(Agenda, the_next_phase_ends_a_pause) {
  Story story;
  story.say(moderator, NextPhase{});
  story.say(moderator, PausePhase{});
  story.say(moderator, NextPhase{});
  EXPECT_FALSE(story.state.agenda.is_paused);
  story.wait(4);
  EXPECT_EQ(elapsed_ms(story.state.agenda, discussion, story.now_ms), 4 * second_ms);
}

TEST(Agenda, pause_and_resume_need_a_running_phase) {
  Story story;
  EXPECT_EQ(story.answer(moderator, PausePhase{}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, ResumePhase{}), "wrong_state");
}

TEST(Agenda, back_goes_on_with_the_time_spent) {
  Story story;
  story.say(moderator, NextPhase{});
  story.wait(60);
  story.say(moderator, NextPhase{});
  story.wait(60);
  EXPECT_EQ(story.answer(moderator, PreviousPhase{}), "accepted");
  story.wait(30);
  EXPECT_EQ(story.state.agenda.current, talks);
  EXPECT_EQ(elapsed_ms(story.state.agenda, talks, story.now_ms), 90 * second_ms);
  EXPECT_EQ(story.phase(1).started_at_ms, story_begins_ms) << "a start is never rewritten";
  EXPECT_FALSE(story.phase(1).ended_at_ms);
  EXPECT_EQ(story.answer(moderator, PreviousPhase{}), "wrong_state");
}

TEST(Agenda, after_the_last_phase_the_agenda_is_over_and_can_go_back) {
  Story story;
  for (int count = 0; count < 4; ++count) story.say(moderator, NextPhase{});
  EXPECT_EQ(story.say(moderator, NextPhase{}).words(), "phase.ended");
  EXPECT_FALSE(story.state.agenda.current);
  EXPECT_EQ(story.answer(moderator, NextPhase{}), "wrong_state");
  EXPECT_EQ(story.state.session.status, SessionStatus::running);
  story.say(moderator, PreviousPhase{});
  EXPECT_EQ(story.state.agenda.current, PhaseId{4});
}

TEST(Agenda, before_the_start_there_is_nothing_to_go_back_to) {
  Story story;
  EXPECT_EQ(story.answer(moderator, PreviousPhase{}), "wrong_state");
}

TEST(Agenda, extending_adds_to_the_plan_and_keeps_the_original) {
  Story story;
  const Said said = story.say(moderator, ExtendPhase{talks, 120});
  ASSERT_NE(said.find<PhaseExtended>(), nullptr);
  EXPECT_EQ(said.find<PhaseExtended>()->planned_ms, 12 * minute_ms);
  EXPECT_EQ(story.phase(1).planned_ms, 12 * minute_ms);
  EXPECT_EQ(story.phase(1).original_ms, 10 * minute_ms);
  story.say(moderator, ExtendPhase{talks, -180});
  EXPECT_EQ(story.phase(1).planned_ms, 9 * minute_ms);
}

TEST(Agenda, extending_has_limits) {
  Story story;
  EXPECT_EQ(story.answer(moderator, ExtendPhase{PhaseId{7}, 60}), "not_found");
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, 0}), "bad_data");
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, 7'201}), "bad_data");
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, -7'201}), "bad_data");
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, std::numeric_limits<std::int64_t>::max()}), "bad_data");
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, std::numeric_limits<std::int64_t>::min()}), "bad_data");
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, -541}), "limit") << "a phase lasts a minute at least";
  for (int count = 0; count < 5; ++count) {
    EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, 7'200}), "accepted");
  }
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, 7'200}), "limit") << "and twelve hours at most";
}

TEST(Agenda, a_phase_is_not_shortened_below_the_time_it_has_run) {
  Story story;
  story.say(moderator, NextPhase{});
  story.wait(300);
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, -301}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, -300}), "accepted");
}

TEST(Agenda, a_phase_that_is_over_is_not_extended) {
  Story story;
  story.say(moderator, NextPhase{});
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.answer(moderator, ExtendPhase{talks, 60}), "wrong_state");
}

TEST(Agenda, fitting_sets_the_lengths_given) {
  Story story;
  EXPECT_EQ(story.say(moderator, FitAgenda{{{talks, 300}, {discussion, 600}}}).words(), "agenda.fitted");
  EXPECT_EQ(story.phase(1).planned_ms, 5 * minute_ms);
  EXPECT_EQ(story.phase(2).planned_ms, 10 * minute_ms);
  EXPECT_EQ(story.phase(3).planned_ms, 10 * minute_ms);
}

TEST(Agenda, fitting_is_refused_where_it_makes_no_sense) {
  Story story;
  EXPECT_EQ(story.answer(moderator, FitAgenda{}), "already");
  EXPECT_EQ(story.answer(moderator, FitAgenda{{{talks, 600}}}), "already");
  EXPECT_EQ(story.answer(moderator, FitAgenda{{{PhaseId{8}, 600}}}), "not_found");
  EXPECT_EQ(story.answer(moderator, FitAgenda{{{talks, 0}}}), "bad_data");
  EXPECT_EQ(story.answer(moderator, FitAgenda{{{talks, 43'201}}}), "bad_data");
  EXPECT_EQ(story.answer(moderator, FitAgenda{{{talks, 60}, {talks, 90}}}), "bad_data");
  story.say(moderator, NextPhase{});
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.answer(moderator, FitAgenda{{{talks, 60}}}), "wrong_state");
}

TEST(Agenda, the_presence_at_the_start_is_rounded_up_to_fives) {
  Story story;
  for (int count = 0; count < 6; ++count) story.attendee(StakeholderGroup::government, Modality::online);
  story.attendee(StakeholderGroup::other, Modality::onsite);
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.state.floor.presence.stakeholder_group, (std::vector<std::int64_t>{10, 0, 0, 0, 0, 5, 0}));
  EXPECT_EQ(story.state.floor.presence.modality, (std::vector<std::int64_t>{5, 10, 0}));
}

TEST(Agenda, closing_ends_the_turn_and_the_phase_and_then_only_desk_and_people_go_on) {
  Story story;
  story.say(moderator, NextPhase{});
  story.raise(story.attendee());
  story.give_first();
  story.wait(20);
  EXPECT_EQ(story.say(moderator, CloseSession{}).words(), "floor.ended session.closed");
  EXPECT_EQ(story.state.session.status, SessionStatus::closed);
  EXPECT_EQ(story.state.session.closed_at_ms, story.now_ms);
  EXPECT_EQ(story.phase(1).spent_ms, 20 * second_ms);
  EXPECT_EQ(story.answer(moderator, CloseSession{}), "closed");
  EXPECT_EQ(story.answer(moderator, NextPhase{}), "closed");
  EXPECT_EQ(story.answer(speaker, RaiseHand{}), "closed");
  EXPECT_EQ(story.answer(rapporteur, DraftTakeaway{TakeawayKind::takeaway, Words("T"), Words("B")}), "accepted");
  EXPECT_EQ(story.answer(speaker, UpdatePerson{speaker, profile("Speaker corrected")}), "accepted");
}

}  // namespace
}  // namespace roundtable::test
