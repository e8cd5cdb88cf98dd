#include "core/grouping_story.hpp"

namespace roundtable::test {

GroupingProblem people_with(std::vector<std::vector<std::int32_t>> values, std::size_t groups) {
  GroupingProblem problem;
  problem.people.resize(values.at(0).size());
  problem.groups = even_groups(problem.people.size(), groups);
  for (auto& each : values) problem.diversify.push_back({10, std::move(each)});
  return problem;
}

std::vector<std::int32_t> in_turn(std::size_t people, std::size_t kinds) {
  std::vector<std::int32_t> values;
  for (std::size_t person = 0; person < people; ++person) values.push_back(static_cast<std::int32_t>(person % kinds));
  return values;
}

std::vector<std::int32_t> drawn_values(Random& random, std::size_t people, std::size_t kinds) {
  std::vector<std::int32_t> values;
  for (std::size_t person = 0; person < people; ++person) {
    const auto value = static_cast<std::int32_t>(random.below(kinds + 1));
    values.push_back(value - 1);  // -1: not stated
  }
  return values;
}

GroupingProblem drawn_problem(std::uint64_t seed) {
  Random random(seed);
  const std::size_t people = 14 + random.below(16);
  const std::size_t groups = 3 + random.below(2);
  GroupingProblem problem = people_with({drawn_values(random, people, 3), drawn_values(random, people, 4)}, groups);
  problem.rounds = 1 + static_cast<std::int64_t>(random.below(3));
  problem.cluster.push_back({20, drawn_values(random, people, 2)});
  problem.needs_facilitator = random.one_in(2);
  problem.needs_reporter = random.one_in(2);
  for (GroupedPerson& each : problem.people) {
    each.can_facilitate = random.one_in(3);
    each.can_report = random.one_in(3);
    if (random.one_in(2)) each.choices = {static_cast<std::int32_t>(random.below(2)), 2};
  }
  for (std::size_t group = 0; group < groups; ++group) {
    problem.groups[group].topic = static_cast<std::int32_t>(group);
    if (random.one_in(2)) problem.groups[group].max_size += 1;
    if (random.one_in(2)) problem.groups[group].min_size -= 1;
  }
  problem.people[0].fixed_group = 1;
  problem.together = {{2, 3}, {5, 6}};
  problem.apart = {{2, 4}, {7, 8}, {9, 10}};
  for (int count = 0; count < 10; ++count) {
    const auto one = static_cast<std::int32_t>(random.below(people));
    const auto other = static_cast<std::int32_t>(random.below(people));
    if (one != other) problem.met.push_back({one, other, 1 + static_cast<std::int64_t>(random.below(2))});
  }
  if (random.one_in(2)) problem.start = {Round(people, nobody)};
  for (Round& round : problem.start) {
    for (std::size_t person = 0; person < people; person += 2) {
      round[person] = static_cast<std::int32_t>(random.below(groups));
    }
  }
  return problem;
}

Round drawn_round(Random& random, const GroupingProblem& problem) {
  Round round;
  for (std::size_t person = 0; person < problem.people.size(); ++person) {
    round.push_back(static_cast<std::int32_t>(random.below(problem.groups.size())));
  }
  return round;
}

std::vector<std::int32_t> members(const Round& round, std::int32_t group) {
  std::vector<std::int32_t> people;
  for (std::size_t person = 0; person < round.size(); ++person) {
    if (round[person] == group) people.push_back(static_cast<std::int32_t>(person));
  }
  return people;
}

}  // namespace roundtable::test
