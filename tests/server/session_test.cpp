// Sessions over real sockets, from a file to two people who see each other's acts.
#include <gtest/gtest.h>

#include <set>

#include "core/permissions.hpp"
#include "server/room_limits.hpp"
#include "session_server.hpp"
#include "wire/codec.hpp"

namespace roundtable::server::test {
namespace {

using core::Role;

constexpr const char* small_file =
    R"({"title": "A town hall", "starts_at": "2026-03-02T10:00:00+01:00", "duration_min": 60,
        "people": [{"name": "Ana Souza", "roles": ["moderator", "rapporteur"]}, {"name": "Bo Chen", "roles": ["speaker"]}],
        "phases": [{"title": "Everyone", "kind": "discussion", "minutes": 60}]})";

class Session : public ::testing::Test {
 protected:
  Session() : made(server.create(small_file)), id(made["id"].get<std::string>()) {}
  std::string token_of(const std::string& name, const std::string& role = "attendee") {
    const std::string invite = role == "attendee" ? "" : SessionServer::secret_in(made["links"][role]);
    return server.join(id, name, invite).json["token"].get<std::string>();
  }
  SessionServer server;
  Json made;
  std::string id;
};

TEST_F(Session, TwoPeopleSeeEachOthersActs) {
  Socket ana(server, id);
  Socket ben(server, made["code"].get<std::string>());  // a code will do as well
  Socket mo(server, id);
  EXPECT_EQ(ana.hello(token_of("Ana"))["you"]["role"], "attendee");
  EXPECT_EQ(ben.hello(token_of("Ben"))["you"]["participant"], 4);
  EXPECT_EQ(mo.hello(token_of("Mo", "moderator"))["you"]["role"], "moderator");
  const Json raised = ana.command("hand.raise", {{"kind", "intervention"}});
  ASSERT_TRUE(raised.contains("seq")) << raised;
  EXPECT_EQ(ben.wait_for_event("hand.raised")["data"]["person"], 3);
  EXPECT_EQ(mo.wait_for_event("hand.raised")["data"]["hand"], 1);
  ASSERT_TRUE(mo.command("floor.give", {{"hand", 1}, {"expected", 1}}).contains("seq"));
  EXPECT_EQ(ana.wait_for_event("floor.given")["data"]["person"], 3);
  EXPECT_EQ(ben.wait_for_event("floor.given")["data"]["turn"], 1);
  ASSERT_TRUE(ana.command("floor.yield").contains("seq"));
  EXPECT_EQ(ben.wait_for_event("floor.ended")["data"]["turn"], 1);
}

TEST_F(Session, ADroppedSocketResumesAndRepeatsItsCommand) {
  const std::string token = token_of("Ana");
  Json answer;
  Json welcome;
  std::uint32_t seq = 0;
  {
    Socket ana(server, id);
    welcome = ana.hello(token);
    seq = ana.seq;
    answer = ana.command("question.ask", {{"text", "Still there?"}}, "outbox-1");
  }
  Socket ben(server, id);
  ben.hello(token_of("Ben"));
  ASSERT_TRUE(ben.command("hand.raise", {{"kind", "intervention"}}).contains("seq"));
  Socket back(server, id);
  const Json again = back.hello(token, {{"epoch", welcome["epoch"]}, {"seq", seq}});
  EXPECT_EQ(again["resumed"], true);
  EXPECT_FALSE(again.contains("snapshot"));
  EXPECT_EQ(back.command("question.ask", {{"text", "Still there?"}}, "outbox-1"), answer);
  std::vector<std::string> types;
  for (const Json& event : back.events) types.push_back(event["type"].get<std::string>());
  EXPECT_EQ(types, (std::vector<std::string>{"question.asked", "hand.raised", "floor.held"}));
}

TEST_F(Session, ForgedForeignAndExpiredTokensAreSentAway) {
  const auto bye_of = [&](const std::string& token) {
    Socket socket(server, id);
    socket.send({{"hello", {{"token", token}}}});
    const unsigned code = socket.close_code();
    EXPECT_EQ(socket.bye["code"], code);
    return code;
  };
  const std::string good = token_of("Ana");
  std::string forged = good;
  forged[forged.size() - 3] = forged[forged.size() - 3] == 'A' ? 'B' : 'A';
  EXPECT_EQ(bye_of(forged), close_code::kToken);
  EXPECT_EQ(bye_of("nonsense"), close_code::kToken);
  EXPECT_EQ(bye_of(""), close_code::kToken);
  const std::string other = server.create(small_file)["id"].get<std::string>();
  EXPECT_EQ(bye_of(server.join(other, "Eve").json["token"].get<std::string>()), close_code::kToken);
  Key key{};
  EXPECT_EQ(bye_of(issue_token(key, {id, 1, "moderator", server.now_ms() + 1'000'000})), close_code::kToken);
  EXPECT_EQ(bye_of(issue_token(server.server_key(), {id, 99, "attendee", server.now_ms() + 1'000'000})),
            close_code::kToken)
      << "nobody";
  server.advance(token_life_ms);
  EXPECT_EQ(bye_of(good), close_code::kExpired);
}

TEST_F(Session, ATokensRoleIsNotBelievedOverTheRoster) {
  const std::string token = issue_token(
      server.server_key(),
      {id, server.join(id, "Ana").json["participant"].get<std::uint32_t>(), "moderator", server.now_ms() + 1'000'000});
  Socket socket(server, id);
  EXPECT_EQ(socket.hello(token)["you"]["role"], "attendee");
  EXPECT_EQ(socket.command("phase.next")["code"], "not_allowed");
}

TEST_F(Session, ASocketOfNoSessionIsSentAway) {
  Socket socket(server, "no-such-session");
  socket.send({{"hello", {{"token", token_of("Ana")}}}});
  EXPECT_EQ(socket.close_code(), close_code::kToken);
}

TEST_F(Session, MalformedFramesAreBadFrames) {
  const std::string token = token_of("Ana");
  for (const std::string text :
       {"", "no json", "[]", "{}", "null", "7", R"({"hello":1})", R"({"hello":{}})", R"({"hello":{"token":7}})",
        R"({"nothing":{}})", R"({"time":{}})", R"({"time":{"t0":"x"}})", R"({"cmd":{"id":"a","type":"b"}})",
        R"({"hello":{"token":"x"},"time":{"t0":1}})", R"({"time":{"t0":1e999}})"}) {
    Socket socket(server, id);
    socket.send_text(text);
    EXPECT_EQ(socket.close_code(), close_code::kBadFrame) << text;
  }
  for (const std::string text : {R"({"cmd":{"type":"hand.raise"}})", R"({"cmd":{"id":7,"type":"hand.raise"}})",
                                 R"({"cmd":{"id":"a"}})", R"({"cmd":[]})", R"({"hello":{"token":"again"}})"}) {
    Socket socket(server, id);
    socket.hello(token);
    socket.send_text(text);
    EXPECT_EQ(socket.close_code(), close_code::kBadFrame) << text;
  }
  Socket nested(server, id);
  nested.send_text(R"({"cmd":{"id":"a","type":"b","data":)" + std::string(100, '[') + std::string(100, ']') + "}}");
  EXPECT_EQ(nested.close_code(), close_code::kBadFrame);
}

TEST_F(Session, OversizeAndBinaryFramesAreProtocolFaults) {
  Socket large(server, id);
  large.send_text(std::string(limits::kFrameText + 1, ' '));
  EXPECT_EQ(large.close_code(), 1009U);
  Socket fits(server, id);
  std::string text = R"({"time":{"t0":5}})";
  fits.send_text(text + std::string(limits::kFrameText - text.size(), ' '));
  EXPECT_EQ(fits.wait_for("time")["t0"], 5);
  Socket binary(server, id);
  binary.raw().send(RawClient::frame(opcode::kBinary, "{}"));
  EXPECT_EQ(binary.close_code(), 1003U);
}

TEST_F(Session, TimeAnswersWithTheRoomsClockAndTheGivenT0) {
  Socket ana(server, id);
  ana.hello(token_of("Ana"));
  for (const Json& t0 : {Json(0), Json(-5), Json(1'772'442'000'123), Json(1234.5)}) {
    ana.send({{"time", {{"t0", t0}}}});
    const Json time = ana.wait_for("time");
    EXPECT_EQ(time["t0"], t0);
    EXPECT_EQ(time["t1"], server.now_ms());
    EXPECT_EQ(time["t2"], server.now_ms());
  }
}

TEST_F(Session, WithoutHelloForTenSecondsASocketIsSilent) {
  Socket quiet(server, id);
  Socket asks_only_the_time(server, id);
  Socket said_hello(server, id);
  said_hello.hello(token_of("Ana"));
  asks_only_the_time.send({{"time", {{"t0", 1}}}});
  asks_only_the_time.wait_for("time");
  quiet.send({{"time", {{"t0", 1}}}});  // so that the server has surely taken it in
  quiet.wait_for("time");
  server.advance(limits::kHelloMs);
  EXPECT_EQ(quiet.close_code(), close_code::kSilent);
  EXPECT_EQ(asks_only_the_time.close_code(), close_code::kSilent);
  EXPECT_TRUE(said_hello.command("hand.raise", {{"kind", "intervention"}}).contains("seq"));
}

TEST_F(Session, TheTenSecondsOfASocketBeginWhenItComes) {
  Socket first(server, id);
  first.send({{"time", {{"t0", 1}}}});
  first.wait_for("time");
  server.advance(limits::kHelloMs - 1000);
  Socket second(server, id);
  second.send({{"time", {{"t0", 1}}}});
  second.wait_for("time");
  server.advance(1000);
  EXPECT_EQ(first.close_code(), close_code::kSilent);
  second.send({{"time", {{"t0", 2}}}});
  EXPECT_EQ(second.wait_for("time")["t0"], 2);
  server.advance(limits::kHelloMs - 1000);
  EXPECT_EQ(second.close_code(), close_code::kSilent);
}

TEST_F(Session, AnUnknownCommandIsANackAndUnknownFieldsAreIgnored) {
  Socket ana(server, id);
  ana.send({{"hello", {{"token", token_of("Ana")}, {"future", 1}, {"resume", "odd"}}}});
  EXPECT_TRUE(ana.wait_for("welcome").contains("snapshot"));
  EXPECT_EQ(ana.command("tea.serve")["code"], "unknown_command");
  ana.send({{"cmd",
             {{"id", "x"},
              {"type", "hand.raise"},
              {"future", 1},
              {"until", "odd"},
              {"data", {{"kind", "intervention"}, {"future", true}}}}}});
  EXPECT_TRUE(ana.wait_for("ack").contains("seq"));
  ana.send({{"cmd", {{"id", "y"}, {"type", "phase.next"}}}});  // without data
  EXPECT_EQ(ana.wait_for("nack")["code"], "not_allowed");
}

TEST_F(Session, ADisplayTokenServesManyConnections) {
  const Json joined = server.join(id, "", SessionServer::secret_in(made["links"]["display"])).json;
  EXPECT_TRUE(joined["participant"].is_null());
  std::vector<std::unique_ptr<Socket>> sockets;
  for (int i = 0; i < 12; ++i) {
    sockets.push_back(std::make_unique<Socket>(server, id));
    const Json welcome = sockets.back()->hello(joined["token"].get<std::string>());
    EXPECT_TRUE(welcome["you"]["participant"].is_null());
    EXPECT_EQ(welcome["you"]["role"], "display");
  }
  Socket ana(server, id);
  ana.hello(token_of("Ana"));
  ana.command("hand.raise", {{"kind", "intervention"}});
  for (auto& socket : sockets) EXPECT_EQ(socket->wait_for_event("hand.raised")["data"]["person"], 3);
}

TEST_F(Session, TheNinthSocketOfAPersonReplacesTheFirst) {
  const std::string token = token_of("Ana");
  std::vector<std::unique_ptr<Socket>> sockets;
  for (int i = 0; i < 9; ++i) {
    sockets.push_back(std::make_unique<Socket>(server, id));
    sockets.back()->hello(token);
  }
  EXPECT_EQ(sockets[0]->close_code(), close_code::kReplaced);
  EXPECT_TRUE(sockets[1]->command("hand.raise", {{"kind", "intervention"}}).contains("seq"));
}

TEST_F(Session, ARemovedPersonIsSentAwayAndDoesNotComeBack) {
  const std::string token = token_of("Ana");
  Socket ana(server, id);
  const Json welcome = ana.hello(token);
  Socket mo(server, id);
  mo.hello(token_of("Mo", "moderator"));
  ASSERT_TRUE(mo.command("person.remove", {{"person", welcome["you"]["participant"]}}).contains("seq"));
  EXPECT_EQ(ana.close_code(), close_code::kRemoved);
  Socket again(server, id);
  again.send({{"hello", {{"token", token}}}});
  EXPECT_EQ(again.close_code(), close_code::kRemoved);
}

/// Data with which the rules, if they are asked at all, have nothing against the shape.
Json any_data() {
  return {{"phase", 1},
          {"seconds", 60},
          {"phases", Json::array()},
          {"text", "t"},
          {"kind", "takeaway"},
          {"hand", 99},
          {"question", 99},
          {"into", 98},
          {"reason", "r"},
          {"person", 99},
          {"item", 99},
          {"revision", 1},
          {"title", "t"},
          {"body", "b"},
          {"evidence", {{"turn", 1}}},
          {"signal", "cannot_hear"},
          {"talk", 99},
          {"seq", 9999},
          {"mode", "open"},
          {"cue", "unmute"},
          {"answer", "seen"},
          {"jot", 99},
          {"knock", 99},
          {"part", "discussion"},
          {"from", 97},
          {"percent", 50},
          {"poll", 99},
          {"choice", 0},
          {"counts", {1, 2, 3}},
          {"answers", {0}},
          {"group", 99},
          {"note", 99},
          {"on", true},
          {"role", "host"},
          {"profile", {{"name", "n"}}}};
}

TEST(SessionRoles, EveryRoleIsRefusedTheCommandsThatItMayNotGive) {
  for (const std::string_view name : core::Names<Role>::all) {
    const Role role = *core::from_name<Role>(name);
    SessionServer server;
    const Json made = server.create(small_file);
    const auto id = made["id"].get<std::string>();
    const std::string invite = role == Role::attendee ? "" : SessionServer::secret_in(made["links"][std::string(name)]);
    Socket socket(server, id);
    const Json welcome = socket.hello(server.join(id, "Someone", invite).json["token"].get<std::string>());
    ASSERT_EQ(welcome["you"]["role"], name);
    const auto commands = wire::command_names();
    for (std::size_t at = 0; at < commands.size(); ++at) {
      const std::string command(commands[at]);
      if (command == "session.close") continue;  // last, below
      Json data = any_data();
      if (command == "hand.raise") data["kind"] = "intervention";
      if (command == "floor.give") data["kind"] = "answer";
      if (command == "poll.create" || command == "poll.edit") data["kind"] = "temperature";
      if (command == "breakout.plan") data["mode"] = "random";
      if (command == "phase.add") data["kind"] = "discussion";
      const std::string code = socket.command(command, data).value("code", "accepted");
      if (at + core::room_commands >= commands.size()) {
        EXPECT_EQ(code, "unknown_command") << command;
      } else if (core::machine_roles.has(role) || !core::who_may(command).has(role)) {
        EXPECT_EQ(code, "not_allowed") << name << " " << command;
      } else {
        EXPECT_NE(code, "unknown_command") << name << " " << command;
        EXPECT_FALSE(code == "not_allowed" && command != "person.update") << name << " " << command;
      }
    }
    EXPECT_EQ(socket.command("session.close").value("code", "accepted"),
              role == Role::moderator ? "accepted" : "not_allowed");
    const std::string after = socket.command("hand.raise", {{"kind", "intervention"}}).value("code", "accepted");
    EXPECT_EQ(after == "closed", role == Role::moderator);
  }
}

TEST(SessionLimits, TooFastIsANackAndTheLineStays) {
  SessionServer server(20);
  const Json made = server.create(small_file);
  const auto id = made["id"].get<std::string>();
  Socket ana(server, id);
  ana.hello(server.join(id, "Ana").json["token"].get<std::string>());
  std::map<std::string, int> codes;
  for (int i = 0; i < 25; ++i) ++codes[ana.command("no.such")["code"].get<std::string>()];
  EXPECT_EQ(codes["unknown_command"], 20);
  EXPECT_EQ(codes["too_fast"], 5);
  server.advance(1'000);
  EXPECT_TRUE(ana.command("hand.raise", {{"kind", "intervention"}}).contains("seq"));
}

}  // namespace
}  // namespace roundtable::server::test
