// Frames of a WebSocket client out of bytes as they come (RFC 6455, 5): no socket, no clock, no thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/framed_bytes.hpp"
#include "server/utf8_check.hpp"

namespace roundtable::server {

/// Holds memory of its own only while a message has come in part.
class FrameReader {
 public:
  enum class Kind : std::uint8_t { nothing, text, binary, ping, pong, close, fault };
  struct Found {
    Kind kind = Kind::nothing;
    std::string_view payload{};  // valid until the next call; of a close the reason
    std::uint16_t code = 0;      // of a close (1005: it had none), or with which to end the line after a fault
    bool is_compressed = false;  // then the payload was not checked for UTF-8
  };

  /// `most_bytes`: of one message, its fragments together.
  explicit FrameReader(std::size_t most_bytes, bool may_be_compressed = false)
      : most_bytes_(most_bytes), may_be_compressed_(may_be_compressed) {}

  /// The next message or control frame. Unmasks in place and shortens `bytes` by what it took; nothing means that all
  /// were taken. After a fault or a close it must not be called again.
  Found next(std::span<char>& bytes);

 private:
  void forget_told();
  bool take_head(std::span<char>& bytes);
  std::uint16_t fault_in_head() const;
  std::uint16_t fault_in_length() const;
  void begin_payload();
  void unmask(std::span<char> piece);
  std::optional<Found> take_control(std::string_view piece);
  std::optional<Found> take_data(std::string_view piece);
  Found closed(std::string_view payload) const;

  Opcode opcode() const { return static_cast<Opcode>(head_[0] & 0x0FU); }
  bool is_final() const { return (head_[0] & 0x80U) != 0; }
  bool is_control() const { return (head_[0] & 0x08U) != 0; }
  std::size_t head_bytes() const;
  std::uint64_t length() const;

  std::size_t most_bytes_;
  std::uint64_t left_ = 0;  // of the frame's payload
  std::string message_;     // of fragments, or of a frame that comes in pieces
  std::string control_;     // may come between the pieces of a message
  std::size_t message_bytes_ = 0;
  std::array<std::uint8_t, 14> head_{};
  std::uint8_t head_taken_ = 0;
  std::uint8_t mask_at_ = 0;
  Utf8Check utf8_;
  Opcode message_opcode_ = Opcode::continuation;  // that: no message has begun
  bool may_be_compressed_;
  bool is_message_compressed_ = false;
  bool is_in_payload_ = false;
  bool is_told_ = false;  // the kept message or control payload was found by the last call
};

}  // namespace roundtable::server
