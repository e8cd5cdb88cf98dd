#include "websocket.hpp"

#include <stdexcept>

namespace roundtable::load {

namespace {

// The pair that RFC 6455 gives as its example: the answer can be checked without SHA-1.
constexpr std::string_view kKey = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr std::string_view kAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<std::uint8_t>(byte);
  return value;
}

void append_length(std::string& bytes, std::size_t length) {
  constexpr std::uint8_t kMasked = 0x80;
  if (length < 126) {
    bytes += static_cast<char>(kMasked | length);
    return;
  }
  const bool is_short = length <= 0xFFFF;
  bytes += static_cast<char>(kMasked | (is_short ? 126 : 127));
  for (int shift = is_short ? 8 : 56; shift >= 0; shift -= 8) bytes += static_cast<char>(length >> shift);
}

}  // namespace

std::string upgrade_request(const Upgrade& upgrade, std::uint16_t port) {
  std::string request = "GET " + upgrade.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        "Sec-WebSocket-Key: " +
                        std::string(kKey) + "\r\n";
  if (!upgrade.subprotocol.empty()) request += "Sec-WebSocket-Protocol: " + upgrade.subprotocol + "\r\n";
  return request + "\r\n";
}

std::optional<std::size_t> read_upgrade_answer(std::string_view bytes, const Upgrade& upgrade) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view head = bytes.substr(0, end + 2);
  const bool is_agreed = head.substr(0, 12) == "HTTP/1.1 101" && head.find(kAccept) != std::string_view::npos &&
                         head.find(upgrade.subprotocol) != std::string_view::npos;
  if (!is_agreed) throw std::runtime_error("the server did not upgrade: " + std::string(head));
  return end + 4;
}

std::optional<Frame> read_frame(std::string_view bytes) {
  if (bytes.size() < 2) return std::nullopt;
  const auto first = static_cast<std::uint8_t>(bytes[0]);
  const auto second = static_cast<std::uint8_t>(bytes[1]);
  const bool is_whole = (first & 0x80) != 0;
  const bool is_plain = (first & 0x70) == 0 && (second & 0x80) == 0;
  const auto opcode = static_cast<Opcode>(first & 0x0F);
  if (!is_whole || !is_plain || opcode == Opcode::continuation) throw std::runtime_error("a frame out of the ordinary");

  const std::size_t length_bytes = second == 127 ? 8 : second == 126 ? 2 : 0;
  const std::size_t header = 2 + length_bytes;
  if (bytes.size() < header) return std::nullopt;
  const std::size_t length = length_bytes == 0 ? second : big_endian(bytes.substr(2, length_bytes));
  if (bytes.size() - header < length) return std::nullopt;
  return Frame{opcode, bytes.substr(header, length), header + length};
}

void append_frame(std::string& bytes, Opcode opcode, std::string_view payload) {
  bytes += static_cast<char>(0x80 | static_cast<std::uint8_t>(opcode));
  append_length(bytes, payload.size());
  bytes.append(4, '\0');  // a mask of zeroes costs the server what any mask costs, and this program nothing
  bytes += payload;
}

}  // namespace roundtable::load
