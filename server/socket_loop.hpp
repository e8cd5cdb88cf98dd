// One event loop of WebSockets: what the rooms tell it once a turn, what its sockets say, and when they are written.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

#include "server/fanout.hpp"
#include "server/send_ring.hpp"
#include "server/socket_line.hpp"
#include "server/timer_wheel.hpp"

namespace roundtable::server {

struct EdgeMetrics;
struct ListenerOptions;

// What the rooms' thread tells a loop, done there in this order.
struct OpenLine {
  SocketLine* line;
  Frame answer;
};
struct SendOne {
  SocketLine* line;
  Frame frame;
};
struct CloseLine {
  SocketLine* line;
  std::uint16_t code;
  std::string reason;
};
struct CutLine {
  SocketLine* line;
};
struct ReadOn {
  SocketLine* line;
};
struct ForgetLine {  // the last that is told of a line
  std::unique_ptr<SocketLine> line;
};
struct JoinPart {
  std::shared_ptr<AudiencePart> part;
  SocketLine* line;
};
struct LeavePart {
  std::shared_ptr<AudiencePart> part;
  SocketLine* line;
};
struct TellPart {
  std::shared_ptr<AudiencePart> part;
  Frame frame;
  std::vector<SocketLine*> except;
};
using LoopCommand =
    std::variant<OpenLine, SendOne, CloseLine, CutLine, ReadOn, ForgetLine, JoinPart, LeavePart, TellPart>;

class SocketLoop : public std::enable_shared_from_this<SocketLoop> {
 public:
  /// `rooms`: the rooms' loop. Without a thread of its own the sockets share it.
  SocketLoop(boost::asio::io_context& rooms, bool has_own_thread, const ListenerOptions& options, EdgeMetrics& metrics);
  ~SocketLoop();
  SocketLoop(const SocketLoop&) = delete;
  SocketLoop& operator=(const SocketLoop&) = delete;

  // On the rooms' thread.
  void start();
  void tell(LoopCommand command);
  /// Ends the thread and does what was told, so that all lines that were cut have ended when it returns.
  void shut();

  // On the loop's thread.
  const ListenerOptions& options() const { return options_; }
  EdgeMetrics& metrics() const { return metrics_; }
  TimerWheel<SocketLine>& wheel() { return wheel_; }
  std::span<char> read_buffer() { return read_buffer_; }
  /// For what many lines are told at once; null: each is written by itself.
  SendRing* ring() { return ring_ && ring_->works() ? ring_.get() : nullptr; }
  /// For one message that refers to no other.
  Deflate& fresh_deflate();
  void watch(SocketLine& line, int operation, std::uint32_t events) const;
  void flush_soon(SocketLine& line);
  void deliver_soon(AudiencePart& part);
  /// Whether the owner has taken it already.
  bool tell_text(SocketLine& line, std::string_view text);
  void tell_end(SocketLine& line);
  void count_out(std::size_t frames) { frames_out_ += frames; }
  void count_write() { ++writes_; }

 private:
  struct Said {
    SocketLine* line = nullptr;
    bool is_end = false;
    std::string text;
  };

  void hand_over();
  void perform_all(std::vector<LoopCommand> commands);
  void perform(OpenLine& open);
  void perform(SendOne& send);
  void perform(CloseLine& close);
  void perform(CutLine& cut);
  void perform(ReadOn& read_on);
  void perform(ForgetLine& forget);
  void perform(JoinPart& join);
  void perform(LeavePart& leave);
  void perform(TellPart& tell);
  void say(Said said);
  void hear();

  void wait_for_sockets();
  void handle_sockets();
  void turn_wheel();
  void write_soon();
  void write();
  bool flush_some(std::size_t& left);
  void deliver_some(std::size_t left);
  bool is_resting();

  boost::asio::io_context& rooms_;
  std::unique_ptr<boost::asio::io_context> own_;  // null: on the rooms' loop
  boost::asio::io_context& io_;
  const ListenerOptions& options_;
  EdgeMetrics& metrics_;
  bool is_shut_ = false;

  std::vector<LoopCommand> told_;  // on the rooms' thread, until its turn ends
  bool is_hand_over_posted_ = false;
  std::mutex said_mutex_;
  std::vector<Said> said_;  // to the rooms' thread

  int epoll_;
  boost::asio::posix::stream_descriptor sockets_;  // owns epoll_
  boost::asio::steady_timer wheel_timer_;
  boost::asio::steady_timer rest_timer_;
  TimerWheel<SocketLine> wheel_;
  std::vector<char> read_buffer_;
  std::unique_ptr<SendRing> ring_;
  std::unique_ptr<Deflate> deflate_;

  std::vector<SocketLine*> to_flush_;
  std::vector<std::shared_ptr<AudiencePart>> to_deliver_;
  std::uint64_t frames_out_ = 0;  // not yet in the metrics, like the writes
  std::uint64_t writes_ = 0;
  bool is_write_posted_ = false;
  bool is_rest_timer_set_ = false;
  SteadyTime::duration round_took_{};
  SteadyTime rest_until_{};
  std::thread thread_;
};

}  // namespace roundtable::server
