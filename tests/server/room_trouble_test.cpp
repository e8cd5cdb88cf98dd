// When the journal cannot, or does not know: nobody is told what is not there, and nothing that is there is denied.
#include <gtest/gtest.h>

#include "room_house.hpp"
#include "view/show.hpp"

namespace roundtable::server::test {
namespace {

TEST(RoomTrouble, AfterARefusalTheRoomGoesBackAndSaysNotRecorded) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& mo = house.listed(1);
  ana.take_frames();
  mo.take_frames();
  const core::State before = house.state();
  const std::size_t rows = house.rows().size();
  house.journal->plan = {Append::refuse};
  ana.send("hand.raise", {{"kind", "intervention"}}, "lost");
  ana.send("no.such", Json::object(), "nack");  // rests on a state that never was
  bool is_facts_told = true;
  house.room().when_durable([&](bool recorded) { is_facts_told = recorded; });
  house.settle();
  ana.read();
  ASSERT_EQ(ana.answers.size(), 2U);
  EXPECT_EQ(ana.answers[0]["code"], "not_recorded");
  EXPECT_EQ(ana.answers[1]["code"], "not_recorded");
  EXPECT_FALSE(is_facts_told);
  EXPECT_EQ(mo.types(), "");
  EXPECT_TRUE(house.state() == before);
  EXPECT_EQ(house.rows().size(), rows);
  // The same command, sent again, is a new attempt.
  EXPECT_EQ(ana.command("hand.raise", {{"kind", "intervention"}}, "lost")["seq"], rows + 2);
  EXPECT_EQ(mo.types(), "hand.raised floor.held");
}

TEST(RoomTrouble, AJoinThatWasNotRecordedGivesNobody) {
  House house;
  house.journal->plan = {Append::refuse};
  JoinRequest request;
  request.profile.name = core::Words("Ana");
  const JoinAnswer answer = house.join(request);
  ASSERT_TRUE(answer.refusal);
  EXPECT_EQ(answer.refusal->code, core::RefusalCode::not_recorded);
  EXPECT_EQ(house.state().roster.people.size(), 5U);
}

TEST(RoomTrouble, AWelcomeThatRestsOnWhatIsLostSaysComeBack) {
  House house;
  Client& ana = house.attendee("Ana");
  house.journal->plan = {Append::refuse};
  ana.send("hand.raise", {{"kind", "intervention"}});
  Client& late = house.connect(ana.person());
  EXPECT_EQ(late.peer->closed_with, close_code::kRestart);
  EXPECT_TRUE(late.take_frames().empty());
}

TEST(RoomTrouble, UnknownAndThereIsTold) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& mo = house.listed(1);
  mo.take_frames();
  house.journal->plan = {Append::unknown_but_there};
  const Json answer = ana.command("hand.raise", {{"kind", "intervention"}}, "one");
  EXPECT_EQ(answer["seq"], house.rows().size());
  EXPECT_EQ(mo.types(), "hand.raised floor.held");
  EXPECT_EQ(ana.command("hand.raise", {{"kind", "intervention"}}, "one"), answer);
}

TEST(RoomTrouble, UnknownAndLostIsNotRecorded) {
  House house;
  Client& ana = house.attendee("Ana");
  const std::size_t rows = house.rows().size();
  house.journal->plan = {Append::unknown_and_lost};
  EXPECT_EQ(ana.command("hand.raise", {{"kind", "intervention"}}, "one")["code"], "not_recorded");
  EXPECT_EQ(house.rows().size(), rows);
  EXPECT_EQ(ana.command("hand.raise", {{"kind", "intervention"}}, "one")["seq"], rows + 2);
}

TEST(RoomTrouble, NobodyIsAnsweredBeforeTheJournalWasReadBack) {
  for (const Append what : {Append::unknown_but_there, Append::unknown_and_lost}) {
    House house;
    Client& ana = house.attendee("Ana");
    Client& mo = house.listed(1);
    ana.take_frames();
    mo.take_frames();
    house.journal->plan = {what};
    house.journal->unreadable = 3;
    ana.send("hand.raise", {{"kind", "intervention"}}, "one");
    house.settle();
    ana.send("question.ask", {{"text", "Meanwhile"}}, "two");
    ana.send("no.such", Json::object(), "three");
    JoinRequest request;
    request.profile.name = core::Words("Ben");
    bool is_join_told = false;
    house.room().join(request, [&](const JoinAnswer& answer) { is_join_told = !answer.refusal; });
    Client& late = house.connect(mo.person(), ResumePoint{mo.epoch, mo.seq});
    house.settle();
    EXPECT_TRUE(ana.take_frames().empty());
    EXPECT_TRUE(mo.take_frames().empty());
    EXPECT_TRUE(late.take_frames().empty());
    EXPECT_FALSE(is_join_told);

    house.advance(2'000);
    ana.read();
    ASSERT_EQ(ana.answers.size(), 3U);
    EXPECT_EQ(ana.answers[0].contains("seq"), what == Append::unknown_but_there) << ana.answers[0];
    EXPECT_TRUE(ana.answers[1].contains("seq")) << ana.answers[1];
    EXPECT_EQ(ana.answers[2]["code"], "unknown_command");
    EXPECT_TRUE(is_join_told);
    EXPECT_TRUE(ana.state == view::show(house.state(), ana.viewer()));
    if (late.peer->closed_with) late.hello(ResumePoint{mo.epoch, mo.seq});
    const auto rows = house.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(rows[i].seq, i + 1);
    EXPECT_EQ(house.room().durable_seq(), rows.size());
  }
}

TEST(RoomTrouble, WhatStoodBehindALostBatchIsLostWithIt) {
  House house;
  Client& ana = house.attendee("Ana");
  const std::size_t rows = house.rows().size();
  house.journal->plan = {Append::hold};
  ana.send("question.ask", {{"text", "First"}}, "first");
  house.settle();
  ana.send("question.ask", {{"text", "Second"}}, "second");  // waits behind it
  house.settle();
  house.journal->plan = {Append::refuse};
  house.journal->let_go();
  house.settle();
  ana.read();
  ASSERT_EQ(ana.answers.size(), 2U);
  EXPECT_TRUE(ana.answers[0].contains("seq"));
  EXPECT_EQ(ana.answers[1]["code"], "not_recorded");
  EXPECT_EQ(house.rows().size(), rows + 1);
  EXPECT_EQ(house.state().questions.list.size(), 1U);
}

TEST(RoomTrouble, ALineThatCameMeanwhileIsPresentAfterAll) {
  House house;
  Client& ana = house.attendee("Ana");
  const PersonId person = ana.person();
  ana.drop();
  house.advance(core::limits::away_counts_as_left_ms + 30'000);
  ASSERT_FALSE(house.state().roster.people.at(person).is_present);
  house.journal->plan = {Append::refuse};
  Client& back = house.connect(person);  // its return could not be recorded: it is told to come back
  EXPECT_EQ(back.peer->closed_with, close_code::kRestart);
  back.hello();
  EXPECT_TRUE(house.state().roster.people.at(person).is_present);
  house.advance(60 * 60'000);
  EXPECT_TRUE(house.state().roster.people.at(person).is_present);
}

TEST(RoomTrouble, ALeaveThatCouldNotBeRecordedIsTriedAgain) {
  House house;
  Client& ana = house.attendee("Ana");
  const PersonId person = ana.person();
  ana.drop();
  house.advance(core::limits::away_counts_as_left_ms - 30'000);
  house.journal->plan = {Append::refuse, Append::refuse};
  house.advance(30 * 60'000);
  EXPECT_FALSE(house.state().roster.people.at(person).is_present);
  EXPECT_TRUE(house.journal->plan.empty());
}

TEST(RoomTrouble, WhatIsDueIsAskedAgainAfterTrouble) {
  House house;
  Client& ana = house.attendee("Ana");
  ana.command("signal.send", {{"signal", "cannot_hear"}});
  house.journal->plan = {Append::refuse};
  house.advance(core::limits::signal_lasts_ms + 1'000);
  EXPECT_TRUE(house.journal->plan.empty());
  EXPECT_TRUE(house.state().signals.active.empty());
  EXPECT_EQ(house.rows().back().type, "signal.cleared");
}

}  // namespace
}  // namespace roundtable::server::test
