#include <algorithm>
#include <map>
#include <set>

#include "core/limits.hpp"
#include "report/report_parts.hpp"

namespace roundtable::report {

namespace {

using core::Attribute;
constexpr std::array<Attribute, core::attribute_count> attributes{Attribute::modality, Attribute::stakeholder_group,
                                                                  Attribute::regional_group};

bool took_part(const core::Person& person) {
  return !person.is_removed && !person.merged_into && (person.is_present || person.attended_ms > 0);
}

FloorBreakdown floor_by(const core::State& state, Attribute attribute, core::InstantMs now_ms) {
  std::vector<FloorRow> rows(core::group_count(attribute));
  for (const auto& [id, turn] : state.floor.turns) {
    if (!turn.is_charged) continue;
    FloorRow& row = rows[turn.groups.value(attribute)];
    ++row.turns;
    row.spoken_ms += core::elapsed_ms(turn, now_ms);
  }
  FloorBreakdown breakdown;
  breakdown.attribute = attribute;
  for (std::size_t group = 0; group < rows.size(); ++group) {
    if (rows[group].turns == 0) continue;
    rows[group].group = group;
    breakdown.rows.push_back(rows[group]);
  }
  return breakdown;
}

}  // namespace

Participation participation_of(const core::State& state) {
  Participation participation;
  std::int64_t without_device = 0;
  std::array<std::vector<std::int64_t>, core::attribute_count> counts;
  for (std::size_t index = 0; index < attributes.size(); ++index) {
    counts[index].assign(core::group_count(attributes[index]), 0);
  }
  for (const auto& [id, person] : state.roster.people) {
    if (!took_part(person)) continue;
    ++participation.people;
    if (!person.has_device) ++without_device;
    for (std::size_t index = 0; index < attributes.size(); ++index) {
      ++counts[index][person.profile.groups().value(attributes[index])];
    }
  }
  for (std::size_t index = 0; index < attributes.size(); ++index) {
    participation.by[index].attribute = attributes[index];
    participation.by[index].rows = core::fold_small_groups(counts[index], core::limits::small_group);
  }
  const bool are_few = std::min(without_device, participation.people - without_device) < core::limits::small_group;
  if (!are_few) participation.without_device = without_device;
  if (const auto& heads = state.head_count; heads && heads->room && heads->call) {
    participation.counted = std::int64_t{*heads->room} + *heads->call;
  }
  return participation;
}

FloorReport floor_of(const core::State& state, const ReportOptions& options) {
  const core::InstantMs now_ms = state.session.closed_at_ms.value_or(options.generated_at_ms);
  FloorReport floor;
  std::set<core::PersonId> open_speakers;
  std::map<core::PersonId, FloorTalk> talks;
  for (const auto& [id, turn] : state.floor.turns) {
    if (turn.is_undone || turn.is_unspoken) continue;
    const core::DurationMs spoken_ms = core::elapsed_ms(turn, now_ms);
    if (turn.is_charged) {
      ++floor.open_turns;
      floor.open_ms += spoken_ms;
      if (turn.is_first) ++floor.first_turns;
      if (turn.is_typed) ++floor.read_aloud;
      open_speakers.insert(turn.person);
    } else if (turn.person) {  // a group that reports by itself stands with its points
      FloorTalk& talk = talks[turn.person];
      ++talk.turns;
      talk.spoken_ms += spoken_ms;
    }
    if (turn.rule != core::Rule::override_by_staff) continue;
    ++floor.overrides;
    if (!options.for_staff) continue;
    floor.override_list.push_back({shown_name(state, turn.person, options), turn.started_at_ms, turn.reason.text});
  }
  floor.open_speakers = static_cast<std::int64_t>(open_speakers.size());
  for (std::size_t index = 0; index < attributes.size(); ++index) {
    floor.by[index] = floor_by(state, attributes[index], now_ms);
  }
  for (auto& [id, talk] : talks) {
    talk.person = shown_name(state, id, options);
    floor.talks.push_back(std::move(talk));
  }
  return floor;
}

}  // namespace roundtable::report
