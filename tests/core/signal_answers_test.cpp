#include <gtest/gtest.h>

#include "core/signals.hpp"
#include "core/story.hpp"

namespace roundtable::test {
namespace {

constexpr SendSignal cannot_hear{SignalKind::cannot_hear};
constexpr AnswerSignal seen{SignalKind::cannot_hear, SignalAnswer::seen};
constexpr AnswerSignal fixed{SignalKind::cannot_hear, SignalAnswer::fixed};

TEST(SignalAnswers, seen_reaches_those_not_yet_told_and_leaves_the_signal) {
  Story story;
  const PersonId ana = story.attendee();
  story.say(ana, cannot_hear);
  EXPECT_EQ(story.say(steward, seen).find<SignalAnswered>()->people, std::vector<PersonId>{ana});
  EXPECT_EQ(story.answer(steward, seen), "already");
  story.say(speaker, cannot_hear);
  EXPECT_EQ(story.say(online_moderator, seen).find<SignalAnswered>()->people, std::vector<PersonId>{speaker});
  EXPECT_EQ(story.state.signals.active.size(), 2U);
  EXPECT_EQ(answered_signals(story.state.signals, ana).at(0).answer, SignalAnswer::seen);
}

TEST(SignalAnswers, fixed_clears_the_signal_of_everybody_and_tells_them) {
  Story story;
  const PersonId ana = story.attendee();
  story.say(ana, cannot_hear);
  story.say(ana, SendSignal{SignalKind::too_fast});
  story.say(steward, seen);
  story.say(speaker, cannot_hear);
  EXPECT_EQ(story.say(moderator, fixed).find<SignalAnswered>()->people, (std::vector<PersonId>{ana, speaker}));
  ASSERT_EQ(story.state.signals.active.size(), 1U);
  EXPECT_EQ(story.state.signals.active[0].signal, SignalKind::too_fast);
  EXPECT_EQ(answered_signals(story.state.signals, ana).at(0).answer, SignalAnswer::fixed);
  EXPECT_EQ(story.answer(moderator, fixed), "already");
  EXPECT_EQ(story.answer(speaker, ClearSignal{SignalKind::cannot_hear}), "already");
}

TEST(SignalAnswers, a_signal_sent_again_waits_for_an_answer_again) {
  Story story;
  story.say(speaker, cannot_hear);
  story.say(steward, seen);
  story.wait(20);
  story.say(speaker, cannot_hear);
  EXPECT_TRUE(answered_signals(story.state.signals, speaker).empty());
  story.say(steward, fixed);
  EXPECT_EQ(story.answer(speaker, cannot_hear), "accepted") << "it does not work after all";
  EXPECT_TRUE(answered_signals(story.state.signals, speaker).empty());
  EXPECT_EQ(story.answer(steward, seen), "accepted");
}

TEST(SignalAnswers, an_answer_goes_with_the_signal_when_it_is_cleared_or_runs_out) {
  Story story;
  story.say(speaker, cannot_hear);
  story.say(steward, seen);
  story.say(speaker, ClearSignal{SignalKind::cannot_hear});
  EXPECT_TRUE(answered_signals(story.state.signals, speaker).empty());
  story.say(speaker, cannot_hear);
  story.say(steward, seen);
  story.wait(180);
  story.room(Clock{});
  EXPECT_TRUE(answered_signals(story.state.signals, speaker).empty());
}

TEST(SignalAnswers, only_those_who_can_help_answer) {
  Story story;
  story.say(speaker, cannot_hear);
  EXPECT_EQ(story.answer(rapporteur, seen), "not_allowed");
  EXPECT_EQ(story.answer(speaker, fixed), "not_allowed");
}

}  // namespace
}  // namespace roundtable::test
