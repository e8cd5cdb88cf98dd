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

Decision decide(const State& state, const RenewLink& command, const Stamp&) {
  if (command.role.has_value() == command.person.has_value()) {
    return {RefusalCode::bad_data, "a role or a person, one of the two"};
  }
  if (command.role == Role::attendee) return {RefusalCode::bad_data, "role: the attendees' link bears no secret"};
  if (command.role) return EventData{LinkRenewed{command.role, {}, generation_of(state.links, *command.role) + 1}};
  if (auto refusal = refusal_of_person(state, *command.person)) return *refusal;
  return EventData{LinkRenewed{{}, *command.person, generation_of(state.links, *command.person) + 1}};
}

void apply(State& state, const LinkRenewed& event, const Moment&) {
  if (event.person) state.links.people[event.person] = event.generation;
  if (!event.role) return;
  auto& roles = state.links.roles;
  std::erase_if(roles, [&](const RoleLink& each) { return each.role == *event.role; });
  roles.push_back({*event.role, event.generation});
}

}  // namespace roundtable::core
