#include "core/head_count.hpp"

#include "core/command.hpp"
#include "core/result.hpp"

namespace roundtable::core {

Decision decide(const State& state, const CountHeads& command, const Stamp& stamp) {
  if (!command.room && !command.call) return {RefusalCode::bad_data, "room: or call, a number of people"};
  if (command.room.value_or(0) > limits::heads) return {RefusalCode::bad_data, "room: at most 100000"};
  if (command.call.value_or(0) > limits::heads) return {RefusalCode::bad_data, "call: at most 100000"};
  HeadsCounted counted{command.room, command.call, stamp.actor.person};
  if (state.head_count && !counted.room) counted.room = state.head_count->room;
  if (state.head_count && !counted.call) counted.call = state.head_count->call;
  return EventData{counted};
}

void apply(State& state, const HeadsCounted& event, const Moment& moment) {
  state.head_count = HeadCount{event.room, event.call, moment.at_ms};
}

}  // namespace roundtable::core
