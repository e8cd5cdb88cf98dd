// The only door to the JSON library. Nothing here throws, so that the same sources run without exceptions in WASM.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace roundtable::wire {

using Json = nlohmann::json;

struct ParseFault {
  enum class Kind : std::uint8_t { syntax, too_deep, bad_utf8, too_large, duplicate_key, number };

  std::size_t byte = 0;
  std::string what;
  Kind kind = Kind::syntax;
};

struct ParseRules {
  std::size_t most_bytes = 0;
  bool allows_duplicate_keys = true;  // the last one counts
  bool allows_fractions = true;
};

/// Size, UTF-8, nesting (core::limits::json_depth) and numbers are checked before or while the tree grows. A whole
/// number is always an int64 (`is_number_integer()`, never `is_number_unsigned()`); one beyond that range is a fault.
std::optional<Json> parse(std::string_view text, const ParseRules& rules, ParseFault* fault = nullptr);
std::optional<Json> parse(std::string_view text, std::size_t most_bytes, ParseFault* fault = nullptr);

/// Compact; bytes that are no UTF-8 become U+FFFD.
std::string dump(const Json& value);

/// The text as a JSON string, quotes included.
std::string in_quotes(std::string_view text);

struct Place {
  std::size_t line = 1;
  std::size_t column = 1;  // in characters
};
Place place_of(std::string_view text, std::size_t byte);

}  // namespace roundtable::wire
