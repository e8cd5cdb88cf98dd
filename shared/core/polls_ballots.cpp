// Voting: what a ballot of each kind may say, whose ballot counts.
#include <algorithm>
#include <functional>
#include <set>

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/polls.hpp"
#include "core/result.hpp"
#include "core/sort_stably.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

const Poll* find(const State& state, PollId id) {
  const auto found = state.polls.list.find(id);
  return found == state.polls.list.end() ? nullptr : &found->second;
}

Refusal bad_choice(std::string_view right) {
  return Refusal{RefusalCode::bad_data, "choice: " + std::string(right)};
}

std::string up_to(std::size_t choices) {
  return "0 to " + std::to_string(choices - 1);
}

std::optional<Refusal> fault_of_picks(const Poll& poll, const PollChoice& choice) {
  const std::size_t choices = choice_count(poll);
  if (!choice.dots.empty() || !choice.texts.empty() || choice.picks.empty()) {
    return bad_choice("an index or a list of indexes, " + up_to(choices));
  }
  const std::set<std::uint32_t> different(choice.picks.begin(), choice.picks.end());
  if (different.size() != choice.picks.size()) return bad_choice("each index once");
  if (*different.rbegin() >= choices) return bad_choice("indexes " + up_to(choices));
  const bool is_one = poll.kind == PollKind::temperature || poll.kind == PollKind::single;
  if (is_one && choice.picks.size() != 1) return bad_choice("one index, " + up_to(choices));
  return std::nullopt;
}

std::optional<Refusal> fault_of_dots(const Poll& poll, const PollChoice& choice) {
  const std::size_t choices = choice_count(poll);
  if (choice.dots.empty() || !choice.picks.empty() || !choice.texts.empty()) {
    return bad_choice("{index: dots}, indexes " + up_to(choices));
  }
  std::uint64_t given = 0;
  for (const auto& [index, dots] : choice.dots) {
    if (index >= choices) return bad_choice("indexes " + up_to(choices));
    given += dots;
  }
  if (given == 0) return bad_choice("at least one dot; take the ballot back to give none");
  if (given > poll.dots) {
    return Refusal{RefusalCode::limit,
                   "choice: " + std::to_string(poll.dots) + " dots are to give, these are " + std::to_string(given)};
  }
  return std::nullopt;
}

std::optional<Refusal> fault_of_words(const PollChoice& choice) {
  if (choice.texts.empty() || !choice.picks.empty() || !choice.dots.empty()) return bad_choice("a list of texts");
  if (choice.texts.size() > limits::poll_words_a_person) {
    return Refusal{RefusalCode::limit, "choice: at most 3 answers"};
  }
  for (const std::string& text : choice.texts) {
    if (text_fault(text, limits::poll_word_characters, false) != TextFault::none) {
      return bad_choice("texts of one line, 1 to 40 characters");
    }
  }
  const std::set<std::string> different(choice.texts.begin(), choice.texts.end());
  return different.size() == choice.texts.size() ? std::nullopt : std::optional(bad_choice("each text once"));
}

/// As it is kept: indexes in order where the order says nothing, no empty piles, texts without blanks around them.
PollChoice cleaned(const Poll& poll, PollChoice choice) {
  if (poll.kind == PollKind::multiple) sort_stably(choice.picks, std::less<std::uint32_t>());
  for (std::string& text : choice.texts) text = trimmed(text);
  return choice;
}

std::optional<Refusal> fault_of(const Poll& poll, const PollChoice& choice) {
  if (poll.kind == PollKind::dots) return fault_of_dots(poll, choice);
  if (poll.kind == PollKind::words) return fault_of_words(choice);
  return fault_of_picks(poll, choice);
}

/// A draft is nobody's business but staff's.
std::optional<Refusal> refusal_of_vote(const Poll* poll, const Actor& actor) {
  const bool is_seen = poll != nullptr && (poll->status != PollStatus::draft || is_staff(actor.roles));
  if (!is_seen) return Refusal{RefusalCode::not_found, "no such poll"};
  if (poll->status == PollStatus::draft) return Refusal{RefusalCode::wrong_state, "the poll is not open yet"};
  if (poll->status == PollStatus::closed) return Refusal{RefusalCode::wrong_state, "the poll is closed"};
  return std::nullopt;
}

/// The alias itself, and those of entries that were merged into its person's.
std::vector<Alias> aliases_of(const Poll& poll, const Alias& alias) {
  std::vector<Alias> aliases{alias};
  for (const auto& [other, head] : poll.same_voter) {
    if (head == alias) aliases.push_back(other);
  }
  return aliases;
}

const PollChoice* own_choice(const State& state, PollId id, const Poll& poll, const Stamp& stamp) {
  if (state.scope == Scope::whole) {
    const Ballot* ballot = ballot_of(poll, alias_in(stamp.poll_alias, id));
    return ballot == nullptr ? nullptr : &ballot->choice;
  }
  const auto own = state.mine.ballots.find(id);
  return own == state.mine.ballots.end() ? nullptr : &own->second;
}

}  // namespace

const Ballot* ballot_of(const Poll& poll, const Alias& alias) {
  for (const Alias& each : aliases_of(poll, alias)) {
    if (const auto found = poll.ballots.find(each); found != poll.ballots.end()) return &found->second;
  }
  return nullptr;
}

void unite_ballots(State& state, const std::function<Alias(PersonId, PollId)>& alias_of) {
  for (auto& [id, poll] : state.polls.list) {
    poll.same_voter.clear();
    if (poll.status == PollStatus::draft || poll.is_sealed) continue;
    for (const auto& [from, merge] : state.roster.merges) {
      poll.same_voter.emplace(alias_of(from, id), alias_of(merge.into, id));
    }
  }
}

Decision decide(const State& state, const VotePoll& command, const Stamp& stamp) {
  const Poll* poll = find(state, command.poll);
  if (auto refusal = refusal_of_vote(poll, stamp.actor)) return *refusal;
  if (command.for_person) {
    return {RefusalCode::not_allowed, "for: nobody votes for another; staff count the hands of the room"};
  }
  PollVoted voted;
  voted.poll = command.poll;
  voted.choice = cleaned(*poll, command.choice);
  if (auto fault = fault_of(*poll, voted.choice)) return *fault;
  std::erase_if(voted.choice.dots, [](const auto& pile) { return pile.second == 0; });
  const PollChoice* own = own_choice(state, command.poll, *poll, stamp);
  if (own != nullptr && *own == voted.choice) return {RefusalCode::already, "the ballot is as asked"};
  voted.alias = alias_in(stamp.poll_alias, command.poll);
  voted.groups = groups_of(state, stamp.actor.person);
  return EventData{std::move(voted)};
}

Decision decide(const State& state, const UnvotePoll& command, const Stamp& stamp) {
  const Poll* poll = find(state, command.poll);
  if (auto refusal = refusal_of_vote(poll, stamp.actor)) return *refusal;
  if (own_choice(state, command.poll, *poll, stamp) == nullptr) {
    return {RefusalCode::already, "there is no ballot to take back"};
  }
  const Alias alias = alias_in(stamp.poll_alias, command.poll);
  std::vector<EventData> events{PollUnvoted{command.poll, alias}};
  for (const Alias& each : aliases_of(*poll, alias)) {
    if (each != alias && poll->ballots.contains(each)) events.push_back(PollUnvoted{command.poll, each});
  }
  return events;
}

}  // namespace roundtable::core
