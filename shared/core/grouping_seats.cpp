// Which groups are onsite and which online, where they do not mix.
#include <algorithm>
#include <set>
#include <tuple>

#include "core/grouping_terms.hpp"

namespace roundtable::core {

namespace {

struct Kinds {
  std::vector<Seat> fixed;            // by whom a moderator has placed there
  std::vector<std::int64_t> leaning;  // onsite minus online people who sit there now
  std::int64_t onsite = 0;
  std::int64_t online = 0;
  std::int64_t either = 0;
};

Kinds kinds_of(const GroupingTerms& terms) {
  Kinds kinds;
  kinds.fixed.assign(terms.groups(), Seat::either);
  kinds.leaning.assign(terms.groups(), 0);
  for (std::size_t person = 0; person < terms.people(); ++person) {
    const Seat seat = terms.problem().people[person].seat;
    ++(seat == Seat::onsite ? kinds.onsite : seat == Seat::online ? kinds.online : kinds.either);
    if (seat == Seat::either) continue;
    if (const std::int32_t group = terms.fixed_group(person); group != nobody) {
      kinds.fixed[static_cast<std::size_t>(group)] = seat;
    }
    if (const std::int32_t group = terms.start_group(0, person); group != nobody) {
      kinds.leaning[static_cast<std::size_t>(group)] += seat == Seat::onsite ? 1 : -1;
    }
  }
  return kinds;
}

/// Chooses group by group, first as wished, and goes back where no room is left for either.
class Split {
 public:
  Split(const GroupingTerms& terms, const Kinds& kinds) : terms_(terms), kinds_(kinds), chosen_(terms.groups()) {
    least_after_.assign(terms.groups() + 1, 0);
    most_after_.assign(terms.groups() + 1, 0);
    for (std::size_t group = terms.groups(); group > 0; --group) {
      const GroupBounds& bounds = terms.problem().groups[group - 1];
      least_after_[group - 1] = least_after_[group] + bounds.min_size;
      most_after_[group - 1] = most_after_[group] + bounds.max_size;
    }
  }

  bool find(const std::vector<Seat>& wished) { return choose(0, Room{}, Room{}, wished); }
  const std::vector<Seat>& chosen() const { return chosen_; }

 private:
  struct Room {
    std::int64_t least = 0;
    std::int64_t most = 0;
  };

  /// Whether the people of either kind can still be housed when the groups from `next` on are free.
  bool can_work(std::size_t next, const Room& onsite, const Room& online) const {
    const std::int64_t most = most_after_[next];
    const bool has_room = onsite.most + most >= kinds_.onsite && online.most + most >= kinds_.online;
    const bool fills = onsite.least <= kinds_.onsite + kinds_.either && online.least <= kinds_.online + kinds_.either;
    return has_room && fills && onsite.least + online.least + least_after_[next] <= all() &&
           onsite.most + online.most + most >= all();
  }
  std::int64_t all() const { return kinds_.onsite + kinds_.online + kinds_.either; }

  bool choose(std::size_t next, const Room& onsite, const Room& online, const std::vector<Seat>& wished) {
    if (!can_work(next, onsite, online)) return false;
    if (next == terms_.groups()) return true;
    if (!tried_.emplace(next, onsite.least, onsite.most).second) return false;
    const GroupBounds& bounds = terms_.problem().groups[next];
    const Seat first = kinds_.fixed[next] != Seat::either ? kinds_.fixed[next] : wished[next];
    const Seat second = first == Seat::onsite ? Seat::online : Seat::onsite;
    for (const Seat seat : {first, second}) {
      if (seat == second && kinds_.fixed[next] != Seat::either) break;
      chosen_[next] = seat;
      Room more = seat == Seat::onsite ? onsite : online;
      more.least += bounds.min_size;
      more.most += bounds.max_size;
      if (choose(next + 1, seat == Seat::onsite ? more : onsite, seat == Seat::onsite ? online : more, wished)) {
        return true;
      }
    }
    return false;
  }

  const GroupingTerms& terms_;
  const Kinds& kinds_;
  std::vector<Seat> chosen_;
  std::vector<std::int64_t> least_after_;
  std::vector<std::int64_t> most_after_;
  std::set<std::tuple<std::size_t, std::int64_t, std::int64_t>> tried_;
};

/// Onsite groups in proportion to the people onsite; first where most of them sit already, then in order.
std::vector<Seat> wished_seats(const GroupingTerms& terms, const Kinds& kinds) {
  const std::int64_t all = std::max<std::int64_t>(kinds.onsite + kinds.online, 1);
  const auto groups = static_cast<std::int64_t>(terms.groups());
  std::int64_t onsite = (2 * groups * kinds.onsite + all) / (2 * all);
  if (kinds.onsite > 0) onsite = std::max<std::int64_t>(onsite, 1);
  if (kinds.online > 0) onsite = std::min(onsite, groups - 1);
  std::vector<std::size_t> order(terms.groups());
  for (std::size_t group = 0; group < order.size(); ++group) order[group] = group;
  const auto rank = [&](std::size_t group) {
    const Seat fixed = kinds.fixed[group];
    return std::tuple(fixed == Seat::onsite ? 0 : fixed == Seat::either ? 1 : 2, -kinds.leaning[group], group);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t one, std::size_t other) { return rank(one) < rank(other); });
  std::vector<Seat> wished(terms.groups(), Seat::online);
  for (std::size_t place = 0; place < order.size(); ++place) {
    if (static_cast<std::int64_t>(place) < onsite) wished[order[place]] = Seat::onsite;
  }
  return wished;
}

}  // namespace

std::vector<Seat> seats_of_groups(const GroupingTerms& terms, bool& fits) {
  fits = true;
  const Kinds kinds = kinds_of(terms);
  if (terms.problem().may_mix || kinds.onsite == 0 || kinds.online == 0) {
    return std::vector<Seat>(terms.groups(), Seat::either);
  }
  const std::vector<Seat> wished = wished_seats(terms, kinds);
  Split split(terms, kinds);
  fits = split.find(wished);
  return fits ? split.chosen() : wished;
}

}  // namespace roundtable::core
