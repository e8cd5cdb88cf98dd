#include <set>

#include "core/text.hpp"
#include "view/view.hpp"

namespace roundtable::view {

namespace {

NarrativeModel field_model(const State& state, NarrativePart part, TalkId talk) {
  NarrativeModel model;
  model.part = part;
  model.wanted_characters = wanted_characters(state.takeaways.preset, part);
  if (talk) model.talk = talk;
  if (const auto found = state.lineup.talks.find(talk); found != state.lineup.talks.end()) {
    model.speaker = name_of_person(state, found->second.person);
    const auto phase = state.agenda.phases.find(found->second.phase);
    if (phase != state.agenda.phases.end()) model.phase_title = phase->second.title;
  }
  const Narrative* written = narrative_of(state, part, talk);
  if (written == nullptr) return model;
  model.text = written->text.text;
  model.revision = written->revision;
  model.edited_at_ms = written->edited_at_ms;
  const std::string author = name_of_person(state, written->author);
  if (!author.empty()) model.author_name = author;
  if (character_count(model.text) > model.wanted_characters) model.warnings.push_back("long");
  return model;
}

}  // namespace

std::vector<NarrativeModel> narratives_model(const State& state) {
  std::vector<NarrativeModel> models;
  const auto add = [&](NarrativePart part, TalkId talk) {
    NarrativeModel model = field_model(state, part, talk);
    if (model.wanted_characters > 0 || !model.text.empty()) models.push_back(std::move(model));
  };
  std::set<TalkId> listed;
  add(NarrativePart::key_issues, {});
  for (PhaseId phase : state.agenda.order) {
    for (TalkId talk : state.agenda.phases.at(phase).talks) {
      if (listed.insert(talk).second) add(NarrativePart::talk, talk);
    }
  }
  for (const Narrative& each : state.narratives) {
    const bool is_of_a_dropped_talk = each.talk && !each.text.empty() && listed.insert(each.talk).second;
    if (is_of_a_dropped_talk) add(NarrativePart::talk, each.talk);
  }
  add(NarrativePart::discussion, {});
  add(NarrativePart::way_forward, {});
  return models;
}

}  // namespace roundtable::view
