#pragma once

#include <cstdint>
#include <string_view>

namespace roundtable::server {

// Strict UTF-8 of a text that comes in pieces: says at the first byte that cannot be right, not at the text's end.
class Utf8Check {
 public:
  /// False from the first wrong byte on; then the check is of no more use.
  bool take(std::string_view piece);
  /// No character is cut off.
  bool is_whole() const { return missing_ == 0; }

 private:
  bool begin_character(std::uint8_t byte);

  std::uint8_t missing_ = 0;  // bytes of the character that has begun
  std::uint8_t lowest_ = 0x80;
  std::uint8_t highest_ = 0xBF;  // of its next byte
};

}  // namespace roundtable::server
