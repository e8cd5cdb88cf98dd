// What moderators do with the room display itself: one key makes it dark.
#pragma once

#include <string_view>
#include <tuple>

#include "core/fields.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Display {
  bool is_blank = false;
  static constexpr auto fields() { return std::tuple{field("blank", &Display::is_blank)}; }
  friend bool operator==(const Display&, const Display&) = default;
};

// Command.
struct BlankDisplay {
  static constexpr std::string_view name = "display.blank";
  bool is_blank = false;
  static constexpr auto fields() { return std::tuple{field("blank", &BlankDisplay::is_blank)}; }
  friend bool operator==(const BlankDisplay&, const BlankDisplay&) = default;
};

// Event.
struct DisplayBlanked {
  static constexpr std::string_view name = "display.blanked";
  bool is_blank = false;
  static constexpr auto fields() { return std::tuple{field("blank", &DisplayBlanked::is_blank)}; }
  friend bool operator==(const DisplayBlanked&, const DisplayBlanked&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const BlankDisplay& command, const Stamp& stamp);
void apply(State& state, const DisplayBlanked& event, const Moment& moment);

}  // namespace roundtable::core
