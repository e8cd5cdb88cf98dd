// Who gets in by the attendees' link, and who stays out.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "room_house.hpp"
#include "session_server.hpp"

namespace roundtable::server::test {
namespace {

class AdmissionTest : public ::testing::Test {
 protected:
  AdmissionTest() {
    std::ostringstream text;
    text << std::ifstream(std::string(ROUNDTABLE_SOURCE_DIR) + "/tests/wire/files/small-good.json", std::ios::binary)
                .rdbuf();
    made = server.create(text.str());
    id = made["id"].get<std::string>();
    moderator = std::make_unique<Socket>(server, id);
    const std::string secret = SessionServer::secret_in(made["links"]["moderator"]);
    moderator->hello(server.join(id, "Mo", secret).json["token"].get<std::string>());
  }
  SessionServer::Answer join(const std::string& name, const std::string& request) {
    return server.post("/api/sessions/" + id + "/join", {{"request", request}, {"profile", {{"name", name}}}});
  }
  std::string code_of(const SessionServer::Answer& answer) {
    return answer.status == 200 ? "joined" : std::to_string(answer.status) + " " + answer.json.value("code", "");
  }
  SessionServer server;
  Json made;
  std::string id;
  std::unique_ptr<Socket> moderator;
};

TEST_F(AdmissionTest, ClosedJoinsAreToldAndLinksOfRolesStillOpen) {
  EXPECT_EQ(server.get("/api/sessions/" + id).json["joins"], "open");
  moderator->command("session.joins", {{"mode", "closed"}});
  EXPECT_EQ(server.get("/api/sessions/" + id).json["joins"], "closed");
  EXPECT_EQ(code_of(join("Ana", "request")), "409 joins_closed");
  EXPECT_EQ(code_of(server.join(id, "Ana")), "409 joins_closed");
  EXPECT_EQ(server.join(id, "Stu", SessionServer::secret_in(made["links"]["steward"])).status, 200U);
  EXPECT_EQ(server.join(id, "", SessionServer::secret_in(made["people"][1]["link"])).status, 200U);
  EXPECT_EQ(server.join(id, "", SessionServer::secret_in(made["links"]["display"])).status, 200U);
  moderator->command("session.joins", {{"mode", "open"}});
  EXPECT_EQ(code_of(join("Ana", "request")), "joined") << "the same request, once joins are open";
}

TEST_F(AdmissionTest, WhoNeedsApprovalAsksAgainUntilLetIn) {
  moderator->command("session.joins", {{"mode", "approval"}});
  EXPECT_EQ(code_of(join("Ana", "of Ana")), "409 waiting");
  EXPECT_EQ(code_of(join("Ana", "of Ana")), "409 waiting");
  EXPECT_EQ(moderator->wait_for_event("person.knocked")["data"]["profile"]["name"], "Ana");
  EXPECT_FALSE(moderator->wait_for_event("person.knocked")["data"].contains("request_key"));
  EXPECT_EQ(code_of(server.join(id, "No request")), "400 bad_data") << "could not ask again";
  EXPECT_TRUE(moderator->command("person.admit", {{"knocks", {1}}}).contains("seq"));
  const auto joined = join("Ana", "of Ana");
  EXPECT_EQ(code_of(joined), "joined");
  EXPECT_EQ(join("Ana", "of Ana").json["participant"], joined.json["participant"]);
  Socket ana(server, id);
  EXPECT_TRUE(ana.hello(joined.json["token"].get<std::string>()).contains("snapshot"));
}

TEST_F(AdmissionTest, WhoIsTurnedAwayIsToldSo) {
  moderator->command("session.joins", {{"mode", "approval"}});
  join("Ana", "of Ana");
  moderator->command("person.turn_away", {{"knocks", {1}}});
  EXPECT_EQ(code_of(join("Ana", "of Ana")), "403 turned_away");
}

TEST_F(AdmissionTest, TheRemovedStayOut) {
  const auto joined = join("Ana", "of Ana");
  const auto token = joined.json["token"].get<std::string>();
  const Json added = moderator->command("person.add", {{"profile", {{"name", "In the room"}}}});
  ASSERT_TRUE(added.contains("seq"));
  const int in_the_room = joined.json["participant"].get<int>() + 1;
  const auto link =
      server.get("/api/sessions/" + id + "/people/" + std::to_string(in_the_room) + "/link", admin_key_of_tests);
  ASSERT_EQ(link.status, 200U) << link.text;
  for (int person : {in_the_room - 1, in_the_room}) moderator->command("person.remove", {{"person", person}});
  EXPECT_EQ(code_of(join("Ana", "of Ana")), "403 removed");
  EXPECT_EQ(code_of(server.join(id, "", SessionServer::secret_in(link.json["link"]))), "403 removed");
  EXPECT_EQ(code_of(server.join(id, "Ana again", SessionServer::secret_in(link.json["link"]))), "403 removed");
  Socket back(server, id);
  EXPECT_TRUE(back.hello(token).contains("bye"));
  EXPECT_EQ(back.close_code(), close_code::kRemoved);
}

TEST(Admission, WhoIsLetInAndNeverComesCountsAsLeft) {
  House house;
  Client& mo = house.listed(1);
  mo.command("session.joins", {{"mode", "approval"}});
  JoinRequest request;
  request.profile.name = core::Words("Ana");
  request.request = "of Ana";
  EXPECT_EQ(house.join(request).door, core::Door::waits);
  const std::size_t rows = house.rows().size();
  EXPECT_EQ(house.join(request).door, core::Door::waits);
  EXPECT_EQ(house.rows().size(), rows) << "asking again records nothing";
  mo.command("person.admit", {{"knocks", {1}}});
  const PersonId ana{house.state().counters.person};
  EXPECT_TRUE(house.state().roster.people.at(ana).is_present);
  house.advance(core::limits::away_counts_as_left_ms + 30'000);
  EXPECT_FALSE(house.state().roster.people.at(ana).is_present);
}

TEST(Admission, WhoWaitsStillWaitsAfterARestart) {
  House house;
  house.listed(1).command("session.joins", {{"mode", "approval"}});
  JoinRequest request;
  request.profile.name = core::Words("Ana");
  request.request = "of Ana";
  house.join(request);
  house.restart();
  EXPECT_EQ(house.state().admission.knocks.size(), 1U);
  EXPECT_EQ(house.join(request).door, core::Door::waits);
  EXPECT_EQ(house.state().admission.knocks.size(), 1U);
}

TEST(Displays, StaffAreToldHowManyAreConnected) {
  House house;
  Client& mo = house.listed(1);
  Client& phone = house.attendee("Ana");
  EXPECT_EQ(mo.welcome["tally"]["displays"], 0);
  EXPECT_FALSE(phone.welcome["tally"].contains("displays"));
  Client& screen = house.machine(Role::display);
  house.machine(Role::overlay);
  EXPECT_FALSE(screen.welcome["tally"].contains("displays"));
  house.advance(1'000);
  EXPECT_EQ(mo.tallies().back()["data"]["displays"], 1);
  EXPECT_TRUE(screen.tallies().empty() || !screen.tallies().back()["data"].contains("displays"));
  mo.take_frames();
  screen.drop();
  house.advance(1'000);
  EXPECT_EQ(mo.tallies().back()["data"]["displays"], 0);
}

}  // namespace
}  // namespace roundtable::server::test
