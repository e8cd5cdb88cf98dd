// Two entries of one person: whose devices act as whom, and what a cut line gets.
#include <gtest/gtest.h>

#include "room_house.hpp"

namespace roundtable::server::test {
namespace {

TEST(RoomEntries, DevicesOfAMergedEntryComeBackAsTheHead) {
  House house;
  Client& steward = house.listed(3);
  const PersonId head = house.attendee("Ana").person();
  Client& phone = house.attendee("Ana again");
  const PersonId entry = phone.person();
  EXPECT_TRUE(phone.command("question.ask", {{"text", "Who pays?"}}, "q1").contains("seq"));
  EXPECT_EQ(steward.code("person.merge", {{"from", entry.value}, {"into", head.value}}), "accepted");
  house.settle();
  EXPECT_EQ(phone.peer->closed_with, close_code::kRestart);
  EXPECT_EQ(house.state().questions.list.begin()->second.author, head);

  Client& again = house.connect(entry, ResumePoint{house.room().epoch(), 1});
  const auto frames = again.take_frames();
  ASSERT_FALSE(frames.empty());
  EXPECT_EQ(frames.front()["welcome"]["you"]["participant"], head.value);
  EXPECT_TRUE(frames.front()["welcome"].contains("snapshot")) << "what it held was another entry's";
  EXPECT_TRUE(again.command("question.ask", {{"text", "Who pays?"}}, "q1").contains("seq"));
  EXPECT_EQ(house.state().questions.list.size(), 1U) << "sent again, it is the same command";
  EXPECT_TRUE(again.command("hand.raise", {{"kind", "intervention"}}).contains("seq"));
  EXPECT_EQ(house.state().floor.hands.begin()->second.person, head);
}

TEST(RoomEntries, VotesOfBothEntriesCountOnceAlsoAfterARestart) {
  House house;
  Client& moderator = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& phone = house.attendee("Ana again");
  const PersonId head = ana.person();
  const PersonId entry = phone.person();
  moderator.command("question.ask", {{"text", "Who pays?"}});
  moderator.command("question.approve", {{"question", 1}});
  ana.command("question.vote", {{"question", 1}});
  phone.command("question.vote", {{"question", 1}});
  const auto votes = [&] { return core::voters_of(house.state().questions, core::QuestionId{1}).size(); };
  EXPECT_EQ(votes(), 2U);
  EXPECT_EQ(moderator.code("person.merge", {{"from", entry.value}, {"into", head.value}}), "accepted");
  EXPECT_EQ(votes(), 1U);
  house.restart();
  EXPECT_EQ(votes(), 1U);
  Client& back = house.connect(entry);
  EXPECT_EQ(back.command("question.vote", {{"question", 1}}, "again")["code"], "already");
  EXPECT_TRUE(back.command("question.unvote", {{"question", 1}}, "back").contains("seq"));
  EXPECT_EQ(votes(), 0U);
}

TEST(RoomEntries, ADisplayThatCameByTheOldLinkIsLetGo) {
  House house;
  Client& wall = house.machine(Role::display);
  Client& overlay = house.machine(Role::overlay);
  bool is_done = false;
  house.room().renew(core::RenewLink{Role::display, std::nullopt}, [&](const auto& refusal) { is_done = !refusal; });
  house.settle();
  EXPECT_TRUE(is_done);
  EXPECT_EQ(wall.peer->closed_with, close_code::kToken);
  EXPECT_FALSE(overlay.peer->closed_with);
}

}  // namespace
}  // namespace roundtable::server::test
