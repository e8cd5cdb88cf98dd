// What random sessions draw of rehearsals, of a plan that bends, and of what the screen shows.
#pragma once

#include <optional>

#include "core/random_typing.hpp"

namespace roundtable::test {

class RandomAgenda : public RandomTyping {
 public:
  using RandomTyping::RandomTyping;

 protected:
  /// Now and then; most of a history is about other things.
  std::optional<Command> bending_command();

 private:
  /// With one part of the plan fitted, mostly one that can be.
  NextPhase late_start();
  PhaseId some_phase_of_plan() { return known(state.agenda.phases); }
  std::optional<PhaseId> some_place() { return random.one_in(3) ? std::nullopt : std::optional(some_phase_of_plan()); }
};

}  // namespace roundtable::test
