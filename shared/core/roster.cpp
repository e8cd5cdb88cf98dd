#include "core/roster.hpp"

#include <algorithm>

#include "core/lineup_events.hpp"
#include "core/people.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

std::optional<Refusal> fault_of_line(const Words& words, std::string_view field, std::size_t most) {
  if (words.empty()) return std::nullopt;
  switch (text_fault(words.text, most, false)) {
    case TextFault::none:
    case TextFault::blank:
      return std::nullopt;
    case TextFault::too_long:
      return Refusal{RefusalCode::bad_data,
                     "profile/" + std::string(field) + ": at most " + std::to_string(most) + " characters"};
    case TextFault::control_characters:
      return Refusal{RefusalCode::bad_data, "profile/" + std::string(field) + ": one line without control characters"};
  }
  return std::nullopt;
}

void arrive(Person& person, InstantMs at_ms) {
  if (!person.is_present) person.present_since_ms = at_ms;
  person.is_present = true;
}

void leave(Person& person, InstantMs at_ms) {
  if (person.is_present) person.attended_ms += std::max<DurationMs>(0, at_ms - person.present_since_ms);
  person.is_present = false;
}

/// Staff hold the roster up to a number of people; beyond it they hold those who acted.
bool holds(const State& state, PersonId person) {
  if (state.scope == Scope::whole || state.roster.people.contains(person)) return true;
  return state.scope == Scope::staff && person.value <= limits::people_held_by_staff;
}

}  // namespace

Profile cleaned(const Profile& given) {
  Profile profile = given;
  for (Words* words :
       {&profile.name, &profile.affiliation, &profile.call_name, &profile.said_as, &profile.gender, &profile.seat}) {
    words->text = trimmed(words->text);
  }
  return profile;
}

std::optional<Refusal> fault_of(const Profile& profile) {
  if (profile.name.empty()) return Refusal{RefusalCode::bad_data, "profile/name: the only field that is needed"};
  if (auto fault = fault_of_line(profile.name, "name", limits::name_characters)) return fault;
  if (auto fault = fault_of_line(profile.affiliation, "affiliation", limits::affiliation_characters)) return fault;
  if (auto fault = fault_of_line(profile.call_name, "call_name", limits::profile_note_characters)) return fault;
  if (auto fault = fault_of_line(profile.said_as, "said_as", limits::profile_note_characters)) return fault;
  if (auto fault = fault_of_line(profile.gender, "gender", limits::profile_note_characters)) return fault;
  if (auto fault = fault_of_line(profile.seat, "seat", limits::profile_note_characters)) return fault;
  if (profile.languages.size() > limits::languages ||
      !std::all_of(profile.languages.begin(), profile.languages.end(), is_language_tag)) {
    return Refusal{RefusalCode::bad_data, "profile/languages: at most 10 language tags such as \"fr\" or \"pt-BR\""};
  }
  return std::nullopt;
}

std::optional<Refusal> refusal_of_person(const State& state, PersonId person) {
  const auto found = state.roster.people.find(person);
  const bool is_beyond = state.scope == Scope::staff && person.value > limits::people_held_by_staff;
  if (is_beyond && found == state.roster.people.end()) return std::nullopt;  // there the server has the word
  if (found == state.roster.people.end() || found->second.is_removed) {
    return Refusal{RefusalCode::not_found, "no such person in this session"};
  }
  if (found->second.merged_into) return Refusal{RefusalCode::not_found, "merged into another entry"};
  return std::nullopt;
}

std::optional<Refusal> refusal_to_act_for(const State& state, std::optional<PersonId> person, const Actor& actor) {
  if (!person) return std::nullopt;
  if (!may_help(actor.roles)) return Refusal{RefusalCode::not_allowed, "for: moderators and stewards only"};
  if (auto refusal = refusal_of_person(state, *person)) return refusal;
  const auto known = state.roster.people.find(*person);
  if (known != state.roster.people.end() && known->second.has_device && !actor.roles.any(moderators)) {
    return Refusal{RefusalCode::not_allowed, "for: a steward acts for people without a device"};
  }
  return std::nullopt;
}

Profile seen_by(Scope scope, Profile profile, bool is_guest) {
  if (scope == Scope::whole) return profile;
  profile.gender = {};
  if (scope == Scope::staff) return profile;
  if (is_guest) {
    Profile groups;
    groups.stakeholder_group = profile.stakeholder_group;
    groups.regional_group = profile.regional_group;
    groups.modality = profile.modality;
    return groups;
  }
  profile.call_name = {};
  profile.seat = {};
  profile.in_report.reset();
  return profile;
}

Groups groups_of(const State& state, PersonId person) {
  const auto found = state.roster.people.find(person);
  if (found != state.roster.people.end()) return found->second.profile.groups();
  return person == state.mine.person ? state.mine.profile.groups() : Groups{};
}

PersonId introduced_by(const State& state, PersonId person) {
  const auto found = state.roster.people.find(person);
  return found != state.roster.people.end() && !found->second.is_public ? person : PersonId{};
}

void introduce(State& state, PersonId person) {
  if (!person) return;
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end() || found->second.is_public) return;
  found->second.is_public = true;
  found->second.is_public_in_rehearsal = state.before_rehearsal.has_value();
}

Decision decide(const State& state, const Join& command, const Stamp&) {
  PersonJoined joined;
  joined.request_key = command.request_key;
  joined.profile = cleaned(command.profile);
  joined.roles = command.roles;
  joined.is_guest = !may_help(command.roles);
  std::vector<EventData> events;
  switch (door_of(state, command)) {
    case Door::removed:
    case Door::turned_away:
      return {RefusalCode::not_allowed, "removed from the session, or turned away"};
    case Door::joined:
      return {RefusalCode::already, "the request has its participant"};
    case Door::knock:
    case Door::waits:
    case Door::closed:
      return {RefusalCode::wrong_state, "nobody joins without approval now"};
    case Door::open:
      break;
  }
  if (command.person) {
    if (auto refusal = refusal_of_person(state, *command.person)) return *refusal;
    const Person& known = state.roster.people.at(*command.person);
    joined.person = *command.person;
    joined.roles = known.roles;
    if (command.keeps_profile) joined.profile = known.profile;
    if (!joined.profile.in_report) joined.profile.in_report = known.profile.in_report;
    joined.is_guest = is_guest_after_typing(known, joined.profile);
    if (known.is_present && known.has_device && joined.profile == known.profile) {
      return {RefusalCode::already, "the person is here"};
    }
  } else {
    if (state.counters.person >= limits::people) return {RefusalCode::limit, "the session is full"};
    joined.person = PersonId{state.counters.person + 1};
    if (const auto knock = knock_of(state.admission, command.request_key)) {
      events.push_back(PersonAdmitted{*knock, joined.person});
    }
  }
  if (auto fault = fault_of(joined.profile)) return *fault;
  events.push_back(std::move(joined));
  return events;
}

Decision decide(const State& state, const AddPerson& command, const Stamp& stamp) {
  PersonAdded added;
  added.profile = cleaned(command.profile);
  if (auto fault = fault_of(added.profile)) return *fault;
  if (state.counters.person >= limits::people) return {RefusalCode::limit, "the session is full"};
  added.person = PersonId{state.counters.person + 1};
  added.by = stamp.actor.person;
  return EventData{std::move(added)};
}

Decision decide(const State& state, const UpdatePerson& command, const Stamp& stamp) {
  const bool is_own = command.person == stamp.actor.person;
  if (!is_own && !may_help(stamp.actor.roles)) return {RefusalCode::not_allowed, "the profile is another person's"};
  PersonUpdated updated{command.person, cleaned(command.profile), false};
  if (auto fault = fault_of(updated.profile)) return *fault;
  if (is_own && state.scope != Scope::whole) {
    if (!updated.profile.in_report) updated.profile.in_report = state.mine.profile.in_report;
    if (updated.profile == state.mine.profile) return {RefusalCode::already, "the profile is as asked"};
    return EventData{std::move(updated)};
  }
  if (auto refusal = refusal_of_person(state, command.person)) return *refusal;
  const auto found = state.roster.people.find(command.person);
  if (found == state.roster.people.end()) return EventData{std::move(updated)};
  const Profile& known = found->second.profile;
  if (!is_own) updated.profile.gender = known.gender;  // staff neither see nor set it
  if (!updated.profile.in_report) updated.profile.in_report = known.in_report;
  if (updated.profile == known) return {RefusalCode::already, "the profile is as asked"};
  const bool has_same_words = updated.profile.name == known.name && updated.profile.affiliation == known.affiliation;
  updated.is_guest = is_own ? is_guest_after_typing(found->second, updated.profile)
                            : found->second.is_guest && has_same_words;  // a name that staff typed has passed
  return EventData{std::move(updated)};
}

Decision decide(const State& state, const RemovePerson& command, const Stamp& stamp) {
  if (auto refusal = refusal_of_person(state, command.person)) return *refusal;
  if (command.person == stamp.actor.person) return {RefusalCode::wrong_state, "nobody can remove themself"};
  std::vector<EventData> events;
  for (const auto& [id, hand] : state.floor.hands) {
    if (hand.person == command.person) events.push_back(HandLowered{id});
  }
  const auto turn = state.floor.turns.find(state.floor.running);
  if (turn != state.floor.turns.end() && turn->second.person == command.person) {
    for (EventData& each : end_of_turn(state, stamp.at_ms)) events.push_back(std::move(each));
  }
  const auto person = state.roster.people.find(command.person);
  const bool is_named = person != state.roster.people.end() && !person->second.is_guest && !person->second.is_listed;
  if (is_named) events.push_back(PersonHidden{command.person});
  for (EventData& each : leave_group(state, command.person)) events.push_back(std::move(each));
  events.push_back(PersonRemoved{command.person});
  return events;
}

Decision decide(const State& state, const LeavePerson& command, const Stamp&) {
  if (auto refusal = refusal_of_person(state, command.person)) return *refusal;
  if (!state.roster.people.at(command.person).is_present) return {RefusalCode::already, "the person is not here"};
  return EventData{PersonLeft{command.person, command.left_at_ms}};
}

Decision decide(const State& state, const ReturnPerson& command, const Stamp&) {
  if (auto refusal = refusal_of_person(state, command.person)) return *refusal;
  if (state.roster.people.at(command.person).is_present) return {RefusalCode::already, "the person is here"};
  return EventData{PersonReturned{command.person}};
}

void apply(State& state, const PersonListed& event, const Moment&) {
  Person person;
  person.profile = event.profile;
  person.roles = event.roles;
  person.is_listed = true;
  person.is_public = true;
  person.has_device = true;
  state.roster.people.insert_or_assign(event.person, std::move(person));
  state.counters.person = event.person.value;
}

void apply(State& state, const PersonJoined& event, const Moment& moment) {
  if (event.person == state.mine.person) {
    state.mine.profile = event.profile;
    state.mine.roles = event.roles;
    state.mine.is_guest = event.is_guest;
  }
  update_companion(state, event.person, event.profile, event.is_guest);
  if (!holds(state, event.person)) return;
  Person& person = state.roster.people[event.person];
  person.profile = seen_by(state.scope, event.profile, event.is_guest);
  person.is_guest = event.is_guest;
  person.is_hidden = person.is_hidden && event.is_guest;
  person.roles = event.roles;
  person.has_device = true;
  if (state.scope == Scope::everyone) return;
  arrive(person, moment.at_ms);
  if (state.scope != Scope::whole) return;
  state.counters.person = std::max(state.counters.person, event.person.value);
  if (!event.request_key.empty()) state.roster.requests.insert_or_assign(event.request_key, event.person);
}

void apply(State& state, const PersonAdded& event, const Moment& moment) {
  if (!holds(state, event.person)) return;
  Person& person = state.roster.people[event.person];
  person.profile = seen_by(state.scope, event.profile);
  person.roles = Roles{Role::attendee};
  person.added_by = event.by;
  arrive(person, moment.at_ms);
  if (state.scope == Scope::whole) state.counters.person = event.person.value;
}

void apply(State& state, const PersonUpdated& event, const Moment&) {
  if (event.person == state.mine.person) {
    state.mine.profile = event.profile;
    state.mine.is_guest = event.is_guest;
  }
  update_companion(state, event.person, event.profile, event.is_guest);
  const auto found = state.roster.people.find(event.person);
  if (found == state.roster.people.end()) return;
  found->second.profile = seen_by(state.scope, event.profile, event.is_guest);
  found->second.is_guest = event.is_guest;
  found->second.is_hidden = found->second.is_hidden && event.is_guest;
}

void apply(State& state, const PersonRemoved& event, const Moment& moment) {
  const auto found = state.roster.people.find(event.person);
  if (found == state.roster.people.end()) return;
  if (state.scope != Scope::everyone) leave(found->second, moment.at_ms);
  found->second.is_removed = true;
}

void apply(State& state, const PersonLeft& event, const Moment&) {
  const auto found = state.roster.people.find(event.person);
  if (found != state.roster.people.end()) leave(found->second, event.left_at_ms);
}

void apply(State& state, const PersonReturned& event, const Moment& moment) {
  const auto found = state.roster.people.find(event.person);
  if (found != state.roster.people.end()) arrive(found->second, moment.at_ms);
}

}  // namespace roundtable::core
