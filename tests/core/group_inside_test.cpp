// What happens inside a breakout group: its floor, its questions, its roles and its calls for a moderator.
#include <gtest/gtest.h>

#include "core/breakout_story.hpp"

namespace roundtable::test {
namespace {

TEST(GroupFloor, hands_are_served_as_they_come_and_nothing_is_charged_in_plenary) {
  BreakoutStory story;
  story.open({{story.ana, story.ben, story.cleo}, {story.dora}});
  story.say(story.ben, RaiseGroupHand{});
  story.say(story.ana, RaiseGroupHand{});
  ASSERT_EQ(story.inside(1).floor.hands.size(), 2U);
  EXPECT_EQ(story.inside(1).floor.hands.front().person, story.ben);
  story.say(story.cleo, TakeGroupRole{GroupRole::host});
  story.say(story.cleo, GiveGroupFloor{std::nullopt, story.ben});
  story.wait(30);
  story.say(story.cleo, GiveGroupFloor{std::nullopt, story.ana});
  EXPECT_EQ(story.inside(1).floor.spoken.at(story.ben), 30 * second_ms);
  EXPECT_EQ(story.inside(1).floor.turn->person, story.ana);
  EXPECT_TRUE(story.inside(1).floor.hands.empty());
  EXPECT_TRUE(story.state.floor.hands.empty());
  EXPECT_TRUE(story.state.floor.spoken.empty());
}

TEST(GroupFloor, only_the_host_and_staff_give_it_and_only_to_members) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  EXPECT_EQ(story.answer(story.ben, GiveGroupFloor{std::nullopt, story.ana}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, GiveGroupFloor{story.group(1), story.cleo}), "not_found");
  EXPECT_EQ(story.answer(moderator, GiveGroupFloor{story.group(1), story.ana}), "accepted");
  EXPECT_EQ(story.answer(story.ben, EndGroupTurn{}), "not_allowed");
  EXPECT_EQ(story.answer(story.ana, EndGroupTurn{}), "accepted");
  EXPECT_EQ(story.answer(story.ana, EndGroupTurn{}), "wrong_state");
  EXPECT_EQ(story.answer(story.cleo, GiveGroupFloor{story.group(1), story.ana}), "not_found") << "another's group";
}

TEST(GroupFloor, whoever_is_moved_takes_no_hand_and_no_turn_along) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(moderator, GiveGroupFloor{story.group(1), story.ana});
  story.say(story.ben, RaiseGroupHand{});
  story.wait(10);
  story.say(moderator, MoveToGroup{story.ana, story.group(2)});
  story.say(moderator, MoveToGroup{story.ben, story.group(2)});
  EXPECT_FALSE(story.inside(1).floor.turn);
  EXPECT_TRUE(story.inside(1).floor.hands.empty());
  EXPECT_EQ(story.inside(1).floor.spoken.at(story.ana), 10 * second_ms);
}

TEST(GroupFloor, a_steward_raises_a_hand_for_whoever_has_no_device) {
  BreakoutStory story;
  const PersonId noor = story.without_device();
  story.open({{story.ana, noor}, {story.cleo}});
  EXPECT_EQ(story.answer(steward, RaiseGroupHand{noor}), "accepted");
  EXPECT_EQ(story.answer(steward, RaiseGroupHand{noor}), "already");
  EXPECT_EQ(story.answer(story.ana, RaiseGroupHand{noor}), "not_allowed");
}

TEST(GroupQuestions, each_member_votes_once_and_outsiders_find_nothing) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  ASSERT_TRUE(story.say(story.ana, AskGroupQuestion{Words("Who pays?"), std::nullopt}).is_accepted());
  const GroupQuestionId asked{1};
  EXPECT_EQ(story.answer(story.ben, VoteGroupQuestion{asked}), "accepted");
  EXPECT_EQ(story.answer(story.ben, VoteGroupQuestion{asked}), "already");
  EXPECT_EQ(story.answer(story.cleo, VoteGroupQuestion{asked}), "not_found");
  EXPECT_EQ(story.inside(1).questions.at(asked).votes, 1U);
  EXPECT_EQ(story.answer(story.ben, UnvoteGroupQuestion{asked}), "accepted");
  EXPECT_EQ(story.inside(1).questions.at(asked).votes, 0U);
  EXPECT_EQ(story.answer(story.ben, SettleGroupQuestion{asked}), "not_allowed");
  EXPECT_EQ(story.answer(story.ana, SettleGroupQuestion{asked}), "accepted");
  EXPECT_EQ(story.answer(story.ben, VoteGroupQuestion{asked}), "wrong_state");
}

TEST(GroupRoles, one_tap_takes_a_role_and_it_is_taken_over_only_from_whoever_is_away) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  EXPECT_EQ(story.answer(story.ana, TakeGroupRole{GroupRole::reporter}), "accepted");
  EXPECT_EQ(story.answer(story.ana, TakeGroupRole{GroupRole::reporter}), "already");
  EXPECT_EQ(story.answer(story.ben, TakeGroupRole{GroupRole::reporter}), "already");
  Stamp stamp = story.stamp_of(story.ben);
  stamp.away = {story.ana};
  EXPECT_TRUE(story.perform_as(TakeGroupRole{GroupRole::reporter}, stamp).is_accepted());
  EXPECT_EQ(story.inside(1).reporter, story.ben);
  story.room(LeavePerson{story.ben, story.now_ms});
  EXPECT_EQ(story.answer(story.ana, TakeGroupRole{GroupRole::reporter}), "accepted");
  EXPECT_EQ(story.answer(story.dora, TakeGroupRole{GroupRole::host}), "wrong_state");
}

TEST(GroupHelp, a_group_calls_once_until_somebody_answers) {
  BreakoutStory story;
  story.open({{story.ana, story.ben}, {story.cleo}});
  EXPECT_EQ(story.answer(story.ana, CallModerator{Words("We are stuck")}), "accepted");
  EXPECT_EQ(story.answer(story.ben, CallModerator{}), "already");
  EXPECT_EQ(story.answer(steward, AnswerCall{story.group(2)}), "wrong_state");
  EXPECT_EQ(story.answer(steward, AnswerCall{story.group(1)}), "accepted");
  EXPECT_EQ(story.inside(1).help->answered_by, steward);
  EXPECT_EQ(story.answer(story.ben, CallModerator{}), "accepted");
}

TEST(GroupHelp, a_broadcast_reaches_every_group_or_one_and_the_newest_are_kept) {
  BreakoutStory story;
  story.open({{story.ana}, {story.cleo}});
  story.say(moderator, Broadcast{Words("Two minutes left"), std::nullopt});
  story.say(moderator, Broadcast{Words("Your link has changed"), story.group(2)});
  EXPECT_EQ(story.inside(1).broadcasts.size(), 1U);
  EXPECT_EQ(story.inside(2).broadcasts.size(), 2U);
  for (int more = 0; more < 30; ++more) story.say(moderator, Broadcast{Words("More"), std::nullopt});
  EXPECT_EQ(story.inside(1).broadcasts.size(), limits::group_broadcasts);
}

TEST(GroupHelp, the_rooms_address_is_a_secure_one) {
  BreakoutStory story;
  story.open({{story.ana}, {story.cleo}});
  const auto set = [&](const char* url) {
    return story.answer(moderator, SetGroupCall{story.group(1), std::nullopt, url});
  };
  EXPECT_EQ(set("http://call.example/1"), "bad_data");
  EXPECT_EQ(set("javascript:alert(1)"), "bad_data");
  EXPECT_EQ(set("https://"), "bad_data");
  EXPECT_EQ(set("https://call.example@evil.example/"), "bad_data");
  EXPECT_EQ(set("https://call.example/1"), "accepted");
  EXPECT_EQ(set("https://call.example/1"), "already");
  EXPECT_EQ(story.answer(story.ana, SetGroupCall{story.group(1), "3", std::nullopt}), "not_allowed");
}

TEST(GroupListening, the_choice_goes_along_with_a_move) {
  BreakoutStory story;
  story.open({{story.ana}, {story.cleo}});
  EXPECT_EQ(story.answer(story.dora, ListenOnly{true}), "wrong_state");
  EXPECT_EQ(story.answer(story.ana, ListenOnly{true}), "accepted");
  EXPECT_EQ(story.answer(story.ana, ListenOnly{true}), "already");
  story.say(moderator, MoveToGroup{story.ana, story.group(2)});
  EXPECT_TRUE(story.inside(2).listening.contains(story.ana));
  EXPECT_TRUE(story.inside(1).listening.empty());
}

}  // namespace
}  // namespace roundtable::test
