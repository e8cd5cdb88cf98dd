// The real journal, told by a test to fail.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "server/journal.hpp"

namespace roundtable::server::test {

/// What the journal does with the next batch.
enum class Append { pass, refuse, unknown_but_there, unknown_and_lost, hold };

/// The real journal behind it; counts what is on its way, so that a test knows when nothing is.
class FaultyJournal : public Journal {
 public:
  FaultyJournal(Journal& real, Post post) : real_(real), post_(std::move(post)) {}

  std::deque<Append> plan;          // for the next batches; then they pass
  int unreadable = 0;               // so many reads fail
  std::size_t appends = 0;          // asked for so far
  std::uint32_t read_from_seq = 0;  // of the last read
  std::size_t in_flight() const { return in_flight_; }

  void let_go();
  void append(std::string session, Position expected, std::vector<Row> batch, Done done) override;
  void erase(std::string session, std::vector<PartRef> parts, Done done) override;
  void keep(std::string session, KeyState state, Done done) override;
  std::vector<KeyState> key_states(const std::string& session) override;
  std::vector<std::pair<std::string, std::uint32_t>> marks(const std::string& session, std::uint32_t to_seq) override;
  std::vector<Row> read(const std::string& session, std::uint32_t from_seq) override;
  Position position(const std::string& session) override;
  std::string last_hash(const std::string& session) override { return real_.last_hash(session); }
  std::vector<std::string> sessions() override { return real_.sessions(); }
  Following follow(std::string session, std::uint32_t from, std::function<void(std::vector<Row>)> rows) override;
  std::uint32_t epoch(const std::string& session) override { return real_.epoch(session); }

 private:
  void pass(const std::string& session, const Position& expected, const std::vector<Row>& batch, Done done);
  void tell(Done done, AppendResult result);
  void fail_if_unreadable();

  Journal& real_;
  Post post_;
  std::size_t in_flight_ = 0;
  std::vector<std::function<void()>> held_;
};

}  // namespace roundtable::server::test
