#include "core/text.hpp"

#include <algorithm>
#include <cstdint>

#include "core/limits.hpp"

namespace roundtable::core {

namespace {

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The code point that starts at `index`; `index` moves behind it.
std::uint32_t next_character(std::string_view text, std::size_t& index) {
  const auto lead = static_cast<unsigned char>(text[index++]);
  std::uint32_t point = lead < 0x80U ? lead : lead < 0xE0U ? lead & 0x1FU : lead < 0xF0U ? lead & 0x0FU : lead & 0x07U;
  while (index < text.size() && continues(text[index])) {
    point = (point << 6U) | (static_cast<unsigned char>(text[index++]) & 0x3FU);
  }
  return point;
}

bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool is_control(std::uint32_t point, bool lines) {
  if (lines && (point == '\n' || point == '\t' || point == '\r')) return false;
  if (point < 0x20U || (point >= 0x7FU && point < 0xA0U)) return true;
  return point == 0x2028U || point == 0x2029U || (point >= 0x202AU && point <= 0x202EU) ||
         (point >= 0x2066U && point <= 0x2069U) || point == 0xFEFFU;
}

}  // namespace

bool is_language_tag(std::string_view text) {
  return !text.empty() && text.size() <= limits::language_characters &&
         std::all_of(text.begin(), text.end(), [](char letter) {
           return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                  (letter >= '0' && letter <= '9') || letter == '-';
         });
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (char byte : text) count += continues(byte) ? 0 : 1;
  return count;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

bool has_control_characters(std::string_view text, bool lines) {
  for (std::size_t index = 0; index < text.size();) {
    if (is_control(next_character(text, index), lines)) return true;
  }
  return false;
}

TextFault text_fault(std::string_view text, std::size_t most, bool lines) {
  if (text.empty()) return TextFault::blank;
  if (character_count(text) > most) return TextFault::too_long;
  return has_control_characters(text, lines) ? TextFault::control_characters : TextFault::none;
}

}  // namespace roundtable::core
