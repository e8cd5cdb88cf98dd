// Facts change the state; nothing here refuses or chooses.
#pragma once

#include <string_view>

#include "core/event.hpp"

namespace roundtable::core {

/// Keeps what the event's act would need to be taken back. Called before the event is applied.
void remember(State& state, const EventData& data, const Moment& moment);

/// Applies an event, or a viewer's form of one: first what it reveals, then the fact, then what it makes forget.
void apply(State& state, const Event& event);
/// The same for the state of a viewer who is not staff, which keeps nothing to be taken back.
void apply_for_everyone(State& state, const Event& event);

/// The event's word on the wire and in the journal.
std::string_view name_of(const EventData& data);

}  // namespace roundtable::core
