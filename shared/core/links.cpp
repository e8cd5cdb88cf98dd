#include "core/links.hpp"

#include <algorithm>

#include "core/people.hpp"

namespace roundtable::core {

std::uint32_t generation_of(const Links& links, Role role) {
  const auto found =
      std::find_if(links.roles.begin(), links.roles.end(), [&](const RoleLink& each) { return each.role == role; });
  return found == links.roles.end() ? 0 : found->generation;
}

std::uint32_t generation_of(const Links& links, PersonId person) {
  const auto found = links.people.find(person);
  return found == links.people.end() ? 0 : found->second;
}

bool came_by_role_link(const Person& person) {
  return !person.is_listed && !person.added_by && person.roles != Roles{Role::attendee};
}

std::uint32_t generation_of_entry(const State& state, PersonId person) {
  const std::uint32_t own = generation_of(state.links, person);
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end() || !came_by_role_link(found->second)) return own;
  return own + generation_of(state.links, found->second.roles.first());
}

std::vector<PersonId> entries_of(const State& state, const RenewLink& link) {
  if (link.person) return {*link.person};
  std::vector<PersonId> entries;
  for (const auto& [id, person] : state.roster.people) {
    if (link.role && came_by_role_link(person) && person.roles.first() == *link.role) entries.push_back(id);
  }
  return entries;
}

Decision decide(const State& state, const RenewLink& command, const Stamp&) {
  if (command.role.has_value() == command.person.has_value()) {
    return {RefusalCode::bad_data, "a role or a person, one of the two"};
  }
  if (command.role == Role::attendee) return {RefusalCode::bad_data, "role: the attendees' link bears no secret"};
  if (command.role) return EventData{LinkRenewed{command.role, {}, generation_of(state.links, *command.role) + 1}};
  if (auto refusal = refusal_of_person(state, *command.person)) return *refusal;
  return EventData{LinkRenewed{{}, *command.person, generation_of(state.links, *command.person) + 1}};
}

/// A join sent again would open the entry too, so it is forgotten; of the removed it is what keeps them out.
void apply(State& state, const LinkRenewed& event, const Moment&) {
  const auto person = event.person ? std::optional(event.person) : std::nullopt;
  for (PersonId entry : entries_of(state, RenewLink{event.role, person})) {
    const auto found = state.roster.people.find(entry);
    if (found == state.roster.people.end() || found->second.is_removed) continue;
    std::erase_if(state.roster.requests, [&](const auto& each) { return each.second == entry; });
  }
  if (event.person) state.links.people[event.person] = event.generation;
  if (!event.role) return;
  auto& roles = state.links.roles;
  std::erase_if(roles, [&](const RoleLink& each) { return each.role == *event.role; });
  roles.push_back({*event.role, event.generation});
}

}  // namespace roundtable::core
