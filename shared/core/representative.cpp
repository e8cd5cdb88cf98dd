#include "core/representative.hpp"

#include <algorithm>
#include <set>

namespace roundtable::core {

namespace {

struct Slate {
  QuestionId question;
  std::map<Alias, Groups> voters;
};

std::size_t unheard(const Slate& candidate, const std::set<Alias>& heard) {
  return static_cast<std::size_t>(std::count_if(candidate.voters.begin(), candidate.voters.end(),
                                                [&](const auto& voter) { return !heard.contains(voter.first); }));
}

}  // namespace

std::vector<QuestionId> representative_questions(const Questions& questions) {
  std::vector<Slate> candidates;
  for (const auto& [id, question] : questions.list) {
    if (question.status != QuestionStatus::approved || question.merged_into) continue;
    candidates.push_back(Slate{id, voters_of(questions, id)});
  }
  std::set<Alias> heard;
  std::vector<QuestionId> picked;
  while (picked.size() < limits::representative_questions) {
    const Slate* best = nullptr;
    std::size_t best_unheard = 0;
    for (const Slate& candidate : candidates) {
      const std::size_t fresh = unheard(candidate, heard);
      const bool is_better = fresh > best_unheard || (best != nullptr && fresh == best_unheard &&
                                                      candidate.voters.size() > best->voters.size());
      if (fresh == 0 || !is_better) continue;
      best = &candidate;
      best_unheard = fresh;
    }
    if (best == nullptr) break;
    picked.push_back(best->question);
    for (const auto& [alias, groups] : best->voters) heard.insert(alias);
  }
  return picked;
}

}  // namespace roundtable::core
