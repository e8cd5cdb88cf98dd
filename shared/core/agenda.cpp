#include "core/agenda.hpp"

#include <algorithm>
#include <iterator>

#include "core/command.hpp"
#include "core/lineup.hpp"
#include "core/lineup_events.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

const Phase* find(const Agenda& agenda, PhaseId id) {
  const auto found = agenda.phases.find(id);
  return found == agenda.phases.end() ? nullptr : &found->second;
}

/// Who is here, by group, rounded up so that the figure tells no head count.
std::vector<std::int64_t> rounded_presence(const State& state, Attribute attribute) {
  std::vector<std::int64_t> counts(group_count(attribute), 0);
  for (const auto& [id, person] : state.roster.people) {
    if (person.is_present && !person.is_removed) ++counts[person.profile.groups().value(attribute)];
  }
  const std::int64_t unit = limits::presence_rounded_up_to;
  for (std::int64_t& count : counts) count = (count + unit - 1) / unit * unit;
  return counts;
}

/// A talk ends with its phase; other turns go on.
std::vector<EventData> end_of_talk(const State& state, InstantMs at_ms) {
  const auto turn = state.floor.turns.find(state.floor.running);
  if (turn == state.floor.turns.end() || !turn->second.talk) return {};
  return end_of_turn(state, at_ms, true);
}

Decision started(const State& state, PhaseId phase, InstantMs at_ms, std::vector<EventData> fitted = {}) {
  std::vector<EventData> events = end_of_talk(state, at_ms);
  PhaseStarted event;
  event.phase = phase;
  event.presence = {rounded_presence(state, Attribute::stakeholder_group),
                    rounded_presence(state, Attribute::regional_group), rounded_presence(state, Attribute::modality)};
  if (!events.empty()) event.ends = state.floor.running;
  events.insert(events.end(), std::make_move_iterator(fitted.begin()), std::make_move_iterator(fitted.end()));
  events.push_back(std::move(event));
  return events;
}

void stop_clock(Agenda& agenda, InstantMs at_ms) {
  if (!agenda.running_since_ms) return;
  agenda.phases[agenda.current].spent_ms += at_ms - *agenda.running_since_ms;
  agenda.running_since_ms.reset();
}

void leave_phase(Agenda& agenda, InstantMs at_ms) {
  if (!agenda.current) return;
  stop_clock(agenda, at_ms);
  agenda.phases[agenda.current].ended_at_ms = at_ms;
  agenda.current = {};
}

}  // namespace

void pause_turn(Floor& floor, InstantMs at_ms) {
  const auto found = floor.turns.find(floor.running);
  if (found == floor.turns.end() || !found->second.running_since_ms) return;
  found->second.spent_ms += at_ms - *found->second.running_since_ms;
  found->second.running_since_ms.reset();
}

void resume_turn(Floor& floor, InstantMs at_ms) {
  const auto found = floor.turns.find(floor.running);
  if (found == floor.turns.end() || found->second.running_since_ms || found->second.is_paused) return;
  found->second.running_since_ms = at_ms;
}

DurationMs elapsed_ms(const Agenda& agenda, PhaseId phase, InstantMs now_ms) {
  const Phase* found = find(agenda, phase);
  if (found == nullptr) return 0;
  const bool runs = phase == agenda.current && agenda.running_since_ms.has_value();
  return found->spent_ms + (runs ? now_ms - *agenda.running_since_ms : 0);
}

std::optional<PhaseId> next_phase(const Agenda& agenda) {
  if (!agenda.current) {
    if (agenda.started_at_ms || agenda.order.empty()) return std::nullopt;
    return agenda.order.front();
  }
  const auto place = std::find(agenda.order.begin(), agenda.order.end(), agenda.current);
  if (place == agenda.order.end() || place + 1 == agenda.order.end()) return std::nullopt;
  return *(place + 1);
}

std::optional<PhaseId> previous_phase(const Agenda& agenda) {
  if (!agenda.current) {
    if (!agenda.started_at_ms || agenda.order.empty()) return std::nullopt;
    return agenda.order.back();
  }
  const auto place = std::find(agenda.order.begin(), agenda.order.end(), agenda.current);
  if (place == agenda.order.end() || place == agenda.order.begin()) return std::nullopt;
  return *(place - 1);
}

Decision decide(const State& state, const StartPhase& command, const Stamp& stamp) {
  if (find(state.agenda, command.phase) == nullptr) return {RefusalCode::not_found, "no such phase"};
  if (state.agenda.current == command.phase) return {RefusalCode::already, "the phase is running"};
  return started(state, command.phase, stamp.at_ms);
}

Decision decide(const State& state, const ExtendPhase& command, const Stamp& stamp) {
  const Phase* phase = find(state.agenda, command.phase);
  if (phase == nullptr) return {RefusalCode::not_found, "no such phase"};
  if (command.seconds == 0 || command.seconds > limits::longest_extension_ms / second_ms ||
      command.seconds < -limits::longest_extension_ms / second_ms) {
    return {RefusalCode::bad_data, "seconds: a whole number from -7200 to 7200, not 0"};
  }
  if (phase->ended_at_ms && state.agenda.current != command.phase) {
    return {RefusalCode::wrong_state, "the phase is over"};
  }
  const DurationMs by_ms = command.seconds * second_ms;
  const DurationMs planned_ms = phase->planned_ms + by_ms;
  if (planned_ms < limits::shortest_phase_ms || planned_ms > limits::longest_phase_ms) {
    return {RefusalCode::limit, "a phase lasts from 1 minute to 12 hours"};
  }
  if (planned_ms < elapsed_ms(state.agenda, command.phase, stamp.at_ms) && by_ms < 0) {
    return {RefusalCode::wrong_state, "the phase has run longer than that already"};
  }
  return EventData{PhaseExtended{command.phase, by_ms, planned_ms}};
}

Decision decide(const State& state, const PausePhase&, const Stamp&) {
  if (!state.agenda.current) return {RefusalCode::wrong_state, "no phase is running"};
  if (state.agenda.is_paused) return {RefusalCode::already, "the phase is paused"};
  return EventData{PhasePaused{state.agenda.current}};
}

Decision decide(const State& state, const ResumePhase&, const Stamp&) {
  if (!state.agenda.current) return {RefusalCode::wrong_state, "no phase is running"};
  if (!state.agenda.is_paused) return {RefusalCode::already, "the phase is not paused"};
  return EventData{PhaseResumed{state.agenda.current}};
}

Decision decide(const State& state, const NextPhase& command, const Stamp& stamp) {
  if (command.after && *command.after != state.agenda.current) return {RefusalCode::already, "the agenda has moved on"};
  std::vector<EventData> fitted;
  if (!command.phases.empty()) {
    Decision fit = decide(state, FitAgenda{command.phases}, stamp);
    if (fit.is_refused() && fit.refusal().code != RefusalCode::already) return fit;
    if (!fit.is_refused()) fitted = fit.take_events();
  }
  if (const auto next = next_phase(state.agenda)) return started(state, *next, stamp.at_ms, std::move(fitted));
  if (!command.phases.empty()) return {RefusalCode::wrong_state, "phases: there is no phase to start"};
  if (!state.agenda.current) return {RefusalCode::wrong_state, "the agenda is over"};
  std::vector<EventData> events = end_of_talk(state, stamp.at_ms);
  events.push_back(PhaseEnded{state.agenda.current, events.empty() ? TurnId{} : state.floor.running});
  return events;
}

Decision decide(const State& state, const PreviousPhase&, const Stamp& stamp) {
  if (const auto previous = previous_phase(state.agenda)) return started(state, *previous, stamp.at_ms);
  return {RefusalCode::wrong_state, "there is no phase before"};
}

Decision decide(const State& state, const FitAgenda& command, const Stamp&) {
  AgendaFitted fitted;
  bool changes = false;
  for (const PhaseSeconds& each : command.phases) {
    const Phase* phase = find(state.agenda, each.phase);
    if (phase == nullptr) return {RefusalCode::not_found, "no such phase"};
    if (phase->ended_at_ms && state.agenda.current != each.phase) return {RefusalCode::wrong_state, "a phase is over"};
    if (each.seconds < 1 || each.seconds > limits::longest_phase_ms / second_ms) {
      return {RefusalCode::bad_data, "phases/seconds: a whole number from 1 to 43200"};
    }
    for (const FittedPhase& other : fitted.phases) {
      if (other.phase == each.phase) return {RefusalCode::bad_data, "phases: each phase once"};
    }
    changes = changes || phase->planned_ms != each.seconds * second_ms;
    fitted.phases.push_back({each.phase, each.seconds * second_ms});
  }
  if (!changes) return {RefusalCode::already, "the plan is as asked"};
  return EventData{std::move(fitted)};
}

Decision decide(const State& state, const CloseSession&, const Stamp& stamp) {
  if (state.before_rehearsal.has_value()) return {RefusalCode::wrong_state, "this is a rehearsal: end that"};
  std::vector<EventData> events;
  if (are_open(state.breakouts)) events.push_back(BreakoutsClosed{});
  for (EventData& each : end_of_turn(state, stamp.at_ms, true)) events.push_back(std::move(each));
  events.push_back(SessionClosed{state.floor.running});
  return events;
}

void apply(State& state, const PhaseStarted& event, const Moment& moment) {
  leave_phase(state.agenda, moment.at_ms);
  state.session.status = SessionStatus::running;
  Agenda& agenda = state.agenda;
  agenda.current = event.phase;
  agenda.running_since_ms = moment.at_ms;
  if (agenda.is_paused) resume_turn(state.floor, moment.at_ms);
  agenda.is_paused = false;
  if (!agenda.started_at_ms) agenda.started_at_ms = moment.at_ms;
  Phase& phase = agenda.phases[event.phase];
  if (!phase.started_at_ms) phase.started_at_ms = moment.at_ms;
  phase.ended_at_ms.reset();
  state.floor.presence = event.presence;
  state.floor.mode = phase.floor;
}

void apply(State& state, const PhaseEnded&, const Moment& moment) {
  leave_phase(state.agenda, moment.at_ms);
  if (state.agenda.is_paused) resume_turn(state.floor, moment.at_ms);
  state.agenda.is_paused = false;
}

void apply(State& state, const PhaseExtended& event, const Moment&) {
  state.agenda.phases[event.phase].planned_ms = event.planned_ms;
}

void apply(State& state, const PhasePaused&, const Moment& moment) {
  stop_clock(state.agenda, moment.at_ms);
  state.agenda.is_paused = true;
  pause_turn(state.floor, moment.at_ms);
}

void apply(State& state, const PhaseResumed&, const Moment& moment) {
  state.agenda.running_since_ms = moment.at_ms;
  state.agenda.is_paused = false;
  resume_turn(state.floor, moment.at_ms);
}

void apply(State& state, const AgendaFitted& event, const Moment&) {
  for (const FittedPhase& each : event.phases) state.agenda.phases[each.phase].planned_ms = each.planned_ms;
}

void apply(State& state, const SessionClosed&, const Moment& moment) {
  state.session.closed_in = state.agenda.current;
  leave_phase(state.agenda, moment.at_ms);
  state.agenda.is_paused = false;
  state.session.status = SessionStatus::closed;
  state.session.closed_at_ms = moment.at_ms;
}

}  // namespace roundtable::core
