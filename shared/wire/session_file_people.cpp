#include <algorithm>
#include <array>

#include "core/limits.hpp"
#include "wire/session_file_parts.hpp"

namespace roundtable::wire {

namespace {

namespace limits = core::limits;
using core::Role;

/// Captioner, display and overlay are links without a person.
constexpr std::array people_roles{Role::moderator,  Role::online_moderator, Role::steward,
                                  Role::rapporteur, Role::speaker,          Role::attendee};

constexpr std::array<std::string_view, people_roles.size()> role_names() {
  std::array<std::string_view, people_roles.size()> names{};
  for (std::size_t index = 0; index < names.size(); ++index) names[index] = core::name_of(people_roles[index]);
  return names;
}
constexpr auto people_role_names = role_names();

core::Roles read_roles(const Spot& spot) {
  core::Roles roles;
  const ListRule list{"the roles of the person", people_roles.size(), 1, Need::required};
  for (const Spot& entry : read_list(spot, list)) {
    const auto index = read_word(entry, {"a role", people_role_names.data(), people_role_names.size(), Need::required});
    if (!index) continue;
    if (roles.has(people_roles[*index])) entry.fault("this role stands twice in the list; keep one");
    roles.add(people_roles[*index]);
  }
  return roles;
}

bool is_language_tag(std::string_view tag) {
  std::size_t part = 0;
  bool is_first = true;
  for (const char letter : tag) {
    const bool alpha = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    const bool digit = letter >= '0' && letter <= '9';
    if (letter == '-') {
      if (part == 0 || (is_first && part < 2)) return false;
      is_first = false;
      part = 0;
    } else if (!(alpha || (digit && !is_first)) || ++part > 8) {
      return false;
    }
  }
  return part >= (is_first ? 2U : 1U);
}

core::Profile read_profile(const Spot& person) {
  const auto words = [&person](std::string_view field, std::string_view what, std::size_t most) {
    return core::Words(read_text(person[field], {what, most, TextKind::name}).value_or(""));
  };
  core::Profile profile;
  profile.affiliation = words("affiliation", "where the person belongs", limits::affiliation_characters);
  profile.call_name = words("call_name", "the name in the video call", limits::profile_note_characters);
  profile.said_as = words("said_as", "how the name is said", limits::profile_note_characters);
  profile.seat = words("seat", "where the person sits", limits::profile_note_characters);
  profile.gender = words("gender", "the gender of the person", limits::profile_note_characters);
  profile.stakeholder_group = read_name<core::StakeholderGroup>(person["stakeholder_group"], "the stakeholder group")
                                  .value_or(core::StakeholderGroup::not_stated);
  profile.regional_group = read_name<core::RegionalGroup>(person["regional_group"], "the regional group")
                               .value_or(core::RegionalGroup::not_stated);
  profile.modality = read_name<core::Modality>(person["modality"], "the modality").value_or(core::Modality::not_stated);
  profile.in_report = read_name<core::InReport>(person["in_report"], "how the report names the person");
  profile.languages = read_languages(person["languages"]);
  return profile;
}

}  // namespace

std::vector<std::string> read_languages(const Spot& spot) {
  std::vector<std::string> tags;
  for (const Spot& entry : read_list(spot, {"the languages", limits::languages, 0, Need::optional})) {
    const auto tag = read_text(entry, {"a language tag such as \"en\" or \"pt-BR\"", limits::language_characters,
                                       TextKind::name, Need::required});
    if (!tag) continue;
    if (!is_language_tag(*tag)) {
      entry.fault(shown(*tag) + " is no language tag; give one such as \"en\" or \"pt-BR\"");
    } else if (std::find(tags.begin(), tags.end(), *tag) != tags.end()) {
      entry.fault(shown(*tag) + " stands twice in the list; keep one");
    } else {
      tags.push_back(*tag);
    }
  }
  return tags;
}

std::vector<core::PlannedPerson> read_people(const Spot& spot, PeopleByName& by_name) {
  std::vector<core::PlannedPerson> people;
  for (const Spot& entry : read_list(spot, {"the people", limits::file_people, 0, Need::optional})) {
    core::PlannedPerson person;
    const core::PersonId id{static_cast<std::uint32_t>(people.size() + 1)};
    if (is_object(entry, "a person with name and roles")) {
      const auto name =
          read_text(entry["name"], {"the name of the person", limits::name_characters, TextKind::name, Need::required});
      person.profile = read_profile(entry);
      person.profile.name = core::Words(name.value_or(""));
      person.roles = read_roles(entry["roles"]);
      const WholeRule extra_time{"the person's extra time in per cent of a turn", 0, limits::extra_time_percent};
      person.extra_time_percent =
          static_cast<std::uint32_t>(read_whole(entry["extra_time_percent"], extra_time).value_or(0));
      if (name) {
        const auto [first, is_new] = by_name.try_emplace(folded(*name), id);
        if (!is_new) {
          entry["name"].fault(shown(*name) + " is already the name at /people/" +
                              std::to_string(first->second.value - 1) +
                              "; give each person once, or tell them apart in the name");
        }
      }
    }
    people.push_back(std::move(person));
  }
  return people;
}

}  // namespace roundtable::wire
