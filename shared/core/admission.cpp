#include "core/admission.hpp"

#include "core/people.hpp"

namespace roundtable::core {

namespace {

/// An own link, or the link of another role than attendee.
bool is_invited(const Join& join) {
  return join.person || join.roles != Roles{Role::attendee};
}

Door door_of_person(const State& state, PersonId person, Door otherwise) {
  const auto found = state.roster.people.find(person);
  return found != state.roster.people.end() && found->second.is_removed ? Door::removed : otherwise;
}

std::optional<Refusal> refusal_of_list(const std::vector<KnockId>& knocks) {
  if (!knocks.empty() && knocks.size() <= limits::answered_at_once) return std::nullopt;
  return Refusal{RefusalCode::bad_data, "knocks: 1 to 100 of them"};
}

/// Those of the list who still wait, each once.
std::set<KnockId> waiting_of(const Admission& admission, const std::vector<KnockId>& knocks) {
  std::set<KnockId> waiting;
  for (KnockId id : knocks) {
    if (admission.knocks.contains(id)) waiting.insert(id);
  }
  return waiting;
}

}  // namespace

std::optional<KnockId> knock_of(const Admission& admission, const std::string& request_key) {
  if (request_key.empty()) return std::nullopt;
  for (const auto& [id, knock] : admission.knocks) {
    if (knock.request_key == request_key) return id;
  }
  return std::nullopt;
}

Door door_of(const State& state, const Join& join) {
  const auto known = state.roster.requests.find(join.request_key);
  if (known != state.roster.requests.end()) return door_of_person(state, known->second, Door::joined);
  if (join.person) return door_of_person(state, *join.person, Door::open);
  if (is_invited(join)) return Door::open;
  if (state.admission.turned_away.contains(join.request_key)) return Door::turned_away;
  if (state.admission.mode == JoinsMode::open) return Door::open;
  if (knock_of(state.admission, join.request_key)) return Door::waits;
  return state.admission.mode == JoinsMode::closed ? Door::closed : Door::knock;
}

Decision decide(const State& state, const SetJoins& command, const Stamp&) {
  if (command.mode == state.admission.mode) return {RefusalCode::already, "joins are as asked"};
  return EventData{JoinsSet{command.mode}};
}

Decision decide(const State& state, const AskToJoin& command, const Stamp&) {
  Join join;
  join.roles = Roles{Role::attendee};
  join.request_key = command.request_key;
  if (command.request_key.empty()) {
    return {RefusalCode::bad_data, "request: needed while staff let people in one by one"};
  }
  if (door_of(state, join) != Door::knock) return {RefusalCode::wrong_state, "joins need no approval"};
  PersonKnocked knocked;
  knocked.profile = cleaned(command.profile);
  if (auto fault = fault_of(knocked.profile)) return *fault;
  if (state.admission.knocks.size() >= limits::waiting_knocks || state.counters.knock >= limits::people) {
    return {RefusalCode::limit, "too many people wait"};
  }
  knocked.knock = KnockId{state.counters.knock + 1};
  knocked.request_key = command.request_key;
  return EventData{std::move(knocked)};
}

Decision decide(const State& state, const AdmitPeople& command, const Stamp&) {
  if (auto refusal = refusal_of_list(command.knocks)) return *refusal;
  std::vector<EventData> events;
  std::uint32_t person = state.counters.person;
  for (KnockId id : waiting_of(state.admission, command.knocks)) {
    if (++person > limits::people) return {RefusalCode::limit, "the session is full"};
    const Knock& knock = state.admission.knocks.at(id);
    PersonJoined joined;
    joined.person = PersonId{person};
    joined.profile = knock.profile;
    joined.roles = Roles{Role::attendee};
    joined.request_key = knock.request_key;
    events.push_back(PersonAdmitted{id, joined.person});
    events.push_back(std::move(joined));
  }
  if (events.empty()) return {RefusalCode::not_found, "nobody of them waits"};
  return events;
}

Decision decide(const State& state, const TurnAway& command, const Stamp&) {
  if (auto refusal = refusal_of_list(command.knocks)) return *refusal;
  std::vector<EventData> events;
  for (KnockId id : waiting_of(state.admission, command.knocks)) events.push_back(PersonTurnedAway{id});
  if (events.empty()) return {RefusalCode::not_found, "nobody of them waits"};
  return events;
}

void apply(State& state, const JoinsSet& event, const Moment&) {
  state.admission.mode = event.mode;
}

void apply(State& state, const PersonKnocked& event, const Moment& moment) {
  state.admission.knocks.insert_or_assign(event.knock,
                                          Knock{seen_by(state.scope, event.profile), event.request_key, moment.at_ms});
  if (state.scope == Scope::whole) state.counters.knock = event.knock.value;
}

void apply(State& state, const PersonAdmitted& event, const Moment&) {
  state.admission.knocks.erase(event.knock);
}

void apply(State& state, const PersonTurnedAway& event, const Moment&) {
  const auto found = state.admission.knocks.find(event.knock);
  if (found == state.admission.knocks.end()) return;
  if (state.scope == Scope::whole) state.admission.turned_away.insert(found->second.request_key);
  state.admission.knocks.erase(found);
}

}  // namespace roundtable::core
