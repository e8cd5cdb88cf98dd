#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

RaiseHand typed(const char* text) {
  return {HandKind::intervention, std::nullopt, Words(text), "fr"};
}

const Hand& hand_of(const Story& story, std::uint32_t id) {
  return story.state.floor.hands.at(HandId{id});
}

TEST(TypedHand, brings_its_words_without_the_blanks_around_them) {
  Story story;
  const Said said = story.say(speaker, typed("  We pay twice.\nWhy?  "));
  EXPECT_EQ(said.words(), "hand.raised hand.text_set floor.held");
  EXPECT_TRUE(hand_of(story, 1).is_typed);
  EXPECT_EQ(hand_of(story, 1).text, Words("We pay twice.\nWhy?"));
  EXPECT_EQ(hand_of(story, 1).language, "fr");
}

TEST(TypedHand, is_of_one_to_a_thousand_characters_in_a_language_that_has_a_tag) {
  Story story;
  EXPECT_EQ(story.answer(speaker, typed("  ")), "bad_data");
  EXPECT_EQ(story.answer(speaker, typed("bell\a")), "bad_data");
  EXPECT_EQ(story.answer(speaker, typed(std::string(1'001, 'a').c_str())), "bad_data");
  RaiseHand raise = typed("Words");
  raise.language = "no tag";
  EXPECT_EQ(story.answer(speaker, raise), "bad_data");
  EXPECT_TRUE(story.state.floor.hands.empty());
  EXPECT_EQ(story.answer(speaker, typed(std::string(1'000, 'a').c_str())), "accepted");
}

TEST(TypedHand, keeps_its_place_whether_typed_changed_or_cleared) {
  Story story(story_plan("first_come"));
  const PersonId ana = story.attendee();
  story.raise(speaker);
  story.say(ana, typed("Words"));
  story.raise(steward);
  const std::vector<PersonId> before = story.queue();
  EXPECT_EQ(before, (std::vector<PersonId>{speaker, ana, steward}));
  EXPECT_EQ(story.answer(ana, TypeHand{HandId{2}, Words("Other words"), std::nullopt}), "accepted");
  EXPECT_EQ(story.queue(), before);
  EXPECT_EQ(hand_of(story, 2).language, "fr") << "as it was";
  EXPECT_EQ(story.answer(ana, TypeHand{HandId{2}, Words(" Other words "), "fr"}), "already");
  EXPECT_EQ(story.answer(ana, TypeHand{HandId{2}, std::nullopt, std::nullopt}), "accepted");
  EXPECT_FALSE(hand_of(story, 2).is_typed);
  EXPECT_TRUE(hand_of(story, 2).text.empty());
  EXPECT_EQ(story.queue(), before);
  EXPECT_EQ(story.answer(ana, TypeHand{HandId{2}, std::nullopt, std::nullopt}), "already");
  EXPECT_EQ(story.answer(ana, TypeHand{HandId{9}, std::nullopt, std::nullopt}), "not_found");
}

TEST(TypedHand, is_written_by_its_person_or_by_who_may_act_for_them) {
  Story story;
  const PersonId ana = story.attendee();
  const PersonId noor = story.without_device();
  const HandId anas = story.raise(ana);
  RaiseHand proxy = typed("By proxy");
  proxy.for_person = noor;
  EXPECT_EQ(story.answer(speaker, proxy), "not_allowed");
  EXPECT_EQ(story.answer(steward, proxy), "accepted");
  EXPECT_EQ(story.answer(steward, TypeHand{HandId{2}, Words("Better"), std::nullopt}), "accepted");
  EXPECT_EQ(story.answer(ana, TypeHand{HandId{2}, Words("Mine"), std::nullopt}), "not_allowed");
  EXPECT_EQ(story.answer(steward, TypeHand{anas, Words("Not hers"), std::nullopt}), "not_allowed");
  const Said told = story.say(moderator, TypeHand{anas, Words("As told in the chat"), std::nullopt});
  ASSERT_TRUE(told.find<HandTextSet>());
  EXPECT_EQ(told.find<HandTextSet>()->by, moderator);
}

TEST(TypedHand, gives_its_words_to_the_turn_which_is_charged_like_any) {
  Story story;
  story.say(moderator, NextPhase{});
  const PersonId ana = story.attendee(StakeholderGroup::government);
  story.say(ana, typed("Words"));
  const Said given = story.give_first();
  ASSERT_TRUE(given.find<FloorGiven>());
  EXPECT_EQ(given.find<FloorGiven>()->text, Words("Words"));
  story.wait(37);
  story.say(moderator, EndTurn{});
  const Turn& turn = story.state.floor.turns.at(TurnId{1});
  EXPECT_TRUE(turn.is_typed);
  EXPECT_EQ(turn.text, Words("Words"));
  EXPECT_EQ(turn.language, "fr");
  EXPECT_EQ(story.state.floor.served.by(Attribute::stakeholder_group)[0], 37 * second_ms);
  EXPECT_EQ(story.state.floor.spoken.at(ana).spoken_ms, 37 * second_ms);
}

TEST(TypedHand, has_its_words_back_and_the_turn_none_when_the_turn_is_taken_back) {
  for (const bool is_undone : {true, false}) {
    Story story;
    story.say(moderator, NextPhase{});
    story.say(speaker, typed("Words"));
    story.give_first();
    const auto seq = static_cast<std::int64_t>(story.events.back().seq);
    if (is_undone) {
      EXPECT_EQ(story.answer(moderator, Undo{seq}), "accepted");
    } else {
      EXPECT_EQ(story.answer(moderator, MarkUnspoken{}), "accepted");
    }
    EXPECT_EQ(hand_of(story, 1).text, Words("Words"));
    EXPECT_TRUE(hand_of(story, 1).is_typed);
    EXPECT_TRUE(story.state.floor.turns.at(TurnId{1}).text.empty());
  }
}

TEST(TypedHand, says_the_language_also_without_words) {
  Story story;
  story.say(speaker, RaiseHand{HandKind::intervention, std::nullopt, std::nullopt, "ar"});
  EXPECT_EQ(hand_of(story, 1).language, "ar");
  story.say(moderator, NextPhase{});
  story.give_first();
  EXPECT_EQ(story.state.floor.turns.at(TurnId{1}).language, "ar");
  EXPECT_FALSE(story.state.floor.turns.at(TurnId{1}).is_typed);
}

}  // namespace
}  // namespace roundtable::test
