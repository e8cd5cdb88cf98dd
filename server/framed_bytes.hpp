// What leaves on a WebSocket, framed once and shared by all who get it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace roundtable::server {

enum class Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

/// Head and payload in one piece, so that a frame is one buffer for the kernel.
class FramedBytes {
 public:
  /// Room for the head; the payload is appended to it.
  static std::string begin(std::size_t payload_bytes = 0);
  /// `begun`: from begin(), with the payload behind.
  explicit FramedBytes(std::string begun, Opcode opcode = Opcode::text, bool is_compressed = false);
  /// No frame: bytes that leave as they are.
  static std::shared_ptr<const FramedBytes> unframed(std::string bytes);

  std::string_view wire() const { return std::string_view(bytes_).substr(begin_); }
  std::string_view payload() const { return std::string_view(bytes_).substr(payload_at_); }
  bool is_text() const { return is_text_; }

 private:
  FramedBytes() = default;

  std::string bytes_;
  std::uint8_t begin_ = 0;  // the head stands right before the payload, behind unused room
  std::uint8_t payload_at_ = 0;
  bool is_text_ = false;
};

using Frame = std::shared_ptr<const FramedBytes>;

/// Copies the payload once, behind its head.
Frame framed(std::string_view payload, Opcode opcode = Opcode::text);
/// The reason is cut to the 123 bytes that a close frame can hold, between two characters. Code 1005: without a code.
Frame close_frame(std::uint16_t code, std::string_view reason);

}  // namespace roundtable::server
