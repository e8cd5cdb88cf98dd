// Captions as a captioning service posts them.
#include <gtest/gtest.h>

#include <fstream>

#include "session_server.hpp"

namespace roundtable::server::test {
namespace {

std::string town_hall() {
  Json file = Json::parse(std::ifstream(std::string(ROUNDTABLE_SOURCE_DIR) + "/tests/wire/files/small-good.json"));
  file["languages"] = {"en", "fr"};
  return file.dump();
}

class CaptionsTest : public ::testing::Test {
 protected:
  explicit CaptionsTest(std::uint32_t command_rate = 0)
      : server(command_rate), made(server.create(town_hall())), id(made["id"].get<std::string>()) {
    path = path_of("captioner");
  }
  std::string token_of(const std::string& role) {
    return server.join(id, "Someone", role == "attendee" ? "" : SessionServer::secret_in(made["links"][role]))
        .json["token"]
        .get<std::string>();
  }
  std::string path_of(const std::string& role) {
    const auto answer = server.get("/api/sessions/" + id + "/captions", token_of(role));
    if (answer.status != 200) return std::to_string(answer.status);
    const auto url = answer.json["url"].get<std::string>();
    EXPECT_EQ(url.find("http://room.test/api/captions/"), 0U) << url;
    return url.substr(std::string("http://room.test").size());
  }
  SessionServer::Answer post(const std::string& query, const std::string& line) {
    return server.request("POST", path + query, line, "Content-Type: text/plain\r\n");
  }
  std::vector<std::string> lines() {
    std::vector<std::string> texts;
    server.on_loop([&] {
      for (const core::CaptionLine& line : server.rooms().find(id)->state().captions) {
        texts.push_back(line.language + ":" + line.text.text);
      }
    });
    return texts;
  }
  SessionServer server;
  Json made;
  std::string id;
  std::string path;
};

class SlowCaptionsTest : public CaptionsTest {
 protected:
  SlowCaptionsTest() : CaptionsTest(2) {}
};

TEST_F(CaptionsTest, TheAddressIsForTheCaptionerAndStaff) {
  EXPECT_EQ(path_of("moderator"), path);
  EXPECT_EQ(path_of("display"), "403");
  EXPECT_EQ(path_of("attendee"), "403");
  EXPECT_EQ(server.get("/api/sessions/" + id + "/captions").status, 401U);
}

TEST_F(CaptionsTest, ALineIsRecordedWithItsLanguage) {
  const auto answer = post("?seq=1&lang=pt-BR", "bom dia, meu povo\r\nolá\n");
  EXPECT_EQ(answer.status, 200U) << answer.text;
  EXPECT_EQ(answer.json["seq"], 1);
  EXPECT_EQ(post("", "hello").status, 200U);
  EXPECT_EQ(lines(), (std::vector<std::string>{"pt-BR:bom dia, meu povo\nolá", "en:hello"}));
  EXPECT_EQ(server.get(path + "/seq").text, "1\n");
}

TEST_F(CaptionsTest, WhatAServiceAppendsToTheAddressIsRead) {
  EXPECT_EQ(post("&seq=3&lang=en-US", "hello").json["seq"], 3);
  EXPECT_EQ(lines(), (std::vector<std::string>{"en-US:hello"}));
  EXPECT_EQ(server.get(path + "/seq&lang=en").text, "3\n");
}

TEST_F(CaptionsTest, ALineSentAgainIsAnsweredAlikeAndTakenOnce) {
  EXPECT_EQ(post("?seq=7", "once").status, 200U);
  EXPECT_EQ(post("?seq=7", "once").status, 200U);
  EXPECT_EQ(lines().size(), 1U);
}

TEST_F(CaptionsTest, BadLinesAreNamed) {
  EXPECT_EQ(post("?seq=x", "hello").json["errors"][0]["pointer"], "/seq");
  EXPECT_EQ(post("?seq=-1", "hello").status, 400U);
  EXPECT_EQ(post("?lang=a%20b", "hello").json["errors"][0]["pointer"], "/lang");
  EXPECT_EQ(post("", "").json["errors"][0]["pointer"], "/text");
  EXPECT_EQ(post("", "\xff\xfe").status, 400U);
  EXPECT_EQ(post("", std::string(1'001, 'a')).status, 400U);
  EXPECT_EQ(post("", std::string(std::size_t{1} << 20U, 'a')).status, 413U);
  EXPECT_EQ(server.get(path).status, 405U);
  EXPECT_EQ(server.request("POST", path + "/seq", "x").status, 405U);
  EXPECT_EQ(server.request("POST", path + "x", "hello").status, 404U);
  EXPECT_EQ(server.request("POST", "/api/captions/", "hello").status, 404U);
  EXPECT_TRUE(lines().empty());
}

TEST_F(CaptionsTest, AfterTheCloseTheServiceIsTold) {
  Socket socket(server, id);
  socket.hello(token_of("moderator"));
  ASSERT_EQ(post("?seq=8", "thank you all").status, 200U);
  EXPECT_EQ(socket.wait_for_event("captioned")["data"]["text"], "thank you all");
  ASSERT_TRUE(socket.command("session.close").contains("seq"));
  const auto answer = post("?seq=9", "too late");
  EXPECT_EQ(answer.status, 409U);
  EXPECT_EQ(answer.json["code"], "closed");
}

TEST_F(SlowCaptionsTest, AFloodIsSlowedDown) {
  EXPECT_EQ(post("", "one").status, 200U);
  EXPECT_EQ(post("", "two").status, 200U);
  EXPECT_EQ(post("", "three").status, 429U);
  server.advance(1'000);
  EXPECT_EQ(post("", "three").status, 200U);
}

}  // namespace
}  // namespace roundtable::server::test
