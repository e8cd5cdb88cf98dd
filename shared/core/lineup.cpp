#include "core/lineup.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/lineup_events.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

const Talk* find(const State& state, TalkId id) {
  const auto found = state.lineup.talks.find(id);
  return found == state.lineup.talks.end() ? nullptr : &found->second;
}

Refusal no_such_talk() {
  return {RefusalCode::not_found, "no such talk"};
}

/// What of `unused_ms` the phase can give back: it keeps what it has spent, and a minute.
DurationMs returnable_ms(const State& state, PhaseId id, DurationMs unused_ms, InstantMs at_ms) {
  const auto found = state.agenda.phases.find(id);
  if (found == state.agenda.phases.end()) return 0;
  const DurationMs least_ms = std::max(limits::shortest_phase_ms, elapsed_ms(state.agenda, id, at_ms));
  return std::clamp<DurationMs>(unused_ms, 0, std::max<DurationMs>(0, found->second.planned_ms - least_ms));
}

void give_back(State& state, Talk& talk, DurationMs returned_ms) {
  const auto phase = state.agenda.phases.find(talk.phase);
  if (phase == state.agenda.phases.end()) return;
  phase->second.planned_ms += talk.returned_ms - returned_ms;
  talk.returned_ms = returned_ms;
}

std::vector<TalkId>* order_of(State& state, PhaseId id) {
  const auto phase = state.agenda.phases.find(id);
  return phase == state.agenda.phases.end() ? nullptr : &phase->second.talks;
}

}  // namespace

TalkId next_id(const Lineup& lineup) {
  return TalkId{lineup.talks.empty() ? 1 : lineup.talks.rbegin()->first.value + 1};
}

std::vector<EventData> end_of_turn(const State& state, InstantMs at_ms, bool with_phase) {
  const auto turn = state.floor.turns.find(state.floor.running);
  if (turn == state.floor.turns.end()) return {};
  const FloorEnded end = ended(state.floor, at_ms);
  std::vector<EventData> events{end};
  const Talk* talk = find(state, turn->second.talk);
  if (talk == nullptr) return events;
  const DurationMs unused_ms = talk->planned_ms - talk->spent_ms - end.elapsed_ms;
  events.push_back(TalkEnded{turn->second.talk, with_phase ? 0 : returnable_ms(state, talk->phase, unused_ms, at_ms)});
  return events;
}

std::optional<TalkId> next_talk(const State& state) {
  const auto phase = state.agenda.phases.find(state.agenda.current);
  if (phase == state.agenda.phases.end()) return std::nullopt;
  for (TalkId id : phase->second.talks) {
    if (state.lineup.talks.at(id).status == TalkStatus::waiting) return id;
  }
  return std::nullopt;
}

void begin_talk(State& state, TalkId id, TurnId turn) {
  const auto found = state.lineup.talks.find(id);
  if (found == state.lineup.talks.end()) return;
  give_back(state, found->second, 0);
  found->second.status = TalkStatus::running;
  found->second.turn = turn;
}

void restore_talk(State& state, TalkId id, const Talk& was) {
  const auto found = state.lineup.talks.find(id);
  if (found == state.lineup.talks.end()) return;
  give_back(state, found->second, was.returned_ms);
  found->second = was;
}

void resume_talk(State& state, TalkId id, DurationMs ended_after_ms) {
  const auto found = state.lineup.talks.find(id);
  if (found == state.lineup.talks.end()) return;
  give_back(state, found->second, 0);
  found->second.status = TalkStatus::running;
  found->second.spent_ms -= ended_after_ms;
}

void plan_talks(State& state, PhaseId phase, const std::vector<PlannedSpeaker>& speakers) {
  for (const PlannedSpeaker& speaker : speakers) {
    const TalkId id = next_id(state.lineup);
    Talk talk;
    talk.phase = phase;
    talk.person = speaker.person;
    talk.planned_ms = speaker.planned_ms;
    state.lineup.talks.emplace(id, talk);
    if (auto* order = order_of(state, phase)) order->push_back(id);
  }
}

Decision decide(const State& state, const StartTalk& command, const Stamp& stamp) {
  const std::optional<TalkId> wanted = command.talk ? command.talk : next_talk(state);
  if (!wanted) return {RefusalCode::wrong_state, "no talk waits in this phase"};
  const Talk* talk = find(state, *wanted);
  if (talk == nullptr) return no_such_talk();
  if (talk->status == TalkStatus::running) return {RefusalCode::already, "the talk is running"};
  if (!state.agenda.current || talk->phase != state.agenda.current) {
    return {RefusalCode::wrong_state, "the talk belongs to another phase: start that first"};
  }
  auto refusal = talk->person ? refusal_of_person(state, talk->person) : std::nullopt;
  if (refusal && !talk->group) return *refusal;
  if (state.floor.turns.size() >= limits::turns) return {RefusalCode::limit, "too many turns in this session"};
  FloorGiven given;
  given.turn = TurnId{state.counters.turn + 1};
  given.kind = TurnKind::talk;
  given.talk = *wanted;
  given.person = refusal ? PersonId{} : talk->person;  // then the group speaks
  given.groups = groups_of(state, given.person);
  given.rule = Rule::direct;
  given.is_first = given.person && !state.floor.spoken.contains(given.person);
  given.planned_ms = std::max(limits::shortest_turn_ms, talk->planned_ms - talk->spent_ms);
  given.introduces = introduced_by(state, given.person);
  given.ends = state.floor.running;
  std::vector<EventData> events;
  const auto reporting = state.breakouts.groups.find(talk->group);
  const bool is_news = reporting != state.breakouts.groups.end() && !reporting->second.is_published;
  if (is_news) events.push_back(GroupPublished{talk->group});
  for (EventData& each : end_of_turn(state, stamp.at_ms)) events.push_back(std::move(each));
  events.push_back(std::move(given));
  return events;
}

Decision decide(const State& state, const MarkTalkAway& command, const Stamp& stamp) {
  const Talk* talk = find(state, command.talk);
  if (talk == nullptr) return no_such_talk();
  if (talk->status == TalkStatus::away) return {RefusalCode::already, "the talk is marked away"};
  if (talk->status != TalkStatus::waiting) return {RefusalCode::wrong_state, "only a talk that waits"};
  const auto phase = state.agenda.phases.find(talk->phase);
  const bool is_over =
      phase != state.agenda.phases.end() && phase->second.ended_at_ms && state.agenda.current != talk->phase;
  const DurationMs unused_ms = is_over ? 0 : talk->planned_ms - talk->spent_ms;
  return EventData{TalkMarkedAway{command.talk, returnable_ms(state, talk->phase, unused_ms, stamp.at_ms)}};
}

Decision decide(const State& state, const MarkTalkBack& command, const Stamp&) {
  const Talk* talk = find(state, command.talk);
  if (talk == nullptr) return no_such_talk();
  if (talk->status == TalkStatus::waiting) return {RefusalCode::already, "the talk waits"};
  if (talk->status != TalkStatus::away) return {RefusalCode::wrong_state, "only a talk that is marked away"};
  return EventData{TalkMarkedBack{command.talk}};
}

Decision decide(const State& state, const MoveTalk& command, const Stamp&) {
  const Talk* talk = find(state, command.talk);
  if (talk == nullptr) return no_such_talk();
  std::vector<TalkId> order = state.agenda.phases.at(talk->phase).talks;
  std::erase(order, command.talk);
  auto place = order.end();
  if (command.before) {
    place = std::find(order.begin(), order.end(), *command.before);
    if (place == order.end()) return {RefusalCode::not_found, "before: another talk of the same phase"};
  }
  order.insert(place, command.talk);
  if (order == state.agenda.phases.at(talk->phase).talks) return {RefusalCode::already, "the talk stands there"};
  return EventData{TalksOrdered{talk->phase, std::move(order)}};
}

Decision decide(const State& state, const AddTalk& command, const Stamp&) {
  const auto phase = state.agenda.phases.find(command.phase);
  if (phase == state.agenda.phases.end()) return {RefusalCode::not_found, "no such phase"};
  if (phase->second.talks.size() >= limits::speakers_a_phase) return {RefusalCode::limit, "50 talks a phase"};
  if (auto refusal = refusal_of_person(state, command.person)) return *refusal;
  if (command.seconds < limits::shortest_turn_ms / second_ms || command.seconds > limits::longest_turn_ms / second_ms) {
    return {RefusalCode::bad_data, "seconds: a whole number from 10 to 3600"};
  }
  TalkAdded added;
  added.talk = next_id(state.lineup);
  added.phase = command.phase;
  added.person = command.person;
  added.planned_ms = command.seconds * second_ms;
  added.introduces = introduced_by(state, command.person);
  return EventData{added};
}

Decision decide(const State& state, const DropTalk& command, const Stamp&) {
  const Talk* talk = find(state, command.talk);
  if (talk == nullptr) return no_such_talk();
  if (talk->turn) return {RefusalCode::wrong_state, "the talk has begun: it stays in the record"};
  return EventData{TalkDropped{command.talk}};
}

void apply(State& state, const TalkEnded& event, const Moment&) {
  const auto found = state.lineup.talks.find(event.talk);
  if (found == state.lineup.talks.end()) return;
  found->second.status = TalkStatus::done;
  found->second.spent_ms += state.floor.turns[found->second.turn].spent_ms;
  give_back(state, found->second, event.returned_ms);
}

void apply(State& state, const TalkMarkedAway& event, const Moment&) {
  const auto found = state.lineup.talks.find(event.talk);
  if (found == state.lineup.talks.end()) return;
  found->second.status = TalkStatus::away;
  give_back(state, found->second, event.returned_ms);
}

void apply(State& state, const TalkMarkedBack& event, const Moment&) {
  const auto found = state.lineup.talks.find(event.talk);
  if (found == state.lineup.talks.end()) return;
  give_back(state, found->second, 0);
  found->second.status = TalkStatus::waiting;
}

void apply(State& state, const TalksOrdered& event, const Moment&) {
  if (auto* order = order_of(state, event.phase)) *order = event.order;
}

void apply(State& state, const TalkAdded& event, const Moment&) {
  Talk talk;
  talk.phase = event.phase;
  talk.person = event.person;
  talk.planned_ms = event.planned_ms;
  talk.group = event.group;
  state.lineup.talks.insert_or_assign(event.talk, talk);
  if (auto* order = order_of(state, event.phase)) order->push_back(event.talk);
  introduce(state, event.introduces);
}

void apply(State& state, const TalkDropped& event, const Moment&) {
  const auto found = state.lineup.talks.find(event.talk);
  if (found == state.lineup.talks.end()) return;
  give_back(state, found->second, 0);
  if (auto* order = order_of(state, found->second.phase)) std::erase(*order, event.talk);
  state.lineup.talks.erase(found);
}

}  // namespace roundtable::core
