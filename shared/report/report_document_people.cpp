#include "report/report_document_parts.hpp"
#include "report/report_words.hpp"

namespace roundtable::report {

namespace {

std::string_view by_attribute(core::Attribute attribute) {
  switch (attribute) {
    case core::Attribute::modality:
      return " by way of taking part";
    case core::Attribute::stakeholder_group:
      return " by stakeholder group";
    case core::Attribute::regional_group:
      return " by regional group";
  }
  return "";
}

void add_talks(std::vector<Block>& blocks, const FloorReport& floor) {
  if (floor.talks.empty()) return;
  Block table{
      BlockKind::table, "Talks, answers and other turns outside the queue", {{"Person", "Turns", "Time"}}, 0, 2};
  for (const FloorTalk& talk : floor.talks) {
    table.rows.push_back(
        {talk.person.empty() ? "A participant" : talk.person, std::to_string(talk.turns), length(talk.spoken_ms)});
  }
  blocks.push_back(std::move(table));
}

void add_overrides(std::vector<Block>& blocks, const ReportModel& model) {
  if (model.floor.override_list.empty()) return;
  Block table{BlockKind::table, "The order overruled", {{"Time", "Given to", "Reason"}}};
  for (const FloorOverride& each : model.floor.override_list) {
    table.rows.push_back({time_of_day(each.at_ms, model.plan.utc_offset_min), each.person, each.reason});
  }
  blocks.push_back(std::move(table));
}

}  // namespace

std::string people_with_count(const Participation& participation) {
  std::string joined = std::to_string(participation.people);
  if (participation.counted.value_or(0) <= participation.people) return joined;
  return "joined " + joined + " of about " + std::to_string(*participation.counted);
}

void add_participation(std::vector<Block>& blocks, const ReportModel& model) {
  blocks.push_back({BlockKind::heading, "Participation", {}});
  Block facts{BlockKind::facts, "", {{"People who took part", people_with_count(model.participation)}}};
  if (model.participation.without_device) {
    facts.rows.push_back({"Of these without a device", std::to_string(*model.participation.without_device)});
  }
  blocks.push_back(std::move(facts));
  for (const PeopleBreakdown& breakdown : model.participation.by) {
    if (breakdown.rows.empty()) continue;
    Block table{
        BlockKind::table, "People" + std::string(by_attribute(breakdown.attribute)), {{"Group", "People"}}, 0, 1};
    for (const core::FoldedRow& row : breakdown.rows) {
      const std::string group =
          row.is_folded ? "Other groups" : std::string(group_label(breakdown.attribute, row.groups.front()));
      table.rows.push_back({group, std::to_string(row.people)});
    }
    blocks.push_back(std::move(table));
  }
}

void add_floor(std::vector<Block>& blocks, const ReportModel& model) {
  const FloorReport& floor = model.floor;
  blocks.push_back({BlockKind::heading, "Floor time", {}});
  Block facts{BlockKind::facts, "", {}};
  facts.rows.push_back({"Open floor", length(floor.open_ms) + " in " + std::to_string(floor.open_turns) +
                                          (floor.open_turns == 1 ? " turn" : " turns")});
  facts.rows.push_back({"People heard on the open floor", std::to_string(floor.open_speakers)});
  facts.rows.push_back({"First turns", std::to_string(floor.first_turns)});
  if (floor.read_aloud > 0) facts.rows.push_back({"Typed, and read aloud", std::to_string(floor.read_aloud)});
  facts.rows.push_back({"Order overruled", std::to_string(floor.overrides)});
  blocks.push_back(std::move(facts));
  for (const FloorBreakdown& breakdown : floor.by) {
    if (breakdown.rows.empty()) continue;
    Block table{BlockKind::table,
                "Open floor" + std::string(by_attribute(breakdown.attribute)),
                {{"Group", "Turns", "Time", "Share of time"}},
                0,
                3};
    for (const FloorRow& row : breakdown.rows) {
      table.rows.push_back({std::string(group_label(breakdown.attribute, row.group)), std::to_string(row.turns),
                            length(row.spoken_ms), share(row.spoken_ms, floor.open_ms)});
    }
    blocks.push_back(std::move(table));
  }
  add_talks(blocks, floor);
  add_overrides(blocks, model);
}

}  // namespace roundtable::report
