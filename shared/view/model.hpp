// What a page paints: codes and numbers, every sentence is the page's. webclient/src/core/types.ts names the same
// fields.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/state.hpp"
#include "view/model_agenda.hpp"
#include "view/model_breakouts.hpp"
#include "view/model_floor.hpp"
#include "view/model_narrative.hpp"
#include "view/model_people.hpp"
#include "view/model_polls.hpp"
#include "view/model_questions.hpp"
#include "view/model_staff.hpp"
#include "view/model_takeaways.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

struct SignalModel {
  SignalKind signal = SignalKind::cannot_hear;
  std::int64_t onsite = 0;
  std::int64_t online = 0;
  std::int64_t not_stated = 0;
  std::int64_t seen = 0;  // of them, told that staff see it
  std::vector<PersonId> people;
  static constexpr auto fields() {
    using T = SignalModel;
    return field_list(field<&T::signal>("signal"), field<&T::onsite>("onsite"), field<&T::online>("online"),
                      field<&T::not_stated>("not_stated"), field<&T::seen>("seen"), field<&T::people>("people"));
  }
};

struct SignalsModel {
  std::vector<SignalModel> active;
  std::set<SignalKind> mine;
  std::vector<AnsweredSignal> answers;  // to this viewer
  static constexpr auto fields() {
    using T = SignalsModel;
    return field_list(field<&T::active>("active"), field<&T::mine>("mine"), field<&T::answers>("answers"));
  }
};

struct SessionModel {
  std::string session;
  std::string code;
  std::string title;
  std::string description;
  std::string format;
  SessionStatus status = SessionStatus::prepared;
  std::string_view stage = "prepared";  // prepared, rehearsal, lobby, running, closed or reopened
  InstantMs starts_at_ms = 0;
  std::int32_t utc_offset_min = 0;  // of the venue
  DurationMs duration_ms = 0;
  std::vector<std::string> languages;
  std::vector<MediaLink> media;
  std::vector<std::string> policy_questions;
  std::vector<std::string> sdg_targets;
  std::vector<std::string> expected_outcomes;
  static constexpr auto fields() {
    using T = SessionModel;
    return field_list(field<&T::session>("session"), field<&T::code>("code"), field<&T::title>("title"),
                      field<&T::description>("description"), field<&T::format>("format"), field<&T::status>("status"),
                      field<&T::stage>("stage"), field<&T::starts_at_ms>("starts_at_ms"),
                      field<&T::utc_offset_min>("utc_offset_min"), field<&T::duration_ms>("duration_ms"),
                      field<&T::languages>("languages"), field<&T::media>("media"),
                      field<&T::policy_questions>("policy_questions"), field<&T::sdg_targets>("sdg_targets"),
                      field<&T::expected_outcomes>("expected_outcomes"));
  }
};

struct MeModel {
  Nullable<PersonId> participant;
  Role role = Role::attendee;
  Roles roles;
  bool is_staff = false;
  Nullable<ProfileModel> profile;
  Nullable<GuestModel> guest;  // as which others see the person, while the name is not on screens
  std::vector<std::string_view> may;
  std::optional<std::uint32_t> extra_time_percent;
  static constexpr auto fields() {
    using T = MeModel;
    return field_list(field<&T::participant>("participant"), field<&T::role>("role"), field<&T::roles>("roles"),
                      field<&T::is_staff>("staff"), field<&T::profile>("profile"), field<&T::guest>("guest"),
                      field<&T::may>("may"), field<&T::extra_time_percent>("extra_time_percent"));
  }
};

struct AnnouncementModel {
  AnnouncementId announcement;
  std::string text;
  InstantMs at_ms = 0;
  std::string language;
  static constexpr auto fields() {
    using T = AnnouncementModel;
    return field_list(field<&T::announcement>("announcement"), field<&T::text>("text"), field<&T::at_ms>("at_ms"),
                      field<&T::language>("language"));
  }
};

struct CaptionModel {
  std::string text;
  std::string language;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = CaptionModel;
    return field_list(field<&T::text>("text"), field<&T::language>("language"), field<&T::at_ms>("at_ms"));
  }
};

struct PresentModel {
  std::int64_t onsite = 0;
  std::int64_t online = 0;
  std::int64_t not_stated = 0;
  std::int64_t all = 0;
  static constexpr auto fields() {
    using T = PresentModel;
    return field_list(field<&T::onsite>("onsite"), field<&T::online>("online"), field<&T::not_stated>("not_stated"),
                      field<&T::all>("all"));
  }
};

/// An act that may still be taken back: give, end, next (any change of phase), drop, reject, show, close_poll or close.
struct UndoModel {
  std::uint32_t seq = 0;
  std::string_view what;
  InstantMs at_ms = 0;
  InstantMs until_ms = 0;
  std::optional<std::string> about = std::nullopt;  // the title of a dropped phase
  static constexpr auto fields() {
    using T = UndoModel;
    return field_list(field<&T::seq>("seq"), field<&T::what>("what"), field<&T::at_ms>("at_ms"),
                      field<&T::until_ms>("until_ms"), field<&T::about>("about"));
  }
};

struct Model {
  InstantMs now_ms = 0;
  SessionModel session;
  MeModel me;
  AgendaModel agenda;
  std::string_view focus;
  FloorModel floor;
  QuestionsModel questions;
  std::vector<PollModel> polls;  // drafts to staff alone
  TakeawaysModel takeaways;
  SignalsModel signals;
  Nullable<AnnouncementModel> announcement;
  Nullable<AnnouncementModel> announcement_on_screen;
  std::vector<CaptionModel> captions;  // newest last
  Nullable<PresentModel> present;
  Nullable<HeadCountModel> head_count;
  bool is_blank = false;            // the display
  Nullable<std::int64_t> displays;  // connected; staff only
  JoinsModel joins;
  std::vector<PersonModel> people;
  std::optional<std::vector<PastTurnModel>> turns;
  std::optional<std::vector<UndoModel>> undo;  // newest first; staff only
  std::vector<StaffMessageModel> staff_line;   // newest last
  std::vector<SentCueModel> cues;
  Nullable<OwnCueModel> cue;
  Nullable<ChairModel> chair;
  std::vector<JottingModel> jottings;      // in the order of writing
  std::vector<NarrativeModel> narratives;  // staff only
  BreakoutsModel breakouts;
  Nullable<FinalReportModel> final_report;
  static constexpr auto fields() {
    using T = Model;
    return field_list(field<&T::now_ms>("now_ms"), field<&T::session>("session"), field<&T::me>("me"),
                      field<&T::agenda>("agenda"), field<&T::focus>("focus"), field<&T::floor>("floor"),
                      field<&T::questions>("questions"), field<&T::polls>("polls"), field<&T::takeaways>("takeaways"),
                      field<&T::signals>("signals"), field<&T::announcement>("announcement"),
                      field<&T::announcement_on_screen>("announcement_on_screen"), field<&T::captions>("captions"),
                      field<&T::present>("present"), field<&T::head_count>("head_count"), field<&T::is_blank>("blank"),
                      field<&T::displays>("displays"), field<&T::joins>("joins"), field<&T::people>("people"),
                      field<&T::turns>("turns"), field<&T::undo>("undo"), field<&T::staff_line>("staff_line"),
                      field<&T::cues>("cues"), field<&T::cue>("cue"), field<&T::chair>("chair"),
                      field<&T::jottings>("jottings"), field<&T::narratives>("narratives"),
                      field<&T::breakouts>("breakouts"), field<&T::final_report>("final_report"));
  }
};

}  // namespace roundtable::view
