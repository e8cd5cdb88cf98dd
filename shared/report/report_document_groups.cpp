#include "report/report_document_parts.hpp"
#include "report/report_words.hpp"

namespace roundtable::report {

namespace {

std::string_view label(core::NoteMark mark) {
  switch (mark) {
    case core::NoteMark::claim:
      return "Claim: ";
    case core::NoteMark::dissent:
      return "Dissent: ";
    case core::NoteMark::ask:
      return "Ask: ";
  }
  return "";
}

std::string heading_of(const ReportGroup& group) {
  const std::string number = "Group " + std::to_string(group.number);
  return group.title.empty() ? number : number + ", " + group.title;
}

std::string people_of(const ReportGroup& group) {
  std::string text = std::to_string(group.people) + (group.people == 1 ? " person" : " people");
  std::string rows;
  for (const core::FoldedRow& row : group.by_stakeholder_group) {
    const std::string name = row.is_folded
                                 ? std::string("other groups")
                                 : std::string(group_label(core::Attribute::stakeholder_group, row.groups.front()));
    rows += (rows.empty() ? ": " : ", ") + name + " " + std::to_string(row.people);
  }
  text += rows;
  if (!group.reporter.empty()) text += "; reported by " + group.reporter;
  return text;
}

}  // namespace

void add_groups(std::vector<Block>& blocks, const ReportModel& model) {
  if (model.groups.empty()) return;
  blocks.push_back({BlockKind::heading, "Breakout groups", {}});
  for (const ReportGroup& group : model.groups) {
    Block facts{BlockKind::facts, "", {}};
    facts.rows.push_back({heading_of(group), people_of(group)});
    std::string names;
    for (const std::string& name : group.names) names += (names.empty() ? "" : ", ") + name;
    if (!names.empty()) facts.rows.push_back({"People", names});
    blocks.push_back(std::move(facts));
    if (group.notes.empty()) continue;
    Block list{BlockKind::bullets, "", {}};
    for (const ReportNote& note : group.notes) {
      list.rows.push_back({(note.mark ? std::string(label(*note.mark)) : std::string()) + note.text});
    }
    blocks.push_back(std::move(list));
  }
}

}  // namespace roundtable::report
