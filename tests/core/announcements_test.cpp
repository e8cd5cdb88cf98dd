#include "core/announcements.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

TEST(Announcements, the_state_keeps_the_newest) {
  Story story;
  EXPECT_EQ(story.say(moderator, Announce{Words("Lunch at noon"), std::nullopt}).words(), "announced");
  EXPECT_EQ(story.answer(online_moderator, Announce{Words(" Lunch at one "), "fr"}), "accepted");
  ASSERT_TRUE(story.state.announcement);
  EXPECT_EQ(story.state.announcement->announcement, AnnouncementId{2});
  EXPECT_EQ(story.state.announcement->text.text, "Lunch at one");
  EXPECT_EQ(story.state.announcement->language, "fr");
}

TEST(Announcements, only_moderators_make_them) {
  Story story;
  for (PersonId each : {steward, rapporteur, speaker, story.attendee()}) {
    EXPECT_EQ(story.answer(each, Announce{Words("Hello"), std::nullopt}), "not_allowed");
  }
}

TEST(Announcements, the_text_has_1_to_1000_characters) {
  Story story;
  EXPECT_EQ(story.answer(moderator, Announce{Words("  "), std::nullopt}), "bad_data");
  EXPECT_EQ(story.answer(moderator, Announce{Words("be\bll"), std::nullopt}), "bad_data");
  EXPECT_EQ(story.answer(moderator, Announce{Words(std::string(1'001, 'a')), std::nullopt}), "bad_data");
  EXPECT_EQ(story.answer(moderator, Announce{Words(std::string(1'000, 'a')), std::nullopt}), "accepted");
  std::string umlauts;
  for (int count = 0; count < 1'000; ++count) umlauts += "\xC3\xBC";
  EXPECT_EQ(story.answer(moderator, Announce{Words(umlauts), std::nullopt}), "accepted") << "characters, not bytes";
}

}  // namespace
}  // namespace roundtable::test
