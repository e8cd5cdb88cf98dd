#include "server/socket_line.hpp"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "server/close_code.hpp"
#include "server/edge.hpp"
#include "server/fanout.hpp"
#include "server/limits.hpp"
#include "server/socket_loop.hpp"

namespace roundtable::server {

using std::chrono::steady_clock;

namespace {

/// Also what is empty takes its place in the loop's list.
std::size_t bytes_while_untaken(std::string_view text) {
  constexpr std::size_t kPlace = 64;
  return kPlace + text.size();
}

}  // namespace

SocketLine::SocketLine(SocketLoop& loop, LineOwner& owner, int socket, const DeflateTerms& deflate)
    : loop_(loop),
      owner_(owner),
      socket_(socket),
      reader_(limits::kFrameBytes, deflate.is_agreed),
      deflate_(deflate.is_agreed && deflate.keeps_context ? std::make_unique<Deflate>(deflate) : nullptr),
      heard_(steady_clock::now()),
      may_deflate_(deflate.is_agreed && !deflate.keeps_context) {}

SocketLine::~SocketLine() {
  if (!has_ended()) ::close(socket_);
}

void SocketLine::open(Frame answer) {
  loop_.watch(*this, EPOLL_CTL_ADD, EPOLLIN);
  loop_.wheel().set(*this, heard_ + loop_.options().ping_after);
  outbox_.push(std::move(answer));
  loop_.flush_soon(*this);
}

void SocketLine::watch() {
  std::uint32_t events = 0;
  if (!is_paused_) events |= EPOLLIN;
  if (is_kernel_full_) events |= EPOLLOUT;
  loop_.watch(*this, EPOLL_CTL_MOD, events);
}

void SocketLine::ready(bool to_read, bool to_write) {
  if (to_write && !has_ended()) flush();
  if (to_read && !has_ended()) read();
}

void SocketLine::read() {
  const std::span<char> buffer = loop_.read_buffer();
  const ssize_t size = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return;
  if (size <= 0) return end();
  std::span<char> bytes = buffer.first(static_cast<std::size_t>(size));
  while (stage_ == Stage::open || stage_ == Stage::closing) {
    const FrameReader::Found next = reader_.next(bytes);
    if (next.kind == FrameReader::Kind::nothing) return;
    found(next);
  }
}

void SocketLine::found(const FrameReader::Found& found) {
  using Kind = FrameReader::Kind;
  if (found.kind == Kind::fault) {
    if (stage_ == Stage::closing) return end();
    return begin_goodbye(Stage::failed, found.code, {});
  }
  if (found.kind == Kind::close) {
    if (stage_ == Stage::open) return begin_goodbye(Stage::answered, found.code, {});
    stage_ = Stage::answered;
    return outbox_.empty() ? end() : flush();
  }
  if (stage_ != Stage::open) return;
  heard_ = steady_clock::now();
  pings_unanswered_ = 0;
  if (found.kind == Kind::text) return text(found);
  if (found.kind == Kind::binary) return begin_goodbye(Stage::closing, close_code::kBadData, "text frames only");
  if (found.kind == Kind::ping) answer_ping(found.payload);
}

/// Who pings without reading is too slow like anyone else.
void SocketLine::answer_ping(std::string_view payload) {
  Frame pong = framed(payload, Opcode::pong);
  if (!has_room(pong->wire().size())) return;
  outbox_.push(std::move(pong));
  flush();
}

void SocketLine::text(const FrameReader::Found& found) {
  loop_.metrics().frames_in.add();
  std::string_view text = found.payload;
  std::optional<std::string> plain;
  if (found.is_compressed) {
    bool is_too_long = false;
    plain = (deflate_ ? *deflate_ : loop_.fresh_deflate()).inflated(text, limits::kFrameBytes, is_too_long);
    if (!plain) {
      return begin_goodbye(Stage::failed, is_too_long ? close_code::kTooBig : close_code::kProtocol, {});
    }
    Utf8Check check;
    if (!check.take(*plain) || !check.is_whole()) return begin_goodbye(Stage::failed, close_code::kBadText, {});
    text = *plain;
  }
  if (loop_.tell_text(*this, text)) return;
  const std::size_t bytes = bytes_while_untaken(text);
  if (untaken_bytes_.fetch_add(bytes) + bytes > limits::kUntakenBytes && !is_paused_) {
    is_paused_ = true;
    watch();
  }
}

bool SocketLine::text_taken(std::string_view text) {
  const std::size_t bytes = bytes_while_untaken(text);
  const std::size_t before = untaken_bytes_.fetch_sub(bytes);
  return before > limits::kUntakenBytes && before - bytes <= limits::kUntakenBytes;
}

void SocketLine::read_on() {
  if (has_ended() || !std::exchange(is_paused_, false)) return;
  watch();
}

void SocketLine::send(const Frame& frame) {
  if (part != nullptr) part->catch_up(*this);
  if (stage_ != Stage::open) return;
  const std::string_view text = frame->payload();
  queue(may_deflate_ && text.size() > limits::kDeflatedBytes ? loop_.fresh_deflate().compressed(text) : frame);
}

void SocketLine::queue(const Frame& frame) {
  if (stage_ != Stage::open) return;
  Frame own = deflate_ ? deflate_->compressed(frame->payload()) : frame;
  if (!has_room(own->wire().size())) return;
  loop_.count_out(1);
  outbox_.push(std::move(own));
  loop_.flush_soon(*this);
}

void SocketLine::take(const Batch& batch) {
  if (deflate_ || is_kernel_full_) {
    for (const Frame& frame : batch.frames) {
      queue(frame);
      if (part == nullptr) return;  // and with it perhaps the frames
    }
    return;
  }
  if (stage_ != Stage::open || !has_room(batch.bytes)) return;
  wrote(batch, outbox_.send(batch, socket_));
}

void SocketLine::took(const Batch& batch, ssize_t taken) {
  wrote(batch, outbox_.given(batch, taken));
}

void SocketLine::wrote(const Batch& batch, Outbox::Left left) {
  loop_.count_out(batch.frames.size());
  loop_.count_write();
  after(left);
}

// The frame being sent does not count: a snapshot may be larger than the bound.
bool SocketLine::falls_behind(std::size_t bytes) const {
  return !outbox_.empty() && outbox_.bytes_behind_first() + bytes > loop_.options().outbox_bytes;
}

/// Else it is told to come back.
bool SocketLine::has_room(std::size_t bytes) {
  if (!falls_behind(bytes)) return true;
  flush();
  if (has_ended()) return false;
  if (!falls_behind(bytes)) return true;
  loop_.metrics().sockets_slow.add();
  leave_part();
  outbox_.drop_waiting();
  begin_goodbye(Stage::closing, close_code::kSlow, "slow");
  return false;
}

void SocketLine::flush() {
  if (has_ended()) return;
  if (!outbox_.empty()) loop_.count_write();
  after(outbox_.flush(socket_));
}

void SocketLine::after(Outbox::Left left) {
  if (left == Outbox::Left::line_is_broken) return end();
  const bool is_full = left == Outbox::Left::kernel_is_full;
  if (is_full != is_kernel_full_) {
    is_kernel_full_ = is_full;
    watch();
  }
  if (!is_full && stage_ != Stage::open) all_is_sent();
}

void SocketLine::all_is_sent() {
  if (stage_ == Stage::answered) return end();
  // A reset would take the close frame away from a client that has not read it yet.
  if (stage_ == Stage::failed && !std::exchange(is_shut_, true)) ::shutdown(socket_, SHUT_WR);
}

void SocketLine::close(std::uint16_t code, std::string_view reason) {
  if (stage_ != Stage::open) return;
  if (part != nullptr) part->catch_up(*this);
  begin_goodbye(Stage::closing, code, reason);
}

void SocketLine::begin_goodbye(Stage stage, std::uint16_t code, std::string_view reason) {
  if (stage_ != Stage::open) return;
  leave_part();
  stage_ = stage;
  heard_ = steady_clock::now();
  loop_.wheel().set(*this, heard_ + loop_.options().goodbye_time);
  outbox_.push(close_frame(code, reason));
  flush();
}

void SocketLine::leave_part() {
  if (part != nullptr) part->leave(*this);
}

void SocketLine::look_after(SteadyTime now) {
  if (stage_ != Stage::open) return end();
  const SteadyTime due = heard_ + loop_.options().ping_after * (pings_unanswered_ + 1);
  if (now < due) return loop_.wheel().set(*this, due);
  if (pings_unanswered_ == limits::kPingsMissed) {
    loop_.metrics().sockets_silent.add();
    outbox_.push(close_frame(close_code::kSilent, "no answer to pings"));
    outbox_.flush(socket_);  // should anybody be there after all
    return end();
  }
  ++pings_unanswered_;
  loop_.wheel().set(*this, due + loop_.options().ping_after);
  static const Frame ping = framed({}, Opcode::ping);
  outbox_.push(ping);
  flush();
}

void SocketLine::end() {
  if (has_ended()) return;
  leave_part();
  stage_ = Stage::ended;
  loop_.wheel().remove(*this);
  loop_.metrics().bytes_out.add(outbox_.take_sent_bytes());
  outbox_.clear();
  ::close(socket_);
  loop_.tell_end(*this);
}

}  // namespace roundtable::server
