// A start from a key state: the same session as from all rows, quicker, and no word that was erased.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/floor_order.hpp"
#include "room_house.hpp"

namespace roundtable::server::test {
namespace {

/// Some of all that a session has: people, hands, turns, questions, votes, merges, an open poll, groups.
void play(House& house, int rounds) {
  Client& mo = house.listed(1);
  mo.command("phase.next");
  mo.command("poll.create", {{"kind", "single"}, {"title", "Agree?"}, {"choices", {"Yes", "No"}}});
  mo.command("poll.open", {{"poll", 1}});
  for (int round = 1; round <= rounds; ++round) {
    Client& ana = house.attendee("Ana " + std::to_string(round));
    ana.command("hand.raise", {{"kind", "intervention"}, {"text", "About the third point"}});
    ana.command("question.ask", {{"text", "Who pays " + std::to_string(round) + "?"}});
    ana.command("poll.vote", {{"poll", 1}, {"choice", round % 2}});
    mo.command("question.approve", {{"question", round}});
    ana.command("question.vote", {{"question", 1}});
    const std::uint32_t first = core::floor_order(house.state().floor, 1).front().hand.value;
    ASSERT_EQ(mo.code("floor.give", {{"hand", first}, {"expected", first}}), "accepted");
    house.advance(7'000);
  }
  mo.command("person.merge", {{"person", 6}, {"into", 7}});
  mo.command("breakout.plan", {{"count", 2}, {"diversify", {{{"by", "modality"}}}}});
  house.settle();
}

std::string bytes_of(const std::filesystem::path& folder) {
  std::ostringstream bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
  }
  return bytes.str();
}

TEST(RoomKeyStates, a_start_from_one_is_a_start_from_all_rows) {
  House house;
  play(house, 12);
  house.restart();
  ASSERT_GT(house.journal->read_from_seq, 1U) << "a key state was read";
  const core::State from_key_state = house.state();
  const std::uint32_t seq = house.room().durable_seq();
  house.build = "";
  house.restart();
  ASSERT_EQ(house.journal->read_from_seq, 1U);
  EXPECT_TRUE(house.state() == from_key_state);
  EXPECT_EQ(house.room().durable_seq(), seq);
}

TEST(RoomKeyStates, another_build_replays_all_rows_and_keeps_its_own) {
  House house;
  play(house, 6);
  const core::State before = house.state();
  house.build = "the next release";
  house.restart();
  EXPECT_EQ(house.journal->read_from_seq, 1U);
  EXPECT_TRUE(house.state() == before);
  house.restart();
  EXPECT_GT(house.journal->read_from_seq, 1U);
  EXPECT_TRUE(house.state() == before);
}

TEST(RoomKeyStates, one_that_cannot_be_read_is_passed_over) {
  House house;
  play(house, 6);
  const core::State before = house.state();
  std::uint32_t seq = house.room().durable_seq() - 1;
  for (const char* text : {"{\"state\":{\"floor\":7}}", "{}"}) {
    house.journal->keep(house.session, {seq++, "this", text}, [](const AppendResult&) {});
  }
  house.settle();
  house.restart();
  EXPECT_EQ(house.journal->read_from_seq, 1U);
  EXPECT_TRUE(house.state() == before);
}

/// Somebody asks; much later the server starts again.
struct AskedBefore {
  House house;
  PersonId person;
  Json ack;
  AskedBefore() {
    Client& ana = house.attendee("Ana");
    person = ana.person();
    ack = ana.command("question.ask", {{"text", "Once?"}}, "once");
    play(house, 6);
    house.restart();
  }
};

TEST(RoomKeyStates, what_was_accepted_before_it_is_acknowledged_again_and_not_done_twice) {
  AskedBefore asked;
  auto& [house, person, ack] = asked;
  ASSERT_GT(house.journal->read_from_seq, ack["seq"].get<std::uint32_t>());
  const std::size_t rows = house.rows().size();
  EXPECT_EQ(house.connect(person).command("question.ask", {{"text", "Once?"}}, "once"), ack);
  EXPECT_EQ(house.rows().size(), rows);
}

TEST(RoomKeyStates, while_the_journal_cannot_say_what_was_accepted_commands_wait) {
  AskedBefore asked;
  auto& [house, person, ack] = asked;
  Client& again = house.connect(person);
  house.journal->unreadable = 1;
  again.send("question.ask", {{"text", "Once?"}}, "once");
  again.send("hand.raise", {{"kind", "intervention"}}, "then");
  house.settle();
  again.read();
  EXPECT_TRUE(again.answers.empty());
  house.advance(limits::kRecoverMs);
  again.read();
  ASSERT_EQ(again.answers.size(), 2U);
  EXPECT_EQ(again.answers[0], ack);
  EXPECT_EQ(again.answers[1]["id"], "then");
}

TEST(RoomKeyStates, an_erasure_takes_them_away_and_the_next_holds_nothing_of_it) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  mo.command("poll.create", {{"kind", "single"}, {"title", "Agree?"}, {"choices", {"Yes", "No"}}});
  mo.command("poll.open", {{"poll", 1}});
  ana.command("poll.vote", {{"poll", 1}, {"choice", 0}});
  const core::Alias voter = ana.viewer().poll_alias(core::PollId{1});
  for (int seconds = 0; seconds < 30; ++seconds) mo.command("announce", {{"text", "Vote, please"}});
  ASSERT_FALSE(house.journal->key_states(house.session).empty());
  const std::string before = house.journal->key_states(house.session).front().text;
  ASSERT_NE(before.find(voter), std::string::npos);
  const std::string ballot = before.substr(before.find(voter), voter.size() + 10);  // so it stands in a state alone
  mo.command("poll.close", {{"poll", 1}});
  house.advance(11'000);
  const auto kept = house.journal->key_states(house.session);
  ASSERT_EQ(kept.size(), 1U) << "a new one, at once";
  EXPECT_EQ(kept.front().seq, house.room().durable_seq());
  EXPECT_EQ(kept.front().text.find(voter), std::string::npos);
  house.shut();
  EXPECT_EQ(bytes_of(house.folder()).find(ballot), std::string::npos);
}

TEST(RoomKeyStates, none_is_made_while_a_rehearsal_goes_on_or_its_words_wait_for_their_erasure) {
  House house;
  Client& mo = house.listed(1);
  mo.command("rehearsal.start");
  for (int line = 0; line < 40; ++line) mo.command("announce", {{"text", "Only a rehearsal"}});
  EXPECT_TRUE(house.journal->key_states(house.session).empty());
  ASSERT_EQ(mo.code("rehearsal.end"), "accepted");
  house.settle();
  const auto kept = house.journal->key_states(house.session);
  ASSERT_EQ(kept.size(), 1U) << "when they are erased";
  EXPECT_EQ(kept.front().text.find("Only a rehearsal"), std::string::npos);
  house.shut();
  EXPECT_EQ(bytes_of(house.folder()).find("Only a rehearsal"), std::string::npos);
  house.restart();
  EXPECT_GT(house.journal->read_from_seq, 1U);
}

TEST(RoomKeyStates, who_comes_back_after_a_start_goes_on_from_where_they_were) {
  House house;
  house.key_state_events = 300;
  house.restart();
  Client& ana = house.attendee("Ana");
  const PersonId person = ana.person();
  Client& mo = house.listed(1);
  for (int line = 0; line < 650; ++line) mo.command("announce", {{"text", "Welcome"}});
  const std::uint32_t held = house.room().durable_seq() - limits::kEventsBehindKeyState;
  const std::uint32_t epoch = mo.epoch;
  house.restart();
  ASSERT_GT(house.journal->read_from_seq, 300U);
  ASSERT_LT(house.journal->read_from_seq, 601U) << "the newest would leave fewer than they may lack";
  Client& again = house.connect(person, ResumePoint{epoch, held});
  EXPECT_TRUE(again.welcome.value("resumed", false));
}

TEST(RoomKeyStates, a_room_that_goes_back_to_what_is_on_disk_starts_from_one_too) {
  House house;
  play(house, 6);
  Client& mo = house.listed(1);
  const Json ack = mo.command("announce", {{"text", "Twice?"}}, "twice");
  const core::State before = house.state();
  house.journal->plan = {Append::refuse};
  EXPECT_EQ(mo.command("announce", {{"text", "Lost"}}, "lost")["code"], "not_recorded");
  EXPECT_GT(house.journal->read_from_seq, 1U);
  EXPECT_TRUE(house.state() == before);
  EXPECT_EQ(mo.command("announce", {{"text", "Twice?"}}, "twice"), ack);
}

}  // namespace
}  // namespace roundtable::server::test
