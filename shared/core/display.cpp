#include "core/display.hpp"

#include "core/command.hpp"
#include "core/result.hpp"

namespace roundtable::core {

Decision decide(const State& state, const BlankDisplay& command, const Stamp&) {
  if (command.is_blank == state.display.is_blank) return {RefusalCode::already, "the display is as asked"};
  return EventData{DisplayBlanked{command.is_blank}};
}

void apply(State& state, const DisplayBlanked& event, const Moment&) {
  state.display.is_blank = event.is_blank;
}

}  // namespace roundtable::core
