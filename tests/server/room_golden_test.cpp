// Journals that released versions wrote must load for ever: tests/golden/journals/vN holds a data folder of each.
// `ROUNDTABLE_WRITE_GOLDEN=vN server_test --gtest_filter='RoomGolden.*'` writes the one of this version, once.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "room_house.hpp"
#include "server/journal_verify.hpp"

namespace roundtable::server::test {
namespace {

std::filesystem::path golden_folder() {
  return std::filesystem::path(ROUNDTABLE_SOURCE_DIR) / "tests/golden/journals";
}

Json facts_of(House& house) {
  const core::State& state = house.state();
  std::int64_t votes = 0;
  for (const auto& [id, question] : state.questions.list) votes += static_cast<std::int64_t>(question.voters.size());
  return {{"session", house.session},
          {"code", state.session.code},
          {"status", core::name_of(state.session.status)},
          {"rows", house.rows().size()},
          {"last_hash", house.journal->last_hash(house.session)},
          {"people", state.roster.people.size()},
          {"questions", state.questions.list.size()},
          {"votes", votes},
          {"hands", state.floor.hands.size()},
          {"turns", state.floor.turns.size()},
          {"items", state.takeaways.items.size()},
          {"signals", state.signals.active.size()},
          {"announcement", state.announcement ? state.announcement->text.text : ""}};
}

/// Gives one command a second, and keeps how each was acknowledged.
class Script {
 public:
  explicit Script(House& house) : house_(house) {}

  void operator()(Client& who, const char* type, Json data = Json::object()) {
    house_.advance(1'000);
    const std::string id = "golden-" + std::to_string(acks_.size());
    const Json answer = who.command(type, data, id);
    ASSERT_TRUE(answer.contains("seq")) << type << " " << answer;
    acks_.push_back(
        {{"person", who.person().value}, {"id", id}, {"type", type}, {"data", data}, {"seq", answer["seq"]}});
  }
  void take_back(Client& who) { (*this)(who, "undo", {{"seq", acks_.back()["seq"]}}); }
  const Json& acks() const { return acks_; }

 private:
  House& house_;
  Json acks_ = Json::array();
};

/// The line-up, the floor's modes, and what is taken back.
void live_on_stage(House& house, Client& mo, Client& ana, Client& ben, Script& say) {
  const auto first = [&] {
    const auto& held = house.state().floor.held;
    return held.empty() ? Json() : Json(held.front().hand.value);
  };
  say(mo, "talk.add", {{"phase", 1}, {"person", 1}, {"seconds", 120}});
  say(mo, "talk.add", {{"phase", 1}, {"person", 3}, {"seconds", 120}});
  const auto talk = house.state().lineup.talks.rbegin()->first.value;
  say(mo, "talk.move", {{"talk", talk}, {"before", house.state().agenda.phases.begin()->second.talks.front().value}});
  say(mo, "talk.away", {{"talk", talk}});
  say(mo, "talk.back", {{"talk", talk}});
  say(mo, "talk.start", {{"talk", talk}});
  say(mo, "floor.end");
  say(mo, "talk.drop", {{"talk", talk - 1}});
  say(mo, "floor.mode", {{"mode", "collecting"}});
  say(mo, "floor.turn_length", {{"seconds", 75}});
  say(mo, "floor.policy", {{"policy", "first_come"}});
  say(ben, "hand.raise", {{"kind", "intervention"}});
  const auto hand = house.state().floor.hands.rbegin()->first.value;
  say(mo, "hand.away", {{"hand", hand}});
  say(ben, "hand.back", {{"hand", hand}});
  say(mo, "floor.give", {{"hand", first()}, {"expected", first()}});
  say(mo, "floor.pause");
  say(mo, "floor.resume");
  say(mo, "floor.did_not_speak");
  say(mo, "floor.give", {{"hand", first()}, {"expected", first()}});
  say.take_back(mo);
  say(mo, "phase.next");
  say.take_back(mo);
  say(ana, "question.ask", {{"text", "A slip?"}});
  say(mo, "question.reject", {{"question", house.state().counters.question}, {"reason", "A slip"}});
  say.take_back(mo);
  say(mo, "session.close");
  say.take_back(mo);
}

/// A poll from its draft to its results, and one that is dropped.
void vote(House& house, Client& mo, Client& stu, Client& ana, Client& ben, Script& say) {
  say(mo, "poll.create", {{"kind", "words"}, {"title", "One word?"}});
  say(mo, "poll.edit", {{"poll", 1}, {"kind", "words"}, {"title", "In one word?"}, {"live", true}});
  say(mo, "poll.open", {{"poll", 1}});
  say(ana, "poll.vote", {{"poll", 1}, {"choice", {"trust"}}});
  say(ben, "poll.vote", {{"poll", 1}, {"choice", {"care", "time"}}});
  say(ben, "poll.unvote", {{"poll", 1}});
  say(mo, "poll.show", {{"poll", 1}});
  say(mo, "poll.close", {{"poll", 1}});
  say.take_back(mo);
  say(mo, "poll.close", {{"poll", 1}});
  say(mo, "poll.pass_words", {{"poll", 1}, {"answers", {0}}});
  say(mo, "poll.publish", {{"poll", 1}});
  say(mo, "poll.unpublish", {{"poll", 1}});
  say(mo, "poll.create", {{"kind", "temperature"}, {"title", "Agreed?"}});
  say(mo, "poll.open", {{"poll", 2}});
  say(stu, "poll.count_hands", {{"poll", 2}, {"counts", {30, 4, 1}}});
  say(ana, "poll.vote", {{"poll", 2}, {"choice", 0}});
  say(mo, "poll.create", {{"kind", "dots"}, {"title", "Where?"}, {"choices", {"A", "B"}}, {"dots", 9}});
  say(mo, "poll.drop", {{"poll", 3}});
  house.advance(11'000);
}

/// Two breakout groups, from the plan to the report.
void live_in_groups(House& house, Client& mo, Client& ana, Client& ben, Script& say) {
  const std::uint32_t a = ana.person().value;
  const std::uint32_t b = ben.person().value;
  say(mo, "breakout.offer", {{"topics", {{{"title", "Skills"}}, {{"title", "Money"}, {"capacity", 4}}}}});
  say(ana, "breakout.rank", {{"choices", {1, 0}}});
  say(mo, "breakout.plan", {{"groups", {{a}, {b}}}});
  const auto groups = [&] { return house.state().breakouts.run.draft->groups; };
  const std::uint32_t one = groups()[0].group.value;
  const std::uint32_t two = groups()[1].group.value;
  say(mo, "breakout.move", {{"person", a}, {"group", two}});
  say(mo, "breakout.open", {{"seconds", 420}});
  say(mo, "breakout.move", {{"person", a}, {"group", one}});
  say(mo, "breakout.extend", {{"seconds", 60}});
  say(mo, "breakout.tick", {{"person", a}, {"on", true}});
  say(mo, "breakout.set_call", {{"group", one}, {"url", "https://call.example/1"}});
  say(mo, "breakout.broadcast", {{"text", "Two minutes left"}});
  say(ana, "breakout.listen", {{"on", true}});
  say(ana, "breakout.call_moderator", {{"reason", "We are stuck"}});
  say(mo, "breakout.answer_call", {{"group", one}});
  say(ana, "breakout.take_role", {{"role", "host"}});
  say(ana, "group.raise_hand");
  say(ana, "group.lower_hand");
  say(ana, "group.give_floor", {{"person", a}});
  say(ana, "group.end_turn");
  say(ana, "group.ask", {{"text", "Who pays?"}});
  say(ana, "group.upvote", {{"question", 1}});
  say(ana, "group.answered", {{"question", 1}});
  for (const char* text : {"Skills", "Money", "Law"}) say(ana, "note.add", {{"text", text}, {"mark", "claim"}});
  say(ana, "note.edit", {{"note", 1}, {"revision", 1}, {"text", "Skills first"}});
  say(ana, "note.move", {{"note", 1}});
  say(ana, "note.remove", {{"note", 2}});
  say(mo, "breakout.merge_groups", {{"group", one}, {"into", two}});
  say(mo, "breakout.close", {{"seconds", 60}});
  say(mo, "breakout.reopen");
  say(mo, "breakout.close", {{"seconds", 0}});
  say(mo, "breakout.report_back", {{"seconds", 60}});
  say(mo, "breakout.show", {{"group", two}});
}

/// A session in which every event of this version happens.
void live_through_everything(House& house, Script& say) {
  Client& mo = house.listed(1);
  Client& stu = house.listed(3);
  Client& rae = house.listed(4);
  Client& ana = house.attendee("Ana Ünïcode 🙂");
  Client& ben = house.attendee("Ben");
  Client& away = house.attendee("Away");
  say(mo, "rehearsal.start");
  say(ana, "question.ask", {{"text", "Can you hear me?"}});
  say(mo, "rehearsal.end");
  say(mo, "phase.add", {{"title", "A break"}, {"kind", "break"}, {"seconds", 600}});
  say(mo, "phase.move", {{"phase", 3}, {"before", 2}});
  say(mo, "phase.drop", {{"phase", 3}});
  say.take_back(mo);
  say(mo, "phase.drop", {{"phase", 3}});
  say(mo, "phase.next");
  say(mo, "phase.extend", {{"phase", 1}, {"seconds", 60}});
  say(mo, "phase.pause");
  say(mo, "phase.resume");
  say(mo, "agenda.fit", {{"phases", {{{"phase", 2}, {"seconds", 1'800}}}}});
  say(mo, "announce", {{"text", "Welcome"}});
  say(mo, "announcement.show", {{"announcement", 1}});
  house.room().caption({core::Words("Good morning"), "en", 1}, [](const auto&) {});
  say(stu, "person.add", {{"profile", {{"name", "In the room"}, {"modality", "onsite"}}}});
  say(stu, "hand.raise", {{"kind", "intervention"}, {"for", 9}});
  say(ana, "hand.raise", {{"kind", "intervention"}});
  say(ben, "hand.raise", {{"kind", "technical"}});
  say(ana, "hand.text", {{"hand", 2}, {"text", "I ask for a fund"}});
  say(stu, "person.extra_time", {{"person", ana.person().value}, {"percent", 50}});
  say(mo, "hand.accept", {{"hand", 3}});
  say(ben, "hand.lower", {{"hand", 3}});
  const auto first = house.state().floor.held.front().hand.value;
  say(mo, "floor.give", {{"hand", first}, {"expected", first}});
  say(mo, "floor.extend", {{"seconds", 30}});
  say(mo, "floor.end");
  say(ana, "person.update", {{"person", ana.person().value}, {"profile", {{"name", "Ana"}, {"modality", "online"}}}});
  say(ana, "question.ask", {{"text", "One?"}});
  say(ana, "question.edit", {{"question", 2}, {"text", "The one?"}});
  say(ben, "question.ask", {{"text", "Unsigned?"}, {"anonymous", true}});
  say(ben, "question.ask", {{"text", "Rejected?"}});
  say(ben, "question.ask", {{"text", "Withdrawn?"}});
  say(ben, "question.withdraw", {{"question", 5}});
  say(mo, "question.reject", {{"question", 4}, {"reason", "Off topic"}});
  say(mo, "question.approve", {{"question", 2}});
  say(mo, "question.approve", {{"question", 3}});
  say(ben, "question.vote", {{"question", 2}});
  say(ana, "question.vote", {{"question", 3}});
  say(ana, "question.unvote", {{"question", 3}});
  say(mo, "question.merge", {{"question", 3}, {"into", 2}});
  say(mo, "question.unmerge", {{"question", 3}});
  say(mo, "question.show", {{"question", 2}});
  say(mo, "question.answer", {{"question", 2}, {"text", "Yes."}});
  say(mo, "question.dismiss", {{"question", 3}});
  live_on_stage(house, mo, ana, ben, say);
  vote(house, mo, stu, ana, ben, say);
  live_in_groups(house, mo, ana, ben, say);
  for (int i = 0; i < 3; ++i) {
    say(rae, "takeaway.draft", {{"kind", "takeaway"}, {"title", "T" + std::to_string(i)}, {"body", "B"}});
  }
  say(rae, "takeaway.edit", {{"item", 1}, {"revision", 1}, {"title", "T"}, {"body", "Better"}});
  say(rae, "takeaway.move", {{"item", 2}, {"before", 1}});
  say(rae, "takeaway.link", {{"item", 1}, {"evidence", {{"question", 2}}}});
  say(rae, "takeaway.link", {{"item", 1}, {"evidence", {{"turn", 1}}}});
  say(rae, "takeaway.unlink", {{"item", 1}, {"evidence", {{"turn", 1}}}});
  say(rae, "takeaway.publish", {{"item", 1}});
  say(rae, "takeaway.publish", {{"item", 2}});
  say(rae, "takeaway.show", {{"item", 2}});
  say(rae, "takeaway.hide", {{"item", 2}});
  say(rae, "takeaway.remove", {{"item", 3}});
  say(ana, "signal.send", {{"signal", "cannot_hear"}});
  say(ana, "signal.send", {{"signal", "technical_help"}});
  say(stu, "signal.answer", {{"signal", "technical_help"}, {"answer", "seen"}});
  say(stu, "staff.say", {{"text", "Row 5 waits"}, {"to", "moderator"}});
  say(mo, "cue.send", {{"person", ana.person().value}, {"cue", "unmute"}});
  say(rae, "jot.add", {{"text", "A note"}});
  say(rae, "jot.edit", {{"jot", 1}, {"revision", 1}, {"text", "A better note"}});
  say(rae, "takeaway.link", {{"item", 1}, {"evidence", {{"jot", 1}}}});
  say(mo, "jot.add", {{"text", "Another's"}});
  say(mo, "jot.remove", {{"jot", 2}});
  say(mo, "signal.clear", {{"signal", "cannot_hear"}});
  say(stu, "person.pass", {{"people", {{{"person", ben.person().value}, {"name", "Ben"}}}}});
  say(stu, "person.hide", {{"person", ben.person().value}});
  say(stu, "head_count.set", {{"room", 90}, {"call", 80}});
  const PersonId twice = house.attendee("Ana again").person();
  say(mo, "display.blank", {{"blank", true}});
  say(mo, "session.joins", {{"mode", "approval"}});
  for (const char* name : {"Let in", "Turned away"}) {
    JoinRequest request;
    request.profile.name = core::Words(name);
    request.request = name;
    house.join(request);
  }
  say(stu, "person.admit", {{"knocks", {1}}});
  say(stu, "person.turn_away", {{"knocks", {2}}});
  say(rae, "narrative.write", {{"part", "discussion"}, {"revision", 0}, {"text", "Many agreed"}});
  say(stu, "person.merge", {{"from", twice.value}, {"into", ana.person().value}});
  house.settle();
  say(stu, "person.unmerge", {{"person", twice.value}});
  house.room().renew(core::RenewLink{Role::display, std::nullopt}, [](const auto&) {});
  const PersonId gone = away.person();
  away.drop();
  house.advance(core::limits::away_counts_as_left_ms + 30'000);
  house.connect(gone);
  say(mo, "person.remove", {{"person", gone.value}});
  say(mo, "phase.next");
  say(mo, "phase.next");
  say(mo, "session.close");
  say(rae, "report.finish");
  say(mo, "report.reopen");
}

TEST(RoomGolden, IsWrittenOnRequest) {
  const char* version = std::getenv("ROUNDTABLE_WRITE_GOLDEN");
  House house;
  Script script(house);
  live_through_everything(house, script);
  std::set<std::string> types;
  for (const Row& row : house.rows()) types.insert(row.type);
  for (std::string_view type : wire::event_names()) EXPECT_TRUE(types.contains(std::string(type))) << type;
  if (version == nullptr) return;
  const auto folder = golden_folder() / version;
  ASSERT_FALSE(std::filesystem::exists(folder)) << "what is released stays as it is";
  std::filesystem::create_directories(folder / "data/keys");
  const Json expected = {{"facts", facts_of(house)}, {"acks", script.acks()}};
  house.shut();  // moves the log into the file
  std::filesystem::copy(house.folder() / "journal.sqlite", folder / "data/journal.sqlite");
  std::filesystem::copy(house.folder() / "keys", folder / "data/keys");
  std::ofstream(folder / "expected.json") << expected.dump(1) << '\n';
}

TEST(RoomGolden, EveryReleasedJournalLoads) {
  std::size_t versions = 0;
  for (const auto& version : std::filesystem::directory_iterator(golden_folder())) {
    SCOPED_TRACE(version.path().filename().string());
    std::ostringstream text;
    text << std::ifstream(version.path() / "expected.json").rdbuf();
    const auto expected = wire::parse(text.str(), std::size_t{1} << 20U);
    ASSERT_TRUE(expected);
    House house(version.path() / "data");
    ASSERT_FALSE(house.session.empty()) << (house.log.empty() ? "no session" : house.log.back());
    const Json& facts = (*expected)["facts"];
    EXPECT_EQ(facts_of(house), facts);
    EXPECT_TRUE(verify_journal(house.folder(), facts["last_hash"].get<std::string>()).good());
    for (const Json& ack : (*expected)["acks"]) {
      const PersonId person{ack["person"].get<std::uint32_t>()};
      Client& client = house.connect(person);
      EXPECT_EQ(client.command(ack["type"], ack["data"], ack["id"])["seq"], ack["seq"]) << ack;
      client.drop();
    }
    ++versions;
  }
  EXPECT_GE(versions, 1U);
}

}  // namespace
}  // namespace roundtable::server::test
