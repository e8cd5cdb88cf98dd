#include "core/takeaways.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

EditTakeaway edit(ItemId item, std::uint32_t revision, const char* title) {
  return {item, revision, Words(title), Words("Body")};
}
Evidence of(QuestionId question) {
  return {question, std::nullopt};
}
using Order = std::vector<ItemId>;

TEST(Takeaways, the_desk_drafts_them) {
  Story story;
  const DraftTakeaway draft{TakeawayKind::call_to_action, Words("Do it"), Words("")};
  for (PersonId each : {steward, speaker, story.attendee()}) EXPECT_EQ(story.answer(each, draft), "not_allowed");
  EXPECT_EQ(story.say(rapporteur, draft).words(), "takeaway.drafted");
  EXPECT_EQ(story.state.takeaways.items.at(ItemId{1}).revision, 1U);
  EXPECT_FALSE(story.state.takeaways.items.at(ItemId{1}).is_published);
}

TEST(Takeaways, texts_have_limits_and_the_reports_lengths_are_no_refusal) {
  Story story;
  const auto draft = [&](std::string title, std::string body) {
    return story.answer(rapporteur,
                        DraftTakeaway{TakeawayKind::takeaway, Words(std::move(title)), Words(std::move(body))});
  };
  EXPECT_EQ(draft("", "Body"), "bad_data");
  EXPECT_EQ(draft("two\nlines", "Body"), "bad_data");
  EXPECT_EQ(draft(std::string(301, 'a'), "Body"), "bad_data");
  EXPECT_EQ(draft("Title", std::string(6'001, 'a')), "bad_data");
  EXPECT_EQ(draft(std::string(300, 'a'), std::string(6'000, 'a')), "accepted");
  for (std::size_t count = 1; count < limits::takeaways; ++count) EXPECT_EQ(draft("Title", ""), "accepted");
  EXPECT_EQ(draft("One too many", ""), "limit");
}

TEST(Takeaways, two_rapporteurs_never_overwrite_each_other) {
  Story story;
  const ItemId item = story.draft("First");
  EXPECT_EQ(story.answer(rapporteur, edit(item, 1, "Second")), "accepted");
  EXPECT_EQ(story.answer(moderator, edit(item, 1, "Other")), "stale_revision");
  EXPECT_EQ(story.answer(moderator, edit(item, 2, "Second")), "already");
  EXPECT_EQ(story.answer(moderator, edit(item, 2, "")), "bad_data");
  EXPECT_EQ(story.answer(moderator, edit(ItemId{9}, 1, "Other")), "not_found");
  EXPECT_EQ(story.answer(moderator, edit(item, 2, "Third")), "accepted");
  EXPECT_EQ(story.state.takeaways.items.at(item).revision, 3U);
  EXPECT_EQ(story.state.takeaways.items.at(item).author, rapporteur) << "the one who drafted it";
}

TEST(Takeaways, they_are_moved_before_another_or_to_the_end) {
  Story story;
  const ItemId one = story.draft("One");
  const ItemId two = story.draft("Two");
  const ItemId three = story.draft("Three");
  story.say(rapporteur, MoveTakeaway{three, one});
  EXPECT_EQ(story.state.takeaways.order, (Order{three, one, two}));
  story.say(rapporteur, MoveTakeaway{three, std::nullopt});
  EXPECT_EQ(story.state.takeaways.order, (Order{one, two, three}));
  EXPECT_EQ(story.answer(rapporteur, MoveTakeaway{three, std::nullopt}), "already");
  EXPECT_EQ(story.answer(rapporteur, MoveTakeaway{one, two}), "already");
  EXPECT_EQ(story.answer(rapporteur, MoveTakeaway{two, two}), "already");
  EXPECT_EQ(story.answer(rapporteur, MoveTakeaway{ItemId{9}, one}), "not_found");
  EXPECT_EQ(story.answer(rapporteur, MoveTakeaway{one, ItemId{9}}), "not_found");
}

TEST(Takeaways, evidence_is_one_question_or_one_turn_that_exists) {
  Story story;
  const ItemId item = story.draft("Item");
  const QuestionId asked = story.ask(speaker, "Why?");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, {}}), "bad_data");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, {asked, TurnId{1}}}), "bad_data");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, {std::nullopt, TurnId{1}}}), "not_found");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, of(QuestionId{9})}), "not_found");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{ItemId{9}, of(asked)}), "not_found");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, of(asked)}), "accepted");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, of(asked)}), "already");
  EXPECT_EQ(story.answer(rapporteur, UnlinkTakeaway{ItemId{9}, of(asked)}), "not_found");
  EXPECT_EQ(story.answer(rapporteur, UnlinkTakeaway{item, of(asked)}), "accepted");
  EXPECT_EQ(story.answer(rapporteur, UnlinkTakeaway{item, of(asked)}), "already");
  story.raise(speaker);
  story.give_first();
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, {std::nullopt, TurnId{1}}}), "accepted");
}

TEST(Takeaways, an_item_has_fifty_links_at_most) {
  Story story;
  story.lifts_limits = true;
  const ItemId item = story.draft("Item");
  for (int count = 0; count < 51; ++count) {
    const QuestionId asked = story.ask(speaker, "Question " + std::to_string(count));
    EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, of(asked)}), count < 50 ? "accepted" : "limit");
  }
}

TEST(Takeaways, they_are_shown_to_all_and_hidden_again) {
  Story story;
  const ItemId one = story.draft("One");
  const ItemId two = story.draft("Two");
  story.say(rapporteur, PublishTakeaway{two});
  const Said said = story.say(rapporteur, PublishTakeaway{one});
  EXPECT_EQ(said.find<TakeawayPublished>()->order, (Order{one, two}));
  EXPECT_EQ(story.answer(rapporteur, PublishTakeaway{one}), "already");
  EXPECT_EQ(story.answer(rapporteur, PublishTakeaway{ItemId{9}}), "not_found");
  EXPECT_EQ(story.answer(rapporteur, HideTakeaway{one}), "accepted");
  EXPECT_EQ(story.answer(rapporteur, HideTakeaway{one}), "already");
  EXPECT_EQ(story.answer(rapporteur, HideTakeaway{ItemId{9}}), "not_found");
}

TEST(Takeaways, removing_a_published_one_hides_it_first) {
  Story story;
  const ItemId shown = story.draft("Shown");
  const ItemId hidden = story.draft("Hidden");
  story.say(rapporteur, PublishTakeaway{shown});
  EXPECT_EQ(story.say(rapporteur, RemoveTakeaway{shown}).words(), "takeaway.hidden takeaway.removed");
  EXPECT_EQ(story.say(rapporteur, RemoveTakeaway{hidden}).words(), "takeaway.removed");
  EXPECT_EQ(story.answer(rapporteur, RemoveTakeaway{hidden}), "not_found");
  EXPECT_TRUE(story.state.takeaways.order.empty());
  EXPECT_EQ(story.draft("Next"), ItemId{3}) << "ids are not used again";
}

}  // namespace
}  // namespace roundtable::test
