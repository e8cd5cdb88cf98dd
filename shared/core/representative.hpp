// The short list of questions that leaves no large group of voters unheard.
#pragma once

#include <vector>

#include "core/questions.hpp"

namespace roundtable::core {

/// Open questions, picked one by one, each for the most voters that no earlier pick speaks for (greedy justified
/// representation, arXiv 2511.04588 audits such slates); votes and then age decide among equals. At most
/// limits::representative_questions; ends when a pick would speak for nobody new.
std::vector<QuestionId> representative_questions(const Questions& questions);

}  // namespace roundtable::core
