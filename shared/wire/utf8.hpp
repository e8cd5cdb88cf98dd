// Text as bytes of UTF-8: validity, cutting, and what must not stand in a file. Its length in characters:
// core/text.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace roundtable::wire {

/// The first byte that is not strict UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
std::optional<std::size_t> first_bad_utf8(std::string_view text);
inline bool is_utf8(std::string_view text) {
  return !first_bad_utf8(text);
}

/// The functions below expect valid UTF-8; on other bytes they stay in bounds and give some answer.
std::string_view first_characters(std::string_view text, std::size_t most);

/// The longest beginning that has at most `most` bytes and does not cut a character.
std::string_view first_bytes(std::string_view text, std::size_t most);

enum class TextKind : std::uint8_t {
  name,  // one line that others must be able to trust: no line separators, no reordering of what follows
  line,  // one line
  text   // may hold new lines and tabs
};

struct BadCharacter {
  std::size_t byte = 0;
  char32_t code = 0;
};
/// The first control character (C0, DEL, C1; in lines also U+2028 and U+2029, in names also bidi overrides).
std::optional<BadCharacter> first_control(std::string_view text, TextKind kind);

/// Without the white space at both ends, Unicode's included.
std::string_view trimmed(std::string_view text);

/// Lower case for comparing names: Latin, Greek, Cyrillic and Armenian letters one by one; other letters stay.
std::string folded(std::string_view text);

/// Reads the character at `at` and moves `at` behind it; U+FFFD and one byte where the bytes are no character.
char32_t next_character(std::string_view text, std::size_t& at);
void append_character(std::string& text, char32_t code);

}  // namespace roundtable::wire
