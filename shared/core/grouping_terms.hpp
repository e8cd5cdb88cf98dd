// What the costs of groups are made of, shared by the search, the evaluation and the report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/grouping.hpp"

namespace roundtable::core {

/// SplitMix64: one word of state, any seed is a good one, and the same numbers on every platform, unlike the standard
/// library's distributions.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  /// From 0 to `bound` - 1; `bound` fits 32 bits, and what it favours by is below bound / 2³².
  std::size_t below(std::size_t bound);
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t left = list.size(); left > 1; --left) std::swap(list[left - 1], list[below(left)]);
  }

 private:
  std::uint64_t state_;
};

/// An attribute with its values renamed to 0, 1, .. in ascending order.
struct RankedAttribute {
  std::int64_t weight = 0;
  std::vector<std::int32_t> rank_of;  // as many as people; `nobody`: not stated
  std::vector<std::int32_t> values;   // by rank
  std::vector<std::int64_t> heads;    // by rank, in the room
  std::int64_t heads_squared = 0;     // sum of heads²
};
RankedAttribute ranked(const GroupingAttribute& attribute, std::size_t people);

/// What a problem says, looked up quickly and safe against indexes that do not exist.
class GroupingTerms {
 public:
  explicit GroupingTerms(const GroupingProblem& problem);

  const GroupingProblem& problem() const { return problem_; }
  std::size_t people() const { return problem_.people.size(); }
  std::size_t groups() const { return problem_.groups.size(); }
  std::size_t rounds() const { return rounds_; }
  const std::vector<RankedAttribute>& diversify() const { return diversify_; }
  const std::vector<RankedAttribute>& cluster() const { return cluster_; }
  const std::vector<PersonPair>& together() const { return together_; }
  const std::vector<PersonPair>& apart() const { return apart_; }
  std::int64_t unit() const { return unit_; }

  bool is_person(std::int32_t person) const;
  bool is_group(std::int32_t group) const;
  std::int32_t fixed_group(std::size_t person) const;  // `nobody` also for a group that does not exist
  std::int32_t start_group(std::size_t round, std::size_t person) const;
  std::int32_t topic(std::size_t group) const { return problem_.groups[group].topic; }

  /// Balance, clusters and distance of a pair in one group; the balance without what the person adds alone.
  GroupingCost pair_cost(std::size_t one, std::size_t other) const;
  std::int64_t balance_alone(std::size_t person) const;
  std::int64_t earlier_meetings(std::size_t one, std::size_t other) const;
  std::int64_t meeting_cost() const { return problem_.meeting_weight * unit_; }
  std::int64_t choice_cost(std::size_t person, std::size_t group) const;
  /// What each further time in the same topic costs.
  std::int64_t topic_again_cost(std::size_t person) const;
  std::int64_t move_cost(std::size_t round, std::size_t person, std::int32_t group) const;

 private:
  const GroupingProblem& problem_;
  std::size_t rounds_ = 1;
  std::int64_t unit_ = 1;
  std::vector<RankedAttribute> diversify_;
  std::vector<RankedAttribute> cluster_;
  std::vector<PersonPair> together_;
  std::vector<PersonPair> apart_;
  std::vector<EarlierMeeting> met_;  // one < other, sorted, each pair once
};

/// How many of the wanted roles (facilitator, reporter) stay open when `facilitators` can do the first, `reporters` the
/// second and `able` at least one of them; nobody
/// does both.
std::int64_t open_roles(bool needs_facilitator, bool needs_reporter, std::int64_t facilitators, std::int64_t reporters,
                        std::int64_t able);

/// Whether each group is for onsite or online people; all `either` when they may mix. Nothing when none of the splits
/// has room for all.
std::vector<Seat> seats_of_groups(const GroupingTerms& terms, bool& fits);

}  // namespace roundtable::core
