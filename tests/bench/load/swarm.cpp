#include "swarm.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "clock.hpp"

namespace roundtable::load {

namespace {

constexpr std::size_t kWave = 200;  // connections begun and not ready; more would overrun a usual backlog
constexpr std::size_t kReadBytes = 256 * 1024;
constexpr int kEventsPerTurn = 256;
constexpr std::int64_t kConnectNs = 60 * ns_per_second;

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

std::string reason_of(std::string_view close_payload) {
  if (close_payload.size() < 2) return "without a reason";
  const int code = static_cast<std::uint8_t>(close_payload[0]) << 8 | static_cast<std::uint8_t>(close_payload[1]);
  return std::to_string(code) + " " + std::string(close_payload.substr(2));
}

}  // namespace

Swarm::Swarm(std::uint16_t port, SwarmHandler& handler)
    : port_(port), handler_(handler), epoll_(epoll_create1(EPOLL_CLOEXEC)), buffer_(kReadBytes) {
  if (epoll_ < 0) fail("epoll_create1");
}

Swarm::~Swarm() {
  const linger reset{1, 0};  // thousands of sockets in TIME_WAIT would be in the next run's way
  for (const Line& line : lines_) {
    if (line.socket < 0) continue;
    setsockopt(line.socket, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    ::close(line.socket);
  }
  ::close(epoll_);
}

std::size_t Swarm::add(Upgrade upgrade) {
  lines_.push_back({});
  lines_.back().upgrade = std::move(upgrade);
  return lines_.size() - 1;
}

void Swarm::connect() {
  const std::int64_t deadline = now_ns() + kConnectNs;
  while (ready_ < lines_.size()) {
    while (started_ < lines_.size() && started_ - ready_ < kWave) open(started_++);
    turn(now_ns() + 100 * ns_per_ms);
    if (now_ns() > deadline) throw std::runtime_error("only " + std::to_string(ready_) + " connections got ready");
  }
}

void Swarm::ready(std::size_t number) {
  if (lines_[number].stage == Stage::ready) return;
  lines_[number].stage = Stage::ready;
  ++ready_;
}

void Swarm::open(std::size_t number) {
  Line& line = lines_[number];
  line.socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (line.socket < 0) fail("connection " + std::to_string(number));
  const int on = 1;
  setsockopt(line.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  line.stage = Stage::connecting;
  epoll_event event{};
  event.events = EPOLLOUT;
  event.data.u64 = number;
  if (epoll_ctl(epoll_, EPOLL_CTL_ADD, line.socket, &event) != 0) fail("epoll_ctl");
  const int result = ::connect(line.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  if (result != 0 && errno != EINPROGRESS) fail("connection " + std::to_string(number));
}

void Swarm::connected(std::size_t number) {
  Line& line = lines_[number];
  int error = 0;
  socklen_t size = sizeof error;
  getsockopt(line.socket, SOL_SOCKET, SO_ERROR, &error, &size);
  errno = error;
  if (error != 0) fail("connection " + std::to_string(number));
  line.stage = Stage::upgrading;
  line.unsent = upgrade_request(line.upgrade, port_);
  watch(number, false);
  write(number);
}

void Swarm::watch(std::size_t number, bool for_writing) {
  epoll_event event{};
  event.events = EPOLLIN;
  if (for_writing) event.events |= EPOLLOUT;
  event.data.u64 = number;
  epoll_ctl(epoll_, EPOLL_CTL_MOD, lines_[number].socket, &event);
  lines_[number].is_blocked = for_writing;
}

void Swarm::send(std::size_t number, std::string_view text) {
  Line& line = lines_[number];
  if (line.unsent.empty()) to_flush_.push_back(number);
  append_frame(line.unsent, Opcode::text, text);
}

void Swarm::flush() {
  for (const std::size_t number : to_flush_) {
    if (!lines_[number].is_blocked) write(number);
  }
  to_flush_.clear();
}

void Swarm::write(std::size_t number) {
  Line& line = lines_[number];
  const ssize_t sent = ::send(line.socket, line.unsent.data(), line.unsent.size(), MSG_NOSIGNAL);
  if (sent < 0 && errno != EAGAIN) fail("connection " + std::to_string(number));
  line.unsent.erase(0, static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
  const bool is_blocked = !line.unsent.empty();
  if (is_blocked != line.is_blocked) watch(number, is_blocked);
}

void Swarm::turn(std::int64_t until_ns) {
  flush();
  std::array<epoll_event, kEventsPerTurn> events;
  const std::int64_t wait_ns = std::max<std::int64_t>(until_ns - now_ns(), 0);
  const timespec timeout{wait_ns / ns_per_second, wait_ns % ns_per_second};
  const int count = epoll_pwait2(epoll_, events.data(), kEventsPerTurn, &timeout, nullptr);
  if (count < 0 && errno != EINTR) fail("epoll_pwait2");
  for (int index = 0; index < count; ++index) {
    const epoll_event& event = events[static_cast<std::size_t>(index)];
    const std::size_t number = event.data.u64;
    if (lines_[number].stage == Stage::connecting) {
      connected(number);
      continue;
    }
    if ((event.events & EPOLLOUT) != 0) write(number);
    if ((event.events & ~static_cast<std::uint32_t>(EPOLLOUT)) != 0) read(number);
  }
  flush();
}

void Swarm::read(std::size_t number) {
  Line& line = lines_[number];
  const ssize_t count = recv(line.socket, buffer_.data(), buffer_.size(), 0);
  if (count < 0 && errno == EAGAIN) return;
  if (count <= 0) throw std::runtime_error("the server cut connection " + std::to_string(number));
  const std::int64_t at_ns = now_ns();
  const auto size = static_cast<std::size_t>(count);
  line.received_bytes += size;
  if (line.unread.empty()) {
    const std::size_t taken = take(number, {buffer_.data(), size}, at_ns);
    line.unread.assign(buffer_.data() + taken, size - taken);
  } else {
    line.unread.append(buffer_.data(), size);
    line.unread.erase(0, take(number, line.unread, at_ns));
    if (line.unread.empty()) line.unread.shrink_to_fit();
  }
}

std::size_t Swarm::take(std::size_t number, std::string_view bytes, std::int64_t at_ns) {
  std::size_t taken = 0;
  if (lines_[number].stage == Stage::upgrading) {
    const auto head = read_upgrade_answer(bytes, lines_[number].upgrade);
    if (!head) return 0;
    taken = *head;
    lines_[number].stage = Stage::open;
    handler_.opened(number);
  }
  while (const auto frame = read_frame(bytes.substr(taken))) {
    taken += frame->size;
    take_frame(number, *frame, at_ns);
  }
  return taken;
}

void Swarm::take_frame(std::size_t number, const Frame& frame, std::int64_t at_ns) {
  if (frame.opcode == Opcode::close) {
    throw std::runtime_error("the server closed connection " + std::to_string(number) + ": " +
                             reason_of(frame.payload));
  }
  if (frame.opcode == Opcode::ping) {
    Line& line = lines_[number];
    if (line.unsent.empty()) to_flush_.push_back(number);
    append_frame(line.unsent, Opcode::pong, frame.payload);
  }
  if (frame.opcode != Opcode::text && frame.opcode != Opcode::binary) return;
  frame_bytes_ = frame.size;
  handler_.message(number, frame.payload, at_ns);
}

}  // namespace roundtable::load
