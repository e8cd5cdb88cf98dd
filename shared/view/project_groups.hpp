// The form that the members of one breakout group share, and what those get who come into a group or leave it. For
// members who are not staff: staff hold every group by their base.
#pragma once

#include <map>
#include <optional>

#include "core/event.hpp"
#include "view/viewer.hpp"

namespace roundtable::view {

struct GroupForms {
  /// From this event on: of the people it moves, or of everybody who is in a group.
  std::map<core::PersonId, core::GroupId> now_in;
  bool regroups_all = false;
  std::map<core::GroupId, core::Event> arrived;  // with all that the group holds
  std::optional<core::Event> departed;           // for who is in no group any more
  std::map<core::GroupId, core::Event> members;  // for who was and is in it

  bool empty() const { return !regroups_all && now_in.empty() && members.empty(); }
  /// The event moves the person, as far as it can tell.
  bool moves(core::PersonId person) const { return regroups_all || now_in.contains(person); }
  /// The group of the person from this event on.
  core::GroupId group_after(const Viewer& viewer) const;
  /// The form for a viewer whose group is the one after the event; null: the base's.
  const core::Event* of(const Viewer& viewer) const;
};

/// `whole` is the state right after the event.
GroupForms project_groups(const core::Event& event, const core::State& whole);

}  // namespace roundtable::view
