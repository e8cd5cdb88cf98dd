// Who listens: welcome, resume, who gets which form, gauges and presence.
#include <gtest/gtest.h>

#include "room_house.hpp"
#include "server/room_limits.hpp"
#include "view/show.hpp"

namespace roundtable::server::test {
namespace {

std::string difference(const core::State& built, const core::State& shown) {
  const std::string one = wire::to_text(built);
  const std::string other = wire::to_text(shown);
  std::size_t at = 0;
  while (at < one.size() && at < other.size() && one[at] == other[at]) ++at;
  const std::size_t from = at < 120 ? 0 : at - 120;
  return "\nbuilt: ..." + one.substr(from, 320) + "\nshown: ..." + other.substr(from, 320);
}

void expect_the_law(House& house, Client& client) {
  client.read();
  const core::State shown = view::show(house.state(), client.viewer());
  EXPECT_TRUE(client.state == shown) << difference(client.state, shown);
}

TEST(RoomLines, WelcomeHasTheAgreedShape) {
  House house;
  Client& ana = house.attendee("Ana");
  const Json& welcome = ana.welcome;
  EXPECT_EQ(welcome["you"], (Json{{"participant", ana.person().value}, {"role", "attendee"}, {"group", nullptr}}));
  EXPECT_EQ(welcome["epoch"], house.room().epoch());
  EXPECT_EQ(welcome["seq"], house.rows().size());
  EXPECT_EQ(welcome["now"], house.now_ms);
  EXPECT_TRUE(welcome["tally"].is_object());
  EXPECT_FALSE(welcome.contains("token"));
  EXPECT_FALSE(welcome.contains("resumed"));
  for (const char* name :
       {"session", "agenda", "floor", "people", "questions", "polls", "breakouts", "takeaways", "mine"}) {
    EXPECT_TRUE(welcome["snapshot"][name].is_object()) << name;
  }
  EXPECT_FALSE(welcome["tally"].contains("present")) << "phones get no presence";
  EXPECT_TRUE(house.listed(1).welcome["tally"]["present"].contains("onsite"));
  const Json display = house.machine(Role::display).welcome["tally"]["present"];
  EXPECT_EQ(display, (Json{{"all", 2}})) << "one sum where a part is under five";
}

TEST(RoomLines, ATokenNearItsEndIsRenewedAtTheWelcome) {
  House house;
  Client& ana = house.attendee("Ana");
  TokenFacts token{house.session, ana.person().value, "attendee", house.now_ms + token_renew_below_ms - 1};
  auto peer = std::make_shared<FakePeer>();
  Subscriber* subscriber = house.room().hello(peer, token, {});
  house.settle();
  const Json welcome = (*wire::parse(peer->texts.front()->payload(), std::size_t{1} << 24U))["welcome"];
  ASSERT_TRUE(welcome.contains("token"));
  const auto checked = check_token(house.world->server_key, welcome["token"].get<std::string>(), house.session,
                                   house.now_ms + token_life_ms - 1);
  ASSERT_TRUE(std::holds_alternative<TokenFacts>(checked));
  EXPECT_EQ(std::get<TokenFacts>(checked).participant, ana.person().value);
  house.room().leave(subscriber);
}

TEST(RoomLines, EachBaseGetsItsForm) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  Client& mo = house.listed(1);
  Client& screen = house.machine(Role::display);
  for (Client* each : {&ana, &ben, &mo, &screen}) each->take_frames();
  ana.command("question.ask", {{"text", "Pending?"}});
  EXPECT_EQ(mo.types(), "question.asked");
  EXPECT_EQ(ana.types(), "question.asked");
  EXPECT_EQ(ben.types(), "");
  EXPECT_EQ(screen.types(), "");
  EXPECT_TRUE(ben.take_frames().empty()) << "nothing at all, not even an empty frame";
  mo.command("question.approve", {{"question", 1}});
  EXPECT_EQ(ben.types(), "question.approved");
  EXPECT_EQ(screen.types(), "question.approved");
  ben.read();
  EXPECT_EQ(ben.state.questions.list.at(core::QuestionId{1}).text.text, "Pending?");
  EXPECT_EQ(ben.state.roster.people.count(ana.person()), 1U) << "the first public act introduces";
  for (Client* each : {&ana, &ben, &mo, &screen}) expect_the_law(house, *each);
}

TEST(RoomLines, TwoSocketsOfOnePersonHearTheSame) {
  House house;
  Client& phone = house.attendee("Ana");
  Client& laptop = house.connect(phone.person());
  phone.command("question.ask", {{"text", "Mine"}});
  EXPECT_EQ(laptop.types(), "question.asked");
  expect_the_law(house, laptop);
}

TEST(RoomLines, AResumeBringsExactlyWhatWasMissedWithTheOwnForms) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& mo = house.listed(1);
  Client& ben = house.attendee("Ben");
  ana.command("question.ask", {{"text", "Mine and pending"}});
  ana.read();
  const core::State before = ana.state;
  const ResumePoint point{ana.epoch, ana.seq};
  ana.drop();
  const PersonId person = ana.person();
  mo.command("question.reject", {{"question", 1}, {"reason", "Off topic"}});
  ben.command("question.ask", {{"text", "Of another"}});
  ben.command("hand.raise", {{"kind", "intervention"}});
  const std::size_t rows = house.rows().size();

  Client& back = house.connect(person, point);
  EXPECT_EQ(back.welcome["resumed"], true);
  EXPECT_FALSE(back.welcome.contains("snapshot"));
  EXPECT_EQ(back.welcome["seq"], point.seq);
  EXPECT_EQ(back.types(), "question.rejected hand.raised floor.held");
  EXPECT_EQ(house.rows().size(), rows) << "still present: nothing to record";
  // The client goes on from what it held.
  core::State built = before;
  for (const Json& frame : back.take_frames()) {
    if (!frame.contains("events")) continue;
    EXPECT_EQ(frame["events"]["seq"], rows);
    for (const Json& entry : frame["events"]["list"]) core::apply(built, *wire::read_event(entry));
  }
  const core::State shown = view::show(house.state(), back.viewer());
  EXPECT_TRUE(built == shown) << difference(built, shown);
  EXPECT_EQ(built.mine.questions.at(core::QuestionId{1}).reason.text, "Off topic");

  // And after a restart, from the ring refilled out of the journal.
  house.restart();
  Client& again = house.connect(person, point);
  EXPECT_EQ(again.welcome["resumed"], true);
  EXPECT_EQ(again.types(), "question.rejected hand.raised floor.held");
}

TEST(RoomLines, AResumeFromElsewhereGetsASnapshot) {
  House house;
  Client& ana = house.attendee("Ana");
  const PersonId person = ana.person();
  const auto resumes = [&](ResumePoint point) {
    Client& client = house.connect(person, point);
    EXPECT_NE(client.welcome.contains("resumed"), client.welcome.contains("snapshot"));
    const bool is_resumed = client.welcome.contains("resumed");
    client.drop();
    return is_resumed;
  };
  const auto end = static_cast<std::uint32_t>(house.rows().size());
  EXPECT_TRUE(resumes({ana.epoch, end}));
  EXPECT_FALSE(resumes({ana.epoch + 1, end})) << "another epoch";
  EXPECT_FALSE(resumes({ana.epoch, end + 1})) << "beyond the end";
  EXPECT_FALSE(resumes({ana.epoch, 0})) << "the session's making is only in the snapshot";
}

TEST(RoomLines, AResumeFromBeforeTheRingGetsASnapshot) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& mo = house.listed(1);
  const ResumePoint point{ana.epoch, ana.seq};
  ana.drop();
  mo.command("question.ask", {{"text", "Q"}});
  mo.command("question.approve", {{"question", 1}});
  const std::size_t times = limits::kRingEvents + 10;
  for (std::size_t i = 0; i < times; ++i) mo.send(i % 2 == 0 ? "question.vote" : "question.unvote", {{"question", 1}});
  house.settle();
  Client& back = house.connect(ana.person(), point);
  EXPECT_TRUE(back.welcome.contains("snapshot"));
  expect_the_law(house, back);
  const auto end = static_cast<std::uint32_t>(house.rows().size());
  EXPECT_TRUE(house.connect(ana.person(), ResumePoint{ana.epoch, end - 100}).welcome.contains("resumed"));
}

TEST(RoomLines, AResumeTellsNoGaugeThatIsNotOnDisk) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& mo = house.listed(1);
  mo.command("question.ask", {{"text", "Q"}});
  mo.command("question.approve", {{"question", 1}});
  ana.read();
  house.journal->plan = {Append::hold};
  mo.send("question.vote", {{"question", 1}});
  house.settle();
  Client& back = house.connect(ana.person(), ResumePoint{ana.epoch, ana.seq});
  EXPECT_TRUE(back.take_frames().empty());
  house.journal->let_go();
  house.settle();
  back.read();
  EXPECT_EQ(back.welcome["tally"]["questions"]["1"], 1);
}

TEST(RoomLines, TheNinthSocketReplacesTheOldest) {
  House house;
  Client& first = house.attendee("Ana");
  std::vector<Client*> others;
  for (int i = 0; i < 7; ++i) others.push_back(&house.connect(first.person()));
  EXPECT_FALSE(first.peer->closed_with);
  house.connect(first.person());
  EXPECT_EQ(first.peer->closed_with, close_code::kReplaced);
  const auto frames = first.take_frames();
  EXPECT_EQ(frames.back()["bye"]["code"], close_code::kReplaced);
  EXPECT_FALSE(others[0]->peer->closed_with);
  for (int i = 0; i < 20; ++i) EXPECT_FALSE(house.machine(Role::display).peer->closed_with) << "displays: no bound";
}

TEST(RoomLines, ManySocketsAtOnceLeaveTheNewestEight) {
  House house;
  const PersonId person = house.join("Ana");
  TokenFacts token{house.session, person.value, "attendee", house.now_ms + token_life_ms};
  std::vector<std::shared_ptr<FakePeer>> peers;
  std::vector<Subscriber*> lines;
  for (int i = 0; i < 12; ++i) {  // nobody is told of the closed ones meanwhile
    peers.push_back(std::make_shared<FakePeer>());
    lines.push_back(house.room().hello(peers.back(), token, {}));
  }
  house.settle();
  for (std::size_t i = 0; i < 12; ++i) EXPECT_EQ(peers[i]->closed_with.has_value(), i < 4) << i;
  for (Subscriber* each : lines) house.room().leave(each);
}

TEST(RoomLines, ARemovedPersonIsSentAway) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& mo = house.listed(1);
  ana.take_frames();
  mo.command("person.remove", {{"person", ana.person().value}});
  EXPECT_EQ(ana.peer->closed_with, close_code::kRemoved);
  EXPECT_EQ(ana.take_frames().back()["bye"]["code"], close_code::kRemoved);
  EXPECT_FALSE(ana.is_open());
}

TEST(RoomLines, TenMinutesAwayCountAsLeftAtTheMomentTheLineWent) {
  House house;
  Client& ana = house.attendee("Ana");
  ana.command("hand.raise", {{"kind", "intervention"}});
  house.advance(60'000);
  const std::int64_t went_ms = house.now_ms;
  ana.drop();
  house.advance(core::limits::away_counts_as_left_ms - 30'000);
  EXPECT_TRUE(house.state().roster.people.at(ana.person()).is_present) << "away is not left";
  house.advance(60'000);
  const core::Person& person = house.state().roster.people.at(ana.person());
  EXPECT_FALSE(person.is_present);
  EXPECT_EQ(person.attended_ms, went_ms - house_begins_ms);
  EXPECT_EQ(house.state().floor.hands.size(), 1U) << "the hand stays";
  EXPECT_EQ(house.rows().back().type, "person.left");
  EXPECT_EQ(house.timer_count(), 0U) << "nothing left to look after";

  Client& back = house.connect(ana.person());
  EXPECT_TRUE(house.state().roster.people.at(ana.person()).is_present);
  expect_the_law(house, back);
}

TEST(RoomLines, AShortDropIsNoEvent) {
  House house;
  Client& ana = house.attendee("Ana");
  const std::size_t rows = house.rows().size();
  ana.drop();
  house.advance(5 * 60'000);
  ana.hello(ResumePoint{ana.epoch, ana.seq});
  house.advance(30 * 60'000);
  EXPECT_EQ(house.rows().size(), rows);
}

TEST(RoomLines, WhoJoinsAndNeverConnectsCountsAsLeft) {
  House house;
  const PersonId person = house.join("Ana");
  house.advance(core::limits::away_counts_as_left_ms + 30'000);
  EXPECT_FALSE(house.state().roster.people.at(person).is_present);
}

TEST(RoomLines, AfterARestartWhoDoesNotComeBackCountsAsLeft) {
  House house;
  Client& ana = house.attendee("Ana");
  Client& ben = house.attendee("Ben");
  const PersonId gone = ana.person();
  const PersonId back = ben.person();
  house.restart();
  house.connect(back);
  house.advance(core::limits::away_counts_as_left_ms + 30'000);
  EXPECT_FALSE(house.state().roster.people.at(gone).is_present);
  EXPECT_TRUE(house.state().roster.people.at(back).is_present);
}

TEST(RoomTally, StaffAndDisplaysHearAtMostFourTimesASecondAndTheLastValueComes) {
  House house;
  Client& mo = house.listed(1);
  Client& screen = house.machine(Role::display);
  std::vector<Client*> voters;
  for (int i = 0; i < 30; ++i) voters.push_back(&house.attendee("P" + std::to_string(i)));
  mo.command("question.ask", {{"text", "Q"}});
  mo.command("question.approve", {{"question", 1}});
  house.advance(60'000);
  mo.take_frames();
  screen.take_frames();
  for (Client* each : voters) {
    each->send("question.vote", {{"question", 1}});
    house.advance(50);
  }
  house.advance(5'000);
  for (Client* each : {&mo, &screen}) {
    const auto tallies = each->tallies();
    ASSERT_FALSE(tallies.empty());
    for (std::size_t i = 1; i < tallies.size(); ++i) {
      EXPECT_GE(tallies[i]["at"].get<std::int64_t>() - tallies[i - 1]["at"].get<std::int64_t>(), 250);
    }
    Json last_votes;
    Json last_representative;
    for (const Json& tally : tallies) {
      if (tally["data"].contains("questions")) last_votes = tally["data"]["questions"]["1"];
      if (tally["data"].contains("representative")) last_representative = tally["data"]["representative"];
    }
    EXPECT_EQ(last_votes, 30);
    EXPECT_EQ(last_representative, Json::array({1}));
  }
}

TEST(RoomTally, PhonesHearInGapsThatDouble) {
  House house;
  Client& mo = house.listed(1);
  Client& phone = house.attendee("Phone");
  Client& voter = house.attendee("Voter");
  mo.command("question.ask", {{"text", "Q"}});
  mo.command("question.approve", {{"question", 1}});
  house.advance(60'000);
  phone.take_frames();
  const std::int64_t begin_ms = house.now_ms;
  for (int i = 0; i < 1'001; ++i) {  // a change every 100 ms, for 100 s
    voter.send(i % 2 == 0 ? "question.vote" : "question.unvote", {{"question", 1}});
    house.advance(100);
  }
  std::vector<std::int64_t> at;
  for (const Json& tally : phone.tallies()) at.push_back(tally["at"].get<std::int64_t>() - begin_ms);
  EXPECT_EQ(at, (std::vector<std::int64_t>{250, 750, 1'750, 3'750, 7'750, 15'750, 31'750, 61'750, 91'750}));
  house.advance(60'000);
  const auto tallies = phone.tallies();
  EXPECT_EQ(tallies.back()["data"]["questions"]["1"], 1) << "the last value always comes";
  // After a gap without change it starts at 250 ms again.
  phone.take_frames();
  voter.send("question.unvote", {{"question", 1}});
  house.advance(250);
  ASSERT_EQ(phone.tallies().size(), 1U);
  EXPECT_EQ(phone.tallies()[0]["data"]["questions"]["1"], 0);
}

TEST(RoomTally, PhonesGetNoPresence) {
  House house;
  Client& mo = house.listed(1);
  Client& phone = house.attendee("Phone");
  Client& screen = house.machine(Role::display);
  house.advance(1'000);
  mo.take_frames();
  screen.take_frames();
  phone.take_frames();
  house.attendee("Ana");
  house.advance(1'000);
  EXPECT_EQ(mo.tallies().size(), 1U);
  EXPECT_EQ(mo.tallies()[0]["data"]["present"]["not_stated"], 3);
  EXPECT_EQ(screen.tallies()[0]["data"]["present"], (Json{{"all", 3}}));
  EXPECT_TRUE(phone.take_frames().empty()) << "a join costs a phone nothing";
}

}  // namespace
}  // namespace roundtable::server::test
