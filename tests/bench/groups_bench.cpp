// Balanced groups: plain MDGP beside what was published, people beside the table method in use at citizens' assemblies,
// and a large room. No bar is asserted here: README.md has the bars and how to read the tables. groups_bench [--quick]
// [--seconds N] [--seeds N] [--write FILE]   (--write leaves the room of 150 for groups_bench.mjs)
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/grouping_report.hpp"
#include "core/random.hpp"
#include "wire/grouping.hpp"
#include "wire/write.hpp"

namespace roundtable::test {
namespace {

using namespace core;

struct Effort {
  double seconds = 3;
  std::uint64_t seeds = 3;
  int restarts = 100;
  std::uint64_t people_steps = 4'000;
};

std::string text_of(const std::string& name) {
  std::ifstream stream(std::string(ROUNDTABLE_SOURCE_DIR) + "/tests/bench/data/" + name, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (text.view().empty()) {
    std::fprintf(stderr, "tests/bench/data/%s is missing\n", name.c_str());
    std::exit(1);
  }
  return text.str();
}

double now_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Plain MDGP.

void bench_instances(const Effort& effort) {
  std::printf("Plain MDGP, %.1f s a run, %d seeds (more is better)\n", effort.seconds, static_cast<int>(effort.seeds));
  std::printf("%-22s %13s %13s %13s %13s %13s %12s\n", "instance", "average", "worst", "best", "pub. average",
              "pub. best", "steps/s");
  std::istringstream published(text_of("published.csv"));
  std::string line;
  std::getline(published, line);
  while (std::getline(published, line)) {
    std::vector<std::string> fields;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) fields.push_back(cell);
    const wire::CheckedGrouping file = wire::read_mdgplib(text_of(fields.at(0) + ".txt"));
    if (!file.file) std::exit(1);
    const GroupingProblem& problem = file.file->problem;
    std::int64_t sum = 0;
    std::int64_t worst = INT64_MAX;
    std::int64_t best = 0;
    double steps = 0;
    for (std::uint64_t seed = 1; seed <= effort.seeds; ++seed) {
      const double end = now_seconds() + effort.seconds;
      GroupingSearch search(problem, seed);
      while (now_seconds() < end) search.run(64);
      const std::int64_t found = -search.best().cost.distances;
      sum += found;
      worst = std::min(worst, found);
      best = std::max(best, found);
      steps += static_cast<double>(search.steps()) / effort.seconds / static_cast<double>(effort.seeds);
    }
    const auto shown = [](std::int64_t value) { return static_cast<double>(value) / 1e6; };
    std::printf("%-22s %13.3f %13.3f %13.3f %13s %13s %12.0f\n", fields[0].c_str(),
                shown(sum) / static_cast<double>(effort.seeds), shown(worst), shown(best), fields[5].c_str(),
                fields[4].c_str(), steps);
  }
}

// People, beside the method of GroupSelect (Sortition Foundation) as research describes it: people in random order,
// then sorted by their fields; each goes to the table with the fewest who have the same value, field by field; the best
// of several attempts for each round; then random combinations of rounds, the one with most distinct meetings is kept.

Round greedy_round(const GroupingProblem& problem, Random& random) {
  std::vector<std::size_t> order;
  for (std::size_t person = 0; person < problem.people.size(); ++person) {
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(random.below(order.size() + 1)), person);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    for (const GroupingAttribute& each : problem.diversify) {
      if (each.value_of[one] != each.value_of[other]) return each.value_of[one] < each.value_of[other];
    }
    return false;
  });
  Round round(problem.people.size(), nobody);
  std::vector<std::int32_t> sizes(problem.groups.size(), 0);
  // As many tables as there must be take one more than the others.
  std::int32_t larger = static_cast<std::int32_t>(problem.people.size() % problem.groups.size());
  for (const std::size_t person : order) {
    std::vector<std::int32_t> best_rank;
    for (std::size_t group = 0; group < sizes.size(); ++group) {
      const std::int32_t even = static_cast<std::int32_t>(problem.people.size() / problem.groups.size());
      if (sizes[group] > even || (sizes[group] == even && larger == 0)) continue;
      std::vector<std::int32_t> rank;
      for (const GroupingAttribute& each : problem.diversify) {
        std::int32_t same = 0;
        for (std::size_t other = 0; other < round.size(); ++other) {
          same += round[other] == static_cast<std::int32_t>(group) && each.value_of[other] == each.value_of[person];
        }
        rank.push_back(same);
      }
      rank.push_back(sizes[group]);
      if (!best_rank.empty() && rank >= best_rank) continue;
      best_rank = rank;
      round[person] = static_cast<std::int32_t>(group);
    }
    const auto chosen = static_cast<std::size_t>(round[person]);
    if (++sizes[chosen] > static_cast<std::int32_t>(problem.people.size() / problem.groups.size())) --larger;
  }
  return round;
}

Grouping greedy_plan(const GroupingProblem& problem, int restarts) {
  Random random(1);
  std::vector<Round> attempts;
  for (int attempt = 0; attempt < restarts; ++attempt) attempts.push_back(greedy_round(problem, random));
  Grouping best;
  std::int64_t most = -1;
  for (int combination = 0; combination < restarts; ++combination) {
    std::vector<Round> rounds;
    for (std::int64_t round = 0; round < problem.rounds; ++round)
      rounds.push_back(attempts[random.below(attempts.size())]);
    if (problem.rounds == 1) rounds = {attempts[static_cast<std::size_t>(combination)]};
    Grouping grouping = evaluate(problem, std::move(rounds));
    const std::int64_t distinct = balance_report(problem, grouping).distinct_meetings;
    const bool is_better = distinct > most || (distinct == most && grouping.cost.balance < best.cost.balance);
    if (!is_better) continue;
    most = distinct;
    best = std::move(grouping);
  }
  return best;
}

void bench_people(const Effort& effort) {
  std::printf("\nPeople, %d restarts of the greedy table method beside %d steps of ours (balance: less is better)\n",
              effort.restarts, static_cast<int>(effort.people_steps));
  std::printf("%-26s %-11s %7s %14s %14s %10s %10s %10s %9s\n", "file", "tables of", "rounds", "greedy balance",
              "our balance", "greedy met", "our met", "most", "our ms");
  for (const char* name : {"100i_4j_3k_3d_data.csv", "sf_f_40.csv"}) {
    for (const std::int64_t size : {6, 7, 8}) {
      for (const std::int64_t rounds : {1, 3}) {
        wire::GroupingWishes wishes;
        wishes.size = size;
        wishes.rounds = rounds;
        const wire::CheckedGrouping file = wire::read_people_csv(text_of(name), wishes);
        if (!file.file) std::exit(1);
        const GroupingProblem& problem = file.file->problem;
        const Grouping greedy = greedy_plan(problem, effort.restarts);
        const double begin = now_seconds();
        const Grouping ours = solve(problem, 1, effort.people_steps);
        const double milliseconds = (now_seconds() - begin) * 1'000;
        const BalanceReport report = balance_report(problem, ours);
        std::printf("%-26s %-11d %7d %14.3f %14.3f %10d %10d %10d %9.0f\n", name, static_cast<int>(size),
                    static_cast<int>(rounds), static_cast<double>(in_millionths(problem, greedy.cost.balance)) / 1e6,
                    static_cast<double>(in_millionths(problem, ours.cost.balance)) / 1e6,
                    static_cast<int>(balance_report(problem, greedy).distinct_meetings),
                    static_cast<int>(report.distinct_meetings), static_cast<int>(report.most_possible_meetings),
                    milliseconds);
      }
    }
  }
}

/// 150 people, 10 groups, 4 attributes as an IGF session has them.
GroupingProblem large_room() {
  Random random(5);
  GroupingProblem problem;
  problem.people.resize(150);
  problem.groups = even_groups(150, 10);
  for (const std::size_t kinds : {6U, 7U, 2U, 5U}) {
    GroupingAttribute attribute;
    for (int person = 0; person < 150; ++person) {
      // Squares make a few values frequent and some rare, as in a real room.
      const std::uint64_t drawn = random.below(kinds * kinds);
      std::int32_t value = 0;
      while (static_cast<std::uint64_t>((value + 1) * (value + 1)) <= drawn) ++value;
      attribute.value_of.push_back(value);
    }
    problem.diversify.push_back(std::move(attribute));
  }
  return problem;
}

void bench_room(int runs) {
  const GroupingProblem problem = large_room();
  std::printf("\n150 people, 10 groups, 4 attributes, native (median of %d)\n", runs);
  std::printf("%-12s %10s %14s\n", "steps", "ms", "balance");
  std::printf("%-12s %10s %14.3f\n", "by lot", "",
              static_cast<double>(in_millionths(problem, random_groups(problem, 1).cost.balance)) / 1e6);
  std::printf("%-12s %10s %14.3f\n", "dealt out", "",
              static_cast<double>(in_millionths(problem, snake_groups(problem, 1).cost.balance)) / 1e6);
  for (const std::uint64_t steps : {0U, 500U, 2'000U, 8'000U}) {
    std::vector<double> times;
    std::int64_t balance = 0;
    for (int run = 0; run < runs; ++run) {
      const double begin = now_seconds();
      balance = solve(problem, 1, steps).cost.balance;
      times.push_back((now_seconds() - begin) * 1'000);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-12d %10.1f %14.3f\n", static_cast<int>(steps), times[times.size() / 2],
                static_cast<double>(in_millionths(problem, balance)) / 1e6);
  }
}

}  // namespace

int run(int count, char** words) {
  Effort effort;
  int runs = 5;
  for (int index = 1; index < count; ++index) {
    const std::string_view word = words[index];
    const char* next = index + 1 < count ? words[index + 1] : "";
    if (word == "--quick") {
      effort = {0.05, 1, 10, 200};
      runs = 1;
    } else if (word == "--seconds") {
      effort.seconds = std::atof(next);
    } else if (word == "--seeds") {
      effort.seeds = static_cast<std::uint64_t>(std::atoi(next));
    } else if (word == "--write") {
      std::string text;
      wire::Writer(text).write(large_room());
      std::ofstream(next) << text;
      return 0;
    }
  }
  bench_instances(effort);
  bench_people(effort);
  bench_room(runs);
  return 0;
}

}  // namespace roundtable::test

int main(int count, char** words) {
  return roundtable::test::run(count, words);
}
