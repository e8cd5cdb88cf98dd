#include <algorithm>
#include <array>
#include <iterator>

#include "core/floor_policy.hpp"
#include "core/limits.hpp"
#include "wire/session_file_parts.hpp"

namespace roundtable::wire {

namespace {

namespace limits = core::limits;
using core::Rule;

/// The rules that a policy may use come first in the enumeration.
constexpr std::size_t rule_count = static_cast<std::size_t>(Rule::arrival) + 1;

core::FloorRule read_rule(const Spot& entry) {
  core::FloorRule rule;
  const auto index = read_word(entry["rule"], {"a rule", core::Names<Rule>::all.data(), rule_count, Need::required});
  const bool takes_attribute =
      index && (static_cast<Rule>(*index) == Rule::least_served || static_cast<Rule>(*index) == Rule::alternate);
  rule.rule = index ? static_cast<Rule>(*index) : Rule::arrival;
  rule.by = read_name<core::Attribute>(entry["by"], "the attribute that the rule goes by",
                                       takes_attribute ? Need::required : Need::optional);
  if (!takes_attribute) rule.by.reset();
  const auto tolerance = read_whole(entry["tolerance_seconds"],
                                    {"the tolerance in seconds", 0, limits::longest_turn_ms / core::second_ms});
  rule.tolerance_ms = tolerance.value_or(0) * core::second_ms;
  rule.weight = read_name<core::Weight>(entry["weight"], "the weight of groups").value_or(core::Weight::equal);
  return rule;
}

std::vector<core::FloorRule> read_rules(const Spot& spot) {
  std::vector<core::FloorRule> rules;
  const std::vector<Spot> entries = read_list(spot, {"the rules of the floor", limits::floor_rules, 1, Need::required});
  for (const Spot& entry : entries) {
    if (!is_object(entry, "a rule such as {\"rule\": \"arrival\"}")) continue;
    rules.push_back(read_rule(entry));
    if (rules.back().rule == Rule::arrival && !entry["rule"].is_absent() && &entry != &entries.back()) {
      entry["rule"].fault("arrival decides alone, so that the rules after it never count; put it last");
    }
  }
  if (entries.empty() || (!rules.empty() && rules.back().rule == Rule::arrival)) return rules;
  if (entries.size() == limits::floor_rules) {
    spot.fault("has no room for arrival, which decides in the end; leave a rule out");
  }
  rules.push_back(core::FloorRule{});
  return rules;
}

/// Interventions and technical hands are always taken; naming them does no harm.
std::vector<core::HandKind> read_kinds(const Spot& spot) {
  std::vector<core::HandKind> kinds;
  const ListRule rule{"the kinds of hand beside interventions", core::Names<core::HandKind>::all.size(), 0,
                      Need::optional};
  for (const Spot& entry : read_list(spot, rule)) {
    const auto kind = read_name<core::HandKind>(entry, "a kind of hand", Need::required);
    if (!kind) continue;
    if (std::find(kinds.begin(), kinds.end(), *kind) != kinds.end()) {
      entry.fault("stands twice; name each kind once");
    }
    const bool is_asked = *kind == core::HandKind::reply || *kind == core::HandKind::point_of_order;
    if (is_asked) kinds.push_back(*kind);
  }
  return kinds;
}

}  // namespace

core::FloorPolicy read_floor(const Spot& spot) {
  core::FloorPolicy policy;
  policy.rules = core::preset_rules(policy.name).value_or(std::vector<core::FloorRule>{});
  if (!is_object(spot, "the rules of the floor")) return policy;

  const auto turn =
      read_whole(spot["turn_seconds"], {"the length of a turn in seconds", limits::shortest_turn_ms / core::second_ms,
                                        limits::longest_turn_ms / core::second_ms});
  if (turn) policy.turn_ms = *turn * core::second_ms;
  const auto bound = read_whole(spot["overtaken_at_most"],
                                {"how often a hand may be overtaken", 1, limits::overtaken_at_most_highest});
  if (bound) policy.overtaken_at_most = static_cast<std::uint32_t>(*bound);

  policy.kinds = read_kinds(spot["kinds"]);

  const Spot rules = spot["rules"];
  const Spot preset = spot["policy"];
  if (const auto index =
          read_word(preset, {"a policy of the floor", core::preset_names, std::size(core::preset_names)})) {
    policy.name = core::preset_names[*index];
    policy.rules = core::preset_rules(policy.name).value_or(policy.rules);
  }
  if (rules.is_absent()) return policy;
  policy.name = "own";
  policy.rules = read_rules(rules);
  if (!preset.is_absent()) rules.fault("policy names the rules already; give either policy or rules");
  return policy;
}

}  // namespace roundtable::wire
