#include "server/http.hpp"

#include <gtest/gtest.h>

#include "edge_server.hpp"
#include "raw_client.hpp"
#include "server/address.hpp"
#include "server/config.hpp"
#include "server/http_answer.hpp"
#include "server/http_rules.hpp"

namespace roundtable::server::test {
namespace {

using namespace std::chrono_literals;

std::string post(const std::string& path, std::size_t content_length, const std::string& headers = {}) {
  return "POST " + path + " HTTP/1.1\r\nHost: room.test\r\nContent-Length: " + std::to_string(content_length) + "\r\n" +
         headers + "\r\n";
}

TEST(Problem, HasTheShapeOfRfc9457) {
  EXPECT_EQ(problem(404, "not_found", "no session \"k7\"\n").body,
            R"({"type":"about:blank","title":"Not Found","status":404,"detail":"no session \"k7\"\u000a",)"
            R"("code":"not_found"})"
            "\n");
  const auto faulty =
      problem(400, "bad_data", "two faults", {{"/title", "is missing"}, {"/phases/0/kind", "caf\xc3\xa9?"}});
  EXPECT_EQ(faulty.content_type, "application/problem+json");
  EXPECT_TRUE(faulty.body.ends_with(
      R"("errors":[{"pointer":"/title","detail":"is missing"},{"pointer":"/phases/0/kind","detail":"café?"}]})"
      "\n"));
}

TEST(Answer, ValuesCannotStartAnotherHeader) {
  HttpResponse response = text_response(200, "x");
  response.headers = {{"Content-Disposition", "attachment; filename=\"a\r\nSet-Cookie: b\""}};
  const std::string head = response_head(response, {}, 0);
  EXPECT_NE(head.find("filename=\"aSet-Cookie: b\"\r\n"), std::string::npos);
  EXPECT_NE(head.find("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"), std::string::npos);
}

TEST(Target, DecodesPathAndQuery) {
  const auto target = parse_target("/s/caf%C3%A9+x?a=1+2&b=%26&c&&d=");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/s/café+x");
  const std::vector<std::pair<std::string, std::string>> query{{"a", "1 2"}, {"b", "&"}, {"c", ""}, {"d", ""}};
  EXPECT_EQ(target->query, query);
}

TEST(Target, RefusesOtherFormsBrokenEscapesAndControls) {
  for (const char* text : {"", "*", "http://room.test/", "/%", "/%4", "/%zz", "/%00", "/a%0d%0ab", "/?x=%7f"}) {
    EXPECT_FALSE(parse_target(text)) << text;
  }
}

TEST(Origin, MustBeAbsentOrThatOfHostOrOfThePublicUrl) {
  const auto allowed = [](const std::string& origin, const char* host) {
    return origin_allowed(&origin, host, "https://public.test");
  };
  EXPECT_TRUE(origin_allowed(nullptr, "room.test", ""));
  EXPECT_TRUE(allowed("http://room.test:8080", "room.test:8080"));
  EXPECT_TRUE(allowed("https://room.test", "room.test:443"));
  EXPECT_TRUE(allowed("https://room.test:443", "ROOM.test"));
  EXPECT_TRUE(allowed("https://public.test", "127.0.0.1:8080"));
  EXPECT_TRUE(allowed("http://[::1]:8080", "[::1]:8080"));
  EXPECT_FALSE(allowed("http://public.test", "127.0.0.1:8080"));
  EXPECT_FALSE(allowed("http://room.test", "room.test:8080"));
  EXPECT_FALSE(allowed("http://room.test.evil.test", "room.test"));
  EXPECT_FALSE(allowed("http://evilroom.test", "room.test"));
  EXPECT_FALSE(allowed("http://room.test@evil.test", "room.test"));
  EXPECT_FALSE(allowed("null", "room.test"));
  EXPECT_FALSE(allowed("", ""));
  EXPECT_FALSE(allowed("ftp://room.test", "room.test"));
}

TEST(ClientAddress, ForwardedCountsOnlyFromAPrivateProxyAndOnlyTheLast) {
  const Headers forwarded{{"X-Forwarded-For", "1.2.3.4, 203.0.113.9"}, {"X-Forwarded-Proto", "https"}};
  EXPECT_EQ(client_address("127.0.0.1", forwarded), "203.0.113.9");
  EXPECT_EQ(client_address("172.17.0.2", forwarded), "203.0.113.9");
  EXPECT_EQ(client_address("198.51.100.1", forwarded), "198.51.100.1");
  EXPECT_EQ(client_address("127.0.0.1", {{"X-Forwarded-For", "nonsense"}}), "127.0.0.1");
  EXPECT_TRUE(client_is_secure("::1", forwarded));
  EXPECT_FALSE(client_is_secure("198.51.100.1", forwarded));
}

TEST(LanAddress, PrefersANetworkCardOverContainersAndTunnels) {
  const Interface loopback{"lo", "127.0.0.1", true, true};
  const Interface docker{"docker0", "172.17.0.1"};
  const Interface tunnel{"wg0", "10.9.0.2"};
  const Interface wifi{"wlp3s0", "192.168.1.20"};
  const Interface wide{"eth0", "203.0.113.4"};
  EXPECT_EQ(choose_lan_address({loopback, docker, tunnel, wifi}), "192.168.1.20");
  EXPECT_EQ(choose_lan_address({wide, wifi}), "192.168.1.20");
  EXPECT_EQ(choose_lan_address({docker, wide}), "203.0.113.4");
  EXPECT_EQ(choose_lan_address({{"enp1s0", "10.0.0.2", false}, {"eth1", "169.254.3.3"}, {"bond0", "10.0.0.3"}}),
            "10.0.0.3");
  EXPECT_EQ(choose_lan_address({loopback, docker}), "172.17.0.1");
  EXPECT_EQ(choose_lan_address({loopback, {"eth0", "fe80::1"}}), std::nullopt);
}

TEST(Config, ListenTakesIpv4AndBracketedIpv6) {
  EXPECT_EQ(parse_listen("127.0.0.1:0").port, 0);
  EXPECT_EQ(parse_listen("[::]:8080").address, "::");
  EXPECT_EQ(parse_listen(":80").address, "0.0.0.0");
  for (const char* text :
       {"", "8080", "::1:80", "1.2.3:80", "1.2.3.4:", "1.2.3.4:65536", "1.2.3.4:8o", "room.test:80"}) {
    EXPECT_THROW(parse_listen(text), std::invalid_argument) << text;
  }
}

TEST(Config, PublicUrlIsAnOrigin) {
  EXPECT_EQ(parse_public_url("https://Round.Table.org/"), "https://round.table.org");
  EXPECT_EQ(parse_public_url("http://10.0.0.2:8080"), "http://10.0.0.2:8080");
  EXPECT_EQ(parse_public_url("https://[2001:db8::1]:8443"), "https://[2001:db8::1]:8443");
  for (const char* text : {"", "room.test", "ftp://room.test", "https://", "https://u@room.test", "https://room.test/x",
                           "https://room.test/../x", "https://room.test?x", "https://room test", "https://room.test:x",
                           "https://room.test:0", "https://a..b", "https://[::zz]", "javascript://x"}) {
    EXPECT_THROW(parse_public_url(text), std::invalid_argument) << text;
  }
}

TEST(Metrics, SpeakPrometheusText) {
  Metrics metrics;
  metrics.counter("a_total", "What it counts.", {{"kind", "x\"y"}}).add(3);
  metrics.histogram("b_seconds", "How long.").observe(0.004);
  EXPECT_THROW(metrics.gauge("a_total", ""), std::logic_error);
  const std::string text = metrics.text();
  EXPECT_TRUE(text.starts_with("# HELP a_total What it counts.\n# TYPE a_total counter\na_total{kind=\"x\\\"y\"} 3\n"));
  EXPECT_NE(text.find("b_seconds_bucket{le=\"0.0025\"} 0\nb_seconds_bucket{le=\"0.005\"} 1\n"), std::string::npos);
  EXPECT_NE(text.find("b_seconds_bucket{le=\"+Inf\"} 1\nb_seconds_sum 0.004\nb_seconds_count 1\n"), std::string::npos);
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
