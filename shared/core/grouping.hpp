// Balanced breakout groups: who sits with whom, over one or several rounds. A pure function of the problem, a seed and
// a number of steps: the same groups natively and in WASM. People, groups, rounds and values are indexes from 0.
//
// What is minimised, in exact integers. Let n be the number of people; costs are counted in units of 1/n² (cost_unit).
// - balance: for each group and each diversified attribute, weight x the sum over its values v of
//   (people with v in the group - group size x people with v in the room / n)². Times n² that is an integer, and up to
//   a constant equal to the sum over pairs in one group of 2 (e_i - p)·(e_j - p), where e is a person's value as a unit
//   vector (zero: not stated) and p the room's shares. So one pairwise engine serves people and plain MDGP alike.
// - clusters: for each clustered attribute, weight for every pair in one group that states different values.
// - meetings: meeting_weight x T(T-1)/2 for every pair that meets T times in all, earlier rounds counted.
// - choices: choice_weight x the place of the given topic on the person's list (first: 0; not on it: length of the
// list).
//   Who gets one topic in T rounds pays choice_weight x length of the list x T(T-1)/2 besides, hosts excepted.
// - moves: move_price for every person who sits elsewhere than `start` says.
// - distances: minus the sum of `distances` over pairs in one group (MDGP: the objective with its sign turned).
// Broken hard constraints come before all of these, however small their number.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/names.hpp"

namespace roundtable::core {

inline constexpr std::int32_t nobody = -1;  // no person, group, topic or value: "not stated", "not placed"

enum class Seat : std::uint8_t { either, onsite, online };
template <>
struct Names<Seat> {
  static constexpr std::array<std::string_view, 3> all{"either", "onsite", "online"};
};

struct GroupedPerson {
  bool can_facilitate = false;
  bool can_report = false;
  Seat seat = Seat::either;
  std::int32_t fixed_group = nobody;  // sits there in every round: a host, or whom a moderator has placed
  std::vector<std::int32_t> choices;  // topics, best first

  static constexpr auto fields() {
    using T = GroupedPerson;
    return field_list(field<&T::can_facilitate>("can_facilitate"), field<&T::can_report>("can_report"),
                      field<&T::seat>("seat"), field<&T::fixed_group>("fixed_group"), field<&T::choices>("choices"));
  }
};

/// A value for each person, `nobody` where it is not stated.
struct GroupingAttribute {
  std::int64_t weight = 10;
  std::vector<std::int32_t> value_of;

  static constexpr auto fields() {
    using T = GroupingAttribute;
    return field_list(field<&T::weight>("weight"), field<&T::value_of>("value_of"));
  }
};

struct PersonPair {
  std::int32_t one = nobody;
  std::int32_t other = nobody;

  static constexpr auto fields() {
    return field_list(field<&PersonPair::one>("one"), field<&PersonPair::other>("other"));
  }
};

struct EarlierMeeting {
  std::int32_t one = nobody;
  std::int32_t other = nobody;
  std::int64_t times = 1;

  static constexpr auto fields() {
    using T = EarlierMeeting;
    return field_list(field<&T::one>("one"), field<&T::other>("other"), field<&T::times>("times"));
  }
};

/// One group, table or call room. Its capacity is `max_size`.
struct GroupBounds {
  std::int32_t min_size = 0;
  std::int32_t max_size = 0;
  std::int32_t topic = nobody;

  static constexpr auto fields() {
    using T = GroupBounds;
    return field_list(field<&T::min_size>("min_size"), field<&T::max_size>("max_size"), field<&T::topic>("topic"));
  }
};

/// The group of each person, `nobody` for who is not placed.
using Round = std::vector<std::int32_t>;

struct GroupingProblem {
  std::vector<GroupedPerson> people;
  std::vector<GroupBounds> groups;
  std::int64_t rounds = 1;
  std::vector<GroupingAttribute> diversify;
  std::vector<GroupingAttribute> cluster;
  std::vector<PersonPair> together;
  std::vector<PersonPair> apart;
  bool may_mix = true;             // false: a group is onsite or online as a whole
  bool needs_facilitator = false;  // one in each group, as far as there are enough people who can
  bool needs_reporter = false;     // another person than the facilitator
  std::vector<EarlierMeeting> met;
  std::vector<Round> start;             // for each planned round where people sit now; empty: nobody sits
  std::vector<std::int64_t> distances;  // n x n, symmetric, row by row, in millionths; empty: none
  std::int64_t meeting_weight = 10;
  std::int64_t choice_weight = 10;
  std::int64_t move_price = 20;

  static constexpr auto fields() {
    using T = GroupingProblem;
    return field_list(field<&T::people>("people"), field<&T::groups>("groups"), field<&T::rounds>("rounds"),
                      field<&T::diversify>("diversify"), field<&T::cluster>("cluster"), field<&T::together>("together"),
                      field<&T::apart>("apart"), field<&T::may_mix>("may_mix"),
                      field<&T::needs_facilitator>("needs_facilitator"), field<&T::needs_reporter>("needs_reporter"),
                      field<&T::met>("met"), field<&T::start>("start"), field<&T::distances>("distances"),
                      field<&T::meeting_weight>("meeting_weight"), field<&T::choice_weight>("choice_weight"),
                      field<&T::move_price>("move_price"));
  }
};

/// `count` groups whose sizes differ by one at most.
std::vector<GroupBounds> even_groups(std::size_t people, std::size_t count);
/// As few even groups as there must be so that none is larger than `size`.
std::vector<GroupBounds> groups_of_at_most(std::size_t people, std::size_t size);

struct GroupingCost {
  std::int64_t balance = 0;
  std::int64_t clusters = 0;
  std::int64_t meetings = 0;
  std::int64_t choices = 0;
  std::int64_t moves = 0;
  std::int64_t distances = 0;

  std::int64_t total() const { return balance + clusters + meetings + choices + moves + distances; }
  static constexpr auto fields() {
    using T = GroupingCost;
    return field_list(field<&T::balance>("balance"), field<&T::clusters>("clusters"), field<&T::meetings>("meetings"),
                      field<&T::choices>("choices"), field<&T::moves>("moves"), field<&T::distances>("distances"));
  }
  friend bool operator==(const GroupingCost&, const GroupingCost&) = default;
};

/// n², at least 1: what the difference of one head, squared, costs at weight 1.
std::int64_t cost_unit(const GroupingProblem& problem);
/// A cost for people: cost / cost_unit in millionths, rounded to nearest.
std::int64_t in_millionths(const GroupingProblem& problem, std::int64_t cost);

/// What groups must keep. `facilitator` and `reporter` are soft where too few people can.
enum class GroupRule : std::uint8_t {
  placed,
  min_size,
  max_size,
  fixed_group,
  together,
  apart,
  seats,
  facilitator,
  reporter
};
template <>
struct Names<GroupRule> {
  static constexpr std::array<std::string_view, 9> all{"placed", "min_size", "max_size",    "fixed_group", "together",
                                                       "apart",  "seats",    "facilitator", "reporter"};
};

/// A rule that a grouping does not keep: in which round, in which group or for whom (`nobody` where it says nothing).
struct BrokenRule {
  GroupRule rule = GroupRule::placed;
  std::int32_t round = 0;
  std::int32_t group = nobody;
  std::int32_t person = nobody;
  std::int32_t other = nobody;

  static constexpr auto fields() {
    using T = BrokenRule;
    return field_list(field<&T::rule>("rule"), field<&T::round>("round"), field<&T::group>("group"),
                      field<&T::person>("person"), field<&T::other>("other"));
  }
  friend bool operator==(const BrokenRule&, const BrokenRule&) = default;
};

struct Grouping {
  std::vector<Round> rounds;
  GroupingCost cost;
  std::vector<BrokenRule> broken;

  static constexpr auto fields() {
    using T = Grouping;
    return field_list(field<&T::rounds>("rounds"), field<&T::cost>("cost"), field<&T::broken>("broken"));
  }
};

/// Groups that somebody else made (self-selected, by hand, random), with their cost and what they break.
Grouping evaluate(const GroupingProblem& problem, std::vector<Round> rounds);

/// Even sizes within the bounds and nothing else; fixed people stay. Each round is drawn anew.
Grouping random_groups(const GroupingProblem& problem, std::uint64_t seed);
/// People sorted by their diversified values, dealt out back and forth. Each round begins its deal at another place.
Grouping snake_groups(const GroupingProblem& problem, std::uint64_t seed);

/// Searches until `steps` are used up. Total: what clashes (grouping_clashes.hpp) stays broken and is named.
/// In the result no move of a person and no swap of two that keeps the sizes within their bounds lowers the cost.
Grouping solve(const GroupingProblem& problem, std::uint64_t seed, std::uint64_t steps);

/// The search in slices: run(a), run(b) ends where run(a + b) does, so a time budget only chooses the number of steps.
class GroupingSearch {
 public:
  GroupingSearch(const GroupingProblem& problem, std::uint64_t seed);
  ~GroupingSearch();
  GroupingSearch(GroupingSearch&&) noexcept;
  GroupingSearch& operator=(GroupingSearch&&) noexcept;

  /// A step is one exchange made: two people swapped, one moved, or tied people against as many others.
  void run(std::uint64_t steps);
  std::uint64_t steps() const;
  /// The best groups so far, with every exchange made that still lowers the cost; at no steps those of the start.
  Grouping best() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Where a person who is not placed yet fits best, in each round: fewest broken rules, then lowest cost, then the
/// smallest group. Nobody else moves. Groups at their max_size are taken only if all are. The problem already has the
/// person, the grouping's rounds may be shorter or say `nobody`.
std::vector<std::int32_t> place_late(const GroupingProblem& problem, const Grouping& grouping, std::int32_t person);

/// What a change by hand does, shown before it is made. Negative is better.
struct CostChange {
  GroupingCost cost;
  std::vector<BrokenRule> newly_broken;
  std::vector<BrokenRule> mended;

  static constexpr auto fields() {
    using T = CostChange;
    return field_list(field<&T::cost>("cost"), field<&T::newly_broken>("newly_broken"), field<&T::mended>("mended"));
  }
};
CostChange cost_of_move(const GroupingProblem& problem, const Grouping& grouping, std::int32_t round,
                        std::int32_t person, std::int32_t to_group);
CostChange cost_of_swap(const GroupingProblem& problem, const Grouping& grouping, std::int32_t round, std::int32_t one,
                        std::int32_t other);

}  // namespace roundtable::core
