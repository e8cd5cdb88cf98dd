#include "core/group_questions.hpp"

#include "core/command.hpp"
#include "core/group_members.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

struct Found {
  GroupId group;
  const GroupInside* inside = nullptr;
  const GroupQuestion* question = nullptr;
};

/// Members find the questions of their own group, staff those of all.
Found find(const State& state, GroupQuestionId id, const Actor& actor) {
  const GroupId own = group_of(state.breakouts, actor.person);
  for (const auto& [group, shown] : state.breakouts.groups) {
    const GroupInside* inside = inside_of(state, group);
    if (inside == nullptr || (group != own && !is_staff(actor.roles))) continue;
    const auto found = inside->questions.find(id);
    if (found != inside->questions.end()) return {group, inside, &found->second};
  }
  return {};
}

GroupQuestion* held(State& state, GroupId group, GroupQuestionId id) {
  GroupInside* inside = inside_of(state, group);
  if (inside == nullptr) return nullptr;
  const auto found = inside->questions.find(id);
  return found == inside->questions.end() ? nullptr : &found->second;
}

Refusal no_question() {
  return {RefusalCode::not_found, "no such question in your group"};
}

bool has_voted(const State& state, GroupQuestionId id, const GroupQuestion& question, const Stamp& stamp) {
  return state.scope == Scope::whole ? question.voters.contains(stamp.vote_alias) : state.mine.group_votes.contains(id);
}

Decision decide_vote(const State& state, GroupQuestionId id, const Stamp& stamp, bool is_up) {
  const Found found = find(state, id, stamp.actor);
  if (found.question == nullptr || found.group != group_of(state.breakouts, stamp.actor.person)) return no_question();
  if (found.question->is_answered) return {RefusalCode::wrong_state, "the question is answered"};
  if (has_voted(state, id, *found.question, stamp) == is_up) return {RefusalCode::already, "it is as asked"};
  GroupQuestionVoted voted{found.group, id, is_up, found.question->votes, stamp.vote_alias, false};
  if (is_up) ++voted.votes;
  if (!is_up && voted.votes > 0) --voted.votes;
  return EventData{std::move(voted)};
}

}  // namespace

Decision decide(const State& state, const AskGroupQuestion& command, const Stamp& stamp) {
  const GroupId group = group_of(state.breakouts, stamp.actor.person);
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr || !are_open(state.breakouts)) return no_group_open();
  GroupQuestionAsked asked;
  asked.text = Words(trimmed(command.text.text));
  if (text_fault(asked.text.text, limits::question_characters, true) != TextFault::none) {
    return {RefusalCode::bad_data, "text: 1 to 1000 characters without control characters"};
  }
  if (command.language && !is_language_tag(*command.language)) {
    return {RefusalCode::bad_data, "language: a language tag such as en or pt-BR"};
  }
  if (inside->questions.size() >= limits::group_questions) return {RefusalCode::limit, "at most 100 questions a group"};
  const auto& languages = state.session.plan.languages;
  asked.language = command.language ? *command.language : languages.empty() ? std::string() : languages.front();
  asked.group = group;
  asked.question = GroupQuestionId{state.counters.group_question + 1};
  asked.author = stamp.actor.person;
  return EventData{std::move(asked)};
}

Decision decide(const State& state, const VoteGroupQuestion& command, const Stamp& stamp) {
  return decide_vote(state, command.question, stamp, true);
}

Decision decide(const State& state, const UnvoteGroupQuestion& command, const Stamp& stamp) {
  return decide_vote(state, command.question, stamp, false);
}

Decision decide(const State& state, const SettleGroupQuestion& command, const Stamp& stamp) {
  const Found found = find(state, command.question, stamp.actor);
  if (found.question == nullptr) return no_question();
  if (!may_lead(*found.inside, stamp.actor) && found.question->author != stamp.actor.person) {
    return {RefusalCode::not_allowed, "the host, staff or the author tick a question off"};
  }
  if (found.question->is_answered) return {RefusalCode::already, "the question is answered"};
  return EventData{GroupQuestionSettled{found.group, command.question}};
}

void apply(State& state, const GroupQuestionAsked& event, const Moment& moment) {
  if (state.scope == Scope::whole) state.counters.group_question = event.question.value;
  GroupInside* inside = inside_of(state, event.group);
  if (inside == nullptr) return;
  GroupQuestion question;
  question.text = event.text;
  question.language = event.language;
  question.author = event.author;
  question.asked_at_ms = moment.at_ms;
  inside->questions.insert_or_assign(event.question, std::move(question));
}

void apply(State& state, const GroupQuestionVoted& event, const Moment&) {
  if (event.is_own) {
    state.mine.group_votes.erase(event.question);
    if (event.is_up) state.mine.group_votes.insert(event.question);
  }
  GroupQuestion* question = held(state, event.group, event.question);
  if (question == nullptr) return;
  question->votes = event.votes;
  if (state.scope != Scope::whole) return;
  question->voters.erase(event.alias);
  if (event.is_up) question->voters.insert(event.alias);
}

void apply(State& state, const GroupQuestionSettled& event, const Moment&) {
  if (GroupQuestion* question = held(state, event.group, event.question)) question->is_answered = true;
}

}  // namespace roundtable::core
