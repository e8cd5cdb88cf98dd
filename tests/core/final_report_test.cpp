#include "core/final_report.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

TEST(FinalReport, the_desk_stays_open_after_the_close_until_the_report_is_final) {
  Story story;
  const ItemId item = story.draft("Item");
  story.say(rapporteur, AddJotting{Words("note")});
  story.say(moderator, CloseSession{});
  EXPECT_EQ(story.answer(rapporteur, PublishTakeaway{item}), "accepted");
  EXPECT_EQ(story.answer(rapporteur, AddJotting{Words("afterthought")}), "accepted");
  story.wait(600);
  EXPECT_EQ(story.answer(rapporteur, FinishReport{}), "accepted");
  EXPECT_EQ(story.state.final_report->at_ms, story.now_ms);
  EXPECT_EQ(story.state.final_report->by, rapporteur);
  const Said late = story.say(rapporteur, HideTakeaway{item});
  EXPECT_EQ(late.code(), "wrong_state");
  EXPECT_EQ(late.refusal->message, "the report is final: reopen it first");
  EXPECT_EQ(story.answer(rapporteur, AddJotting{Words("too late")}), "wrong_state");
  EXPECT_EQ(story.answer(rapporteur, RemoveJotting{JotId{1}}), "wrong_state");
  EXPECT_EQ(story.answer(speaker, UpdatePerson{speaker, profile("Still mine")}), "accepted");
}

TEST(FinalReport, reopened_it_takes_words_again) {
  Story story;
  const ItemId item = story.draft("Item");
  EXPECT_EQ(story.answer(moderator, ReopenReport{}), "already");
  story.say(moderator, FinishReport{});
  EXPECT_EQ(story.answer(rapporteur, FinishReport{}), "already");
  EXPECT_EQ(story.answer(rapporteur, ReopenReport{}), "accepted");
  EXPECT_FALSE(story.state.final_report);
  EXPECT_EQ(story.answer(rapporteur, PublishTakeaway{item}), "accepted");
}

TEST(FinalReport, the_rapporteur_and_the_moderator_call_it_final) {
  Story story;
  for (PersonId each : {online_moderator, steward, speaker}) {
    EXPECT_EQ(story.answer(each, FinishReport{}), "not_allowed") << each.value;
    EXPECT_EQ(story.answer(each, ReopenReport{}), "not_allowed") << each.value;
  }
}

}  // namespace
}  // namespace roundtable::test
