// A room with everything around it in one thread: a real journal in a temporary folder that can be told to fail, an own
// clock, own timers, and peers that remember what they were sent. Nothing here sleeps.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
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
std::string house_file();

class FakePeer : public Peer {
 public:
  void send(Frame frame) override;
  void close(std::uint16_t code, std::string_view) override;
  const std::string& remote_address() const override { return address_; }

  std::deque<Frame> texts;
  std::optional<std::uint16_t> closed_with;

 private:
  std::string address_ = "test";
};

class Client;

class House {
 public:
  explicit House(std::uint32_t command_rate = 0, JournalOptions options = {});
  /// A copy of a data folder that another server left, with one session.
  explicit House(const std::filesystem::path& left);
  ~House() { shut(); }
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  /// As after a crash: the room's memory is gone, what the journal has is there.
  void restart();
  void shut();
  void open();

  Room& room() { return *rooms->find(session); }
  const core::State& state() { return room().state(); }

  /// Until nothing is left to do before time goes by.
  void settle();
  void advance(std::int64_t by_ms);

  JoinAnswer join(const JoinRequest& request);
  PersonId join(const std::string& name, Roles roles = {Role::attendee});

  /// A person of the file, joined and connected; 0: nobody behind it, as for a display.
  Client& listed(std::uint32_t person, std::optional<ResumePoint> resume = {});
  Client& attendee(const std::string& name);
  Client& machine(Role role);
  Client& connect(PersonId person, std::optional<ResumePoint> resume = {});
  /// All of them are gone, and references to them are void.
  void forget_clients();

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
  static void copy(const std::filesystem::path& from, const std::filesystem::path& to);

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

  void hello(std::optional<ResumePoint> resume = {});
  /// What comes stays with the peer.
  void hello_unread(std::optional<ResumePoint> resume = {});
  void drop();
  bool is_open() const { return subscriber_ != nullptr; }

  void send(const std::string& type, Json data = Json::object(), std::string id = {},
            std::optional<std::int64_t> until_ms = {});
  /// The answer: the body of `ack` or `nack`.
  Json command(const std::string& type, Json data = Json::object(), std::string id = {},
               std::optional<std::int64_t> until_ms = {});
  std::string code(const std::string& type, Json data = Json::object());

  /// Takes in what came, as a browser does.
  void read();
  /// The frames since the last call.
  std::vector<Json> take_frames();
  /// The types of all events since the last call of take_frames, tallies apart.
  std::string types();
  std::vector<Json> tallies();

  view::Viewer viewer() const;
  /// As whom it acts: since a merge of entries as the one that the room says, not its token.
  PersonId person() const;
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
  void take(const std::string& name, const Json& body);

  TokenFacts token_;
  House& house_;
  Subscriber* subscriber_ = nullptr;
  int commands_ = 0;
};

}  // namespace roundtable::server::test
