// Ballots in a room: whose they are is the voter's alone, and ten seconds after the close the journal has none.
#include <gtest/gtest.h>

#include "room_house.hpp"

namespace roundtable::server::test {
namespace {

using core::PollId;

/// How many ballots of the journal still say what was chosen.
std::size_t choices_left(House& house) {
  std::size_t choices = 0;
  for (const Row& row : house.rows()) {
    if (row.type != core::PollVoted::name) continue;
    for (const auto& part : row.parts) choices += part ? 1 : 0;
  }
  return choices;
}

void open_poll(Client& moderator, const Json& more = Json::object()) {
  Json data = {{"kind", "single"}, {"title", "Where?"}, {"choices", {"Parks", "Roads"}}};
  data.update(more);
  ASSERT_EQ(moderator.code("poll.create", data), "accepted");
  const auto polls = moderator.state.polls.list.size();
  ASSERT_EQ(moderator.code("poll.open", {{"poll", polls}}), "accepted");
}

Json choice(const Json& chosen, std::uint32_t poll = 1) {
  return {{"poll", poll}, {"choice", chosen}};
}

core::PollResults results_of(House& house, std::uint32_t poll = 1) {
  return *house.state().polls.list.at(PollId{poll}).results;
}

TEST(RoomPolls, a_ballot_is_told_to_its_voters_devices_and_to_nobody_else) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& phone = house.connect(ana.person());
  Client& ben = house.attendee("Ben");
  open_poll(mo);
  for (Client* each : {&mo, &ana, &phone, &ben}) each->take_frames();
  ASSERT_EQ(ana.code("poll.vote", choice(1)), "accepted");
  EXPECT_EQ(phone.types(), "poll.voted");
  EXPECT_EQ(phone.state.mine.ballots.at(PollId{1}).picks, (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(ben.types(), "");
  EXPECT_EQ(mo.types(), "");
  const std::uint32_t before = phone.seq;
  phone.drop();
  ASSERT_EQ(ana.code("poll.vote", choice(0)), "accepted");
  Client& back = house.connect(ana.person(), ResumePoint{house.room().epoch(), before});
  EXPECT_EQ(back.types(), "poll.voted") << "resumed";
  Client& fresh = house.connect(ana.person());
  EXPECT_EQ(fresh.state.mine.ballots.at(PollId{1}).picks, (std::vector<std::uint32_t>{0})) << "by the snapshot";
}

TEST(RoomPolls, the_journal_names_nobody_who_voted_and_each_poll_has_aliases_of_its_own) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  open_poll(mo);
  open_poll(mo);
  ASSERT_EQ(ana.command("poll.vote", choice(1, 1), "ballot-one").count("seq"), 1U);
  ASSERT_EQ(ana.command("poll.vote", choice(1, 2), "ballot-two").count("seq"), 1U);
  std::vector<Row> ballots;
  for (const Row& row : house.rows()) {
    if (row.type == core::PollVoted::name) ballots.push_back(row);
  }
  ASSERT_EQ(ballots.size(), 2U);
  for (const Row& row : ballots) {
    EXPECT_EQ(row.data.find("person"), std::string::npos) << row.data;
    EXPECT_EQ(row.mark.rfind(std::to_string(ana.person().value) + "/", 0), std::string::npos) << row.mark;
    ASSERT_EQ(row.parts.size(), 1U) << "what was chosen";
    EXPECT_EQ(row.parts[0]->words, "1");
  }
  const auto alias_of = [](const Row& row) { return row.mark.substr(0, row.mark.find('/')); };
  EXPECT_NE(alias_of(ballots[0]), alias_of(ballots[1]));
  EXPECT_NE(ballots[0].data.find(alias_of(ballots[0])), std::string::npos);
}

TEST(RoomPolls, a_ballot_sent_again_gets_its_ack_again_also_after_a_restart) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  const PersonId person = ana.person();
  open_poll(mo);
  const Json ack = ana.command("poll.vote", choice(1), "ballot");
  EXPECT_EQ(ana.command("poll.vote", choice(1), "ballot"), ack);
  house.restart();
  EXPECT_EQ(house.connect(person).command("poll.vote", choice(1), "ballot"), ack);
  EXPECT_EQ(house.connect(person).code("poll.vote", choice(1)), "already");
}

TEST(RoomPolls, ballots_leave_the_journal_ten_seconds_after_the_close_and_not_before) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  open_poll(mo);
  ana.command("poll.vote", choice(1));
  ana.command("poll.vote", choice(0));
  ben.command("poll.vote", choice(0));
  ASSERT_EQ(mo.code("poll.close", {{"poll", 1}}), "accepted");
  ASSERT_EQ(mo.code("poll.publish", {{"poll", 1}}), "accepted");
  house.advance(core::limits::undo_ms);
  EXPECT_EQ(choices_left(house), 3U);
  house.advance(1'000);
  EXPECT_EQ(choices_left(house), 0U);
  ana.read();
  EXPECT_TRUE(ana.state.mine.ballots.empty());
  EXPECT_EQ(ana.state.polls.list.at(PollId{1}).results->counts, (std::vector<std::uint32_t>{2, 0}));
}

TEST(RoomPolls, a_close_taken_back_keeps_the_ballots) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  open_poll(mo);
  ana.command("poll.vote", choice(1));
  const Json closed = mo.command("poll.close", {{"poll", 1}});
  house.advance(5'000);
  ASSERT_EQ(mo.code("undo", {{"seq", closed["seq"]}}), "accepted");
  house.advance(60'000);
  EXPECT_EQ(choices_left(house), 1U);
  EXPECT_EQ(ana.code("poll.vote", choice(1)), "already");
  ASSERT_EQ(mo.code("poll.close", {{"poll", 1}}), "accepted");
  EXPECT_EQ(results_of(house).counts, (std::vector<std::uint32_t>{0, 1}));
}

TEST(RoomPolls, a_restart_with_erased_ballots_restores_exactly_the_results) {
  House house;
  Client& mo = house.listed(1);
  open_poll(mo);
  for (int voter = 0; voter < 6; ++voter) {
    ASSERT_EQ(house.attendee("A" + std::to_string(voter)).code("poll.vote", choice(voter % 2)), "accepted");
  }
  ASSERT_EQ(mo.code("poll.close", {{"poll", 1}}), "accepted");
  house.advance(11'000);
  ASSERT_EQ(choices_left(house), 0U);
  const core::Polls before = house.state().polls;
  house.restart();
  EXPECT_EQ(house.state().polls, before);
  EXPECT_EQ(results_of(house).counts, (std::vector<std::uint32_t>{3, 3}));
}

TEST(RoomPolls, a_server_that_was_down_at_the_tenth_second_erases_them_at_its_start) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  open_poll(mo);
  ana.command("poll.vote", choice(1));
  ASSERT_EQ(mo.code("poll.close", {{"poll", 1}}), "accepted");
  house.shut();
  house.now_ms += 60'000;
  house.open();
  house.settle();
  house.advance(1'000);
  EXPECT_EQ(choices_left(house), 0U);
  EXPECT_TRUE(house.state().polls.list.at(PollId{1}).is_sealed);
  EXPECT_EQ(results_of(house).counts, (std::vector<std::uint32_t>{0, 1}));
}

TEST(RoomPolls, staff_and_displays_hear_how_many_voted_and_by_choice_only_when_asked_for) {
  House house;
  Client& mo = house.listed(1);
  Client& wall = house.machine(Role::display);
  Client& ana = house.attendee("Ana");
  open_poll(mo);
  open_poll(mo, {{"live", true}});
  house.advance(1'000);
  for (Client* each : {&mo, &wall, &ana}) each->take_frames();
  ana.command("poll.vote", choice(1, 1));
  ana.command("poll.vote", choice(1, 2));
  house.advance(60'000);
  for (Client* each : {&mo, &wall}) {
    const std::vector<Json> tallies = each->tallies();
    ASSERT_EQ(tallies.size(), 1U);
    EXPECT_EQ(tallies[0]["data"]["polls"], (Json{{"1", 1}, {"2", 1}}));
    EXPECT_EQ(tallies[0]["data"]["poll_choices"], (Json{{"2", {0, 1}}}));
  }
  EXPECT_TRUE(ana.tallies().empty());
  Client& late = house.machine(Role::display);
  EXPECT_EQ(late.welcome["tally"]["polls"], (Json{{"1", 1}, {"2", 1}}));
  EXPECT_FALSE(house.attendee("Late").welcome["tally"].contains("polls"));
}

TEST(RoomPolls, two_entries_of_one_person_have_one_ballot) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& again = house.attendee("Ana again");
  const PersonId first = ana.person();
  open_poll(mo);
  ana.command("poll.vote", choice(0));
  again.command("poll.vote", choice(1));
  ASSERT_EQ(mo.code("person.merge", {{"from", again.person().value}, {"into", first.value}}), "accepted");
  house.settle();
  EXPECT_EQ(house.connect(first).state.mine.ballots.at(PollId{1}).picks, (std::vector<std::uint32_t>{0}));
  house.restart();
  ASSERT_TRUE(house.listed(1).command("poll.close", {{"poll", 1}}, "close").contains("seq"));
  EXPECT_EQ(results_of(house).counts, (std::vector<std::uint32_t>{1, 0}));
}

}  // namespace
}  // namespace roundtable::server::test
