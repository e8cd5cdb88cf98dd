// The real journal, told by a test to fail.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
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

  void let_go() {
    std::vector<std::function<void()>> held = std::move(held_);
    held_.clear();
    for (auto& each : held) each();
  }
  void append(std::string session, Position expected, std::vector<Row> batch, Done done) override {
    ++appends;
    const Append what = plan.empty() ? Append::pass : plan.front();
    if (!plan.empty()) plan.pop_front();
    if (what == Append::hold) {
      held_.push_back([this, session, expected, batch, done] { pass(session, expected, batch, done); });
    } else if (what == Append::refuse) {
      tell(std::move(done), {AppendStatus::refused, {}, "as the test asked"});
    } else if (what == Append::unknown_and_lost) {
      tell(std::move(done), {AppendStatus::unknown, {}, "as the test asked"});
    } else if (what == Append::unknown_but_there) {
      pass(session, expected, batch, [done = std::move(done)](const AppendResult&) {
        done({AppendStatus::unknown, {}, "as the test asked"});
      });
    } else {
      pass(session, expected, batch, std::move(done));
    }
  }
  void erase(std::string session, std::vector<PartRef> parts, Done done) override {
    ++in_flight_;
    real_.erase(std::move(session), std::move(parts), [this, done = std::move(done)](const AppendResult& result) {
      --in_flight_;
      done(result);
    });
  }
  void keep(std::string session, KeyState state, Done done) override {
    ++in_flight_;
    real_.keep(std::move(session), std::move(state), [this, done = std::move(done)](const AppendResult& result) {
      --in_flight_;
      done(result);
    });
  }
  std::vector<KeyState> key_states(const std::string& session) override {
    fail_if_unreadable();
    return real_.key_states(session);
  }
  std::vector<std::pair<std::string, std::uint32_t>> marks(const std::string& session, std::uint32_t to_seq) override {
    fail_if_unreadable();
    return real_.marks(session, to_seq);
  }
  std::vector<Row> read(const std::string& session, std::uint32_t from_seq) override {
    fail_if_unreadable();
    read_from_seq = from_seq;
    return real_.read(session, from_seq);
  }
  Position position(const std::string& session) override {
    fail_if_unreadable();
    return real_.position(session);
  }
  std::string last_hash(const std::string& session) override { return real_.last_hash(session); }
  std::vector<std::string> sessions() override { return real_.sessions(); }
  Following follow(std::string session, std::uint32_t from, std::function<void(std::vector<Row>)> rows) override {
    return real_.follow(std::move(session), from, std::move(rows));
  }
  std::uint32_t epoch(const std::string& session) override { return real_.epoch(session); }

 private:
  void pass(const std::string& session, const Position& expected, const std::vector<Row>& batch, Done done) {
    ++in_flight_;
    real_.append(session, expected, batch, [this, done = std::move(done)](const AppendResult& result) {
      --in_flight_;
      done(result);
    });
  }
  void tell(Done done, AppendResult result) {
    ++in_flight_;
    post_([this, done = std::move(done), result = std::move(result)] {
      --in_flight_;
      done(result);
    });
  }
  void fail_if_unreadable() {
    if (unreadable <= 0) return;
    --unreadable;
    throw JournalError("as the test asked");
  }

  Journal& real_;
  Post post_;
  std::size_t in_flight_ = 0;
  std::vector<std::function<void()>> held_;
};

}  // namespace roundtable::server::test
