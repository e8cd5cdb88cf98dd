// Random sessions: commands of every type, most of them sensible, some wrong. Every word carries a mark of what it is,
// so that a test can look for words where they must not be.
#pragma once

#include <optional>

#include "core/random_questions.hpp"

namespace roundtable::test {

/// A command and who gives it when.
struct Drawn {
  Command command;
  Stamp stamp;
};

class RandomHistory : public RandomQuestions {
 public:
  /// Of each fourth seed the ids of those who join lie around the number of people that staff hold.
  explicit RandomHistory(std::uint64_t seed) : RandomHistory(Random(seed), seed) {}

  Drawn draw();
  Said step();

 private:
  RandomHistory(Random drawing, std::uint64_t seed);

  HandId some_hand() { return known(state.floor.hands); }
  PhaseId some_phase() { return known(state.agenda.phases); }

  /// Mostly one whose role may give the command at all.
  PersonId actor(const Command& command);
  std::optional<PersonId> of_the_author(const Command& command);

  /// Half of a history is about one thing.
  Command command();
  Command agenda_command();

  TalkId some_talk() { return known(state.lineup.talks); }
  Command talk_command();
  /// Mostly of an act that could be meant; time has gone on by then, often too far.
  Command undo_command();
  bool is_turn_paused() const { return state.floor.running && state.floor.turns.at(state.floor.running).is_paused; }
  /// Rarely drawn otherwise: nothing comes back before it was away.
  std::optional<Command> way_back();
  Command stage_command();
  Command floor_command();
  Command give_command();
  Command people_command();

  /// Mostly the names as they are.
  Command pass_command();
  Command admission_command();

  /// What the room says of lines and of time.
  Command line_command();

  std::uint64_t mood_ = 0;
};

}  // namespace roundtable::test
