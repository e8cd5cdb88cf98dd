// Random questions and takeaways: asked, moderated, answered, drafted, linked to their evidence.
#pragma once

#include <optional>
#include <string>

#include "core/random_polls.hpp"

namespace roundtable::test {

class RandomQuestions : public RandomPolls {
 protected:
  using RandomPolls::RandomPolls;

  QuestionId some_question() { return known(state.questions.list); }
  QuestionId some_merged_question();
  QuestionId some_question_with_votes();
  std::string hash();
  std::optional<PersonId> maybe_for() { return random.one_in(3) ? std::optional(some_person()) : std::nullopt; }
  Evidence evidence();
  Command question_command();
  Command moderation_command();
  Command takeaway_command();
  Command takeaway_shape_command();
};

}  // namespace roundtable::test
