// Tabu search in phases. Each phase takes one round of the plan, disturbs it by a few rings and swaps, then always
// makes the best exchange that is not forbidden; when nothing better was seen for a while, the next phase begins from
// the best plan so far, or from what a phase ended with. Only pairs of groups that changed are looked through again.
#include <algorithm>

#include "core/grouping_exchange.hpp"

namespace roundtable::core {

namespace {

std::size_t at(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

/// For every pair of groups of one round its best exchange, kept until one of the two changes.
class ExchangeTable {
 public:
  explicit ExchangeTable(std::size_t groups) : groups_(groups), best_(groups * groups), is_stale_(groups * groups, 1) {}

  struct Found {
    std::int32_t first = nobody;
    std::int32_t second = nobody;
    const Exchange* exchange = nullptr;
  };

  void forget_all() { std::fill(is_stale_.begin(), is_stale_.end(), 1); }
  void forget(std::int32_t group) {
    for (std::size_t other = 0; other < groups_; ++other) {
      is_stale_[at(group) * groups_ + other] = 1;
      is_stale_[other * groups_ + at(group)] = 1;
    }
  }

  Found best(const Seating& seating, std::size_t round, const Forbidden& forbidden) {
    Found found;
    std::int64_t least = no_change_found;
    for (std::size_t first = 0; first < groups_; ++first) {
      for (std::size_t second = first + 1; second < groups_; ++second) {
        const std::size_t index = first * groups_ + second;
        Exchange& exchange = best_[index];
        const auto one = static_cast<std::int32_t>(first);
        const auto other = static_cast<std::int32_t>(second);
        if (is_stale_[index] != 0 || exchange.good_until <= forbidden.now) {
          find_best_exchange(seating, round, one, other, forbidden, exchange);
          is_stale_[index] = 0;
        }
        if (exchange.change >= least) continue;
        least = exchange.change;
        found = Found{one, other, &exchange};
      }
    }
    return found;
  }

 private:
  std::size_t groups_;
  std::vector<Exchange> best_;
  std::vector<char> is_stale_;
};

/// Exchanges in every round until none lowers the cost in any.
void descend(Seating& seating, ExchangeTable& table, Forbidden& forbidden) {
  const GroupingFrame& frame = seating.frame();
  forbidden.start(frame.units.size(), frame.groups);
  std::size_t quiet_rounds = 0;
  for (std::size_t round = 0; quiet_rounds < frame.rounds; round = (round + 1) % frame.rounds) {
    table.forget_all();
    ++quiet_rounds;
    for (;;) {
      const ExchangeTable::Found found = table.best(seating, round, forbidden);
      if (found.exchange == nullptr || found.exchange->change >= 0) break;
      make(seating, round, found.first, found.second, *found.exchange);
      table.forget(found.first);
      table.forget(found.second);
      quiet_rounds = 1;
    }
  }
}

struct Plan {
  std::vector<Round> groups_of_units;
  std::int64_t cost = no_change_found;
};

Plan plan_of(const Seating& seating) {
  return Plan{seating.groups_of_units(), seating.cost()};
}

}  // namespace

struct GroupingSearch::Parts {
  Parts(const GroupingProblem& given, std::uint64_t seed)
      : problem(given), frame(frame_of(problem)), seating(frame), draws(seed), table(frame.groups) {
    seat_everyone(seating, draws);
    best = home = phase_best = plan_of(seating);
    forbidden.start(frame.units.size(), frame.groups);
    const std::size_t units = frame.units.size();
    patience = frame.rounds > 1 ? 2 * units : 8 * units;
  }

  bool has_choice() const { return frame.groups > 1 && frame.units.size() > 1; }

  void step() {
    ++steps;
    if (!has_choice()) return;
    if (is_first_phases() ? since_better > 0 : since_better > patience) next_phase();
    ++forbidden.now;
    forbidden.allowed_below = best.cost - seating.cost();
    ++since_better;
    const ExchangeTable::Found found = table.best(seating, round, forbidden);
    if (found.exchange == nullptr) return;
    if (is_first_phases() && found.exchange->change >= 0) return;
    for (const std::int32_t unit : found.exchange->there) forbid(unit, found.first);
    for (const std::int32_t unit : found.exchange->back) forbid(unit, found.second);
    make(seating, round, found.first, found.second, *found.exchange);
    table.forget(found.first);
    table.forget(found.second);
    if (seating.cost() < phase_best.cost) {
      phase_best.cost = seating.cost();
      phase_best.groups_of_units[round] = seating.round(round).group_of;
      since_better = 0;
      if (phase_best.cost < best.cost) best = phase_best;
    }
  }

  void forbid(std::int32_t unit, std::int32_t group) {
    forbidden.until[at(unit) * frame.groups + at(group)] = forbidden.now + tenure + draws.below(tenure) + 1;
  }

  /// At first every round is only improved, twice: later rounds change what meetings cost in earlier ones.
  bool is_first_phases() const { return phase < 2 * frame.rounds - 1; }

  void next_phase() {
    if (phase_best.cost <= home.cost) home = phase_best;
    ++phase;
    round = phase % frame.rounds;
    if (draws.below(8) == 0) home = best;
    seating.restore(home.groups_of_units);
    if (phase > 2 * frame.rounds) disturb();
    forbidden.start(frame.units.size(), frame.groups);
    table.forget_all();
    phase_best = Plan{home.groups_of_units, seating.cost()};
    phase_best.groups_of_units[round] = seating.round(round).group_of;
    since_better = 0;
    tenure = draw_tenure();
  }

  /// Short ones search deep, long ones far; which is better differs between problems, so each phase draws.
  std::size_t draw_tenure() {
    const std::size_t longest = std::clamp<std::size_t>(frame.units.size() / 12, 1, 7);
    const std::size_t shortest = (longest + 1) / 2;
    return shortest + draws.below(longest - shortest + 1);
  }

  void disturb() {
    const std::size_t units = frame.units.size();
    const std::size_t strength = std::max<std::size_t>(2, units * (10 + draws.below(20)) / 100);
    for (std::size_t count = 0; count < strength; ++count) {
      const std::int32_t one = any_unit();
      const std::int32_t other = any_unit();
      const std::int32_t third = draws.below(4) == 0 ? any_unit() : other;
      turn(one, other, third);
    }
  }
  std::int32_t any_unit() { return static_cast<std::int32_t>(draws.below(frame.units.size())); }

  /// Each takes the place of the next; two of them swap. Only people who may sit there, and units of one size.
  void turn(std::int32_t one, std::int32_t other, std::int32_t third) {
    const std::vector<std::int32_t>& group_of = seating.round(round).group_of;
    const std::int32_t first = group_of[at(one)];
    const std::int32_t second = group_of[at(other)];
    const std::int32_t last = group_of[at(third)];
    if (first == second || last == first || (third != other && last == second)) return;
    if (!may_sit(one, second) || !may_sit(third, first)) return;
    const std::int64_t size = frame.units[at(one)].size;
    if (frame.units[at(other)].size != size || frame.units[at(third)].size != size) return;
    if (third != other) {
      if (!may_sit(other, last)) return;
      seating.move(round, other, last);
    }
    seating.move(round, one, second);
    seating.move(round, third, first);
  }
  bool may_sit(std::int32_t unit, std::int32_t group) const {
    return frame.places[round][at(group) * frame.units.size() + at(unit)] < frame.broken_price;
  }

  GroupingProblem problem;
  GroupingFrame frame;
  Seating seating;
  Draws draws;
  ExchangeTable table;
  Forbidden forbidden;
  Plan best;
  Plan home;        // where phases begin
  Plan phase_best;  // of the phase that runs
  std::size_t tenure = 1;
  std::size_t patience = 1;
  std::uint64_t steps = 0;
  std::size_t phase = 0;
  std::size_t round = 0;
  std::uint64_t since_better = 0;
};

GroupingSearch::GroupingSearch(const GroupingProblem& problem, std::uint64_t seed)
    : parts_(std::make_unique<Parts>(problem, seed)) {}
GroupingSearch::~GroupingSearch() = default;
GroupingSearch::GroupingSearch(GroupingSearch&&) noexcept = default;
GroupingSearch& GroupingSearch::operator=(GroupingSearch&&) noexcept = default;

void GroupingSearch::run(std::uint64_t steps) {
  for (std::uint64_t count = 0; count < steps; ++count) parts_->step();
}
std::uint64_t GroupingSearch::steps() const {
  return parts_->steps;
}

Grouping GroupingSearch::best() const {
  const GroupingFrame& frame = parts_->frame;
  std::vector<Round> rounds(frame.rounds, Round(parts_->problem.people.size(), nobody));
  if (frame.groups > 0) {
    Seating seating = parts_->seating;
    seating.restore(parts_->best.groups_of_units);
    ExchangeTable table(frame.groups);
    Forbidden forbidden;
    if (parts_->has_choice()) descend(seating, table, forbidden);
    for (std::size_t round = 0; round < frame.rounds; ++round) {
      for (std::size_t person = 0; person < rounds[round].size(); ++person) {
        rounds[round][person] = seating.round(round).group_of[at(frame.unit_of[person])];
      }
    }
  }
  return evaluate(parts_->problem, std::move(rounds));
}

Grouping solve(const GroupingProblem& problem, std::uint64_t seed, std::uint64_t steps) {
  GroupingSearch search(problem, seed);
  search.run(steps);
  return search.best();
}

}  // namespace roundtable::core
