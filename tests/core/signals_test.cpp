#include "core/signals.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

constexpr SendSignal cannot_hear{SignalKind::cannot_hear};
constexpr ClearSignal heard{SignalKind::cannot_hear};

TEST(Signals, a_signal_carries_the_modality_of_its_sender) {
  Story story;
  const Said said = story.say(story.attendee(StakeholderGroup::other, Modality::online), cannot_hear);
  ASSERT_NE(said.find<SignalSent>(), nullptr);
  EXPECT_EQ(said.find<SignalSent>()->modality, Modality::online);
}

TEST(Signals, the_same_signal_again_within_twenty_seconds_is_refused_and_later_renews_it) {
  Story story;
  EXPECT_EQ(story.answer(speaker, cannot_hear), "accepted");
  story.wait(19);
  EXPECT_EQ(story.answer(speaker, cannot_hear), "already");
  EXPECT_EQ(story.answer(speaker, SendSignal{SignalKind::too_fast}), "accepted");
  story.wait(1);
  EXPECT_EQ(story.answer(speaker, cannot_hear), "accepted");
  EXPECT_EQ(story.state.signals.active.size(), 2U);
  EXPECT_EQ(story.state.signals.active.back().signal, SignalKind::cannot_hear);
}

TEST(Signals, moderators_clear_everybodys_and_others_their_own) {
  Story story;
  const PersonId first = story.attendee();
  const PersonId second = story.attendee();
  story.say(first, cannot_hear);
  story.say(second, cannot_hear);
  EXPECT_EQ(story.answer(steward, heard), "already");
  const Said own = story.say(first, heard);
  EXPECT_EQ(own.find<SignalCleared>()->people, std::vector<PersonId>{first});
  const Said all = story.say(online_moderator, heard);
  EXPECT_EQ(all.find<SignalCleared>()->people, std::vector<PersonId>{second});
  EXPECT_EQ(story.answer(moderator, heard), "already");
}

TEST(Signals, they_last_three_minutes_and_the_rules_ask_for_the_clock_then) {
  Story story;
  EXPECT_EQ(due(story.state), std::nullopt);
  story.say(speaker, cannot_hear);
  const InstantMs sent_ms = story.now_ms;
  story.wait(60);
  story.say(rapporteur, cannot_hear);
  story.say(rapporteur, SendSignal{SignalKind::cannot_see});
  EXPECT_EQ(due(story.state), sent_ms + 3 * minute_ms);
  story.wait(119);
  EXPECT_EQ(story.room(Clock{}).code(), "already");
  story.wait(1);
  EXPECT_EQ(story.room(Clock{}).words(), "signal.cleared");
  EXPECT_EQ(story.state.signals.active.size(), 2U);
  story.wait(60);
  EXPECT_EQ(story.room(Clock{}).words(), "signal.cleared signal.cleared");
  EXPECT_TRUE(story.state.signals.active.empty());
}

TEST(Signals, they_run_out_after_the_close_too) {
  Story story;
  story.say(speaker, cannot_hear);
  story.say(moderator, CloseSession{});
  story.wait(180);
  EXPECT_EQ(story.room(Clock{}).words(), "signal.cleared");
}

TEST(Signals, nobody_but_the_room_speaks_for_the_clock) {
  Story story;
  EXPECT_EQ(story.answer(moderator, Clock{}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, Join{}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, LeavePerson{speaker, story.now_ms}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, ReturnPerson{speaker}), "not_allowed");
}

}  // namespace
}  // namespace roundtable::test
