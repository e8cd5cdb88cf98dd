// One publisher, many listeners: how many events reach how many of them, how late, and what it costs the server.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dialect.hpp"
#include "histogram.hpp"
#include "mark.hpp"
#include "swarm.hpp"
#include "usage.hpp"

namespace roundtable::load {

struct FanoutFigures {
  double seconds = 0;
  std::uint64_t events = 0;      // sent in the window
  std::uint64_t deliveries = 0;  // an event at a listener, however many shared a frame
  std::int64_t server_cpu_ns = 0;
  std::int64_t own_cpu_ns = 0;
  Histogram latency;  // from sending an event to reading it at one listener
};

class Fanout final : SwarmHandler {
 public:
  Fanout(const DialectChoice& choice, Processes server);
  void connect() { swarm_.connect(); }

  // Makes each delivery this long on the wire, frame header and the server's wrapping included.
  void set_event_bytes(std::size_t bytes);

  // So many events a second, whether or not they arrive.
  FanoutFigures pace(double events_a_second, double seconds);
  // The next event goes out when one of `in_flight` has reached its last listener.
  FanoutFigures saturate(std::size_t in_flight, double seconds);

 private:
  struct Window {
    std::int64_t begin_ns;
    std::int64_t end_ns;
  };
  void opened(std::size_t number) override;
  void message(std::size_t number, std::string_view text, std::int64_t at_ns) override;
  void react(std::size_t number, const Reaction& reaction);
  void delivered(std::size_t number, const Mark& mark, std::int64_t at_ns);
  void publish();
  void drain();
  template <class SendDue>
  FanoutFigures measure(double seconds, SendDue send_due);

  std::unique_ptr<Dialect> dialect_;
  Processes server_;
  std::size_t listeners_;
  Swarm swarm_;

  std::string padding_;
  std::size_t delivered_bytes_ = 0;  // on the wire, of the last frame that held events
  std::uint32_t published_ = 0;
  std::uint32_t oldest_ = 0;             // of those in flight
  std::deque<std::size_t> missing_;      // of each event from `oldest_` on: listeners that do not have it yet
  std::vector<std::uint32_t> expected_;  // of each listener: the next event, since order is part of the promise
  bool is_measuring_ = false;
  FanoutFigures figures_;
};

}  // namespace roundtable::load
