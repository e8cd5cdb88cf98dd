// Two ends of a line without a network; the near one's send buffer is small.
#pragma once

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>

namespace roundtable::server::test {

class SocketPair {
 public:
  explicit SocketPair(int type) {
    if (socketpair(AF_UNIX, type, 0, ends_.data()) != 0) ADD_FAILURE() << "socketpair";
    const int bytes = 8192;
    setsockopt(ends_[0], SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
  }
  ~SocketPair() {
    ::close(ends_[0]);
    hang_up();
  }
  SocketPair(const SocketPair&) = delete;
  SocketPair& operator=(const SocketPair&) = delete;

  int near_end() const { return ends_[0]; }
  /// What one read gives: of a SEQPACKET socket what one write gave.
  std::string read() const {
    std::array<char, 64 * 1024> bytes;
    const ssize_t size = recv(ends_[1], bytes.data(), bytes.size(), MSG_DONTWAIT);
    return size <= 0 ? std::string() : std::string(bytes.data(), static_cast<std::size_t>(size));
  }
  void hang_up() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

}  // namespace roundtable::server::test
