#include <algorithm>

#include "core/fit.hpp"
#include "view/view.hpp"

namespace roundtable::view {

namespace {

/// A session is held in its slot, or, when it runs on quite another day (a rehearsal, a demonstration), in as much time
/// from its own start.
InstantMs slot_end_ms(const State& state, InstantMs now_ms) {
  const SessionPlan& plan = state.session.plan;
  const InstantMs begun_ms = state.agenda.started_at_ms.value_or(now_ms);
  const bool is_in_slot = begun_ms > plan.starts_at_ms - 2 * hour_ms && begun_ms < plan.starts_at_ms + plan.duration_ms;
  const bool is_ahead = !state.agenda.started_at_ms && now_ms <= plan.starts_at_ms;
  return (is_in_slot || is_ahead ? plan.starts_at_ms : begun_ms) + plan.duration_ms;
}

SpeakerModel speaker_model(const State& state, TalkId id, InstantMs now_ms) {
  const Talk& talk = state.lineup.talks.at(id);
  SpeakerModel model;
  model.talk = id;
  model.person = talk.person;
  model.name = name_of_person(state, talk.person);
  model.guest = guest_of(state, talk.person);
  const auto person = state.roster.people.find(talk.person);
  if (person != state.roster.people.end()) model.affiliation = text_if_any(person->second.profile.affiliation);
  model.reports = reporting_group(state, id);
  model.status = talk.status;
  model.is_mine = state.mine.person && talk.person == state.mine.person;
  model.planned_ms = talk.planned_ms;
  model.elapsed_ms = talk.spent_ms;
  const auto turn = state.floor.turns.find(talk.turn);
  const bool runs = talk.status == TalkStatus::running && turn != state.floor.turns.end();
  if (runs) model.elapsed_ms += elapsed_ms(turn->second, now_ms);
  model.returned_ms = talk.returned_ms;
  return model;
}

PhaseModel phase_model(const State& state, PhaseId id, InstantMs now_ms) {
  const Phase& phase = state.agenda.phases.at(id);
  PhaseModel model;
  model.phase = id;
  model.title = phase.title;
  model.kind = phase.kind;
  model.planned_ms = phase.planned_ms;
  model.original_ms = phase.original_ms;
  model.min_ms = phase.min_ms;
  model.is_protected = phase.is_protected;
  model.elapsed_ms = elapsed_ms(state.agenda, id, now_ms);
  model.floor = phase.floor;
  const bool is_over = state.agenda.started_at_ms && !state.agenda.current;
  model.is_movable = !phase.started_at_ms && !is_over && state.session.status != SessionStatus::closed;
  for (TalkId talk : phase.talks) model.speakers.push_back(speaker_model(state, talk, now_ms));
  return model;
}

/// Neither over nor passed over.
bool is_to_come(const PhaseModel& model) {
  return model.progress == "current" || model.progress == "upcoming";
}

/// Done phases stand where they ran, skipped ones take no time; the rest follows on from now.
void project_times(const State& state, std::vector<PhaseModel>& phases, InstantMs now_ms) {
  const Agenda& agenda = state.agenda;
  const bool is_over = agenda.started_at_ms && !agenda.current;
  InstantMs cursor_ms =
      agenda.started_at_ms ? now_ms : std::max(now_ms, slot_end_ms(state, now_ms) - state.session.plan.duration_ms);
  bool is_after_current = !agenda.started_at_ms;
  for (PhaseModel& model : phases) {
    const Phase& phase = agenda.phases.at(model.phase);
    if (model.phase == agenda.current) {
      model.progress = "current";
      model.starts_at_ms = phase.started_at_ms.value_or(now_ms);
      cursor_ms += std::max<DurationMs>(0, model.planned_ms - model.elapsed_ms);
      model.ends_at_ms = cursor_ms;
      is_after_current = true;
    } else if (!is_after_current || is_over) {
      model.progress = phase.started_at_ms ? "done" : "skipped";
      model.starts_at_ms = phase.started_at_ms.value_or(now_ms);
      model.ends_at_ms = phase.ended_at_ms.value_or(model.starts_at_ms);
    } else {
      model.starts_at_ms = cursor_ms;
      cursor_ms += std::max<DurationMs>(0, model.planned_ms - model.elapsed_ms);
      model.ends_at_ms = cursor_ms;
    }
  }
}

InstantMs projected_end_ms(const State& state, const std::vector<PhaseModel>& phases, InstantMs now_ms) {
  if (state.session.closed_at_ms) return *state.session.closed_at_ms;
  const bool is_over = state.agenda.started_at_ms && !state.agenda.current;
  InstantMs end_ms = is_over ? *state.agenda.started_at_ms : now_ms;
  for (const PhaseModel& model : phases) {
    if (is_over && model.progress == "done") end_ms = std::max(end_ms, model.ends_at_ms);
    if (is_to_come(model)) end_ms = model.ends_at_ms;
  }
  return end_ms;
}

DurationMs whole_seconds_up(DurationMs duration_ms) {
  return (duration_ms + second_ms - 1) / second_ms * second_ms;
}

/// Later phases shrunk in proportion above their minimum, protected ones kept; at the minimums when even those are too
/// long.
std::optional<FitModel> fit_model(const std::vector<PhaseModel>& phases, InstantMs slot_ends_at_ms, InstantMs now_ms) {
  std::vector<FitPart> parts;
  FitModel fit;
  DurationMs total_ms = slot_ends_at_ms - now_ms;
  DurationMs least_ms = 0;
  for (const PhaseModel& model : phases) {
    if (!is_to_come(model)) continue;
    const DurationMs spent_ms = whole_seconds_up(model.elapsed_ms);
    FitPart part;
    part.planned_ms = std::max(model.planned_ms, spent_ms);
    part.min_ms = std::max(model.is_protected ? model.planned_ms : std::min(model.min_ms, model.planned_ms), spent_ms);
    total_ms += model.elapsed_ms;
    least_ms += part.min_ms;
    parts.push_back(part);
    fit.phases.push_back({model.phase, model.planned_ms, part.min_ms});
  }
  if (parts.empty()) return std::nullopt;
  if (const auto fitted = fit_plan(parts, total_ms, second_ms)) {
    for (std::size_t index = 0; index < parts.size(); ++index) fit.phases[index].fitted_ms = (*fitted)[index];
  } else {
    fit.still_over_ms = least_ms - total_ms;
  }
  const bool changes = std::any_of(fit.phases.begin(), fit.phases.end(),
                                   [](const FitPhaseModel& each) { return each.fitted_ms != each.planned_ms; });
  return changes ? std::optional(fit) : std::nullopt;
}

}  // namespace

AgendaModel agenda_model(const State& state, InstantMs now_ms) {
  AgendaModel model;
  for (PhaseId id : state.agenda.order) model.phases.push_back(phase_model(state, id, now_ms));
  project_times(state, model.phases, now_ms);
  if (state.agenda.current) {
    model.current = state.agenda.current;
    const Phase& phase = state.agenda.phases.at(state.agenda.current);
    model.remaining_ms = phase.planned_ms - elapsed_ms(state.agenda, state.agenda.current, now_ms);
  }
  model.next = next_phase(state.agenda);
  model.previous = previous_phase(state.agenda);
  model.next_talk = next_talk(state);
  model.is_paused = state.agenda.is_paused;
  const bool has_begun = state.agenda.started_at_ms || state.before_rehearsal.has_value();
  if (!has_begun && now_ms > state.session.plan.starts_at_ms) {
    const bool is_in_slot =
        slot_end_ms(state, now_ms) == state.session.plan.starts_at_ms + state.session.plan.duration_ms;
    if (is_in_slot) model.late_ms = now_ms - state.session.plan.starts_at_ms;
  }
  model.slot_ends_at_ms = slot_end_ms(state, now_ms);
  model.projected_end_ms = projected_end_ms(state, model.phases, now_ms);
  model.over_ms = model.projected_end_ms - model.slot_ends_at_ms;
  const bool may_be_fitted = state.session.status != SessionStatus::closed && model.over_ms > 0;
  if (may_be_fitted) model.fit = fit_model(model.phases, model.slot_ends_at_ms, now_ms);
  return model;
}

}  // namespace roundtable::view
