// What the facts about questions change. A viewer of "everyone" keeps own pending questions under `mine`.
#include <algorithm>

#include "core/people.hpp"
#include "core/questions.hpp"

namespace roundtable::core {

namespace {

Question* find(State& state, QuestionId id) {
  if (const auto found = state.questions.list.find(id); found != state.questions.list.end()) return &found->second;
  const auto own = state.mine.questions.find(id);
  return own == state.mine.questions.end() ? nullptr : &own->second;
}

template <class Change>
void change(State& state, QuestionId id, Change&& change_it) {
  if (Question* question = find(state, id)) change_it(*question);
}

/// Calls `visit(id, question)` for the head and every question merged into it, near or far.
template <class Visit>
void for_each_merged(Questions& questions, QuestionId head, Visit&& visit) {
  for (auto& [id, question] : questions.list) {
    if (id == head || (question.merged_into && head_of(questions, id) == head)) visit(id, question);
  }
}

}  // namespace

void apply(State& state, const QuestionAsked& event, const Moment& moment) {
  Question question;
  question.text = event.text;
  question.language = event.language;
  question.status = event.status;
  question.is_anonymous = event.is_anonymous;
  question.author = event.author;
  question.secret_hash = event.secret_hash;
  question.by = event.by;
  question.groups = event.groups;
  question.asked_at_ms = moment.at_ms;
  const bool is_own_only = state.scope == Scope::everyone && !is_visible(event.status);
  auto& list = is_own_only ? state.mine.questions : state.questions.list;
  list.insert_or_assign(event.question, std::move(question));
  introduce(state, event.introduces);
  if (state.scope == Scope::whole) state.counters.question = event.question.value;
}

void apply(State& state, const QuestionEdited& event, const Moment&) {
  change(state, event.question, [&](Question& question) { question.text = event.text; });
}

void apply(State& state, const QuestionWithdrawn& event, const Moment& moment) {
  state.mine.questions.erase(event.question);
  change(state, event.question, [&](Question& question) {
    question.status = QuestionStatus::withdrawn;
    question.merged_into = {};
    question.settled_at_ms = moment.at_ms;
  });
}

void apply(State& state, const QuestionApproved& event, const Moment&) {
  state.mine.questions.erase(event.question);
  change(state, event.question, [&](Question& question) {
    question.status = QuestionStatus::approved;
    question.reason = {};
    question.settled_at_ms = 0;
  });
  introduce(state, event.introduces);
}

void apply(State& state, const QuestionRejected& event, const Moment& moment) {
  change(state, event.question, [&](Question& question) {
    question.status = QuestionStatus::rejected;
    question.reason = event.reason;
    question.settled_at_ms = moment.at_ms;
  });
}

void restore_question(State& state, QuestionId id) {
  change(state, id, [&](Question& question) {
    question.status = QuestionStatus::pending;
    question.reason = {};
    question.settled_at_ms = 0;
  });
}

void apply(State& state, const QuestionMerged& event, const Moment&) {
  change(state, event.question, [&](Question& question) { question.merged_into = event.into; });
  if (state.questions.on_screen == event.question) state.questions.on_screen = event.into;
}

void apply(State& state, const QuestionUnmerged& event, const Moment&) {
  change(state, event.question, [&](Question& question) { question.merged_into = {}; });
}

void apply(State& state, const QuestionVoted& event, const Moment&) {
  if (state.scope != Scope::whole) {
    state.mine.votes.insert(event.question);
    return;
  }
  change(state, event.question,
         [&](Question& question) { question.voters.insert_or_assign(event.alias, event.groups); });
}

void apply(State& state, const QuestionUnvoted& event, const Moment&) {
  if (state.scope != Scope::whole) {
    for_each_merged(state.questions, event.question, [&](QuestionId id, Question&) { state.mine.votes.erase(id); });
    return;
  }
  for_each_merged(state.questions, event.question,
                  [&](QuestionId, Question& question) { question.voters.erase(event.alias); });
}

void apply(State& state, const QuestionShown& event, const Moment&) {
  clear_screen(state);
  state.questions.on_screen = event.question.id;
}

void apply(State& state, const QuestionAnswered& event, const Moment& moment) {
  change(state, event.question, [&](Question& question) {
    question.status = QuestionStatus::answered;
    if (event.is_live) {
      question.is_answered_live = true;
    } else {
      question.answer = event.text;
    }
    question.settled_at_ms = moment.at_ms;
  });
}

void apply(State& state, const QuestionDismissed& event, const Moment& moment) {
  change(state, event.question, [&](Question& question) {
    question.status = QuestionStatus::dismissed;
    question.settled_at_ms = moment.at_ms;
  });
}

}  // namespace roundtable::core
