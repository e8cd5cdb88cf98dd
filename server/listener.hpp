#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/connection.hpp"
#include "server/http.hpp"
#include "server/limits.hpp"

namespace boost::asio {
class io_context;
}

namespace roundtable::server {

class Metrics;
struct Edge;

struct ListenerOptions {
  std::string address = "0.0.0.0";
  std::uint16_t port = 8080;  // 0: any free one, see Listener::port()
  std::string public_url;     // its origin is accepted beside that of Host
  // Larger bodies are refused with 413 before they are read. Default: 1 MiB for POST /api/sessions, else 256 KiB.
  std::function<std::uint64_t(std::string_view method, std::string_view path)> body_limit;
  std::function<bool(std::string_view path)> may_be_framed;  // default: a path with a segment "overlay"
  std::function<void(std::string_view line)> log;            // default: standard error; never sees bodies or tokens

  std::size_t connections = limits::kConnections;
  std::size_t connections_per_address = limits::kConnectionsPerAddress;
  std::size_t half_open = limits::kHalfOpen;
  std::size_t half_open_per_address = limits::kHalfOpenPerAddress;
  bool loopback_is_exempt = true;
  unsigned threads = 1;       // event loops of WebSockets, the rooms' own among them
  bool sends_by_ring = true;  // what many are told, where the kernel has io_uring
  std::size_t outbox_bytes = limits::kOutboxBytes;
  std::chrono::milliseconds header_time = limits::kHeaderTime;
  std::chrono::milliseconds body_time = limits::kBodyTime;
  std::chrono::milliseconds keep_alive_time = limits::kKeepAliveTime;
  std::chrono::milliseconds write_time = limits::kWriteTime;
  std::chrono::milliseconds ping_after = limits::kPingAfter;
  std::chrono::milliseconds goodbye_time = limits::kGoodbyeTime;
  std::chrono::milliseconds stop_time = limits::kStopTime;
};

// Accepts on one address and serves HTTP, and the first of its loops of WebSockets, on the loop's thread. Declare it
// after what its handlers use: its destructor cuts every line and calls closed() on the handlers that are left.
class Listener {
 public:
  // Binds at once and throws std::runtime_error with a sentence for people if it cannot.
  Listener(boost::asio::io_context& loop, ListenerOptions options, HttpHandler http, AcceptPeer accept,
           Metrics& metrics);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::uint16_t port() const;
  // Accepts no more, closes every WebSocket with 4000 after its queue, lets running answers finish, then calls done;
  // after stop_time what is left is cut. On the loop's thread; a second call does nothing.
  void stop(std::function<void()> done);

 private:
  class Acceptor;
  std::shared_ptr<Edge> edge_;
  std::shared_ptr<Acceptor> acceptor_;
};

// Calls back on the first SIGTERM or SIGINT; the next one ends the process as usual.
class StopSignals {
 public:
  StopSignals(boost::asio::io_context& loop, std::function<void()> on_stop);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  void forget();  // so that the loop can run out of work

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace roundtable::server
