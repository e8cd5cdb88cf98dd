#include "server/frame_reader.hpp"

#include <algorithm>
#include <cstring>

#include "server/close_code.hpp"
#include "wire/utf8.hpp"

namespace roundtable::server {

namespace {

constexpr std::size_t kShortHead = 2;
constexpr std::size_t kMaskBytes = 4;
constexpr unsigned kLongestControl = 125;

std::size_t length_digits(std::uint8_t second) {
  const unsigned code = second & 0x7FU;
  return code < 126 ? 0 : code == 126 ? 2 : 8;
}

bool is_close_code(unsigned code) {
  const bool is_standard = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
  return is_standard || (code >= 3000 && code <= 4999);
}

}  // namespace

FrameReader::Found FrameReader::next(std::span<char>& bytes) {
  if (is_told_) forget_told();
  for (;;) {
    if (!is_in_payload_) {
      const bool is_complete = take_head(bytes);
      if (const std::uint16_t code = fault_in_head()) return {Kind::fault, {}, code};
      if (!is_complete) return {};
      if (const std::uint16_t code = fault_in_length()) return {Kind::fault, {}, code};
      begin_payload();
    }
    const std::span<char> piece = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size())));
    bytes = bytes.subspan(piece.size());
    unmask(piece);
    left_ -= piece.size();
    if (left_ == 0) is_in_payload_ = false;
    const std::string_view text(piece.data(), piece.size());
    if (const auto found = is_control() ? take_control(text) : take_data(text)) return *found;
    if (left_ > 0) return {};
  }
}

void FrameReader::forget_told() {
  is_told_ = false;
  std::string().swap(control_);
  if (message_opcode_ == Opcode::continuation) std::string().swap(message_);
}

bool FrameReader::take_head(std::span<char>& bytes) {
  while (!bytes.empty() && (head_taken_ < kShortHead || head_taken_ < head_bytes())) {
    head_[head_taken_++] = static_cast<std::uint8_t>(bytes.front());
    bytes = bytes.subspan(1);
  }
  return head_taken_ >= kShortHead && head_taken_ == head_bytes();
}

std::size_t FrameReader::head_bytes() const {
  return kShortHead + length_digits(head_[1]) + kMaskBytes;
}

std::uint64_t FrameReader::length() const {
  const std::size_t digits = length_digits(head_[1]);
  if (digits == 0) return head_[1] & 0x7FU;
  std::uint64_t value = 0;
  for (std::size_t digit = 0; digit < digits; ++digit) value = value << 8U | head_[kShortHead + digit];
  return value;
}

/// What two bytes show: said before the rest has come.
std::uint16_t FrameReader::fault_in_head() const {
  if (head_taken_ < kShortHead) return 0;
  const bool has_begun = message_opcode_ != Opcode::continuation;
  const unsigned reserved = head_[0] & 0x70U;
  const bool is_data = opcode() == Opcode::text || opcode() == Opcode::binary;
  const bool may_be_compressed = may_be_compressed_ && is_data;
  if ((reserved & (may_be_compressed ? 0x30U : 0x70U)) != 0) return close_code::kProtocol;
  if ((head_[1] & 0x80U) == 0) return close_code::kProtocol;  // not masked
  if (is_control()) {
    const bool is_known = opcode() == Opcode::close || opcode() == Opcode::ping || opcode() == Opcode::pong;
    return is_known && is_final() && (head_[1] & 0x7FU) <= kLongestControl ? 0 : close_code::kProtocol;
  }
  if (!is_data && opcode() != Opcode::continuation) return close_code::kProtocol;
  return is_data != has_begun ? 0 : close_code::kProtocol;  // a message within a message, or nothing to continue
}

std::uint16_t FrameReader::fault_in_length() const {
  const std::uint64_t size = length();
  const std::size_t digits = length_digits(head_[1]);
  const bool is_shortest = digits == 0 || (digits == 2 ? size >= 126 : size > 0xFFFF);
  if (!is_shortest || size >> 63U != 0) return close_code::kProtocol;
  if (!is_control() && size > most_bytes_ - message_bytes_) return close_code::kTooBig;
  return 0;
}

void FrameReader::begin_payload() {
  left_ = length();
  mask_at_ = 0;
  std::copy_n(head_.begin() + static_cast<std::ptrdiff_t>(head_bytes() - kMaskBytes), kMaskBytes, head_.begin() + 10);
  head_taken_ = 0;
  is_in_payload_ = true;
  if (is_control()) return;
  message_bytes_ += static_cast<std::size_t>(left_);
  if (opcode() == Opcode::continuation) return;
  message_opcode_ = opcode();
  is_message_compressed_ = (head_[0] & 0x40U) != 0;
  utf8_ = {};
}

/// The mask stands in the last four bytes of the head.
void FrameReader::unmask(std::span<char> piece) {
  std::array<std::uint8_t, 2 * kMaskBytes> key;
  for (std::size_t at = 0; at < key.size(); ++at) key[at] = head_[10 + (mask_at_ + at) % kMaskBytes];
  mask_at_ = static_cast<std::uint8_t>((mask_at_ + piece.size()) % kMaskBytes);
  std::uint64_t key_word = 0;
  std::memcpy(&key_word, key.data(), sizeof key_word);
  std::size_t at = 0;
  for (; at + sizeof key_word <= piece.size(); at += sizeof key_word) {
    std::uint64_t word = 0;
    std::memcpy(&word, piece.data() + at, sizeof word);
    word ^= key_word;
    std::memcpy(piece.data() + at, &word, sizeof word);
  }
  for (std::size_t rest = 0; at < piece.size(); ++at, ++rest) {
    piece[at] = static_cast<char>(static_cast<std::uint8_t>(piece[at]) ^ key[rest]);
  }
}

std::optional<FrameReader::Found> FrameReader::take_control(std::string_view piece) {
  const bool is_whole = left_ == 0 && control_.empty();
  if (!is_whole) control_ += piece;
  if (left_ > 0) return std::nullopt;
  const std::string_view payload = is_whole ? piece : std::string_view(control_);
  is_told_ = true;
  if (opcode() == Opcode::close) return closed(payload);
  return Found{opcode() == Opcode::ping ? Kind::ping : Kind::pong, payload};
}

std::optional<FrameReader::Found> FrameReader::take_data(std::string_view piece) {
  const bool is_checked = message_opcode_ == Opcode::text && !is_message_compressed_;
  if (is_checked && !utf8_.take(piece)) return Found{Kind::fault, {}, close_code::kBadText};
  const bool is_complete = left_ == 0 && is_final();
  const bool is_whole = is_complete && message_.empty();
  if (!is_whole) message_ += piece;
  if (!is_complete) return std::nullopt;
  if (is_checked && !utf8_.is_whole()) return Found{Kind::fault, {}, close_code::kBadText};
  const Kind kind = message_opcode_ == Opcode::text ? Kind::text : Kind::binary;
  message_opcode_ = Opcode::continuation;
  message_bytes_ = 0;
  is_told_ = true;
  return Found{kind, is_whole ? piece : std::string_view(message_), 0, is_message_compressed_};
}

FrameReader::Found FrameReader::closed(std::string_view payload) const {
  if (payload.empty()) return {Kind::close, {}, close_code::kNone};
  if (payload.size() == 1) return {Kind::fault, {}, close_code::kProtocol};
  const unsigned code = static_cast<std::uint8_t>(payload[0]) * 256U + static_cast<std::uint8_t>(payload[1]);
  if (!is_close_code(code)) return {Kind::fault, {}, close_code::kProtocol};
  if (!wire::is_utf8(payload.substr(2))) return {Kind::fault, {}, close_code::kBadText};
  return {Kind::close, payload.substr(2), static_cast<std::uint16_t>(code)};
}

}  // namespace roundtable::server
