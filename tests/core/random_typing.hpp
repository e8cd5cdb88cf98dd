// Hands in random sessions: with and without words, changed while they wait; people who have more time.
#pragma once

#include <optional>
#include <string>

#include "core/random_staff.hpp"

namespace roundtable::test {

class RandomTyping : public RandomStaff {
 public:
  using RandomStaff::RandomStaff;

 protected:
  /// Who may mostly write what the command writes.
  std::optional<PersonId> of_the_text(const Command& command);
  Command hand_command(std::optional<PersonId> for_person);

 private:
  std::optional<Words> maybe_words() { return random.one_in(4) ? std::nullopt : std::optional(text("typed")); }
  std::optional<std::string> maybe_language();
};

}  // namespace roundtable::test
