#include "core/jottings.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

AddJotting note(std::string text) {
  return AddJotting{Words(std::move(text))};
}

Evidence of(JotId jot) {
  Evidence evidence;
  evidence.jot = jot;
  return evidence;
}

TEST(Jottings, a_note_is_tied_to_what_is_on_when_it_is_written) {
  Story story;
  story.say(rapporteur, note("before the start"));
  const QuestionId asked = story.approved(speaker, "Who pays?");
  story.say(moderator, NextPhase{});
  story.say(moderator, ShowQuestion{asked});
  story.raise(speaker);
  story.give_first();
  story.wait(3);
  story.say(rapporteur, note("wants a fund"));
  const Jotting& before = story.state.jottings.at(JotId{1});
  EXPECT_EQ(before.turn, TurnId{});
  EXPECT_EQ(before.question, QuestionId{});
  EXPECT_EQ(before.phase, PhaseId{});
  const Jotting& during = story.state.jottings.at(JotId{2});
  EXPECT_EQ(during.turn, story.state.floor.running);
  EXPECT_EQ(during.question, asked);
  EXPECT_EQ(during.phase, PhaseId{1});
  EXPECT_EQ(during.by, rapporteur);
  EXPECT_EQ(during.at_ms, story.now_ms);
  EXPECT_EQ(during.revision, 1U);
}

TEST(Jottings, nobody_but_its_author_edits_removes_or_links_a_note) {
  Story story;
  story.say(rapporteur, note("mine"));
  const ItemId item = story.draft("Item");
  EXPECT_EQ(story.answer(moderator, EditJotting{JotId{1}, 1, Words("yours")}), "not_found");
  EXPECT_EQ(story.answer(moderator, RemoveJotting{JotId{1}}), "not_found");
  EXPECT_EQ(story.answer(moderator, LinkTakeaway{item, of(JotId{1})}), "not_found");
  EXPECT_EQ(story.answer(steward, note("no")), "not_allowed");
  EXPECT_EQ(story.answer(speaker, note("no")), "not_allowed");
  EXPECT_EQ(story.answer(rapporteur, EditJotting{JotId{1}, 1, Words("mine, better")}), "accepted");
  EXPECT_EQ(story.answer(rapporteur, EditJotting{JotId{1}, 1, Words("stale")}), "stale_revision");
  EXPECT_EQ(story.answer(rapporteur, EditJotting{JotId{1}, 2, Words(" mine, better")}), "already");
  EXPECT_EQ(story.state.jottings.at(JotId{1}).text.text, "mine, better");
}

TEST(Jottings, a_note_counts_as_evidence_under_its_authors_name_whoever_the_command_names) {
  Story story;
  story.say(rapporteur, note("mine"));
  const ItemId item = story.draft("Item");
  Evidence forged = of(JotId{1});
  forged.by = speaker;
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, forged}), "accepted");
  EXPECT_EQ(story.state.takeaways.items.at(item).evidence.at(0).by, rapporteur);
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, of(JotId{1})}), "already");
  EXPECT_EQ(story.answer(moderator, UnlinkTakeaway{item, of(JotId{1})}), "accepted");
  EXPECT_TRUE(story.state.takeaways.items.at(item).evidence.empty());
}

TEST(Jottings, evidence_is_one_of_three_things) {
  Story story;
  story.say(rapporteur, note("mine"));
  const ItemId item = story.draft("Item");
  Evidence both = of(JotId{1});
  both.question = story.approved(speaker, "Who pays?");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, both}), "bad_data");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, Evidence{}}), "bad_data");
}

TEST(Jottings, a_removed_note_leaves_no_evidence_behind) {
  Story story;
  story.say(rapporteur, note("mine"));
  const ItemId one = story.draft("One");
  const ItemId other = story.draft("Other");
  story.say(rapporteur, LinkTakeaway{one, of(JotId{1})});
  story.say(rapporteur, LinkTakeaway{other, of(JotId{1})});
  EXPECT_EQ(story.say(rapporteur, RemoveJotting{JotId{1}}).words(), "takeaway.unlinked takeaway.unlinked jot.removed");
  EXPECT_TRUE(story.state.takeaways.items.at(one).evidence.empty());
  EXPECT_TRUE(story.state.jottings.empty());
}

TEST(Jottings, texts_and_their_number_have_limits) {
  Story story;
  EXPECT_EQ(story.answer(rapporteur, note(" ")), "bad_data");
  EXPECT_EQ(story.answer(rapporteur, note(std::string(2'001, 'a'))), "bad_data");
  EXPECT_EQ(story.answer(rapporteur, note("two\nlines")), "accepted");
  for (int number = 2; number <= 500; ++number) story.say(rapporteur, note("more"));
  EXPECT_EQ(story.answer(rapporteur, note("one too many")), "limit");
  EXPECT_EQ(story.answer(moderator, note("another's count")), "accepted");
}

}  // namespace
}  // namespace roundtable::test
