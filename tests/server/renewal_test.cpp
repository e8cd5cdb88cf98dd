// A link that was renewed is closed with all that came by it: tokens, lines, codes for other devices, the captions'
// address.
#include <gtest/gtest.h>

#include <fstream>

#include "session_server.hpp"

namespace roundtable::server::test {
namespace {

class Renewal : public ::testing::Test {
 protected:
  Renewal() {
    const Json file =
        Json::parse(std::ifstream(std::string(ROUNDTABLE_SOURCE_DIR) + "/tests/wire/files/small-good.json"));
    made = server.create(file.dump());
    id = made["id"].get<std::string>();
  }
  std::string path(const std::string& rest) const { return "/api/sessions/" + id + rest; }
  Json join(const std::string& name, const Json& link) {
    return server.join(id, name, SessionServer::secret_in(link)).json;
  }
  std::string token_by(const Json& link) { return join("Someone", link)["token"].get<std::string>(); }
  SessionServer::Answer renew(const Json& which, const std::string& bearer = admin_key_of_tests) {
    return server.post(path("/links"), which, bearer);
  }
  /// How a hello with the token ends: the bye, or null for a welcome.
  Json bye_of(const std::string& token) {
    Socket socket(server, id);
    const Json answer = socket.hello(token);
    return answer.contains("bye") ? answer["bye"] : Json();
  }
  SessionServer server;
  Json made;
  std::string id;
};

TEST_F(Renewal, WhoeverCameByAPersonsOldLinkIsOut) {
  const Json& person = made["people"][0];
  const Json thief = join("", person["link"]);
  const auto token = thief["token"].get<std::string>();
  Socket line(server, id);
  line.hello(token);
  const auto code = server.post(path("/device"), Json::object(), token).json["code"].get<std::string>();
  const auto renewed = renew({{"person", person["person"]}});
  ASSERT_EQ(renewed.status, 200U) << renewed.text;
  EXPECT_FALSE(renewed.json.contains("token")) << "the admin came by no link";
  EXPECT_EQ(line.close_code(), close_code::kToken);
  EXPECT_EQ(line.bye["because"], "link_renewed");
  EXPECT_EQ(bye_of(token)["because"], "link_renewed");
  EXPECT_EQ(server.get(path("/people"), token).json["code"], "link_renewed");
  EXPECT_EQ(server.join(id, "", code).status, 401U) << "the code for another device goes with it";
  EXPECT_EQ(join("", person["link"])["code"], "link_renewed");
  EXPECT_TRUE(bye_of(join("", renewed.json["link"])["token"].get<std::string>()).is_null()) << "the new one opens it";
}

TEST_F(Renewal, AJoinSentAgainDoesNotOpenARenewedEntry) {
  const Json& person = made["people"][0];
  const Json request = {{"request", "a thief's browser"}, {"profile", {{"name", "Eve"}}}};
  Json first = request;
  first["invite"] = SessionServer::secret_in(person["link"]);
  ASSERT_EQ(server.post(path("/join"), first).json["participant"], person["person"]);
  renew({{"person", person["person"]}});
  const auto again = server.post(path("/join"), request);
  EXPECT_NE(again.json["participant"], person["person"]);
  EXPECT_EQ(again.json["role"], "attendee");
}

TEST_F(Renewal, WhoCameByARolesOldLinkIsOutAndNobodyElse) {
  const std::string steward = token_by(made["links"]["steward"]);
  const std::string moderator = token_by(made["links"]["moderator"]);
  const std::string attendee = server.join(id, "Ana").json["token"].get<std::string>();
  const std::string own = join("", made["people"][0]["link"])["token"].get<std::string>();
  ASSERT_EQ(renew({{"role", "steward"}}, moderator).status, 200U);
  EXPECT_EQ(bye_of(steward)["code"], close_code::kToken);
  for (const std::string& token : {moderator, attendee, own}) EXPECT_TRUE(bye_of(token).is_null());
}

TEST_F(Renewal, AModeratorWhoRenewsTheOwnLinkGetsANewToken) {
  const std::string moderator = token_by(made["links"]["moderator"]);
  Socket line(server, id);
  line.hello(moderator);
  const auto renewed = renew({{"role", "moderator"}}, moderator);
  ASSERT_TRUE(renewed.json["token"].is_string()) << renewed.text;
  EXPECT_EQ(line.close_code(), close_code::kRestart) << "come back, with the new token";
  EXPECT_EQ(bye_of(moderator)["code"], close_code::kToken);
  EXPECT_TRUE(bye_of(renewed.json["token"].get<std::string>()).is_null());
  EXPECT_EQ(server.get(path("/links"), renewed.json["token"].get<std::string>()).status, 200U);
  EXPECT_EQ(server.get(path("/links"), moderator).json["code"], "link_renewed");
}

TEST_F(Renewal, TheCaptionsAddressGoesWithTheCaptionersLink) {
  const auto address = [&] {
    const auto url = server.get(path("/captions"), admin_key_of_tests).json["url"].get<std::string>();
    return url.substr(std::string("http://room.test").size());
  };
  const auto post = [&](const std::string& to) { return server.request("POST", to, "hello").status; };
  const std::string old = address();
  const std::string captioner = token_by(made["links"]["captioner"]);
  ASSERT_EQ(post(old), 200U);
  renew({{"role", "captioner"}});
  EXPECT_EQ(post(old), 404U);
  EXPECT_EQ(server.get(old + "/seq").status, 404U);
  EXPECT_EQ(server.get(path("/captions"), captioner).json["code"], "link_renewed");
  EXPECT_NE(address(), old);
  EXPECT_EQ(post(address()), 200U);
  renew({{"role", "display"}});
  EXPECT_EQ(post(address()), 200U) << "another link's renewal changes nothing";
}

}  // namespace
}  // namespace roundtable::server::test
