#include <algorithm>

#include "core/similar.hpp"
#include "core/sort_stably.hpp"
#include "view/view.hpp"

namespace roundtable::view {

namespace {

/// Suggestions stand beside the oldest pending questions only, so that painting stays cheap in a storm.
constexpr std::size_t pending_with_suggestions = 20;
constexpr std::size_t compared_questions = 300;

struct Comparable {
  QuestionId question;
  Triples triples;
};

std::vector<Comparable> comparable_questions(const State& state) {
  std::vector<Comparable> comparable;
  for (auto each = state.questions.list.rbegin(); each != state.questions.list.rend(); ++each) {
    if (comparable.size() >= compared_questions) break;
    if (!is_visible(each->second.status) || each->second.merged_into) continue;
    comparable.push_back({each->first, triples_of(each->second.text.text)});
  }
  return comparable;
}

std::vector<SimilarModel> similar_to(const State& state, const std::vector<Comparable>& candidates,
                                     std::string_view text, QuestionId self) {
  const Triples triples = triples_of(text);
  std::vector<SimilarModel> similar;
  for (const Comparable& candidate : candidates) {
    const int percent = likeness_percent(triples, candidate.triples);
    if (percent < alike_percent || candidate.question == self) continue;
    similar.push_back({candidate.question, state.questions.list.at(candidate.question).text.text, percent});
  }
  sort_stably(similar, [](const SimilarModel& one, const SimilarModel& other) { return one.percent > other.percent; });
  if (similar.size() > limits::similar_questions) similar.resize(limits::similar_questions);
  return similar;
}

bool has_own_vote(const State& state, QuestionId head) {
  return std::any_of(state.mine.votes.begin(), state.mine.votes.end(),
                     [&](QuestionId voted) { return head_of(state.questions, voted) == head; });
}

QuestionModel question_model(const Held& held, QuestionId id, const Question& question) {
  const State& state = held.state;
  QuestionModel model;
  model.question = id;
  model.text = question.text.text;
  model.language = question.language;
  model.status = question.status;
  model.is_anonymous = question.is_anonymous;
  if (question.author) {
    model.author = question.author;
    const std::string name = name_of_person(state, question.author);
    if (!name.empty()) model.author_name = name;
    model.author_guest = guest_of(state, question.author);
    model.stakeholder_group = question.groups.stakeholder_group;
    model.modality = question.groups.modality;
  }
  model.asked_at_ms = question.asked_at_ms;
  const auto votes = held.gauges.questions.find(id);
  model.votes = votes == held.gauges.questions.end() ? 0 : static_cast<std::int64_t>(votes->second);
  model.has_voted = has_own_vote(state, id);
  model.is_mine = question.author && question.author == state.mine.person;
  model.is_on_screen = state.questions.on_screen == id;
  model.reason = text_if_any(question.reason);
  model.answer = text_if_any(question.answer);
  model.is_answered_live = question.is_answered_live;
  if (question.merged_into) model.merged_into = question.merged_into;
  return model;
}

void add_wordings(const State& state, std::vector<QuestionModel>& heads) {
  for (const auto& [id, question] : state.questions.list) {
    if (!question.merged_into) continue;
    const QuestionId head = head_of(state.questions, id);
    for (QuestionModel& model : heads) {
      if (model.question != head) continue;
      WordingModel wording{id, question.text.text, std::nullopt, guest_of(state, question.author)};
      const std::string name = name_of_person(state, question.author);
      if (!name.empty()) wording.author_name = name;
      model.merged.push_back(std::move(wording));
    }
  }
}

void sort_by_votes(std::vector<QuestionModel>& questions) {
  sort_stably(questions, [](const QuestionModel& one, const QuestionModel& other) {
    return one.votes.value.value_or(0) > other.votes.value.value_or(0);
  });
}

void sort_newest_first(std::vector<QuestionModel>& questions, const State& state) {
  const auto settled_at_ms = [&](const QuestionModel& each) {
    return state.questions.list.at(each.question).settled_at_ms;
  };
  sort_stably(questions, [&](const QuestionModel& one, const QuestionModel& other) {
    return settled_at_ms(one) > settled_at_ms(other);
  });
}

}  // namespace

std::vector<SimilarModel> similar_questions(const State& state, std::string_view text) {
  return similar_to(state, comparable_questions(state), text, {});
}

QuestionsModel questions_model(const Held& held) {
  const State& state = held.state;
  QuestionsModel model;
  model.is_moderated = state.questions.settings.is_moderated;
  model.allows_anonymous = state.questions.settings.allows_anonymous;
  for (const auto& [id, question] : state.questions.list) {
    if (question.merged_into || question.status == QuestionStatus::withdrawn) continue;
    QuestionModel each = question_model(held, id, question);
    if (question.status == QuestionStatus::pending) {
      model.pending.push_back(std::move(each));
    } else if (question.status == QuestionStatus::rejected) {
      model.rejected.push_back(std::move(each));
    } else if (question.status == QuestionStatus::approved) {
      model.by_votes.push_back(std::move(each));
      model.by_time.push_back(id);
    } else {
      model.settled.push_back(std::move(each));
    }
  }
  add_wordings(state, model.by_votes);
  add_wordings(state, model.settled);
  sort_by_votes(model.by_votes);
  sort_newest_first(model.settled, state);
  if (held.gauges.representative) model.representative = *held.gauges.representative;
  for (const auto* list : {&model.by_votes, &model.settled}) {
    for (const QuestionModel& each : *list) {
      if (each.is_on_screen) model.on_screen = each;
    }
  }
  for (const auto& [id, question] : state.mine.questions) model.mine.push_back(question_model(held, id, question));
  for (const auto* list : {&model.pending, &model.rejected}) {
    for (const QuestionModel& each : *list) {
      if (each.is_mine) model.mine.push_back(each);
    }
  }
  if (!model.pending.empty()) {
    const std::vector<Comparable> candidates = comparable_questions(state);
    for (std::size_t index = 0; index < std::min(model.pending.size(), pending_with_suggestions); ++index) {
      QuestionModel& pending = model.pending[index];
      pending.similar = similar_to(state, candidates, pending.text, pending.question);
    }
  }
  return model;
}

}  // namespace roundtable::view
