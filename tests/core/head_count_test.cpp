#include "core/head_count.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

TEST(HeadCount, helpers_count_the_room_and_the_call_each_for_itself) {
  Story story;
  for (PersonId each : {rapporteur, speaker}) EXPECT_EQ(story.answer(each, CountHeads{1, 1}), "not_allowed");
  EXPECT_EQ(story.say(steward, CountHeads{90, std::nullopt}).words(), "heads.counted");
  EXPECT_EQ(story.state.head_count->room, 90U);
  EXPECT_FALSE(story.state.head_count->call);
  story.wait(60);
  const Said said = story.say(online_moderator, CountHeads{std::nullopt, 80});
  EXPECT_EQ(said.find<HeadsCounted>()->room, 90U) << "what was counted before holds";
  EXPECT_EQ(said.find<HeadsCounted>()->by, online_moderator);
  EXPECT_EQ(story.state.head_count->call, 80U);
  EXPECT_EQ(story.state.head_count->at_ms, story.now_ms);
}

TEST(HeadCount, the_same_number_again_is_a_new_count) {
  Story story;
  story.say(steward, CountHeads{90, 80});
  story.wait(60);
  EXPECT_EQ(story.answer(steward, CountHeads{90, 80}), "accepted");
  EXPECT_EQ(story.state.head_count->at_ms, story.now_ms);
}

TEST(HeadCount, bad_counts_are_refused) {
  Story story;
  EXPECT_EQ(story.answer(steward, CountHeads{}), "bad_data");
  EXPECT_EQ(story.answer(steward, CountHeads{limits::heads + 1, std::nullopt}), "bad_data");
  EXPECT_EQ(story.answer(steward, CountHeads{std::nullopt, limits::heads + 1}), "bad_data");
  EXPECT_EQ(story.answer(steward, CountHeads{limits::heads, 0}), "accepted");
}

}  // namespace
}  // namespace roundtable::test
