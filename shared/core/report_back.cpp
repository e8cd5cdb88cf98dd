#include "core/report_back.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

/// The phase that runs, if it is for reporting back; else the next one that is; else the one that runs.
PhaseId report_phase(const Agenda& agenda) {
  const auto is_one = [&](PhaseId id) { return agenda.phases.at(id).kind == PhaseKind::report_back; };
  if (agenda.current && is_one(agenda.current)) return agenda.current;
  const auto found = std::find_if(agenda.order.begin(), agenda.order.end(),
                                  [&](PhaseId id) { return is_one(id) && !agenda.phases.at(id).ended_at_ms; });
  return found == agenda.order.end() ? agenda.current : *found;
}

bool has_slot(const State& state, PhaseId phase, GroupId group) {
  return std::any_of(state.lineup.talks.begin(), state.lineup.talks.end(),
                     [&](const auto& talk) { return talk.second.phase == phase && talk.second.group == group; });
}

/// Who speaks for a group: its reporter, else its host, else nobody in particular.
PersonId speaker_of(const State& state, GroupId group) {
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr) return {};
  for (PersonId person : {inside->reporter, inside->host}) {
    if (person && !refusal_of_person(state, person)) return person;
  }
  return {};
}

bool has_something(const State& state, GroupId id) {
  const BreakoutGroup* group = group_at_work(state.breakouts, id);
  if (group == nullptr) return false;
  const GroupNotes* notes = notes_of(state, id);
  return !group->members.empty() || (notes != nullptr && !notes->list.empty());
}

}  // namespace

Decision decide(const State& state, const ReportBack& command, const Stamp&) {
  if (state.breakouts.run.order.empty()) return {RefusalCode::wrong_state, "no groups were open"};
  if (command.seconds < limits::shortest_turn_ms / second_ms || command.seconds > limits::longest_turn_ms / second_ms) {
    return {RefusalCode::bad_data, "seconds: a whole number from 10 to 3600 for each group"};
  }
  const PhaseId phase = report_phase(state.agenda);
  if (!phase)
    return {RefusalCode::wrong_state,
            "no phase runs and none is for reporting back: start one, or add one of kind report_back"};
  std::vector<EventData> events;
  TalkId talk = next_id(state.lineup);
  for (GroupId id : state.breakouts.run.order) {
    if (!has_something(state, id) || has_slot(state, phase, id)) continue;
    TalkAdded added;
    added.talk = talk;
    added.phase = phase;
    added.person = speaker_of(state, id);
    added.planned_ms = command.seconds * second_ms;
    added.introduces = introduced_by(state, added.person);
    added.group = id;
    events.push_back(added);
    ++talk.value;
  }
  if (events.empty()) return {RefusalCode::already, "each group has its slot"};
  if (state.agenda.phases.at(phase).talks.size() + events.size() > limits::speakers_a_phase) {
    return {RefusalCode::limit, "50 talks a phase"};
  }
  return events;
}

Decision decide(const State& state, const ShowGroup& command, const Stamp&) {
  const GroupId wanted = command.group.value_or(GroupId{});
  if (wanted == state.display.group) return {RefusalCode::already, "the screen shows that"};
  if (!wanted) return EventData{GroupShown{}};
  const auto found = state.breakouts.groups.find(wanted);
  if (found == state.breakouts.groups.end()) return {RefusalCode::not_found, "no such group was open"};
  std::vector<EventData> events;
  if (!found->second.is_published) events.push_back(GroupPublished{wanted});
  events.push_back(GroupShown{OrNull<GroupId>{wanted}});
  return events;
}

void apply(State& state, const GroupPublished& event, const Moment&) {
  const auto found = state.breakouts.groups.find(event.group);
  if (found != state.breakouts.groups.end()) found->second.is_published = true;
}

void apply(State& state, const GroupShown& event, const Moment&) {
  clear_screen(state);
  state.display.group = event.group.id;
}

}  // namespace roundtable::core
