#include "core/group_help.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/group_members.hpp"
#include "core/group_rooms.hpp"
#include "core/people.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

PersonId holder(const GroupInside& inside, GroupRole role) {
  return role == GroupRole::host ? inside.host : inside.reporter;
}

/// Left, or without a line: the server alone knows.
bool is_gone(const State& state, PersonId person, const Stamp& stamp) {
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end() || !found->second.is_present) return true;
  return std::find(stamp.away.begin(), stamp.away.end(), person) != stamp.away.end();
}

DraftGroup* planned(State& state, GroupId group) {
  auto& draft = state.breakouts.run.draft;
  if (!draft) return nullptr;
  const auto found = std::find_if(draft->groups.begin(), draft->groups.end(),
                                  [&](const DraftGroup& each) { return each.group == group; });
  return found == draft->groups.end() ? nullptr : &*found;
}
const DraftGroup* planned(const State& state, GroupId group) {
  return planned(const_cast<State&>(state), group);
}

}  // namespace

Decision decide(const State& state, const Broadcast& command, const Stamp& stamp) {
  if (!are_open(state.breakouts)) return {RefusalCode::wrong_state, "no groups are open: announce it to everyone"};
  GroupsTold told;
  told.text = Words(trimmed(command.text.text));
  if (text_fault(told.text.text, limits::announcement_characters, true) != TextFault::none) {
    return {RefusalCode::bad_data, "text: 1 to 1000 characters without control characters"};
  }
  for (GroupId id : state.breakouts.run.order) {
    const bool is_meant = !command.group || *command.group == id;
    if (is_meant && group_at_work(state.breakouts, id) != nullptr) told.groups.push_back(id);
  }
  if (told.groups.empty()) return {RefusalCode::not_found, "no such group is open"};
  told.by = stamp.actor.person;
  return EventData{std::move(told)};
}

Decision decide(const State& state, const CallModerator& command, const Stamp& stamp) {
  const GroupId group = group_of(state.breakouts, stamp.actor.person);
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr || !are_open(state.breakouts)) return no_group_open();
  if (inside->help && !inside->help->answered_by) {
    return {RefusalCode::already, "the moderators know that the group waits"};
  }
  ModeratorCalled called{group, stamp.actor.person, {}};
  if (command.reason) called.reason = Words(trimmed(command.reason->text));
  const TextFault fault = text_fault(called.reason.text, limits::reason_characters, false);
  if (fault != TextFault::none && fault != TextFault::blank) {
    return {RefusalCode::bad_data, "reason: one line of at most 300 characters"};
  }
  return EventData{std::move(called)};
}

Decision decide(const State& state, const AnswerCall& command, const Stamp& stamp) {
  const GroupInside* inside = inside_of(state, command.group);
  if (inside == nullptr) return no_such_group();
  if (!inside->help) return {RefusalCode::wrong_state, "the group called nobody"};
  if (inside->help->answered_by) return {RefusalCode::already, "somebody has answered"};
  return EventData{CallAnswered{command.group, stamp.actor.person}};
}

Decision decide(const State& state, const TakeGroupRole& command, const Stamp& stamp) {
  const PersonId person = stamp.actor.person;
  const GroupId group = group_of(state.breakouts, person);
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr) return {RefusalCode::wrong_state, "you are in no group"};
  const PersonId held_by = holder(*inside, command.role);
  if (held_by == person) return {RefusalCode::already, "you have the role"};
  if (state.scope == Scope::whole && held_by && !is_gone(state, held_by, stamp)) {
    return {RefusalCode::already, "person " + std::to_string(held_by.value) + " has the role and is here"};
  }
  return EventData{GroupRoleTaken{group, command.role, person}};
}

Decision decide(const State& state, const SetGroupCall& command, const Stamp&) {
  const GroupInside* inside = inside_of(state, command.group);
  const DraftGroup* draft = planned(state, command.group);
  if (inside == nullptr && draft == nullptr) return {RefusalCode::not_found, "no such group"};
  GroupCallSet set{command.group, trimmed(command.call_name.value_or("")), trimmed(command.url.value_or(""))};
  const TextFault fault = text_fault(set.call_name, limits::name_characters, false);
  if (fault != TextFault::none && fault != TextFault::blank) {
    return {RefusalCode::bad_data, "name: one line of at most 100 characters"};
  }
  if (!set.url.empty() && !is_secure_address(set.url)) {
    return {RefusalCode::bad_data, "url: an address that starts with https:// and names a host"};
  }
  const GroupCall& call = inside != nullptr ? inside->call : draft->call;
  if (call == GroupCall{set.call_name, set.url}) return {RefusalCode::already, "the room is as asked"};
  return EventData{std::move(set)};
}

void apply(State& state, const GroupsTold& event, const Moment& moment) {
  for (GroupId id : event.groups) {
    GroupInside* inside = inside_of(state, id);
    if (inside == nullptr) continue;
    inside->broadcasts.push_back({event.text, moment.at_ms});
    if (inside->broadcasts.size() > limits::group_broadcasts) inside->broadcasts.erase(inside->broadcasts.begin());
  }
}

void apply(State& state, const ModeratorCalled& event, const Moment& moment) {
  if (GroupInside* inside = inside_of(state, event.group)) {
    inside->help = HelpCall{event.person, event.reason, moment.at_ms, {}};
  }
}

void apply(State& state, const CallAnswered& event, const Moment&) {
  GroupInside* inside = inside_of(state, event.group);
  if (inside != nullptr && inside->help) inside->help->answered_by = event.by;
}

void apply(State& state, const GroupRoleTaken& event, const Moment&) {
  if (GroupInside* inside = inside_of(state, event.group)) {
    (event.role == GroupRole::host ? inside->host : inside->reporter) = event.person;
  }
}

void apply(State& state, const GroupCallSet& event, const Moment&) {
  const GroupCall call{event.call_name, event.url};
  if (GroupInside* inside = inside_of(state, event.group)) inside->call = call;
  if (DraftGroup* draft = planned(state, event.group)) draft->call = call;
}

}  // namespace roundtable::core
