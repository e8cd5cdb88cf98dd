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
    return field_list(field<&T::part>("part"), field<&T::talk>("talk"), field<&T::speaker>("speaker"),
                      field<&T::phase_title>("phase_title"), field<&T::text>("text"), field<&T::revision>("revision"),
                      field<&T::author_name>("author_name"), field<&T::edited_at_ms>("edited_at_ms"),
                      field<&T::wanted_characters>("wanted_characters"), field<&T::warnings>("warnings"));
  }
};

}  // namespace roundtable::view
