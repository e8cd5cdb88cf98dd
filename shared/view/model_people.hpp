// What a page paints of people.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/state.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

/// Instead of a name that is not on screens. Staff, and the person itself, get both.
struct GuestModel {
  PersonId number;
  Modality modality = Modality::not_stated;
  bool is_hidden = false;  // by staff, who alone are told
  static constexpr auto fields() {
    using T = GuestModel;
    return field_list(field("number", &T::number), field("modality", &T::modality), field("hidden", &T::is_hidden));
  }
};

/// Somebody who asked to join and waits; staff only.
struct KnockModel {
  KnockId knock;
  std::string name;
  std::optional<std::string> affiliation;
  Modality modality = Modality::not_stated;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = KnockModel;
    return field_list(field("knock", &T::knock), field("name", &T::name), field("affiliation", &T::affiliation),
                      field("modality", &T::modality), field("at_ms", &T::at_ms));
  }
};

struct JoinsModel {
  JoinsMode mode = JoinsMode::open;
  std::vector<KnockModel> waiting;
  static constexpr auto fields() {
    using T = JoinsModel;
    return field_list(field("mode", &T::mode), field("waiting", &T::waiting));
  }
};

struct HeadCountModel {
  Nullable<std::int64_t> room;
  Nullable<std::int64_t> call;
  Nullable<std::int64_t> all;  // where one side was not counted, those of it who joined count
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = HeadCountModel;
    return field_list(field("room", &T::room), field("call", &T::call), field("all", &T::all),
                      field("at_ms", &T::at_ms));
  }
};

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
  std::optional<std::string> seat;
  std::optional<InReport> in_report;
  static constexpr auto fields() {
    using T = ProfileModel;
    return field_list(field("name", &T::name), field("affiliation", &T::affiliation),
                      field("stakeholder_group", &T::stakeholder_group), field("regional_group", &T::regional_group),
                      field("modality", &T::modality), field("languages", &T::languages),
                      field("call_name", &T::call_name), field("said_as", &T::said_as), field("gender", &T::gender),
                      field("seat", &T::seat),

                      field("in_report", &T::in_report));
  }
};

/// Another entry of the same person, merged by staff; they may part it again.
struct MergedEntryModel {
  PersonId person;
  std::string name;
  static constexpr auto fields() {
    return field_list(field("person", &MergedEntryModel::person), field("name", &MergedEntryModel::name));
  }
};

struct PersonModel {
  PersonId person;
  std::string name;
  std::optional<GuestModel> guest;
  std::optional<std::string> affiliation;
  StakeholderGroup stakeholder_group = StakeholderGroup::not_stated;
  RegionalGroup regional_group = RegionalGroup::not_stated;
  Modality modality = Modality::not_stated;
  std::vector<std::string> languages;
  std::optional<std::string> call_name;
  std::optional<std::string> said_as;
  std::optional<InReport> in_report;  // for staff
  Roles roles;
  bool has_device = false;
  bool is_present = false;
  std::optional<std::string> seat;
  std::optional<std::uint32_t> extra_time_percent;  // staff only
  std::vector<MergedEntryModel> merged;             // for staff
  static constexpr auto fields() {
    using T = PersonModel;
    return field_list(field("person", &T::person), field("name", &T::name), field("guest", &T::guest),
                      field("affiliation", &T::affiliation), field("stakeholder_group", &T::stakeholder_group),
                      field("regional_group", &T::regional_group), field("modality", &T::modality),
                      field("languages", &T::languages), field("call_name", &T::call_name),
                      field("said_as", &T::said_as), field("in_report", &T::in_report), field("roles", &T::roles),
                      field("has_device", &T::has_device), field("present", &T::is_present), field("seat", &T::seat),
                      field("extra_time_percent", &T::extra_time_percent),

                      field("merged", &T::merged));
  }
};

}  // namespace roundtable::view
