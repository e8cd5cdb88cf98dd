#include "wire/utf8.hpp"

#include <cstring>

namespace roundtable::wire {

namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}
bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

bool eight_are_ascii(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

/// The length of the well-formed character at `at` (Unicode standard, table 3-7); 0 where there is none.
std::size_t length_at(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !continues(text, at + 1)) return 0;
  if (first < 0xE0) return 2;
  const unsigned second = byte_at(text, at + 1);
  if (!continues(text, at + 2)) return 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = first == 0xF0 && second < 0x90;
  const bool too_high = first == 0xF4 && second > 0x8F;
  return overlong || too_high || !continues(text, at + 3) ? 0 : 4;
}

bool is_space(char32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
         code == 0x3000 || code == 0xFEFF;
}

bool is_bidi_control(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool is_refused(char32_t code, TextKind kind) {
  if (code < 0x20) return kind != TextKind::text || (code != '\n' && code != '\t');
  if (code >= 0x7F && code <= 0x9F) return true;
  if (kind == TextKind::text) return false;
  return code == 0x2028 || code == 0x2029 || (kind == TextKind::name && is_bidi_control(code));
}

char32_t lower(char32_t code) {
  const auto pairs_from_even = [code](char32_t low, char32_t high) { return code >= low && code <= high; };
  if (code >= 'A' && code <= 'Z') return code + 32;
  if (code < 0xC0) return code;
  if (code <= 0xDE) return code == 0xD7 ? code : code + 32;
  if (pairs_from_even(0x100, 0x137) && code != 0x130 && code != 0x131) return code | 1U;
  if (pairs_from_even(0x14A, 0x177) || pairs_from_even(0x1E00, 0x1E95) || pairs_from_even(0x1EA0, 0x1EFF)) {
    return code | 1U;
  }
  const bool upper_is_odd = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  if (upper_is_odd) return code + (code & 1U);
  if (code == 0x178) return 0xFF;
  if (code >= 0x391 && code <= 0x3A9) return code + 32;
  if (code == 0x3C2) return 0x3C3;  // final sigma
  if (code >= 0x400 && code <= 0x40F) return code + 80;
  if (code >= 0x410 && code <= 0x42F) return code + 32;
  if (code >= 0x531 && code <= 0x556) return code + 48;
  return code;
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= 8 && eight_are_ascii(text.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t length = length_at(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::string_view first_characters(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++at) {
    const bool starts = (byte_at(text, at) & 0xC0U) != 0x80U;
    if (starts && count++ == most) break;
  }
  return text.substr(0, at);
}

std::string_view first_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && continues(text, most)) --most;
  return text.substr(0, most);
}

std::optional<BadCharacter> first_control(std::string_view text, TextKind kind) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    const char32_t code = next_character(text, at);
    if (is_refused(code, kind)) return BadCharacter{begin, code};
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t after = begin;
    if (!is_space(next_character(text, after))) break;
    begin = after;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && continues(text, start)) --start;
    std::size_t after = start;
    if (!is_space(next_character(text, after))) break;
    end = start;
  }
  return text.substr(begin, end - begin);
}

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_character(result, lower(next_character(text, at)));
  return result;
}

char32_t next_character(std::string_view text, std::size_t& at) {
  const std::size_t length = length_at(text, at);
  const unsigned first = byte_at(text, at);
  if (length <= 1) {
    ++at;
    return length == 1 ? first : replacement;
  }
  char32_t code = first & (0xFFU >> (length + 1));
  for (std::size_t step = 1; step < length; ++step) code = (code << 6U) | (byte_at(text, at + step) & 0x3FU);
  at += length;
  return code;
}

void append_character(std::string& text, char32_t code) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | (code >> 6U));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12U));
    put(0x80 | ((code >> 6U) & 0x3F));
  } else {
    put(0xF0 | (code >> 18U));
    put(0x80 | ((code >> 12U) & 0x3F));
    put(0x80 | ((code >> 6U) & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

}  // namespace roundtable::wire
