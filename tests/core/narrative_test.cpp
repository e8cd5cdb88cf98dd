#include "core/narrative.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

WriteNarrative discussion(std::uint32_t revision, std::string text) {
  return {NarrativePart::discussion, std::nullopt, revision, Words(std::move(text))};
}

TEST(Narrative, the_desk_writes_it) {
  Story story;
  for (PersonId each : {steward, speaker, story.attendee()}) {
    EXPECT_EQ(story.answer(each, discussion(0, "Many agreed")), "not_allowed");
  }
  EXPECT_EQ(story.say(rapporteur, discussion(0, " Many agreed ")).words(), "narrative.written");
  const Narrative* written = narrative_of(story.state, NarrativePart::discussion, {});
  ASSERT_NE(written, nullptr);
  EXPECT_EQ(written->text.text, "Many agreed");
  EXPECT_EQ(written->revision, 1U);
  EXPECT_EQ(written->author, rapporteur);
}

TEST(Narrative, nobody_overwrites_what_they_have_not_seen) {
  Story story;
  story.say(rapporteur, discussion(0, "Mine"));
  EXPECT_EQ(story.answer(moderator, discussion(0, "Not seen")), "stale_revision");
  EXPECT_EQ(story.answer(moderator, discussion(1, "Seen")), "accepted");
  EXPECT_EQ(story.answer(rapporteur, discussion(1, "Stale")), "stale_revision");
  EXPECT_EQ(story.answer(rapporteur, discussion(2, "Seen")), "already");
  EXPECT_EQ(story.answer(rapporteur, discussion(2, "")), "accepted");
  EXPECT_TRUE(narrative_of(story.state, NarrativePart::discussion, {})->text.empty());
}

TEST(Narrative, each_talk_has_its_own_summary_also_when_it_was_dropped_since) {
  SessionPlan plan = story_plan();
  plan.phases[0].speakers = {{speaker, 4 * minute_ms}};
  Story story(plan);
  const auto talk = [](std::optional<TalkId> id, std::uint32_t revision, const char* text) {
    return WriteNarrative{NarrativePart::talk, id, revision, Words(text)};
  };
  EXPECT_EQ(story.answer(rapporteur, talk(std::nullopt, 0, "Which?")), "bad_data");
  EXPECT_EQ(story.answer(rapporteur, talk(TalkId{9}, 0, "None")), "not_found");
  EXPECT_EQ(story.answer(rapporteur, WriteNarrative{NarrativePart::key_issues, TalkId{1}, 0, Words("x")}), "bad_data");
  EXPECT_EQ(story.answer(rapporteur, talk(TalkId{1}, 0, "A good talk")), "accepted");
  story.say(moderator, DropTalk{TalkId{1}});
  EXPECT_EQ(story.answer(rapporteur, talk(TalkId{1}, 1, "A talk that was not given")), "accepted");
}

TEST(Narrative, lengths_of_the_report_are_no_refusal_and_a_final_report_is) {
  Story story;
  EXPECT_EQ(story.answer(rapporteur, discussion(0, std::string(10'001, 'a'))), "bad_data");
  EXPECT_EQ(story.answer(rapporteur, discussion(0, std::string(10'000, 'a'))), "accepted");
  EXPECT_EQ(story.answer(rapporteur, discussion(1, "bell\a")), "bad_data");
  story.say(moderator, CloseSession{});
  EXPECT_EQ(story.answer(rapporteur, discussion(1, "After the close")), "accepted");
  story.say(rapporteur, FinishReport{});
  EXPECT_EQ(story.answer(rapporteur, discussion(2, "Too late")), "wrong_state");
}

}  // namespace
}  // namespace roundtable::test
