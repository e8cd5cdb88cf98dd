#include "core/display.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

TEST(Display, moderators_make_it_dark_and_light_again) {
  Story story;
  EXPECT_EQ(story.answer(moderator, BlankDisplay{false}), "already");
  for (PersonId each : {steward, rapporteur, speaker}) EXPECT_EQ(story.answer(each, BlankDisplay{true}), "not_allowed");
  EXPECT_EQ(story.say(moderator, BlankDisplay{true}).words(), "display.blanked");
  EXPECT_TRUE(story.state.display.is_blank);
  EXPECT_EQ(story.answer(online_moderator, BlankDisplay{true}), "already");
  EXPECT_EQ(story.answer(online_moderator, BlankDisplay{false}), "accepted");
  EXPECT_FALSE(story.state.display.is_blank);
}

TEST(Display, it_can_be_made_dark_after_the_close) {
  Story story;
  story.say(moderator, CloseSession{});
  EXPECT_EQ(story.answer(moderator, BlankDisplay{true}), "accepted");
}

}  // namespace
}  // namespace roundtable::test
