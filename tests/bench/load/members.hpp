// People of one Roundtable session on their sockets, for what is not fan-out: they give commands and hear answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "roundtable.hpp"
#include "swarm.hpp"

namespace roundtable::load {

class Members final : SwarmHandler {
 public:
  explicit Members(SessionAddress session);

  // A member's number is its place in the order of adding.
  std::size_t add(std::string token);
  void connect() { swarm_.connect(); }
  std::size_t size() const { return swarm_.size(); }

  // Answers come in the order of the commands.
  void give(std::size_t number, std::string_view type, std::string_view data);
  std::size_t unanswered() const { return unanswered_; }
  void turn(std::int64_t until_ns) { swarm_.turn(until_ns); }
  // Until nobody waits for an answer.
  void settle();

  std::function<void(std::size_t number, std::int64_t took_ns)> on_answer = [](std::size_t, std::int64_t) {};
  std::function<void(std::size_t number, std::string_view text, std::int64_t at_ns)> on_events =
      [](std::size_t, std::string_view, std::int64_t) {};

  std::uint64_t received_bytes(std::size_t number) const { return swarm_.received_bytes(number); }

 private:
  void opened(std::size_t number) override;
  void message(std::size_t number, std::string_view text, std::int64_t at_ns) override;

  SessionAddress session_;
  Swarm swarm_;
  std::vector<std::string> tokens_;
  std::vector<std::deque<std::int64_t>> given_ns_;
  std::size_t unanswered_ = 0;
  std::uint64_t commands_ = 0;
};

// Attendees, and a moderator who asked `questions` questions; these have the numbers 1 to `questions`.
struct VotingSession {
  VotingSession(const SessionAddress& session, std::string_view moderator_invite, std::size_t voters,
                std::size_t questions);
  Members members;
  std::size_t voters;
  std::size_t moderator;
};

std::string question_data(std::size_t question);

}  // namespace roundtable::load
