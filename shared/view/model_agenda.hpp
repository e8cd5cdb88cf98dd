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
    return field_list(field<&T::talk>("talk"), field<&T::person>("person"), field<&T::name>("name"),
                      field<&T::guest>("guest"), field<&T::affiliation>("affiliation"), field<&T::reports>("reports"),
                      field<&T::status>("status"), field<&T::is_mine>("mine"), field<&T::planned_ms>("planned_ms"),
                      field<&T::elapsed_ms>("elapsed_ms"), field<&T::returned_ms>("returned_ms"));
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
    return field_list(field<&T::phase>("phase"), field<&T::title>("title"), field<&T::kind>("kind"),
                      field<&T::progress>("state"), field<&T::planned_ms>("planned_ms"),
                      field<&T::original_ms>("original_ms"), field<&T::min_ms>("min_ms"),
                      field<&T::is_protected>("protected"), field<&T::elapsed_ms>("elapsed_ms"),
                      field<&T::starts_at_ms>("starts_at_ms"), field<&T::ends_at_ms>("ends_at_ms"),
                      field<&T::floor>("floor"), field<&T::is_movable>("movable"), field<&T::speakers>("speakers"));
  }
};

struct FitPhaseModel {
  PhaseId phase;
  DurationMs planned_ms = 0;
  DurationMs fitted_ms = 0;
  static constexpr auto fields() {
    using T = FitPhaseModel;
    return field_list(field<&T::phase>("phase"), field<&T::planned_ms>("planned_ms"),
                      field<&T::fitted_ms>("fitted_ms"));
  }
};

struct FitModel {
  std::vector<FitPhaseModel> phases;
  DurationMs still_over_ms = 0;
  static constexpr auto fields() {
    using T = FitModel;
    return field_list(field<&T::phases>("phases"), field<&T::still_over_ms>("still_over_ms"));
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
    return field_list(field<&T::phases>("phases"), field<&T::current>("current"), field<&T::next>("next"),
                      field<&T::previous>("previous"), field<&T::next_talk>("next_talk"),
                      field<&T::is_paused>("paused"), field<&T::late_ms>("late_ms"),
                      field<&T::remaining_ms>("remaining_ms"), field<&T::slot_ends_at_ms>("slot_ends_at_ms"),
                      field<&T::projected_end_ms>("projected_end_ms"), field<&T::over_ms>("over_ms"),
                      field<&T::fit>("fit"));
  }
};

}  // namespace roundtable::view
