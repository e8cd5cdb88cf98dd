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
};

/// The groups of a hand as far as the policy looks at them, by attribute; the others are all 0.
using Values = std::array<std::uint8_t, attribute_count>;

constexpr std::uint32_t no_hand = std::numeric_limits<std::uint32_t>::max();

/// Hands that no rule but arrival can tell apart: a list in order of arrival through `WaitingHand::next_alike`.
struct HandClass {
  Values values{};
  bool is_reply = false;
  bool has_spoken = false;
  std::uint32_t first = no_hand;  // that is not placed; hands are indexes into the queue, which is in order of arrival
  std::uint32_t last = no_hand;
  std::uint32_t waiting = 0;
  DurationMs key = 0;  // what the rule at hand compares; less is better
};

struct WaitingHand {
  HandId id;
  const Hand* hand = nullptr;
  std::uint32_t in_class = 0;
  std::uint32_t next_alike = no_hand;
  bool is_placed = false;
  bool counts = false;  // was placed by a rule: overtakes the earlier ones
};

/// A rule of the policy with what it compares now: only the group that is charged changes.
struct RuleAtWork {
  const FloorRule* rule = nullptr;
  std::size_t by = 0;          // the attribute
  std::size_t not_stated = 0;  // the value that stands for it
  std::array<DurationMs, most_groups> served{};
  std::array<DurationMs, most_groups> compared{};  // of `least_served`, by the attribute's values
};

/// One pick goes over a handful of classes, not over the hands; a list of 1,000 takes 1,000 picks, on every page at
/// every hand. The loops are over plain memory: the WASM build is made small and inlines little of the library.
class OrderBuilder {
 public:
  OrderBuilder(const Floor& floor, std::size_t most, const ExpectedHand* expected)
      : floor_(floor), telling_(floor.policy) {
    waiting_.reserve(floor.hands.size() + 1);
    for (const auto& [id, hand] : floor.hands) {
      if (!hand.is_away) add(id, hand, telling_.new_voices && floor.spoken.contains(hand.person));
    }
    if (expected != nullptr) {
      add(expected_hand_id(floor), expected->hand, telling_.new_voices && expected->has_spoken);
    }
    if (!accepts_points_of_order(floor.policy)) accepted_left_ = 0;
    order_.reserve(std::min(most, waiting_.size()));
    candidates_.resize(classes_.size());
    last_groups_ = floor.last_groups;
    put_rules_to_work();
  }

  std::size_t left() const { return waiting_.size() - order_.size(); }

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
    Candidates candidates = all_classes();
    Rule reason = Rule::arrival;
    std::optional<Attribute> by;
    for (const RuleAtWork& each : rules_) {
      if (candidates.hands == 1) break;
      keep_best(candidates, each);
      if (candidates.hands == 1) {
        reason = each.rule->rule;
        by = each.rule->by;
      }
    }
    place(earliest(candidates), reason, by);
  }

  std::vector<PlacedHand> take() { return std::move(order_); }
  const std::vector<PlacedHand>& order() const { return order_; }

 private:
  /// The first of `candidates_`, which are what the rules have kept so far, and how many hands wait in them.
  struct Candidates {
    std::size_t classes = 0;
    std::uint32_t hands = 0;
  };

  /// Those that compare something, with the turn that runs as if it were over.
  void put_rules_to_work() {
    Served served = floor_.served;
    const auto running = floor_.turns.find(floor_.running);
    if (running != floor_.turns.end() && running->second.is_charged) {
      served.charge(running->second.groups, charged_ms(running->second, running->second.planned_ms));
    }
    for (const FloorRule& rule : floor_.policy.rules) {
      if (rule.rule == Rule::arrival) return;
      if (rule.rule == Rule::point_of_order_first) continue;
      const Attribute by = attribute_of(rule);
      RuleAtWork& now = rules_.emplace_back();
      now.rule = &rule;
      now.by = static_cast<std::size_t>(by);
      now.not_stated = group_count(by) - 1;
      if (rule.rule != Rule::least_served) continue;
      now.served = served.by(by);
      for (std::size_t value = 0; value <= now.not_stated; ++value) compare(now, value);
    }
  }
  void compare(RuleAtWork& now, std::size_t value) const {
    const auto by = static_cast<Attribute>(now.by);
    now.compared[value] = compared_ms(now.served[value], floor_.presence.by(by), value, now.rule->weight);
  }
  void charge(const Groups& groups) {
    for (RuleAtWork& each : rules_) {
      if (each.rule->rule != Rule::least_served) continue;
      const std::size_t value = groups.value(static_cast<Attribute>(each.by));
      each.served[value] += floor_.policy.turn_ms;
      compare(each, value);
    }
  }

  void add(HandId id, const Hand& hand, bool has_spoken) {
    HandClass alike;
    for (std::size_t attribute = 0; attribute < attribute_count; ++attribute) {
      if (!telling_.attributes[attribute]) continue;
      alike.values[attribute] = static_cast<std::uint8_t>(hand.groups.value(static_cast<Attribute>(attribute)));
    }
    alike.is_reply = telling_.replies && hand.kind == HandKind::reply;
    alike.has_spoken = has_spoken;
    const auto index = static_cast<std::uint32_t>(waiting_.size());
    WaitingHand& waiting = waiting_.emplace_back();
    waiting.id = id;
    waiting.hand = &hand;
    waiting.in_class = class_of(alike);
    HandClass& its = classes_[waiting.in_class];
    (its.last == no_hand ? its.first : waiting_[its.last].next_alike) = index;
    its.last = index;
    ++its.waiting;
    accepted_left_ += hand.is_accepted ? 1U : 0U;
  }

  std::uint32_t class_of(const HandClass& alike) {
    const HandClass* const known = classes_.data();
    const auto count = static_cast<std::uint32_t>(classes_.size());
    for (std::uint32_t at = 0; at < count; ++at) {
      const HandClass& each = known[at];
      if (each.values == alike.values && each.is_reply == alike.is_reply && each.has_spoken == alike.has_spoken) {
        return at;
      }
    }
    classes_.push_back(alike);
    return count;
  }

  std::size_t index_of(HandId id) const {
    const auto found = std::lower_bound(waiting_.begin(), waiting_.end(), id,
                                        [](const WaitingHand& each, HandId wanted) { return each.id < wanted; });
    const bool is_there = found != waiting_.end() && found->id == id;
    return is_there ? static_cast<std::size_t>(found - waiting_.begin()) : waiting_.size();
  }

  void place(std::size_t index, Rule rule, std::optional<Attribute> by) {
    WaitingHand& waiting = waiting_[index];
    const bool counts = !waiting.hand->is_accepted;
    waiting.is_placed = true;
    waiting.counts = counts;
    overtakers_ += counts ? 1U : 0U;
    accepted_left_ -= !counts && accepted_left_ > 0 ? 1U : 0U;
    HandClass& its = classes_[waiting.in_class];
    --its.waiting;
    while (its.first != no_hand && waiting_[its.first].is_placed) its.first = waiting_[its.first].next_alike;
    charge(waiting.hand->groups);
    last_groups_ = waiting.hand->groups;
    PlacedHand& entry = order_.emplace_back();
    entry.hand = waiting.id;
    entry.rule = rule;
    entry.by = by;
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

  Candidates all_classes() {
    Candidates candidates;
    HandClass* const classes = classes_.data();
    HandClass** const kept = candidates_.data();
    const std::size_t count = classes_.size();
    for (std::size_t at = 0; at < count; ++at) {
      if (classes[at].waiting == 0) continue;
      kept[candidates.classes++] = classes + at;
      candidates.hands += classes[at].waiting;
    }
    return candidates;
  }

  std::size_t earliest(const Candidates& candidates) const {
    HandClass* const* const kept = candidates_.data();
    std::uint32_t best = kept[0]->first;
    for (std::size_t at = 1; at < candidates.classes; ++at) {
      if (kept[at]->first < best) best = kept[at]->first;
    }
    return best;
  }

  DurationMs key(const HandClass& each, const RuleAtWork& now) const {
    switch (now.rule->rule) {
      case Rule::reply_first:
        return each.is_reply ? 0 : 1;
      case Rule::first_time_first:
        return each.has_spoken ? 1 : 0;
      case Rule::least_served:
        return now.compared[each.values[now.by]];
      case Rule::alternate: {
        if (!last_groups_) return 0;
        const std::size_t last = last_groups_->value(static_cast<Attribute>(now.by));
        const std::size_t own = each.values[now.by];
        return last == now.not_stated || (own != last && own != now.not_stated) ? 0 : 1;
      }
      case Rule::point_of_order_first:
      case Rule::arrival:
      case Rule::overtaken:
      case Rule::override_by_staff:
      case Rule::direct:
        return 0;
    }
    return 0;
  }

  /// "Not stated" never moves anyone forward: under `least_served` it stands no better than the worst stated group.
  void keep_best(Candidates& candidates, const RuleAtWork& now) {
    HandClass** const kept = candidates_.data();
    DurationMs worst_stated = 0;
    for (std::size_t at = 0; at < candidates.classes; ++at) {
      HandClass& each = *kept[at];
      each.key = key(each, now);
      if (each.values[now.by] != now.not_stated && each.key > worst_stated) worst_stated = each.key;
    }
    DurationMs best = std::numeric_limits<DurationMs>::max();
    for (std::size_t at = 0; at < candidates.classes; ++at) {
      HandClass& each = *kept[at];
      const bool stands_back = now.rule->rule == Rule::least_served && each.values[now.by] == now.not_stated;
      if (stands_back && each.key < worst_stated) each.key = worst_stated;
      if (each.key < best) best = each.key;
    }
    Candidates left;
    for (std::size_t at = 0; at < candidates.classes; ++at) {
      if (kept[at]->key > best + now.rule->tolerance_ms) continue;
      left.hands += kept[at]->waiting;
      kept[left.classes++] = kept[at];
    }
    candidates = left;
  }

  const Floor& floor_;
  const Telling telling_;
  std::vector<RuleAtWork> rules_;
  std::optional<Groups> last_groups_;
  std::vector<WaitingHand> waiting_;
  std::vector<HandClass> classes_;
  std::vector<PlacedHand> order_;
  std::vector<HandClass*> candidates_;  // of the pick that goes on; kept for its memory
  std::size_t earliest_ = 0;
  std::size_t accepted_left_ = 0;
  std::uint32_t overtakers_ = 0;
  std::uint32_t passed_ = 0;
};

}  // namespace

std::vector<PlacedHand> floor_order(const Floor& floor, std::size_t most, const ExpectedHand* expected) {
  OrderBuilder builder(floor, most, expected);
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
  OrderBuilder builder(floor, limits::held_hands, nullptr);
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
