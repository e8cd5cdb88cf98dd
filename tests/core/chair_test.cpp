#include "core/chair.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

TEST(Chair, whoever_starts_the_first_phase_moderates_and_nothing_later_changes_it) {
  Story story;
  const PersonId other = story.join(profile("Ke"), {Role::moderator});
  EXPECT_FALSE(story.state.chair);
  EXPECT_EQ(story.say(moderator, StartPhase{PhaseId{1}}).words(), "phase.started chair.taken");
  EXPECT_EQ(story.state.chair->person, moderator);
  EXPECT_EQ(story.state.chair->since_ms, story.now_ms);
  EXPECT_EQ(story.say(other, NextPhase{}).words(), "phase.started");
  EXPECT_EQ(story.state.chair->person, moderator);
}

TEST(Chair, a_phase_that_did_not_start_seats_nobody) {
  Story story;
  EXPECT_EQ(story.answer(moderator, StartPhase{PhaseId{9}}), "not_found");
  EXPECT_EQ(story.say(moderator, Announce{Words("Soon")}).words(), "announced");
  EXPECT_FALSE(story.state.chair);
}

TEST(Chair, a_moderator_takes_over_by_one_command) {
  Story story;
  story.say(moderator, NextPhase{});
  story.wait(60);
  EXPECT_EQ(story.answer(online_moderator, TakeChair{}), "accepted");
  EXPECT_EQ(story.state.chair->person, online_moderator);
  EXPECT_EQ(story.state.chair->since_ms, story.now_ms);
  EXPECT_EQ(story.answer(online_moderator, TakeChair{}), "already");
  EXPECT_EQ(story.answer(steward, TakeChair{}), "not_allowed");
  EXPECT_EQ(story.answer(rapporteur, TakeChair{}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, TakeChair{}), "accepted");
}

TEST(Chair, somebody_removed_leaves_it_to_the_next_who_starts_a_phase) {
  Story story;
  const PersonId other = story.join(profile("Ke"), {Role::moderator});
  story.say(other, NextPhase{});
  story.say(moderator, RemovePerson{other});
  EXPECT_EQ(story.say(moderator, NextPhase{}).words(), "phase.started chair.taken");
  EXPECT_EQ(story.state.chair->person, moderator);
}

}  // namespace
}  // namespace roundtable::test
