// A room with everything around it in one thread: a real journal in a temporary folder that can be told to fail, an own
// clock, own timers, and peers that remember what they were sent. Nothing here sleeps.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "faulty_journal.hpp"
#include "server/journal_sqlite.hpp"
#include "server/rooms.hpp"
#include "simulate/journal_driver.hpp"
#include "wire/codec.hpp"
#include "wire/session_file.hpp"

namespace roundtable::server::test {

using core::PersonId;
using core::Role;
using core::Roles;
using wire::Json;

inline constexpr std::int64_t house_begins_ms = 1'772'442'000'000;

/// People 1 to 5 are one of each role that a file names; everybody else joins.
inline std::string house_file() {
  return R"({"title": "A town hall", "starts_at": "2026-03-02T10:00:00+01:00", "duration_min": 60,
    "people": [{"name": "Mo", "roles": ["moderator"]}, {"name": "Ona", "roles": ["online_moderator"]},
               {"name": "Stu", "roles": ["steward"]}, {"name": "Rae", "roles": ["rapporteur"]},
               {"name": "Spe", "roles": ["speaker"]}],
    "phases": [{"title": "Talks", "kind": "presentations", "minutes": 20},
               {"title": "Everyone", "kind": "discussion", "minutes": 40}]})";
}

class FakePeer : public Peer {
 public:
  void send(Frame frame) override {
    if (!closed_with) texts.push_back(std::move(frame));
  }
  void close(std::uint16_t code, std::string_view) override {
    if (!closed_with) closed_with = code;
  }
  const std::string& remote_address() const override { return address_; }

  std::deque<Frame> texts;
  std::optional<std::uint16_t> closed_with;

 private:
  std::string address_ = "test";
};

class Client;

class House {
 public:
  explicit House(std::uint32_t command_rate = 0, JournalOptions options = {})
      : command_rate_(command_rate), options_(std::move(options)), keys_(folder_.path(), system_random()) {
    open();
    const wire::CheckedFile checked = wire::check_session_file(house_file());
    rooms->create(*checked.file, [this](const std::shared_ptr<Room>& made) {
      if (made) session = made->session();
    });
    settle();
  }
  /// A copy of a data folder that another server left, with one session.
  explicit House(const std::filesystem::path& left)
      : command_rate_(0), keys_((copy(left, folder_.path()), folder_.path()), system_random()) {
    open();
    if (!rooms->all().empty()) session = rooms->all().begin()->first;
    settle();
  }
  ~House() { shut(); }
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  /// As after a crash: the room's memory is gone, what the journal has is there.
  void restart() {
    shut();
    open();
    settle();
  }
  void shut() {
    for (auto& client : clients_) drop_all(*client);
    rooms.reset();
    world.reset();
    journal.reset();
    real_.reset();
    mailbox_.run_ready();
    timers_.clear();
  }
  void open() {
    real_ = open_sqlite_journal(folder_.path(), mailbox_.post(), options_);
    journal = std::make_unique<FaultyJournal>(*real_, mailbox_.post());
    world.reset(new RoomWorld{*journal, [this] { return now_ms; }, system_random(), mailbox_.post(),
                              [this](std::int64_t delay_ms, std::function<void()> work) {
                                timers_.emplace(now_ms + delay_ms, std::move(work));
                              },
                              [this](std::string_view line) { log.emplace_back(line); }, keys_.server_key(),
                              command_rate_});
    world->build = build;
    world->key_state_events = key_state_events;
    rooms = std::make_unique<Rooms>(*world, keys_);
    rooms->restore();
  }

  Room& room() { return *rooms->find(session); }
  const core::State& state() { return room().state(); }

  /// Until nothing is left to do before time goes by.
  void settle() {
    for (;;) {
      mailbox_.run_ready();
      if (journal->in_flight() > 0) {
        mailbox_.run_until([this] { return journal->in_flight() == 0; });
        continue;
      }
      if (!close_lines()) return;
    }
  }
  void advance(std::int64_t by_ms) {
    const std::int64_t until_ms = now_ms + by_ms;
    settle();
    while (!timers_.empty() && timers_.begin()->first <= until_ms) {
      const auto first = timers_.begin();
      now_ms = std::max(now_ms, first->first);
      const auto work = std::move(first->second);
      timers_.erase(first);
      work();
      settle();
    }
    now_ms = until_ms;
  }

  JoinAnswer join(const JoinRequest& request) {
    JoinAnswer answer;
    room().join(request, [&](JoinAnswer told) { answer = std::move(told); });
    settle();
    return answer;
  }
  PersonId join(const std::string& name, Roles roles = {Role::attendee}) {
    JoinRequest request;
    request.roles = roles;
    request.profile.name = core::Words(name);
    return join(request).participant;
  }

  /// A person of the file, joined and connected; 0: nobody behind it, as for a display.
  Client& listed(std::uint32_t person, std::optional<ResumePoint> resume = {});
  Client& attendee(const std::string& name);
  Client& machine(Role role);
  Client& connect(PersonId person, std::optional<ResumePoint> resume = {});
  /// All of them are gone, and references to them are void.
  void forget_clients() {
    for (auto& client : clients_) drop_all(*client);
    clients_.clear();
  }

  std::vector<Row> rows() { return real_->read(session, 1); }
  const std::filesystem::path& folder() const { return folder_.path(); }
  std::size_t timer_count() const { return timers_.size(); }

  std::string build = "this";  // from the next start on
  std::uint32_t key_state_events = 20;
  std::int64_t now_ms = house_begins_ms;
  std::string session;
  std::vector<std::string> log;
  std::unique_ptr<FaultyJournal> journal;
  std::unique_ptr<RoomWorld> world;
  std::unique_ptr<Rooms> rooms;

 private:
  static void copy(const std::filesystem::path& from, const std::filesystem::path& to) {
    using namespace std::filesystem;
    std::filesystem::copy(from, to, copy_options::recursive);
    for (const auto& key : directory_iterator(to / "keys")) {
      permissions(key.path(), perms::owner_read | perms::owner_write);  // a checkout knows no mode 600
    }
  }

  friend class Client;
  void drop_all(Client& client);
  bool close_lines();

  std::uint32_t command_rate_;
  JournalOptions options_;
  simulate::TemporaryFolder folder_;
  KeyFolder keys_;
  simulate::Mailbox mailbox_;
  std::unique_ptr<Journal> real_;
  std::multimap<std::int64_t, std::function<void()>> timers_;
  std::vector<std::unique_ptr<Client>> clients_;
};

/// One socket, and what its browser would hold.
class Client {
 public:
  Client(House& house, TokenFacts token) : token_(std::move(token)), house_(house) {}

  void hello(std::optional<ResumePoint> resume = {}) {
    hello_unread(resume);
    read();
  }
  /// What comes stays with the peer.
  void hello_unread(std::optional<ResumePoint> resume = {}) {
    peer = std::make_shared<FakePeer>();
    subscriber_ = house_.room().hello(peer, token_, resume);
    house_.settle();
  }
  void drop() {
    if (subscriber_ != nullptr) house_.room().leave(subscriber_);
    subscriber_ = nullptr;
  }
  bool is_open() const { return subscriber_ != nullptr; }

  void send(const std::string& type, Json data = Json::object(), std::string id = {},
            std::optional<std::int64_t> until_ms = {}) {
    if (id.empty()) id = "c" + std::to_string(++commands_);
    house_.room().command(subscriber_, CommandFrame{id, type, std::move(data), until_ms});
  }
  /// The answer: the body of `ack` or `nack`.
  Json command(const std::string& type, Json data = Json::object(), std::string id = {},
               std::optional<std::int64_t> until_ms = {}) {
    if (id.empty()) id = "c" + std::to_string(++commands_);
    send(type, std::move(data), id, until_ms);
    house_.settle();
    read();
    return answers.empty() ? Json() : answers.back();
  }
  std::string code(const std::string& type, Json data = Json::object()) {
    return command(type, std::move(data)).value("code", "accepted");
  }

  /// Takes in what came, as a browser does.
  void read() {
    while (!peer->texts.empty()) {
      const auto json = wire::parse(peer->texts.front()->payload(), std::size_t{64} << 20U);
      peer->texts.pop_front();
      ASSERT_TRUE(json && json->is_object() && json->size() == 1);
      frames.push_back(*json);
      take(json->begin().key(), json->begin().value());
    }
  }
  /// The frames since the last call.
  std::vector<Json> take_frames() {
    read();
    return std::exchange(frames, {});
  }
  /// The types of all events since the last call of take_frames, tallies apart.
  std::string types() {
    read();
    std::string all;
    for (const Json& frame : frames) {
      if (!frame.contains("events")) continue;
      for (const Json& entry : frame["events"]["list"]) {
        if (entry["type"] != "tally") all += (all.empty() ? "" : " ") + entry["type"].get<std::string>();
      }
    }
    return all;
  }
  std::vector<Json> tallies() {
    read();
    std::vector<Json> all;
    for (const Json& frame : frames) {
      if (!frame.contains("events")) continue;
      for (const Json& entry : frame["events"]["list"]) {
        if (entry["type"] == "tally") all.push_back(entry);
      }
    }
    return all;
  }

  view::Viewer viewer() const {
    view::Viewer made;
    made.person = person();
    made.roles = token_.participant ? house_.room().state().roster.people.at(made.person).roles
                                    : Roles{*core::from_name<Role>(token_.role)};
    made.base = view::base_of(made.roles);
    if (!made.person) return made;
    made.vote_alias = alias(house_.room().key(), made.person.value, "question votes");
    made.poll_alias = [key = house_.room().key(), person = made.person](core::PollId poll) {
      return alias(key, person.value, "poll " + std::to_string(poll.value));
    };
    return made;
  }
  /// As whom it acts: since a merge of entries as the one that the room says, not its token.
  PersonId person() const {
    if (welcome.contains("you") && welcome["you"]["participant"].is_number()) {
      return PersonId{welcome["you"]["participant"].get<std::uint32_t>()};
    }
    return token_.participant ? PersonId{*token_.participant} : PersonId{};
  }
  std::string name_of_row(const std::string& id) const { return std::to_string(person().value) + "/" + id; }

  std::shared_ptr<FakePeer> peer;
  std::vector<Json> frames;
  std::vector<Json> answers;
  Json welcome;
  core::State state;
  std::uint32_t epoch = 0;
  std::uint32_t seq = 0;  // holds everything to here

 private:
  friend class House;
  void take(const std::string& name, const Json& body) {
    if (name == "welcome") {
      welcome = body;
      epoch = body["epoch"].get<std::uint32_t>();
      seq = body["seq"].get<std::uint32_t>();
      if (body.contains("snapshot")) {
        const auto read_state = wire::read_snapshot(body["snapshot"]);
        ASSERT_TRUE(read_state);
        state = *read_state;
      }
    }
    if (name == "ack" || name == "nack") answers.push_back(body);
    if (name == "ack") {
      EXPECT_LE(body["seq"].get<std::uint32_t>(), seq) << "an ack follows what it rests on";
    }
    if (name != "events") return;
    const auto frame_seq = body["seq"].get<std::uint32_t>();
    EXPECT_GE(frame_seq, seq);
    for (const Json& entry : body["list"]) {
      if (entry["type"] == "tally") continue;
      const auto event = wire::read_event(entry);
      ASSERT_TRUE(event) << entry;
      EXPECT_GT(event->seq, seq) << "nothing twice: " << entry;
      EXPECT_LE(event->seq, frame_seq);
      core::apply(state, *event);
    }
    seq = frame_seq;
  }

  TokenFacts token_;
  House& house_;
  Subscriber* subscriber_ = nullptr;
  int commands_ = 0;
};

inline void House::drop_all(Client& client) {
  client.drop();
}
inline bool House::close_lines() {
  bool closed = false;
  for (auto& client : clients_) {
    if (client->subscriber_ == nullptr || !client->peer->closed_with) continue;
    client->drop();
    closed = true;
  }
  return closed;
}
inline Client& House::connect(PersonId person, std::optional<ResumePoint> resume) {
  TokenFacts token;
  token.session = session;
  token.participant = person.value;
  token.role = core::name_of(state().roster.people.at(person).roles.first());
  token.expires_ms = now_ms + token_life_ms;
  clients_.push_back(std::make_unique<Client>(*this, token));
  clients_.back()->hello(resume);
  return *clients_.back();
}
inline Client& House::listed(std::uint32_t person, std::optional<ResumePoint> resume) {
  JoinRequest request;
  request.person = PersonId{person};
  request.keeps_profile = true;
  join(request);
  return connect(PersonId{person}, resume);
}
inline Client& House::attendee(const std::string& name) {
  return connect(join(name));
}
inline Client& House::machine(Role role) {
  TokenFacts token;
  token.session = session;
  token.role = core::name_of(role);
  token.expires_ms = now_ms + token_life_ms;
  clients_.push_back(std::make_unique<Client>(*this, token));
  clients_.back()->hello();
  return *clients_.back();
}

}  // namespace roundtable::server::test
