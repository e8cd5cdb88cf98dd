// Live captions as a captioning service or a captioner sends them; the state keeps the newest lines only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct CaptionLine {
  Words text;
  std::string language;
  std::uint32_t number = 0;  // as the service counts its lines of this language; 0: it does not
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = CaptionLine;
    return field_list(field<&T::text>("text"), field<&T::language>("language"), field<&T::number>("number"),
                      field<&T::at_ms>("at_ms"));
  }
  friend bool operator==(const CaptionLine&, const CaptionLine&) = default;
};

// Command, from HTTP only: no participant gives it.
struct Caption {
  static constexpr std::string_view name = "caption";
  Words text;
  std::optional<std::string> language;  // absent: the session's first
  std::optional<std::uint32_t> number;
  static constexpr auto fields() {
    using T = Caption;
    return field_list(field<&T::text>("text"), field<&T::language>("language"), field<&T::number>("number"));
  }
  friend bool operator==(const Caption&, const Caption&) = default;
};

// Event.
struct Captioned {
  static constexpr std::string_view name = "captioned";
  Words text;
  std::string language;
  std::uint32_t number = 0;
  static constexpr auto fields() {
    using T = Captioned;
    return field_list(field<&T::text>("text"), field<&T::language>("language"), field<&T::number>("number"));
  }
  friend bool operator==(const Captioned&, const Captioned&) = default;
};

/// The highest number among the held lines; 0 when there is none.
std::uint32_t last_number(const std::vector<CaptionLine>& lines);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
/// A line sent again (number, language and text of one that is held) is refused as `already`.
Decision decide(const State& state, const Caption& command, const Stamp& stamp);
/// A line that arrives late takes its place among the held ones of its language, so that the text reads on.
void apply(State& state, const Captioned& event, const Moment& moment);

}  // namespace roundtable::core
