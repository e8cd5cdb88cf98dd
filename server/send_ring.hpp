// Many sends in one system call, where the kernel offers that: io_uring.
#pragma once

#include <sys/types.h>
#include <sys/uio.h>

#include <array>
#include <cstddef>
#include <memory>
#include <span>

#include "server/limits.hpp"

namespace roundtable::server {

class SendRing {
 public:
  /// Null where the kernel has no such ring or does not let us have one: then each send is a call of its own.
  static std::unique_ptr<SendRing> open();
  ~SendRing();
  SendRing(const SendRing&) = delete;
  SendRing& operator=(const SendRing&) = delete;

  /// No more after a failure of the kernel's, with which what was under way is not taken. Nothing is added then.
  bool works() const { return kernel_ != nullptr; }
  bool is_full() const { return count_ == limits::kSendsAtOnce; }
  /// Not when full, and only while it works. The pieces and what they point to stay where they are until leave() has
  /// returned.
  void add(int socket, std::span<const iovec> pieces);
  /// None of them waits for its socket. For each in the order of add(): the bytes that the kernel took, or -errno.
  /// Valid until the next add().
  std::span<const ssize_t> leave();

 private:
  struct Kernel;
  explicit SendRing(std::unique_ptr<Kernel> kernel);
  bool collect();

  std::unique_ptr<Kernel> kernel_;  // null: it failed
  std::size_t count_ = 0;
  std::array<ssize_t, limits::kSendsAtOnce> taken_{};
};

}  // namespace roundtable::server
