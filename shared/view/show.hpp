// The state as one viewer may see it. Together with `project` it keeps the law: what a viewer's forms build equals
// `show(state, viewer)` after every tick.
#pragma once

#include "core/state.hpp"
#include "view/viewer.hpp"

namespace roundtable::view {

/// What everyone of a base sees alike, `mine` left empty.
core::State show_base(const core::State& whole, core::Scope base);

/// What the members of a group who are not staff see beside it; empty where there is no such group.
core::OwnGroup show_group(const core::State& whole, core::GroupId group);

/// What one viewer sees beside both.
core::Mine show_mine(const core::State& whole, const Viewer& viewer);

core::State show(const core::State& whole, const Viewer& viewer);

/// A person as a base sees them.
core::Person shown_person(const core::Person& person, core::Scope base);
/// A question as a base, or its author, sees it.
core::Question shown_question(const core::Question& question, core::Scope base);
/// A poll as a base sees it: no ballots; results once published, to staff without breakdowns from the close on, with
/// them when the close stands; of words not passed, only how many.
core::Poll shown_poll(const core::Poll& poll, core::Scope base);
/// The base holds the person in its roster.
bool holds_person(core::PersonId id, const core::Person& person, core::Scope base);

}  // namespace roundtable::view
