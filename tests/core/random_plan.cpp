#include "core/random_plan.hpp"

#include <iterator>

namespace roundtable::test {

FloorPolicy random_policy(Random& random) {
  FloorPolicy policy;
  policy.overtaken_at_most = static_cast<std::uint32_t>(1 + random.below(12));
  policy.turn_ms = static_cast<DurationMs>(10 + random.below(180)) * second_ms;
  if (random.one_in(2)) {
    policy.name = preset_names[random.below(std::size(preset_names))];
    policy.rules = *preset_rules(policy.name);
    return policy;
  }
  policy.name = "own";
  for (Rule rule :
       {Rule::point_of_order_first, Rule::reply_first, Rule::first_time_first, Rule::least_served, Rule::alternate}) {
    if (random.one_in(2)) continue;
    FloorRule each;
    each.rule = rule;
    if (rule == Rule::least_served || rule == Rule::alternate) each.by = random.any<Attribute>(attribute_count);
    if (rule == Rule::least_served) each.tolerance_ms = static_cast<DurationMs>(random.below(60)) * second_ms;
    if (rule == Rule::least_served) each.weight = random.any<Weight>(2);
    policy.rules.insert(policy.rules.begin() + static_cast<std::ptrdiff_t>(random.below(policy.rules.size() + 1)),
                        each);
  }
  policy.rules.push_back(FloorRule{});
  return policy;
}

SessionPlan random_plan(Random& random) {
  SessionPlan plan = story_plan();
  plan.floor = random_policy(random);
  if (!random.one_in(3)) plan.floor.kinds = {HandKind::reply, HandKind::point_of_order};
  for (PlannedPhase& phase : plan.phases) {
    phase.speakers = {{speaker, 3 * minute_ms}, {rapporteur, 2 * minute_ms}, {steward, 90 * second_ms}};
  }
  if (random.one_in(3)) plan.joins = JoinsMode::approval;
  plan.questions.is_moderated = !random.one_in(3);
  plan.questions.allows_anonymous = !random.one_in(4);
  if (random.one_in(4)) plan.languages.clear();
  if (random.one_in(3)) {
    plan.polls = {{PollKind::words, "polltitle-a#", {}, 0, true},
                  {PollKind::temperature, "polltitle-b#", {}, 0, false},
                  {PollKind::dots, "polltitle-c#", {"pollchoice-a#", "pollchoice-b#"}, 3, true}};
  }
  return plan;
}

}  // namespace roundtable::test
