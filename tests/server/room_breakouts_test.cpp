// Breakout groups in a room: who is told what, lines that come back from another group, and a search that waits.
#include "room_house.hpp"
#include "view/show.hpp"

namespace roundtable::server::test {
namespace {

void expect_the_law(House& house, Client& client) {
  client.read();
  EXPECT_TRUE(client.state == view::show(house.state(), client.viewer()))
      << wire::to_text(client.state) << "\n"
      << wire::to_text(view::show(house.state(), client.viewer()));
}

std::uint32_t open_groups(Client& mo, House& house, const Json& groups) {
  mo.command("breakout.plan", {{"groups", groups}});
  mo.command("breakout.open", {{"seconds", 420}});
  return house.state().breakouts.run.order.front().value;
}

TEST(RoomBreakouts, WhatHappensInAGroupReachesItsMembersAndStaffAlone) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  Client& cleo = house.attendee("Cleo");
  Client& display = house.machine(Role::display);
  open_groups(mo, house, {{ana.person().value, ben.person().value}, {cleo.person().value}});
  for (Client* each : {&mo, &ana, &ben, &cleo, &display}) each->take_frames();
  ana.command("note.add", {{"text", "A point"}});
  ana.command("group.raise_hand");
  ana.command("breakout.call_moderator");
  const std::string told = "note.added group.hand_raised breakout.moderator_called";
  EXPECT_EQ(ana.types(), told);
  EXPECT_EQ(ben.types(), told);
  EXPECT_EQ(mo.types(), told);
  EXPECT_EQ(cleo.types(), "");
  EXPECT_EQ(display.types(), "");
  for (Client* each : {&mo, &ana, &ben, &cleo, &display}) expect_the_law(house, *each);
}

TEST(RoomBreakouts, MembersOfOneGroupShareTheirBytes) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  Client& cleo = house.attendee("Cleo");
  open_groups(mo, house, {{ana.person().value, ben.person().value, cleo.person().value}});
  for (Client* each : {&ana, &ben, &cleo}) each->take_frames();
  mo.send("breakout.broadcast", {{"text", "Two minutes left"}});
  house.settle();
  ASSERT_FALSE(ana.peer->texts.empty());
  EXPECT_EQ(ana.peer->texts.back().get(), ben.peer->texts.back().get());
  EXPECT_EQ(ana.peer->texts.back().get(), cleo.peer->texts.back().get());
}

TEST(RoomBreakouts, WelcomeSaysTheGroupAndBringsItsInside) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  EXPECT_TRUE(ana.welcome["you"]["group"].is_null());
  const std::uint32_t group = open_groups(mo, house, Json::array({Json::array({ana.person().value})}));
  ana.command("note.add", {{"text", "A point"}});
  Client& phone = house.connect(ana.person());
  EXPECT_EQ(phone.welcome["you"]["group"], group);
  EXPECT_EQ(phone.welcome["snapshot"]["group"]["inside"]["notes"]["list"].size(), 1U);
  expect_the_law(house, phone);
}

TEST(RoomBreakouts, AMovedMemberIsToldTheNewGroupAndForgetsTheOld) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  open_groups(mo, house, {{ana.person().value}, {ben.person().value}});
  const core::GroupId second = house.state().breakouts.run.order[1];
  ana.command("note.add", {{"text", "Of the first group"}});
  ben.command("note.add", {{"text", "Of the second group"}});
  mo.command("breakout.move", {{"person", ana.person().value}, {"group", second.value}});
  ana.read();
  EXPECT_EQ(ana.state.group.group, second);
  EXPECT_EQ(wire::to_text(ana.state).find("Of the first group"), std::string::npos);
  EXPECT_NE(wire::to_text(ana.state).find("Of the second group"), std::string::npos);
  expect_the_law(house, ana);
  expect_the_law(house, ben);
  mo.command("breakout.move", {{"person", ana.person().value}});
  expect_the_law(house, ana);
  EXPECT_FALSE(ana.state.group.group);
}

TEST(RoomBreakouts, AResumeAcrossAMoveIsASnapshotAndWithoutOneItIsNot) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  open_groups(mo, house, {{ana.person().value}, {ben.person().value}});
  ana.read();
  ben.read();
  const ResumePoint of_ana{ana.epoch, ana.seq};
  const ResumePoint of_ben{ben.epoch, ben.seq};
  ana.drop();
  ben.drop();
  const std::uint32_t second = house.state().breakouts.run.order[1].value;
  mo.command("breakout.move", {{"person", ana.person().value}, {"group", second}});
  mo.command("note.add", {{"group", second}, {"text", "While you were away"}});
  const auto come_back = [&](PersonId person, ResumePoint point) { return house.connect(person, point).welcome; };
  EXPECT_TRUE(come_back(ana.person(), of_ana).contains("snapshot"));
  EXPECT_TRUE(come_back(ben.person(), of_ben).contains("resumed"));
  house.restart();
  EXPECT_TRUE(come_back(ana.person(), of_ana).contains("snapshot"));
  EXPECT_TRUE(come_back(ben.person(), of_ben).contains("resumed"));
}

TEST(RoomBreakouts, ALatecomerIsWelcomedInAGroup) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  house.attendee("Ben");
  ASSERT_EQ(mo.code("breakout.plan", {{"count", 2}}), "accepted");
  mo.command("breakout.open", {{"seconds", 420}});
  Client& late = house.attendee("Late");
  EXPECT_TRUE(late.welcome["you"]["group"].is_number());
  expect_the_law(house, late);
  expect_the_law(house, ana);
}

TEST(RoomBreakouts, APlanIsSearchedBesideTheRoomAndItsSenderIsAnsweredInOrder) {
  House house;
  std::vector<std::pair<std::function<void()>, std::function<void()>>> searches;
  house.world->compute = [&](std::function<void()> work, std::function<void()> done) {
    searches.emplace_back(std::move(work), std::move(done));
  };
  Client& mo = house.listed(1);
  Client& ona = house.listed(2);
  std::vector<Client*> people;
  for (const char* name : {"Ana", "Ben", "Cleo", "Dora"}) people.push_back(&house.attendee(name));
  mo.send("breakout.plan", {{"count", 2}}, "plan");
  mo.send("announce", {{"text", "Behind the plan"}}, "behind");
  house.settle();
  mo.read();
  EXPECT_TRUE(mo.answers.empty());
  EXPECT_EQ(ona.code("announce", {{"text", "The room goes on"}}), "accepted");
  people[3]->command("question.ask", {{"text", "Also now?"}});
  ASSERT_EQ(searches.size(), 1U);
  searches[0].first();
  searches[0].second();
  house.settle();
  mo.read();
  ASSERT_EQ(mo.answers.size(), 2U);
  EXPECT_EQ(mo.answers[0]["id"], "plan");
  EXPECT_TRUE(mo.answers[0].contains("seq"));
  EXPECT_EQ(mo.answers[1]["id"], "behind");
  const auto& rounds = house.state().breakouts.run.draft->rounds;
  EXPECT_EQ(rounds.front()[0].size(), 2U);
  EXPECT_EQ(rounds.front()[1].size(), 2U);
  const Json first = mo.answers[0];
  EXPECT_EQ(mo.command("breakout.plan", {{"count", 2}}, "plan"), first) << "once, however often it is sent";
}

TEST(RoomBreakouts, ARebalanceWithoutMovesIsSearchedBesideTheRoomAndMovesFew) {
  House house;
  Client& mo = house.listed(1);
  std::vector<Client*> people;
  for (const char* name : {"Ana", "Ben", "Cleo", "Dora"}) people.push_back(&house.attendee(name));
  const auto id = [&](std::size_t index) { return people[index]->person().value; };
  EXPECT_EQ(mo.code("breakout.rebalance"), "wrong_state");
  open_groups(mo, house, Json::array({Json::array({id(0), id(1), id(2)}), Json::array({id(3)})}));
  EXPECT_EQ(people[0]->code("breakout.rebalance"), "not_allowed");
  mo.take_frames();
  EXPECT_EQ(mo.code("breakout.rebalance"), "accepted");
  EXPECT_EQ(mo.types(), "breakout.moved");
  for (core::GroupId group : house.state().breakouts.run.order) {
    EXPECT_EQ(house.state().breakouts.groups.at(group).members.size(), 2U);
  }
  EXPECT_EQ(mo.code("breakout.rebalance"), "already");
  for (Client* each : people) expect_the_law(house, *each);
  expect_the_law(house, mo);
}

TEST(RoomBreakouts, AnOrderOfTopicsReachesStaffAndThePersonAlone) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  Client& display = house.machine(Role::display);
  mo.command("breakout.offer", {{"topics", {{{"title", "Skills"}}, {{"title", "Money"}, {"capacity", 4}}}}});
  for (Client* each : {&mo, &ana, &ben, &display}) each->take_frames();
  EXPECT_EQ(ana.code("breakout.rank", {{"choices", {1, 0}}}), "accepted");
  EXPECT_EQ(ana.types(), "breakout.ranked");
  EXPECT_EQ(mo.types(), "breakout.ranked");
  EXPECT_EQ(ben.types(), "");
  EXPECT_EQ(display.types(), "");
  for (Client* each : {&mo, &ana, &ben, &display}) expect_the_law(house, *each);
  Client& back = house.attendee("Late");
  expect_the_law(house, back);
}

TEST(RoomBreakouts, WishesThatCannotAllHoldAreNamed) {
  House house;
  Client& mo = house.listed(1);
  const std::uint32_t ana = house.attendee("Ana").person().value;
  const std::uint32_t ben = house.attendee("Ben").person().value;
  house.attendee("Cleo");
  const Json refused = mo.command("breakout.plan", {{"count", 2}, {"together", {{ana, ben}}}, {"apart", {{ana, ben}}}});
  EXPECT_EQ(refused["code"], "bad_data");
  const std::string message = refused["message"];
  EXPECT_NE(message.find("together_and_apart"), std::string::npos) << message;
  EXPECT_NE(message.find(std::to_string(ana)), std::string::npos) << message;
  EXPECT_FALSE(house.state().breakouts.run.draft);
}

TEST(RoomBreakouts, ARoleIsTakenOverFromALineThatIsGone) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  open_groups(mo, house, Json::array({Json::array({ana.person().value, ben.person().value})}));
  EXPECT_EQ(ana.code("breakout.take_role", {{"role", "host"}}), "accepted");
  EXPECT_EQ(ben.code("breakout.take_role", {{"role", "host"}}), "already");
  ana.drop();
  EXPECT_EQ(ben.code("breakout.take_role", {{"role", "host"}}), "accepted");
}

TEST(RoomBreakouts, TheCountdownEndsByTheRoomsClock) {
  House house;
  Client& mo = house.listed(1);
  Client& ana = house.attendee("Ana");
  open_groups(mo, house, Json::array({Json::array({ana.person().value})}));
  mo.command("breakout.close", {{"seconds", 60}});
  house.advance(61'000);
  ana.read();
  EXPECT_EQ(ana.state.breakouts.run.status, core::BreakoutStatus::closed);
  expect_the_law(house, ana);
}

}  // namespace
}  // namespace roundtable::server::test
