// Facts change the state; nothing here refuses or chooses.
#pragma once

#include <string_view>

#include "core/event.hpp"

namespace roundtable::core {

/// Applies an event, or a viewer's form of one: first what it reveals, then the fact, then what it makes forget.
void apply(State& state, const Event& event);

/// The event's word on the wire and in the journal.
std::string_view name_of(const EventData& data);

}  // namespace roundtable::core
