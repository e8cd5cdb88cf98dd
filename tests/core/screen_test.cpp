// What stands on the room display beside the turn: a question, a takeaway or an announcement, one at a time.
#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

ItemId published(Story& story) {
  const ItemId item = story.draft("A fund");
  story.say(rapporteur, PublishTakeaway{item});
  return item;
}
AnnouncementId announced(Story& story) {
  story.say(moderator, Announce{Words("Lunch at noon")});
  return AnnouncementId{story.state.counters.announcement};
}

TEST(Screen, a_published_takeaway_is_shown_and_taken_down) {
  Story story;
  const ItemId item = story.draft("A fund");
  EXPECT_EQ(story.answer(moderator, ShowTakeaway{item}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, ShowTakeaway{ItemId{9}}), "not_found");
  story.say(rapporteur, PublishTakeaway{item});
  for (PersonId each : {steward, speaker}) EXPECT_EQ(story.answer(each, ShowTakeaway{item}), "not_allowed");
  EXPECT_EQ(story.say(rapporteur, ShowTakeaway{item}).words(), "takeaway.shown");
  EXPECT_EQ(story.state.display.item, item);
  EXPECT_EQ(story.answer(moderator, ShowTakeaway{item}), "already");
  EXPECT_EQ(story.answer(moderator, ShowTakeaway{}), "accepted");
  EXPECT_FALSE(story.state.display.item);
}

TEST(Screen, a_takeaway_that_is_hidden_leaves_it) {
  Story story;
  const ItemId item = published(story);
  story.say(moderator, ShowTakeaway{item});
  story.say(rapporteur, HideTakeaway{item});
  EXPECT_FALSE(story.state.display.item);
}

TEST(Screen, the_newest_announcement_is_shown_and_stays_when_another_comes) {
  Story story;
  EXPECT_EQ(story.answer(moderator, ShowAnnouncement{AnnouncementId{1}}), "not_found");
  const AnnouncementId first = announced(story);
  EXPECT_EQ(story.answer(rapporteur, ShowAnnouncement{first}), "not_allowed");
  EXPECT_EQ(story.say(online_moderator, ShowAnnouncement{first}).words(), "announcement.shown");
  story.say(moderator, Announce{Words("Another")});
  EXPECT_EQ(story.state.display.announcement->text.text, "Lunch at noon");
  EXPECT_EQ(story.answer(moderator, ShowAnnouncement{}), "accepted");
  EXPECT_FALSE(story.state.display.announcement);
  EXPECT_EQ(story.answer(moderator, ShowAnnouncement{first}), "not_found") << "no longer the newest";
}

TEST(Screen, it_shows_one_thing_at_a_time) {
  Story story;
  const QuestionId question = story.approved(speaker, "Who pays?");
  const ItemId item = published(story);
  story.say(moderator, ShowQuestion{question});
  story.say(moderator, ShowTakeaway{item});
  EXPECT_FALSE(story.state.questions.on_screen);
  story.say(moderator, ShowAnnouncement{announced(story)});
  EXPECT_FALSE(story.state.display.item);
  story.say(moderator, ShowQuestion{question});
  EXPECT_FALSE(story.state.display.announcement);
  EXPECT_EQ(story.state.questions.on_screen, question);
}

TEST(Screen, taking_a_show_back_shows_what_was_there_before) {
  Story story;
  const QuestionId question = story.approved(speaker, "Who pays?");
  const ItemId item = published(story);
  story.say(moderator, ShowTakeaway{item});
  Said shown = story.say(moderator, ShowQuestion{question});
  EXPECT_EQ(story.say(moderator, Undo{shown.events.front().seq}).words(), "undone takeaway.shown");
  EXPECT_EQ(story.state.display.item, item);
  const AnnouncementId announcement = announced(story);
  story.say(moderator, ShowAnnouncement{announcement});
  shown = story.say(moderator, ShowTakeaway{item});
  EXPECT_EQ(story.say(moderator, Undo{shown.events.front().seq}).words(), "undone announcement.shown");
  EXPECT_EQ(story.state.display.announcement->announcement, announcement);
}

TEST(Screen, takeaways_are_shown_after_the_close_too) {
  Story story;
  const ItemId item = published(story);
  const AnnouncementId announcement = announced(story);
  story.say(moderator, CloseSession{});
  story.say(rapporteur, FinishReport{});
  EXPECT_EQ(story.answer(moderator, ShowTakeaway{item}), "accepted");
  EXPECT_EQ(story.answer(moderator, ShowAnnouncement{announcement}), "accepted");
}

}  // namespace
}  // namespace roundtable::test
