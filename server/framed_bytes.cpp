#include "server/framed_bytes.hpp"

#include <utility>

#include "server/close_code.hpp"
#include "wire/utf8.hpp"

namespace roundtable::server {

namespace {

constexpr std::size_t kHeadRoom = 10;  // the longest head without a mask
constexpr std::size_t kShortBytes = 125;
constexpr std::size_t kMediumBytes = 0xffff;
constexpr std::size_t kCloseReasonBytes = 123;
constexpr unsigned kFinal = 0x80;
constexpr unsigned kCompressed = 0x40;

}  // namespace

std::string FramedBytes::begin(std::size_t payload_bytes) {
  std::string begun;
  begun.reserve(kHeadRoom + payload_bytes);
  begun.assign(kHeadRoom, '\0');
  return begun;
}

FramedBytes::FramedBytes(std::string begun, Opcode opcode, bool is_compressed)
    : bytes_(std::move(begun)), payload_at_(kHeadRoom), is_text_(opcode == Opcode::text) {
  const std::size_t size = bytes_.size() - kHeadRoom;
  const std::size_t digits = size <= kShortBytes ? 0 : size <= kMediumBytes ? 2 : 8;
  begin_ = static_cast<std::uint8_t>(kHeadRoom - 2 - digits);
  bytes_[begin_] = static_cast<char>(kFinal | (is_compressed ? kCompressed : 0U) | static_cast<unsigned>(opcode));
  bytes_[begin_ + 1U] = static_cast<char>(digits == 0 ? size : digits == 2 ? 126 : 127);
  for (std::size_t digit = 0; digit < digits; ++digit) {
    bytes_[kHeadRoom - 1 - digit] = static_cast<char>(size >> (8 * digit) & 0xffU);
  }
}

Frame FramedBytes::unframed(std::string bytes) {
  std::shared_ptr<FramedBytes> made(new FramedBytes);
  made->bytes_ = std::move(bytes);
  return made;
}

Frame framed(std::string_view payload, Opcode opcode) {
  std::string begun = FramedBytes::begin(payload.size());
  begun += payload;
  return std::make_shared<const FramedBytes>(std::move(begun), opcode);
}

Frame close_frame(std::uint16_t code, std::string_view reason) {
  if (code == close_code::kNone) return framed({}, Opcode::close);
  std::string begun = FramedBytes::begin(2 + kCloseReasonBytes);
  begun += static_cast<char>(code >> 8U);
  begun += static_cast<char>(code & 0xffU);
  begun += wire::first_bytes(reason, kCloseReasonBytes);
  return std::make_shared<const FramedBytes>(std::move(begun), Opcode::close);
}

}  // namespace roundtable::server
