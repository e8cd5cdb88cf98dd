// What random sessions do about entries of one person, links, and the report's narrative.
#pragma once

#include <optional>

#include "core/random_breakouts.hpp"

namespace roundtable::test {

class RandomPersons : public RandomBreakouts {
 public:
  RandomPersons(const SessionPlan& plan, const Random& drawing) : RandomBreakouts(plan, drawing) {}

 protected:
  Profile marked_profile();
  Command persons_command();
  std::optional<PersonId> who_does(const Command& command);

 private:
  /// Mostly one that may be merged into another.
  PersonId some_loose_entry();
  Command narrative_command();
};

}  // namespace roundtable::test
