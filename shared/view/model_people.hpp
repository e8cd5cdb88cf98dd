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
    return field_list(field<&T::number>("number"), field<&T::modality>("modality"), field<&T::is_hidden>("hidden"));
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
    return field_list(field<&T::knock>("knock"), field<&T::name>("name"), field<&T::affiliation>("affiliation"),
                      field<&T::modality>("modality"), field<&T::at_ms>("at_ms"));
  }
};

struct JoinsModel {
  JoinsMode mode = JoinsMode::open;
  std::vector<KnockModel> waiting;
  static constexpr auto fields() {
    using T = JoinsModel;
    return field_list(field<&T::mode>("mode"), field<&T::waiting>("waiting"));
  }
};

struct HeadCountModel {
  Nullable<std::int64_t> room;
  Nullable<std::int64_t> call;
  Nullable<std::int64_t> all;  // where one side was not counted, those of it who joined count
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = HeadCountModel;
    return field_list(field<&T::room>("room"), field<&T::call>("call"), field<&T::all>("all"),
                      field<&T::at_ms>("at_ms"));
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
    return field_list(field<&T::name>("name"), field<&T::affiliation>("affiliation"),
                      field<&T::stakeholder_group>("stakeholder_group"), field<&T::regional_group>("regional_group"),
                      field<&T::modality>("modality"), field<&T::languages>("languages"),
                      field<&T::call_name>("call_name"), field<&T::said_as>("said_as"), field<&T::gender>("gender"),
                      field<&T::seat>("seat"),

                      field<&T::in_report>("in_report"));
  }
};

/// Another entry of the same person, merged by staff; they may part it again.
struct MergedEntryModel {
  PersonId person;
  std::string name;
  static constexpr auto fields() {
    return field_list(field<&MergedEntryModel::person>("person"), field<&MergedEntryModel::name>("name"));
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
    return field_list(field<&T::person>("person"), field<&T::name>("name"), field<&T::guest>("guest"),
                      field<&T::affiliation>("affiliation"), field<&T::stakeholder_group>("stakeholder_group"),
                      field<&T::regional_group>("regional_group"), field<&T::modality>("modality"),
                      field<&T::languages>("languages"), field<&T::call_name>("call_name"),
                      field<&T::said_as>("said_as"), field<&T::in_report>("in_report"), field<&T::roles>("roles"),
                      field<&T::has_device>("has_device"), field<&T::is_present>("present"), field<&T::seat>("seat"),
                      field<&T::extra_time_percent>("extra_time_percent"),

                      field<&T::merged>("merged"));
  }
};

}  // namespace roundtable::view
