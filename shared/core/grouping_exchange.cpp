#include "core/grouping_exchange.hpp"

#include <algorithm>

namespace roundtable::core {

namespace {

std::size_t at(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

/// Two groups of one round side by side.
class PairOfGroups {
 public:
  PairOfGroups(const Seating& seating, std::size_t round, std::int32_t first, std::int32_t second,
               const Forbidden& forbidden, Exchange& best)
      : seating_(seating),
        frame_(seating.frame()),
        round_(seating.round(round)),
        first_(first),
        second_(second),
        forbidden_(forbidden),
        best_(best),
        here_(round_.members[at(first)]),
        there_(round_.members[at(second)]),
        first_sums_(round_.sums.data() + at(first) * frame_.units.size()),
        second_sums_(round_.sums.data() + at(second) * frame_.units.size()),
        leaving_(best.leaving) {}

  template <bool has_ties, bool has_roles>
  void search() {
    best_.change = no_change_found;
    best_.good_until = std::numeric_limits<std::uint64_t>::max();
    list_those_there();
    const bool has_room_there = size_change(first_, -1) + size_change(second_, 1) <= 0;
    const bool has_room_here = size_change(second_, -1) + size_change(first_, 1) <= 0;
    for (const std::int32_t one : here_) {
      if (has_room_there || has_ties) try_alone(one, true, second_sums_[at(one)] - first_sums_[at(one)]);
      try_swaps<has_ties, has_roles>(one);
    }
    if (has_room_here || has_ties) {
      for (std::size_t place = 0; place < there_.size(); ++place)
        try_alone(there_[place], false, leaving_[place].price);
    }
    write_down();
    if constexpr (has_ties) {
      for (const std::int32_t one : here_) try_tied(one, true);
      for (const std::int32_t other : there_) try_tied(other, false);
    }
  }

 private:
  void list_those_there() {
    leaving_.clear();
    leaving_.reserve(there_.size());
    for (const std::int32_t other : there_) {
      leaving_.push_back({first_sums_[at(other)] - second_sums_[at(other)], forbidden_.end(other, first_), other});
    }
  }

  bool is_allowed(std::int64_t change, std::uint64_t end) {
    if (end <= forbidden_.now || change < forbidden_.allowed_below) return true;
    best_.good_until = std::min(best_.good_until, end);
    return false;
  }

  void try_alone(std::int32_t unit, bool is_from_first, std::int64_t change) {
    const std::int32_t from = is_from_first ? first_ : second_;
    const std::int32_t into = is_from_first ? second_ : first_;
    const std::int64_t size = frame_.units[at(unit)].size;
    const std::int64_t sizes = size_change(from, -size) + size_change(into, size);
    if (sizes > 0) return;
    change += sizes + role_change(unit, nobody, from);
    if (change >= best_.change || !is_allowed(change, forbidden_.end(unit, into))) return;
    best_.change = change;
    one_ = is_from_first ? unit : nobody;
    other_ = is_from_first ? nobody : unit;
  }

  /// The loop in which the search spends its time.
  template <bool has_ties, bool has_roles>
  void try_swaps(std::int32_t one) {
    const std::int64_t going = second_sums_[at(one)] - first_sums_[at(one)];
    const std::int64_t* pairs = seating_.pairs_with(one);
    const std::uint64_t one_end = forbidden_.end(one, second_);
    std::int64_t least = best_.change;
    for (const Leaving& other : leaving_) {
      std::int64_t change = going + other.price - 2 * pairs[at(other.unit)];
      if constexpr (has_roles) change += role_change(one, other.unit, first_);
      if constexpr (has_ties) {
        const std::int64_t more = frame_.units[at(other.unit)].size - frame_.units[at(one)].size;
        const std::int64_t sizes = more == 0 ? 0 : size_change(first_, more) + size_change(second_, -more);
        if (sizes > 0) continue;
        change += sizes;
      }
      if (change >= least || !is_allowed(change, std::max(one_end, other.end))) continue;
      least = change;
      one_ = one;
      other_ = other.unit;
    }
    best_.change = least;
  }

  void write_down() {
    best_.there.clear();
    best_.back.clear();
    if (one_ != nobody) best_.there.push_back(one_);
    if (other_ != nobody) best_.back.push_back(other_);
  }

  /// A tied unit against the single people who cost least, one after the other; the change is exact.
  void try_tied(std::int32_t unit, bool is_from_first) {
    const std::int64_t size = frame_.units[at(unit)].size;
    if (size < 2) return;
    const std::int32_t from = is_from_first ? first_ : second_;
    const std::int32_t into = is_from_first ? second_ : first_;
    const std::int64_t* from_sums = is_from_first ? first_sums_ : second_sums_;
    const std::int64_t* into_sums = is_from_first ? second_sums_ : first_sums_;
    std::int64_t change = into_sums[at(unit)] - from_sums[at(unit)];
    std::uint64_t end = forbidden_.end(unit, into);
    std::vector<std::int32_t> singles;
    for (const std::int32_t each : is_from_first ? there_ : here_) {
      if (frame_.units[at(each)].size == 1) singles.push_back(each);
    }
    std::vector<std::int32_t> chosen;
    while (static_cast<std::int64_t>(chosen.size()) < size && !singles.empty()) {
      std::int64_t least = no_change_found;
      std::size_t best_place = 0;
      for (std::size_t place = 0; place < singles.size(); ++place) {
        const std::int64_t* pairs = seating_.pairs_with(singles[place]);
        std::int64_t price = from_sums[at(singles[place])] - into_sums[at(singles[place])] - 2 * pairs[at(unit)];
        for (const std::int32_t each : chosen) price += 2 * pairs[at(each)];
        if (price >= least) continue;
        least = price;
        best_place = place;
      }
      change += least;
      end = std::max(end, forbidden_.end(singles[best_place], from));
      chosen.push_back(singles[best_place]);
      singles.erase(singles.begin() + static_cast<std::ptrdiff_t>(best_place));
    }
    if (static_cast<std::int64_t>(chosen.size()) < size) return;
    change += roles_if(unit, chosen, from, into);
    if (change >= best_.change || !is_allowed(change, end)) return;
    best_.change = change;
    best_.there = is_from_first ? std::vector<std::int32_t>{unit} : chosen;
    best_.back = is_from_first ? chosen : std::vector<std::int32_t>{unit};
  }

  std::int64_t size_change(std::int32_t group, std::int64_t more) const {
    const std::int64_t size = round_.size_of[at(group)];
    return seating_.size_price(group, size + more) - seating_.size_price(group, size);
  }

  /// `one` leaves `from` for the other of the two groups, and `other` the other way; either may be nobody.
  std::int64_t role_change(std::int32_t one, std::int32_t other, std::int32_t from) const {
    const bool one_counts = one != nobody && frame_.units[at(one)].able > 0;
    const bool other_counts = other != nobody && frame_.units[at(other)].able > 0;
    if (!one_counts && !other_counts) return 0;
    RoleCount left = round_.roles[at(from)];
    RoleCount joined = round_.roles[at(from == first_ ? second_ : first_)];
    const std::int64_t before = seating_.role_price(left) + seating_.role_price(joined);
    if (one_counts) add_both(left, joined, one, -1);
    if (other_counts) add_both(left, joined, other, 1);
    return seating_.role_price(left) + seating_.role_price(joined) - before;
  }

  std::int64_t roles_if(std::int32_t unit, const std::vector<std::int32_t>& chosen, std::int32_t from,
                        std::int32_t into) const {
    RoleCount left = round_.roles[at(from)];
    RoleCount joined = round_.roles[at(into)];
    const std::int64_t before = seating_.role_price(left) + seating_.role_price(joined);
    add_both(left, joined, unit, -1);
    for (const std::int32_t each : chosen) add_both(left, joined, each, 1);
    return seating_.role_price(left) + seating_.role_price(joined) - before;
  }

  void add_both(RoleCount& left, RoleCount& joined, std::int32_t unit, std::int64_t sign) const {
    left.add(frame_.units[at(unit)], sign);
    joined.add(frame_.units[at(unit)], -sign);
  }

  const Seating& seating_;
  const GroupingFrame& frame_;
  const SeatedRound& round_;
  std::int32_t first_;
  std::int32_t second_;
  const Forbidden& forbidden_;
  Exchange& best_;
  const std::vector<std::int32_t>& here_;
  const std::vector<std::int32_t>& there_;
  const std::int64_t* first_sums_;
  const std::int64_t* second_sums_;
  std::vector<Leaving>& leaving_;
  std::int32_t one_ = nobody;
  std::int32_t other_ = nobody;
};

}  // namespace

void Forbidden::start(std::size_t units, std::size_t group_count) {
  groups = group_count;
  until.assign(units * groups, 0);
  now = 1;
  allowed_below = 0;
}

void find_best_exchange(const Seating& seating, std::size_t round, std::int32_t first, std::int32_t second,
                        const Forbidden& forbidden, Exchange& best) {
  PairOfGroups pair(seating, round, first, second, forbidden, best);
  const GroupingFrame& frame = seating.frame();
  if (frame.has_ties) {
    pair.search<true, true>();
  } else if (frame.has_roles) {
    pair.search<false, true>();
  } else {
    pair.search<false, false>();
  }
}

void make(Seating& seating, std::size_t round, std::int32_t first, std::int32_t second, const Exchange& exchange) {
  for (const std::int32_t unit : exchange.there) seating.move(round, unit, second);
  for (const std::int32_t unit : exchange.back) seating.move(round, unit, first);
}

}  // namespace roundtable::core
