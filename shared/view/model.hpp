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
    return field_list(field("signal", &T::signal), field("onsite", &T::onsite), field("online", &T::online),
                      field("not_stated", &T::not_stated), field("seen", &T::seen), field("people", &T::people));
  }
};

struct SignalsModel {
  std::vector<SignalModel> active;
  std::set<SignalKind> mine;
  std::vector<AnsweredSignal> answers;  // to this viewer
  static constexpr auto fields() {
    using T = SignalsModel;
    return field_list(field("active", &T::active), field("mine", &T::mine), field("answers", &T::answers));
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
    return field_list(field("session", &T::session), field("code", &T::code), field("title", &T::title),
                      field("description", &T::description), field("format", &T::format), field("status", &T::status),
                      field("stage", &T::stage), field("starts_at_ms", &T::starts_at_ms),
                      field("utc_offset_min", &T::utc_offset_min), field("duration_ms", &T::duration_ms),
                      field("languages", &T::languages), field("media", &T::media),
                      field("policy_questions", &T::policy_questions), field("sdg_targets", &T::sdg_targets),
                      field("expected_outcomes", &T::expected_outcomes));
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
    return field_list(field("participant", &T::participant), field("role", &T::role), field("roles", &T::roles),
                      field("staff", &T::is_staff), field("profile", &T::profile), field("guest", &T::guest),
                      field("may", &T::may), field("extra_time_percent", &T::extra_time_percent));
  }
};

struct AnnouncementModel {
  AnnouncementId announcement;
  std::string text;
  InstantMs at_ms = 0;
  std::string language;
  static constexpr auto fields() {
    using T = AnnouncementModel;
    return field_list(field("announcement", &T::announcement), field("text", &T::text), field("at_ms", &T::at_ms),
                      field("language", &T::language));
  }
};

struct CaptionModel {
  std::string text;
  std::string language;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = CaptionModel;
    return field_list(field("text", &T::text), field("language", &T::language), field("at_ms", &T::at_ms));
  }
};

struct PresentModel {
  std::int64_t onsite = 0;
  std::int64_t online = 0;
  std::int64_t not_stated = 0;
  std::int64_t all = 0;
  static constexpr auto fields() {
    using T = PresentModel;
    return field_list(field("onsite", &T::onsite), field("online", &T::online), field("not_stated", &T::not_stated),
                      field("all", &T::all));
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
    return field_list(field("seq", &T::seq), field("what", &T::what), field("at_ms", &T::at_ms),
                      field("until_ms", &T::until_ms), field("about", &T::about));
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
    return field_list(field("now_ms", &T::now_ms), field("session", &T::session), field("me", &T::me),
                      field("agenda", &T::agenda), field("focus", &T::focus), field("floor", &T::floor),
                      field("questions", &T::questions), field("polls", &T::polls), field("takeaways", &T::takeaways),
                      field("signals", &T::signals), field("announcement", &T::announcement),
                      field("announcement_on_screen", &T::announcement_on_screen), field("captions", &T::captions),
                      field("present", &T::present), field("head_count", &T::head_count), field("blank", &T::is_blank),
                      field("displays", &T::displays), field("joins", &T::joins), field("people", &T::people),
                      field("turns", &T::turns), field("undo", &T::undo), field("staff_line", &T::staff_line),
                      field("cues", &T::cues), field("cue", &T::cue), field("chair", &T::chair),
                      field("jottings", &T::jottings), field("narratives", &T::narratives),
                      field("breakouts", &T::breakouts), field("final_report", &T::final_report));
  }
};

}  // namespace roundtable::view
