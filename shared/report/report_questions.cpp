#include <algorithm>
#include <map>

#include "report/report_parts.hpp"

namespace roundtable::report {

namespace {

using core::QuestionId;
using core::QuestionStatus;

ReportWording wording_of(const core::State& state, QuestionId id, const core::Question& question,
                         const ReportOptions& options) {
  const bool is_anonymous = question.is_anonymous;
  return {id, question.text.text, is_anonymous ? "" : shown_name(state, question.author, options), is_anonymous};
}

std::int64_t votes_of(const core::State& state, QuestionId id, const ReportOptions& options) {
  if (!options.votes) return static_cast<std::int64_t>(core::voters_of(state.questions, id).size());
  const auto told = options.votes->find(id);
  return told == options.votes->end() ? 0 : std::int64_t{told->second};
}

QuestionOutcome outcome_of(const core::Question& question) {
  if (question.status == QuestionStatus::dismissed) return QuestionOutcome::dismissed;
  if (question.status != QuestionStatus::answered) return QuestionOutcome::unanswered;
  return question.is_answered_live ? QuestionOutcome::answered_live : QuestionOutcome::answered_in_writing;
}

}  // namespace

std::vector<ReportQuestion> questions_of(const core::State& state, const ReportOptions& options) {
  std::map<QuestionId, ReportQuestion> by_head;
  for (const auto& [id, question] : state.questions.list) {
    if (question.merged_into || !core::is_visible(question.status)) continue;
    ReportQuestion& head = by_head[id];
    head.wording = wording_of(state, id, question, options);
    head.votes = votes_of(state, id, options);
    head.outcome = outcome_of(question);
    head.answer = question.answer.text;
  }
  for (const auto& [id, question] : state.questions.list) {
    if (!question.merged_into || !(options.for_staff || core::is_visible(question.status))) continue;
    const auto head = by_head.find(core::head_of(state.questions, id));
    if (head != by_head.end()) head->second.merged.push_back(wording_of(state, id, question, options));
  }
  std::vector<ReportQuestion> questions;
  questions.reserve(by_head.size());
  for (auto& [id, question] : by_head) questions.push_back(std::move(question));
  std::stable_sort(questions.begin(), questions.end(),
                   [](const ReportQuestion& one, const ReportQuestion& other) { return one.votes > other.votes; });
  return questions;
}

std::vector<HeldBackQuestion> held_back_of(const core::State& state, const ReportOptions& options) {
  std::vector<HeldBackQuestion> held_back;
  for (const auto& [id, question] : state.questions.list) {
    const bool is_held_back = question.status == QuestionStatus::pending || question.status == QuestionStatus::rejected;
    if (!is_held_back || question.merged_into) continue;
    held_back.push_back({wording_of(state, id, question, options), question.status, question.reason.text});
  }
  return held_back;
}

QuestionCounts question_counts_of(const core::State& state) {
  QuestionCounts counts;
  for (const auto& [id, question] : state.questions.list) {
    ++counts.asked;
    if (question.is_anonymous) ++counts.anonymous;
    if (question.merged_into) {
      ++counts.merged;
      ++counts.forwarded;
      continue;
    }
    if (core::is_visible(question.status)) ++counts.forwarded;
    switch (question.status) {
      case QuestionStatus::pending:
        ++counts.pending;
        break;
      case QuestionStatus::approved:
        ++counts.unanswered;
        break;
      case QuestionStatus::rejected:
        ++counts.rejected;
        break;
      case QuestionStatus::withdrawn:
        ++counts.withdrawn;
        break;
      case QuestionStatus::answered:
        ++(question.is_answered_live ? counts.answered_live : counts.answered_in_writing);
        break;
      case QuestionStatus::dismissed:
        ++counts.dismissed;
        break;
    }
  }
  return counts;
}

}  // namespace roundtable::report
