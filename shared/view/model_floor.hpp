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
        field<&T::turn>("turn"), field<&T::kind>("kind"), field<&T::talk>("talk"), field<&T::hand>("hand"),
        field<&T::person>("person"), field<&T::name>("name"), field<&T::guest>("guest"), field<&T::reports>("reports"),
        field<&T::stakeholder_group>("stakeholder_group"), field<&T::regional_group>("regional_group"),
        field<&T::modality>("modality"), field<&T::affiliation>("affiliation"), field<&T::call_name>("call_name"),
        field<&T::said_as>("said_as"), field<&T::rule>("rule"), field<&T::by>("by"), field<&T::is_first>("first_time"),
        field<&T::is_mine>("mine"), field<&T::planned_ms>("planned_ms"), field<&T::elapsed_ms>("elapsed_ms"),
        field<&T::remaining_ms>("remaining_ms"), field<&T::is_paused>("paused"), field<&T::is_charged>("charged"),
        field<&T::is_typed>("typed"), field<&T::text>("text"), field<&T::language>("language"));
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
        field<&T::hand>("hand"), field<&T::person>("person"), field<&T::name>("name"), field<&T::guest>("guest"),
        field<&T::affiliation>("affiliation"), field<&T::call_name>("call_name"), field<&T::said_as>("said_as"),
        field<&T::stakeholder_group>("stakeholder_group"), field<&T::regional_group>("regional_group"),
        field<&T::modality>("modality"), field<&T::kind>("kind"), field<&T::is_accepted>("accepted"),
        field<&T::is_away>("away"), field<&T::position>("position"), field<&T::rule>("rule"), field<&T::by>("by"),
        field<&T::is_first>("first_time"), field<&T::is_held>("held"), field<&T::is_mine>("mine"),
        field<&T::is_by_staff>("by_staff"), field<&T::has_device>("has_device"), field<&T::wait_ms>("wait_ms"),
        field<&T::raised_at_ms>("raised_at_ms"), field<&T::is_typed>("typed"), field<&T::text>("text"),
        field<&T::language>("language"), field<&T::seat>("seat"));
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
    return field_list(field<&T::turn>("turn"), field<&T::person>("person"), field<&T::name>("name"),
                      field<&T::guest>("guest"), field<&T::at_ms>("at_ms"), field<&T::elapsed_ms>("elapsed_ms"),
                      field<&T::rule>("rule"), field<&T::is_charged>("charged"), field<&T::kind>("kind"),
                      field<&T::is_undone>("undone"), field<&T::is_unspoken>("unspoken"), field<&T::is_typed>("typed"));
  }
};

struct ExpectedPlaceModel {
  std::int64_t position = 0;
  DurationMs wait_ms = 0;
  static constexpr auto fields() {
    using T = ExpectedPlaceModel;
    return field_list(field<&T::position>("position"), field<&T::wait_ms>("wait_ms"));
  }
};

struct ServedGroupModel {
  std::string_view value;
  DurationMs served_ms = 0;
  std::int64_t turns = 0;
  std::int64_t share_percent = 0;
  static constexpr auto fields() {
    using T = ServedGroupModel;
    return field_list(field<&T::value>("value"), field<&T::served_ms>("served_ms"), field<&T::turns>("turns"),
                      field<&T::share_percent>("share_percent"));
  }
};

struct ServedModel {
  std::vector<ServedGroupModel> stakeholder_group;
  std::vector<ServedGroupModel> regional_group;
  std::vector<ServedGroupModel> modality;
  static constexpr auto fields() {
    using T = ServedModel;
    return field_list(field<&T::stakeholder_group>("stakeholder_group"), field<&T::regional_group>("regional_group"),
                      field<&T::modality>("modality"));
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
    return field_list(field<&T::waiting>("waiting"), field<&T::needed_ms>("needed_ms"), field<&T::left_ms>("left_ms"),
                      field<&T::each_ms>("each_ms"));
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
    return field_list(field<&T::mode>("mode"), field<&T::kinds>("kinds"), field<&T::advice>("advice"),
                      field<&T::turn>("turn"), field<&T::queue>("queue"), field<&T::mine>("mine"),
                      field<&T::if_raised>("if_raised"), field<&T::turn_ms>("turn_ms"), field<&T::policy>("policy"),
                      field<&T::rules>("rules"), field<&T::served>("served"));
  }
};

}  // namespace roundtable::view
