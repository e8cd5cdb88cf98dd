// What random sessions do in breakout groups: planned, opened and closed over and over, with everything that people do
// in them.
#pragma once

#include <optional>

#include "core/random_agenda.hpp"

namespace roundtable::test {

class RandomBreakouts : public RandomAgenda {
 public:
  RandomBreakouts(const SessionPlan& plan, const Random& drawing)
      : RandomAgenda(plan, drawing), is_grouped_(random.one_in(3)) {}

 protected:
  /// In a third of the histories half of what happens; now and then in the others.
  std::optional<Command> breakout_command();

  /// Who may mostly do what the command does.
  std::optional<PersonId> of_the_group(const Command& command);

 private:
  GroupId some_group();
  GroupId some_planned_group();
  PersonId some_member();
  PersonId member_of(GroupId id);
  PersonId leader_of(GroupId id);
  GroupId group_with(GroupQuestionId question) const;
  PersonId voter_of(GroupQuestionId question);
  GroupQuestionId some_group_question();
  NoteId some_note();
  std::int64_t some_seconds() { return static_cast<std::int64_t>(random.below(600)) + (random.one_in(12) ? 0 : 10); }
  std::optional<NoteMark> some_mark();
  GroupMembers deal(std::size_t count);
  Command plan_command();
  Command wish_command();
  Command rebalance_command();
  Command run_command();
  GroupId group_in_need();
  Command place_command();
  Command inside_command();
  Command group_floor_command();
  Command group_question_command();
  Command note_command();
  Command report_command();

  bool is_grouped_ = false;
};

}  // namespace roundtable::test
