// The rapporteur's narrative: key issues, the talks, the discussion, the way forward.
#include <set>

#include "report/report_document_parts.hpp"
#include "report/report_parts.hpp"

namespace roundtable::report {

namespace {

using core::NarrativePart;

void add(std::vector<ReportNarrative>& narratives, const core::State& state, NarrativePart part, core::TalkId talk,
         const ReportOptions& options) {
  const core::Narrative* written = core::narrative_of(state, part, talk);
  if (written == nullptr || written->text.empty()) return;
  ReportNarrative narrative{part, std::nullopt, "", "", written->text.text};
  if (talk) narrative.talk = talk;
  if (const auto found = state.lineup.talks.find(talk); found != state.lineup.talks.end()) {
    narrative.person = shown_name(state, found->second.person, options);
    const auto phase = state.agenda.phases.find(found->second.phase);
    if (phase != state.agenda.phases.end()) narrative.phase = phase->second.title;
  }
  narratives.push_back(std::move(narrative));
}

std::string_view heading_of(NarrativePart part) {
  switch (part) {
    case NarrativePart::key_issues:
      return "Key issues";
    case NarrativePart::talk:
      return "Talks";
    case NarrativePart::discussion:
      return "Discussion";
    case NarrativePart::way_forward:
      return "Way forward";
  }
  return "";
}

}  // namespace

std::vector<ReportNarrative> narratives_of(const core::State& state, const ReportOptions& options) {
  std::vector<ReportNarrative> narratives;
  std::set<core::TalkId> told;
  add(narratives, state, NarrativePart::key_issues, {}, options);
  for (const core::PhaseId id : state.agenda.order) {
    const auto phase = state.agenda.phases.find(id);
    if (phase == state.agenda.phases.end()) continue;
    for (const core::TalkId talk : phase->second.talks) {
      if (told.insert(talk).second) add(narratives, state, NarrativePart::talk, talk, options);
    }
  }
  for (const core::Narrative& each : state.narratives) {
    if (each.talk && told.insert(each.talk).second) add(narratives, state, NarrativePart::talk, each.talk, options);
  }
  add(narratives, state, NarrativePart::discussion, {}, options);
  add(narratives, state, NarrativePart::way_forward, {}, options);
  return narratives;
}

void add_narratives(std::vector<Block>& blocks, const ReportModel& model) {
  std::optional<NarrativePart> before;
  std::size_t number = 0;
  for (const ReportNarrative& each : model.narratives) {
    if (before != each.part) blocks.push_back({BlockKind::heading, std::string(heading_of(each.part)), {}});
    before = each.part;
    if (each.part != NarrativePart::talk) {
      blocks.push_back({BlockKind::paragraph, each.text, {}});
      continue;
    }
    const std::string who = each.person.empty() ? "A participant" : each.person;
    const std::string title = each.phase.empty() ? who : who + ", " + each.phase;
    blocks.push_back(Block{BlockKind::item, title, {{each.text}}, ++number, 0});
  }
}

}  // namespace roundtable::report
