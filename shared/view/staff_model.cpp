#include "view/view.hpp"

namespace roundtable::view {

namespace {

std::optional<std::string> name_if_any(const State& state, PersonId person) {
  std::string name = name_of_person(state, person);
  return name.empty() ? std::nullopt : std::optional(std::move(name));
}

std::optional<Role> role_of(const State& state, PersonId person) {
  const auto found = state.roster.people.find(person);
  return found == state.roster.people.end() ? std::nullopt : std::optional(found->second.roles.first());
}

}  // namespace

std::vector<StaffMessageModel> staff_line_model(const State& state) {
  std::vector<StaffMessageModel> messages;
  for (const StaffMessage& each : state.staff_line) {
    messages.push_back({each.message, name_of_person(state, each.by), role_of(state, each.by), each.text.text, each.to,
                        each.at_ms, each.by == state.mine.person});
  }
  return messages;
}

std::vector<SentCueModel> cues_model(const State& state, InstantMs now_ms) {
  std::vector<SentCueModel> cues;
  for (const auto& [person, cue] : state.cues) {
    if (!lasts(cue, now_ms)) continue;
    cues.push_back({person, name_of_person(state, person), cue.cue, cue.at_ms, name_if_any(state, cue.by)});
  }
  return cues;
}

std::optional<OwnCueModel> own_cue_model(const State& state, InstantMs now_ms) {
  const std::optional<Cue>& cue = state.mine.cue;
  if (!cue || !lasts(*cue, now_ms)) return std::nullopt;
  return OwnCueModel{cue->cue, cue->at_ms, cue->at_ms + limits::cue_lasts_ms - now_ms};
}

std::optional<ChairModel> chair_model(const State& state) {
  if (!state.chair) return std::nullopt;
  const auto found = state.roster.people.find(state.chair->person);
  if (found != state.roster.people.end() && found->second.is_removed) return std::nullopt;
  return ChairModel{state.chair->person, name_of_person(state, state.chair->person), state.chair->since_ms,
                    state.chair->person == state.mine.person};
}

std::vector<JottingModel> jottings_model(const State& state) {
  std::vector<JottingModel> jottings;
  for (const auto& [id, jotting] : state.mine.jottings) {
    JottingModel model{id, jotting.text.text, jotting.at_ms, jotting.revision, {}, {}, {}, {}, {}, {}};
    if (const auto turn = state.floor.turns.find(jotting.turn); turn != state.floor.turns.end()) {
      model.turn = jotting.turn;
      model.speaker = name_of_person(state, turn->second.person);
    }
    if (const auto asked = state.questions.list.find(jotting.question); asked != state.questions.list.end()) {
      model.question = jotting.question;
      model.question_text = asked->second.text.text;
    }
    if (const auto phase = state.agenda.phases.find(jotting.phase); phase != state.agenda.phases.end()) {
      model.phase = jotting.phase;
      model.phase_title = phase->second.title;
    }
    jottings.push_back(std::move(model));
  }
  return jottings;
}

std::optional<FinalReportModel> final_report_model(const State& state) {
  if (!state.final_report) return std::nullopt;
  return FinalReportModel{state.final_report->at_ms, name_if_any(state, state.final_report->by)};
}

}  // namespace roundtable::view
