#include "core/undo.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

class TakeBack : public ::testing::Test {
 protected:
  static SessionPlan plan() {
    SessionPlan made = story_plan("first_come");
    made.phases[0].speakers = {{speaker, 4 * minute_ms}, {rapporteur, 3 * minute_ms}};
    return made;
  }
  TakeBack() : story(plan()) {
    ana = story.attendee(StakeholderGroup::government);
    ben = story.attendee(StakeholderGroup::civil_society);
    story.say(moderator, NextPhase{});
  }
  Said undo(const Said& act) { return story.say(moderator, Undo{act.events.back().seq}); }
  const Turn& turn(std::uint32_t id) const { return story.state.floor.turns.at(TurnId{id}); }
  /// Without what stays in the record on purpose: turns, and what may be taken back.
  Floor floor_without_record() const {
    Floor floor = story.state.floor;
    floor.turns.clear();
    return floor;
  }
  Story story;
  PersonId ana;
  PersonId ben;
};

TEST_F(TakeBack, a_wrong_give_leaves_the_queue_as_it_was) {
  story.raise(ana);
  story.raise(ben);
  const Floor before = floor_without_record();
  const Said gave = story.say(moderator, GiveFloor{HandId{2}, std::nullopt, HandId{1}, Words("Slip")});
  story.wait(5);
  EXPECT_EQ(undo(gave).words().substr(0, 21), "undone floor.restored");
  EXPECT_EQ(floor_without_record(), before);
  EXPECT_TRUE(turn(1).is_undone) << "it stays in the record";
  EXPECT_EQ(story.queue(), (std::vector<PersonId>{ana, ben}));
}

TEST_F(TakeBack, the_turn_that_a_wrong_give_ended_goes_on_as_though_it_had_not) {
  story.raise(ana);
  story.raise(ben);
  story.give_first();
  story.wait(30);
  const Said gave = story.give_first();
  story.wait(4);
  undo(gave);
  EXPECT_EQ(story.state.floor.running, TurnId{1});
  EXPECT_EQ(elapsed_ms(turn(1), story.now_ms), 34 * second_ms);
  story.wait(6);
  story.say(moderator, EndTurn{});
  EXPECT_EQ(story.state.floor.spoken.at(ana).spoken_ms, 40 * second_ms);
  EXPECT_FALSE(story.state.floor.spoken.contains(ben)) << "as new as before";
  EXPECT_EQ(story.first(), HandId{2});
}

TEST_F(TakeBack, a_wrong_end_gives_the_floor_back) {
  story.raise(ana);
  story.give_first();
  story.wait(30);
  const Said ended = story.say(moderator, EndTurn{});
  story.wait(3);
  EXPECT_EQ(undo(ended).words(), "undone floor.restored");
  EXPECT_EQ(story.state.floor.running, TurnId{1});
  EXPECT_EQ(elapsed_ms(turn(1), story.now_ms), 33 * second_ms);
  EXPECT_EQ(story.state.floor.served, Served{});
  EXPECT_TRUE(story.say(moderator, MarkUnspoken{}).find<FloorUnspoken>()->hand) << "and the hand is still known";
}

TEST_F(TakeBack, hands_of_others_do_not_stand_in_the_way) {
  story.raise(ana);
  const Said gave = story.give_first();
  story.raise(ben);
  EXPECT_TRUE(undo(gave).is_accepted());
  EXPECT_EQ(story.queue(), (std::vector<PersonId>{ana, ben}));
}

TEST_F(TakeBack, a_hand_raised_again_meanwhile_makes_way_for_the_old_place) {
  const HandId first = story.raise(ana);
  const Said gave = story.give_first();
  story.raise(ben);
  story.raise(ana);
  EXPECT_TRUE(undo(gave).is_accepted());
  EXPECT_EQ(story.queue(), (std::vector<PersonId>{ana, ben}));
  EXPECT_EQ(story.first(), first);
}

TEST_F(TakeBack, is_refused_after_the_next_act_of_the_feature) {
  story.raise(ana);
  const Said gave = story.give_first();
  story.say(moderator, ExtendTurn{30});
  EXPECT_EQ(undo(gave).code(), "wrong_state");
}

TEST_F(TakeBack, is_refused_a_second_time) {
  story.raise(ana);
  const Said gave = story.give_first();
  undo(gave);
  EXPECT_EQ(undo(gave).code(), "wrong_state");
}

TEST_F(TakeBack, is_refused_after_ten_seconds) {
  story.raise(ana);
  const Said gave = story.give_first();
  story.wait(10);
  EXPECT_TRUE(undo(gave).is_accepted());
  const Said again = story.give_first();
  story.wait(11);
  EXPECT_EQ(undo(again).code(), "late");
}

TEST_F(TakeBack, knows_the_act_by_any_of_its_events) {
  story.raise(ana);
  story.raise(ben);
  story.give_first();
  const Said gave = story.give_first();
  ASSERT_GE(gave.events.size(), 2U);
  EXPECT_TRUE(story.say(moderator, Undo{gave.events.front().seq}).is_accepted());
  EXPECT_EQ(story.answer(moderator, Undo{0}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, Undo{-5}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, Undo{1'000'000}), "wrong_state");
}

TEST_F(TakeBack, a_wrong_next_takes_the_phase_back_with_its_clock) {
  story.wait(100);
  const Said next = story.say(moderator, NextPhase{});
  story.wait(6);
  EXPECT_EQ(undo(next).words(), "undone phase.restored");
  EXPECT_EQ(story.state.agenda.current, PhaseId{1});
  EXPECT_EQ(elapsed_ms(story.state.agenda, PhaseId{1}, story.now_ms), 106 * second_ms);
  EXPECT_FALSE(story.phase(2).started_at_ms);
  EXPECT_EQ(story.phase(2).spent_ms, 0);
}

TEST_F(TakeBack, a_wrong_next_in_mid_talk_gives_the_talk_back) {
  story.say(moderator, StartTalk{});
  story.wait(60);
  const Said next = story.say(moderator, NextPhase{});
  story.wait(5);
  EXPECT_EQ(undo(next).words(), "undone phase.restored floor.restored");
  EXPECT_EQ(story.state.lineup.talks.at(TalkId{1}).status, TalkStatus::running);
  EXPECT_EQ(story.state.lineup.talks.at(TalkId{1}).spent_ms, 0);
  EXPECT_EQ(elapsed_ms(turn(1), story.now_ms), 65 * second_ms);
  EXPECT_EQ(story.phase(1).planned_ms, 10 * minute_ms);
}

TEST_F(TakeBack, a_talk_begun_by_mistake_waits_again) {
  story.say(moderator, StartTalk{});
  story.wait(60);
  const Lineup before = story.state.lineup;
  const DurationMs planned_ms = story.phase(1).planned_ms;
  const Said started = story.say(moderator, StartTalk{});
  EXPECT_LT(story.phase(1).planned_ms, planned_ms);
  undo(started);
  EXPECT_EQ(story.state.lineup, before);
  EXPECT_EQ(story.phase(1).planned_ms, planned_ms);
  EXPECT_EQ(story.state.floor.running, TurnId{1});
}

TEST_F(TakeBack, the_first_start_can_be_taken_back_too) {
  Story fresh(plan());
  const Said next = fresh.say(moderator, NextPhase{});
  fresh.say(moderator, Undo{next.events.back().seq});
  EXPECT_EQ(fresh.state.session.status, SessionStatus::prepared);
  EXPECT_FALSE(fresh.state.agenda.started_at_ms);
  EXPECT_FALSE(fresh.state.agenda.current);
}

TEST_F(TakeBack, a_late_start_with_a_fitted_plan_is_one_act_and_taken_back_whole) {
  Story fresh(plan());
  const Agenda before = fresh.state.agenda;
  NextPhase late{PhaseId{}};
  late.phases = {{PhaseId{1}, 300}, {PhaseId{2}, 900}};
  const Said next = fresh.say(moderator, late);
  EXPECT_EQ(next.words().rfind("agenda.fitted phase.started", 0), 0U) << next.words();
  EXPECT_EQ(fresh.phase(2).planned_ms, 15 * minute_ms);
  fresh.wait(5);
  EXPECT_EQ(fresh.say(moderator, Undo{next.events.front().seq}).words(), "undone agenda.fitted phase.restored");
  EXPECT_EQ(fresh.state.agenda, before);
  EXPECT_FALSE(fresh.state.acts.phase);
}

TEST_F(TakeBack, a_fitted_plan_alone_is_no_act) {
  const Said fitted = story.say(moderator, FitAgenda{{{PhaseId{2}, 900}}});
  EXPECT_EQ(undo(fitted).code(), "wrong_state");
  story.wait(1);
  const Said next = story.say(moderator, NextPhase{});
  EXPECT_EQ(undo(next).words(), "undone phase.restored") << "it was a command of its own";
  EXPECT_EQ(story.phase(2).planned_ms, 15 * minute_ms);
}

TEST_F(TakeBack, what_a_talk_gave_back_to_the_plan_stays_there) {
  Story fresh(plan());
  NextPhase late{PhaseId{}};
  late.phases = {{PhaseId{1}, 500}};
  const Said next = fresh.say(moderator, late);
  fresh.say(moderator, MarkTalkAway{TalkId{1}});
  const DurationMs returned_ms = fresh.state.lineup.talks.at(TalkId{1}).returned_ms;
  EXPECT_GT(returned_ms, 0);
  fresh.say(moderator, Undo{next.events.back().seq});
  EXPECT_EQ(fresh.phase(1).planned_ms, 10 * minute_ms - returned_ms);
}

TEST_F(TakeBack, a_phase_dropped_by_mistake_is_back_with_its_line_up) {
  Story fresh(plan());
  fresh.say(moderator, MoveTalk{TalkId{2}, TalkId{1}});
  fresh.say(moderator, MarkTalkAway{TalkId{1}});
  const Agenda agenda = fresh.state.agenda;
  const Lineup lineup = fresh.state.lineup;
  const Said dropped = fresh.say(moderator, DropPhase{PhaseId{1}});
  EXPECT_TRUE(fresh.state.lineup.talks.empty());
  EXPECT_EQ(fresh.answer(online_moderator, Undo{dropped.events.back().seq}), "not_allowed");
  fresh.wait(9);
  EXPECT_EQ(fresh.say(moderator, Undo{dropped.events.back().seq}).words(), "undone phase.put_back");
  EXPECT_EQ(fresh.state.agenda, agenda);
  EXPECT_EQ(fresh.state.lineup, lineup);
  EXPECT_EQ(fresh.answer(moderator, Undo{dropped.events.back().seq}), "wrong_state");
}

TEST_F(TakeBack, a_dropped_phase_comes_back_without_the_talks_of_the_removed_and_not_after_the_next_change_of_plan) {
  SessionPlan with_talks = plan();
  with_talks.phases[1].speakers = {{speaker, 4 * minute_ms}};
  Story fresh(with_talks);
  const Said dropped = fresh.say(moderator, DropPhase{PhaseId{2}});
  fresh.say(moderator, RemovePerson{speaker});
  fresh.say(moderator, Undo{dropped.events.back().seq});
  EXPECT_TRUE(fresh.phase(2).talks.empty());
  const Said again = fresh.say(moderator, DropPhase{PhaseId{2}});
  fresh.say(moderator, MovePhase{PhaseId{4}, PhaseId{3}});
  EXPECT_EQ(fresh.answer(moderator, Undo{again.events.back().seq}), "wrong_state");
}

TEST_F(TakeBack, the_end_of_the_agenda_can_be_taken_back) {
  for (int each = 0; each < 3; ++each) story.say(moderator, NextPhase{});
  const Said over = story.say(moderator, NextPhase{});
  EXPECT_EQ(over.words(), "phase.ended");
  undo(over);
  EXPECT_EQ(story.state.agenda.current, PhaseId{4});
}

TEST_F(TakeBack, a_next_out_of_a_pause_is_taken_back_into_it) {
  story.raise(ana);
  story.give_first();
  story.say(moderator, PausePhase{});
  const Said next = story.say(moderator, NextPhase{});
  undo(next);
  EXPECT_TRUE(story.state.agenda.is_paused);
  EXPECT_FALSE(turn(1).running_since_ms);
}

TEST_F(TakeBack, a_rejected_question_is_pending_again) {
  const QuestionId question = story.ask(ana, "What for?");
  const Said rejected = story.say(moderator, RejectQuestion{question, Words("Off topic")});
  EXPECT_EQ(undo(rejected).words(), "undone question.restored");
  EXPECT_EQ(story.question(question).status, QuestionStatus::pending);
  EXPECT_TRUE(story.question(question).reason.empty());
}

TEST_F(TakeBack, the_screen_shows_what_it_showed_before) {
  const QuestionId one = story.approved(ana, "One?");
  const QuestionId two = story.approved(ben, "Two?");
  story.say(moderator, ShowQuestion{one});
  const Said shown = story.say(moderator, ShowQuestion{two});
  EXPECT_EQ(undo(shown).words(), "undone question.shown");
  EXPECT_EQ(story.state.questions.on_screen, one);
}

TEST_F(TakeBack, votes_and_new_questions_do_not_stand_in_the_way) {
  const QuestionId question = story.approved(ana, "One?");
  const Said shown = story.say(moderator, ShowQuestion{question});
  story.say(ben, VoteQuestion{question});
  story.ask(ben, "Two?");
  EXPECT_TRUE(undo(shown).is_accepted());
}

TEST_F(TakeBack, an_answer_is_no_act_that_can_be_taken_back) {
  const QuestionId question = story.approved(ana, "One?");
  story.say(moderator, ShowQuestion{question});
  const Said answered = story.say(moderator, AnswerQuestion{question, std::nullopt});
  EXPECT_EQ(undo(answered).code(), "wrong_state");
}

TEST_F(TakeBack, a_close_by_mistake_leaves_everything_running) {
  story.raise(ana);
  story.give_first();
  story.wait(20);
  const Said closed = story.say(moderator, CloseSession{});
  story.wait(4);
  EXPECT_EQ(undo(closed).words(), "undone session.reopened floor.restored");
  EXPECT_EQ(story.state.session.status, SessionStatus::running);
  EXPECT_EQ(story.state.agenda.current, PhaseId{1});
  EXPECT_EQ(elapsed_ms(story.state.agenda, PhaseId{1}, story.now_ms), 24 * second_ms);
  EXPECT_EQ(elapsed_ms(turn(1), story.now_ms), 24 * second_ms);
}

TEST_F(TakeBack, a_closed_session_can_be_reopened_later) {
  story.wait(60);
  story.say(moderator, CloseSession{});
  story.wait(600);
  EXPECT_EQ(story.answer(speaker, RaiseHand{}), "closed");
  EXPECT_EQ(story.say(moderator, ReopenSession{}).words(), "session.reopened");
  EXPECT_EQ(story.state.agenda.current, PhaseId{1});
  EXPECT_EQ(elapsed_ms(story.state.agenda, PhaseId{1}, story.now_ms), 60 * second_ms) << "the time closed is nobody's";
  EXPECT_EQ(story.answer(speaker, RaiseHand{}), "accepted");
  EXPECT_EQ(story.answer(moderator, ReopenSession{}), "already");
}

TEST_F(TakeBack, nothing_but_the_close_is_taken_back_in_a_closed_session) {
  story.raise(ana);
  const Said gave = story.give_first();
  story.say(moderator, CloseSession{});
  EXPECT_NE(undo(gave).code(), "accepted");
}

TEST_F(TakeBack, who_was_removed_meanwhile_does_not_come_back_to_the_queue) {
  story.raise(ana);
  const Said gave = story.give_first();
  story.say(moderator, RemovePerson{ana});
  EXPECT_EQ(undo(gave).code(), "wrong_state");
}

TEST_F(TakeBack, the_moderators_acts_are_not_the_online_moderators_to_take_back) {
  const Said next = story.say(moderator, NextPhase{});
  EXPECT_EQ(story.say(online_moderator, Undo{next.events.back().seq}).code(), "not_allowed");
  story.raise(ana);
  const Said gave = story.give_first();
  EXPECT_TRUE(story.say(online_moderator, Undo{gave.events.back().seq}).is_accepted());
  EXPECT_EQ(story.say(speaker, Undo{1}).code(), "not_allowed");
}

}  // namespace
}  // namespace roundtable::test
