#include "fanout.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "clock.hpp"

namespace roundtable::load {

namespace {

constexpr std::int64_t kDrainNs = 20 * ns_per_second;
constexpr std::int64_t kLongestTurnNs = 20 * ns_per_ms;
constexpr std::size_t kFewestEvents = 3;  // delivered to all in a window; a slow server's window is longer
constexpr std::int64_t kPatienceNs = 10 * ns_per_second;

}  // namespace

Fanout::Fanout(const DialectChoice& choice, Processes server)
    : dialect_(open_dialect(choice)),
      server_(std::move(server)),
      listeners_(choice.listeners),
      swarm_(choice.port, *this),
      expected_(choice.listeners) {
  for (std::size_t number = 0; number <= listeners_; ++number) swarm_.add(dialect_->upgrade(number));
}

void Fanout::opened(std::size_t number) {
  react(number, dialect_->opened(number));
}

void Fanout::react(std::size_t number, const Reaction& reaction) {
  if (!reaction.reply.empty()) swarm_.send(number, reaction.reply);
  if (reaction.is_ready) swarm_.ready(number);
}

void Fanout::message(std::size_t number, std::string_view text, std::int64_t at_ns) {
  std::string_view rest = text;
  auto mark = take_mark(rest);
  if (!mark) react(number, dialect_->message(text));
  if (number == listeners_) return;  // the publisher may hear itself; that is no delivery
  if (mark) delivered_bytes_ = swarm_.frame_bytes();
  for (; mark; mark = take_mark(rest)) delivered(number, *mark, at_ns);
}

void Fanout::delivered(std::size_t number, const Mark& mark, std::int64_t at_ns) {
  if (mark.index != expected_[number]) {
    throw std::runtime_error("connection " + std::to_string(number) + " got event " + std::to_string(mark.index) +
                             " in place of " + std::to_string(expected_[number]));
  }
  ++expected_[number];
  --missing_[mark.index - oldest_];
  while (!missing_.empty() && missing_.front() == 0) {
    missing_.pop_front();
    ++oldest_;
  }
  if (!is_measuring_) return;
  ++figures_.deliveries;
  figures_.latency.record(at_ns - mark.sent_ns);
}

void Fanout::publish() {
  missing_.push_back(listeners_);
  swarm_.send(listeners_, dialect_->publish(published_, mark_text({now_ns(), published_}) + padding_));
  ++published_;
  ++figures_.events;
}

void Fanout::drain() {
  const std::int64_t deadline = now_ns() + kDrainNs;
  while (!missing_.empty()) {
    swarm_.turn(now_ns() + kLongestTurnNs);
    if (now_ns() > deadline) throw std::runtime_error("events did not reach every listener");
  }
}

void Fanout::set_event_bytes(std::size_t bytes) {
  padding_.clear();
  publish();
  drain();
  padding_.assign(bytes > delivered_bytes_ ? bytes - delivered_bytes_ : 0, '.');
}

template <class SendDue>
FanoutFigures Fanout::measure(double seconds, SendDue send_due) {
  const std::int64_t begin_ns = now_ns() + seconds_ns(std::min(seconds / 4, 0.5));  // first the server warms up
  const auto run_until = [&](std::int64_t end_ns) {
    while (now_ns() < end_ns) swarm_.turn(std::min(end_ns, send_due()));
  };
  const auto has_enough = [&] { return figures_.deliveries >= kFewestEvents * listeners_; };
  run_until(begin_ns);
  figures_ = {};
  const std::int64_t server_cpu = cpu_ns(server_);
  const std::int64_t own_cpu = own_cpu_ns();
  const std::int64_t started_ns = now_ns();
  is_measuring_ = true;
  run_until(started_ns + seconds_ns(seconds));
  while (!has_enough() && now_ns() < started_ns + seconds_ns(seconds) + kPatienceNs) run_until(now_ns() + ns_per_ms);
  is_measuring_ = false;
  if (!has_enough()) throw std::runtime_error("too slow to be measured");
  figures_.seconds = static_cast<double>(now_ns() - started_ns) / static_cast<double>(ns_per_second);
  figures_.server_cpu_ns = cpu_ns(server_) - server_cpu;
  figures_.own_cpu_ns = own_cpu_ns() - own_cpu;
  FanoutFigures figures = std::move(figures_);
  drain();
  return figures;
}

FanoutFigures Fanout::pace(double events_a_second, double seconds) {
  const std::int64_t gap_ns = seconds_ns(1 / events_a_second);
  std::int64_t next_ns = now_ns();
  return measure(seconds, [&] {
    for (; next_ns <= now_ns(); next_ns += gap_ns) publish();
    return next_ns;
  });
}

FanoutFigures Fanout::saturate(std::size_t in_flight, double seconds) {
  return measure(seconds, [&] {
    while (missing_.size() < in_flight) publish();
    return std::numeric_limits<std::int64_t>::max();
  });
}

}  // namespace roundtable::load
