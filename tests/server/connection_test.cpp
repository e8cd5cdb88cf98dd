#include "server/connection.hpp"

#include <gtest/gtest.h>

#include <future>

#include "edge_server.hpp"
#include "raw_client.hpp"
#include "server/deflate.hpp"

namespace roundtable::server::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kOffer = "Sec-WebSocket-Protocol: roundtable.v1\r\n";

class ConnectionTest : public testing::Test {
 protected:
  // A client past the handshake and the greeting.
  static std::unique_ptr<RawClient> joined(const EdgeServer& server, int receive_buffer_bytes = 0) {
    auto client = std::make_unique<RawClient>(server.port(), receive_buffer_bytes);
    EXPECT_EQ(client->upgrade().status, 101U);
    EXPECT_EQ(client->read_frame().payload, "hello k7");
    return client;
  }

  static unsigned close_code_after(const std::string& bytes) {
    const EdgeServer server;
    const auto client = joined(server);
    client->send(bytes);
    return client->read_close_code();
  }
};

TEST_F(ConnectionTest, HandshakeAnswersWithTheSubprotocolAndNoVersion) {
  const EdgeServer server;
  RawClient client(server.port());
  const auto answer = client.upgrade();
  EXPECT_EQ(answer.status, 101U);
  EXPECT_EQ(answer.headers.at("Sec-WebSocket-Protocol"), "roundtable.v1");
  EXPECT_EQ(answer.headers.at("Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  EXPECT_FALSE(answer.headers.contains("Sec-WebSocket-Extensions"));
  EXPECT_EQ(answer.headers.at("Server"), "roundtable");
  EXPECT_EQ(client.read_frame().payload, "hello k7");
  client.text("words");
  EXPECT_EQ(client.read_frame().payload, "words");
}

TEST_F(ConnectionTest, TheFirstSpokenSubprotocolOfTheClientIsChosen) {
  const EdgeServer server;
  RawClient client(server.port());
  const auto answer = client.upgrade("Sec-WebSocket-Protocol: chat, roundtable.v1.thin, roundtable.v1\r\n");
  EXPECT_EQ(answer.headers.at("Sec-WebSocket-Protocol"), "roundtable.v1.thin");
  EXPECT_EQ(client.read_frame().payload, "hello k7 thin");
}

constexpr const char* kDeflateOffer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";

TEST_F(ConnectionTest, LargeFramesOfAllAreCompressedEachAlone) {
  for (const unsigned threads : {1U, 2U}) {
    ListenerOptions options;
    options.threads = threads;
    const EdgeServer server(options);
    RawClient first(server.port());
    RawClient second(server.port());
    for (RawClient* client : {&first, &second}) {
      EXPECT_TRUE(client->upgrade(std::string(kOffer) + kDeflateOffer).headers.contains("Sec-WebSocket-Extensions"));
      EXPECT_FALSE(client->read_frame().compressed);
    }
    std::string large;
    for (int number = 0; large.size() < 20'000; ++number) large += std::to_string(number * number) + ' ';
    Deflate deflate(DeflateTerms{});
    for (RawClient* client : {&first, &second, &first}) {
      deflate.forget_context();
      const std::string sent(deflate.compressed(large)->payload());
      constexpr unsigned kCompressed = 4;
      client->send(RawClient::frame(opcode::kText, sent, true, true, kCompressed));
      const RawFrame echo = client->read_frame();
      EXPECT_TRUE(echo.compressed);
      EXPECT_LT(echo.payload.size(), large.size() / 2);
      deflate.forget_context();
      bool is_too_long = false;
      EXPECT_EQ(deflate.inflated(echo.payload, large.size(), is_too_long), large);
      client->text("small");
      EXPECT_EQ(client->read_frame().payload, "small");
    }
    first.send(RawClient::frame(opcode::kText, "\xff\xff\xff\xff", true, true, 4));
    EXPECT_EQ(first.read_close_code(), 1002U) << "broken data";
  }
}

TEST_F(ConnectionTest, AClientThatOffersNoCompressionGetsNone) {
  const EdgeServer server;
  const auto client = joined(server);
  const std::string large(20'000, 'x');
  client->text(large);
  const RawFrame echo = client->read_frame();
  EXPECT_FALSE(echo.compressed);
  EXPECT_EQ(echo.payload, large);
}

TEST_F(ConnectionTest, AThinClientGetsCompressionWithContext) {
  const EdgeServer server;
  RawClient thin(server.port());
  const auto answer = thin.upgrade("Sec-WebSocket-Protocol: roundtable.v1.thin\r\n" + std::string(kDeflateOffer));
  EXPECT_TRUE(answer.headers.contains("Sec-WebSocket-Extensions"));
  EXPECT_TRUE(thin.read_frame().compressed);
  thin.text("thousand");
  std::size_t bytes = 0;
  for (int i = 0; i < 1000; ++i) bytes += thin.read_frame().payload.size();
  EXPECT_LT(bytes, 6000U);
  thin.text("close");
  EXPECT_EQ(thin.read_close_code(), 4503U);
}

TEST_F(ConnectionTest, WrongUpgradesAreRefusedAsProblems) {
  const EdgeServer server;
  const auto status_of = [&](const std::string& request) {
    RawClient client(server.port());
    client.send(request);
    const auto answer = client.read_answer();
    EXPECT_EQ(answer.headers.at("Content-Type"), "application/problem+json");
    return answer.status;
  };
  EXPECT_EQ(status_of(RawClient::upgrade_request("")), 400U);
  EXPECT_EQ(status_of(RawClient::upgrade_request("Sec-WebSocket-Protocol: roundtable.v2\r\n")), 400U);
  EXPECT_EQ(status_of(RawClient::upgrade_request(std::string(kOffer) + "Origin: https://evil.test\r\n")), 403U);
  EXPECT_EQ(status_of(RawClient::upgrade_request(std::string(kOffer) + "Origin: null\r\n")), 403U);
  EXPECT_EQ(status_of(RawClient::upgrade_request(kOffer) + "early"), 400U);
  EXPECT_EQ(status_of("GET /api/sessions/k7/ws HTTP/1.1\r\nHost: room.test\r\n\r\n"), 426U);
}

TEST_F(ConnectionTest, OriginOfHostOrOfThePublicUrlIsAccepted) {
  ListenerOptions options;
  options.public_url = "https://Roundtable.example";
  const EdgeServer server(options);
  for (const char* origin : {"http://room.test", "https://ROOM.test", "https://roundtable.example"}) {
    RawClient client(server.port());
    EXPECT_EQ(client.upgrade(std::string(kOffer) + "Origin: " + origin + "\r\n").status, 101U) << origin;
  }
}

TEST_F(ConnectionTest, AnUnknownSessionIsClosedWithACodeThatBrowsersCanRead) {
  const EdgeServer server;
  RawClient client(server.port());
  client.send(RawClient::upgrade_request(kOffer, "/api/sessions/unknown/ws"));
  EXPECT_EQ(client.read_answer().status, 101U);
  EXPECT_EQ(client.read_close_code(), close_code::kBadFrame);
}

TEST_F(ConnectionTest, BrokenFramesEndTheLineWithTheirCode) {
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kText, std::string(64 * 1024 + 1, 'x'))), 1009U);
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kText, std::string(40'000, 'x'), false) +
                             RawClient::frame(opcode::kContinuation, std::string(40'000, 'x'))),
            1009U);
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kText, "x", true, false)), 1002U) << "not masked";
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kText, "x", true, true, 4)), 1002U) << "reserved bit 1";
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kText, "x", true, true, 2)), 1002U) << "reserved bit 2";
  EXPECT_EQ(close_code_after(RawClient::frame(3, "x")), 1002U) << "reserved opcode";
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kPing, std::string(126, 'x'))), 1002U) << "long control frame";
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kPing, "x", false)), 1002U) << "fragmented control frame";
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kContinuation, "x")), 1002U) << "nothing to continue";
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kBinary, "x")), 1003U);
}

TEST_F(ConnectionTest, InvalidUtf8EndsTheLineAlsoAcrossFragments) {
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kText, "\xff")), 1007U);
  EXPECT_EQ(
      close_code_after(RawClient::frame(opcode::kText, "\xc3", false) + RawClient::frame(opcode::kContinuation, "(")),
      1007U);
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kText, "\xed\xa0\x80")), 1007U) << "surrogate";
  EXPECT_EQ(close_code_after(RawClient::frame(opcode::kText, "\xe2\x82")), 1007U) << "cut off";
}

TEST_F(ConnectionTest, FragmentsWithAPingBetweenThemAreOneMessage) {
  const EdgeServer server;
  const auto client = joined(server);
  client->send(RawClient::frame(opcode::kText, "caf\xc3", false) + RawClient::frame(opcode::kPing, "?") +
               RawClient::frame(opcode::kContinuation, "\xa9"));
  const auto pong = client->read_frame();
  EXPECT_EQ(pong.opcode, opcode::kPong);
  EXPECT_EQ(pong.payload, "?");
  EXPECT_EQ(client->read_frame().payload, "caf\xc3\xa9");
}

TEST_F(ConnectionTest, AMessageMayComeByteByByteAndMayHave64KiB) {
  const EdgeServer server;
  const auto client = joined(server);
  for (const char byte : RawClient::frame(opcode::kText, "slowly")) client->send({&byte, 1});
  EXPECT_EQ(client->read_frame().payload, "slowly");
  const std::string large(64 * 1024, 'x');
  client->text(large);
  EXPECT_EQ(client->read_frame().payload, large);
}

TEST_F(ConnectionTest, FramesLeaveInOrderAndBeforeTheClose) {
  const EdgeServer server;
  const auto client = joined(server);
  client->send(RawClient::frame(opcode::kText, "thousand") + RawClient::frame(opcode::kText, "close"));
  for (int i = 0; i < 1000; ++i) ASSERT_EQ(client->read_frame().payload, std::to_string(i));
  const auto close = client->read_frame();
  EXPECT_EQ(close.close_code(), 4503U);
  EXPECT_EQ(close.payload.size(), 125U) << "the reason is cut to what fits";
}

TEST_F(ConnectionTest, AClientsCloseIsAnswered) {
  const EdgeServer server;
  const auto client = joined(server);
  client->close(1000);
  EXPECT_EQ(client->read_close_code(), 1000U);
  EXPECT_TRUE(client->ends());
}

TEST_F(ConnectionTest, AnExceptionEndsOneConnectionAndIsLogged) {
  std::vector<std::string> lines;
  ListenerOptions options;
  options.log = [&](std::string_view line) { lines.emplace_back(line); };
  EdgeServer server(options);
  const auto first = joined(server);
  const auto second = joined(server);
  first->text("throw");
  EXPECT_EQ(first->read_close_code(), close_code::kTryAgainLater);
  first->close(1013);
  first->finish_sending();
  EXPECT_EQ(second->read_frame().payload, "left");
  second->text("still here");
  EXPECT_EQ(second->read_frame().payload, "still here");
  server.on_loop([&] {
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0], "socket: a frame of session k7 failed: as asked");
  });
}

// Asks for 32 KiB to everyone until one socket was closed as slow; the asker gets each of them at once.
int rounds_until_one_is_slow(EdgeServer& server, RawClient& asker) {
  Counter& slow = server.metrics.counter("roundtable_sockets_slow_total", "");
  constexpr int kRoundsMax = 400;
  for (int round = 1; round <= kRoundsMax; ++round) {
    asker.text("broadcast");
    if (asker.read_frame().payload.size() != 32 * 1024) return -1;
    if (slow.value() == 1) return round;
  }
  return -1;
}

TEST_F(ConnectionTest, AClientThatFallsBehindIsToldToComeBackWhileOthersAreServed) {
  ListenerOptions options;
  options.outbox_bytes = 256 * 1024;
  EdgeServer server(options);
  const auto slow = joined(server, 4096);
  const auto quick = joined(server);
  const int rounds = rounds_until_one_is_slow(server, *quick);
  EXPECT_GT(rounds, 8);
  EXPECT_EQ(slow->read_close_code(), close_code::kSlow);
  slow->close(close_code::kSlow);
  slow->finish_sending();
  EXPECT_EQ(quick->read_frame().payload, "left");
}

TEST_F(ConnectionTest, AClientThatPingsAndNeverReadsIsToldToComeBack) {
  ListenerOptions options;
  options.outbox_bytes = 16 * 1024;
  EdgeServer server(options);
  const auto deaf = joined(server, 4096);
  const Counter& slow = server.metrics.counter("roundtable_sockets_slow_total", "");
  const std::string ping = RawClient::frame(opcode::kPing, std::string(125, 'p'));
  for (int pings = 0; slow.value() == 0 && pings < 100'000; ++pings) deaf->send(ping);
  EXPECT_EQ(deaf->read_close_code(), close_code::kSlow);
}

// The second of two loops reads while the rooms' thread is busy.
TEST_F(ConnectionTest, AClientThatSaysMoreThanItsRoomTakesIsReadNoFurther) {
  ListenerOptions options;
  options.threads = 2;
  EdgeServer server(options);
  const auto on_first = joined(server);
  const auto talker = joined(server);
  const auto on_first_too = joined(server);
  const auto beside_talker = joined(server);
  const Counter& taken = server.metrics.counter("roundtable_frames_in_total", "");
  constexpr int kTexts = 40'000;
  std::string texts;
  for (int number = 0; number < kTexts; ++number) texts += RawClient::frame(opcode::kText, "");

  std::promise<void> is_busy;
  std::promise<void> may_go_on;
  auto busy = std::async(std::launch::async, [&] {
    server.on_loop([&] {
      is_busy.set_value();
      may_go_on.get_future().wait();
    });
  });
  is_busy.get_future().wait();
  talker->send(texts);
  for (int turn = 0; turn < 20; ++turn) {  // enough of them to read all
    beside_talker->send(RawClient::frame(opcode::kPing, ""));
    EXPECT_EQ(beside_talker->read_frame().opcode, opcode::kPong);
  }
  EXPECT_LT(taken.value(), static_cast<std::uint64_t>(kTexts) / 2);
  may_go_on.set_value();
  busy.wait();
  for (int number = 0; number < kTexts; ++number) ASSERT_EQ(talker->read_frame().payload, "");
}

TEST_F(ConnectionTest, AClientThatNeverReadsIsCutWhenTheGoodbyeTakesTooLong) {
  ListenerOptions options;
  options.outbox_bytes = 256 * 1024;
  options.goodbye_time = 100ms;
  EdgeServer server(options);
  const auto deaf = joined(server, 4096);
  const auto quick = joined(server);
  EXPECT_GT(rounds_until_one_is_slow(server, *quick), 8);
  EXPECT_EQ(quick->read_frame().payload, "left");
}

TEST_F(ConnectionTest, ASilentClientIsPingedAndCutWhenItMissesTwo) {
  ListenerOptions options;
  options.ping_after = 40ms;
  EdgeServer server(options);
  const auto client = joined(server);
  EXPECT_EQ(client->read_frame().opcode, opcode::kPing);
  client->send(RawClient::frame(opcode::kPong, ""));
  EXPECT_EQ(client->read_frame().opcode, opcode::kPing);
  EXPECT_EQ(client->read_frame().opcode, opcode::kPing);
  EXPECT_EQ(client->read_frame().close_code(), close_code::kSilent);
  EXPECT_TRUE(client->ends());
  EXPECT_EQ(server.metrics.counter("roundtable_sockets_silent_total", "").value(), 1U);
}

TEST_F(ConnectionTest, AStopFlushesAndClosesWith4000) {
  EdgeServer server;
  const auto client = joined(server);
  client->text("thousand");
  EXPECT_EQ(client->read_frame().payload, "0");
  auto stopped = server.stop();
  for (int i = 1; i < 1000; ++i) ASSERT_EQ(client->read_frame().payload, std::to_string(i));
  EXPECT_EQ(client->read_close_code(), close_code::kRestart);
  client->close(close_code::kRestart);
  client->finish_sending();
  EXPECT_TRUE(client->ends());
  EXPECT_EQ(stopped.wait_for(10s), std::future_status::ready);
}

TEST_F(ConnectionTest, AStopEndsInBoundedTimeWhenAClientDoesNotAnswer) {
  ListenerOptions options;
  options.stop_time = 100ms;
  EdgeServer server(options);
  const auto client = joined(server);
  auto stopped = server.stop();
  EXPECT_EQ(client->read_close_code(), close_code::kRestart);
  EXPECT_EQ(stopped.wait_for(10s), std::future_status::ready);
  EXPECT_TRUE(client->ends());
}

TEST_F(ConnectionTest, AnOpenSocketDoesNotOutliveTheListener) {
  auto server = std::make_unique<EdgeServer>();
  const auto client = joined(*server);
  server.reset();
  EXPECT_TRUE(client->ends());
}

}  // namespace
}  // namespace roundtable::server::test
