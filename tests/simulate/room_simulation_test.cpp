// A whole session in one thread from one seed: people act, drop, come back and repeat themselves, while the journal
// refuses, does not know, is read back late, or loses its power. Whatever happens: a command that was acknowledged is
// in the journal once, nothing else is told, and what each client built is what `show` says.
#include <gtest/gtest.h>

#include <cstdlib>

#include "core/random_history.hpp"
#include "server/journal_verify.hpp"
#include "server/room_house.hpp"
#include "simulate/power_cut_vfs.hpp"
#include "view/show.hpp"

namespace roundtable::simulate {
namespace {

using server::ResumePoint;
using server::Row;
using server::test::Append;
using server::test::Client;
using server::test::House;
using wire::Json;

/// `ROUNDTABLE_HISTORIES` asks for more (or fewer) than usual.
std::uint64_t histories(std::uint64_t usual) {
  const char* wanted = std::getenv("ROUNDTABLE_HISTORIES");
  return wanted == nullptr ? usual : std::strtoull(wanted, nullptr, 10);
}

struct Sent {
  core::PersonId person;
  std::string id;
  std::string type;
  Json data;
  std::optional<std::uint32_t> acked;
};

class Simulation {
 public:
  Simulation(std::uint64_t seed, bool cuts_power)
      : history_(seed),
        cuts_power_(cuts_power),
        vfs_("room-" + std::to_string(seed) + (cuts_power ? "-cut" : ""), seed),
        house_(0, options()) {
    for (std::uint32_t person = 1; person <= 5; ++person) clients_.push_back(&house_.listed(person));
    for (int i = 0; i < 4; ++i) clients_.push_back(&house_.attendee("Attendee " + std::to_string(i)));
    clients_.push_back(&house_.connect(clients_.back()->person()));
    clients_.push_back(&house_.machine(core::Role::display));
  }

  void run(int steps) {
    for (int i = 0; i < steps && !::testing::Test::HasFailure(); ++i) step();
    bring_peace();
    expect_all();
    say_everything_again();
    expect_all();
  }

  std::size_t acked() const {
    return static_cast<std::size_t>(
        std::count_if(sent_.begin(), sent_.end(), [](const Sent& each) { return each.acked; }));
  }
  std::size_t restarts = 0;

 private:
  test::Random& random() { return history_.random; }

  server::JournalOptions options() {
    server::JournalOptions made;
    if (cuts_power_) made.vfs = vfs_.name();
    return made;
  }

  void step() {
    if (vfs_.is_off() && random().one_in(2)) return restart();
    if (cuts_power_ && random().one_in(8)) vfs_.make_room();
    switch (random().below(16)) {
      case 0:
        return plan_fault();
      case 1:
        return drop_or_return();
      case 2:
        if (random().one_in(3)) restart();
        return;
      case 3:
        house_.journal->let_go();
        return settle();
      case 4:
        return repeat();
      case 5:
        return settle();
      default:
        return act();
    }
  }

  void act() {
    history_.state = house_.state();
    name_voters();
    history_.now_ms = house_.now_ms;
    const auto drawn = history_.draw();
    // A room asks a journal without power four times a second: there the time between commands is short.
    const std::int64_t passed_ms =
        std::min<std::int64_t>(history_.now_ms - house_.now_ms, cuts_power_ ? 5'000 : 400'000);
    if (passed_ms > 0) {
      house_.advance(passed_ms);
      read_all();
    }
    if (drawn.stamp.actor.is_room || holds<core::CloseSession>(drawn.command)) return;
    Sent command;
    command.person = drawn.stamp.actor.person;
    command.id = "c" + std::to_string(sent_.size());
    command.type = core::name_of(drawn.command);
    const std::string text = visit([](const auto& each) { return wire::to_text(each); }, drawn.command);
    command.data = wire::parse(text, std::size_t{1} << 20U).value_or(Json::object());
    if (send(command)) sent_.push_back(command);
  }

  /// The history knows voters by the story's names for them.
  void name_voters() {
    const auto names = names_of("question votes");
    for (auto& [id, question] : history_.state.questions.list) {
      std::map<core::Alias, core::Groups> voters;
      for (const auto& [alias, groups] : question.voters) voters[names.at(alias)] = groups;
      question.voters = std::move(voters);
    }
    for (auto& [group, inside] : history_.state.breakouts.insides) {
      for (auto& [id, question] : inside.questions) {
        std::set<std::string> voters;
        for (const std::string& alias : question.voters) voters.insert(names.at(alias));
        question.voters = std::move(voters);
      }
    }
    for (auto& [id, poll] : history_.state.polls.list) {
      const auto voters = names_of("poll " + std::to_string(id.value));
      decltype(poll.ballots) ballots;
      for (const auto& [alias, ballot] : poll.ballots) ballots[voters.at(alias)] = ballot;
      poll.ballots = std::move(ballots);
    }
  }
  std::map<core::Alias, core::Alias> names_of(const std::string& purpose) {
    std::map<core::Alias, core::Alias> names;
    for (const auto& [id, person] : history_.state.roster.people) {
      names[server::alias(house_.room().key(), id.value, purpose)] = test::alias_of(id);
    }
    return names;
  }

  bool send(const Sent& command) {
    for (Client* each : clients_) {
      if (each->person() != command.person || !each->is_open() || each->peer->closed_with) continue;
      each->send(command.type, command.data, command.id);
      return true;
    }
    return false;
  }
  void repeat() {
    if (!sent_.empty()) send(sent_[random().below(sent_.size())]);
  }

  void drop_or_return() {
    Client& client = *clients_[random().below(clients_.size())];
    if (client.is_open()) return random().one_in(2) ? client.drop() : read_all();
    come_back(client);
  }
  void come_back(Client& client) {
    const auto& people = house_.state().roster.people;
    if (client.person() && (!people.contains(client.person()) || people.at(client.person()).is_removed)) return;
    client.hello(ResumePoint{client.epoch, client.seq});
    read_all();
  }

  void plan_fault() {
    if (cuts_power_) {
      constexpr DiskFault faults[] = {DiskFault::power_cut,  DiskFault::power_cut, DiskFault::write_error,
                                      DiskFault::sync_error, DiskFault::sync_lies, DiskFault::full};
      return vfs_.plan(faults[random().below(std::size(faults))], static_cast<unsigned>(random().below(20)));
    }
    constexpr Append faults[] = {Append::refuse, Append::unknown_but_there, Append::unknown_and_lost, Append::hold};
    house_.journal->plan.push_back(faults[random().below(std::size(faults))]);
    if (random().one_in(3)) house_.journal->unreadable = static_cast<int>(random().below(6));
  }

  void restart() {
    ++restarts;
    house_.shut();
    for (int attempt = 0;; ++attempt) {
      if (cuts_power_) vfs_.power_on();
      try {
        house_.open();
        break;
      } catch (const server::JournalError& error) {
        house_.shut();
        ASSERT_LT(attempt, 5) << error.what();
      }
    }
    settle();
    ASSERT_NE(house_.rooms->find(house_.session), nullptr) << house_.rooms->closed_because(house_.session);
    for (Client* each : clients_) {
      if (random().one_in(2)) come_back(*each);
    }
    expect_the_ledger();
  }

  void settle() {
    house_.settle();
    read_all();
  }
  void read_all() {
    for (Client* each : clients_) {
      if (each->peer) each->read();
      for (const Json& answer : std::exchange(each->answers, {})) note(*each, answer);
      each->frames.clear();
    }
  }
  void note(const Client& client, const Json& answer) {
    for (Sent& each : sent_) {
      if (each.person != client.person() || each.id != answer["id"] || !answer.contains("seq")) continue;
      const auto seq = answer["seq"].get<std::uint32_t>();
      EXPECT_EQ(each.acked.value_or(seq), seq) << "the same ack again";
      each.acked = seq;
    }
  }

  void bring_peace() {
    if (cuts_power_) {
      restart();
      vfs_.make_room();
    }
    house_.journal->plan.clear();
    house_.journal->unreadable = 0;
    house_.journal->let_go();
    house_.advance(5'000);
    read_all();
    for (Client* each : clients_) {
      if (!each->is_open()) come_back(*each);
    }
    settle();
  }

  void expect_the_ledger() {
    std::map<std::string, std::vector<std::uint32_t>> seqs;
    std::uint32_t last = 0;
    for (const Row& row : house_.rows()) {
      EXPECT_EQ(row.seq, ++last) << "no gap";
      if (!row.mark.empty()) seqs[row.mark].push_back(row.seq);
    }
    for (const auto& [mark, all] : seqs) EXPECT_EQ(all.size(), 1U) << mark << " twice";
    const server::Key& key = house_.room().key();
    for (const Sent& each : sent_) {
      if (!each.acked) continue;
      const std::string poll = each.data.contains("poll") ? wire::dump(each.data["poll"]) : std::string();
      const std::string marks[] = {std::to_string(each.person.value) + "/" + each.id,
                                   server::alias(key, each.person.value, "question votes") + "/" + each.id,
                                   server::alias(key, each.person.value, "poll " + poll) + "/" + each.id,
                                   server::alias(key, each.person.value, "command:" + each.id)};
      std::vector<std::uint32_t> found;
      for (const std::string& mark : marks) {
        if (seqs.contains(mark)) found.push_back(seqs[mark].front());
      }
      // A turn's settling follows its command: the mark stands on the last row.
      EXPECT_EQ(found, std::vector<std::uint32_t>{*each.acked}) << each.type << " " << each.id;
    }
  }
  void expect_all() {
    expect_the_ledger();
    for (Client* each : clients_) {
      if (!each->is_open()) continue;
      const core::State shown = view::show(house_.state(), each->viewer());
      EXPECT_TRUE(each->state == shown) << "person " << each->person().value << " holds\n"
                                        << wire::to_text(each->state) << "\nshown\n"
                                        << wire::to_text(shown);
    }
    EXPECT_TRUE(server::verify_journal(house_.folder()).good());
  }
  void say_everything_again() {
    const std::size_t before = acked();
    for (const Sent& each : sent_) {
      if (each.acked) send(each);
    }
    settle();
    EXPECT_EQ(acked(), before);
  }

  test::RandomHistory history_;
  bool cuts_power_;
  PowerCutVfs vfs_;
  House house_;
  std::vector<Client*> clients_;
  std::vector<Sent> sent_;
};

TEST(RoomSimulation, WhateverTheJournalAnswers) {
  std::size_t acked = 0;
  for (std::uint64_t seed = 1; seed <= histories(40) && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Simulation simulation(seed, false);
    simulation.run(250);
    acked += simulation.acked();
  }
  EXPECT_GT(acked, histories(40) * 10) << "the simulation does something";
}

TEST(RoomSimulation, WheneverThePowerGoes) {
  std::size_t acked = 0;
  std::size_t restarts = 0;
  for (std::uint64_t seed = 1; seed <= histories(40) && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Simulation simulation(seed, true);
    simulation.run(250);
    acked += simulation.acked();
    restarts += simulation.restarts;
  }
  EXPECT_GT(acked, histories(40) * 10);
  EXPECT_GT(restarts, histories(40));
}

}  // namespace
}  // namespace roundtable::simulate
