#include "core/random_polls.hpp"

#include <algorithm>

namespace roundtable::test {

Command RandomPolls::poll_command() {
  if (state.acts.poll && random.one_in(2)) return undo_of_a_close();
  const auto found = state.polls.list.find(known(state.polls.list));
  const bool is_time_for_another = state.polls.list.size() < 3 && random.one_in(4);
  if (found == state.polls.list.end() || is_time_for_another || random.one_in(20)) return create();
  if (random.one_in(8)) return ShowPoll{random.one_in(4) ? std::nullopt : std::optional(known(state.polls.list))};
  switch (found->second.status) {
    case PollStatus::draft:
      return of_a_draft(found->first);
    case PollStatus::open:
      return of_an_open_poll(found->first, found->second);
    case PollStatus::closed:
      return of_a_closed_poll(found->first, found->second);
  }
  return create();
}

std::optional<PersonId> RandomPolls::of_the_poll(const Command& command) {
  if (holds<VotePoll>(command)) return std::nullopt;
  if (const auto* unvote = get_if<UnvotePoll>(&command)) {
    const auto found = state.polls.list.find(unvote->poll);
    if (found == state.polls.list.end() || found->second.ballots.empty()) return std::nullopt;
    return PersonId{static_cast<std::uint32_t>(std::stoul(found->second.ballots.begin()->first.substr(6)))};
  }
  if (holds<CountHandsOfPoll>(command)) return random.one_in(2) ? steward : moderator;
  return name_of(command).starts_with("poll.") ? std::optional(random.one_in(3) ? online_moderator : moderator)
                                               : std::nullopt;
}

std::vector<Words> RandomPolls::some_choices(PollKind kind) {
  const bool has_none = kind == PollKind::words || (kind == PollKind::temperature && random.one_in(2));
  std::vector<Words> choices;
  const std::uint64_t count = has_none ? 0 : random.below(10) == 0 ? 1 : 2 + random.below(3);
  while (choices.size() < count) choices.push_back(text("pollchoice"));
  return choices;
}

Command RandomPolls::create() {
  const auto kind = random.one_in(3) ? PollKind::words : random.any<PollKind>(6);
  return CreatePoll{kind, text("polltitle"), some_choices(kind), some_dots(kind), random.one_in(3)};
}

std::optional<std::int64_t> RandomPolls::some_dots(PollKind kind) {
  return kind == PollKind::dots ? std::optional(static_cast<std::int64_t>(random.below(6))) : std::nullopt;
}

Command RandomPolls::of_a_draft(PollId poll) {
  if (random.one_in(6)) return DropPoll{poll};
  if (!random.one_in(4)) return OpenPoll{poll};
  const auto kind = random.any<PollKind>(6);
  return EditPoll{poll, kind, text("polltitle"), some_choices(kind), some_dots(kind), random.one_in(3)};
}

Command RandomPolls::of_an_open_poll(PollId id, const Poll& poll) {
  switch (random.below(10)) {
    case 0:
      return UnvotePoll{id};
    case 1:
    case 2:
      return ClosePoll{id};
    case 3: {
      std::vector<std::uint32_t> counts(random.one_in(8) ? 1 : choice_count(poll));
      for (std::uint32_t& count : counts) count = static_cast<std::uint32_t>(random.below(40));
      return CountHandsOfPoll{id, random.one_in(5) ? std::vector<std::uint32_t>{} : counts};
    }
    case 4:
      return random.one_in(4) ? Command{OpenPoll{id}} : Command{ClosePoll{id}};
    default:
      return VotePoll{id, some_choice(poll), random.one_in(30) ? std::optional(some_person()) : std::nullopt};
  }
}

PollChoice RandomPolls::some_choice(const Poll& poll) {
  PollChoice choice;
  if (poll.kind == PollKind::words) {
    for (std::uint64_t more = random.below(3) + 1; more > 0; --more) choice.texts.push_back(text("pollword").text);
    return choice;
  }
  const std::uint64_t choices = choice_count(poll) + (random.one_in(15) ? 1U : 0U);
  if (poll.kind == PollKind::dots) {
    for (std::uint64_t more = random.below(3) + 1; more > 0; --more) {
      choice.dots[static_cast<std::uint32_t>(random.below(choices))] = static_cast<std::uint32_t>(random.below(3));
    }
    return choice;
  }
  const bool is_one = poll.kind == PollKind::temperature || poll.kind == PollKind::single;
  for (std::uint64_t more = is_one ? 1 : random.below(3) + 1; more > 0; --more) {
    const auto index = static_cast<std::uint32_t>(random.below(choices));
    const bool is_new = std::find(choice.picks.begin(), choice.picks.end(), index) == choice.picks.end();
    if (is_new) choice.picks.push_back(index);
  }
  return choice;
}

Command RandomPolls::of_a_closed_poll(PollId id, const Poll& poll) {
  if (!poll.is_sealed && random.one_in(3)) {
    now_ms = std::max(now_ms, poll.closed_at_ms + limits::undo_ms + 1);
    return Clock{};
  }
  const bool has_words = poll.results && !poll.results->answers.empty();
  if (has_words && random.one_in(2)) {
    PassWords pass{id, {}};
    for (std::uint32_t place = 0; place < poll.results->answers.size(); ++place) {
      if (random.one_in(2)) pass.answers.push_back(place);
    }
    return pass;
  }
  if (poll.is_published != random.one_in(6)) return random.one_in(3) ? create() : Command{UnpublishPoll{id}};
  return PublishPoll{id};
}

Command RandomPolls::undo_of_a_close() {
  if (!random.one_in(4)) now_ms = std::min(now_ms, state.acts.poll->span.at_ms + limits::undo_ms);
  now_ms = std::max(now_ms, events.back().at_ms);
  return Undo{state.acts.poll->span.from_seq};
}

}  // namespace roundtable::test
