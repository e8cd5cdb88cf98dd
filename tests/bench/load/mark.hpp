// What an event's text begins with: when it was sent and its number. No other byte on the wire is a tilde.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace roundtable::load {

struct Mark {
  std::int64_t sent_ns;
  std::uint32_t index;
};

inline constexpr std::size_t mark_bytes = 25;  // ~ and 16 + 8 hexadecimal digits

inline void append_hex(std::string& text, std::uint64_t value, int digits) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) text += "0123456789abcdef"[value >> shift & 15];
}

inline std::string mark_text(const Mark& mark) {
  std::string text = "~";
  append_hex(text, static_cast<std::uint64_t>(mark.sent_ns), 16);
  append_hex(text, mark.index, 8);
  return text;
}

inline std::uint64_t read_hex(const char* digits, int count) {
  std::uint64_t value = 0;
  for (int at = 0; at < count; ++at) {
    const char digit = digits[at];
    value = value << 4 | static_cast<std::uint64_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
  }
  return value;
}

// The first mark of `bytes`, which then begin behind it. A message may hold several events.
inline std::optional<Mark> take_mark(std::string_view& bytes) {
  const void* at = bytes.empty() ? nullptr : std::memchr(bytes.data(), '~', bytes.size());
  if (at == nullptr) return std::nullopt;
  bytes.remove_prefix(static_cast<std::size_t>(static_cast<const char*>(at) - bytes.data()));
  if (bytes.size() < mark_bytes) return std::nullopt;
  const char* digits = bytes.data() + 1;
  bytes.remove_prefix(mark_bytes);
  return Mark{static_cast<std::int64_t>(read_hex(digits, 16)), static_cast<std::uint32_t>(read_hex(digits + 16, 8))};
}

}  // namespace roundtable::load
