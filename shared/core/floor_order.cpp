#include "core/floor_order.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace roundtable::core {

namespace {

/// The attribute that a rule looks at.
Attribute attribute_of(const FloorRule& rule) {
  return rule.by.value_or(rule.rule == Rule::alternate ? Attribute::modality : Attribute::stakeholder_group);
}

/// What a policy looks at: hands that differ in nothing else need not be told apart.
struct Telling {
  bool replies = false;
  bool new_voices = false;
  std::array<bool, attribute_count> attributes{};

  explicit Telling(const FloorPolicy& policy) {
    for (const FloorRule& rule : policy.rules) {
      replies = replies || rule.rule == Rule::reply_first;
      new_voices = new_voices || rule.rule == Rule::first_time_first;
      const bool is_by_group = rule.rule == Rule::least_served || rule.rule == Rule::alternate;
      if (is_by_group) attributes[static_cast<std::size_t>(attribute_of(rule))] = true;
    }
  }
  bool tells(Attribute attribute) const { return attributes[static_cast<std::size_t>(attribute)]; }
  Groups groups(const Groups& all) const {
    Groups told;
    if (tells(Attribute::stakeholder_group)) told.stakeholder_group = all.stakeholder_group;
    if (tells(Attribute::regional_group)) told.regional_group = all.regional_group;
    if (tells(Attribute::modality)) told.modality = all.modality;
    return told;
  }
};

/// Hands that no rule but arrival can tell apart; hands are indexes into the queue, which is in order of arrival.
struct HandClass {
  Groups groups;
  bool is_reply = false;
  bool has_spoken = false;
  std::vector<std::size_t> hands;
  std::size_t first = 0;  // of `hands`: those before it are placed

  bool is_empty() const { return first == hands.size(); }
  std::size_t count() const { return hands.size() - first; }
};

struct WaitingHand {
  HandId id;
  const Hand* hand = nullptr;
  std::size_t in_class = 0;
  bool is_placed = false;
  bool counts = false;  // was placed by a rule: overtakes the earlier ones
};

/// A rule of the policy with what it compares now: only the group that is charged changes.
struct RuleAtWork {
  const FloorRule* rule = nullptr;
  Attribute by = Attribute::stakeholder_group;
  std::vector<DurationMs> compared;  // of `least_served`, by the attribute's values
};

class OrderBuilder {
 public:
  OrderBuilder(const Floor& floor, const ExpectedHand* expected)
      : floor_(floor), telling_(floor.policy), served_(floor.served) {
    waiting_.reserve(floor.hands.size() + 1);
    for (const auto& [id, hand] : floor.hands) {
      if (!hand.is_away) add(id, hand, has_spoken(hand.person));
    }
    if (expected != nullptr) add(expected_hand_id(floor), expected->hand, expected->has_spoken);
    if (!accepts_points_of_order(floor.policy)) accepted_left_ = 0;
    last_groups_ = floor.last_groups;
    const auto running = floor.turns.find(floor.running);
    if (running != floor.turns.end() && running->second.is_charged) {
      served_.charge(running->second.groups, charged_ms(running->second, running->second.planned_ms));
    }
    for (const FloorRule& rule : floor.policy.rules) rules_.push_back(at_work(rule));
  }

  std::size_t left() const { return waiting_.size() - placed_; }

  void place_held(const HeldHand& held) {
    const std::size_t index = index_of(held.hand);
    if (index == waiting_.size() || waiting_[index].is_placed) return;
    place(index, held.rule, held.by);
  }

  /// Accepted hands, earliest first.
  bool place_accepted() {
    if (accepted_left_ == 0) return false;
    for (std::size_t index = 0; index < waiting_.size(); ++index) {
      if (waiting_[index].is_placed || !waiting_[index].hand->is_accepted) continue;
      place(index, Rule::point_of_order_first, std::nullopt);
      return true;
    }
    return false;
  }

  void pick() {
    if (place_overtaken()) return;
    candidates_.clear();
    for (HandClass& each : classes_) {
      skip_placed(each);
      if (!each.is_empty()) candidates_.push_back(&each);
    }
    Rule reason = Rule::arrival;
    std::optional<Attribute> by;
    std::size_t hands = hand_count();
    for (const RuleAtWork& each : rules_) {
      if (hands == 1 || each.rule->rule == Rule::arrival) break;
      keep_best(each);
      const std::size_t kept = hand_count();
      if (kept == 1 && hands > 1) {
        reason = each.rule->rule;
        by = each.rule->by;
      }
      hands = kept;
    }
    place(earliest(), reason, by);
  }

  std::vector<PlacedHand> take() { return std::move(order_); }
  const std::vector<PlacedHand>& order() const { return order_; }

 private:
  bool has_spoken(PersonId person) const { return floor_.spoken.contains(person); }

  RuleAtWork at_work(const FloorRule& rule) const {
    RuleAtWork now{&rule, attribute_of(rule), {}};
    if (rule.rule != Rule::least_served) return now;
    for (std::size_t value = 0; value < group_count(now.by); ++value) now.compared.push_back(compared(now, value));
    return now;
  }
  DurationMs compared(const RuleAtWork& now, std::size_t value) const {
    return compared_ms(served_.by(now.by)[value], floor_.presence.by(now.by), value, now.rule->weight);
  }
  void charge(const Groups& groups) {
    served_.charge(groups, floor_.policy.turn_ms);
    for (RuleAtWork& each : rules_) {
      if (each.compared.empty()) continue;
      const std::size_t value = groups.value(each.by);
      each.compared[value] = compared(each, value);
    }
  }

  void add(HandId id, const Hand& hand, bool spoken) {
    const bool is_reply = telling_.replies && hand.kind == HandKind::reply;
    const bool has_had_a_turn = telling_.new_voices && spoken;
    const Groups groups = telling_.groups(hand.groups);
    const auto same = std::find_if(classes_.begin(), classes_.end(), [&](const HandClass& each) {
      return each.groups == groups && each.is_reply == is_reply && each.has_spoken == has_had_a_turn;
    });
    const auto place = static_cast<std::size_t>(same - classes_.begin());
    if (same == classes_.end()) {
      HandClass created;
      created.groups = groups;
      created.is_reply = is_reply;
      created.has_spoken = has_had_a_turn;
      classes_.push_back(std::move(created));
    }
    classes_[place].hands.push_back(waiting_.size());
    accepted_left_ += hand.is_accepted ? 1U : 0U;
    WaitingHand waiting;
    waiting.id = id;
    waiting.hand = &hand;
    waiting.in_class = place;
    waiting_.push_back(waiting);
  }

  std::size_t index_of(HandId id) const {
    const auto found = std::lower_bound(waiting_.begin(), waiting_.end(), id,
                                        [](const WaitingHand& each, HandId wanted) { return each.id < wanted; });
    const bool is_there = found != waiting_.end() && found->id == id;
    return is_there ? static_cast<std::size_t>(found - waiting_.begin()) : waiting_.size();
  }

  void skip_placed(HandClass& each) const {
    while (!each.is_empty() && waiting_[each.hands[each.first]].is_placed) ++each.first;
  }

  std::size_t hand_count() const {
    std::size_t count = 0;
    for (const HandClass* each : candidates_) count += each->count();
    return count;
  }

  std::size_t earliest() const {
    std::size_t best = std::numeric_limits<std::size_t>::max();
    for (const HandClass* each : candidates_) best = std::min(best, each->hands[each->first]);
    return best;
  }

  void place(std::size_t index, Rule rule, std::optional<Attribute> by) {
    WaitingHand& waiting = waiting_[index];
    const bool counts = !waiting.hand->is_accepted;
    waiting.is_placed = true;
    waiting.counts = counts;
    overtakers_ += counts ? 1U : 0U;
    accepted_left_ -= !counts && accepted_left_ > 0 ? 1U : 0U;
    ++placed_;
    charge(waiting.hand->groups);
    last_groups_ = waiting.hand->groups;
    PlacedHand entry;
    entry.hand = waiting.id;
    entry.rule = rule;
    entry.by = by;
    order_.push_back(entry);
  }

  /// Whoever waits longest has been overtaken most often: every hand that overtook another that still waits overtook
  /// the earliest too. So one look at the earliest is enough.
  bool place_overtaken() {
    while (earliest_ < waiting_.size() && waiting_[earliest_].is_placed) {
      passed_ += waiting_[earliest_].counts ? 1U : 0U;
      ++earliest_;
    }
    if (earliest_ == waiting_.size()) return false;
    if (waiting_[earliest_].hand->overtaken + overtakers_ - passed_ < floor_.policy.overtaken_at_most) return false;
    place(earliest_, Rule::overtaken, std::nullopt);
    return true;
  }

  DurationMs key(const HandClass& each, const RuleAtWork& now) const {
    switch (now.rule->rule) {
      case Rule::reply_first:
        return each.is_reply ? 0 : 1;
      case Rule::first_time_first:
        return each.has_spoken ? 1 : 0;
      case Rule::least_served:
        return now.compared[each.groups.value(now.by)];
      case Rule::alternate:
        if (!last_groups_ || last_groups_->value(now.by) == group_count(now.by) - 1) return 0;
        return each.groups.value(now.by) != last_groups_->value(now.by) && !is_not_stated(each, now) ? 0 : 1;
      case Rule::point_of_order_first:
      case Rule::arrival:
      case Rule::overtaken:
      case Rule::override_by_staff:
      case Rule::direct:
        return 0;
    }
    return 0;
  }

  static bool is_not_stated(const HandClass& each, const RuleAtWork& now) {
    return each.groups.value(now.by) == group_count(now.by) - 1;
  }

  /// "Not stated" never moves anyone forward: under `least_served` it stands no better than the worst stated group.
  void keep_best(const RuleAtWork& now) {
    keys_.clear();
    DurationMs worst_stated = 0;
    for (const HandClass* each : candidates_) {
      keys_.push_back(key(*each, now));
      if (!is_not_stated(*each, now)) worst_stated = std::max(worst_stated, keys_.back());
    }
    if (now.rule->rule == Rule::least_served) {
      for (std::size_t index = 0; index < keys_.size(); ++index) {
        if (is_not_stated(*candidates_[index], now)) keys_[index] = std::max(keys_[index], worst_stated);
      }
    }
    const DurationMs best = *std::min_element(keys_.begin(), keys_.end());
    std::size_t kept = 0;
    for (std::size_t index = 0; index < keys_.size(); ++index) {
      if (keys_[index] <= best + now.rule->tolerance_ms) candidates_[kept++] = candidates_[index];
    }
    candidates_.resize(kept);
  }

  const Floor& floor_;
  const Telling telling_;
  Served served_;
  std::vector<RuleAtWork> rules_;
  std::optional<Groups> last_groups_;
  std::vector<WaitingHand> waiting_;
  std::vector<HandClass> classes_;
  std::vector<PlacedHand> order_;
  std::vector<HandClass*> candidates_;  // of the pick that goes on; kept for its memory
  std::vector<DurationMs> keys_;
  std::size_t placed_ = 0;
  std::size_t earliest_ = 0;
  std::size_t accepted_left_ = 0;
  std::uint32_t overtakers_ = 0;
  std::uint32_t passed_ = 0;
};

}  // namespace

std::vector<PlacedHand> floor_order(const Floor& floor, std::size_t most, const ExpectedHand* expected) {
  OrderBuilder builder(floor, expected);
  for (const HeldHand& held : floor.held) builder.place_held(held);
  while (builder.left() > 0 && builder.order().size() < most) {
    if (!builder.place_accepted()) builder.pick();
  }
  return builder.take();
}

HandId expected_hand_id(const Floor& floor) {
  return floor.hands.empty() ? HandId{1} : HandId{floor.hands.rbegin()->first.value + 1};
}

std::vector<HeldHand> held_hands(const Floor& floor) {
  OrderBuilder builder(floor, nullptr);
  while (builder.left() > 0 && builder.order().size() < limits::held_hands && builder.place_accepted()) {
  }
  for (const HeldHand& held : floor.held) {
    if (builder.order().size() < limits::held_hands) builder.place_held(held);
  }
  while (builder.left() > 0 && builder.order().size() < limits::held_hands) builder.pick();
  std::vector<HeldHand> held;
  for (const PlacedHand& placed : builder.order()) {
    HeldHand entry;
    entry.hand = placed.hand;
    entry.rule = placed.rule;
    entry.by = placed.by;
    held.push_back(entry);
  }
  return held;
}

DurationMs compared_ms(DurationMs served_ms, const std::vector<std::int64_t>& present, std::size_t value,
                       Weight weight) {
  if (weight == Weight::equal || value >= present.size()) return served_ms;
  std::int64_t people = 0;
  std::int64_t groups = 0;
  for (std::size_t each = 0; each + 1 < present.size(); ++each) {  // the last is "not stated"
    people += present[each];
    groups += present[each] > 0 ? 1 : 0;
  }
  if (groups == 0) return served_ms;
  const std::int64_t own = std::max(present[value], limits::presence_rounded_up_to);
  return served_ms * people / (groups * own);
}

bool accepts_points_of_order(const FloorPolicy& policy) {
  return std::any_of(policy.rules.begin(), policy.rules.end(),
                     [](const FloorRule& rule) { return rule.rule == Rule::point_of_order_first; });
}

}  // namespace roundtable::core
