#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "server/address.hpp"
#include "server/config.hpp"
#include "server/http.hpp"
#include "server/http_answer.hpp"
#include "server/http_rules.hpp"
#include "server/metrics.hpp"

namespace roundtable::server::test {
namespace {

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

TEST(Config, OptionsOfServeFillTheStruct) {
  CLI::App app;
  ServeConfig config;
  add_serve_options(app, config);
  app.parse("--data '/tmp/a folder' --listen [::1]:0 --public-url https://room.test/ --command-rate 0");
  EXPECT_EQ(config.data, "/tmp/a folder");
  EXPECT_EQ(config.listen.address, "::1");
  EXPECT_EQ(config.public_url, "https://room.test");
  EXPECT_EQ(config.command_rate, 0U);
  EXPECT_EQ(config.threads, 1U);
  EXPECT_EQ(link_base(config, 80), "https://room.test");
  config.public_url.clear();
  EXPECT_EQ(link_base(config, 8080), "http://[::1]:8080");
}

TEST(Config, WrongOptionsAreSaidWithTheirName) {
  for (const char* arguments :
       {"", "--data /tmp --listen here", "--data /tmp --public-url ftp://x", "--data /tmp --threads 0",
        "--data /tmp --web /nowhere", "--data /tmp --command-rate -1"}) {
    CLI::App app;
    ServeConfig config;
    add_serve_options(app, config);
    EXPECT_THROW(app.parse(arguments), CLI::ParseError) << arguments;
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

}  // namespace
}  // namespace roundtable::server::test
