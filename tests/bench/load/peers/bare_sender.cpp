// The limit that any WebSocket server on this machine has: it knows nothing, checks nothing and keeps nothing. What
// came from the publisher in one read is framed once and given to send() once a listener.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "../usage.hpp"

namespace {

constexpr std::string_view kUpgraded =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";  // to the one key that the load client uses

[[noreturn]] void fail(const char* what) {
  std::perror(what);
  std::exit(1);
}

void send_whole(int socket, std::string_view bytes) {
  const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent >= 0 && static_cast<std::size_t>(sent) != bytes.size()) fail("a listener is too slow for the bare sender");
}

int listen_on(std::uint16_t port) {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  const int on = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) fail("bind");
  if (listen(listener, SOMAXCONN) != 0) fail("listen");
  return listener;
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<std::uint8_t>(byte);
  return value;
}

// Moves whole frames of the load client, which masks with zeroes, from `received` to `out` as a server would send them.
void reframe(std::string& received, std::string& out) {
  constexpr std::uint8_t kMaskBit = 0x80;
  constexpr std::size_t kMaskBytes = 4;
  std::size_t at = 0;
  while (received.size() >= at + 2) {
    const int length_code = static_cast<std::uint8_t>(received[at + 1]) & ~kMaskBit;
    const std::size_t header = length_code == 127 ? 10 : length_code == 126 ? 4 : 2;
    if (received.size() < at + header) break;
    const std::size_t length = header == 2 ? static_cast<std::size_t>(length_code)
                                           : big_endian(std::string_view(received).substr(at + 2, header - 2));
    if (received.size() < at + header + kMaskBytes + length) break;
    out.append(received, at, header);
    out[out.size() - header + 1] = static_cast<char>(length_code);
    out.append(received, at + header + kMaskBytes, length);
    at += header + kMaskBytes + length;
  }
  received.erase(0, at);
}

class BareSender {
 public:
  explicit BareSender(std::uint16_t port) : listener_(listen_on(port)), epoll_(epoll_create1(0)) { watch(listener_); }

  [[noreturn]] void run() {
    std::array<epoll_event, 256> events;
    for (;;) {
      const int count = epoll_wait(epoll_, events.data(), events.size(), -1);
      for (int index = 0; index < count; ++index) {
        const int socket = events[static_cast<std::size_t>(index)].data.fd;
        if (socket == listener_) {
          accept_one();
        } else {
          read(socket);
        }
      }
    }
  }

 private:
  void watch(int socket) const {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event);
  }

  void accept_one() const {
    const int socket = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK);
    if (socket < 0) fail("accept");
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    watch(socket);
  }

  void read(int socket) {
    std::array<char, 64 * 1024> buffer;
    const ssize_t count = recv(socket, buffer.data(), buffer.size(), 0);
    if (count <= 0) {
      close(socket);
      std::erase(listening_, socket);
      return;
    }
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
    if (socket == publisher_) {
      received_ += bytes;
      std::string frames;
      reframe(received_, frames);
      for (const int listening : listening_) send_whole(listening, frames);
      return;
    }
    send_whole(socket, kUpgraded);  // a request of the load client comes in one piece
    if (bytes.starts_with("GET /publish")) {
      publisher_ = socket;
    } else {
      listening_.push_back(socket);
    }
  }

  int listener_;
  int epoll_;
  int publisher_ = -1;
  std::vector<int> listening_;
  std::string received_;
};

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  roundtable::load::raise_open_files();
  BareSender(static_cast<std::uint16_t>(std::stoul(words[1]))).run();
}
