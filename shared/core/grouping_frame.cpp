#include "core/grouping_frame.hpp"

#include <algorithm>

namespace roundtable::core {

namespace {

/// Ties that can be kept are kept from the start; one that would need a group beyond all bounds, two hosts at two
/// tables or a pair that stays apart is left untied, and later named as broken.
class Ties {
 public:
  explicit Ties(const GroupingTerms& terms) : terms_(terms) {
    for (std::size_t person = 0; person < terms.people(); ++person) {
      members_.push_back({static_cast<std::int32_t>(person)});
      unit_of_.push_back(person);
    }
    for (const GroupBounds& bounds : terms.problem().groups) {
      largest_ = std::max<std::size_t>(largest_, static_cast<std::size_t>(std::max(bounds.max_size, 0)));
    }
    for (const PersonPair& pair : terms.together()) {
      tie(unit_of_[static_cast<std::size_t>(pair.one)], unit_of_[static_cast<std::size_t>(pair.other)]);
    }
  }

  std::vector<std::vector<std::int32_t>> units() const {
    std::vector<std::vector<std::int32_t>> units;
    for (const auto& each : members_) {
      if (!each.empty()) units.push_back(each);
    }
    return units;
  }

 private:
  void tie(std::size_t one, std::size_t other) {
    if (one == other || !can_be_tied(one, other)) return;
    for (const std::int32_t person : members_[other]) {
      members_[one].push_back(person);
      unit_of_[static_cast<std::size_t>(person)] = one;
    }
    members_[other].clear();
    std::stable_sort(members_[one].begin(), members_[one].end());
  }

  bool can_be_tied(std::size_t one, std::size_t other) const {
    if (members_[one].size() + members_[other].size() > largest_) return false;
    for (const PersonPair& pair : terms_.apart()) {
      const std::size_t here = unit_of_[static_cast<std::size_t>(pair.one)];
      const std::size_t there = unit_of_[static_cast<std::size_t>(pair.other)];
      if ((here == one && there == other) || (here == other && there == one)) return false;
    }
    for (const std::int32_t here : members_[one]) {
      for (const std::int32_t there : members_[other]) {
        if (!agree(static_cast<std::size_t>(here), static_cast<std::size_t>(there))) return false;
      }
    }
    return true;
  }

  bool agree(std::size_t one, std::size_t other) const {
    const std::int32_t here = terms_.fixed_group(one);
    const std::int32_t there = terms_.fixed_group(other);
    if (here != nobody && there != nobody && here != there) return false;
    const Seat seat = terms_.problem().people[one].seat;
    const Seat its_seat = terms_.problem().people[other].seat;
    return terms_.problem().may_mix || seat == Seat::either || its_seat == Seat::either || seat == its_seat;
  }

  const GroupingTerms& terms_;
  std::vector<std::vector<std::int32_t>> members_;
  std::vector<std::size_t> unit_of_;
  std::size_t largest_ = 1;
};

SeatedUnit unit_of_people(const GroupingTerms& terms, std::vector<std::int32_t> people) {
  SeatedUnit unit;
  for (const std::int32_t each : people) {
    const auto person = static_cast<std::size_t>(each);
    const GroupedPerson& who = terms.problem().people[person];
    ++unit.size;
    const bool facilitates = terms.problem().needs_facilitator && who.can_facilitate;
    const bool reports = terms.problem().needs_reporter && who.can_report;
    unit.facilitators += facilitates ? 1 : 0;
    unit.reporters += reports ? 1 : 0;
    unit.able += facilitates || reports ? 1 : 0;
    unit.topic_again += terms.topic_again_cost(person);
    if (unit.fixed_group == nobody) unit.fixed_group = terms.fixed_group(person);
  }
  unit.people = std::move(people);
  return unit;
}

void fill_pairs(const GroupingTerms& terms, GroupingFrame& frame) {
  const std::size_t count = frame.units.size();
  frame.pairs.assign(count * count, 0);
  for (std::size_t one = 0; one < terms.people(); ++one) {
    for (std::size_t other = one + 1; other < terms.people(); ++other) {
      const auto here = static_cast<std::size_t>(frame.unit_of[one]);
      const auto there = static_cast<std::size_t>(frame.unit_of[other]);
      if (here == there) continue;
      const std::int64_t price =
          terms.pair_cost(one, other).total() + frame.meeting_price * terms.earlier_meetings(one, other);
      frame.pairs[here * count + there] += price;
      frame.pairs[there * count + here] += price;
    }
  }
}

void fill_places(const GroupingTerms& terms, GroupingFrame& frame) {
  const std::size_t count = frame.units.size();
  frame.places.assign(frame.rounds, std::vector<std::int64_t>(frame.groups * count, 0));
  frame.start.assign(frame.rounds, std::vector<std::int32_t>(count, nobody));
  for (std::size_t round = 0; round < frame.rounds; ++round) {
    for (std::size_t unit = 0; unit < count; ++unit) {
      for (const std::int32_t each : frame.units[unit].people) {
        const auto person = static_cast<std::size_t>(each);
        for (std::size_t group = 0; group < frame.groups; ++group) {
          frame.places[round][group * count + unit] +=
              terms.choice_cost(person, group) + terms.move_cost(round, person, static_cast<std::int32_t>(group));
        }
        if (frame.start[round][unit] == nobody) frame.start[round][unit] = terms.start_group(round, person);
      }
    }
  }
}

/// More than the prices of any one unit can add up to, several times over.
std::int64_t price_above_all(const GroupingFrame& frame) {
  const std::size_t count = frame.units.size();
  std::int64_t highest = 0;
  for (std::size_t unit = 0; unit < count; ++unit) {
    std::int64_t sum = 0;
    for (std::size_t other = 0; other < count; ++other) {
      const std::int64_t price = frame.pair(unit, other);
      sum += price < 0 ? -price : price;
      sum += frame.meeting_price * frame.units[unit].size * frame.units[other].size *
             static_cast<std::int64_t>(frame.rounds);
    }
    for (const auto& round : frame.places) {
      std::int64_t dearest = 0;
      for (std::size_t group = 0; group < frame.groups; ++group) {
        dearest = std::max(dearest, round[group * count + unit]);
      }
      sum += dearest;
    }
    sum += frame.units[unit].topic_again * static_cast<std::int64_t>(frame.rounds);
    highest = std::max(highest, sum);
  }
  return 4 * highest + 1;
}

void forbid_places(const GroupingTerms& terms, GroupingFrame& frame) {
  bool fits = true;
  const std::vector<Seat> seats = seats_of_groups(terms, fits);
  const std::size_t count = frame.units.size();
  for (std::size_t unit = 0; unit < count; ++unit) {
    const SeatedUnit& who = frame.units[unit];
    for (std::size_t group = 0; group < frame.groups; ++group) {
      std::int64_t broken =
          who.fixed_group != nobody && static_cast<std::size_t>(who.fixed_group) != group ? 4 * who.size : 0;
      for (const std::int32_t person : who.people) {
        const Seat seat = terms.problem().people[static_cast<std::size_t>(person)].seat;
        if (seat != Seat::either && seats[group] != Seat::either && seat != seats[group]) broken += 2;
      }
      for (auto& round : frame.places) round[group * count + unit] += broken * frame.broken_price;
    }
  }
}

/// Bounds that everybody fits into, even if the problem's own do not hold them.
std::vector<SizeBounds> sizes_for(const GroupingTerms& terms) {
  std::vector<SizeBounds> sizes;
  std::int64_t least = 0;
  std::int64_t most = 0;
  for (const GroupBounds& bounds : terms.problem().groups) {
    SizeBounds size;
    size.least = std::max(bounds.min_size, 0);
    size.most = std::max<std::int64_t>(bounds.max_size, size.least);
    sizes.push_back(size);
    least += size.least;
    most += size.most;
  }
  const auto all = static_cast<std::int64_t>(terms.people());
  while (least > all) {  // the largest give first
    const auto largest =
        std::max_element(sizes.begin(), sizes.end(),
                         [](const SizeBounds& one, const SizeBounds& other) { return one.least < other.least; });
    --largest->least;
    --least;
  }
  while (most < all && !sizes.empty()) {  // the smallest take first
    const auto smallest =
        std::min_element(sizes.begin(), sizes.end(),
                         [](const SizeBounds& one, const SizeBounds& other) { return one.most < other.most; });
    ++smallest->most;
    ++most;
  }
  return sizes;
}

/// As even as the bounds allow.
void plan_even_sizes(std::vector<SizeBounds>& sizes, std::int64_t people) {
  for (SizeBounds& size : sizes) {
    size.planned = size.least;
    people -= size.least;
  }
  for (; people > 0; --people) {
    SizeBounds* smallest = nullptr;
    for (SizeBounds& size : sizes) {
      if (size.planned < size.most && (smallest == nullptr || size.planned < smallest->planned)) smallest = &size;
    }
    if (smallest == nullptr) return;
    ++smallest->planned;
  }
}

/// Where every pair in a group is a gain, the sizes that have the most pairs.
void plan_most_pairs(std::vector<SizeBounds>& sizes, std::int64_t people) {
  const auto all = static_cast<std::size_t>(people);
  std::vector<std::vector<std::int64_t>> most(sizes.size() + 1, std::vector<std::int64_t>(all + 1, nobody));
  std::vector<std::vector<std::int64_t>> taken = most;
  most[0][0] = 0;
  for (std::size_t group = 0; group < sizes.size(); ++group) {
    for (std::size_t before = 0; before <= all; ++before) {
      if (most[group][before] < 0) continue;
      for (std::int64_t size = sizes[group].least; size <= sizes[group].most; ++size) {
        const std::size_t after = before + static_cast<std::size_t>(size);
        if (after > all) break;
        const std::int64_t pairs = most[group][before] + size * (size - 1) / 2;
        if (pairs <= most[group + 1][after]) continue;
        most[group + 1][after] = pairs;
        taken[group + 1][after] = size;
      }
    }
  }
  if (most[sizes.size()][all] < 0) return;
  std::size_t left = all;
  for (std::size_t group = sizes.size(); group > 0; --group) {
    sizes[group - 1].planned = taken[group][left];
    left -= static_cast<std::size_t>(taken[group][left]);
  }
}

}  // namespace

GroupingFrame frame_of(const GroupingProblem& problem) {
  const GroupingTerms terms(problem);
  GroupingFrame frame;
  frame.groups = terms.groups();
  frame.rounds = terms.rounds();
  frame.meeting_price = terms.meeting_cost();
  frame.needs_facilitator = problem.needs_facilitator;
  frame.needs_reporter = problem.needs_reporter;
  for (std::size_t group = 0; group < frame.groups; ++group) frame.topics.push_back(terms.topic(group));
  frame.unit_of.assign(terms.people(), 0);
  for (auto& people : Ties(terms).units()) {
    for (const std::int32_t person : people) {
      frame.unit_of[static_cast<std::size_t>(person)] = static_cast<std::int32_t>(frame.units.size());
    }
    frame.units.push_back(unit_of_people(terms, std::move(people)));
    const SeatedUnit& unit = frame.units.back();
    frame.has_ties = frame.has_ties || unit.size > 1;
    frame.has_roles = frame.has_roles || unit.able > 0;
    frame.has_topics_again = frame.has_topics_again || (unit.topic_again > 0 && frame.rounds > 1);
  }
  fill_pairs(terms, frame);
  fill_places(terms, frame);
  frame.broken_price = price_above_all(frame);
  forbid_places(terms, frame);
  for (const PersonPair& pair : terms.apart()) {
    const auto one = static_cast<std::size_t>(frame.unit_of[static_cast<std::size_t>(pair.one)]);
    const auto other = static_cast<std::size_t>(frame.unit_of[static_cast<std::size_t>(pair.other)]);
    if (one == other) continue;
    frame.pairs[one * frame.units.size() + other] += frame.broken_price;
    frame.pairs[other * frame.units.size() + one] += frame.broken_price;
  }
  frame.sizes = sizes_for(terms);
  plan_even_sizes(frame.sizes, static_cast<std::int64_t>(terms.people()));
  std::int64_t distances = 0;
  for (const std::int64_t distance : problem.distances) distances += distance;
  if (distances > 0) plan_most_pairs(frame.sizes, static_cast<std::int64_t>(terms.people()));
  return frame;
}

}  // namespace roundtable::core
