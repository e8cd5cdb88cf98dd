// What one connection still has to be sent: frames, most of them shared with others.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "server/framed_bytes.hpp"

struct iovec;

namespace roundtable::server {

/// Frames that leave together, with their pieces for the kernel: made once for all who get them.
struct Batch {
  std::span<const Frame> frames;
  std::span<const iovec> pieces;
  std::size_t bytes = 0;
};

/// Written by gathering calls that never wait. Holds memory only while something is queued.
class Outbox {
 public:
  enum class Left : std::uint8_t { nothing, kernel_is_full, line_is_broken };

  bool empty() const { return frames_.empty(); }
  std::size_t queued_bytes() const { return queued_bytes_; }
  std::size_t bytes_behind_first() const;
  std::uint64_t take_sent_bytes() { return std::exchange(sent_bytes_, 0); }

  void push(Frame frame);
  Left flush(int socket);
  /// The way of most deliveries: without queue, reference or copy. Only what the kernel does not take is queued.
  Left send(const Batch& batch, int socket);
  /// The same after somebody else gave the batch to the kernel while nothing was queued: the bytes it took, or -errno.
  Left given(const Batch& batch, ssize_t taken);
  /// A begun frame stays, so that another may follow it.
  void drop_waiting();
  void clear();

 private:
  void sent(std::size_t bytes);

  std::vector<Frame> frames_;
  std::uint32_t first_ = 0;       // index of the frame being sent
  std::uint32_t first_sent_ = 0;  // bytes of it that are gone
  std::size_t queued_bytes_ = 0;
  std::uint64_t sent_bytes_ = 0;
};

}  // namespace roundtable::server
