#include "core/person_merge.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

TEST(PersonMerge, hands_turns_talks_and_questions_are_the_heads_and_go_back) {
  Story story;
  const PersonId head = story.attendee();
  const PersonId other = story.attendee();
  const QuestionId asked = story.approved(other, "Who pays?");
  story.raise(other);
  story.speak(30);
  const HandId hand = story.raise(other);
  EXPECT_EQ(story.say(steward, MergePerson{other, head}).words(), "person.merged");
  EXPECT_EQ(story.state.floor.hands.at(hand).person, head);
  EXPECT_EQ(story.state.floor.turns.begin()->second.person, head);
  EXPECT_EQ(story.state.floor.spoken.at(head).spoken_ms, 30'000);
  EXPECT_FALSE(story.state.floor.spoken.contains(other));
  EXPECT_EQ(story.question(asked).author, head);
  EXPECT_TRUE(story.person(head).is_public);
  EXPECT_EQ(head_of_person(story.state, other), head);
  EXPECT_EQ(story.answer(other, RaiseHand{}), "not_allowed") << "the room lets its devices act as the head";
  EXPECT_EQ(story.answer(moderator, RaiseHand{HandKind::intervention, other}), "not_found");

  EXPECT_EQ(story.say(steward, UnmergePerson{other}).words(), "person.unmerged");
  EXPECT_EQ(story.state.floor.hands.at(hand).person, other);
  EXPECT_EQ(story.state.floor.spoken.at(other).spoken_ms, 30'000);
  EXPECT_EQ(story.question(asked).author, other);
  EXPECT_TRUE(story.state.roster.merges.empty());
  EXPECT_EQ(story.answer(steward, UnmergePerson{other}), "already");
}

TEST(PersonMerge, of_two_hands_the_heads_stays_and_the_other_comes_back_with_its_entry) {
  Story story;
  const PersonId head = story.attendee();
  const PersonId other = story.attendee();
  const HandId first = story.raise(other);
  const HandId second = story.raise(head);
  story.say(moderator, MergePerson{other, head});
  EXPECT_FALSE(story.state.floor.hands.contains(first));
  EXPECT_EQ(story.queue(), std::vector{head});
  story.say(moderator, UnmergePerson{other});
  EXPECT_EQ(story.state.floor.hands.at(first).person, other);
  EXPECT_EQ(story.state.floor.hands.at(second).person, head);
}

TEST(PersonMerge, attendance_adds_up_and_is_parted_again) {
  Story story;
  const PersonId other = story.attendee();
  story.wait(60);
  story.room(LeavePerson{other, story.now_ms});
  const PersonId head = story.attendee();
  story.wait(30);
  story.room(LeavePerson{head, story.now_ms});
  story.say(moderator, MergePerson{other, head});
  EXPECT_EQ(story.person(head).attended_ms, 90'000);
  EXPECT_FALSE(story.person(other).is_present);
  story.say(moderator, UnmergePerson{other});
  EXPECT_EQ(story.person(head).attended_ms, 30'000);
  EXPECT_EQ(story.person(other).attended_ms, 60'000);
}

TEST(PersonMerge, who_is_here_in_the_other_entry_is_here) {
  Story story;
  const PersonId head = story.attendee();
  story.room(LeavePerson{head, story.now_ms});
  const PersonId other = story.attendee();
  story.say(moderator, MergePerson{other, head});
  EXPECT_TRUE(story.person(head).is_present);
  EXPECT_FALSE(story.person(other).is_present);
}

TEST(PersonMerge, votes_of_both_entries_are_one_persons) {
  Story story;
  const QuestionId asked = story.approved(speaker, "Vote?");
  const PersonId head = story.attendee();
  const PersonId other = story.attendee();
  const PersonId third = story.attendee();
  for (PersonId each : {head, other, third}) story.say(each, VoteQuestion{asked});
  EXPECT_EQ(voters_of(story.state.questions, asked).size(), 3U);
  story.say(moderator, MergePerson{other, head});
  unite_voters(story.state, alias_of);
  EXPECT_EQ(voters_of(story.state.questions, asked).size(), 2U);
  EXPECT_EQ(story.answer(head, VoteQuestion{asked}), "already");
  story.say(head, UnvoteQuestion{asked});
  EXPECT_EQ(voters_of(story.state.questions, asked).size(), 1U) << "both votes are taken back";
  story.say(head, VoteQuestion{asked});
  story.say(moderator, UnmergePerson{other});
  unite_voters(story.state, alias_of);
  EXPECT_EQ(voters_of(story.state.questions, asked).size(), 2U);
}

TEST(PersonMerge, neither_listed_people_nor_staff_are_merged_away_and_nobody_becomes_staff_by_a_stewards_word) {
  Story story;
  const PersonId head = story.attendee();
  const PersonId other = story.attendee();
  EXPECT_EQ(story.answer(moderator, MergePerson{speaker, head}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, MergePerson{story.join(profile("S"), {Role::steward}), head}), "wrong_state");
  EXPECT_EQ(story.answer(steward, MergePerson{other, moderator}), "not_allowed");
  EXPECT_EQ(story.answer(online_moderator, MergePerson{other, steward}), "not_allowed");
  EXPECT_EQ(story.answer(rapporteur, MergePerson{other, head}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, MergePerson{other, other}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, MergePerson{PersonId{99}, head}), "not_found");
  EXPECT_EQ(story.answer(steward, MergePerson{other, speaker}), "accepted");
  EXPECT_EQ(story.answer(steward, MergePerson{other, head}), "not_found") << "merged already";
}

TEST(PersonMerge, an_entry_with_merged_ones_has_to_be_parted_first) {
  Story story;
  const PersonId one = story.attendee();
  const PersonId two = story.attendee();
  const PersonId three = story.attendee();
  story.say(steward, MergePerson{one, two});
  EXPECT_EQ(story.answer(steward, MergePerson{two, three}), "wrong_state");
  EXPECT_EQ(story.answer(steward, MergePerson{three, two}), "accepted");
}

TEST(PersonMerge, waits_for_the_end_of_a_rehearsal) {
  Story story;
  const PersonId one = story.attendee();
  const PersonId two = story.attendee();
  const PersonId three = story.attendee();
  story.say(steward, MergePerson{one, two});
  story.say(moderator, StartRehearsal{});
  EXPECT_EQ(story.answer(steward, MergePerson{three, two}), "wrong_state");
  EXPECT_EQ(story.answer(steward, UnmergePerson{one}), "wrong_state");
  story.say(moderator, EndRehearsal{});
  EXPECT_EQ(story.answer(steward, UnmergePerson{one}), "accepted");
  EXPECT_EQ(story.answer(steward, MergePerson{three, two}), "accepted");
}

TEST(PersonMerge, a_give_before_it_is_not_taken_back_after_it) {
  Story story;
  const PersonId head = story.attendee();
  const PersonId other = story.attendee();
  story.raise(other);
  const Said given = story.give_first();
  story.say(steward, MergePerson{other, head});
  EXPECT_EQ(story.answer(moderator, Undo{given.events.front().seq}), "wrong_state");
}

}  // namespace
}  // namespace roundtable::test
