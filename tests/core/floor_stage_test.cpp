#include "core/floor_stage.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

const Turn& running(const Story& story) {
  return story.state.floor.turns.at(story.state.floor.running);
}

TEST(FloorMode, a_closed_queue_keeps_who_waits_and_takes_no_other) {
  Story story;
  const HandId waiting = story.raise(speaker);
  EXPECT_EQ(story.say(moderator, SetFloorMode{FloorMode::closed}).words(), "floor.mode_set");
  EXPECT_EQ(story.answer(steward, RaiseHand{}), "wrong_state");
  EXPECT_EQ(story.answer(rapporteur, RaiseHand{HandKind::technical}), "accepted") << "trouble may always be told";
  EXPECT_EQ(story.first(), waiting);
  EXPECT_TRUE(story.give_first().is_accepted());
  EXPECT_EQ(story.answer(moderator, SetFloorMode{FloorMode::closed}), "already");
}

TEST(FloorMode, each_phase_begins_with_its_own) {
  SessionPlan plan = story_plan();
  plan.phases[0].floor = FloorMode::collecting;
  Story story(plan);
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.state.floor.mode, FloorMode::collecting);
  EXPECT_EQ(story.answer(speaker, RaiseHand{}), "accepted") << "hands are collected";
  story.say(moderator, SetFloorMode{FloorMode::closed});
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.state.floor.mode, FloorMode::open);
}

TEST(TurnLength, holds_from_the_next_turn_on) {
  Story story;
  story.raise(speaker);
  story.raise(steward);
  story.give_first();
  EXPECT_EQ(story.say(moderator, SetTurnLength{75}).words(), "floor.turn_length_set");
  EXPECT_EQ(running(story).planned_ms, 2 * minute_ms);
  story.give_first();
  EXPECT_EQ(running(story).planned_ms, 75 * second_ms);
  EXPECT_EQ(story.answer(moderator, SetTurnLength{75}), "already");
  EXPECT_EQ(story.answer(moderator, SetTurnLength{9}), "bad_data");
  EXPECT_EQ(story.answer(moderator, SetTurnLength{3'601}), "bad_data");
}

TEST(Policy, is_changed_by_name_and_keeps_the_turns_length) {
  Story story;
  story.say(moderator, SetTurnLength{90});
  EXPECT_EQ(story.say(moderator, SetPolicy{"first_come"}).words(), "floor.policy_set");
  EXPECT_EQ(story.state.floor.policy.name, "first_come");
  EXPECT_EQ(story.state.floor.policy.rules, *preset_rules("first_come"));
  EXPECT_EQ(story.state.floor.policy.turn_ms, 90 * second_ms);
  EXPECT_EQ(story.answer(moderator, SetPolicy{"first_come"}), "already");
  EXPECT_EQ(story.answer(moderator, SetPolicy{"loudest"}), "bad_data");
  EXPECT_EQ(story.answer(online_moderator, SetPolicy{"new_voices"}), "not_allowed");
}

TEST(HandKinds, reply_and_point_of_order_are_off_unless_the_file_asks) {
  SessionPlan plan = story_plan();
  plan.floor.kinds.clear();
  Story story(plan);
  EXPECT_EQ(story.answer(speaker, RaiseHand{HandKind::reply}), "wrong_state");
  EXPECT_EQ(story.answer(speaker, RaiseHand{HandKind::point_of_order}), "wrong_state");
  EXPECT_EQ(story.answer(speaker, RaiseHand{HandKind::technical}), "accepted");
  plan.floor.kinds = {HandKind::reply};
  Story asked(plan);
  EXPECT_EQ(asked.answer(speaker, RaiseHand{HandKind::reply}), "accepted");
  EXPECT_EQ(asked.answer(steward, RaiseHand{HandKind::point_of_order}), "wrong_state");
}

TEST(TurnPause, stops_the_clock_of_the_turn_alone) {
  Story story;
  story.say(moderator, NextPhase{});
  story.raise(speaker);
  story.give_first();
  story.wait(20);
  EXPECT_EQ(story.say(moderator, PauseTurn{}).words(), "floor.paused");
  EXPECT_EQ(story.answer(moderator, PauseTurn{}), "already");
  story.wait(100);
  EXPECT_EQ(elapsed_ms(running(story), story.now_ms), 20 * second_ms);
  EXPECT_EQ(elapsed_ms(story.state.agenda, PhaseId{1}, story.now_ms), 120 * second_ms);
  EXPECT_EQ(story.say(moderator, ResumeTurn{}).words(), "floor.resumed");
  story.wait(10);
  EXPECT_EQ(elapsed_ms(running(story), story.now_ms), 30 * second_ms);
  EXPECT_EQ(story.answer(moderator, ResumeTurn{}), "already");
}

TEST(TurnPause, outlasts_a_pause_of_the_phase) {
  Story story;
  story.say(moderator, NextPhase{});
  story.raise(speaker);
  story.give_first();
  story.say(moderator, PauseTurn{});
  story.say(moderator, PausePhase{});
  story.say(moderator, ResumePhase{});
  EXPECT_FALSE(running(story).running_since_ms);
  story.say(moderator, ResumeTurn{});
  EXPECT_TRUE(running(story).running_since_ms);
}

TEST(DidNotSpeak, keeps_place_and_newness_and_charges_nothing) {
  Story story(story_plan("first_come"));
  story.say(moderator, NextPhase{});
  const PersonId ana = story.attendee();
  const HandId hand = story.raise(ana);
  story.raise(speaker);
  story.give_first();
  story.wait(15);
  EXPECT_EQ(story.say(moderator, MarkUnspoken{}).words(), "floor.unspoken floor.held");
  EXPECT_EQ(story.queue(), (std::vector<PersonId>{speaker, ana})) << "the two held stand still";
  EXPECT_TRUE(story.state.floor.hands.contains(hand));
  EXPECT_EQ(story.state.floor.served, Served{});
  EXPECT_TRUE(story.state.floor.spoken.empty());
  EXPECT_FALSE(story.state.floor.running);
  EXPECT_TRUE(story.state.floor.turns.at(TurnId{1}).is_unspoken);
  EXPECT_EQ(story.answer(moderator, MarkUnspoken{}), "wrong_state");
}

TEST(Away, who_is_away_is_passed_over_without_loss) {
  Story story(story_plan("first_come"));
  const PersonId ana = story.attendee();
  const HandId hand = story.raise(ana);
  story.raise(speaker);
  story.raise(steward);
  EXPECT_EQ(story.say(moderator, MarkHandAway{hand}).words(), "hand.marked_away floor.held");
  EXPECT_EQ(story.queue(), (std::vector<PersonId>{speaker, steward}));
  story.give_first();
  EXPECT_EQ(story.say(ana, MarkHandBack{hand}).words(), "hand.marked_back floor.held");
  EXPECT_EQ(story.queue(), (std::vector<PersonId>{steward, ana})) << "before all who came later, behind the held";
  EXPECT_EQ(story.answer(speaker, MarkHandBack{hand}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, MarkHandBack{hand}), "already");
  EXPECT_EQ(story.answer(moderator, MarkHandAway{HandId{99}}), "not_found");
}

TEST(GiveByName, somebody_who_is_not_in_the_session_gets_the_floor_at_once) {
  Story story;
  GiveFloor give;
  give.newcomer = Words("woman, row 5");
  give.modality = Modality::onsite;
  EXPECT_EQ(story.say(moderator, give).words(), "person.added floor.given");
  const Turn& turn = running(story);
  EXPECT_EQ(story.person(turn.person).profile.name.text, "woman, row 5");
  EXPECT_TRUE(story.person(turn.person).is_public);
  EXPECT_FALSE(turn.is_charged);
  give.newcomer = Words(" ");
  EXPECT_EQ(story.answer(moderator, give), "bad_data");
  give.person = speaker;
  EXPECT_EQ(story.answer(moderator, give), "bad_data") << "one of the two";
}

TEST(Answers, are_on_the_clock_and_charged_to_nobody) {
  Story story;
  for (PersonId each : {steward, rapporteur, online_moderator}) story.raise(each);
  for (int each = 0; each < 3; ++each) story.speak(30);
  const Served served = story.state.floor.served;
  GiveFloor give;
  give.person = speaker;
  give.kind = TurnKind::answer;
  EXPECT_EQ(story.say(moderator, give).words(), "floor.given");
  story.wait(90);
  story.say(moderator, EndTurn{});
  const Turn& answer = story.state.floor.turns.rbegin()->second;
  EXPECT_EQ(answer.kind, TurnKind::answer);
  EXPECT_EQ(answer.spent_ms, 90 * second_ms);
  EXPECT_EQ(story.state.floor.served, served);
  give.kind = TurnKind::talk;
  EXPECT_EQ(story.answer(moderator, give), "bad_data");
}

}  // namespace
}  // namespace roundtable::test
