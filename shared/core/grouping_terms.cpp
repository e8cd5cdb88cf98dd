#include "core/grouping_terms.hpp"

#include <algorithm>

namespace roundtable::core {

std::uint64_t Draws::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
  return mixed ^ (mixed >> 31U);
}

std::size_t Draws::below(std::size_t bound) {
  return static_cast<std::size_t>(((next() >> 32U) * static_cast<std::uint64_t>(bound)) >> 32U);
}

RankedAttribute ranked(const GroupingAttribute& attribute, std::size_t people) {
  RankedAttribute result;
  result.weight = attribute.weight;
  result.rank_of.assign(people, nobody);
  const std::size_t given = std::min(people, attribute.value_of.size());
  for (std::size_t person = 0; person < given; ++person) {
    if (attribute.value_of[person] >= 0) result.values.push_back(attribute.value_of[person]);
  }
  std::stable_sort(result.values.begin(), result.values.end());
  result.values.erase(std::unique(result.values.begin(), result.values.end()), result.values.end());
  result.heads.assign(result.values.size(), 0);
  for (std::size_t person = 0; person < given; ++person) {
    if (attribute.value_of[person] < 0) continue;
    const auto at = std::lower_bound(result.values.begin(), result.values.end(), attribute.value_of[person]);
    result.rank_of[person] = static_cast<std::int32_t>(at - result.values.begin());
    ++result.heads[static_cast<std::size_t>(result.rank_of[person])];
  }
  for (const std::int64_t heads : result.heads) result.heads_squared += heads * heads;
  return result;
}

namespace {

bool is_before(const EarlierMeeting& one, const EarlierMeeting& other) {
  return one.one != other.one ? one.one < other.one : one.other < other.other;
}

std::vector<EarlierMeeting> meetings_of(const GroupingTerms& terms) {
  std::vector<EarlierMeeting> sorted;
  for (EarlierMeeting each : terms.problem().met) {
    if (!terms.is_person(each.one) || !terms.is_person(each.other) || each.one == each.other || each.times <= 0)
      continue;
    if (each.one > each.other) std::swap(each.one, each.other);
    sorted.push_back(each);
  }
  std::stable_sort(sorted.begin(), sorted.end(), is_before);
  std::vector<EarlierMeeting> once;
  for (const EarlierMeeting& each : sorted) {
    if (!once.empty() && once.back().one == each.one && once.back().other == each.other) {
      once.back().times += each.times;
    } else {
      once.push_back(each);
    }
  }
  return once;
}

std::vector<PersonPair> pairs_that_exist(const GroupingTerms& terms, const std::vector<PersonPair>& given) {
  std::vector<PersonPair> pairs;
  for (const PersonPair& pair : given) {
    if (terms.is_person(pair.one) && terms.is_person(pair.other) && pair.one != pair.other) pairs.push_back(pair);
  }
  return pairs;
}

}  // namespace

GroupingTerms::GroupingTerms(const GroupingProblem& problem)
    : problem_(problem),
      rounds_(static_cast<std::size_t>(std::max<std::int64_t>(problem.rounds, 1))),
      unit_(cost_unit(problem)) {
  for (const GroupingAttribute& each : problem.diversify) diversify_.push_back(ranked(each, people()));
  for (const GroupingAttribute& each : problem.cluster) cluster_.push_back(ranked(each, people()));
  together_ = pairs_that_exist(*this, problem.together);
  apart_ = pairs_that_exist(*this, problem.apart);
  met_ = meetings_of(*this);
}

bool GroupingTerms::is_person(std::int32_t person) const {
  return person >= 0 && static_cast<std::size_t>(person) < people();
}
bool GroupingTerms::is_group(std::int32_t group) const {
  return group >= 0 && static_cast<std::size_t>(group) < groups();
}
std::int32_t GroupingTerms::fixed_group(std::size_t person) const {
  const std::int32_t group = problem_.people[person].fixed_group;
  return is_group(group) ? group : nobody;
}
std::int32_t GroupingTerms::start_group(std::size_t round, std::size_t person) const {
  if (round >= problem_.start.size() || person >= problem_.start[round].size()) return nobody;
  const std::int32_t group = problem_.start[round][person];
  return is_group(group) ? group : nobody;
}

std::int64_t GroupingTerms::balance_alone(std::size_t person) const {
  const auto all = static_cast<std::int64_t>(people());
  std::int64_t sum = 0;
  for (const RankedAttribute& each : diversify_) {
    std::int64_t square = each.heads_squared;
    if (const std::int32_t rank = each.rank_of[person]; rank != nobody) {
      square += all * all - 2 * all * each.heads[static_cast<std::size_t>(rank)];
    }
    sum += each.weight * square;
  }
  return sum;
}

GroupingCost GroupingTerms::pair_cost(std::size_t one, std::size_t other) const {
  GroupingCost cost;
  const auto all = static_cast<std::int64_t>(people());
  for (const RankedAttribute& each : diversify_) {
    const std::int32_t here = each.rank_of[one];
    const std::int32_t there = each.rank_of[other];
    std::int64_t product = each.heads_squared;
    if (here != nobody) product -= all * each.heads[static_cast<std::size_t>(here)];
    if (there != nobody) product -= all * each.heads[static_cast<std::size_t>(there)];
    if (here != nobody && here == there) product += all * all;
    cost.balance += 2 * each.weight * product;
  }
  for (const RankedAttribute& each : cluster_) {
    const std::int32_t here = each.rank_of[one];
    const std::int32_t there = each.rank_of[other];
    if (here != nobody && there != nobody && here != there) cost.clusters += each.weight * unit_;
  }
  if (const std::size_t at = one * people() + other; at < problem_.distances.size()) {
    cost.distances = -problem_.distances[at];
  }
  return cost;
}

std::int64_t GroupingTerms::earlier_meetings(std::size_t one, std::size_t other) const {
  EarlierMeeting wanted;
  wanted.one = static_cast<std::int32_t>(std::min(one, other));
  wanted.other = static_cast<std::int32_t>(std::max(one, other));
  const auto at = std::lower_bound(met_.begin(), met_.end(), wanted, is_before);
  return at != met_.end() && at->one == wanted.one && at->other == wanted.other ? at->times : 0;
}

std::int64_t GroupingTerms::choice_cost(std::size_t person, std::size_t group) const {
  const std::vector<std::int32_t>& choices = problem_.people[person].choices;
  if (topic(group) == nobody) return 0;
  const auto place = std::find(choices.begin(), choices.end(), topic(group)) - choices.begin();
  return problem_.choice_weight * unit_ * place;
}

std::int64_t GroupingTerms::topic_again_cost(std::size_t person) const {
  if (fixed_group(person) != nobody) return 0;
  return problem_.choice_weight * unit_ * static_cast<std::int64_t>(problem_.people[person].choices.size());
}

std::int64_t GroupingTerms::move_cost(std::size_t round, std::size_t person, std::int32_t group) const {
  const std::int32_t start = start_group(round, person);
  return start == nobody || start == group ? 0 : problem_.move_price * unit_;
}

std::int64_t open_roles(bool needs_facilitator, bool needs_reporter, std::int64_t facilitators, std::int64_t reporters,
                        std::int64_t able) {
  const std::int64_t wanted = (needs_facilitator ? 1 : 0) + (needs_reporter ? 1 : 0);
  std::int64_t filled = 0;
  if (needs_facilitator && facilitators > 0) ++filled;
  if (needs_reporter && reporters > 0) ++filled;
  return wanted - std::min(filled, able);
}

}  // namespace roundtable::core
