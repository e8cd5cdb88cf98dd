#include "core/random_questions.hpp"

#include <vector>

namespace roundtable::test {

QuestionId RandomQuestions::some_merged_question() {
  std::vector<QuestionId> merged;
  for (const auto& [id, question] : state.questions.list) {
    if (question.merged_into) merged.push_back(id);
  }
  return merged.empty() ? some_question() : random.of(merged);
}

QuestionId RandomQuestions::some_question_with_votes() {
  std::vector<QuestionId> voted;
  for (const auto& [id, question] : state.questions.list) {
    if (!question.voters.empty()) voted.push_back(id);
  }
  return voted.empty() ? some_question() : random.of(voted);
}

std::string RandomQuestions::hash() {
  std::string digits = "5ec7e75ec7e7";
  while (digits.size() < 62) digits += '0';
  return digits + (random.one_in(2) ? "0a" : "0b");
}

Evidence RandomQuestions::evidence() {
  Evidence made;
  if (random.one_in(2)) made.question = some_question();
  if (!made.question || random.one_in(20)) made.turn = known(state.floor.turns);
  if (!state.polls.list.empty() && random.one_in(4)) {
    made = {};
    made.poll = known(state.polls.list);
  }
  if (!state.jottings.empty() && random.one_in(3)) {
    made = {};
    made.jot = known(state.jottings);
  }
  return made;
}

Command RandomQuestions::question_command() {
  switch (random.below(8)) {
    case 0:
    case 1: {
      const bool is_anonymous = random.one_in(3);
      AskQuestion ask{text("question"), std::nullopt, is_anonymous, std::nullopt, maybe_for()};
      if (is_anonymous && !random.one_in(4)) ask.secret_hash = hash();
      return ask;
    }
    case 2:
      return VoteQuestion{some_question()};
    case 3:
      return random.one_in(2) ? Command{VoteQuestion{some_question()}} : Command{UnvoteQuestion{some_question()}};
    case 4:
      return UnvoteQuestion{some_question_with_votes()};
    case 5:
      if (random.one_in(3)) return EditQuestion{std::nullopt, hash(), text("question")};
      return EditQuestion{some_question(), std::nullopt, text("question")};
    case 6:
      if (random.one_in(3)) return WithdrawQuestion{std::nullopt, hash()};
      return WithdrawQuestion{some_question(), std::nullopt};
    default:
      return random.one_in(2) ? Command{SendSignal{random.any<SignalKind>(4)}}
                              : Command{ClearSignal{random.any<SignalKind>(4)}};
  }
}

Command RandomQuestions::moderation_command() {
  switch (random.below(9)) {
    case 0:
    case 1:
      return ApproveQuestion{some_question()};
    case 2:
      return RejectQuestion{some_question(), text("rejected")};
    case 3:
    case 4:
      return MergeQuestion{some_question(), some_question()};
    case 5:
      return UnmergeQuestion{some_merged_question()};
    case 6:
      if (random.one_in(4)) return ShowQuestion{};
      return ShowQuestion{some_question()};
    case 7:
      if (random.one_in(2)) return AnswerQuestion{some_question(), std::nullopt};
      return AnswerQuestion{some_question(), text("answer")};
    default:
      return DismissQuestion{some_question()};
  }
}

Command RandomQuestions::takeaway_command() {
  if (state.takeaways.items.size() < 2 || random.one_in(3)) {
    return DraftTakeaway{random.any<TakeawayKind>(3), text("title"), text("body"), std::nullopt};
  }
  const ItemId edited = some_item();
  const auto found = state.takeaways.items.find(edited);
  const std::uint32_t revision = found == state.takeaways.items.end() ? 1 : found->second.revision;
  return EditTakeaway{edited, revision - (random.one_in(6) ? 1U : 0U), text("title"), text("body")};
}

Command RandomQuestions::takeaway_shape_command() {
  switch (random.below(8)) {
    case 0:
      return MoveTakeaway{some_item(), random.one_in(3) ? std::nullopt : std::optional(some_item())};
    case 1:
      return LinkTakeaway{some_item(), evidence()};
    case 2:
      for (const auto& [id, item] : state.takeaways.items) {
        if (!item.evidence.empty() && random.one_in(2)) return UnlinkTakeaway{id, item.evidence.front()};
      }
      return UnlinkTakeaway{some_item(), evidence()};
    case 3:
    case 4:
    case 5:
      return PublishTakeaway{some_item()};
    case 6:
      return HideTakeaway{some_item()};
    default:
      return RemoveTakeaway{some_item()};
  }
}

}  // namespace roundtable::test
