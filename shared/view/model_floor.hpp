// What a page paints of the floor: the running turn, the queue, past turns, what was served.
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

struct TurnModel {
  TurnId turn;
  TurnKind kind = TurnKind::intervention;
  std::optional<TalkId> talk;
  Nullable<HandId> hand;
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  std::optional<ReportingGroupModel> reports;
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
  bool is_typed = false;  // staff read `text` aloud
  std::optional<std::string> text;
  std::optional<std::string> language;  // as said with the hand, else the person's first
  static constexpr auto fields() {
    using T = TurnModel;
    return field_list(
        field("turn", &T::turn), field("kind", &T::kind), field("talk", &T::talk), field("hand", &T::hand),
        field("person", &T::person), field("name", &T::name), field("guest", &T::guest), field("reports", &T::reports),
        field("stakeholder_group", &T::stakeholder_group), field("regional_group", &T::regional_group),
        field("modality", &T::modality), field("affiliation", &T::affiliation), field("call_name", &T::call_name),
        field("said_as", &T::said_as), field("rule", &T::rule), field("by", &T::by), field("first_time", &T::is_first),
        field("mine", &T::is_mine), field("planned_ms", &T::planned_ms), field("elapsed_ms", &T::elapsed_ms),
        field("remaining_ms", &T::remaining_ms), field("paused", &T::is_paused), field("charged", &T::is_charged),
        field("typed", &T::is_typed), field("text", &T::text), field("language", &T::language));
  }
};

struct HandModel {
  HandId hand;
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  std::optional<std::string> affiliation;
  std::optional<std::string> call_name;
  std::optional<std::string> said_as;
  StakeholderGroup stakeholder_group = StakeholderGroup::not_stated;
  RegionalGroup regional_group = RegionalGroup::not_stated;
  Modality modality = Modality::not_stated;
  HandKind kind = HandKind::intervention;
  bool is_accepted = false;
  bool is_away = false;  // passed over for now; at the end, without a place
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
  bool is_typed = false;            // to be read aloud
  std::optional<std::string> text;  // staff and the author
  std::optional<std::string> language;
  std::optional<std::string> seat;  // staff
  static constexpr auto fields() {
    using T = HandModel;
    return field_list(
        field("hand", &T::hand), field("person", &T::person), field("name", &T::name), field("guest", &T::guest),
        field("affiliation", &T::affiliation), field("call_name", &T::call_name), field("said_as", &T::said_as),
        field("stakeholder_group", &T::stakeholder_group), field("regional_group", &T::regional_group),
        field("modality", &T::modality), field("kind", &T::kind), field("accepted", &T::is_accepted),
        field("away", &T::is_away), field("position", &T::position), field("rule", &T::rule), field("by", &T::by),
        field("first_time", &T::is_first), field("held", &T::is_held), field("mine", &T::is_mine),
        field("by_staff", &T::is_by_staff), field("has_device", &T::has_device), field("wait_ms", &T::wait_ms),
        field("raised_at_ms", &T::raised_at_ms), field("typed", &T::is_typed), field("text", &T::text),
        field("language", &T::language), field("seat", &T::seat));
  }
};

/// A turn that was, for the rapporteur's evidence; staff only.
struct PastTurnModel {
  TurnId turn;
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  InstantMs at_ms = 0;
  DurationMs elapsed_ms = 0;
  Rule rule = Rule::arrival;
  bool is_charged = false;
  TurnKind kind = TurnKind::intervention;
  bool is_undone = false;
  bool is_unspoken = false;
  bool is_typed = false;
  static constexpr auto fields() {
    using T = PastTurnModel;
    return field_list(field("turn", &T::turn), field("person", &T::person), field("name", &T::name),
                      field("guest", &T::guest), field("at_ms", &T::at_ms), field("elapsed_ms", &T::elapsed_ms),
                      field("rule", &T::rule), field("charged", &T::is_charged), field("kind", &T::kind),
                      field("undone", &T::is_undone), field("unspoken", &T::is_unspoken), field("typed", &T::is_typed));
  }
};

struct ExpectedPlaceModel {
  std::int64_t position = 0;
  DurationMs wait_ms = 0;
  static constexpr auto fields() {
    using T = ExpectedPlaceModel;
    return field_list(field("position", &T::position), field("wait_ms", &T::wait_ms));
  }
};

struct ServedGroupModel {
  std::string_view value;
  DurationMs served_ms = 0;
  std::int64_t turns = 0;
  std::int64_t share_percent = 0;
  static constexpr auto fields() {
    using T = ServedGroupModel;
    return field_list(field("value", &T::value), field("served_ms", &T::served_ms), field("turns", &T::turns),
                      field("share_percent", &T::share_percent));
  }
};

struct ServedModel {
  std::vector<ServedGroupModel> stakeholder_group;
  std::vector<ServedGroupModel> regional_group;
  std::vector<ServedGroupModel> modality;
  static constexpr auto fields() {
    using T = ServedModel;
    return field_list(field("stakeholder_group", &T::stakeholder_group), field("regional_group", &T::regional_group),
                      field("modality", &T::modality));
  }
};

/// Who waits, against the time that is left in the phase.
struct AdviceModel {
  std::int64_t waiting = 0;
  DurationMs needed_ms = 0;  // at the turn length that holds
  DurationMs left_ms = 0;
  DurationMs each_ms = 0;  // a turn length with which all would be heard; 0 where none would do
  static constexpr auto fields() {
    using T = AdviceModel;
    return field_list(field("waiting", &T::waiting), field("needed_ms", &T::needed_ms), field("left_ms", &T::left_ms),
                      field("each_ms", &T::each_ms));
  }
};

struct FloorModel {
  FloorMode mode = FloorMode::open;
  std::vector<HandKind> kinds;  // that may be raised
  Nullable<AdviceModel> advice;
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
    return field_list(field("mode", &T::mode), field("kinds", &T::kinds), field("advice", &T::advice),
                      field("turn", &T::turn), field("queue", &T::queue), field("mine", &T::mine),
                      field("if_raised", &T::if_raised), field("turn_ms", &T::turn_ms), field("policy", &T::policy),
                      field("rules", &T::rules), field("served", &T::served));
  }
};

}  // namespace roundtable::view
