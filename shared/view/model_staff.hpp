// What a page paints of the staff's own line, of cues, of who moderates, and of notes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/state.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

struct StaffMessageModel {
  StaffMessageId message;
  std::string name;
  std::optional<Role> role;  // of the sender, where this viewer knows it
  std::string text;
  std::optional<Role> to;
  InstantMs at_ms = 0;
  bool is_mine = false;
  static constexpr auto fields() {
    using T = StaffMessageModel;
    return field_list(field("message", &T::message), field("name", &T::name), field("role", &T::role),
                      field("text", &T::text), field("to", &T::to), field("at_ms", &T::at_ms),
                      field("mine", &T::is_mine));
  }
};

/// A cue that somebody has on their page now; staff only.
struct SentCueModel {
  PersonId person;
  std::string name;
  CueKind cue = CueKind::one_minute;
  InstantMs at_ms = 0;
  std::optional<std::string> by_name;
  static constexpr auto fields() {
    using T = SentCueModel;
    return field_list(field("person", &T::person), field("name", &T::name), field("cue", &T::cue),
                      field("at_ms", &T::at_ms), field("by_name", &T::by_name));
  }
};

struct OwnCueModel {
  CueKind cue = CueKind::one_minute;
  InstantMs at_ms = 0;
  DurationMs remaining_ms = 0;
  static constexpr auto fields() {
    using T = OwnCueModel;
    return field_list(field("cue", &T::cue), field("at_ms", &T::at_ms), field("remaining_ms", &T::remaining_ms));
  }
};

struct ChairModel {
  PersonId person;
  std::string name;
  InstantMs since_ms = 0;
  bool is_mine = false;
  static constexpr auto fields() {
    using T = ChairModel;
    return field_list(field("person", &T::person), field("name", &T::name), field("since_ms", &T::since_ms),
                      field("mine", &T::is_mine));
  }
};

/// An own note with what was on when it was written.
struct JottingModel {
  JotId jot;
  std::string text;
  InstantMs at_ms = 0;
  std::uint32_t revision = 0;
  std::optional<TurnId> turn;
  std::optional<std::string> speaker;
  std::optional<QuestionId> question;
  std::optional<std::string> question_text;
  std::optional<PhaseId> phase;
  std::optional<std::string> phase_title;
  static constexpr auto fields() {
    using T = JottingModel;
    return field_list(field("jot", &T::jot), field("text", &T::text), field("at_ms", &T::at_ms),
                      field("revision", &T::revision), field("turn", &T::turn), field("speaker", &T::speaker),
                      field("question", &T::question), field("question_text", &T::question_text),
                      field("phase", &T::phase), field("phase_title", &T::phase_title));
  }
};

struct FinalReportModel {
  InstantMs at_ms = 0;
  std::optional<std::string> by_name;  // for staff
  static constexpr auto fields() {
    using T = FinalReportModel;
    return field_list(field("at_ms", &T::at_ms), field("by_name", &T::by_name));
  }
};

}  // namespace roundtable::view
