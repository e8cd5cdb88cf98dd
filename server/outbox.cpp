#include "server/outbox.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "server/limits.hpp"

namespace roundtable::server {

namespace {

/// Bytes that the kernel took, or -errno.
ssize_t give(int socket, std::span<const iovec> pieces) {
  ssize_t given = 0;
  do {
    if (pieces.size() == 1) {
      given = ::send(socket, pieces[0].iov_base, pieces[0].iov_len, MSG_NOSIGNAL | MSG_DONTWAIT);
    } else {
      msghdr message{};
      message.msg_iov = const_cast<iovec*>(pieces.data());  // sendmsg only reads
      message.msg_iovlen = pieces.size();
      given = ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
  } while (given < 0 && errno == EINTR);
  return given < 0 ? -errno : given;
}

bool is_broken(ssize_t taken) {
  return taken < 0 && taken != -EAGAIN && taken != -EWOULDBLOCK && taken != -EINTR;
}

}  // namespace

std::size_t Outbox::bytes_behind_first() const {
  return frames_.empty() ? 0 : queued_bytes_ - (frames_[first_]->wire().size() - first_sent_);
}

void Outbox::push(Frame frame) {
  queued_bytes_ += frame->wire().size();
  frames_.push_back(std::move(frame));
}

Outbox::Left Outbox::send(const Batch& batch, int socket) {
  if (frames_.empty()) return given(batch, give(socket, batch.pieces));
  for (const Frame& frame : batch.frames) push(frame);
  return flush(socket);
}

Outbox::Left Outbox::given(const Batch& batch, ssize_t taken) {
  if (is_broken(taken)) return Left::line_is_broken;
  const auto bytes = static_cast<std::size_t>(std::max<ssize_t>(taken, 0));
  if (bytes == batch.bytes) {
    sent_bytes_ += bytes;
    return Left::nothing;
  }
  for (const Frame& frame : batch.frames) push(frame);
  sent(bytes);
  return Left::kernel_is_full;
}

Outbox::Left Outbox::flush(int socket) {
  while (first_ < frames_.size()) {
    std::array<iovec, limits::kFramesPerWrite> pieces;
    const std::size_t count = std::min(frames_.size() - first_, pieces.size());
    std::size_t total = 0;
    for (std::size_t at = 0; at < count; ++at) {
      const std::string_view bytes = frames_[first_ + at]->wire().substr(at == 0 ? first_sent_ : 0);
      pieces[at] = {const_cast<char*>(bytes.data()), bytes.size()};  // only read
      total += bytes.size();
    }
    const ssize_t taken = give(socket, {pieces.data(), count});
    if (is_broken(taken)) return Left::line_is_broken;
    if (taken > 0) sent(static_cast<std::size_t>(taken));
    if (taken < static_cast<ssize_t>(total)) return Left::kernel_is_full;
  }
  return Left::nothing;
}

void Outbox::sent(std::size_t bytes) {
  queued_bytes_ -= bytes;
  sent_bytes_ += bytes;
  bytes += first_sent_;
  while (first_ < frames_.size() && bytes >= frames_[first_]->wire().size()) {
    bytes -= frames_[first_]->wire().size();
    frames_[first_].reset();
    ++first_;
  }
  first_sent_ = static_cast<std::uint32_t>(bytes);
  if (first_ == frames_.size()) {
    clear();
  } else if (first_ > frames_.size() / 2) {
    frames_.erase(frames_.begin(), frames_.begin() + first_);
    first_ = 0;
  }
}

void Outbox::drop_waiting() {
  const bool has_begun = first_ < frames_.size() && first_sent_ > 0;
  const Frame begun = has_begun ? frames_[first_] : nullptr;
  const std::uint32_t begun_sent = first_sent_;
  clear();
  if (!begun) return;
  frames_.push_back(begun);
  first_sent_ = begun_sent;
  queued_bytes_ = begun->wire().size() - begun_sent;
}

void Outbox::clear() {
  std::vector<Frame>().swap(frames_);
  first_ = first_sent_ = 0;
  queued_bytes_ = 0;
}

}  // namespace roundtable::server
