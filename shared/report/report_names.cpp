// How the report names people: by name, by group or not at all, as the session and each person want it.
#include <algorithm>

#include "report/report_parts.hpp"
#include "report/report_words.hpp"

namespace roundtable::report {

namespace {

using core::InReport;

constexpr core::Roles named_roles{core::Role::moderator, core::Role::online_moderator, core::Role::steward,
                                  core::Role::rapporteur, core::Role::speaker};

std::string group_of(const core::Profile& profile) {
  if (profile.stakeholder_group == core::StakeholderGroup::not_stated) return "Participant";
  return "Participant (" + std::string(label(profile.stakeholder_group)) + ")";
}

std::string shown_as(InReport wanted, core::PersonId id, const core::Person& person, const ReportOptions& options) {
  switch (std::max(wanted, person.profile.in_report.value_or(InReport::name))) {
    case InReport::name:
      if (!options.for_staff && person.is_guest) return guest_name(id, person.profile.modality);
      return person.profile.name.text;
    case InReport::group:
      return group_of(person.profile);
    case InReport::none:
      break;
  }
  return "";
}

}  // namespace

InReport names_in(const core::State& state, const ReportOptions& options) {
  return options.names.value_or(options.for_staff ? InReport::name : state.session.plan.report.names);
}

std::string shown_name(const core::State& state, core::PersonId person, const ReportOptions& options) {
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end() || !(options.for_staff || found->second.is_public)) return "";
  return shown_as(names_in(state, options), person, found->second, options);
}

std::vector<ReportPerson> people_of(const core::State& state, const ReportOptions& options) {
  std::vector<ReportPerson> people;
  for (const auto& [id, person] : state.roster.people) {
    const bool is_told = options.for_staff || person.is_public;
    if (person.is_removed || person.merged_into || !is_told || !person.roles.any(named_roles)) continue;
    const InReport wanted = person.is_listed && !options.names ? InReport::name : names_in(state, options);
    const std::string name = shown_as(wanted, id, person, options);
    if (name.empty()) continue;
    const core::Profile& profile = person.profile;
    const bool is_by_name = std::max(wanted, profile.in_report.value_or(InReport::name)) == InReport::name;
    const bool has_words = is_by_name && (options.for_staff || !person.is_guest);
    people.push_back(ReportPerson{name, has_words ? profile.affiliation.text : "", profile.stakeholder_group,
                                  profile.regional_group, person.roles});
  }
  return people;
}

}  // namespace roundtable::report
