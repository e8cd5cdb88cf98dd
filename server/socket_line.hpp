// One WebSocket on its loop's thread: bytes in, bytes out, close, keepalive.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include "server/deflate.hpp"
#include "server/frame_reader.hpp"
#include "server/outbox.hpp"
#include "server/timer_wheel.hpp"

namespace roundtable::server {

class AudiencePart;
class SocketLoop;

/// What a line tells, on the rooms' thread.
class LineOwner {
 public:
  virtual ~LineOwner() = default;
  virtual void on_text(std::string_view text) = 0;
  virtual void on_end() = 0;  // the last thing it tells
};

class SocketLine {
 public:
  /// Takes the socket, which must be connected.
  SocketLine(SocketLoop& loop, LineOwner& owner, int socket, const DeflateTerms& deflate);
  ~SocketLine();
  SocketLine(const SocketLine&) = delete;
  SocketLine& operator=(const SocketLine&) = delete;

  void open(Frame answer);  // the handshake's
  void send(const Frame& frame);
  /// What its audience was told: later with others, or now in one write.
  void queue(const Frame& frame);
  void take(const Batch& batch);
  /// Whether nothing stands between the batch and the socket. Then somebody else may give it to the kernel, with that
  /// of other lines, and says what it took: the bytes, or -errno.
  bool takes_at_once() const { return stage_ == Stage::open && !deflate_ && !is_kernel_full_ && outbox_.empty(); }
  void took(const Batch& batch, ssize_t taken);
  void close(std::uint16_t code, std::string_view reason);
  void end();
  void flush();
  void ready(bool to_read, bool to_write);
  /// At a moment that the wheel was given.
  void look_after(SteadyTime now);

  /// The owner has taken a text. True: the line waits to be told `read_on`. On the owner's thread.
  bool text_taken(std::string_view text);
  void read_on();

  SocketLoop& loop() const { return loop_; }
  LineOwner& owner() const { return owner_; }
  int socket() const { return socket_; }
  bool is_open() const { return stage_ == Stage::open; }
  bool has_ended() const { return stage_ == Stage::ended; }

  WheelPlace wheel_place;
  AudiencePart* part = nullptr;  // the audience's, on this loop
  std::uint32_t place_in_part = 0;
  bool is_flush_due = false;

 private:
  enum class Stage : std::uint8_t {
    open,
    closing,   // our close frame is queued, the client's is awaited
    answered,  // its close was answered: ends when all is sent
    failed,    // it broke the rules: what it still sends is thrown away until it hangs up
    ended
  };

  void read();
  void found(const FrameReader::Found& found);
  void answer_ping(std::string_view payload);
  void text(const FrameReader::Found& found);
  void leave_part();
  void begin_goodbye(Stage stage, std::uint16_t code, std::string_view reason);
  bool falls_behind(std::size_t bytes) const;
  bool has_room(std::size_t bytes);
  void wrote(const Batch& batch, Outbox::Left left);
  void after(Outbox::Left left);
  void all_is_sent();
  void watch();

  SocketLoop& loop_;
  LineOwner& owner_;
  int socket_;
  FrameReader reader_;
  Outbox outbox_;
  std::unique_ptr<Deflate> deflate_;  // with context
  SteadyTime heard_;                  // while closing: since when
  std::atomic<std::size_t> untaken_bytes_ = 0;
  std::uint8_t pings_unanswered_ = 0;
  Stage stage_ = Stage::open;
  bool may_deflate_ = false;  // without context
  bool is_kernel_full_ = false;
  bool is_paused_ = false;
  bool is_shut_ = false;
};

}  // namespace roundtable::server
