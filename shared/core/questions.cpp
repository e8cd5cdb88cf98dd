#include "core/questions.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

std::optional<Refusal> fault_of_text(std::string_view text, std::size_t most, std::string_view field) {
  if (text_fault(text, most, true) == TextFault::none) return std::nullopt;
  return Refusal{RefusalCode::bad_data,
                 std::string(field) + ": 1 to " + std::to_string(most) + " characters without control characters"};
}

Question* find(State& state, QuestionId id) {
  if (const auto found = state.questions.list.find(id); found != state.questions.list.end()) return &found->second;
  const auto own = state.mine.questions.find(id);
  return own == state.mine.questions.end() ? nullptr : &own->second;
}
const Question* find(const State& state, QuestionId id) {
  return find(const_cast<State&>(state), id);
}

bool is_secret_hash(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char digit) {
           return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
         });
}

std::size_t pending_of(const State& state, PersonId author) {
  return static_cast<std::size_t>(
      std::count_if(state.questions.list.begin(), state.questions.list.end(), [&](const auto& entry) {
        return entry.second.author == author && entry.second.status == QuestionStatus::pending;
      }));
}

/// The person who asks signs; the language is the one given, the person's first or the session's first.
std::string language_of(const State& state, const std::optional<std::string>& given, PersonId author) {
  if (given && given->size() <= limits::language_characters) return *given;
  const auto person = state.roster.people.find(author);
  if (person != state.roster.people.end() && !person->second.profile.languages.empty()) {
    return person->second.profile.languages.front();
  }
  const auto& languages = state.session.plan.languages;
  return languages.empty() ? std::string() : languages.front();
}

/// The author's own pending question, by id or by the hash of the secret that stands for an anonymous author. A
/// viewer's state does not hold anonymous questions that are pending: there the server has the word.
struct OwnQuestion {
  QuestionId id;
  const Question* question = nullptr;
  std::optional<Refusal> refusal;
};

OwnQuestion own_pending(const State& state, const std::optional<QuestionId>& id,
                        const std::optional<std::string>& secret, const Actor& actor) {
  if (id.has_value() == secret.has_value()) {
    return {{}, nullptr, Refusal{RefusalCode::bad_data, "name the question or give its secret, one of the two"}};
  }
  OwnQuestion own;
  if (secret) {
    for (const auto& [each, question] : state.questions.list) {
      if (!question.is_anonymous || secret->empty() || question.secret_hash != *secret) continue;
      if (own.question != nullptr && own.question->status == QuestionStatus::pending) continue;
      own.id = each;
      own.question = &question;
    }
  } else {
    own.id = *id;
    own.question = find(state, *id);
    if (own.question != nullptr && own.question->author != actor.person) {
      own.refusal = Refusal{RefusalCode::not_allowed, "the question is another person's"};
    }
  }
  if (own.question == nullptr) own.refusal = Refusal{RefusalCode::not_found, "no such question"};
  if (!own.refusal && own.question->status != QuestionStatus::pending) {
    own.refusal = Refusal{RefusalCode::wrong_state, "the question is not pending any more"};
  }
  return own;
}

bool is_left_to_the_server(const State& state, const std::optional<std::string>& secret) {
  return secret.has_value() && state.scope != Scope::whole;
}

bool has_voted_as(const Questions& questions, QuestionId head, const Alias& alias) {
  const auto found = questions.list.find(head);
  if (found != questions.list.end() && found->second.voters.contains(alias)) return true;
  return std::any_of(questions.list.begin(), questions.list.end(), [&](const auto& entry) {
    return entry.second.merged_into && entry.second.voters.contains(alias) && head_of(questions, entry.first) == head;
  });
}

bool has_voted(const Questions& questions, QuestionId head, const Alias& alias) {
  const std::vector<Alias> aliases = aliases_of(questions, alias);
  return std::any_of(aliases.begin(), aliases.end(),
                     [&](const Alias& each) { return has_voted_as(questions, head, each); });
}

bool has_own_vote(const State& state, QuestionId head, const Alias& alias) {
  if (state.scope == Scope::whole) return has_voted(state.questions, head, alias);
  return std::any_of(state.mine.votes.begin(), state.mine.votes.end(),
                     [&](QuestionId voted) { return head_of(state.questions, voted) == head; });
}

std::optional<Refusal> refusal_of_open(const State& state, QuestionId id) {
  const Question* question = find(state, id);
  if (question == nullptr) return Refusal{RefusalCode::not_found, "no such question"};
  if (question->status != QuestionStatus::approved)
    return Refusal{RefusalCode::wrong_state, "the question is not open"};
  return std::nullopt;
}

/// A vote goes to the head, and only by way of a question that everyone sees.
std::optional<Refusal> refusal_of_vote(const State& state, QuestionId id) {
  const auto named = state.questions.list.find(id);
  if (named == state.questions.list.end()) return Refusal{RefusalCode::not_found, "no such question"};
  if (!is_visible(named->second.status)) return Refusal{RefusalCode::wrong_state, "the question is not open"};
  return refusal_of_open(state, head_of(state.questions, id));
}

std::vector<EventData> settled(const State& state, QuestionId question, EventData fact) {
  std::vector<EventData> events{std::move(fact)};
  if (state.questions.on_screen == question) events.push_back(QuestionShown{});
  return events;
}

}  // namespace

QuestionId head_of(const Questions& questions, QuestionId question) {
  for (std::size_t step = 0; step < questions.list.size(); ++step) {
    const auto found = questions.list.find(question);
    if (found == questions.list.end() || !found->second.merged_into) return question;
    question = found->second.merged_into;
  }
  return question;
}

std::vector<Alias> aliases_of(const Questions& questions, const Alias& alias) {
  std::vector<Alias> aliases{alias};
  for (const auto& [other, head] : questions.same_voter) {
    if (head == alias) aliases.push_back(other);
  }
  return aliases;
}

std::map<Alias, Groups> voters_of(const Questions& questions, QuestionId head) {
  std::map<Alias, Groups> voters;
  for (const auto& [id, question] : questions.list) {
    if (id != head && !(question.merged_into && head_of(questions, id) == head)) continue;
    if (questions.same_voter.empty()) {
      voters.insert(question.voters.begin(), question.voters.end());
      continue;
    }
    for (const auto& [alias, groups] : question.voters) {
      const auto same = questions.same_voter.find(alias);
      voters.emplace(same == questions.same_voter.end() ? alias : same->second, groups);
    }
  }
  return voters;
}

Decision decide(const State& state, const AskQuestion& command, const Stamp& stamp) {
  if (auto refusal = refusal_to_act_for(state, command.for_person, stamp.actor)) return *refusal;
  QuestionAsked asked;
  asked.text = Words(trimmed(command.text.text));
  if (auto fault = fault_of_text(asked.text.text, limits::question_characters, "text")) return *fault;
  const PersonId author = command.for_person.value_or(stamp.actor.person);
  asked.is_anonymous = command.is_anonymous;
  if (command.is_anonymous) {
    if (!state.questions.settings.allows_anonymous) return {RefusalCode::not_allowed, "this session asks for names"};
    if (command.secret_hash && !is_secret_hash(*command.secret_hash)) {
      return {RefusalCode::bad_data, "secret_hash: SHA-256 of the secret as 64 lower-case hexadecimal digits"};
    }
    asked.secret_hash = command.secret_hash.value_or(std::string());
  } else {
    if (!stamp.lifts_limits && pending_of(state, author) >= limits::pending_questions_a_person) {
      return {RefusalCode::limit, "20 questions of one person are pending already"};
    }
    asked.author = author;
    asked.groups = groups_of(state, author);
    if (command.for_person) asked.by = stamp.actor.person;
  }
  if (state.questions.list.size() >= limits::questions) return {RefusalCode::limit, "too many questions"};
  asked.question = QuestionId{state.counters.question + 1};
  asked.language = language_of(state, command.language, command.is_anonymous ? PersonId{} : author);
  asked.status = state.questions.settings.is_moderated ? QuestionStatus::pending : QuestionStatus::approved;
  if (asked.status == QuestionStatus::approved && asked.author) asked.introduces = introduced_by(state, asked.author);
  return EventData{std::move(asked)};
}

Decision decide(const State& state, const EditQuestion& command, const Stamp& stamp) {
  const Words text(trimmed(command.text.text));
  if (auto fault = fault_of_text(text.text, limits::question_characters, "text")) return *fault;
  if (is_left_to_the_server(state, command.secret)) return EventData{QuestionEdited{{}, text}};
  const OwnQuestion own = own_pending(state, command.question, command.secret, stamp.actor);
  if (own.refusal) return *own.refusal;
  if (own.question->text == text) return {RefusalCode::already, "the text is as asked"};
  return EventData{QuestionEdited{own.id, text}};
}

Decision decide(const State& state, const WithdrawQuestion& command, const Stamp& stamp) {
  if (is_left_to_the_server(state, command.secret)) return EventData{QuestionWithdrawn{}};
  const OwnQuestion own = own_pending(state, command.question, command.secret, stamp.actor);
  if (own.refusal) return *own.refusal;
  return EventData{QuestionWithdrawn{own.id}};
}

Decision decide(const State& state, const ApproveQuestion& command, const Stamp&) {
  const Question* question = find(state, command.question);
  if (question == nullptr) return {RefusalCode::not_found, "no such question"};
  if (question->status == QuestionStatus::approved) return {RefusalCode::already, "the question is approved"};
  const bool is_undecided = question->status == QuestionStatus::pending || question->status == QuestionStatus::rejected;
  if (!is_undecided || question->merged_into) {
    return {RefusalCode::wrong_state, "only a pending or rejected question that is not merged"};
  }
  return EventData{QuestionApproved{command.question, introduced_by(state, question->author)}};
}

Decision decide(const State& state, const RejectQuestion& command, const Stamp&) {
  const Question* question = find(state, command.question);
  if (question == nullptr) return {RefusalCode::not_found, "no such question"};
  if (question->status == QuestionStatus::rejected) return {RefusalCode::already, "the question is rejected"};
  if (question->status != QuestionStatus::pending || question->merged_into) {
    return {RefusalCode::wrong_state, "only a pending question that is not merged"};
  }
  const Words reason(trimmed(command.reason.text));
  if (auto fault = fault_of_text(reason.text, limits::reason_characters, "reason")) return *fault;
  return EventData{QuestionRejected{command.question, reason}};
}

Decision decide(const State& state, const MergeQuestion& command, const Stamp&) {
  const Question* question = find(state, command.question);
  const Question* into = find(state, command.into);
  if (question == nullptr || into == nullptr) return {RefusalCode::not_found, "no such question"};
  const bool may_be_merged =
      question->status == QuestionStatus::pending || question->status == QuestionStatus::approved;
  if (!may_be_merged) return {RefusalCode::wrong_state, "only a pending or approved question can be merged"};
  const QuestionId head = head_of(state.questions, command.into);
  if (head == command.question) return {RefusalCode::wrong_state, "that would merge the question into itself"};
  if (question->merged_into) {
    if (head_of(state.questions, command.question) == head) return {RefusalCode::already, "the questions are merged"};
    return {RefusalCode::wrong_state, "the question is merged into another: unmerge it first"};
  }
  if (!is_visible(find(state, head)->status)) {
    return {RefusalCode::wrong_state, "into: approve that question first"};
  }
  return EventData{QuestionMerged{command.question, head}};
}

Decision decide(const State& state, const UnmergeQuestion& command, const Stamp&) {
  const Question* question = find(state, command.question);
  if (question == nullptr) return {RefusalCode::not_found, "no such question"};
  if (!question->merged_into) return {RefusalCode::already, "the question is not merged"};
  return EventData{QuestionUnmerged{command.question}};
}

Decision decide(const State& state, const VoteQuestion& command, const Stamp& stamp) {
  if (auto refusal = refusal_of_vote(state, command.question)) return *refusal;
  const QuestionId head = head_of(state.questions, command.question);
  if (has_own_vote(state, head, stamp.vote_alias)) return {RefusalCode::already, "the vote is counted"};
  return EventData{QuestionVoted{head, stamp.vote_alias, groups_of(state, stamp.actor.person)}};
}

Decision decide(const State& state, const UnvoteQuestion& command, const Stamp& stamp) {
  if (auto refusal = refusal_of_vote(state, command.question)) return *refusal;
  const QuestionId head = head_of(state.questions, command.question);
  if (!has_own_vote(state, head, stamp.vote_alias)) {
    return {RefusalCode::already, "there is no vote to take back"};
  }
  std::vector<EventData> events{QuestionUnvoted{head, stamp.vote_alias}};
  for (const Alias& alias : aliases_of(state.questions, stamp.vote_alias)) {
    const bool is_other = alias != stamp.vote_alias && has_voted_as(state.questions, head, alias);
    if (is_other) events.push_back(QuestionUnvoted{head, alias});
  }
  return events;
}

Decision decide(const State& state, const ShowQuestion& command, const Stamp&) {
  const QuestionId wanted = command.question.value_or(QuestionId{});
  if (wanted == state.questions.on_screen) return {RefusalCode::already, "the screen shows that"};
  if (!wanted) return EventData{QuestionShown{}};
  const Question* question = find(state, wanted);
  if (question == nullptr) return {RefusalCode::not_found, "no such question"};
  if (!is_visible(question->status)) return {RefusalCode::wrong_state, "approve the question first"};
  const QuestionId head = head_of(state.questions, wanted);
  if (head == state.questions.on_screen) return {RefusalCode::already, "the screen shows that"};
  return EventData{QuestionShown{OrNull<QuestionId>{head}}};
}

Decision decide(const State& state, const AnswerQuestion& command, const Stamp&) {
  const Question* question = find(state, command.question);
  if (question == nullptr) return {RefusalCode::not_found, "no such question"};
  if (question->merged_into || !is_visible(question->status)) {
    return {RefusalCode::wrong_state, "only an approved question that is not merged"};
  }
  QuestionAnswered answered;
  answered.question = command.question;
  answered.is_live = !command.text.has_value();
  if (command.text) {
    answered.text = Words(trimmed(command.text->text));
    if (auto fault = fault_of_text(answered.text.text, limits::answer_characters, "text")) return *fault;
  }
  const bool is_same = answered.is_live ? question->is_answered_live : question->answer == answered.text;
  if (question->status == QuestionStatus::answered && is_same) {
    return {RefusalCode::already, "the question is answered"};
  }
  return settled(state, command.question, std::move(answered));
}

Decision decide(const State& state, const DismissQuestion& command, const Stamp&) {
  if (auto refusal = refusal_of_open(state, command.question)) return *refusal;
  if (find(state, command.question)->merged_into) return {RefusalCode::wrong_state, "the question is merged"};
  return settled(state, command.question, QuestionDismissed{command.question});
}

}  // namespace roundtable::core
