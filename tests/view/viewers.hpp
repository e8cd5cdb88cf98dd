// One viewer of every kind, each with the state that its forms alone build.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/random_history.hpp"
#include "view/project.hpp"
#include "view/show.hpp"

namespace roundtable::test {

struct Watching {
  std::string kind;
  view::Viewer viewer;
  bool has_begun = false;
  State built;
};

inline view::Viewer viewer_of(PersonId person, Roles roles) {
  view::Viewer viewer;
  viewer.base = view::base_of(roles);
  viewer.person = person;
  viewer.roles = roles;
  if (person) viewer.vote_alias = alias_of(person);
  if (person) viewer.poll_alias = poll_aliases(viewer.vote_alias);
  return viewer;
}

/// Machines, each staff role, speakers (one not joined yet) and attendees, of whom most come later.
inline std::vector<Watching> every_kind_of_viewer(const Story& story) {
  std::vector<Watching> all;
  const auto watch = [&](std::string kind, PersonId person, Roles roles) {
    all.push_back({std::move(kind), viewer_of(person, roles), false, {}});
  };
  watch("display", {}, {Role::display});
  watch("captioner", {}, {Role::captioner});
  watch("moderator", moderator, {Role::moderator});
  watch("online moderator", online_moderator, {Role::online_moderator});
  watch("steward", steward, {Role::steward});
  watch("rapporteur", rapporteur, {Role::rapporteur});
  watch("speaker", speaker, {Role::speaker});
  watch("speaker who has not joined", PersonId{6}, {Role::speaker});
  for (std::uint32_t next = 1; next <= 3; ++next) {
    const PersonId person{story.state.counters.person + next};
    watch("attendee " + std::to_string(person.value), person, {Role::attendee});
  }
  for (const auto& [id, person] : story.state.roster.people) {
    if (id.value > 6 && person.roles.has(Role::attendee)) watch("attendee here", id, person.roles);
  }
  return all;
}

}  // namespace roundtable::test
