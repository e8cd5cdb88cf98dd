// The HTTP side: creating, joining, links, the roster in pages, reports, health.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/names.hpp"
#include "session_server.hpp"

namespace roundtable::server::test {
namespace {

std::string file_text(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(std::string(ROUNDTABLE_SOURCE_DIR) + "/" + path, std::ios::binary).rdbuf();
  return text.str();
}

class ApiTest : public ::testing::Test {
 protected:
  ApiTest() : made(server.create(file_text("tests/wire/files/small-good.json"))), id(made["id"].get<std::string>()) {}
  std::string path(const std::string& rest = {}) const { return "/api/sessions/" + id + rest; }
  std::string token_of(const std::string& role) {
    return server.join(id, "Someone", role == "attendee" ? "" : SessionServer::secret_in(made["links"][role]))
        .json["token"]
        .get<std::string>();
  }
  SessionServer server;
  Json made;
  std::string id;
};

TEST_F(ApiTest, CreatingAnswersWithEveryLink) {
  const auto answer = server.post("/api/sessions", Json(file_text("sessions/igf-2025-responsible-ai-roundtable.json")),
                                  admin_key_of_tests);
  ASSERT_EQ(answer.status, 201U) << answer.text;
  const auto code = answer.json["code"].get<std::string>();
  EXPECT_TRUE(normalise_code(code));
  std::set<std::string> secrets;
  for (std::string_view role : core::Names<core::Role>::all) {
    const auto link = answer.json["links"][std::string(role)].get<std::string>();
    EXPECT_EQ(link.find("http://room.test/s/" + code), 0U) << link;
    EXPECT_EQ(link.find("#invite=") == std::string::npos, role == "attendee");
    secrets.insert(link);
  }
  for (const Json& person : answer.json["people"]) {
    EXPECT_FALSE(person["name"].get<std::string>().empty());
    EXPECT_TRUE(core::from_name<core::Role>(person["role"].get<std::string>()));
    secrets.insert(person["link"].get<std::string>());
  }
  EXPECT_EQ(secrets.size(), core::Names<core::Role>::all.size() + answer.json["people"].size()) << "all differ";
}

TEST_F(ApiTest, TheFilesExtraTimeHoldsFromTheStartForStaffsEyes) {
  Json file = Json::parse(file_text("tests/wire/files/small-good.json"));
  file["people"][1]["extra_time_percent"] = 100;
  const Json other = server.create(file.dump());
  const auto people = server.get("/api/sessions/" + other["id"].get<std::string>() + "/people", admin_key_of_tests);
  EXPECT_EQ(people.json["people"]["2"]["extra_time_percent"], 100) << people.text;
  EXPECT_FALSE(people.json["people"]["1"].contains("extra_time_percent"));
}

TEST_F(ApiTest, CreatingNeedsTheAdminKey) {
  const Json file(file_text("tests/wire/files/small-good.json"));
  EXPECT_EQ(server.post("/api/sessions", file).status, 401U);
  EXPECT_EQ(server.post("/api/sessions", file, "wrong").status, 401U);
  EXPECT_EQ(server.post("/api/sessions", file, token_of("moderator")).status, 401U);
  EXPECT_EQ(server.get("/api/sessions").status, 405U);
}

TEST_F(ApiTest, AFileWithFaultsIsAnsweredWithPointersAndTheFittedPlan) {
  const auto answer =
      server.post("/api/sessions", Json(file_text("tests/wire/files/igf-2025-as-submitted.json")), admin_key_of_tests);
  EXPECT_EQ(answer.status, 400U);
  EXPECT_EQ(answer.headers.at("Content-Type"), "application/problem+json");
  EXPECT_EQ(answer.json["code"], "bad_data");
  ASSERT_FALSE(answer.json["errors"].empty());
  for (const Json& error : answer.json["errors"]) EXPECT_EQ(error["pointer"].get<std::string>()[0], '/');
  ASSERT_TRUE(answer.json["fitted"].is_array()) << answer.text;
  int sum = 0;
  for (const Json& each : answer.json["fitted"]) {
    EXPECT_GT(each["minutes"], 0);
    sum += each["fitted_minutes"].get<int>();
  }
  EXPECT_EQ(sum, 60);
  for (const char* broken : {"broken", "bad-utf8", "empty", "list", "duplicate-name", "unknown-role"}) {
    const auto refused =
        server.request("POST", "/api/sessions", file_text("tests/wire/files/" + std::string(broken) + ".json"),
                       SessionServer::authorization(admin_key_of_tests));
    EXPECT_EQ(refused.status, 400U) << broken;
    EXPECT_FALSE(refused.json["errors"].empty()) << broken;
  }
}

TEST_F(ApiTest, ATooLargeBodyIsRefused) {
  EXPECT_EQ(server
                .request("POST", "/api/sessions", std::string(std::size_t{2} << 20U, ' '),
                         SessionServer::authorization(admin_key_of_tests))
                .status,
            413U);
}

TEST_F(ApiTest, TheFactsArePublicByIdOrCode) {
  const auto code = made["code"].get<std::string>();
  std::string lower = code;
  for (char& letter : lower) letter = static_cast<char>(std::tolower(letter));
  for (const std::string& name : {id, code, lower}) {
    const auto answer = server.get("/api/sessions/" + name);
    EXPECT_EQ(answer.status, 200U) << name;
    EXPECT_EQ(answer.json["id"], id);
    EXPECT_EQ(answer.json["code"], code);
    EXPECT_EQ(answer.json["title"], "A town hall");
    EXPECT_EQ(answer.json["duration_min"], 60);
    EXPECT_EQ(answer.json["status"], "prepared");
    EXPECT_FALSE(answer.json.contains("links"));
  }
  EXPECT_EQ(server.get("/api/sessions/nosuch").status, 404U);
  EXPECT_EQ(server.get("/api/nothing").status, 404U);
  EXPECT_EQ(server.get(path("/nothing")).status, 404U);
}

TEST_F(ApiTest, JoiningByLinkCodeRoleLinkAndOwnLink) {
  EXPECT_EQ(server.join(id, "Ana").json["role"], "attendee");
  EXPECT_EQ(server.join(made["code"].get<std::string>(), "Ben").json["participant"], 4);
  for (std::string_view role : core::Names<core::Role>::all) {
    if (role == "attendee") continue;
    const auto answer = server.join(id, "Someone", SessionServer::secret_in(made["links"][std::string(role)]));
    EXPECT_EQ(answer.status, 200U) << answer.text;
    EXPECT_EQ(answer.json["role"], role);
    const bool is_machine = role == "display" || role == "overlay" || role == "captioner";
    EXPECT_EQ(answer.json["participant"].is_null(), is_machine) << role;
  }
  // An own link brings its profile, also when it is opened a second time.
  const std::string own = SessionServer::secret_in(made["people"][1]["link"]);
  for (int i = 0; i < 2; ++i) {
    const auto answer = server.join(id, "", own);
    EXPECT_EQ(answer.status, 200U) << answer.text;
    EXPECT_EQ(answer.json["participant"], 2);
    EXPECT_EQ(answer.json["role"], "speaker");
  }
  const auto invite = server.request("GET", path("/invite"), {}, "X-Invite: " + own + "\r\n");
  EXPECT_EQ(invite.json["name"], "Bo Chen");
  EXPECT_EQ(invite.json["profile"]["name"], "Bo Chen");
}

TEST_F(ApiTest, AWrongInviteOpensNothing) {
  EXPECT_EQ(server.join(id, "Eve", "wrong-secret-of-some-length").status, 401U);
  EXPECT_EQ(server.join(id, "Eve", "x").status, 401U);
  const Json other = server.create(file_text("tests/wire/files/small-good.json"));
  EXPECT_EQ(server.join(id, "Eve", SessionServer::secret_in(other["links"]["moderator"])).status, 401U);
  EXPECT_EQ(server.request("GET", path("/invite"), {}, "X-Invite: nonsense-nonsense\r\n").status, 401U);
}

TEST_F(ApiTest, ABadJoinNamesTheField) {
  const auto pointer_of = [&](const Json& body) {
    const auto answer = server.post(path("/join"), body);
    EXPECT_EQ(answer.status, 400U) << answer.text;
    return answer.json["errors"].empty() ? "" : answer.json["errors"][0]["pointer"].get<std::string>();
  };
  EXPECT_EQ(pointer_of(Json("no json")), "/");
  EXPECT_EQ(pointer_of(Json::array()), "/");
  EXPECT_EQ(pointer_of(Json::object()), "/profile/name");
  EXPECT_EQ(pointer_of({{"profile", {{"name", "  "}}}}), "/profile/name");
  EXPECT_EQ(pointer_of({{"profile", {{"name", std::string(101, 'x')}}}}), "/profile/name");
  EXPECT_EQ(pointer_of({{"profile", {{"name", "Ana"}, {"modality", "hologram"}}}}), "/profile/modality");
  EXPECT_EQ(pointer_of({{"profile", {{"name", "Ana"}, {"languages", "fr"}}}}), "/profile/languages");
  EXPECT_EQ(pointer_of({{"profile", "Ana"}}), "/profile");
  EXPECT_EQ(pointer_of({{"invite", 7}}), "/invite");
  EXPECT_EQ(pointer_of({{"request", std::string(201, 'x')}, {"profile", {{"name", "Ana"}}}}), "/request");
}

TEST_F(ApiTest, TheSameRequestGivesTheSameParticipant) {
  const Json body = {{"request", "random"}, {"profile", {{"name", "Ana"}}}};
  const auto first = server.post(path("/join"), body);
  EXPECT_EQ(server.post(path("/join"), body).json["participant"], first.json["participant"]);
}

TEST_F(ApiTest, AReportNeedsAStaffTokenOrTheKey) {
  EXPECT_EQ(server.get(path("/report")).status, 401U);
  EXPECT_EQ(server.get(path("/report"), "forged").status, 401U);
  EXPECT_EQ(server.get(path("/report"), token_of("attendee")).status, 403U);
  EXPECT_EQ(server.get(path("/report"), token_of("speaker")).status, 403U);
  EXPECT_EQ(server.get(path("/report"), token_of("display")).status, 403U);
  const Json other = server.create(file_text("tests/wire/files/small-good.json"));
  const auto foreign =
      server.join(other["id"].get<std::string>(), "Mo", SessionServer::secret_in(other["links"]["moderator"]));
  EXPECT_EQ(server.get(path("/report"), foreign.json["token"].get<std::string>()).status, 401U);
  for (const char* role : {"moderator", "online_moderator", "steward", "rapporteur"}) {
    EXPECT_EQ(server.get(path("/report"), token_of(role)).status, 200U) << role;
  }
  const auto key = std::string(admin_key_of_tests);
  EXPECT_EQ(server.get(path("/report?format=md"), key).headers.at("Content-Type"), "text/markdown; charset=utf-8");
  EXPECT_EQ(server.get(path("/report?format=html"), key).headers.at("Content-Type"), "text/html; charset=utf-8");
  EXPECT_TRUE(server.get(path("/report?format=json"), key).json.is_object());
  EXPECT_EQ(server.get(path("/report?format=pdf"), key).status, 400U);
  const std::string expired = token_of("moderator");
  server.advance(token_life_ms);
  EXPECT_EQ(server.get(path("/report"), expired).status, 401U);
}

TEST_F(ApiTest, TheReportIsPublicUnlessTheInternalOneIsAskedFor) {
  const auto key = std::string(admin_key_of_tests);
  EXPECT_EQ(server.get(path("/report?format=json"), key).json["version"], "public");
  EXPECT_EQ(server.get(path("/report?format=json&version=internal"), key).json["version"], "internal");
  EXPECT_EQ(server.get(path("/report?format=json&names=group"), key).json["names"], "group");
  EXPECT_EQ(server.get(path("/report?version=secret"), key).status, 400U);
  EXPECT_EQ(server.get(path("/report?names=nickname"), key).status, 400U);
}

TEST_F(ApiTest, ACodeOpensTheOwnEntryOnAnotherDevice) {
  const auto first = server.join(id, "Ana");
  const auto token = first.json["token"].get<std::string>();
  EXPECT_EQ(server.post(path("/device"), Json::object()).status, 401U);
  const auto code = server.post(path("/device"), Json::object(), token);
  ASSERT_EQ(code.status, 200U) << code.text;
  const auto typed = code.json["code"].get<std::string>();
  EXPECT_EQ(SessionServer::secret_in(code.json["link"]), typed);
  EXPECT_EQ(server.join(id, "", typed).json["participant"], first.json["participant"]);
  const auto invite = server.request("GET", path("/invite"), {}, "X-Invite: " + typed + "\r\n");
  EXPECT_EQ(invite.json["device"], true);
  const auto next = server.post(path("/device"), Json::object(), token);
  EXPECT_EQ(server.join(id, "", typed).status, 401U) << "one code a person";
  server.advance(10 * 60 * 1000);
  EXPECT_EQ(server.join(id, "", next.json["code"].get<std::string>()).status, 401U) << "over";
}

TEST_F(ApiTest, StaffGiveAWayBackButNotIntoStaffsEntries) {
  const auto ana = server.join(id, "Ana");
  const Json of_ana = {{"person", ana.json["participant"]}};
  const std::string steward = token_of("steward");
  const auto code = server.post(path("/device"), of_ana, steward);
  ASSERT_EQ(code.status, 200U) << code.text;
  EXPECT_EQ(server.join(id, "", code.json["code"].get<std::string>()).json["participant"], ana.json["participant"]);
  EXPECT_EQ(server.post(path("/device"), of_ana, token_of("attendee")).status, 403U);
  EXPECT_EQ(server.post(path("/device"), of_ana, token_of("rapporteur")).status, 403U);
  const auto chair = server.join(id, "Mo", SessionServer::secret_in(made["links"]["moderator"]));
  EXPECT_EQ(server.post(path("/device"), {{"person", chair.json["participant"]}}, steward).status, 403U);
  EXPECT_EQ(server.post(path("/device"), {{"person", 999}}, steward).status, 404U);
}

TEST_F(ApiTest, OneLinkIsRenewedAndTheOthersStay) {
  const std::string moderator = token_of("moderator");
  EXPECT_EQ(server.get(path("/links"), token_of("steward")).status, 403U);
  EXPECT_EQ(server.get(path("/links"), moderator).json["links"], made["links"]);
  EXPECT_EQ(server.post(path("/links"), {{"role", "steward"}}, token_of("steward")).status, 403U);
  EXPECT_EQ(server.post(path("/links"), {{"role", "attendee"}}, moderator).status, 400U);
  const auto renewed = server.post(path("/links"), {{"role", "steward"}}, moderator);
  ASSERT_EQ(renewed.status, 200U) << renewed.text;
  EXPECT_EQ(server.join(id, "Eve", SessionServer::secret_in(made["links"]["steward"])).status, 401U);
  EXPECT_EQ(server.join(id, "Stu", SessionServer::secret_in(renewed.json["link"])).json["role"], "steward");
  EXPECT_EQ(server.join(id, "Rae", SessionServer::secret_in(made["links"]["rapporteur"])).status, 200U);
  const Json& person = made["people"][1];
  const auto own = server.post(path("/links"), {{"person", person["person"]}}, std::string(admin_key_of_tests));
  ASSERT_EQ(own.status, 200U) << own.text;
  EXPECT_EQ(server.join(id, "", SessionServer::secret_in(person["link"])).status, 401U);
  EXPECT_EQ(server.join(id, "", SessionServer::secret_in(own.json["link"])).json["participant"], person["person"]);
}

TEST_F(ApiTest, TheRosterComesInPagesToStaffAlone) {
  const std::string token = token_of("moderator");
  for (int i = 0; i < 205; ++i) server.join(id, "P" + std::to_string(i));
  EXPECT_EQ(server.get(path("/people")).status, 401U);
  EXPECT_EQ(server.get(path("/people"), token_of("attendee")).status, 403U);
  const auto first = server.get(path("/people"), token);
  EXPECT_EQ(first.json["people"].size(), 200U);
  EXPECT_EQ(first.json["next"], 200);
  const auto second = server.get(path("/people?after=200"), token);
  EXPECT_TRUE(second.json["next"].is_null());
  EXPECT_EQ(second.json["people"].size() + 200, second.json["all"].get<std::size_t>());
  EXPECT_EQ(server.get(path("/people?after=x"), token).status, 400U);
}

TEST_F(ApiTest, APersonWithoutADeviceCanBeGivenALink) {
  const std::string steward = token_of("steward");
  Socket socket(server, id);
  socket.hello(steward);
  const Json added = socket.command("person.add", {{"profile", {{"name", "In the room"}}}});
  ASSERT_TRUE(added.contains("seq")) << added;
  const auto person = socket.wait_for_event("person.added")["data"]["person"].get<int>();
  const std::string link_path = path("/people/" + std::to_string(person) + "/link");
  EXPECT_EQ(server.get(link_path).status, 401U);
  EXPECT_EQ(server.get(link_path, token_of("attendee")).status, 403U);
  const auto link = server.get(link_path, steward);
  ASSERT_EQ(link.status, 200U) << link.text;
  EXPECT_EQ(server.join(id, "", SessionServer::secret_in(link.json["link"])).json["participant"], person);
  EXPECT_EQ(server.get(path("/people/999/link"), steward).status, 404U);
  EXPECT_EQ(server.get(path("/people/x/link"), steward).status, 404U);
}

TEST_F(ApiTest, HealthReadinessMetricsAndOfferedFiles) {
  EXPECT_EQ(server.get("/healthz").text, "ok\n");
  EXPECT_EQ(server.get("/readyz").status, 200U);
  const auto metrics = server.get("/metrics");
  EXPECT_NE(metrics.text.find("roundtable_sessions 1"), std::string::npos);
  const auto files = server.get("/api/files");
  ASSERT_TRUE(files.json.is_array());
  EXPECT_EQ(files.json[0]["file"], "igf-2025-responsible-ai-roundtable.json");
  EXPECT_EQ(files.json[0]["ok"], true);
  EXPECT_EQ(server.get("/api/files/igf-2025-responsible-ai-roundtable.json").json["duration_min"], 60);
  EXPECT_EQ(server.get("/api/files/session.schema.json").status, 404U);
  EXPECT_EQ(server.get("/api/files/..%2FREADME.md").status, 404U);
}

}  // namespace
}  // namespace roundtable::server::test
