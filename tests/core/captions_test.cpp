#include "core/captions.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

Caption line(std::string text, std::optional<std::uint32_t> number = std::nullopt,
             std::optional<std::string> language = std::nullopt) {
  return Caption{Words(std::move(text)), std::move(language), number};
}

std::string text_of(const std::vector<CaptionLine>& lines) {
  std::string all;
  for (const CaptionLine& each : lines) all += (all.empty() ? "" : " ") + each.text.text;
  return all;
}

TEST(Captions, a_line_without_a_language_is_in_the_sessions_first) {
  Story story;
  EXPECT_EQ(story.room(line(" good morning \n")).words(), "captioned");
  ASSERT_EQ(story.state.captions.size(), 1U);
  EXPECT_EQ(story.state.captions[0].text.text, "good morning");
  EXPECT_EQ(story.state.captions[0].language, "en");
  EXPECT_EQ(story.state.captions[0].at_ms, story.now_ms);
}

TEST(Captions, a_line_sent_again_is_taken_once) {
  Story story;
  story.room(line("one", 1));
  EXPECT_EQ(story.room(line("one", 1)).code(), "already");
  EXPECT_EQ(story.room(line("eins", 1, "de")).code(), "accepted") << "another language counts for itself";
  EXPECT_EQ(story.room(line("uno", 1)).code(), "accepted") << "a service that began to count anew loses nothing";
  EXPECT_EQ(story.room(line("same")).code(), "accepted");
  EXPECT_EQ(story.room(line("same")).code(), "accepted") << "without numbers two equal lines are two lines";
}

TEST(Captions, a_late_line_takes_its_place) {
  Story story;
  for (std::uint32_t number : {1U, 2U, 4U, 5U}) story.room(line(std::to_string(number), number));
  story.room(line("3", 3));
  EXPECT_EQ(text_of(story.state.captions), "1 2 3 4 5");
}

TEST(Captions, a_count_begun_anew_goes_on_at_the_end) {
  Story story;
  for (std::uint32_t number : {1'000U, 1'001U, 1U, 2U}) story.room(line(std::to_string(number), number));
  EXPECT_EQ(text_of(story.state.captions), "1000 1001 1 2");
  Story soon;
  soon.room(line("1", 1));
  soon.room(line("2", 2));
  soon.wait(30);
  soon.room(line("again", 1));
  EXPECT_EQ(text_of(soon.state.captions), "1 2 again");
}

TEST(Captions, the_state_keeps_the_newest_lines) {
  Story story;
  for (std::uint32_t number = 1; number <= 40; ++number) story.room(line(std::to_string(number), number));
  ASSERT_EQ(story.state.captions.size(), limits::caption_lines);
  EXPECT_EQ(story.state.captions.front().text.text, "29");
  EXPECT_EQ(story.state.captions.back().text.text, "40");
  EXPECT_EQ(last_number(story.state.captions), 40U);
}

TEST(Captions, bad_lines_are_refused) {
  Story story;
  EXPECT_EQ(story.room(line(" \n ")).code(), "bad_data");
  EXPECT_EQ(story.room(line("be\bll")).code(), "bad_data");
  EXPECT_EQ(story.room(line(std::string(1'001, 'a'))).code(), "bad_data");
  EXPECT_EQ(story.room(line("hello", 1, "")).code(), "bad_data");
  EXPECT_EQ(story.room(line("hello", 1, "e n")).code(), "bad_data");
  EXPECT_EQ(story.room(line("hello", 1, std::string(36, 'a'))).code(), "bad_data");
  EXPECT_TRUE(story.state.captions.empty());
}

TEST(Captions, none_are_taken_after_the_close) {
  Story story;
  story.say(moderator, CloseSession{});
  EXPECT_EQ(story.room(line("thank you")).code(), "closed");
}

}  // namespace
}  // namespace roundtable::test
