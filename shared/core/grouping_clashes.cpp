#include "core/grouping_clashes.hpp"

#include <algorithm>
#include <map>

#include "core/grouping_terms.hpp"

namespace roundtable::core {

namespace {

std::size_t at(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

class ClashSearch {
 public:
  explicit ClashSearch(const GroupingProblem& problem) : problem_(problem), terms_(problem) {}

  std::vector<Clash> all() {
    look_for_what_is_not_there();
    look_at_sizes();
    look_at_ties();
    look_at_pairs_apart();
    look_at_fixed_people();
    look_at_seats();
    return std::move(clashes_);
  }

 private:
  Clash& note(ClashKind kind) {
    Clash clash;
    clash.kind = kind;
    clashes_.push_back(clash);
    return clashes_.back();
  }

  void look_for_what_is_not_there() {
    Clash missing;
    const auto person = [&](std::int32_t index) {
      if (!terms_.is_person(index)) missing.people.push_back(index);
    };
    const auto group = [&](std::int32_t index) {
      if (index != nobody && !terms_.is_group(index)) missing.groups.push_back(index);
    };
    for (const auto* pairs : {&problem_.together, &problem_.apart}) {
      for (const PersonPair& pair : *pairs) {
        person(pair.one);
        person(pair.other);
      }
    }
    for (const EarlierMeeting& each : problem_.met) {
      person(each.one);
      person(each.other);
    }
    for (const GroupedPerson& each : problem_.people) group(each.fixed_group);
    bool is_long = problem_.rounds < 1 || problem_.start.size() > terms_.rounds();
    for (const Round& round : problem_.start) {
      is_long = is_long || round.size() > terms_.people();
      for (const std::int32_t each : round) group(each);
    }
    for (const auto* attributes : {&problem_.diversify, &problem_.cluster}) {
      for (const GroupingAttribute& each : *attributes) is_long = is_long || each.value_of.size() > terms_.people();
    }
    const std::size_t all_pairs = terms_.people() * terms_.people();
    if (!problem_.distances.empty() && problem_.distances.size() != all_pairs) is_long = true;
    if (missing.people.empty() && missing.groups.empty() && !is_long) return;
    clashes_.push_back(std::move(missing));
  }

  void look_at_sizes() {
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::vector<std::int32_t> contradictory;
    for (std::size_t group = 0; group < terms_.groups(); ++group) {
      const GroupBounds& bounds = problem_.groups[group];
      if (bounds.min_size > bounds.max_size || bounds.max_size < 0)
        contradictory.push_back(static_cast<std::int32_t>(group));
      least += std::max(bounds.min_size, 0);
      most += std::max(bounds.max_size, 0);
      largest_ = std::max<std::int64_t>(largest_, bounds.max_size);
    }
    if (!contradictory.empty()) note(ClashKind::min_above_max).groups = contradictory;
    const auto people = static_cast<std::int64_t>(terms_.people());
    const auto groups = static_cast<std::int64_t>(terms_.groups());
    if (groups > people) {
      Clash& clash = note(ClashKind::more_groups_than_people);
      clash.needed = groups;
      clash.available = people;
    } else if (least > people) {
      Clash& clash = note(ClashKind::too_few_people);
      clash.needed = least;
      clash.available = people;
    }
    if (most < people) {
      Clash& clash = note(ClashKind::too_little_room);
      clash.needed = people;
      clash.available = most;
    }
  }

  /// Whom ties connect, as lists of people, and for each person which list.
  void look_at_ties() {
    neighbours_.assign(terms_.people(), {});
    for (const PersonPair& pair : terms_.together()) {
      neighbours_[at(pair.one)].push_back(pair.other);
      neighbours_[at(pair.other)].push_back(pair.one);
    }
    tied_with_.assign(terms_.people(), nobody);
    for (std::size_t person = 0; person < terms_.people(); ++person) {
      if (tied_with_[person] == nobody) look_at_tied(static_cast<std::int32_t>(person));
    }
  }

  void look_at_tied(std::int32_t first) {
    std::vector<std::int32_t> tied{first};
    tied_with_[at(first)] = first;
    for (std::size_t next = 0; next < tied.size(); ++next) {
      for (const std::int32_t person : neighbours_[at(tied[next])]) {
        if (tied_with_[at(person)] != nobody) continue;
        tied_with_[at(person)] = first;
        tied.push_back(person);
      }
    }
    if (tied.size() < 2) return;
    std::stable_sort(tied.begin(), tied.end());
    if (static_cast<std::int64_t>(tied.size()) > largest_ && terms_.groups() > 0) {
      Clash& clash = note(ClashKind::together_too_many);
      clash.people = tied;
      clash.needed = static_cast<std::int64_t>(tied.size());
      clash.available = largest_;
    }
    std::int32_t fixed = nobody;
    std::int32_t onsite = nobody;
    std::int32_t online = nobody;
    for (const std::int32_t person : tied) {
      const std::int32_t group = terms_.fixed_group(at(person));
      if (group != nobody && fixed == nobody) fixed = person;
      if (group != nobody && group != terms_.fixed_group(at(fixed))) {
        Clash& clash = note(ClashKind::together_elsewhere);
        clash.people = chain(fixed, person);
        clash.groups = {terms_.fixed_group(at(fixed)), group};
      }
      const Seat seat = problem_.people[at(person)].seat;
      if (seat == Seat::onsite && onsite == nobody) onsite = person;
      if (seat == Seat::online && online == nobody) online = person;
    }
    if (!problem_.may_mix && onsite != nobody && online != nobody) {
      note(ClashKind::seats_together).people = chain(onsite, online);
    }
  }

  /// The two ends first, then who ties them together, in their order.
  std::vector<std::int32_t> chain(std::int32_t from, std::int32_t into) const {
    std::vector<std::int32_t> came_from(terms_.people(), nobody);
    std::vector<std::int32_t> queue{into};
    came_from[at(into)] = into;
    for (std::size_t next = 0; next < queue.size() && came_from[at(from)] == nobody; ++next) {
      for (const std::int32_t person : neighbours_[at(queue[next])]) {
        if (came_from[at(person)] != nobody) continue;
        came_from[at(person)] = queue[next];
        queue.push_back(person);
      }
    }
    std::vector<std::int32_t> people{from, into};
    for (std::int32_t person = came_from[at(from)]; person != nobody && person != into;
         person = came_from[at(person)]) {
      people.push_back(person);
    }
    return people;
  }

  void look_at_pairs_apart() {
    for (const PersonPair& pair : terms_.apart()) {
      const std::int32_t group = terms_.fixed_group(at(pair.one));
      if (tied_with_[at(pair.one)] == tied_with_[at(pair.other)]) {
        note(ClashKind::together_and_apart).people = chain(pair.one, pair.other);
      } else if (group != nobody && group == terms_.fixed_group(at(pair.other))) {
        Clash& clash = note(ClashKind::apart_fixed_together);
        clash.people = {pair.one, pair.other};
        clash.groups = {group};
      }
    }
    look_for_a_crowd_apart();
  }

  /// People who are all apart from each other need a group each. Found greedily from each person: a crowd that it
  /// names is one, though a larger one may hide.
  void look_for_a_crowd_apart() {
    std::map<std::int32_t, std::vector<std::int32_t>> apart_from;
    for (const PersonPair& pair : terms_.apart()) {
      apart_from[pair.one].push_back(pair.other);
      apart_from[pair.other].push_back(pair.one);
    }
    std::vector<std::int32_t> largest;
    for (auto& [person, others] : apart_from) {
      std::stable_sort(others.begin(), others.end());
      others.erase(std::unique(others.begin(), others.end()), others.end());
    }
    for (const auto& [person, others] : apart_from) {
      std::vector<std::int32_t> crowd{person};
      for (const std::int32_t other : others) {
        const std::vector<std::int32_t>& its = apart_from[other];
        const bool is_apart_from_all = std::all_of(crowd.begin(), crowd.end(), [&](std::int32_t each) {
          return std::binary_search(its.begin(), its.end(), each);
        });
        if (is_apart_from_all) crowd.push_back(other);
      }
      if (crowd.size() > largest.size()) largest = crowd;
    }
    if (largest.size() <= terms_.groups()) return;
    std::stable_sort(largest.begin(), largest.end());
    Clash& clash = note(ClashKind::apart_too_many);
    clash.people = largest;
    clash.needed = static_cast<std::int64_t>(largest.size());
    clash.available = static_cast<std::int64_t>(terms_.groups());
  }

  void look_at_fixed_people() {
    std::vector<std::int64_t> fixed(terms_.groups(), 0);
    for (std::size_t person = 0; person < terms_.people(); ++person) {
      if (const std::int32_t group = terms_.fixed_group(person); group != nobody) ++fixed[at(group)];
    }
    for (std::size_t group = 0; group < fixed.size(); ++group) {
      if (fixed[group] <= problem_.groups[group].max_size) continue;
      Clash& clash = note(ClashKind::fixed_too_many);
      clash.groups = {static_cast<std::int32_t>(group)};
      clash.needed = fixed[group];
      clash.available = problem_.groups[group].max_size;
    }
  }

  void look_at_seats() {
    if (problem_.may_mix) return;
    std::vector<std::int32_t> onsite(terms_.groups(), nobody);
    std::vector<std::int32_t> online(terms_.groups(), nobody);
    bool is_named = false;
    for (std::size_t person = 0; person < terms_.people(); ++person) {
      const std::int32_t group = terms_.fixed_group(person);
      const Seat seat = problem_.people[person].seat;
      if (group == nobody || seat == Seat::either) continue;
      (seat == Seat::onsite ? onsite : online)[at(group)] = static_cast<std::int32_t>(person);
    }
    for (std::size_t group = 0; group < terms_.groups(); ++group) {
      if (onsite[group] == nobody || online[group] == nobody) continue;
      Clash& clash = note(ClashKind::seats_fixed);
      clash.people = {onsite[group], online[group]};
      clash.groups = {static_cast<std::int32_t>(group)};
      is_named = true;
    }
    const bool has_sizes = std::none_of(clashes_.begin(), clashes_.end(), [](const Clash& clash) {
      return clash.kind == ClashKind::more_groups_than_people || clash.kind == ClashKind::too_few_people ||
             clash.kind == ClashKind::too_little_room || clash.kind == ClashKind::min_above_max;
    });
    bool fits = true;
    if (!is_named && has_sizes && terms_.groups() > 0) (void)seats_of_groups(terms_, fits);
    if (fits) return;
    Clash& clash = note(ClashKind::seats_do_not_fit);
    for (const GroupedPerson& each : problem_.people) {
      clash.needed += each.seat == Seat::onsite ? 1 : 0;
      clash.available += each.seat == Seat::online ? 1 : 0;
    }
  }

  const GroupingProblem& problem_;
  GroupingTerms terms_;
  std::vector<Clash> clashes_;
  std::int64_t largest_ = 0;
  std::vector<std::vector<std::int32_t>> neighbours_;
  std::vector<std::int32_t> tied_with_;  // the first of those tied to each other
};

}  // namespace

std::vector<Clash> clashes(const GroupingProblem& problem) {
  return ClashSearch(problem).all();
}

}  // namespace roundtable::core
