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
    return field_list(field<&T::message>("message"), field<&T::name>("name"), field<&T::role>("role"),
                      field<&T::text>("text"), field<&T::to>("to"), field<&T::at_ms>("at_ms"),
                      field<&T::is_mine>("mine"));
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
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::cue>("cue"),
                      field<&T::at_ms>("at_ms"), field<&T::by_name>("by_name"));
  }
};

struct OwnCueModel {
  CueKind cue = CueKind::one_minute;
  InstantMs at_ms = 0;
  DurationMs remaining_ms = 0;
  static constexpr auto fields() {
    using T = OwnCueModel;
    return field_list(field<&T::cue>("cue"), field<&T::at_ms>("at_ms"), field<&T::remaining_ms>("remaining_ms"));
  }
};

struct ChairModel {
  PersonId person;
  std::string name;
  InstantMs since_ms = 0;
  bool is_mine = false;
  static constexpr auto fields() {
    using T = ChairModel;
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::since_ms>("since_ms"),
                      field<&T::is_mine>("mine"));
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
    return field_list(field<&T::jot>("jot"), field<&T::text>("text"), field<&T::at_ms>("at_ms"),
                      field<&T::revision>("revision"), field<&T::turn>("turn"), field<&T::speaker>("speaker"),
                      field<&T::question>("question"), field<&T::question_text>("question_text"),
                      field<&T::phase>("phase"), field<&T::phase_title>("phase_title"));
  }
};

struct FinalReportModel {
  InstantMs at_ms = 0;
  std::optional<std::string> by_name;  // for staff
  static constexpr auto fields() {
    using T = FinalReportModel;
    return field_list(field<&T::at_ms>("at_ms"), field<&T::by_name>("by_name"));
  }
};

}  // namespace roundtable::view
