#include "core/guests.hpp"

#include <algorithm>

#include "core/people.hpp"

namespace roundtable::core {

namespace {

bool has_words(const Person& person, const Words& name, const Words& affiliation) {
  return person.profile.name == name && person.profile.affiliation == affiliation;
}

std::optional<Refusal> refusal_to_pass(const State& state, const SeenName& seen) {
  if (auto refusal = refusal_of_person(state, seen.person)) return refusal;
  const auto found = state.roster.people.find(seen.person);
  if (found == state.roster.people.end()) return std::nullopt;  // beyond what staff hold
  if (!found->second.is_guest) return Refusal{RefusalCode::already, "the name has passed"};
  if (!has_words(found->second, seen.name, seen.affiliation)) {
    return Refusal{RefusalCode::stale_revision, "the name is another by now"};
  }
  return std::nullopt;
}

void set_guest(State& state, PersonId id, bool is_guest) {
  const bool is_mine = id == state.mine.person;
  if (is_mine) state.mine.is_guest = is_guest;
  const auto companion = state.group.companions.find(id);
  if (companion != state.group.companions.end()) {
    companion->second = companion_of(is_mine ? state.mine.profile : companion->second.profile, is_guest);
  }
  const auto found = state.roster.people.find(id);
  if (found == state.roster.people.end()) return;
  Person& person = found->second;
  person.is_guest = is_guest;
  person.is_hidden = is_guest && state.scope != Scope::everyone;
  const bool is_known_from_mine = is_mine && state.scope == Scope::everyone;
  person.profile = seen_by(state.scope, is_known_from_mine ? state.mine.profile : person.profile, is_guest);
}

}  // namespace

bool is_guest_after_typing(const Person& known, const Profile& typed) {
  const bool is_trusted = known.is_listed || may_help(known.roles);
  return known.is_guest || !(is_trusted || has_words(known, typed.name, typed.affiliation));
}

Decision decide(const State& state, const PassNames& command, const Stamp&) {
  if (command.people.empty() || command.people.size() > limits::names_passed_at_once) {
    return {RefusalCode::bad_data, "people: 1 to 100 of them"};
  }
  std::vector<EventData> events;
  std::optional<Refusal> refusal;
  for (const SeenName& seen : command.people) {
    auto each = refusal_to_pass(state, seen);
    const EventData passed = PersonPassed{seen.person};
    if (each) {
      refusal = std::move(each);
    } else if (std::find(events.begin(), events.end(), passed) == events.end()) {
      events.push_back(passed);
    }
  }
  if (events.empty()) return *refusal;
  return events;
}

Decision decide(const State& state, const HidePerson& command, const Stamp&) {
  if (auto refusal = refusal_of_person(state, command.person)) return *refusal;
  const auto found = state.roster.people.find(command.person);
  if (found != state.roster.people.end() && found->second.is_guest) {
    return {RefusalCode::already, "the name is not shown"};
  }
  return EventData{PersonHidden{command.person}};
}

void apply(State& state, const PersonPassed& event, const Moment&) {
  set_guest(state, event.person, false);
}

void apply(State& state, const PersonHidden& event, const Moment&) {
  set_guest(state, event.person, true);
}

}  // namespace roundtable::core
