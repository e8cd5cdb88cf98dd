#include "server/utf8_check.hpp"

#include <cstring>

namespace roundtable::server {

namespace {

constexpr std::uint8_t kLowest = 0x80;
constexpr std::uint8_t kHighest = 0xBF;

std::size_t ascii_at_front(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & 0x8080808080808080ULL) != 0) break;
  }
  return at;
}

}  // namespace

bool Utf8Check::take(std::string_view piece) {
  while (!piece.empty()) {
    if (missing_ == 0) piece.remove_prefix(ascii_at_front(piece));
    if (piece.empty()) return true;
    const auto byte = static_cast<std::uint8_t>(piece.front());
    piece.remove_prefix(1);
    if (missing_ == 0) {
      if (!begin_character(byte)) return false;
      continue;
    }
    if (byte < lowest_ || byte > highest_) return false;
    lowest_ = kLowest;
    highest_ = kHighest;
    --missing_;
  }
  return true;
}

// Unicode standard, table 3-7.
bool Utf8Check::begin_character(std::uint8_t byte) {
  if (byte < 0x80) return true;
  if (byte < 0xC2 || byte > 0xF4) return false;
  missing_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  if (byte == 0xE0) lowest_ = 0xA0;   // else overlong
  if (byte == 0xED) highest_ = 0x9F;  // else a surrogate
  if (byte == 0xF0) lowest_ = 0x90;   // else overlong
  if (byte == 0xF4) highest_ = 0x8F;  // else above U+10FFFF
  return true;
}

}  // namespace roundtable::server
