// What a page paints: codes and numbers, every sentence is the page's. webclient/src/core/types.ts names the same
// fields.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/state.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

struct ProfileModel {
  std::string name;
  std::optional<std::string> affiliation;
  StakeholderGroup stakeholder_group = StakeholderGroup::not_stated;
  RegionalGroup regional_group = RegionalGroup::not_stated;
  Modality modality = Modality::not_stated;
  std::vector<std::string> languages;
  std::optional<std::string> call_name;
  std::optional<std::string> said_as;
  std::optional<std::string> gender;
  static constexpr auto fields() {
    using T = ProfileModel;
    return std::tuple{field("name", &T::name),
                      field("affiliation", &T::affiliation),
                      field("stakeholder_group", &T::stakeholder_group),
                      field("regional_group", &T::regional_group),
                      field("modality", &T::modality),
                      field("languages", &T::languages),
                      field("call_name", &T::call_name),
                      field("said_as", &T::said_as),
                      field("gender", &T::gender)};
  }
};

struct PersonModel {
  PersonId person;
  std::string name;
  std::optional<std::string> affiliation;
  StakeholderGroup stakeholder_group = StakeholderGroup::not_stated;
  RegionalGroup regional_group = RegionalGroup::not_stated;
  Modality modality = Modality::not_stated;
  std::vector<std::string> languages;
  std::optional<std::string> call_name;
  std::optional<std::string> said_as;
  Roles roles;
  bool has_device = false;
  bool is_present = false;
  static constexpr auto fields() {
    using T = PersonModel;
    return std::tuple{field("person", &T::person),
                      field("name", &T::name),
                      field("affiliation", &T::affiliation),
                      field("stakeholder_group", &T::stakeholder_group),
                      field("regional_group", &T::regional_group),
                      field("modality", &T::modality),
                      field("languages", &T::languages),
                      field("call_name", &T::call_name),
                      field("said_as", &T::said_as),
                      field("roles", &T::roles),
                      field("has_device", &T::has_device),
                      field("present", &T::is_present)};
  }
};

struct SpeakerModel {
  PersonId person;
  std::string name;
  DurationMs planned_ms = 0;
  static constexpr auto fields() {
    using T = SpeakerModel;
    return std::tuple{field("person", &T::person), field("name", &T::name), field("planned_ms", &T::planned_ms)};
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
  std::vector<SpeakerModel> speakers;
  static constexpr auto fields() {
    using T = PhaseModel;
    return std::tuple{field("phase", &T::phase),
                      field("title", &T::title),
                      field("kind", &T::kind),
                      field("state", &T::progress),
                      field("planned_ms", &T::planned_ms),
                      field("original_ms", &T::original_ms),
                      field("min_ms", &T::min_ms),
                      field("protected", &T::is_protected),
                      field("elapsed_ms", &T::elapsed_ms),
                      field("starts_at_ms", &T::starts_at_ms),
                      field("ends_at_ms", &T::ends_at_ms),
                      field("speakers", &T::speakers)};
  }
};

struct FitPhaseModel {
  PhaseId phase;
  DurationMs planned_ms = 0;
  DurationMs fitted_ms = 0;
  static constexpr auto fields() {
    using T = FitPhaseModel;
    return std::tuple{field("phase", &T::phase), field("planned_ms", &T::planned_ms),
                      field("fitted_ms", &T::fitted_ms)};
  }
};

struct FitModel {
  std::vector<FitPhaseModel> phases;
  DurationMs still_over_ms = 0;
  static constexpr auto fields() {
    using T = FitModel;
    return std::tuple{field("phases", &T::phases), field("still_over_ms", &T::still_over_ms)};
  }
};

struct AgendaModel {
  std::vector<PhaseModel> phases;
  Nullable<PhaseId> current;
  Nullable<PhaseId> next;
  Nullable<PhaseId> previous;
  bool is_paused = false;
  Nullable<DurationMs> remaining_ms;
  InstantMs slot_ends_at_ms = 0;
  InstantMs projected_end_ms = 0;
  DurationMs over_ms = 0;
  Nullable<FitModel> fit;
  static constexpr auto fields() {
    using T = AgendaModel;
    return std::tuple{field("phases", &T::phases),
                      field("current", &T::current),
                      field("next", &T::next),
                      field("previous", &T::previous),
                      field("paused", &T::is_paused),
                      field("remaining_ms", &T::remaining_ms),
                      field("slot_ends_at_ms", &T::slot_ends_at_ms),
                      field("projected_end_ms", &T::projected_end_ms),
                      field("over_ms", &T::over_ms),
                      field("fit", &T::fit)};
  }
};

struct TurnModel {
  TurnId turn;
  Nullable<HandId> hand;
  PersonId person;
  std::string name;
  StakeholderGroup stakeholder_group = StakeholderGroup::not_stated;
  RegionalGroup regional_group = RegionalGroup::not_stated;
  Modality modality = Modality::not_stated;
  std::optional<std::string> affiliation;
  std::optional<std::string> call_name;
  std::optional<std::string> said_as;
  Rule rule = Rule::arrival;
  std::optional<Attribute> by;
  bool is_first = false;
  bool is_mine = false;
  DurationMs planned_ms = 0;
  DurationMs elapsed_ms = 0;
  DurationMs remaining_ms = 0;
  bool is_paused = false;
  bool is_charged = false;
  static constexpr auto fields() {
    using T = TurnModel;
    return std::tuple{field("turn", &T::turn),
                      field("hand", &T::hand),
                      field("person", &T::person),
                      field("name", &T::name),
                      field("stakeholder_group", &T::stakeholder_group),
                      field("regional_group", &T::regional_group),
                      field("modality", &T::modality),
                      field("affiliation", &T::affiliation),
                      field("call_name", &T::call_name),
                      field("said_as", &T::said_as),
                      field("rule", &T::rule),
                      field("by", &T::by),
                      field("first_time", &T::is_first),
                      field("mine", &T::is_mine),
                      field("planned_ms", &T::planned_ms),
                      field("elapsed_ms", &T::elapsed_ms),
                      field("remaining_ms", &T::remaining_ms),
                      field("paused", &T::is_paused),
                      field("charged", &T::is_charged)};
  }
};

struct HandModel {
  HandId hand;
  PersonId person;
  std::string name;
  std::optional<std::string> affiliation;
  std::optional<std::string> call_name;
  std::optional<std::string> said_as;
  StakeholderGroup stakeholder_group = StakeholderGroup::not_stated;
  RegionalGroup regional_group = RegionalGroup::not_stated;
  Modality modality = Modality::not_stated;
  HandKind kind = HandKind::intervention;
  bool is_accepted = false;
  std::int64_t position = 0;
  Rule rule = Rule::arrival;
  std::optional<Attribute> by;
  bool is_first = false;
  bool is_held = false;
  bool is_mine = false;
  bool is_by_staff = false;
  bool has_device = false;
  DurationMs wait_ms = 0;
  InstantMs raised_at_ms = 0;
  static constexpr auto fields() {
    using T = HandModel;
    return std::tuple{field("hand", &T::hand),
                      field("person", &T::person),
                      field("name", &T::name),
                      field("affiliation", &T::affiliation),
                      field("call_name", &T::call_name),
                      field("said_as", &T::said_as),
                      field("stakeholder_group", &T::stakeholder_group),
                      field("regional_group", &T::regional_group),
                      field("modality", &T::modality),
                      field("kind", &T::kind),
                      field("accepted", &T::is_accepted),
                      field("position", &T::position),
                      field("rule", &T::rule),
                      field("by", &T::by),
                      field("first_time", &T::is_first),
                      field("held", &T::is_held),
                      field("mine", &T::is_mine),
                      field("by_staff", &T::is_by_staff),
                      field("has_device", &T::has_device),
                      field("wait_ms", &T::wait_ms),
                      field("raised_at_ms", &T::raised_at_ms)};
  }
};

/// A turn that was, for the rapporteur's evidence; staff only.
struct PastTurnModel {
  TurnId turn;
  PersonId person;
  std::string name;
  InstantMs at_ms = 0;
  DurationMs elapsed_ms = 0;
  Rule rule = Rule::arrival;
  bool is_charged = false;
  static constexpr auto fields() {
    using T = PastTurnModel;
    return std::tuple{field("turn", &T::turn),         field("person", &T::person),         field("name", &T::name),
                      field("at_ms", &T::at_ms),       field("elapsed_ms", &T::elapsed_ms), field("rule", &T::rule),
                      field("charged", &T::is_charged)};
  }
};

struct ExpectedPlaceModel {
  std::int64_t position = 0;
  DurationMs wait_ms = 0;
  static constexpr auto fields() {
    using T = ExpectedPlaceModel;
    return std::tuple{field("position", &T::position), field("wait_ms", &T::wait_ms)};
  }
};

struct ServedGroupModel {
  std::string_view value;
  DurationMs served_ms = 0;
  std::int64_t turns = 0;
  std::int64_t share_percent = 0;
  static constexpr auto fields() {
    using T = ServedGroupModel;
    return std::tuple{field("value", &T::value), field("served_ms", &T::served_ms), field("turns", &T::turns),
                      field("share_percent", &T::share_percent)};
  }
};

struct ServedModel {
  std::vector<ServedGroupModel> stakeholder_group;
  std::vector<ServedGroupModel> regional_group;
  std::vector<ServedGroupModel> modality;
  static constexpr auto fields() {
    using T = ServedModel;
    return std::tuple{field("stakeholder_group", &T::stakeholder_group), field("regional_group", &T::regional_group),
                      field("modality", &T::modality)};
  }
};

struct FloorModel {
  Nullable<TurnModel> turn;
  std::vector<HandModel> queue;
  Nullable<HandModel> mine;
  Nullable<ExpectedPlaceModel> if_raised;
  DurationMs turn_ms = 0;
  std::string policy;
  std::vector<FloorRule> rules;
  ServedModel served;
  static constexpr auto fields() {
    using T = FloorModel;
    return std::tuple{field("turn", &T::turn),           field("queue", &T::queue),     field("mine", &T::mine),
                      field("if_raised", &T::if_raised), field("turn_ms", &T::turn_ms), field("policy", &T::policy),
                      field("rules", &T::rules),         field("served", &T::served)};
  }
};

struct WordingModel {
  QuestionId question;
  std::string text;
  std::optional<std::string> author_name;
  static constexpr auto fields() {
    using T = WordingModel;
    return std::tuple{field("question", &T::question), field("text", &T::text), field("author_name", &T::author_name)};
  }
};

struct SimilarModel {
  QuestionId question;
  std::string text;
  std::int64_t percent = 0;
  static constexpr auto fields() {
    using T = SimilarModel;
    return std::tuple{field("question", &T::question), field("text", &T::text), field("percent", &T::percent)};
  }
};

struct QuestionModel {
  QuestionId question;
  std::string text;
  std::string language;
  QuestionStatus status = QuestionStatus::pending;
  bool is_anonymous = false;
  std::optional<PersonId> author;
  std::optional<std::string> author_name;
  std::optional<StakeholderGroup> stakeholder_group;
  std::optional<Modality> modality;
  InstantMs asked_at_ms = 0;
  Nullable<std::int64_t> votes;
  bool has_voted = false;
  bool is_mine = false;
  bool is_on_screen = false;
  std::optional<std::string> reason;
  std::optional<std::string> answer;
  bool is_answered_live = false;
  std::optional<QuestionId> merged_into;
  std::vector<WordingModel> merged;
  std::vector<SimilarModel> similar;
  static constexpr auto fields() {
    using T = QuestionModel;
    return std::tuple{field("question", &T::question),
                      field("text", &T::text),
                      field("language", &T::language),
                      field("status", &T::status),
                      field("anonymous", &T::is_anonymous),
                      field("author", &T::author),
                      field("author_name", &T::author_name),
                      field("stakeholder_group", &T::stakeholder_group),
                      field("modality", &T::modality),
                      field("asked_at_ms", &T::asked_at_ms),
                      field("votes", &T::votes),
                      field("voted", &T::has_voted),
                      field("mine", &T::is_mine),
                      field("on_screen", &T::is_on_screen),
                      field("reason", &T::reason),
                      field("answer", &T::answer),
                      field("answered_live", &T::is_answered_live),
                      field("merged_into", &T::merged_into),
                      field("merged", &T::merged),
                      field("similar", &T::similar)};
  }
};

struct QuestionsModel {
  bool is_moderated = false;
  bool allows_anonymous = false;
  Nullable<QuestionModel> on_screen;
  std::vector<QuestionModel> pending;
  std::vector<QuestionModel> by_votes;
  std::vector<QuestionId> by_time;
  std::vector<QuestionId> representative;
  std::vector<QuestionModel> settled;
  std::vector<QuestionModel> rejected;
  std::vector<QuestionModel> mine;
  static constexpr auto fields() {
    using T = QuestionsModel;
    return std::tuple{field("moderated", &T::is_moderated),
                      field("anonymous_allowed", &T::allows_anonymous),
                      field("on_screen", &T::on_screen),
                      field("pending", &T::pending),
                      field("by_votes", &T::by_votes),
                      field("by_time", &T::by_time),
                      field("representative", &T::representative),
                      field("settled", &T::settled),
                      field("rejected", &T::rejected),
                      field("mine", &T::mine)};
  }
};

struct EvidenceModel {
  std::optional<QuestionId> question;
  std::optional<TurnId> turn;
  std::optional<std::string> text;
  std::optional<std::string> name;
  static constexpr auto fields() {
    using T = EvidenceModel;
    return std::tuple{field("question", &T::question), field("turn", &T::turn), field("text", &T::text),
                      field("name", &T::name)};
  }
};

struct TakeawayModel {
  ItemId item;
  TakeawayKind kind = TakeawayKind::takeaway;
  std::string title;
  std::string body;
  std::string language;
  std::uint32_t revision = 0;
  bool is_published = false;
  std::optional<PersonId> author;
  std::optional<std::string> author_name;
  InstantMs edited_at_ms = 0;
  std::vector<EvidenceModel> evidence;
  std::vector<std::string_view> warnings;
  static constexpr auto fields() {
    using T = TakeawayModel;
    return std::tuple{field("item", &T::item),
                      field("kind", &T::kind),
                      field("title", &T::title),
                      field("body", &T::body),
                      field("language", &T::language),
                      field("revision", &T::revision),
                      field("published", &T::is_published),
                      field("author", &T::author),
                      field("author_name", &T::author_name),
                      field("edited_at_ms", &T::edited_at_ms),
                      field("evidence", &T::evidence),
                      field("warnings", &T::warnings)};
  }
};

struct TakeawayCountsModel {
  std::int64_t takeaway = 0;
  std::int64_t call_to_action = 0;
  std::int64_t commitment = 0;
  static constexpr auto fields() {
    using T = TakeawayCountsModel;
    return std::tuple{field("takeaway", &T::takeaway), field("call_to_action", &T::call_to_action),
                      field("commitment", &T::commitment)};
  }
};

struct TakeawaysModel {
  std::vector<TakeawayModel> items;
  ReportPreset preset;
  TakeawayCountsModel counts;
  static constexpr auto fields() {
    using T = TakeawaysModel;
    return std::tuple{field("items", &T::items), field("preset", &T::preset), field("counts", &T::counts)};
  }
};

struct SignalModel {
  SignalKind signal = SignalKind::cannot_hear;
  std::int64_t onsite = 0;
  std::int64_t online = 0;
  std::int64_t not_stated = 0;
  std::vector<PersonId> people;
  static constexpr auto fields() {
    using T = SignalModel;
    return std::tuple{field("signal", &T::signal), field("onsite", &T::onsite), field("online", &T::online),
                      field("not_stated", &T::not_stated), field("people", &T::people)};
  }
};

struct SignalsModel {
  std::vector<SignalModel> active;
  std::set<SignalKind> mine;
  static constexpr auto fields() {
    using T = SignalsModel;
    return std::tuple{field("active", &T::active), field("mine", &T::mine)};
  }
};

struct SessionModel {
  std::string session;
  std::string code;
  std::string title;
  std::string description;
  std::string format;
  SessionStatus status = SessionStatus::prepared;
  InstantMs starts_at_ms = 0;
  DurationMs duration_ms = 0;
  std::vector<std::string> languages;
  std::vector<MediaLink> media;
  std::vector<std::string> policy_questions;
  std::vector<std::string> sdg_targets;
  std::vector<std::string> expected_outcomes;
  static constexpr auto fields() {
    using T = SessionModel;
    return std::tuple{field("session", &T::session),
                      field("code", &T::code),
                      field("title", &T::title),
                      field("description", &T::description),
                      field("format", &T::format),
                      field("status", &T::status),
                      field("starts_at_ms", &T::starts_at_ms),
                      field("duration_ms", &T::duration_ms),
                      field("languages", &T::languages),
                      field("media", &T::media),
                      field("policy_questions", &T::policy_questions),
                      field("sdg_targets", &T::sdg_targets),
                      field("expected_outcomes", &T::expected_outcomes)};
  }
};

struct MeModel {
  Nullable<PersonId> participant;
  Role role = Role::attendee;
  Roles roles;
  bool is_staff = false;
  Nullable<ProfileModel> profile;
  std::vector<std::string_view> may;
  static constexpr auto fields() {
    using T = MeModel;
    return std::tuple{field("participant", &T::participant), field("role", &T::role),       field("roles", &T::roles),
                      field("staff", &T::is_staff),          field("profile", &T::profile), field("may", &T::may)};
  }
};

struct AnnouncementModel {
  AnnouncementId announcement;
  std::string text;
  InstantMs at_ms = 0;
  std::string language;
  static constexpr auto fields() {
    using T = AnnouncementModel;
    return std::tuple{field("announcement", &T::announcement), field("text", &T::text), field("at_ms", &T::at_ms),
                      field("language", &T::language)};
  }
};

struct PresentModel {
  std::int64_t onsite = 0;
  std::int64_t online = 0;
  std::int64_t not_stated = 0;
  std::int64_t all = 0;
  static constexpr auto fields() {
    using T = PresentModel;
    return std::tuple{field("onsite", &T::onsite), field("online", &T::online), field("not_stated", &T::not_stated),
                      field("all", &T::all)};
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
  TakeawaysModel takeaways;
  SignalsModel signals;
  Nullable<AnnouncementModel> announcement;
  Nullable<PresentModel> present;
  std::vector<PersonModel> people;
  std::optional<std::vector<PastTurnModel>> turns;
  static constexpr auto fields() {
    using T = Model;
    return std::tuple{field("now_ms", &T::now_ms),
                      field("session", &T::session),
                      field("me", &T::me),
                      field("agenda", &T::agenda),
                      field("focus", &T::focus),
                      field("floor", &T::floor),
                      field("questions", &T::questions),
                      field("takeaways", &T::takeaways),
                      field("signals", &T::signals),
                      field("announcement", &T::announcement),
                      field("present", &T::present),
                      field("people", &T::people),
                      field("turns", &T::turns)};
  }
};

}  // namespace roundtable::view
