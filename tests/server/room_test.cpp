// Deciding: durable before told, at most once, in order, and nobody's name where none may stand.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "room_house.hpp"
#include "server/journal_verify.hpp"
#include "view/show.hpp"

namespace roundtable::server::test {
namespace {

Json ask(const std::string& text) {
  return {{"text", text}};
}

const Row* find_row(const std::vector<Row>& rows, const std::string& type) {
  const Row* found = nullptr;
  for (const Row& row : rows) {
    if (row.type == type) found = &row;
  }
  return found;
}

std::string all_bytes(const std::filesystem::path& folder) {
  std::ostringstream bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
  }
  return bytes.str();
}

TEST(Room, TellsNothingBeforeTheJournalHasIt) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  mo.take_frames();
  ana.take_frames();
  house.journal->plan = {Append::hold};
  ana.send("hand.raise", {{"kind", "intervention"}}, "one");
  ana.send("hand.lower", {{"hand", 99}}, "two");
  house.settle();
  EXPECT_TRUE(ana.take_frames().empty());
  EXPECT_TRUE(mo.take_frames().empty());
  Client& late = house.connect(mo.person());
  EXPECT_TRUE(late.take_frames().empty()) << "a snapshot rests on the hand too";

  house.journal->let_go();
  house.settle();
  EXPECT_EQ(mo.types(), "hand.raised floor.held");
  const auto frames = ana.take_frames();
  ASSERT_EQ(frames.size(), 3U);
  EXPECT_TRUE(frames[0].contains("events"));
  EXPECT_EQ(frames[1]["ack"]["id"], "one");
  EXPECT_EQ(frames[2]["nack"]["id"], "two");
  EXPECT_EQ(frames[2]["nack"]["code"], "not_found");
  late.read();
  EXPECT_EQ(late.state, view::show(house.state(), late.viewer()));
  EXPECT_EQ(late.state.floor.hands.size(), 1U);
}

TEST(Room, WritesWhatCameTogetherAtOnce) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  const std::size_t before = house.journal->appends;
  for (int i = 0; i < 10; ++i) {
    ana.send("question.ask", ask("A" + std::to_string(i)));
    ben.send("question.ask", ask("B" + std::to_string(i)));
  }
  house.settle();
  EXPECT_EQ(house.journal->appends, before + 1);
  ana.read();
  ben.read();
  EXPECT_EQ(ana.answers.size(), 10U);
  for (std::size_t i = 1; i < ana.answers.size(); ++i) {
    EXPECT_LT(ana.answers[i - 1]["seq"], ana.answers[i]["seq"]);
  }
}

TEST(Room, SplitsMoreThanABatchCanHold) {
  House house;
  Client& ana = house.attendee("Ana");
  house.journal->plan = {Append::hold};
  const std::string long_text(900, 'x');
  for (int i = 0; i < 150; ++i) ana.send("question.ask", ask(long_text + std::to_string(i)));
  house.settle();
  house.journal->let_go();
  house.settle();
  ana.read();
  ASSERT_EQ(ana.answers.size(), 150U);
  for (const Json& answer : ana.answers) EXPECT_TRUE(answer.contains("seq")) << answer;
  EXPECT_EQ(house.room().durable_seq(), house.rows().size());
}

TEST(Room, AnswersKeepTheOrderOfCommands) {
  House house;
  Client& ana = house.attendee("Ana");
  const Json first = ana.command("hand.raise", {{"kind", "intervention"}}, "x");
  ana.take_frames();
  ana.send("question.ask", ask("Q"), "a");
  ana.send("hand.raise", {{"kind", "intervention"}}, "x");  // a repeat, known since long
  ana.send("phase.next", Json::object(), "b");              // not allowed
  ana.send("signal.send", {{"signal", "cannot_hear"}}, "c");
  house.settle();
  ana.read();
  std::string order;
  for (const Json& answer : ana.answers) order += answer["id"].get<std::string>();
  EXPECT_EQ(order, "xaxbc");
  EXPECT_EQ(ana.answers[2]["seq"], first["seq"]);
}

TEST(Room, AnAckComesAfterItsFrameAlsoForWhatTheSenderDoesNotSee) {
  House house;
  Client& ana = house.attendee("Ana");
  ana.take_frames();
  const Json answer = ana.command("question.ask", {{"text", "Whose?"}, {"anonymous", true}});
  const auto frames = ana.take_frames();
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_EQ(frames[0]["events"]["list"], Json::array());
  EXPECT_EQ(frames[0]["events"]["seq"], answer["seq"]);
}

TEST(Room, ARepeatedCommandGetsTheSameAck) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  Client& mo = house.listed(1);
  const PersonId person = ana.person();
  std::map<std::string, Json> acks;
  const std::vector<std::pair<std::string, Json>> commands = {
      {"hand.raise", {{"kind", "intervention"}}},
      {"question.ask", ask("Signed")},
      {"question.ask", {{"text", "Unsigned"}, {"anonymous", true}}}};
  for (std::size_t i = 0; i < commands.size(); ++i) {
    acks["id" + std::to_string(i)] = ana.command(commands[i].first, commands[i].second, "id" + std::to_string(i));
  }
  mo.command("question.approve", {{"question", 1}});
  acks["vote"] = ana.command("question.vote", {{"question", 1}}, "vote");
  ASSERT_TRUE(acks["vote"].contains("seq")) << acks["vote"];
  const std::size_t rows = house.rows().size();

  const auto repeat_all = [&](Client& client) {
    for (std::size_t i = 0; i < commands.size(); ++i) {
      const std::string id = "id" + std::to_string(i);
      EXPECT_EQ(client.command(commands[i].first, commands[i].second, id), acks[id]);
    }
    EXPECT_EQ(client.command("question.vote", {{"question", 1}}, "vote"), acks["vote"]);
    EXPECT_EQ(client.command("question.vote", {{"question", 1}}, "vote", house.now_ms - 1), acks["vote"])
        << "what was accepted stays so, however late it is repeated";
  };
  repeat_all(ana);
  EXPECT_EQ(house.rows().size(), rows);
  EXPECT_EQ(ben.command("hand.raise", {{"kind", "intervention"}}, "id0")["seq"].get<std::size_t>() > rows, true)
      << "an id is one person's";

  house.restart();
  repeat_all(house.connect(person));
}

TEST(Room, RefusalsAreNotRemembered) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& mo = house.listed(1);
  EXPECT_EQ(ana.command("question.vote", {{"question", 1}}, "same")["code"], "not_found");
  ana.command("question.ask", ask("Q"));
  mo.command("question.approve", {{"question", 1}});
  EXPECT_TRUE(ana.command("question.vote", {{"question", 1}}, "same").contains("seq"));
}

TEST(Room, UntilInThePastIsLate) {
  House house;
  Client& ana = house.attendee("Ana");
  EXPECT_EQ(ana.command("signal.send", {{"signal", "cannot_hear"}}, "l", house.now_ms - 1)["code"], "late");
  EXPECT_TRUE(ana.command("signal.send", {{"signal", "cannot_hear"}}, "k", house.now_ms).contains("seq"));
}

TEST(Room, BadCommandsAreNacksAndNeverACloses) {
  House house;
  Client& ana = house.attendee("Ana");
  EXPECT_EQ(ana.code("no.such"), "unknown_command");
  EXPECT_EQ(ana.code("clock"), "unknown_command");
  EXPECT_EQ(ana.code("person.join", {{"profile", {{"name", "x"}}}}), "unknown_command");
  EXPECT_EQ(ana.code("person.leave", {{"person", 1}}), "unknown_command");
  EXPECT_EQ(ana.code("hand.raise", {{"kind", "shout"}}), "bad_data");
  EXPECT_EQ(ana.code("hand.raise", {{"kind", "intervention"}, {"for", "me"}}), "bad_data");
  EXPECT_EQ(ana.code("question.ask"), "bad_data");
  EXPECT_EQ(ana.code("question.ask", Json::array()), "bad_data");
  EXPECT_EQ(ana.command("question.ask", ask("Q"), std::string(65, 'i'))["code"], "bad_data");
  EXPECT_EQ(ana.code("question.ask", {{"text", "Q"}, {"unknown", 1}}), "accepted");
  EXPECT_TRUE(ana.is_open());
}

TEST(Room, ALongIdOfManyByteCharactersIsFine) {
  House house;
  Client& ana = house.attendee("Ana");
  std::string id;
  for (int i = 0; i < 64; ++i) id += "ü";
  const Json answer = ana.command("question.ask", ask("Q"), id);
  EXPECT_TRUE(answer.contains("seq")) << answer;
  EXPECT_EQ(ana.command("question.ask", ask("Q"), id), answer);
  EXPECT_EQ(ana.command("question.ask", ask("Q"), id + "ü")["code"], "bad_data");
}

TEST(Room, TooFastIsANackAndNeverAClose) {
  House house(20);
  Client& ana = house.attendee("Ana");
  Client& again = house.connect(ana.person());
  Client& ben = house.attendee("Ben");
  int accepted = 0;
  for (int i = 0; i < 30; ++i) {
    accepted +=
        (i % 2 == 0 ? ana : again).command("no.such", {}, "c" + std::to_string(i))["code"] == "too_fast" ? 0 : 1;
  }
  EXPECT_EQ(accepted, 20) << "one person, however many sockets";
  EXPECT_EQ(ben.code("no.such"), "unknown_command");
  EXPECT_TRUE(ana.is_open());
  house.advance(1'000);
  EXPECT_EQ(ana.code("no.such"), "unknown_command");
}

TEST(Room, TheSameJoinRequestGivesTheSameParticipant) {
  House house;
  JoinRequest request;
  request.profile.name = core::Words("Ana");
  request.request = "random text of a browser";
  const JoinAnswer first = house.join(request);
  ASSERT_FALSE(first.refusal);
  EXPECT_EQ(house.join(request).participant, first.participant);
  house.restart();
  EXPECT_EQ(house.join(request).participant, first.participant);
  request.request = "another";
  EXPECT_NE(house.join(request).participant, first.participant);
}

TEST(Room, AnAnonymousQuestionHasNoAuthorAnywhere) {
  House house;
  Client& ana = house.attendee("Ana Unmistakable");
  Client& mo = house.listed(1);
  mo.take_frames();
  const std::string id = "telltale-command-id";
  const Json answer = ana.command("question.ask",
                                  {{"text", "Who pays?"},
                                   {"anonymous", true},
                                   {"secret_hash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}},
                                  id);
  ASSERT_TRUE(answer.contains("seq")) << answer;
  const auto rows = house.rows();
  const Row* row = find_row(rows, "question.asked");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->mark, alias(house.room().key(), ana.person().value, "command:" + id));
  const Json data = *wire::parse(row->data, batch_limit_bytes);
  EXPECT_FALSE(data.contains("author")) << data;
  EXPECT_FALSE(data.contains("by")) << data;
  EXPECT_FALSE(data.contains("introduces")) << data;
  EXPECT_FALSE(data.contains("groups") && !data["groups"].empty()) << data;

  // With the secret it can be edited, and that tells no more.
  EXPECT_TRUE(ana.command("question.edit", {{"secret", "test"}, {"text", "Who pays for it?"}}, "second-telltale")
                  .contains("seq"));
  EXPECT_EQ(ana.command("question.edit", {{"secret", "guess"}, {"text", "Mine"}})["code"], "not_found");
  const std::string bytes = all_bytes(house.folder());
  EXPECT_NE(bytes.find("Ana Unmistakable"), std::string::npos) << "the search itself works";
  EXPECT_EQ(bytes.find("telltale"), std::string::npos);
  EXPECT_EQ(bytes.find("\"secret\""), std::string::npos);

  // Nor on the wire to staff.
  for (const Json& frame : mo.take_frames()) {
    if (!frame.contains("events")) continue;
    for (const Json& entry : frame["events"]["list"]) {
      if (entry["type"] != "question.asked") continue;
      EXPECT_FALSE(entry["data"].contains("author")) << entry;
      EXPECT_FALSE(entry["data"].contains("secret_hash")) << entry;
    }
  }
  EXPECT_TRUE(verify_journal(house.folder()).good());
}

TEST(Room, VotesStandUnderAliases) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& mo = house.listed(1);
  ana.command("question.ask", ask("Q"));
  mo.command("question.approve", {{"question", 1}});
  ASSERT_TRUE(ana.command("question.vote", {{"question", 1}}, "vote-id").contains("seq"));
  const auto rows = house.rows();
  const Row* row = find_row(rows, "question.voted");
  ASSERT_NE(row, nullptr);
  const std::string own = alias(house.room().key(), ana.person().value, "question votes");
  EXPECT_EQ(row->mark, own + "/vote-id");
  const Json data = *wire::parse(row->data, batch_limit_bytes);
  EXPECT_EQ(data["alias"], own);
  EXPECT_FALSE(data.contains("person"));
  EXPECT_EQ(all_bytes(house.folder()).find(ana.name_of_row("vote-id")), std::string::npos);
  // Nobody but the voter hears of the ballot itself.
  for (Client* each : {&mo, &house.attendee("Ben"), &house.machine(Role::display)}) {
    each->read();
    EXPECT_EQ(each->types().find("question.voted"), std::string::npos);
  }
  EXPECT_NE(ana.types().find("question.voted"), std::string::npos);
  EXPECT_EQ(ana.state.mine.votes.size(), 1U);
}

TEST(Room, TimeNeverGoesBackBehindTheLastEvent) {
  House house;
  Client& ana = house.attendee("Ana");
  house.advance(60'000);
  ana.command("question.ask", ask("Q"));
  const std::int64_t last = house.rows().back().at_ms;
  house.now_ms = last - 30'000;
  EXPECT_EQ(house.room().now_ms(), last);
  house.restart();
  EXPECT_EQ(house.room().now_ms(), last);
  Client& ben = house.attendee("Ben");
  ben.command("question.ask", ask("Q"));
  EXPECT_GE(house.rows().back().at_ms, last);
}

TEST(Room, TheRoomAsksWhatIsDueAlsoAfterARestart) {
  House house;
  Client& ana = house.attendee("Ana");
  ana.command("signal.send", {{"signal", "cannot_hear"}});
  house.advance(core::limits::signal_lasts_ms - 1'000);
  EXPECT_EQ(house.state().signals.active.size(), 1U);
  house.shut();
  house.now_ms += 10'000;
  house.open();
  house.advance(0);
  EXPECT_TRUE(house.state().signals.active.empty());
  EXPECT_EQ(house.rows().back().type, "signal.cleared");
}

TEST(Room, DisplaysMayGiveNoCommand) {
  House house;
  for (Role role : {Role::display, Role::overlay, Role::captioner}) {
    Client& machine = house.machine(role);
    EXPECT_EQ(machine.code("question.ask", ask("Q")), "not_allowed");
    EXPECT_TRUE(machine.welcome["you"]["participant"].is_null());
    EXPECT_EQ(machine.welcome["you"]["role"], core::name_of(role));
  }
}

TEST(Room, AJournalOfAnUnknownEventStaysClosedAndSaysSo) {
  House house;
  const Position end = house.journal->position(house.session);
  Row row;
  row.seq = static_cast<std::uint32_t>(house.rows().size() + 1);
  row.at_ms = house.now_ms;
  row.type = "event.of_tomorrow";
  row.data = "{}";
  house.journal->append(house.session, end, {row}, [](const AppendResult&) {});
  house.settle();
  const std::string session = house.session;
  house.restart();
  EXPECT_EQ(house.rooms->find(session), nullptr);
  EXPECT_NE(house.rooms->closed_because(session).find("event.of_tomorrow"), std::string::npos);
}

}  // namespace
}  // namespace roundtable::server::test
