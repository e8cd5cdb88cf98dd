#include "faulty_journal.hpp"

namespace roundtable::server::test {

void FaultyJournal::let_go() {
  std::vector<std::function<void()>> held = std::move(held_);
  held_.clear();
  for (auto& each : held) each();
}

void FaultyJournal::append(std::string session, Position expected, std::vector<Row> batch, Done done) {
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

void FaultyJournal::erase(std::string session, std::vector<PartRef> parts, Done done) {
  ++in_flight_;
  real_.erase(std::move(session), std::move(parts), [this, done = std::move(done)](const AppendResult& result) {
    --in_flight_;
    done(result);
  });
}

void FaultyJournal::keep(std::string session, KeyState state, Done done) {
  ++in_flight_;
  real_.keep(std::move(session), std::move(state), [this, done = std::move(done)](const AppendResult& result) {
    --in_flight_;
    done(result);
  });
}

std::vector<KeyState> FaultyJournal::key_states(const std::string& session) {
  fail_if_unreadable();
  return real_.key_states(session);
}

std::vector<std::pair<std::string, std::uint32_t>> FaultyJournal::marks(const std::string& session,
                                                                        std::uint32_t to_seq) {
  fail_if_unreadable();
  return real_.marks(session, to_seq);
}

std::vector<Row> FaultyJournal::read(const std::string& session, std::uint32_t from_seq) {
  fail_if_unreadable();
  read_from_seq = from_seq;
  return real_.read(session, from_seq);
}

Position FaultyJournal::position(const std::string& session) {
  fail_if_unreadable();
  return real_.position(session);
}

Journal::Following FaultyJournal::follow(std::string session, std::uint32_t from,
                                         std::function<void(std::vector<Row>)> rows) {
  return real_.follow(std::move(session), from, std::move(rows));
}

void FaultyJournal::pass(const std::string& session, const Position& expected, const std::vector<Row>& batch,
                         Done done) {
  ++in_flight_;
  real_.append(session, expected, batch, [this, done = std::move(done)](const AppendResult& result) {
    --in_flight_;
    done(result);
  });
}

void FaultyJournal::tell(Done done, AppendResult result) {
  ++in_flight_;
  post_([this, done = std::move(done), result = std::move(result)] {
    --in_flight_;
    done(result);
  });
}

void FaultyJournal::fail_if_unreadable() {
  if (unreadable <= 0) return;
  --unreadable;
  throw JournalError("as the test asked");
}

}  // namespace roundtable::server::test
