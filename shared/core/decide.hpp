// The door to the rules: `decide` is pure and may refuse, `settle` adds what follows from a change, and `perform` is
// the whole step that a room takes for one command.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "core/apply.hpp"
#include "core/command.hpp"
#include "core/result.hpp"

namespace roundtable::core {

/// What stands before every feature's own rules: the session is open, and this role and person may give the command.
std::optional<Refusal> refusal_at_the_door(const State& state, std::string_view command, const Stamp& stamp);

/// Asks at the door, then the feature. Accepted: at least one event.
Decision decide(const State& state, const Command& command, const Stamp& stamp);

/// What the rules want to happen next without anybody asking: the two held hands filled up, and latecomers
/// placed in groups that are open. At most a few events.
std::vector<EventData> settle(const State& state);

/// When the rules want to be asked by a `clock` command, if ever.
std::optional<InstantMs> due(const State& state);

/// Decides, applies and settles. `recorded` is called for every event right after it was applied, with its seq counted
/// on from `last_seq`. A refusal leaves the state as it was.
std::optional<Refusal> perform(State& state, const Command& command, const Stamp& stamp, std::uint32_t last_seq,
                               const std::function<void(const Event&)>& recorded);

/// The command's word on the wire.
std::string_view name_of(const Command& command);

}  // namespace roundtable::core
