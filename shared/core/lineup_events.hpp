// The events that end a turn, for every feature that ends one.
#pragma once

#include <vector>

#include "core/event.hpp"

namespace roundtable::core {

/// The end of the turn that runs, and of the talk that it is; nothing when nobody has the floor. Unused time of the
/// talk goes back to the plan unless its phase ends with it.
std::vector<EventData> end_of_turn(const State& state, InstantMs at_ms, bool with_phase = false);

}  // namespace roundtable::core
