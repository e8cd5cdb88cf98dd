// What one connection may see: a base, at most one breakout group, and itself.
#pragma once

#include "core/command.hpp"

namespace roundtable::view {

struct Viewer {
  core::Scope base = core::Scope::everyone;  // everyone or staff
  core::PersonId person;                     // none for displays, overlays and captioners
  core::Roles roles;
  core::Alias vote_alias;        // the name under which this person's votes stand
  core::PollAliases poll_alias;  // the same for ballots
  core::GroupId group;           // the breakout group that the person is in, as far as it was told
};

constexpr core::Scope base_of(core::Roles roles) {
  return core::is_staff(roles) ? core::Scope::staff : core::Scope::everyone;
}

}  // namespace roundtable::view
