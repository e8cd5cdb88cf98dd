// The rapporteur's own words for the report: key issues, a summary of each talk, the discussion, the way forward. Staff
// alone see them until they stand in the report.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

enum class NarrativePart : std::uint8_t { key_issues, talk, discussion, way_forward };
template <>
struct Names<NarrativePart> {
  static constexpr std::array<std::string_view, 4> all{"key_issues", "talk", "discussion", "way_forward"};
};

/// One field; a talk's summary is its own.
struct Narrative {
  NarrativePart part = NarrativePart::discussion;
  TalkId talk;
  Words text;
  std::uint32_t revision = 0;
  PersonId author;  // of the newest words
  InstantMs edited_at_ms = 0;
  static constexpr auto fields() {
    using T = Narrative;
    return field_list(field<&T::part>("part"), field<&T::talk>("talk"), field<&T::text>("text"),
                      field<&T::revision>("revision"), field<&T::author>("author"),
                      field<&T::edited_at_ms>("edited_at_ms"));
  }
  friend bool operator==(const Narrative&, const Narrative&) = default;
};

// Commands.
/// Without words the field is empty again.
struct WriteNarrative {
  static constexpr std::string_view name = "narrative.write";
  NarrativePart part = NarrativePart::discussion;
  std::optional<TalkId> talk;
  std::uint32_t revision = 0;  // the one that the editor saw; 0: nobody had written
  Words text;
  static constexpr auto fields() {
    using T = WriteNarrative;
    return field_list(field<&T::part>("part"), field<&T::talk>("talk"), field<&T::revision>("revision"),
                      field<&T::text>("text"));
  }
  friend bool operator==(const WriteNarrative&, const WriteNarrative&) = default;
};

// Events.
struct NarrativeWritten {
  static constexpr std::string_view name = "narrative.written";
  static constexpr bool is_of_staff = true;
  NarrativePart part = NarrativePart::discussion;
  TalkId talk;
  std::uint32_t revision = 0;  // after it
  Words text;
  PersonId author;
  static constexpr auto fields() {
    using T = NarrativeWritten;
    return field_list(field<&T::part>("part"), field<&T::talk>("talk"), field<&T::revision>("revision"),
                      field<&T::text>("text"), field<&T::author>("author"));
  }
  friend bool operator==(const NarrativeWritten&, const NarrativeWritten&) = default;
};

/// The field as it was written; null when nobody has.
const Narrative* narrative_of(const State& state, NarrativePart part, TalkId talk);
/// How long the report wants the field, in characters; 0: it has no such field. A warning is all that comes of it.
std::uint32_t wanted_characters(const ReportPreset& preset, NarrativePart part);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const WriteNarrative& command, const Stamp& stamp);
void apply(State& state, const NarrativeWritten& event, const Moment& moment);

}  // namespace roundtable::core
