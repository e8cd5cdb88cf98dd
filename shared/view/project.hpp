// Of each event a viewer gets exactly one form: its own if there is one, else its base's, else nothing.
#pragma once

#include <optional>
#include <vector>

#include "core/event.hpp"
#include "view/viewer.hpp"

namespace roundtable::view {

/// The form that everyone of a base gets, if any. `whole` is the state right after the event.
std::optional<core::Event> project_base(const core::Event& event, const core::State& whole, core::Scope base);

/// Whose own form an event has: these people, and whoever votes under this alias, in a poll if there is one.
struct Addressees {
  std::vector<core::PersonId> people;
  core::Alias vote_alias;
  core::PollId poll = {};
};
bool is_meant(const Addressees& meant, const Viewer& viewer);
Addressees addressees(const core::Event& event, const core::State& whole);

/// The own form of one of the addressees; nothing where the base's form tells all.
std::optional<core::Event> project_own(const core::Event& event, const Addressees& meant, const Viewer& viewer);

std::optional<core::Event> project(const core::Event& event, const core::State& whole, const Viewer& viewer);

}  // namespace roundtable::view
