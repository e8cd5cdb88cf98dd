#include "core/polls.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

const Poll* find(const State& state, PollId id) {
  const auto found = state.polls.list.find(id);
  return found == state.polls.list.end() ? nullptr : &found->second;
}

Refusal no_poll() {
  return Refusal{RefusalCode::not_found, "no such poll"};
}

struct ChoicesRule {
  std::size_t least;
  std::size_t most;
  std::string_view what;
};

/// How many choices a poll of the kind needs. A temperature check of none has the default scale.
ChoicesRule rule_of(PollKind kind) {
  if (kind == PollKind::words) return {0, 0, "choices: none, people write their own words"};
  if (kind == PollKind::temperature) {
    return {2, limits::poll_scale_steps, "choices: none for the default scale, or 2 to 7 steps from best to worst"};
  }
  return {2, limits::poll_choices, "choices: 2 to 20"};
}

std::optional<Refusal> fault_of_choices(PollKind kind, const std::vector<Words>& choices) {
  const ChoicesRule rule = rule_of(kind);
  const bool has_own_scale = kind == PollKind::temperature && choices.empty();
  if (!has_own_scale && (choices.size() < rule.least || choices.size() > rule.most)) {
    return Refusal{RefusalCode::bad_data, std::string(rule.what)};
  }
  for (std::size_t index = 0; index < choices.size(); ++index) {
    const std::string where = "choices/" + std::to_string(index);
    if (text_fault(choices[index].text, limits::poll_choice_characters, false) != TextFault::none) {
      return Refusal{RefusalCode::bad_data, where + ": one line of 1 to 200 characters"};
    }
    if (std::find(choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(index), choices[index]) !=
        choices.begin() + static_cast<std::ptrdiff_t>(index)) {
      return Refusal{RefusalCode::bad_data, where + ": stands there twice"};
    }
  }
  return std::nullopt;
}

/// Fills what a creation and an edit have in common.
template <class Command, class Fact>
std::optional<Refusal> take_over(const Command& command, Fact& fact) {
  fact.kind = command.kind;
  fact.title = Words(trimmed(command.title.text));
  fact.is_live = command.is_live;
  if (text_fault(fact.title.text, limits::poll_title_characters, false) != TextFault::none) {
    return Refusal{RefusalCode::bad_data, "title: one line of 1 to 300 characters"};
  }
  for (const Words& choice : command.choices) fact.choices.emplace_back(trimmed(choice.text));
  if (auto fault = fault_of_choices(command.kind, fact.choices)) return fault;
  if (command.kind != PollKind::dots) return std::nullopt;
  const std::int64_t dots = command.dots.value_or(limits::poll_dots_default);
  if (dots < 1 || dots > limits::poll_dots) return Refusal{RefusalCode::bad_data, "dots: 1 to 100 for each person"};
  fact.dots = static_cast<std::uint32_t>(dots);
  return std::nullopt;
}

/// Nothing when the poll is closed.
std::optional<Refusal> refusal_of_closed(const Poll* poll) {
  if (poll == nullptr) return no_poll();
  if (poll->status == PollStatus::closed) return std::nullopt;
  return Refusal{RefusalCode::wrong_state, "close the poll first"};
}

std::optional<InstantMs> due_of(const State& state, const Poll& poll) {
  const bool is_closed = poll.status == PollStatus::closed;
  if (is_closed && !poll.is_sealed) return poll.closed_at_ms + limits::undo_ms + 1;
  const bool is_left_open = poll.status == PollStatus::open && state.session.status == SessionStatus::closed;
  if (is_left_open) return state.session.closed_at_ms.value_or(0) + limits::undo_ms + 1;
  return std::nullopt;
}

}  // namespace

std::size_t choice_count(const Poll& poll) {
  const bool has_own_scale = poll.kind == PollKind::temperature && poll.choices.empty();
  return has_own_scale ? default_scale_steps : poll.choices.size();
}

bool is_any_poll_under_way(const State& state) {
  return std::any_of(state.polls.list.begin(), state.polls.list.end(), [](const auto& entry) {
    return entry.second.status != PollStatus::draft && !entry.second.is_sealed;
  });
}

void plan_polls(State& state, const std::vector<PlannedPoll>& planned) {
  for (const PlannedPoll& each : planned) {
    Poll poll;
    poll.kind = each.kind;
    poll.title = Words(each.title);
    for (const std::string& choice : each.choices) poll.choices.emplace_back(choice);
    poll.dots = each.dots;
    poll.is_live = each.is_live;
    state.polls.list.emplace(PollId{++state.counters.poll}, std::move(poll));
  }
}

std::optional<InstantMs> polls_due(const State& state) {
  std::optional<InstantMs> next;
  for (const auto& [id, poll] : state.polls.list) {
    const auto due_ms = due_of(state, poll);
    if (due_ms && (!next || *due_ms < *next)) next = due_ms;
  }
  return next;
}

std::vector<EventData> polls_that_are_due(const State& state, InstantMs at_ms) {
  std::vector<EventData> events;
  for (const auto& [id, poll] : state.polls.list) {
    const auto due_ms = due_of(state, poll);
    if (!due_ms || *due_ms > at_ms) continue;
    if (poll.status == PollStatus::open) {
      events.push_back(PollClosed{id, count_ballots(poll)});
    } else {
      events.push_back(PollSealed{id});
    }
  }
  return events;
}

Decision decide(const State& state, const CreatePoll& command, const Stamp&) {
  PollCreated created;
  if (auto fault = take_over(command, created)) return *fault;
  if (state.polls.list.size() >= limits::polls) return {RefusalCode::limit, "at most 100 polls: drop some"};
  created.poll = PollId{state.counters.poll + 1};
  return EventData{std::move(created)};
}

Decision decide(const State& state, const EditPoll& command, const Stamp&) {
  const Poll* poll = find(state, command.poll);
  if (poll == nullptr) return no_poll();
  if (poll->status != PollStatus::draft) return {RefusalCode::wrong_state, "the poll was opened: make a new one"};
  PollEdited edited;
  edited.poll = command.poll;
  if (auto fault = take_over(command, edited)) return *fault;
  const bool is_same = edited.kind == poll->kind && edited.title == poll->title && edited.choices == poll->choices &&
                       edited.dots == poll->dots && edited.is_live == poll->is_live;
  if (is_same) return {RefusalCode::already, "the poll is as asked"};
  return EventData{std::move(edited)};
}

Decision decide(const State& state, const DropPoll& command, const Stamp&) {
  const Poll* poll = find(state, command.poll);
  if (poll == nullptr) return no_poll();
  if (poll->status != PollStatus::draft) return {RefusalCode::wrong_state, "the poll was opened: it stays"};
  return EventData{PollDropped{command.poll}};
}

Decision decide(const State& state, const OpenPoll& command, const Stamp&) {
  const Poll* poll = find(state, command.poll);
  if (poll == nullptr) return no_poll();
  if (poll->status == PollStatus::open) return {RefusalCode::already, "the poll is open"};
  if (poll->status == PollStatus::closed) return {RefusalCode::wrong_state, "the poll was closed: make a new one"};
  return EventData{PollOpened{command.poll}};
}

Decision decide(const State& state, const ClosePoll& command, const Stamp&) {
  const Poll* poll = find(state, command.poll);
  if (poll == nullptr) return no_poll();
  if (poll->status == PollStatus::closed) return {RefusalCode::already, "the poll is closed"};
  if (poll->status == PollStatus::draft) return {RefusalCode::wrong_state, "the poll is not open"};
  return EventData{PollClosed{command.poll, count_ballots(*poll)}};
}

Decision decide(const State& state, const PublishPoll& command, const Stamp&) {
  const Poll* poll = find(state, command.poll);
  if (auto refusal = refusal_of_closed(poll)) return *refusal;
  if (poll->is_published) return {RefusalCode::already, "everyone sees the results"};
  return EventData{PollPublished{command.poll}};
}

Decision decide(const State& state, const UnpublishPoll& command, const Stamp&) {
  const Poll* poll = find(state, command.poll);
  if (auto refusal = refusal_of_closed(poll)) return *refusal;
  if (!poll->is_published) return {RefusalCode::already, "the results are hidden"};
  return EventData{PollUnpublished{command.poll}};
}

Decision decide(const State& state, const ShowPoll& command, const Stamp&) {
  const PollId wanted = command.poll.value_or(PollId{});
  if (wanted == state.display.poll) return {RefusalCode::already, "the screen shows that"};
  if (!wanted) return EventData{PollShown{}};
  const Poll* poll = find(state, wanted);
  if (poll == nullptr) return no_poll();
  if (poll->status == PollStatus::draft) return {RefusalCode::wrong_state, "open the poll first"};
  return EventData{PollShown{OrNull<PollId>{wanted}}};
}

Decision decide(const State& state, const CountHandsOfPoll& command, const Stamp&) {
  const Poll* poll = find(state, command.poll);
  if (poll == nullptr) return no_poll();
  if (poll->status == PollStatus::draft) return {RefusalCode::wrong_state, "open the poll first"};
  const bool takes_hands =
      poll->kind == PollKind::temperature || poll->kind == PollKind::single || poll->kind == PollKind::multiple;
  if (!takes_hands) {
    return {RefusalCode::wrong_state, "hands are counted for temperature checks, single and multiple choice"};
  }
  const std::size_t choices = choice_count(*poll);
  if (!command.counts.empty() && command.counts.size() != choices) {
    return {RefusalCode::bad_data, "counts: " + std::to_string(choices) + " numbers, one a choice; or none"};
  }
  const bool is_too_many = std::any_of(command.counts.begin(), command.counts.end(),
                                       [](std::uint32_t count) { return count > limits::heads; });
  if (is_too_many) return {RefusalCode::bad_data, "counts: at most 100000 hands a choice"};
  if (command.counts == poll->hands) return {RefusalCode::already, "the hands are as counted"};
  return EventData{PollHandsCounted{command.poll, command.counts}};
}

Decision decide(const State& state, const PassWords& command, const Stamp&) {
  const Poll* poll = find(state, command.poll);
  if (auto refusal = refusal_of_closed(poll)) return *refusal;
  if (poll->kind != PollKind::words) return {RefusalCode::wrong_state, "words: only of polls that ask for words"};
  const std::size_t known = poll->results ? poll->results->answers.size() : 0;
  bool is_same = true;
  for (std::uint32_t answer : command.answers) {
    if (answer >= known) return {RefusalCode::not_found, "answers: no such answer, " + std::to_string(answer)};
  }
  for (std::uint32_t answer = 0; answer < known; ++answer) {
    const bool is_wanted = std::find(command.answers.begin(), command.answers.end(), answer) != command.answers.end();
    is_same = is_same && is_wanted == poll->results->answers[answer].is_passed;
  }
  if (is_same) return {RefusalCode::already, "these words are passed"};
  return EventData{PollWordsPassed{command.poll, command.answers}};
}

}  // namespace roundtable::core
