#include "core/polls_results.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/limits.hpp"
#include "core/polls.hpp"
#include "core/small_groups.hpp"
#include "core/sort_stably.hpp"

namespace roundtable::core {

namespace {

/// The upper half, the middle one included.
std::size_t upper_half(std::size_t choices) {
  return (choices + 1) / 2;
}

/// Each person's one ballot: of an entry that was merged only where its head has not voted.
std::vector<const Ballot*> ballots_that_count(const Poll& poll) {
  std::vector<const Ballot*> ballots;
  for (const auto& [alias, ballot] : poll.ballots) {
    const auto merged = poll.same_voter.find(alias);
    const bool is_second = merged != poll.same_voter.end() && &ballot != ballot_of(poll, merged->second);
    if (!is_second) ballots.push_back(&ballot);
  }
  return ballots;
}

/// Whether the choice is one that the ballot supports (see PollResults).
bool supports(const Poll& poll, const PollChoice& ballot, std::uint32_t choice) {
  if (poll.kind == PollKind::dots) {
    const auto pile = ballot.dots.find(choice);
    return pile != ballot.dots.end() && pile->second > 0;
  }
  const auto place = std::find(ballot.picks.begin(), ballot.picks.end(), choice);
  if (place == ballot.picks.end()) return false;
  const auto rank = static_cast<std::size_t>(place - ballot.picks.begin());
  return poll.kind != PollKind::ranking || rank < upper_half(choice_count(poll));
}

void add_supporters(const Poll& poll, const PollChoice& ballot, std::vector<std::uint32_t>& supporters) {
  for (std::uint32_t choice = 0; choice < supporters.size(); ++choice) {
    if (supports(poll, ballot, choice)) ++supporters[choice];
  }
}

/// Ranked choices stand before those that the ballot leaves out; two that it leaves out say nothing of each other.
void add_preferences(const PollChoice& ballot, std::vector<std::vector<std::uint32_t>>& preferred) {
  const auto place = [&ballot](std::size_t choice) {
    return std::find(ballot.picks.begin(), ballot.picks.end(), choice) - ballot.picks.begin();
  };
  for (std::size_t one = 0; one < preferred.size(); ++one) {
    for (std::size_t other = 0; other < preferred.size(); ++other) {
      if (place(one) < place(other)) ++preferred[one][other];
    }
  }
}

std::vector<std::uint32_t> duels_won(const std::vector<std::vector<std::uint32_t>>& preferred) {
  std::vector<std::uint32_t> won(preferred.size(), 0);
  for (std::size_t one = 0; one < preferred.size(); ++one) {
    for (std::size_t other = 0; other < preferred.size(); ++other) {
      if (preferred[one][other] > preferred[other][one]) ++won[one];
    }
  }
  return won;
}

/// Lower case for ASCII; of other scripts only the same letters are the same word.
std::string folded(std::string_view text) {
  std::string out(text);
  for (char& letter : out) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return out;
}

/// Most often first; of the ways in which a word was written the one that comes first in the alphabet, so that the
/// result tells nothing of when whose ballot came.
void count_answers(const std::vector<const Ballot*>& ballots, PollResults& results) {
  std::map<std::string, PollAnswer> by_word;
  for (const Ballot* ballot : ballots) {
    std::map<std::string, std::string> own;  // a person's word counts once
    for (const std::string& text : ballot->choice.texts) own.emplace(folded(text), text);
    for (const auto& [word, text] : own) {
      PollAnswer& answer = by_word[word];
      if (answer.count++ == 0 || text < answer.text.text) answer.text.text = text;
    }
  }
  for (auto& [word, answer] : by_word) results.answers.push_back(std::move(answer));
  sort_stably(results.answers, [](const PollAnswer& one, const PollAnswer& other) { return one.count > other.count; });
  for (std::size_t index = limits::poll_answers; index < results.answers.size(); ++index) {
    results.other_answers += results.answers[index].count;
  }
  if (results.answers.size() > limits::poll_answers) results.answers.resize(limits::poll_answers);
}

std::vector<PollRow> rows_by(const Poll& poll, const std::vector<const Ballot*>& ballots, Attribute attribute) {
  std::vector<PollRow> by_group(group_count(attribute));
  for (PollRow& row : by_group) row.counts.assign(choice_count(poll), 0);
  std::vector<std::size_t> ties;  // in the order of the aliases, which nobody can foresee or look up
  for (const Ballot* ballot : ballots) {
    const std::size_t group = ballot->groups.value(attribute);
    if (by_group[group].people++ == 0) ties.push_back(group);
    add_supporters(poll, ballot->choice, by_group[group].counts);
  }
  std::vector<std::int64_t> people;
  people.reserve(by_group.size());
  for (const PollRow& row : by_group) people.push_back(row.people);

  std::vector<PollRow> rows;
  for (const FoldedRow& folded_row : fold_small_groups(people, limits::small_group, ties)) {
    PollRow& row = rows.emplace_back();
    if (!folded_row.is_folded) row.group = group_name(attribute, folded_row.groups.front());
    row.counts.assign(choice_count(poll), 0);
    for (std::size_t group : folded_row.groups) {
      row.people += by_group[group].people;
      for (std::size_t choice = 0; choice < row.counts.size(); ++choice) {
        row.counts[choice] += by_group[group].counts[choice];
      }
    }
  }
  return rows;
}

}  // namespace

std::vector<std::uint32_t> leading_choices(const PollResults& results) {
  std::vector<std::uint32_t> order(results.counts.size());
  std::iota(order.begin(), order.end(), 0U);
  sort_stably(order,
              [&](std::uint32_t one, std::uint32_t other) { return results.counts[one] > results.counts[other]; });
  return order;
}

std::uint32_t supporting(PollKind kind, const std::vector<std::uint32_t>& supporters, std::uint32_t leading) {
  if (kind != PollKind::temperature) return leading < supporters.size() ? supporters[leading] : 0;
  const auto half = static_cast<std::ptrdiff_t>(upper_half(supporters.size()));
  return std::accumulate(supporters.begin(), supporters.begin() + half, 0U);
}

std::optional<PollAgreement> agreement_of(PollKind kind, const PollResults& results, const PollBreakdown& breakdown) {
  const std::vector<std::uint32_t> leading = leading_choices(results);
  if (kind == PollKind::words || leading.empty() || breakdown.rows.empty()) return std::nullopt;
  PollAgreement agreement;
  if (kind != PollKind::temperature) agreement.choice = leading.front();
  const PollRow* least = nullptr;
  const auto support = [&](const PollRow& row) { return supporting(kind, row.counts, leading.front()); };
  for (const PollRow& row : breakdown.rows) {
    // Compared as products: 3 of 5 is less than 7 of 11.
    const bool is_less =
        least == nullptr || std::uint64_t{support(row)} * least->people < std::uint64_t{support(*least)} * row.people;
    if (is_less) least = &row;
  }
  agreement.percent = static_cast<std::uint32_t>(std::uint64_t{support(*least)} * 100 / least->people);
  agreement.group = least->group;
  return agreement;
}

PollResults count_ballots(const Poll& poll) {
  const std::vector<const Ballot*> ballots = ballots_that_count(poll);
  PollResults results;
  results.people = static_cast<std::uint32_t>(ballots.size());
  results.supporters.assign(choice_count(poll), 0);
  results.counts.assign(choice_count(poll), 0);
  if (poll.kind == PollKind::ranking) {
    results.preferred.assign(choice_count(poll), std::vector<std::uint32_t>(choice_count(poll), 0));
  }
  for (const Ballot* ballot : ballots) {
    add_supporters(poll, ballot->choice, results.supporters);
    for (const auto& [choice, dots] : ballot->choice.dots) results.counts[choice] += dots;
    add_preferences(ballot->choice, results.preferred);
  }
  if (poll.kind == PollKind::ranking) {
    results.counts = duels_won(results.preferred);
  } else if (poll.kind != PollKind::dots) {
    results.counts = results.supporters;
  }
  if (poll.kind == PollKind::words) {
    count_answers(ballots, results);
    return results;
  }
  for (Attribute attribute : {Attribute::stakeholder_group, Attribute::regional_group, Attribute::modality}) {
    std::vector<PollRow> rows = rows_by(poll, ballots, attribute);
    if (!rows.empty()) results.breakdowns.push_back({attribute, std::move(rows)});
  }
  return results;
}

std::vector<std::uint32_t> live_counts(const Poll& poll) {
  if (poll.kind == PollKind::ranking || poll.kind == PollKind::words) return {};
  std::vector<std::uint32_t> counts(choice_count(poll), 0);
  for (const Ballot* ballot : ballots_that_count(poll)) {
    if (poll.kind == PollKind::dots) {
      for (const auto& [choice, dots] : ballot->choice.dots) counts[choice] += dots;
    } else {
      add_supporters(poll, ballot->choice, counts);
    }
  }
  return counts;
}

std::uint32_t voter_count(const Poll& poll) {
  return static_cast<std::uint32_t>(ballots_that_count(poll).size());
}

}  // namespace roundtable::core
