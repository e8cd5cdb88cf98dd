#include "core/staff_line.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

SayToStaff say(std::string text, std::optional<Role> to = std::nullopt) {
  return SayToStaff{Words(std::move(text)), to};
}

TEST(StaffLine, all_staff_and_nobody_else_speak_on_it) {
  Story story;
  for (PersonId each : {moderator, online_moderator, steward, rapporteur}) {
    EXPECT_EQ(story.answer(each, say("here")), "accepted") << each.value;
  }
  EXPECT_EQ(story.answer(speaker, say("here")), "not_allowed");
  EXPECT_EQ(story.answer(story.attendee(), say("here")), "not_allowed");
  EXPECT_EQ(story.state.staff_line.size(), 4U);
}

TEST(StaffLine, a_message_says_who_wrote_it_when_and_for_whom) {
  Story story;
  story.wait(7);
  story.say(steward, say("  Row 5 waits ", Role::moderator));
  const StaffMessage& message = story.state.staff_line.at(0);
  EXPECT_EQ(message.text.text, "Row 5 waits");
  EXPECT_EQ(message.by, steward);
  EXPECT_EQ(message.to, Role::moderator);
  EXPECT_EQ(message.at_ms, story.now_ms);
}

TEST(StaffLine, it_is_for_staff_roles_and_for_one_short_line) {
  Story story;
  EXPECT_EQ(story.answer(steward, say("To the screen", Role::display)), "bad_data");
  EXPECT_EQ(story.answer(steward, say("To speakers", Role::speaker)), "bad_data");
  EXPECT_EQ(story.answer(steward, say(" ")), "bad_data");
  EXPECT_EQ(story.answer(steward, say("two\nlines")), "bad_data");
  EXPECT_EQ(story.answer(steward, say(std::string(301, 'a'))), "bad_data");
  EXPECT_EQ(story.answer(steward, say(std::string(300, 'a'))), "accepted");
}

TEST(StaffLine, the_state_keeps_the_newest_fifty_and_ids_go_on) {
  Story story;
  for (int number = 1; number <= 53; ++number) story.say(steward, say(std::to_string(number)));
  ASSERT_EQ(story.state.staff_line.size(), 50U);
  EXPECT_EQ(story.state.staff_line.front().text.text, "4");
  EXPECT_EQ(story.state.staff_line.back().message, StaffMessageId{53});
}

}  // namespace
}  // namespace roundtable::test
