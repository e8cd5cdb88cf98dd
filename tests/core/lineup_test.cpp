#include "core/lineup.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

/// Ten minutes of talks: the speaker four, the rapporteur three, the steward three.
SessionPlan with_talks() {
  SessionPlan plan = story_plan();
  plan.phases[0].speakers = {{speaker, 4 * minute_ms}, {rapporteur, 3 * minute_ms}, {steward, 3 * minute_ms}};
  return plan;
}

constexpr TalkId first_talk{1};
constexpr TalkId second_talk{2};
constexpr TalkId third_talk{3};

class Lineup : public ::testing::Test {
 protected:
  Lineup() : story(with_talks()) { story.say(moderator, NextPhase{}); }
  const Talk& talk(TalkId id) const { return story.state.lineup.talks.at(id); }
  const Turn& turn() const { return story.state.floor.turns.at(story.state.floor.running); }
  Story story;
};

TEST_F(Lineup, one_command_starts_the_next_talk_on_its_own_clock) {
  EXPECT_EQ(story.say(moderator, StartTalk{}).words(), "floor.given");
  EXPECT_EQ(turn().person, speaker);
  EXPECT_EQ(turn().kind, TurnKind::talk);
  EXPECT_EQ(turn().planned_ms, 4 * minute_ms);
  EXPECT_EQ(talk(first_talk).status, TalkStatus::running);
  story.wait(240);
  EXPECT_EQ(story.say(moderator, StartTalk{}).words(), "floor.ended talk.ended floor.given");
  EXPECT_EQ(turn().person, rapporteur);
  EXPECT_EQ(talk(first_talk).status, TalkStatus::done);
  EXPECT_EQ(talk(first_talk).spent_ms, 4 * minute_ms);
}

TEST_F(Lineup, talks_are_charged_to_nobody) {
  story.say(moderator, StartTalk{});
  story.wait(60);
  story.say(moderator, EndTurn{});
  EXPECT_EQ(story.state.floor.served, Served{});
  EXPECT_TRUE(story.state.floor.spoken.empty());
  EXPECT_FALSE(story.state.floor.last_groups);
}

TEST_F(Lineup, unused_time_goes_back_to_the_plan) {
  story.say(moderator, StartTalk{});
  story.wait(60);
  story.say(moderator, EndTurn{});
  EXPECT_EQ(talk(first_talk).returned_ms, 3 * minute_ms);
  EXPECT_EQ(story.phase(1).planned_ms, 7 * minute_ms);
  story.say(moderator, MarkTalkAway{second_talk});
  EXPECT_EQ(story.phase(1).planned_ms, 4 * minute_ms);
}

TEST_F(Lineup, a_talk_that_runs_over_takes_nothing_from_the_plan) {
  story.say(moderator, StartTalk{});
  story.wait(300);
  story.say(moderator, EndTurn{});
  EXPECT_EQ(talk(first_talk).returned_ms, 0);
  EXPECT_EQ(story.phase(1).planned_ms, 10 * minute_ms);
}

TEST_F(Lineup, who_is_not_here_is_passed_over_and_may_come_back) {
  EXPECT_EQ(story.say(moderator, MarkTalkAway{first_talk}).words(), "talk.marked_away");
  EXPECT_EQ(next_talk(story.state), second_talk);
  EXPECT_EQ(story.answer(moderator, MarkTalkAway{first_talk}), "already");
  EXPECT_EQ(story.say(moderator, MarkTalkBack{first_talk}).words(), "talk.marked_back");
  EXPECT_EQ(next_talk(story.state), first_talk);
  EXPECT_EQ(story.phase(1).planned_ms, 10 * minute_ms);
  EXPECT_EQ(story.answer(moderator, MarkTalkBack{first_talk}), "already");
}

TEST_F(Lineup, talks_can_be_swapped) {
  EXPECT_EQ(story.say(moderator, MoveTalk{third_talk, first_talk}).words(), "talks.ordered");
  EXPECT_EQ(next_talk(story.state), third_talk);
  EXPECT_EQ(story.answer(moderator, MoveTalk{third_talk, first_talk}), "already");
  EXPECT_EQ(story.answer(moderator, MoveTalk{third_talk, TalkId{9}}), "not_found");
  story.say(moderator, MoveTalk{third_talk, std::nullopt});
  EXPECT_EQ(story.phase(1).talks, (std::vector<TalkId>{first_talk, second_talk, third_talk}));
}

TEST_F(Lineup, a_talk_started_twice_is_refused) {
  story.say(moderator, StartTalk{first_talk});
  EXPECT_EQ(story.answer(moderator, StartTalk{first_talk}), "already");
  EXPECT_EQ(story.answer(moderator, StartTalk{TalkId{9}}), "not_found");
}

TEST_F(Lineup, a_talk_started_again_has_the_time_it_had_left) {
  story.say(moderator, StartTalk{first_talk});
  story.wait(60);
  story.say(moderator, EndTurn{});
  story.say(moderator, StartTalk{first_talk});
  EXPECT_EQ(turn().planned_ms, 3 * minute_ms);
  EXPECT_EQ(story.phase(1).planned_ms, 10 * minute_ms) << "the plan has the time back";
}

TEST_F(Lineup, when_all_have_spoken_nothing_is_next) {
  for (int each = 0; each < 3; ++each) story.say(moderator, StartTalk{});
  EXPECT_EQ(story.answer(moderator, StartTalk{}), "wrong_state");
}

TEST_F(Lineup, a_talk_belongs_to_its_phase) {
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.answer(moderator, StartTalk{first_talk}), "wrong_state");
}

TEST_F(Lineup, a_talk_ends_with_its_phase_and_a_turn_does_not) {
  story.say(moderator, StartTalk{});
  story.wait(30);
  EXPECT_EQ(story.say(moderator, NextPhase{}).words(), "floor.ended talk.ended phase.started");
  EXPECT_FALSE(story.state.floor.running);
  story.raise(speaker);
  story.give_first();
  EXPECT_EQ(story.say(moderator, NextPhase{}).words(), "phase.started");
  EXPECT_TRUE(story.state.floor.running);
}

TEST_F(Lineup, a_speaker_who_was_not_planned_can_be_added_and_dropped) {
  EXPECT_EQ(story.say(moderator, AddTalk{PhaseId{1}, online_moderator, 120}).words(), "talk.added");
  EXPECT_EQ(story.phase(1).talks.size(), 4U);
  EXPECT_EQ(story.answer(moderator, AddTalk{PhaseId{1}, PersonId{99}, 120}), "not_found");
  EXPECT_EQ(story.answer(moderator, AddTalk{PhaseId{9}, online_moderator, 120}), "not_found");
  EXPECT_EQ(story.answer(moderator, AddTalk{PhaseId{1}, online_moderator, 5}), "bad_data");
  EXPECT_EQ(story.say(moderator, DropTalk{TalkId{4}}).words(), "talk.dropped");
  EXPECT_EQ(story.phase(1).talks.size(), 3U);
  story.say(moderator, StartTalk{});
  EXPECT_EQ(story.answer(moderator, DropTalk{first_talk}), "wrong_state") << "what began stays in the record";
}

TEST_F(Lineup, only_the_moderator_runs_it) {
  for (PersonId each : {online_moderator, steward, rapporteur, speaker}) {
    EXPECT_EQ(story.answer(each, StartTalk{}), "not_allowed");
  }
}

}  // namespace
}  // namespace roundtable::test
