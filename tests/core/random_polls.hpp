// Polls in random sessions: of every kind, mostly moved on to what may come next, with ballots that fit and some that
// do not. Every word in a ballot carries a mark.
#pragma once

#include <optional>
#include <vector>

#include "core/random_persons.hpp"

namespace roundtable::test {

class RandomPolls : public RandomPersons {
 public:
  using RandomPersons::RandomPersons;

 protected:
  Command poll_command();

  /// Who may mostly do it; nothing for what anybody does.
  std::optional<PersonId> of_the_poll(const Command& command);

 private:
  std::vector<Words> some_choices(PollKind kind);
  Command create();
  std::optional<std::int64_t> some_dots(PollKind kind);
  Command of_a_draft(PollId poll);
  Command of_an_open_poll(PollId id, const Poll& poll);
  PollChoice some_choice(const Poll& poll);
  Command of_a_closed_poll(PollId id, const Poll& poll);

  /// Mostly while it can be taken back.
  Command undo_of_a_close();
};

}  // namespace roundtable::test
