// What the rapporteur's desk paints of the report's narrative.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/state.hpp"

namespace roundtable::view {

using namespace core;

/// A field that the report asks for, or that somebody wrote all the same; staff only.
struct NarrativeModel {
  NarrativePart part = NarrativePart::discussion;
  std::optional<TalkId> talk;
  std::optional<std::string> speaker;  // of the talk
  std::optional<std::string> phase_title;
  std::string text;
  std::uint32_t revision = 0;  // 0: nobody has written
  std::optional<std::string> author_name;
  InstantMs edited_at_ms = 0;
  std::uint32_t wanted_characters = 0;
  std::vector<std::string_view> warnings;
  static constexpr auto fields() {
    using T = NarrativeModel;
    return field_list(field("part", &T::part), field("talk", &T::talk), field("speaker", &T::speaker),
                      field("phase_title", &T::phase_title), field("text", &T::text), field("revision", &T::revision),
                      field("author_name", &T::author_name), field("edited_at_ms", &T::edited_at_ms),
                      field("wanted_characters", &T::wanted_characters), field("warnings", &T::warnings));
  }
};

}  // namespace roundtable::view
