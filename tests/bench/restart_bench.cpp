// A restart with many long sessions, and a late joiner: what the rooms need from the journal's files to being there,
// beside reading the same rows and replaying all of them. Bars and readings stand in README.md.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "server/room_house.hpp"

namespace roundtable::server::test {
namespace {

struct Size {
  std::size_t sessions = 100;
  std::uint32_t events = 10'000;
  std::uint32_t people = 300;
  std::uint32_t questions = 100;
  std::size_t rounds = 3;
};

constexpr std::size_t commands_a_group = 50;  // that the journal writes together
constexpr std::size_t connected = 25;         // who say everything, in the making
constexpr std::size_t late_joiners = 50;

JournalOptions without_syncs() {
  JournalOptions options;
  options.never_sync = true;  // only the making of the sessions writes
  return options;
}

template <class Work>
double ms_of(Work work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> all) {
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

class Sessions {
 public:
  explicit Sessions(const Size& size) : size_(size) {
    house_.key_state_events = limits::kKeyStateEvents;
    house_.restart();
    // Of different lengths, because what a start has to replay hangs on where the last key state lies.
    for (std::uint32_t index = 0; index < size_.sessions; ++index) fill(size_.events + index * 10);
  }

  void report() {
    std::size_t rows = 0;
    std::vector<double> read_ms;
    std::vector<double> replay_ms;
    std::vector<double> restore_ms;
    for (std::size_t round = 0; round < size_.rounds; ++round) {
      rows = 0;
      read_ms.push_back(ms_of([&] {
        for (const std::string& each : house_.journal->sessions()) rows += house_.journal->read(each, 1).size();
      }));
      replay_ms.push_back(restart_ms(""));
      restore_ms.push_back(restart_ms("this"));
    }
    std::printf("%zu sessions, %zu events, %u people each\n", house_.rooms->size(), rows, size_.people);
    std::printf("%-44s%10.0f ms\n", "reading all rows", median(read_ms));
    std::printf("%-44s%10.0f ms\n", "restart that replays all of them", median(replay_ms));
    std::printf("%-44s%10.0f ms\n", "restart from key states", median(restore_ms));
    std::vector<double> joins_ms;
    for (std::size_t joiner = 0; joiner < late_joiners; ++joiner) joins_ms.push_back(late_joiner_ms(joiner));
    std::printf("%-44s%10.1f ms median, %.1f ms at most\n", "late joiner, from hello to the welcome", median(joins_ms),
                *std::max_element(joins_ms.begin(), joins_ms.end()));
  }

 private:
  double restart_ms(const std::string& build) {
    house_.shut();
    house_.build = build;
    const double all_ms = ms_of([&] { house_.open(); });
    house_.settle();
    return all_ms;
  }
  double late_joiner_ms(std::size_t joiner) {
    const PersonId person = house_.join("Late " + std::to_string(joiner));  // an event: what was encoded is out of date
    TokenFacts token;
    token.session = house_.session;
    token.participant = person.value;
    token.role = core::name_of(Role::attendee);
    token.expires_ms = house_.now_ms + token_life_ms;
    const auto peer = std::make_shared<FakePeer>();
    Subscriber* subscriber = nullptr;
    const double all_ms = ms_of([&] {
      subscriber = house_.room().hello(peer, token, {});
      house_.settle();
    });
    if (peer->texts.empty()) throw std::runtime_error("the late joiner was not welcomed");
    house_.room().leave(subscriber);
    return all_ms;
  }

  void fill(std::uint32_t events) {
    const wire::CheckedFile checked = wire::check_session_file(house_file());
    house_.rooms->create(*checked.file,
                         [this](const std::shared_ptr<Room>& made) { house_.session = made->session(); });
    house_.settle();
    Client& moderator = house_.listed(1);
    std::vector<Client*> crowd;
    std::size_t joined = 0;
    while (joined + 5 < size_.people) {
      JoinRequest request;
      request.profile.name = core::Words("Person number " + std::to_string(joined));
      request.profile.stakeholder_group = static_cast<core::StakeholderGroup>(below(7));
      request.profile.regional_group = static_cast<core::RegionalGroup>(below(8));
      const PersonId person = house_.join(request).participant;
      if (crowd.size() < connected) crowd.push_back(&house_.connect(person));
      ++joined;
    }
    moderator.send("phase.next");
    for (std::uint32_t question = 1; question <= size_.questions; ++question) {
      crowd[question % crowd.size()]->send("question.ask", {{"text", "Who audits the systems that small states buy?"}});
      moderator.send("question.approve", {{"question", question}});
      moderator.send("floor.give", {{"person", question % 5 + 1}, {"expected", nullptr}});
      settle(moderator, crowd);
    }
    std::size_t sent = 0;
    while (house_.state().session.session.empty() || house_.room().durable_seq() < events) {
      Client& voter = *crowd[below(crowd.size())];
      voter.send(below(4) == 0 ? "question.unvote" : "question.vote", {{"question", below(size_.questions) + 1}});
      if (++sent % commands_a_group == 0) settle(moderator, crowd);
    }
    settle(moderator, crowd);
    house_.forget_clients();
  }
  void settle(Client& moderator, const std::vector<Client*>& crowd) {
    house_.advance(1'000);
    for (Client* each : crowd) each->peer->texts.clear();
    moderator.peer->texts.clear();
  }
  std::uint64_t below(std::uint64_t most) { return draws_() % most; }

  Size size_;
  House house_{0, without_syncs()};
  std::mt19937_64 draws_{7};
};

}  // namespace
}  // namespace roundtable::server::test

int main(int argc, char** argv) {
  roundtable::server::test::Size size;
  if (argc > 1 && std::strcmp(argv[1], "--quick") == 0) size = {3, 1'500, 30, 10, 1};
  roundtable::server::test::Sessions(size).report();
  return 0;
}
