#include "core/chair.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

bool starts_a_phase(const EventData& data) {
  return holds<PhaseStarted>(data);
}

/// A chair whom staff removed moderates no more.
bool is_taken(const State& state) {
  return state.chair && !refusal_of_person(state, state.chair->person);
}

}  // namespace

Decision with_first_chair(const State& state, Decision decision, const Stamp& stamp) {
  if (decision.is_refused() || !stamp.actor.person || is_taken(state)) return decision;
  std::vector<EventData> events = decision.take_events();
  if (std::any_of(events.begin(), events.end(), starts_a_phase)) events.push_back(ChairTaken{stamp.actor.person});
  return events;
}

Decision decide(const State& state, const TakeChair&, const Stamp& stamp) {
  if (state.chair && state.chair->person == stamp.actor.person) {
    return {RefusalCode::already, "the chair is yours"};
  }
  return EventData{ChairTaken{stamp.actor.person}};
}

void apply(State& state, const ChairTaken& event, const Moment& moment) {
  state.chair = Chair{event.person, moment.at_ms};
}

}  // namespace roundtable::core
