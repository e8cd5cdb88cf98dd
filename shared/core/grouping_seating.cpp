#include "core/grouping_seating.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace roundtable::core {

namespace {
std::size_t at(std::int32_t index) {
  return static_cast<std::size_t>(index);
}
}  // namespace

void RoleCount::add(const SeatedUnit& unit, std::int64_t times) {
  facilitators += times * unit.facilitators;
  reporters += times * unit.reporters;
  able += times * unit.able;
}

Seating::Seating(const GroupingFrame& frame)
    : frame_(frame), units_(frame.units.size()), pairs_(frame.pairs), rounds_(frame.rounds) {
  for (std::size_t index = 0; index < rounds_.size(); ++index) {
    SeatedRound& round = rounds_[index];
    round.group_of.assign(units_, nobody);
    round.members.assign(frame.groups, {});
    round.place_of.assign(units_, 0);
    round.size_of.assign(frame.groups, 0);
    round.roles.assign(frame.groups, {});
    round.sums = frame.places[index];
    for (std::size_t group = 0; group < frame.groups; ++group) {
      cost_ += size_price(static_cast<std::int32_t>(group), 0) + role_price({});
    }
  }
}

std::vector<Round> Seating::groups_of_units() const {
  std::vector<Round> groups;
  groups.reserve(rounds_.size());
  for (const SeatedRound& round : rounds_) groups.push_back(round.group_of);
  return groups;
}

std::int64_t Seating::size_price(std::int32_t group, std::int64_t size) const {
  const SizeBounds& bounds = frame_.sizes[at(group)];
  const std::int64_t outside = std::max<std::int64_t>({bounds.least - size, size - bounds.most, 0});
  return outside * frame_.broken_price;
}

std::int64_t Seating::role_price(const RoleCount& roles) const {
  if (!frame_.has_roles) return 0;
  return open_roles(frame_.needs_facilitator, frame_.needs_reporter, roles.facilitators, roles.reporters, roles.able) *
         frame_.broken_price;
}

std::int64_t Seating::price_of_putting(std::size_t index, std::int32_t unit, std::int32_t group) const {
  const SeatedRound& round = rounds_[index];
  const SeatedUnit& who = frame_.units[at(unit)];
  const std::int64_t size = round.size_of[at(group)];
  std::int64_t price =
      round.sums[at(group) * units_ + at(unit)] + size_price(group, size + who.size) - size_price(group, size);
  if (who.able > 0) {
    RoleCount roles = round.roles[at(group)];
    price -= role_price(roles);
    roles.add(who, 1);
    price += role_price(roles);
  }
  return price;
}

/// Pairs who meet in one round count more in all others.
void Seating::meet(std::size_t index, std::int32_t unit, std::int32_t group, std::int64_t sign) {
  if (rounds_.size() < 2 || frame_.meeting_price == 0) return;
  const std::int64_t size = frame_.units[at(unit)].size;
  for (const std::int32_t mate : rounds_[index].members[at(group)]) {
    if (mate == unit) continue;
    const std::int64_t price = sign * frame_.meeting_price * size * frame_.units[at(mate)].size;
    pairs_[at(unit) * units_ + at(mate)] += price;
    pairs_[at(mate) * units_ + at(unit)] += price;
    for (std::size_t other = 0; other < rounds_.size(); ++other) {
      if (other == index) continue;
      SeatedRound& round = rounds_[other];
      if (const std::int32_t its = round.group_of[at(mate)]; its != nobody)
        round.sums[at(its) * units_ + at(unit)] += price;
      if (const std::int32_t own = round.group_of[at(unit)]; own != nobody)
        round.sums[at(own) * units_ + at(mate)] += price;
    }
  }
}

void Seating::repeat_topic(std::size_t index, std::int32_t unit, std::int32_t group, std::int64_t sign) {
  const std::int32_t topic = frame_.topics[at(group)];
  const std::int64_t price = sign * frame_.units[at(unit)].topic_again;
  if (!frame_.has_topics_again || topic == nobody || price == 0) return;
  for (std::size_t other = 0; other < rounds_.size(); ++other) {
    if (other == index) continue;
    for (std::size_t each = 0; each < frame_.groups; ++each) {
      if (frame_.topics[each] == topic) rounds_[other].sums[each * units_ + at(unit)] += price;
    }
  }
}

void Seating::put(std::size_t index, std::int32_t unit, std::int32_t group) {
  SeatedRound& round = rounds_[index];
  const SeatedUnit& who = frame_.units[at(unit)];
  cost_ += price_of_putting(index, unit, group);
  std::int64_t* sums = round.sums.data() + at(group) * units_;
  const std::int64_t* pairs = pairs_with(unit);
  for (std::size_t other = 0; other < units_; ++other) sums[other] += pairs[other];
  meet(index, unit, group, 1);
  repeat_topic(index, unit, group, 1);
  round.group_of[at(unit)] = group;
  round.place_of[at(unit)] = static_cast<std::int32_t>(round.members[at(group)].size());
  round.members[at(group)].push_back(unit);
  round.size_of[at(group)] += who.size;
  round.roles[at(group)].add(who, 1);
}

void Seating::take_out(std::size_t index, std::int32_t unit) {
  SeatedRound& round = rounds_[index];
  const SeatedUnit& who = frame_.units[at(unit)];
  const std::int32_t group = round.group_of[at(unit)];
  std::vector<std::int32_t>& members = round.members[at(group)];
  const std::int32_t last = members.back();
  members[at(round.place_of[at(unit)])] = last;
  round.place_of[at(last)] = round.place_of[at(unit)];
  members.pop_back();
  round.group_of[at(unit)] = nobody;
  round.size_of[at(group)] -= who.size;
  round.roles[at(group)].add(who, -1);
  repeat_topic(index, unit, group, -1);
  meet(index, unit, group, -1);
  std::int64_t* sums = round.sums.data() + at(group) * units_;
  const std::int64_t* pairs = pairs_with(unit);
  for (std::size_t other = 0; other < units_; ++other) sums[other] -= pairs[other];
  cost_ -= price_of_putting(index, unit, group);
}

void Seating::move(std::size_t round, std::int32_t unit, std::int32_t group) {
  take_out(round, unit);
  put(round, unit, group);
}

void Seating::restore(const std::vector<Round>& groups_of_units) {
  for (std::size_t round = 0; round < rounds_.size(); ++round) {
    for (std::size_t unit = 0; unit < units_; ++unit) {
      const auto who = static_cast<std::int32_t>(unit);
      if (rounds_[round].group_of[unit] != groups_of_units[round][unit]) move(round, who, groups_of_units[round][unit]);
    }
  }
}

namespace {

/// Cheapest first among the groups that are not yet as full as planned, then among those with room, then anywhere.
std::int32_t cheapest_group(const Seating& seating, std::size_t round, std::int32_t unit) {
  const GroupingFrame& frame = seating.frame();
  std::int32_t best = 0;
  auto best_rank = std::tuple(std::numeric_limits<std::int64_t>::max(), 0, std::int64_t{0});
  for (std::size_t group = 0; group < frame.groups; ++group) {
    const std::int64_t size = seating.round(round).size_of[group];
    const std::int64_t after = size + frame.units[at(unit)].size;
    const std::int64_t price = seating.price_of_putting(round, unit, static_cast<std::int32_t>(group));
    // A rule that breaks is worse than a group that grows beyond the plan.
    const std::int64_t broken =
        price > frame.broken_price / 2 ? (price + frame.broken_price / 2) / frame.broken_price : 0;
    const int fullness = after <= frame.sizes[group].planned ? 0 : after <= frame.sizes[group].most ? 1 : 2;
    const auto rank = std::tuple(broken, fullness, price);
    if (rank >= best_rank) continue;
    best_rank = rank;
    best = static_cast<std::int32_t>(group);
  }
  return best;
}

std::vector<std::int32_t> seating_order(const GroupingFrame& frame, Draws& draws) {
  std::vector<std::int32_t> order(frame.units.size());
  for (std::size_t unit = 0; unit < order.size(); ++unit) order[unit] = static_cast<std::int32_t>(unit);
  draws.shuffle(order);
  const auto rank = [&](std::int32_t unit) {
    const SeatedUnit& who = frame.units[at(unit)];
    const bool does_one_role_only = who.able > 0 && (who.facilitators == 0 || who.reporters == 0);
    return std::tuple(who.fixed_group == nobody, -who.size, who.able == 0, !does_one_role_only);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::int32_t one, std::int32_t other) { return rank(one) < rank(other); });
  return order;
}

}  // namespace

void seat_everyone(Seating& seating, Draws& draws) {
  const GroupingFrame& frame = seating.frame();
  if (frame.groups == 0) return;
  for (std::size_t round = 0; round < frame.rounds; ++round) {
    for (std::size_t unit = 0; unit < frame.units.size(); ++unit) {
      const auto who = static_cast<std::int32_t>(unit);
      if (frame.start[round][unit] != nobody) seating.put(round, who, frame.start[round][unit]);
    }
    for (const std::int32_t unit : seating_order(frame, draws)) {
      if (seating.round(round).group_of[at(unit)] == nobody)
        seating.put(round, unit, cheapest_group(seating, round, unit));
    }
  }
}

}  // namespace roundtable::core
