#include "members.hpp"

#include <stdexcept>
#include <utility>

#include "clock.hpp"

namespace roundtable::load {

Members::Members(SessionAddress session) : session_(std::move(session)), swarm_(session_.port, *this) {}

std::size_t Members::add(std::string token) {
  tokens_.push_back(std::move(token));
  given_ns_.emplace_back();
  return swarm_.add(session_upgrade(session_));
}

void Members::opened(std::size_t number) {
  swarm_.send(number, hello(tokens_[number]));
}

void Members::give(std::size_t number, std::string_view type, std::string_view data) {
  given_ns_[number].push_back(now_ns());
  ++unanswered_;
  swarm_.send(number, command("c" + std::to_string(++commands_), type, data));
}

void Members::message(std::size_t number, std::string_view text, std::int64_t at_ns) {
  expect_no_nack(text);
  const Frames kind = kind_of(text);
  if (kind == Frames::welcome) swarm_.ready(number);
  if (kind == Frames::events || kind == Frames::welcome) on_events(number, text, at_ns);
  if (kind != Frames::ack) return;
  const std::int64_t took_ns = at_ns - given_ns_[number].front();
  given_ns_[number].pop_front();
  --unanswered_;
  on_answer(number, took_ns);
}

void Members::settle() {
  const std::int64_t deadline = now_ns() + 10 * ns_per_second;
  while (unanswered_ > 0) {
    turn(now_ns() + 10 * ns_per_ms);
    if (now_ns() > deadline) throw std::runtime_error(std::to_string(unanswered_) + " commands were not answered");
  }
}

VotingSession::VotingSession(const SessionAddress& session, std::string_view moderator_invite, std::size_t voter_count,
                             std::size_t questions)
    : members(session), voters(voter_count), moderator(voter_count) {
  for (std::string& token : join_attendees(session, voters)) members.add(std::move(token));
  members.add(join_with(session, moderator_invite));
  members.connect();
  for (std::size_t question = 1; question <= questions; ++question) {
    members.give(moderator, "question.ask", R"({"text":"What about point )" + std::to_string(question) + R"(?"})");
  }
  members.settle();
}

std::string question_data(std::size_t question) {
  return R"({"question":)" + std::to_string(question) + "}";
}

}  // namespace roundtable::load
