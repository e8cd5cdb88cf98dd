// Groups without a search: by lot, and dealt out like cards.
#include <algorithm>

#include "core/grouping_terms.hpp"

namespace roundtable::core {

namespace {

std::size_t at(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

/// As many places a group as leaves the sizes even, beyond max_size only when there is no other room.
std::vector<std::int64_t> even_places(const GroupingTerms& terms) {
  std::vector<std::int64_t> places;
  auto left = static_cast<std::int64_t>(terms.people());
  for (const GroupBounds& bounds : terms.problem().groups) {
    places.push_back(std::min<std::int64_t>(std::max(bounds.min_size, 0), left));
    left -= places.back();
  }
  for (; left > 0; --left) {
    std::size_t smallest = 0;
    const auto rank = [&](std::size_t group) {
      return std::pair(places[group] >= terms.problem().groups[group].max_size, places[group]);
    };
    for (std::size_t group = 1; group < places.size(); ++group) {
      if (rank(group) < rank(smallest)) smallest = group;
    }
    ++places[smallest];
  }
  return places;
}

/// Gives places in the order of `people`; `next_group` says where to look for the next one first.
template <class NextGroup>
Round dealt(const GroupingTerms& terms, const std::vector<std::int32_t>& people, NextGroup&& next_group) {
  Round round(terms.people(), nobody);
  std::vector<std::int64_t> places = even_places(terms);
  for (std::size_t person = 0; person < terms.people(); ++person) {
    round[person] = terms.fixed_group(person);
    if (round[person] != nobody) --places[at(round[person])];
  }
  // Hosts beyond a group's even share leave fewer places elsewhere.
  for (std::int64_t& each : places) {
    for (; each < 0; ++each) --*std::max_element(places.begin(), places.end());
  }
  for (const std::int32_t person : people) {
    if (round[at(person)] != nobody) continue;
    std::size_t group = next_group();
    while (places[group] <= 0) group = next_group();
    --places[group];
    round[at(person)] = static_cast<std::int32_t>(group);
  }
  return round;
}

std::vector<std::int32_t> everyone(const GroupingTerms& terms) {
  std::vector<std::int32_t> people(terms.people());
  for (std::size_t person = 0; person < people.size(); ++person) people[person] = static_cast<std::int32_t>(person);
  return people;
}

}  // namespace

Grouping random_groups(const GroupingProblem& problem, std::uint64_t seed) {
  const GroupingTerms terms(problem);
  Draws draws(seed);
  std::vector<Round> rounds(terms.rounds());
  for (Round& round : rounds) {
    if (terms.groups() == 0) break;
    std::vector<std::int32_t> people = everyone(terms);
    draws.shuffle(people);
    std::size_t next = draws.below(terms.groups());
    round = dealt(terms, people, [&] { return next = (next + 1) % terms.groups(); });
  }
  return evaluate(problem, std::move(rounds));
}

Grouping snake_groups(const GroupingProblem& problem, std::uint64_t seed) {
  const GroupingTerms terms(problem);
  Draws draws(seed);
  std::vector<std::int32_t> people = everyone(terms);
  draws.shuffle(people);
  std::stable_sort(people.begin(), people.end(), [&](std::int32_t one, std::int32_t other) {
    for (const RankedAttribute& each : terms.diversify()) {
      if (each.rank_of[at(one)] != each.rank_of[at(other)]) return each.rank_of[at(one)] < each.rank_of[at(other)];
    }
    return false;
  });
  std::vector<Round> rounds(terms.rounds());
  for (std::size_t index = 0; index < rounds.size() && terms.groups() > 0; ++index) {
    std::vector<std::int32_t> turned = people;
    std::rotate(turned.begin(),
                turned.begin() + static_cast<std::ptrdiff_t>(index % std::max<std::size_t>(people.size(), 1)),
                turned.end());
    std::size_t count = 0;
    rounds[index] = dealt(terms, turned, [&] {
      const std::size_t place = count++ % (2 * terms.groups());
      return place < terms.groups() ? place : 2 * terms.groups() - 1 - place;
    });
  }
  return evaluate(problem, std::move(rounds));
}

}  // namespace roundtable::core
