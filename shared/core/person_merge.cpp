#include "core/person_merge.hpp"

#include <algorithm>

#include "core/floor_stage.hpp"
#include "core/people.hpp"

namespace roundtable::core {

namespace {

const Person* find(const State& state, PersonId id) {
  const auto found = state.roster.people.find(id);
  return found == state.roster.people.end() ? nullptr : &found->second;
}

template <class Id, class Entry>
bool is_of(const std::map<Id, Entry>& entries, Id id, PersonId Entry::*whose, PersonId person) {
  const auto found = entries.find(id);
  return found != entries.end() && found->second.*whose == person;
}

template <class Id, class Entry>
std::vector<Id> all_of(const std::map<Id, Entry>& entries, PersonId Entry::*whose, PersonId person) {
  std::vector<Id> ids;
  for (const auto& [id, entry] : entries) {
    if (entry.*whose == person) ids.push_back(id);
  }
  return ids;
}

MovedActs acts_of(const State& state, PersonId from, PersonId into) {
  MovedActs acts;
  const bool is_up = !all_of(state.floor.hands, &Hand::person, into).empty();
  for (HandId id : all_of(state.floor.hands, &Hand::person, from)) {
    if (is_up) {
      acts.doubles.emplace(id, state.floor.hands.at(id));
    } else {
      acts.hands.push_back(id);
    }
  }
  acts.turns = all_of(state.floor.turns, &Turn::person, from);
  acts.talks = all_of(state.lineup.talks, &Talk::person, from);
  acts.questions = all_of(state.questions.list, &Question::author, from);
  return acts;
}

/// Of what a merge moved, all that is still the head's.
MovedActs acts_back(const State& state, const Merge& merge) {
  MovedActs acts;
  for (HandId id : merge.acts.hands) {
    if (is_of(state.floor.hands, id, &Hand::person, merge.into)) acts.hands.push_back(id);
  }
  for (TurnId id : merge.acts.turns) {
    if (is_of(state.floor.turns, id, &Turn::person, merge.into)) acts.turns.push_back(id);
  }
  for (TalkId id : merge.acts.talks) {
    if (is_of(state.lineup.talks, id, &Talk::person, merge.into)) acts.talks.push_back(id);
  }
  for (QuestionId id : merge.acts.questions) {
    if (is_of(state.questions.list, id, &Question::author, merge.into)) acts.questions.push_back(id);
  }
  const bool has_room = state.floor.hands.size() + merge.acts.doubles.size() <= limits::waiting_hands;
  if (has_room && state.session.status != SessionStatus::closed) acts.doubles = merge.acts.doubles;
  return acts;
}

template <class Id, class Entry>
void give(std::map<Id, Entry>& entries, const std::vector<Id>& ids, PersonId Entry::*whose, PersonId person) {
  for (Id id : ids) {
    if (const auto found = entries.find(id); found != entries.end()) found->second.*whose = person;
  }
}

void move_acts(State& state, const MovedActs& acts, PersonId to) {
  Floor& floor = state.floor;
  give(floor.hands, acts.hands, &Hand::person, to);
  give(floor.turns, acts.turns, &Turn::person, to);
  give(state.lineup.talks, acts.talks, &Talk::person, to);
  give(state.questions.list, acts.questions, &Question::author, to);
  count_turns(floor);
  const auto running = floor.turns.find(floor.running);
  if (running != floor.turns.end() && running->second.hand && floor.given_hand) {
    floor.given_hand->person = running->second.person;
  }
}

/// Of each kind one of the two is enough.
template <class Signal>
void move_signals(std::vector<Signal>& signals, PersonId from, PersonId into) {
  const auto has_own = [&](SignalKind kind) {
    return std::any_of(signals.begin(), signals.end(),
                       [&](const Signal& each) { return each.person == into && each.signal == kind; });
  };
  std::erase_if(signals, [&](const Signal& each) { return each.person == from && has_own(each.signal); });
  for (Signal& each : signals) {
    if (each.person == from) each.person = into;
  }
}

DurationMs attended_ms(const Person& person, InstantMs at_ms) {
  const DurationMs running_ms = person.is_present ? std::max<DurationMs>(0, at_ms - person.present_since_ms) : 0;
  return person.attended_ms + running_ms;
}

/// What stood before the rehearsal names both entries, and comes back.
std::optional<Refusal> refusal_in_rehearsal(const State& state) {
  if (!state.before_rehearsal.has_value()) return std::nullopt;
  return Refusal{RefusalCode::wrong_state, "entries are merged and parted after the rehearsal"};
}

std::optional<Refusal> refusal_to_merge(const State& state, const MergePerson& command, const Actor& actor) {
  if (auto refusal = refusal_in_rehearsal(state)) return refusal;
  if (command.from == command.into) return Refusal{RefusalCode::wrong_state, "that is one entry, not two"};
  if (auto refusal = refusal_of_person(state, command.from)) return refusal;
  if (auto refusal = refusal_of_person(state, command.into)) return refusal;
  const Person* from = find(state, command.from);
  const Person* into = find(state, command.into);
  if (from != nullptr && (from->is_listed || is_staff(from->roles))) {
    return Refusal{RefusalCode::wrong_state, "from: people of the session file and staff stay; merge into them"};
  }
  if (into != nullptr && is_staff(into->roles) && !actor.roles.has(Role::moderator)) {
    return Refusal{RefusalCode::not_allowed, "into: the device gets the rights of staff; the moderator alone may"};
  }
  const bool has_merged = std::any_of(state.roster.people.begin(), state.roster.people.end(),
                                      [&](const auto& entry) { return entry.second.merged_into == command.from; });
  if (has_merged) return Refusal{RefusalCode::wrong_state, "from: others were merged into it; part them first"};
  return std::nullopt;
}

}  // namespace

PersonId head_of_person(const State& state, PersonId person) {
  const Person* found = find(state, person);
  return found != nullptr && found->merged_into ? found->merged_into : person;
}

void unite_voters(State& state, const std::function<std::string(PersonId)>& alias_of) {
  state.questions.same_voter.clear();
  for (const auto& [from, merge] : state.roster.merges) {
    state.questions.same_voter.emplace(alias_of(from), alias_of(merge.into));
  }
}

Decision decide(const State& state, const MergePerson& command, const Stamp& stamp) {
  if (auto refusal = refusal_to_merge(state, command, stamp.actor)) return *refusal;
  PersonMerged merged;
  merged.person = command.from;
  merged.into = command.into;
  const Person* from = find(state, command.from);
  const Person* into = find(state, command.into);
  if (from == nullptr || into == nullptr) return EventData{std::move(merged)};  // beyond what staff hold
  merged.acts = acts_of(state, command.from, command.into);
  merged.attended_ms = into->attended_ms + attended_ms(*from, stamp.at_ms);
  merged.is_present = into->is_present || from->is_present;
  if (from->is_public) merged.introduces = introduced_by(state, command.into);
  std::vector<EventData> events = leave_group(state, command.from);
  const GroupId group = group_of(state.breakouts, command.from);
  if (group && !group_of(state.breakouts, command.into)) {
    events.push_back(PersonMoved{command.into, group, false, false, false, stamp.actor.person, {}});
  }
  const auto& wishes = state.breakouts.run.wishes;
  if (const auto wished = wishes.find(command.from); wished != wishes.end() && !wishes.contains(command.into)) {
    events.push_back(TopicsRanked{command.into, wished->second});
  }
  events.push_back(std::move(merged));
  return events;
}

Decision decide(const State& state, const UnmergePerson& command, const Stamp&) {
  if (auto refusal = refusal_in_rehearsal(state)) return *refusal;
  const Person* person = find(state, command.person);
  const bool is_beyond = state.scope == Scope::staff && command.person.value > limits::people_held_by_staff;
  if (person == nullptr && !is_beyond) return {RefusalCode::not_found, "no such person in this session"};
  if (person != nullptr && !person->merged_into) return {RefusalCode::already, "the entry stands for itself"};
  PersonUnmerged parted;
  parted.person = command.person;
  const auto merge = state.roster.merges.find(command.person);
  if (merge == state.roster.merges.end()) return EventData{std::move(parted)};  // the server alone knows
  parted.into = merge->second.into;
  parted.acts = acts_back(state, merge->second);
  const bool was_seen = std::any_of(parted.acts.questions.begin(), parted.acts.questions.end(),
                                    [&](QuestionId id) { return is_visible(state.questions.list.at(id).status); });
  if (was_seen) parted.introduces = introduced_by(state, command.person);
  if (const Person* into = find(state, parted.into)) {
    parted.attended_ms = std::max<DurationMs>(0, into->attended_ms - merge->second.added_ms);
  }
  return EventData{std::move(parted)};
}

void apply(State& state, const PersonMerged& event, const Moment& moment) {
  introduce(state, event.introduces);
  move_acts(state, event.acts, event.into);
  for (const auto& [id, hand] : event.acts.doubles) {
    state.floor.hands.erase(id);
    std::erase_if(state.floor.held, [&, lowered = id](const HeldHand& held) { return held.hand == lowered; });
  }
  move_signals(state.signals.active, event.person, event.into);
  move_signals(state.signals.fixed, event.person, event.into);
  state.cues.erase(event.person);
  auto& people = state.roster.people;
  if (state.scope == Scope::whole) {
    const DurationMs before_ms = people.at(event.into).attended_ms;
    state.roster.merges[event.person] = Merge{event.into, event.acts, event.attended_ms - before_ms};
  }
  const auto from = people.find(event.person);
  const auto into = people.find(event.into);
  if (from != people.end()) from->second.merged_into = event.into;
  if (state.scope == Scope::everyone) return;
  if (from != people.end()) {
    from->second.attended_ms = attended_ms(from->second, moment.at_ms);
    from->second.is_present = false;
  }
  if (into == people.end()) return;
  into->second.attended_ms = event.attended_ms;
  if (event.is_present && !into->second.is_present) into->second.present_since_ms = moment.at_ms;
  into->second.is_present = event.is_present;
}

void apply(State& state, const PersonUnmerged& event, const Moment&) {
  introduce(state, event.introduces);
  for (const auto& [id, hand] : event.acts.doubles) state.floor.hands.insert_or_assign(id, hand);
  move_acts(state, event.acts, event.person);
  state.roster.merges.erase(event.person);
  auto& people = state.roster.people;
  if (const auto person = people.find(event.person); person != people.end()) person->second.merged_into = {};
  const auto into = people.find(event.into);
  if (into != people.end() && state.scope != Scope::everyone) into->second.attended_ms = event.attended_ms;
}

}  // namespace roundtable::core
