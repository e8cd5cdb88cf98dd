#include "server/http.hpp"

#include <gtest/gtest.h>

#include <csignal>

#include "edge_server.hpp"
#include "raw_client.hpp"

namespace roundtable::server::test {
namespace {

using namespace std::chrono_literals;

std::string post(const std::string& path, std::size_t content_length, const std::string& headers = {}) {
  return "POST " + path + " HTTP/1.1\r\nHost: room.test\r\nContent-Length: " + std::to_string(content_length) + "\r\n" +
         headers + "\r\n";
}

TEST(Http, EveryAnswerCarriesSecurityHeadersAndNoServerName) {
  const EdgeServer server;
  RawClient client(server.port());
  const auto answer = client.get("/some%20where?x=1");
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.body, "GET /some where ");
  const std::string& policy = answer.headers.at("Content-Security-Policy");
  EXPECT_TRUE(policy.starts_with("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"))
      << policy;
  EXPECT_TRUE(policy.ends_with("frame-ancestors 'none'")) << policy;
  EXPECT_EQ(answer.headers.at("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(answer.headers.at("Referrer-Policy"), "no-referrer");
  EXPECT_EQ(answer.headers.at("Cache-Control"), "no-store");
  EXPECT_TRUE(answer.headers.contains("Permissions-Policy"));
  EXPECT_FALSE(answer.headers.contains("Server"));
  EXPECT_TRUE(client.get("/s/k7/overlay").headers.at("Content-Security-Policy").ends_with("frame-ancestors *"));
  EXPECT_TRUE(client.get("/s/k7/overlays").headers.at("Content-Security-Policy").ends_with("frame-ancestors 'none'"));
}

TEST(Http, PipelinedRequestsAreAnsweredInOrder) {
  EdgeServer server;
  RawClient client(server.port());
  client.send("GET /keep HTTP/1.1\r\nHost: a\r\n\r\n" + post("/b", 4) + "body" +
              "HEAD /c HTTP/1.1\r\nHost: a\r\n\r\nGET /d HTTP/1.0\r\n\r\n");
  RawClient other(server.port());
  EXPECT_EQ(other.get("/at-once").body, "GET /at-once ");
  server.answer_kept();
  EXPECT_EQ(client.read_answer().body, "kept\n");
  EXPECT_EQ(client.read_answer().body, "POST /b body");
  EXPECT_EQ(client.read_answer(false).headers.at("Content-Length"), "7");
  const auto last = client.read_answer();
  EXPECT_EQ(last.body, "GET /d ");
  EXPECT_EQ(last.headers.at("Connection"), "close");
  EXPECT_TRUE(client.ends());
}

TEST(Http, TooLargeBodiesAreRefusedUnread) {
  const EdgeServer server;
  const auto status_of = [&](const std::string& path, std::size_t size) {
    RawClient client(server.port());
    client.send(post(path, size));
    client.send(std::string(size, 'x'));
    const auto answer = client.read_answer();
    EXPECT_EQ(answer.headers.at("Content-Type") == "application/problem+json", answer.status != 200);
    return answer.status;
  };
  EXPECT_EQ(status_of("/api/sessions/k7/join", 256 * 1024), 200U);
  EXPECT_EQ(status_of("/api/sessions/k7/join", 256 * 1024 + 1), 413U);
  EXPECT_EQ(status_of("/api/sessions", 1024 * 1024), 200U);
  EXPECT_EQ(status_of("/api/sessions", 1024 * 1024 + 1), 413U);
}

TEST(Http, TooLargeChunkedBodiesAreRefused) {
  const EdgeServer server;
  RawClient client(server.port());
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n40001\r\n" + std::string(0x40001, 'x'));
  EXPECT_EQ(client.read_answer().status, 413U);
  EXPECT_TRUE(client.ends());
}

TEST(Http, BrokenRequestsAreProblems) {
  const EdgeServer server;
  const auto status_of = [&](const std::string& request) {
    RawClient client(server.port());
    client.send(request);
    const auto answer = client.read_answer();
    EXPECT_EQ(answer.headers.at("Content-Type"), "application/problem+json");
    EXPECT_TRUE(client.ends());
    return answer.status;
  };
  EXPECT_EQ(status_of("nonsense\r\n\r\n"), 400U);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\n\r\n"), 400U) << "no Host";
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400U);
  EXPECT_EQ(status_of("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400U);
  EXPECT_EQ(status_of("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"), 400U);
  EXPECT_EQ(status_of("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n"), 405U);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(9000, 'x') + "\r\n\r\n"), 431U);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"), 400U);
  EXPECT_EQ(status_of(post("/x", 4, "Origin: https://evil.test\r\n") + "body"), 403U);
}

TEST(Http, ReadingIsAllowedFromAnyOrigin) {
  const EdgeServer server;
  RawClient client(server.port());
  EXPECT_EQ(client.get("/x", "Origin: https://elsewhere.test\r\n").status, 200U);
}

TEST(Http, ABodyMayWaitForContinue) {
  const EdgeServer server;
  RawClient client(server.port());
  client.send(post("/x", 4, "Expect: 100-continue\r\n"));
  EXPECT_EQ(client.read_through("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("body");
  EXPECT_EQ(client.read_answer().body, "POST /x body");
}

TEST(Http, AHandlerThatFailsOrForgetsAnswers500AndTheLineGoesOn) {
  const EdgeServer server;
  RawClient client(server.port());
  EXPECT_EQ(client.get("/throw").status, 500U);
  EXPECT_EQ(client.get("/forget").status, 500U);
  EXPECT_EQ(client.get("/x").status, 200U);
}

TEST(Http, TheAddressBehindALocalProxyIsTheClients) {
  const EdgeServer server;
  RawClient client(server.port());
  EXPECT_EQ(client.get("/address").body, "127.0.0.1");
  EXPECT_EQ(client.get("/address", "X-Forwarded-For: 203.0.113.9\r\n").body, "203.0.113.9");
}

TEST(Http, ADualStackListenerTellsIpv4ClientsByTheirAddress) {
  ListenerOptions options;
  options.address = "::";
  const EdgeServer server(options);
  RawClient client(server.port());
  EXPECT_EQ(client.get("/address").body, "127.0.0.1");
}

TEST(Http, ASlowHeadIsDropped) {
  ListenerOptions options;
  options.header_time = 50ms;
  const EdgeServer server(options);
  RawClient silent(server.port());
  RawClient slow(server.port());
  slow.send("GET / HTTP/1.1\r\nHost: ");
  EXPECT_TRUE(silent.ends());
  EXPECT_TRUE(slow.ends());
}

TEST(Http, ASlowBodyAndAnIdleLineAreDropped) {
  ListenerOptions options;
  options.body_time = 50ms;
  options.keep_alive_time = 50ms;
  const EdgeServer server(options);
  RawClient slow(server.port());
  slow.send(post("/x", 4) + "b");
  EXPECT_TRUE(slow.ends());
  RawClient idle(server.port());
  EXPECT_EQ(idle.get("/x").status, 200U);
  EXPECT_TRUE(idle.ends());
}

TEST(Http, BeyondTheBoundsAConnectionIsToldToComeBack) {
  ListenerOptions options;
  options.connections = 2;
  const EdgeServer server(options);
  RawClient first(server.port());
  RawClient second(server.port());
  EXPECT_EQ(first.get("/x").status, 200U);
  EXPECT_EQ(second.get("/x").status, 200U);
  RawClient third(server.port());
  const auto answer = third.read_answer();
  EXPECT_EQ(answer.status, 503U);
  EXPECT_EQ(answer.headers.at("Retry-After"), "5");
  EXPECT_TRUE(third.ends());
}

TEST(Http, BoundsByAddressCountHalfOpenApart) {
  ListenerOptions options;
  options.loopback_is_exempt = false;
  options.half_open_per_address = 1;
  const EdgeServer server(options);
  RawClient done(server.port());
  EXPECT_EQ(done.get("/x").status, 200U);
  RawClient half(server.port());
  RawClient refused(server.port());
  EXPECT_EQ(refused.read_answer().status, 429U);
  EXPECT_EQ(half.get("/x").status, 200U);
  RawClient next(server.port());
  EXPECT_EQ(next.get("/x").status, 200U);
}

TEST(Http, AFullRoomGetsInFromOneAddress) {
  ListenerOptions options;
  options.loopback_is_exempt = false;
  const EdgeServer server(options);
  std::vector<std::unique_ptr<RawClient>> room;
  for (int i = 0; i < 300; ++i) room.push_back(std::make_unique<RawClient>(server.port()));
  for (const auto& client : room) ASSERT_EQ(client->upgrade().status, 101U);
}

TEST(Http, AStopLetsTheRunningAnswerFinish) {
  EdgeServer server;
  RawClient idle(server.port());
  EXPECT_EQ(idle.get("/x").status, 200U);
  RawClient running(server.port());
  running.send("GET /keep HTTP/1.1\r\nHost: a\r\n\r\n");
  RawClient other(server.port());
  EXPECT_EQ(other.get("/x").status, 200U);
  auto stopped = server.stop();
  EXPECT_TRUE(idle.ends());
  server.answer_kept();
  const auto answer = running.read_answer();
  EXPECT_EQ(answer.body, "kept\n");
  EXPECT_EQ(answer.headers.at("Connection"), "close");
  running.finish_sending();
  EXPECT_TRUE(running.ends());
  EXPECT_EQ(stopped.wait_for(10s), std::future_status::ready);
  EXPECT_THROW(RawClient(server.port()), std::runtime_error);
}

TEST(StopSignals, TheFirstIsToldAndTheLoopMayEnd) {
  boost::asio::io_context loop;
  int told = 0;
  const StopSignals signals(loop, [&] { ++told; });
  raise(SIGTERM);
  loop.run();
  EXPECT_EQ(told, 1);
}

TEST(Http, APortInUseIsSaidInASentence) {
  const EdgeServer server;
  boost::asio::io_context loop;
  Metrics metrics;
  ListenerOptions options;
  options.address = "127.0.0.1";
  options.port = server.port();
  try {
    const Listener second(loop, options, {}, {}, metrics);
    FAIL() << "it was bound twice";
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(error.what(),
              "cannot listen on 127.0.0.1 port " + std::to_string(server.port()) + ": Address already in use");
  }
}

}  // namespace
}  // namespace roundtable::server::test
