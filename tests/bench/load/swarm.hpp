#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "websocket.hpp"

namespace roundtable::load {

// What is done with the connections of a swarm. A connection's number is its place in the order of `add`.
class SwarmHandler {
 public:
  virtual ~SwarmHandler() = default;
  virtual void opened(std::size_t number) = 0;  // the handshake is done
  virtual void message(std::size_t number, std::string_view text, std::int64_t at_ns) = 0;
};

// Thousands of WebSockets to one server of this machine on one thread. A connection that the server ends ends the run:
// a figure taken with fewer listeners than it says would flatter.
class Swarm {
 public:
  Swarm(std::uint16_t port, SwarmHandler& handler);
  ~Swarm();
  Swarm(const Swarm&) = delete;
  Swarm& operator=(const Swarm&) = delete;

  std::size_t add(Upgrade upgrade);
  std::size_t size() const { return lines_.size(); }

  // Opens all that are not open, in waves, until `ready` was called for each.
  void connect();
  void ready(std::size_t number);

  // Leaves with the next flush; what one turn of the loop sends on a connection goes out in one write.
  void send(std::size_t number, std::string_view text);
  void flush();

  // Handles what has come, or waits for it until `until_ns`.
  void turn(std::int64_t until_ns);

  std::uint64_t received_bytes(std::size_t number) const { return lines_[number].received_bytes; }
  // On the wire: of the frame whose message is being handled.
  std::size_t frame_bytes() const { return frame_bytes_; }

 private:
  enum class Stage : std::uint8_t { waiting, connecting, upgrading, open, ready };
  struct Line {
    Upgrade upgrade;
    int socket = -1;
    Stage stage = Stage::waiting;
    bool is_blocked = false;
    std::uint64_t received_bytes = 0;
    std::string unread;  // the beginning of a frame whose end has not come
    std::string unsent;
  };

  void open(std::size_t number);
  void connected(std::size_t number);
  void write(std::size_t number);
  void read(std::size_t number);
  std::size_t take(std::size_t number, std::string_view bytes, std::int64_t at_ns);
  void take_frame(std::size_t number, const Frame& frame, std::int64_t at_ns);
  void watch(std::size_t number, bool for_writing);

  std::uint16_t port_;
  SwarmHandler& handler_;
  int epoll_;
  std::vector<Line> lines_;
  std::vector<std::size_t> to_flush_;
  std::vector<char> buffer_;
  std::size_t started_ = 0;
  std::size_t ready_ = 0;
  std::size_t frame_bytes_ = 0;
};

}  // namespace roundtable::load
