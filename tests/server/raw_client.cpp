#include "raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>

#include <utility>

namespace roundtable::server::test {

unsigned RawFrame::close_code() const {
  if (payload.size() < 2) return 1005;
  return static_cast<unsigned char>(payload[0]) * 256U + static_cast<unsigned char>(payload[1]);
}

RawClient::RawClient(std::uint16_t port, int receive_buffer_bytes) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  if (receive_buffer_bytes > 0) {
    setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
  }
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) fail("connect");
}

RawClient::~RawClient() {
  if (socket_ >= 0) ::close(socket_);
}

void RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void RawClient::reset() {
  const linger at_once{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(std::exchange(socket_, -1));
}

std::string RawClient::read_exactly(std::size_t size) {
  while (received_.size() < size) receive();
  std::string out = received_.substr(0, size);
  received_.erase(0, size);
  return out;
}

std::string RawClient::read_through(std::string_view mark) {
  std::size_t at = 0;
  while ((at = received_.find(mark)) == std::string::npos) receive();
  return read_exactly(at + mark.size());
}

bool RawClient::ends() {
  while (receive_some()) received_.clear();
  return true;
}

RawAnswer RawClient::read_answer(bool with_body) {
  RawAnswer answer;
  std::string head = read_through("\r\n\r\n");
  answer.status = static_cast<unsigned>(std::stoul(head.substr(9, 3)));
  for (std::size_t at = head.find("\r\n") + 2; head.compare(at, 2, "\r\n") != 0;) {
    const std::size_t colon = head.find(": ", at);
    const std::size_t end = head.find("\r\n", at);
    answer.headers[head.substr(at, colon - at)] = head.substr(colon + 2, end - colon - 2);
    at = end + 2;
  }
  const auto length = answer.headers.find("Content-Length");
  if (with_body && length != answer.headers.end()) answer.body = read_exactly(std::stoul(length->second));
  return answer;
}

RawAnswer RawClient::get(const std::string& path, const std::string& headers) {
  send("GET " + path + " HTTP/1.1\r\nHost: room.test\r\n" + headers + "\r\n");
  return read_answer();
}

std::string RawClient::upgrade_request(const std::string& headers, const std::string& path) {
  return "GET " + path +
         " HTTP/1.1\r\nHost: room.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
         headers + "\r\n";
}

RawAnswer RawClient::upgrade(const std::string& headers) {
  send(upgrade_request(headers));
  return read_answer();
}

std::string RawClient::frame(unsigned op, std::string_view payload, bool final, bool masked, unsigned reserved) {
  std::string out(1, static_cast<char>((final ? 0x80U : 0U) | reserved << 4U | op));
  const unsigned mask_bit = masked ? 0x80U : 0U;
  const std::size_t size = payload.size();
  const unsigned digits = size < 126 ? 0 : size <= 0xffff ? 2 : 8;
  out += static_cast<char>(mask_bit | (digits == 0 ? static_cast<unsigned>(size) : digits == 2 ? 126U : 127U));
  for (unsigned i = digits; i > 0; --i) out += static_cast<char>(size >> (8U * (i - 1)) & 0xffU);
  constexpr std::string_view kMask = "\x11\x22\x33\x44";
  if (masked) out += kMask;
  for (std::size_t i = 0; i < size; ++i) out += masked ? static_cast<char>(payload[i] ^ kMask[i % 4]) : payload[i];
  return out;
}

void RawClient::close(unsigned code) {
  const char bytes[2] = {static_cast<char>(code >> 8U), static_cast<char>(code & 0xffU)};
  send(frame(opcode::kClose, {bytes, 2}));
}

RawFrame RawClient::read_frame() {
  const std::string head = read_exactly(2);
  RawFrame out;
  out.opcode = static_cast<unsigned char>(head[0]) & 15U;
  out.final = (static_cast<unsigned char>(head[0]) & 0x80U) != 0;
  out.compressed = (static_cast<unsigned char>(head[0]) & 0x40U) != 0;
  std::size_t size = static_cast<unsigned char>(head[1]);
  if (size >= 126) {
    const std::string digits = read_exactly(size == 126 ? 2 : 8);
    size = 0;
    for (const char c : digits) size = size * 256 + static_cast<unsigned char>(c);
  }
  out.payload = read_exactly(size);
  return out;
}

unsigned RawClient::read_close_code() {
  for (;;) {
    const RawFrame next = read_frame();
    if (next.opcode == opcode::kClose) return next.close_code();
  }
}

void RawClient::receive() {
  if (!receive_some()) fail("the server closed before what was expected; left: " + received_);
}

bool RawClient::receive_some() {
  constexpr int kDeadlineMs = 10'000;
  pollfd waiting{socket_, POLLIN, 0};
  if (poll(&waiting, 1, kDeadlineMs) != 1) fail("nothing came within 10 s; had: " + received_);
  char bytes[16 * 1024];
  const ssize_t size = recv(socket_, bytes, sizeof bytes, 0);
  if (size <= 0) return false;
  received_.append(bytes, static_cast<std::size_t>(size));
  return true;
}

}  // namespace roundtable::server::test
