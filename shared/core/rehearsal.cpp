#include "core/rehearsal.hpp"

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

/// All but what goes on through a rehearsal: people, the door, the session's own facts, ids.
State kept_for_later(const State& state) {
  State kept = state;
  kept.session = {};
  kept.roster = {};
  kept.admission = {};
  kept.acts = {};
  kept.mine = {};
  kept.group = {};
  kept.counters = {};
  kept.before_rehearsal = {};
  return kept;
}

/// The scope holds the person only while everyone may see them.
bool holds_public_alone(const State& state, PersonId person) {
  if (state.scope == Scope::whole) return false;
  return state.scope == Scope::everyone || person.value > limits::people_held_by_staff;
}

/// Who was seen by everyone for the first time in the rehearsal is not any more, and attendance counts from here.
void forget_acts(State& state, InstantMs at_ms) {
  std::vector<PersonId> unseen;
  for (auto& [id, person] : state.roster.people) {
    if (state.scope != Scope::everyone) {
      person.attended_ms = 0;
      if (person.is_present) person.present_since_ms = at_ms;
    }
    if (!person.is_public_in_rehearsal) continue;
    person.is_public = person.is_public_in_rehearsal = false;
    if (holds_public_alone(state, id)) unseen.push_back(id);
  }
  for (PersonId person : unseen) state.roster.people.erase(person);
}

}  // namespace

Mine kept_for_later(const Mine& mine) {
  Mine kept = mine;
  kept.person = {};
  kept.roles = {};
  kept.profile = {};
  kept.is_guest = false;
  kept.extra_time_percent = {};
  kept.before_rehearsal = {};
  return kept;
}

Decision decide(const State& state, const StartRehearsal&, const Stamp&) {
  if (state.before_rehearsal.has_value()) return {RefusalCode::already, "the rehearsal goes on"};
  if (state.session.status != SessionStatus::prepared) return {RefusalCode::wrong_state, "the session has started"};
  if (state.floor.running) return {RefusalCode::wrong_state, "somebody has the floor: end the turn first"};
  if (is_any_poll_under_way(state)) {
    return {RefusalCode::wrong_state, "a poll is open, or was closed just now: close it and wait ten seconds"};
  }
  return EventData{RehearsalStarted{}};
}

Decision decide(const State& state, const EndRehearsal&, const Stamp&) {
  if (!state.before_rehearsal.has_value()) return {RefusalCode::already, "there is no rehearsal"};
  std::vector<EventData> events{RehearsalEnded{}};
  for (const auto& [id, hand] : state.before_rehearsal->floor.hands) {
    if (refusal_of_person(state, hand.person)) events.push_back(HandLowered{id});  // removed since
  }
  for (const auto& [id, group] : state.before_rehearsal->breakouts.groups) {
    for (PersonId person : group.members) {
      const bool is_gone =
          refusal_of_person(state, person) && group_of(state.before_rehearsal->breakouts, person) == id;
      if (is_gone) events.push_back(PersonMoved{person, {}, false, false, false, {}, {}});
    }
  }
  return events;
}

void apply(State& state, const RehearsalStarted&, const Moment&) {
  state.before_rehearsal = Boxed<State>(kept_for_later(state));
  if (state.scope != Scope::whole) state.mine.before_rehearsal = Boxed<Mine>(kept_for_later(state.mine));
  state.acts = {};
}

void apply(State& state, const RehearsalEnded&, const Moment& moment) {
  if (!state.before_rehearsal.has_value()) return;
  State restored = *state.before_rehearsal;
  restored.session = std::move(state.session);
  restored.session.status = SessionStatus::prepared;
  restored.roster = std::move(state.roster);
  restored.admission = std::move(state.admission);
  restored.counters = state.counters;
  restored.group = std::move(state.group);
  restored.agenda.last_phase = state.agenda.last_phase;
  if (state.mine.before_rehearsal.has_value()) restored.mine = *state.mine.before_rehearsal;
  restored.mine.person = state.mine.person;
  restored.mine.roles = state.mine.roles;
  restored.mine.profile = std::move(state.mine.profile);
  restored.mine.is_guest = state.mine.is_guest;
  restored.mine.extra_time_percent = state.mine.extra_time_percent;
  state = std::move(restored);
  forget_acts(state, moment.at_ms);
}

}  // namespace roundtable::core
