#include "server/outbox.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <boost/asio/error.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <cerrno>

#include "server/limits.hpp"

namespace roundtable::server {

namespace {

constexpr char kTextFrame = static_cast<char>(0x81);
constexpr char kCloseFrame = static_cast<char>(0x88);
constexpr std::size_t kControlFrameBytes = 127;

std::uint8_t write_head(std::array<char, 10>& head, std::size_t size) {
  head[0] = kTextFrame;
  if (size < 126) {
    head[1] = static_cast<char>(size);
    return 2;
  }
  const std::uint8_t digits = size <= 0xffff ? 2 : 8;
  head[1] = digits == 2 ? 126 : 127;
  for (std::uint8_t i = 0; i < digits; ++i) {
    head[2U + i] = static_cast<char>((size >> (8U * static_cast<unsigned>(digits - 1 - i))) & 0xffU);
  }
  return static_cast<std::uint8_t>(2 + digits);
}

const std::shared_ptr<const std::string>& ping_bytes() {
  static const auto bytes = std::make_shared<const std::string>("\x89\x00", 2);
  return bytes;
}

}  // namespace

void Outbox::push_text(std::shared_ptr<const std::string> text) {
  if (close_queued_ || cut_) return;
  Frame frame{{}, 0, false, std::move(text)};
  frame.head_size = write_head(frame.head, frame.bytes->size());
  append(std::move(frame));
}

void Outbox::push_ping() {
  if (close_queued_ || cut_) return;
  append({{}, 0, false, ping_bytes()});
  flush();
}

void Outbox::write_raw(std::string bytes, std::unique_ptr<Waiting> waiting) {
  if (cut_) return waiting->complete(boost::asio::error::operation_aborted, 0);
  if (!bytes.empty() && bytes.front() == kCloseFrame && bytes.size() <= kControlFrameBytes) close_queued_ = true;
  waiting_ = std::move(waiting);
  append({{}, 0, true, std::make_shared<const std::string>(std::move(bytes))});
  flush();
}

void Outbox::append(Frame frame) {
  queued_bytes_ += frame.size();
  frames_.push_back(std::move(frame));
}

std::size_t Outbox::bytes_behind_first() const {
  return frames_.empty() ? 0 : queued_bytes_ - (frames_[first_].size() - first_sent_);
}

void Outbox::flush() {
  while (first_ < frames_.size() && !kernel_is_full_ && !cut_) {
    std::array<iovec, 2 * limits::kFramesPerWrite> pieces;
    std::size_t count = 0;
    std::size_t total = 0;
    std::size_t skip = first_sent_;
    const auto add = [&](const char* data, std::size_t size) {
      const std::size_t skipped = std::min(skip, size);
      skip -= skipped;
      if (size == skipped) return;
      pieces[count++] = {const_cast<char*>(data) + skipped, size - skipped};  // sendmsg only reads
      total += size - skipped;
    };
    const std::size_t end = std::min(frames_.size(), first_ + limits::kFramesPerWrite);
    for (std::size_t i = first_; i < end; ++i) {
      add(frames_[i].head.data(), frames_[i].head_size);
      add(frames_[i].bytes->data(), frames_[i].bytes->size());
    }
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = count;
    const ssize_t sent = ::sendmsg(socket_.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno != EAGAIN && errno != EWOULDBLOCK) return cut();
    if (sent > 0) consume(static_cast<std::size_t>(sent));
    if (sent < 0 || static_cast<std::size_t>(sent) < total) wait_until_writable();
  }
  if (first_ == frames_.size()) release_memory();
}

void Outbox::consume(std::size_t bytes) {
  queued_bytes_ -= bytes;
  sent_bytes_ += bytes;
  first_sent_ += bytes;
  while (first_ < frames_.size() && first_sent_ >= frames_[first_].size()) {
    Frame& done = frames_[first_];
    first_sent_ -= done.size();
    if (done.awaited && waiting_) std::exchange(waiting_, nullptr)->complete({}, done.size());
    done.bytes.reset();
    ++first_;
  }
}

void Outbox::wait_until_writable() {
  kernel_is_full_ = true;
  socket_.async_wait(boost::asio::ip::tcp::socket::wait_write, [this, alive = owner_.lock()](const ErrorCode& error) {
    if (!alive) return;
    kernel_is_full_ = false;
    if (error) return cut();
    flush();
  });
}

// An idle connection holds no queue; a busy one keeps a small one.
void Outbox::release_memory() {
  constexpr std::size_t kKeptFrames = 8;
  frames_.clear();
  first_ = 0;
  if (frames_.capacity() > kKeptFrames) frames_ = {};
}

void Outbox::drop_waiting_text() {
  std::vector<Frame> kept;
  queued_bytes_ = 0;
  for (std::size_t i = first_; i < frames_.size(); ++i) {
    const bool begun = i == first_ && first_sent_ > 0;
    if (!begun && !frames_[i].awaited) continue;
    queued_bytes_ += frames_[i].size() - (begun ? first_sent_ : 0);
    kept.push_back(std::move(frames_[i]));
  }
  frames_ = std::move(kept);
  first_ = 0;
}

void Outbox::cut() {
  if (cut_) return;
  cut_ = true;
  ErrorCode ignored;
  socket_.close(ignored);
  frames_ = {};
  first_ = first_sent_ = queued_bytes_ = 0;
  if (waiting_) std::exchange(waiting_, nullptr)->complete(boost::asio::error::operation_aborted, 0);
}

}  // namespace roundtable::server
