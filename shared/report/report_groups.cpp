// Breakout groups in the report: how large and how mixed they were, and their points.
#include "core/limits.hpp"
#include "report/report_parts.hpp"

namespace roundtable::report {

namespace {

using namespace core;

ReportGroup group_of_report(const State& state, const BreakoutGroup& group, const GroupInside* inside,
                            const GroupNotes* notes, const ReportOptions& options) {
  ReportGroup shown;
  shown.number = group.number;
  shown.title = group.title.text;
  shown.is_published = group.is_published;
  std::vector<std::int64_t> counts(group_count(Attribute::stakeholder_group), 0);
  for (PersonId id : group.members) {
    const auto person = state.roster.people.find(id);
    if (person == state.roster.people.end()) continue;
    ++shown.people;
    ++counts[person->second.profile.groups().value(Attribute::stakeholder_group)];
    std::string name = options.for_staff ? shown_name(state, id, options) : std::string();
    if (!name.empty()) shown.names.push_back(std::move(name));
  }
  shown.by_stakeholder_group = fold_small_groups(counts, limits::small_group);
  if (inside != nullptr && inside->reporter) shown.reporter = shown_name(state, inside->reporter, options);
  if (notes == nullptr || !(options.for_staff || group.is_published)) return shown;
  for (NoteId id : notes->order) {
    const Note& note = notes->list.at(id);
    shown.notes.push_back({note.text.text, note.mark});
  }
  return shown;
}

}  // namespace

std::vector<ReportGroup> groups_of_report(const State& state, const ReportOptions& options) {
  std::vector<ReportGroup> groups;
  for (const auto& [id, group] : state.breakouts.groups) {
    if (group.merged_into) continue;
    groups.push_back(group_of_report(state, group, inside_of(state, id), notes_of(state, id), options));
  }
  return groups;
}

}  // namespace roundtable::report
