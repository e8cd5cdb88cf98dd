#include "core/agenda_plan.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

std::optional<Refusal> refusal_of_agenda(const Agenda& agenda) {
  if (!agenda.started_at_ms || agenda.current) return std::nullopt;
  return Refusal{RefusalCode::wrong_state, "the agenda is over"};
}

/// Nothing when the phase is there and has not started.
std::optional<Refusal> refusal_of_phase(const Agenda& agenda, PhaseId id) {
  const auto found = agenda.phases.find(id);
  if (found == agenda.phases.end()) return Refusal{RefusalCode::not_found, "no such phase"};
  if (found->second.started_at_ms) {
    return Refusal{RefusalCode::wrong_state, "the phase has started: it stays where it is"};
  }
  return refusal_of_agenda(agenda);
}

/// Puts the phase into the order, behind the one that runs; the refusal when `before` stands in front of that.
std::optional<Refusal> put(const Agenda& agenda, std::vector<PhaseId>& order, PhaseId phase,
                           std::optional<PhaseId> before) {
  auto place = order.end();
  if (before) {
    place = std::find(order.begin(), order.end(), *before);
    if (place == order.end()) return Refusal{RefusalCode::not_found, "before: another phase"};
  }
  const auto running = std::find(order.begin(), order.end(), agenda.current);
  if (running != order.end() && place <= running) {
    return Refusal{RefusalCode::wrong_state, "before: a phase behind the one that runs"};
  }
  order.insert(place, phase);
  return std::nullopt;
}

}  // namespace

Decision decide(const State& state, const AddPhase& command, const Stamp&) {
  const Agenda& agenda = state.agenda;
  PhaseAdded added;
  added.title = Words(trimmed(command.title.text));
  if (text_fault(added.title.text, limits::title_characters, false) != TextFault::none) {
    return {RefusalCode::bad_data, "title: one line of 1 to 300 characters without control characters"};
  }
  if (command.seconds < limits::shortest_phase_ms / second_ms ||
      command.seconds > limits::longest_phase_ms / second_ms) {
    return {RefusalCode::bad_data, "seconds: a whole number from 60 to 43200"};
  }
  if (auto refusal = refusal_of_agenda(agenda)) return *refusal;
  if (agenda.order.size() >= limits::phases) return {RefusalCode::limit, "50 phases a session"};
  added.phase = PhaseId{agenda.last_phase.value + 1};
  added.kind = command.kind;
  added.planned_ms = command.seconds * second_ms;
  added.min_ms = std::max(limits::shortest_phase_ms, added.planned_ms / 2);
  added.order = agenda.order;
  if (auto refusal = put(agenda, added.order, added.phase, command.before)) return *refusal;
  return EventData{std::move(added)};
}

Decision decide(const State& state, const DropPhase& command, const Stamp&) {
  if (auto refusal = refusal_of_phase(state.agenda, command.phase)) return *refusal;
  if (state.agenda.order.size() == 1) return {RefusalCode::limit, "a session has at least one phase"};
  for (TalkId talk : state.agenda.phases.at(command.phase).talks) {
    const auto found = state.lineup.talks.find(talk);
    if (found != state.lineup.talks.end() && found->second.turn) {
      return {RefusalCode::wrong_state, "a talk of it has begun: it stays in the record"};
    }
  }
  return EventData{PhaseDropped{command.phase}};
}

Decision decide(const State& state, const MovePhase& command, const Stamp&) {
  if (auto refusal = refusal_of_phase(state.agenda, command.phase)) return *refusal;
  std::vector<PhaseId> order = state.agenda.order;
  std::erase(order, command.phase);
  if (auto refusal = put(state.agenda, order, command.phase, command.before)) return *refusal;
  if (order == state.agenda.order) return {RefusalCode::already, "the phase stands there"};
  return EventData{PhasesOrdered{command.phase, std::move(order)}};
}

void apply(State& state, const PhaseAdded& event, const Moment&) {
  Phase phase;
  phase.title = event.title.text;
  phase.kind = event.kind;
  phase.planned_ms = phase.original_ms = event.planned_ms;
  phase.min_ms = event.min_ms;
  state.agenda.phases.insert_or_assign(event.phase, std::move(phase));
  state.agenda.order = event.order;
  state.agenda.last_phase = event.phase;
}

void apply(State& state, const PhaseDropped& event, const Moment&) {
  std::erase_if(state.lineup.talks, [&](const auto& entry) { return entry.second.phase == event.phase; });
  state.agenda.phases.erase(event.phase);
  std::erase(state.agenda.order, event.phase);
}

PhasePutBack putting_back(const State& state, PhaseId id) {
  PhasePutBack back;
  back.phase = id;
  back.order = state.agenda.order;
  const auto found = state.agenda.phases.find(id);
  if (found == state.agenda.phases.end()) return back;
  const Phase& phase = found->second;
  back.title = Words(phase.title);
  back.kind = phase.kind;
  back.planned_ms = phase.planned_ms;
  back.original_ms = phase.original_ms;
  back.min_ms = phase.min_ms;
  back.is_protected = phase.is_protected;
  back.floor = phase.floor;
  back.talks = phase.talks;
  for (const auto& [talk, was] : state.lineup.talks) {
    if (was.phase == id) back.talks_were.emplace(talk, was);
  }
  return back;
}

void apply(State& state, const PhasePutBack& event, const Moment&) {
  Phase phase;
  phase.title = event.title.text;
  phase.kind = event.kind;
  phase.planned_ms = event.planned_ms;
  phase.original_ms = event.original_ms;
  phase.min_ms = event.min_ms;
  phase.is_protected = event.is_protected;
  phase.floor = event.floor;
  phase.talks = event.talks;
  state.agenda.phases.insert_or_assign(event.phase, std::move(phase));
  state.agenda.order = event.order;
  for (const auto& [talk, was] : event.talks_were) state.lineup.talks.insert_or_assign(talk, was);
}

void apply(State& state, const PhasesOrdered& event, const Moment&) {
  state.agenda.order = event.order;
}

}  // namespace roundtable::core
