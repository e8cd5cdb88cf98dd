// What a page paints of the agenda, with the fitted plan that it offers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/state.hpp"
#include "view/model_breakouts.hpp"
#include "view/model_people.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

/// A talk of the line-up, and who gives it.
struct SpeakerModel {
  TalkId talk;
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  std::optional<std::string> affiliation;
  std::optional<ReportingGroupModel> reports;
  TalkStatus status = TalkStatus::waiting;
  bool is_mine = false;
  DurationMs planned_ms = 0;
  DurationMs elapsed_ms = 0;
  DurationMs returned_ms = 0;
  static constexpr auto fields() {
    using T = SpeakerModel;
    return field_list(field("talk", &T::talk), field("person", &T::person), field("name", &T::name),
                      field("guest", &T::guest), field("affiliation", &T::affiliation), field("reports", &T::reports),
                      field("status", &T::status), field("mine", &T::is_mine), field("planned_ms", &T::planned_ms),
                      field("elapsed_ms", &T::elapsed_ms), field("returned_ms", &T::returned_ms));
  }
};

struct PhaseModel {
  PhaseId phase;
  std::string title;
  PhaseKind kind = PhaseKind::discussion;
  std::string_view progress = "upcoming";
  DurationMs planned_ms = 0;
  DurationMs original_ms = 0;
  DurationMs min_ms = 0;
  bool is_protected = false;
  DurationMs elapsed_ms = 0;
  InstantMs starts_at_ms = 0;
  InstantMs ends_at_ms = 0;
  FloorMode floor = FloorMode::open;
  bool is_movable = false;  // has not started: it can be moved and dropped
  std::vector<SpeakerModel> speakers;
  static constexpr auto fields() {
    using T = PhaseModel;
    return field_list(field("phase", &T::phase), field("title", &T::title), field("kind", &T::kind),
                      field("state", &T::progress), field("planned_ms", &T::planned_ms),
                      field("original_ms", &T::original_ms), field("min_ms", &T::min_ms),
                      field("protected", &T::is_protected), field("elapsed_ms", &T::elapsed_ms),
                      field("starts_at_ms", &T::starts_at_ms), field("ends_at_ms", &T::ends_at_ms),
                      field("floor", &T::floor), field("movable", &T::is_movable), field("speakers", &T::speakers));
  }
};

struct FitPhaseModel {
  PhaseId phase;
  DurationMs planned_ms = 0;
  DurationMs fitted_ms = 0;
  static constexpr auto fields() {
    using T = FitPhaseModel;
    return field_list(field("phase", &T::phase), field("planned_ms", &T::planned_ms),
                      field("fitted_ms", &T::fitted_ms));
  }
};

struct FitModel {
  std::vector<FitPhaseModel> phases;
  DurationMs still_over_ms = 0;
  static constexpr auto fields() {
    using T = FitModel;
    return field_list(field("phases", &T::phases), field("still_over_ms", &T::still_over_ms));
  }
};

struct AgendaModel {
  std::vector<PhaseModel> phases;
  Nullable<PhaseId> current;
  Nullable<PhaseId> next;
  Nullable<PhaseId> previous;
  Nullable<TalkId> next_talk;
  bool is_paused = false;
  DurationMs late_ms = 0;  // how late a start would be now
  Nullable<DurationMs> remaining_ms;
  InstantMs slot_ends_at_ms = 0;
  InstantMs projected_end_ms = 0;
  DurationMs over_ms = 0;
  Nullable<FitModel> fit;
  static constexpr auto fields() {
    using T = AgendaModel;
    return field_list(field("phases", &T::phases), field("current", &T::current), field("next", &T::next),
                      field("previous", &T::previous), field("next_talk", &T::next_talk),
                      field("paused", &T::is_paused), field("late_ms", &T::late_ms),
                      field("remaining_ms", &T::remaining_ms), field("slot_ends_at_ms", &T::slot_ends_at_ms),
                      field("projected_end_ms", &T::projected_end_ms), field("over_ms", &T::over_ms),
                      field("fit", &T::fit));
  }
};

}  // namespace roundtable::view
