#include "core/grouping.hpp"

#include <algorithm>
#include <map>

#include "core/grouping_terms.hpp"

namespace roundtable::core {

namespace {

std::size_t at(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

/// To the nearest whole number, halves away from zero.
std::int64_t divided(std::int64_t value, std::int64_t by) {
  return value >= 0 ? (value + by / 2) / by : -((-value + by / 2) / by);
}

/// Groups of a plan as lists of people, and the costs of single groups and people in it.
class Plan {
 public:
  Plan(const GroupingTerms& terms, std::vector<Round> rounds) : terms_(terms), rounds_(std::move(rounds)) {
    rounds_.resize(terms.rounds());
    for (Round& round : rounds_) {
      round.resize(terms.people(), nobody);
      std::vector<std::vector<std::int32_t>> members(terms.groups());
      for (std::size_t person = 0; person < round.size(); ++person) {
        if (!terms.is_group(round[person])) round[person] = nobody;
        if (round[person] != nobody) members[at(round[person])].push_back(static_cast<std::int32_t>(person));
      }
      members_.push_back(std::move(members));
    }
  }

  const std::vector<Round>& rounds() const { return rounds_; }
  std::vector<Round> take_rounds() { return std::move(rounds_); }
  const std::vector<std::int32_t>& members(std::size_t round, std::int32_t group) const {
    return members_[round][at(group)];
  }
  std::int32_t group_of(std::size_t round, std::int32_t person) const { return rounds_[round][at(person)]; }

  void move(std::size_t round, std::int32_t person, std::int32_t group) {
    std::int32_t& now = rounds_[round][at(person)];
    if (now != nobody) {
      std::vector<std::int32_t>& old = members_[round][at(now)];
      old.erase(std::find(old.begin(), old.end(), person));
    }
    now = group;
    if (group == nobody) return;
    std::vector<std::int32_t>& list = members_[round][at(group)];
    list.insert(std::lower_bound(list.begin(), list.end(), person), person);
  }

  /// Balance, clusters and distances of one group.
  GroupingCost group_cost(std::size_t round, std::int32_t group) const {
    const std::vector<std::int32_t>& people = members(round, group);
    const auto size = static_cast<std::int64_t>(people.size());
    const auto all = static_cast<std::int64_t>(terms_.people());
    GroupingCost cost;
    for (const RankedAttribute& each : terms_.diversify()) {
      const std::vector<std::int64_t> here = heads(each, people);
      for (std::size_t rank = 0; rank < here.size(); ++rank) {
        const std::int64_t off = all * here[rank] - size * each.heads[rank];
        cost.balance += each.weight * off * off;
      }
    }
    for (const RankedAttribute& each : terms_.cluster()) {
      std::int64_t stated = 0;
      std::int64_t alike = 0;
      for (const std::int64_t count : heads(each, people)) {
        stated += count;
        alike += count * count;
      }
      cost.clusters += each.weight * terms_.unit() * (stated * stated - alike) / 2;
    }
    if (!terms_.problem().distances.empty()) {
      for (std::size_t one = 0; one < people.size(); ++one) {
        for (std::size_t other = one + 1; other < people.size(); ++other) {
          cost.distances += terms_.pair_cost(at(people[one]), at(people[other])).distances;
        }
      }
    }
    return cost;
  }

  /// The pair's meetings in the planned rounds, without one of them.
  std::int64_t meetings(std::int32_t one, std::int32_t other, std::size_t without) const {
    std::int64_t times = 0;
    for (std::size_t round = 0; round < rounds_.size(); ++round) {
      const std::int32_t group = group_of(round, one);
      if (round != without && group != nobody && group == group_of(round, other)) ++times;
    }
    return times;
  }

  /// What the meetings of one person with a group add to those of all other rounds.
  std::int64_t meeting_cost(std::size_t round, std::int32_t person, std::int32_t group) const {
    std::int64_t times = 0;
    for (const std::int32_t mate : members(round, group)) {
      if (mate == person) continue;
      times += meetings(person, mate, round) + terms_.earlier_meetings(at(person), at(mate));
    }
    return times * terms_.meeting_cost();
  }

  std::int64_t choice_cost(std::size_t round, std::int32_t person) const {
    const std::int32_t group = group_of(round, person);
    if (group == nobody) return 0;
    std::int64_t cost = terms_.choice_cost(at(person), at(group));
    if (terms_.topic(at(group)) == nobody) return cost;
    for (std::size_t other = 0; other < rounds_.size(); ++other) {
      const std::int32_t its = group_of(other, person);
      if (other == round || its == nobody || terms_.topic(at(its)) != terms_.topic(at(group))) continue;
      cost += terms_.topic_again_cost(at(person));
    }
    return cost;
  }

  std::int64_t move_cost(std::size_t round, std::int32_t person) const {
    const std::int32_t group = group_of(round, person);
    return group == nobody ? 0 : terms_.move_cost(round, at(person), group);
  }

 private:
  static std::vector<std::int64_t> heads(const RankedAttribute& attribute, const std::vector<std::int32_t>& people) {
    std::vector<std::int64_t> here(attribute.heads.size(), 0);
    for (const std::int32_t person : people) {
      if (const std::int32_t rank = attribute.rank_of[at(person)]; rank != nobody) ++here[at(rank)];
    }
    return here;
  }

  const GroupingTerms& terms_;
  std::vector<Round> rounds_;
  std::vector<std::vector<std::vector<std::int32_t>>> members_;
};

void add(GroupingCost& sum, const GroupingCost& part, std::int64_t times) {
  sum.balance += times * part.balance;
  sum.clusters += times * part.clusters;
  sum.meetings += times * part.meetings;
  sum.choices += times * part.choices;
  sum.moves += times * part.moves;
  sum.distances += times * part.distances;
}

GroupingCost whole_cost(const GroupingTerms& terms, const Plan& plan) {
  GroupingCost cost;
  std::int64_t twice_again = 0;
  for (std::size_t round = 0; round < terms.rounds(); ++round) {
    for (std::size_t group = 0; group < terms.groups(); ++group) {
      add(cost, plan.group_cost(round, static_cast<std::int32_t>(group)), 1);
    }
    for (std::size_t index = 0; index < terms.people(); ++index) {
      const auto person = static_cast<std::int32_t>(index);
      const std::int32_t group = plan.group_of(round, person);
      if (group == nobody) continue;
      const std::int64_t place = terms.choice_cost(index, at(group));
      cost.choices += place;
      twice_again += plan.choice_cost(round, person) - place;
      cost.moves += plan.move_cost(round, person);
    }
  }
  cost.choices += twice_again / 2;
  for (std::size_t one = 0; one < terms.people(); ++one) {
    for (std::size_t other = one + 1; other < terms.people(); ++other) {
      const std::int64_t planned =
          plan.meetings(static_cast<std::int32_t>(one), static_cast<std::int32_t>(other), terms.rounds());
      if (planned == 0) continue;
      const std::int64_t earlier = terms.earlier_meetings(one, other);
      const std::int64_t times = planned + earlier;
      cost.meetings += terms.meeting_cost() * (times * (times - 1) - earlier * (earlier - 1)) / 2;
    }
  }
  return cost;
}

class BrokenRules {
 public:
  BrokenRules(const GroupingTerms& terms, const Plan& plan) : terms_(terms), plan_(plan) {}

  std::vector<BrokenRule> all() {
    for (std::size_t round = 0; round < terms_.rounds(); ++round) {
      round_ = round;
      look_at_people();
      look_at_pairs();
      for (std::size_t group = 0; group < terms_.groups(); ++group) look_at_group(static_cast<std::int32_t>(group));
    }
    return std::move(broken_);
  }

 private:
  void note(GroupRule rule, std::int32_t group, std::int32_t person = nobody, std::int32_t other = nobody) {
    broken_.push_back(BrokenRule{rule, static_cast<std::int32_t>(round_), group, person, other});
  }

  void look_at_people() {
    for (std::size_t index = 0; index < terms_.people(); ++index) {
      const auto person = static_cast<std::int32_t>(index);
      const std::int32_t group = plan_.group_of(round_, person);
      const std::int32_t fixed = terms_.fixed_group(index);
      if (group == nobody) {
        note(GroupRule::placed, nobody, person);
      } else if (fixed != nobody && fixed != group) {
        note(GroupRule::fixed_group, group, person);
      }
    }
  }

  void look_at_pairs() {
    for (const PersonPair& pair : terms_.together()) {
      const std::int32_t one = plan_.group_of(round_, pair.one);
      const std::int32_t other = plan_.group_of(round_, pair.other);
      if (one != nobody && other != nobody && one != other) note(GroupRule::together, nobody, pair.one, pair.other);
    }
    for (const PersonPair& pair : terms_.apart()) {
      const std::int32_t group = plan_.group_of(round_, pair.one);
      if (group != nobody && group == plan_.group_of(round_, pair.other)) {
        note(GroupRule::apart, group, pair.one, pair.other);
      }
    }
  }

  void look_at_group(std::int32_t group) {
    const GroupingProblem& problem = terms_.problem();
    const GroupBounds& bounds = problem.groups[at(group)];
    const std::vector<std::int32_t>& people = plan_.members(round_, group);
    const auto size = static_cast<std::int64_t>(people.size());
    if (size < bounds.min_size) note(GroupRule::min_size, group);
    if (size > bounds.max_size) note(GroupRule::max_size, group);
    std::int64_t facilitators = 0;
    std::int64_t reporters = 0;
    std::int64_t able = 0;
    std::int32_t onsite = nobody;
    std::int32_t online = nobody;
    for (const std::int32_t person : people) {
      const GroupedPerson& who = problem.people[at(person)];
      const bool facilitates = problem.needs_facilitator && who.can_facilitate;
      const bool reports = problem.needs_reporter && who.can_report;
      facilitators += facilitates ? 1 : 0;
      reporters += reports ? 1 : 0;
      able += facilitates || reports ? 1 : 0;
      if (who.seat == Seat::onsite) onsite = person;
      if (who.seat == Seat::online) online = person;
    }
    if (!problem.may_mix && onsite != nobody && online != nobody) note(GroupRule::seats, group, onsite, online);
    std::int64_t open = open_roles(problem.needs_facilitator, problem.needs_reporter, facilitators, reporters, able);
    if (open > 0 && problem.needs_facilitator && facilitators == 0) {
      note(GroupRule::facilitator, group);
      --open;
    }
    if (open > 0) note(problem.needs_reporter ? GroupRule::reporter : GroupRule::facilitator, group);
  }

  const GroupingTerms& terms_;
  const Plan& plan_;
  std::size_t round_ = 0;
  std::vector<BrokenRule> broken_;
};

struct Step {
  std::int32_t person = nobody;
  std::int32_t group = nobody;
};

/// Cost of the groups and people that the steps touch: all else stays as it is.
GroupingCost cost_around(const Plan& plan, std::size_t round, const std::vector<std::int32_t>& groups,
                         const std::vector<Step>& steps) {
  GroupingCost cost;
  for (const std::int32_t group : groups) add(cost, plan.group_cost(round, group), 1);
  for (const Step& step : steps) {
    cost.choices += plan.choice_cost(round, step.person);
    cost.moves += plan.move_cost(round, step.person);
    const std::int32_t group = plan.group_of(round, step.person);
    if (group != nobody) cost.meetings += plan.meeting_cost(round, step.person, group);
  }
  return cost;
}

std::vector<BrokenRule> without(const std::vector<BrokenRule>& all, const std::vector<BrokenRule>& these) {
  std::vector<BrokenRule> left;
  for (const BrokenRule& each : all) {
    if (std::find(these.begin(), these.end(), each) == these.end()) left.push_back(each);
  }
  return left;
}

CostChange change_by(const GroupingProblem& problem, const Grouping& grouping, std::int32_t round,
                     const std::vector<Step>& steps) {
  const GroupingTerms terms(problem);
  CostChange change;
  if (round < 0 || at(round) >= terms.rounds()) return change;
  for (const Step& step : steps) {
    if (!terms.is_person(step.person) || (step.group != nobody && !terms.is_group(step.group))) return change;
  }
  Plan plan(terms, grouping.rounds);
  std::vector<std::int32_t> groups;
  for (const Step& step : steps) {
    for (const std::int32_t group : {plan.group_of(at(round), step.person), step.group}) {
      if (group != nobody && std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
    }
  }
  const std::vector<BrokenRule> broken_before = BrokenRules(terms, plan).all();
  add(change.cost, cost_around(plan, at(round), groups, steps), -1);
  for (const Step& step : steps) plan.move(at(round), step.person, step.group);
  add(change.cost, cost_around(plan, at(round), groups, steps), 1);
  const std::vector<BrokenRule> broken_after = BrokenRules(terms, plan).all();
  change.newly_broken = without(broken_after, broken_before);
  change.mended = without(broken_before, broken_after);
  return change;
}

}  // namespace

std::int64_t cost_unit(const GroupingProblem& problem) {
  const auto people = static_cast<std::int64_t>(problem.people.size());
  return std::max<std::int64_t>(people * people, 1);
}

std::int64_t in_millionths(const GroupingProblem& problem, std::int64_t cost) {
  const std::int64_t unit = cost_unit(problem);
  return cost / unit * 1'000'000 + divided(cost % unit * 1'000'000, unit);
}

std::vector<GroupBounds> even_groups(std::size_t people, std::size_t count) {
  std::vector<GroupBounds> groups(count);
  for (std::size_t group = 0; group < count; ++group) {
    groups[group].min_size = static_cast<std::int32_t>(people / count);
    groups[group].max_size = static_cast<std::int32_t>((people + count - 1) / count);
  }
  return groups;
}

std::vector<GroupBounds> groups_of_at_most(std::size_t people, std::size_t size) {
  if (size == 0) return {};
  return even_groups(people, std::max<std::size_t>((people + size - 1) / size, 1));
}

Grouping evaluate(const GroupingProblem& problem, std::vector<Round> rounds) {
  const GroupingTerms terms(problem);
  Plan plan(terms, std::move(rounds));
  Grouping grouping;
  grouping.cost = whole_cost(terms, plan);
  grouping.broken = BrokenRules(terms, plan).all();
  grouping.rounds = plan.take_rounds();
  return grouping;
}

CostChange cost_of_move(const GroupingProblem& problem, const Grouping& grouping, std::int32_t round,
                        std::int32_t person, std::int32_t to_group) {
  return change_by(problem, grouping, round, {Step{person, to_group}});
}

CostChange cost_of_swap(const GroupingProblem& problem, const Grouping& grouping, std::int32_t round, std::int32_t one,
                        std::int32_t other) {
  const auto group_of = [&](std::int32_t person) {
    if (round < 0 || at(round) >= grouping.rounds.size() || person < 0) return nobody;
    const Round& here = grouping.rounds[at(round)];
    return at(person) < here.size() ? here[at(person)] : nobody;
  };
  return change_by(problem, grouping, round, {Step{one, group_of(other)}, Step{other, group_of(one)}});
}

std::vector<std::int32_t> place_late(const GroupingProblem& problem, const Grouping& grouping, std::int32_t person) {
  const GroupingTerms terms(problem);
  std::vector<std::int32_t> placed(terms.rounds(), nobody);
  if (!terms.is_person(person) || terms.groups() == 0) return placed;
  Grouping so_far = grouping;
  so_far.rounds.resize(terms.rounds());
  for (Round& round : so_far.rounds) round.resize(terms.people(), nobody);
  for (Round& round : so_far.rounds) round[at(person)] = nobody;
  for (std::size_t round = 0; round < placed.size(); ++round) {
    std::vector<std::int64_t> best;
    if (const std::int32_t fixed = terms.fixed_group(at(person)); fixed != nobody) {
      placed[round] = so_far.rounds[round][at(person)] = fixed;
      continue;
    }
    for (std::size_t index = 0; index < terms.groups(); ++index) {
      const auto group = static_cast<std::int32_t>(index);
      const CostChange change = cost_of_move(problem, so_far, static_cast<std::int32_t>(round), person, group);
      const Round& here = so_far.rounds[round];
      const auto size = static_cast<std::int64_t>(std::count(here.begin(), here.end(), group));
      const bool is_full = size >= problem.groups[index].max_size;
      const auto broken =
          static_cast<std::int64_t>(change.newly_broken.size()) - static_cast<std::int64_t>(change.mended.size());
      const std::vector<std::int64_t> rank{is_full ? 1 : 0, broken, change.cost.total(), size};
      if (!best.empty() && rank >= best) continue;
      best = rank;
      placed[round] = group;
    }
    so_far.rounds[round][at(person)] = placed[round];
  }
  return placed;
}

}  // namespace roundtable::core
