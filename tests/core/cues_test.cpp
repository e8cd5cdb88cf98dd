#include "core/cues.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

TEST(Cues, moderators_and_stewards_send_them) {
  Story story;
  const PersonId ana = story.attendee();
  const SendCue cue{ana, CueKind::unmute};
  for (PersonId each : {moderator, online_moderator, steward}) EXPECT_EQ(story.answer(each, cue), "accepted");
  EXPECT_EQ(story.answer(rapporteur, cue), "not_allowed");
  EXPECT_EQ(story.answer(ana, cue), "not_allowed");
}

TEST(Cues, the_newest_of_a_person_counts_and_lasts_a_minute) {
  Story story;
  const PersonId ana = story.attendee();
  story.say(moderator, SendCue{ana, CueKind::one_minute});
  story.wait(20);
  story.say(steward, SendCue{ana, CueKind::please_end});
  const Cue& cue = story.state.cues.at(ana);
  EXPECT_EQ(cue.cue, CueKind::please_end);
  EXPECT_EQ(cue.by, steward);
  EXPECT_TRUE(lasts(cue, story.now_ms + 59'999));
  EXPECT_FALSE(lasts(cue, story.now_ms + 60'000));
}

TEST(Cues, somebody_without_a_device_is_told_by_whoever_added_them) {
  Story story;
  Join arrives;
  arrives.person = steward;
  arrives.keeps_profile = true;
  story.room(arrives);
  const PersonId noor = story.without_device();
  const Said said = story.say(moderator, SendCue{noor, CueKind::you_are_next});
  EXPECT_EQ(said.code(), "wrong_state");
  EXPECT_EQ(said.refusal->message, "the person has no device: tell Steward, who added them");
  story.room(LeavePerson{steward, story.now_ms});
  EXPECT_EQ(story.say(moderator, SendCue{noor, CueKind::you_are_next}).refusal->message,
            "the person has no device: tell a steward");
}

TEST(Cues, nobody_who_left_was_removed_or_never_came_gets_one) {
  Story story;
  const PersonId ana = story.attendee();
  story.room(LeavePerson{ana, story.now_ms});
  const Said left = story.say(moderator, SendCue{ana, CueKind::please_end});
  EXPECT_EQ(left.code(), "wrong_state");
  EXPECT_EQ(left.refusal->message, "a cue to someone who left");
  EXPECT_EQ(story.answer(moderator, SendCue{speaker, CueKind::please_end}), "wrong_state");
  story.room(ReturnPerson{ana});
  EXPECT_EQ(story.answer(moderator, SendCue{ana, CueKind::please_end}), "accepted");
  story.say(moderator, RemovePerson{ana});
  EXPECT_EQ(story.answer(moderator, SendCue{ana, CueKind::please_end}), "not_found");
  EXPECT_EQ(story.answer(moderator, SendCue{PersonId{99}, CueKind::please_end}), "not_found");
}

}  // namespace
}  // namespace roundtable::test
