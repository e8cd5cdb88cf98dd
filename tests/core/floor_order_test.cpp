#include "core/floor_order.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

FloorRule rule(Rule which, std::optional<Attribute> by = std::nullopt, std::int64_t tolerance_s = 0,
               Weight weight = Weight::equal) {
  return {which, by, tolerance_s * second_ms, weight};
}

/// A story under rules of its own; two people who wait first keep the held places out of the way.
class Ordered : public Story {
 public:
  explicit Ordered(std::vector<FloorRule> rules, std::uint32_t overtaken_at_most = 12)
      : Story(plan_of(std::move(rules), overtaken_at_most)) {}

  void hold_two() {
    raise(moderator);
    raise(online_moderator);
  }
  /// Those behind the two held.
  std::vector<PersonId> behind() const {
    const std::vector<PersonId> all = queue();
    return {all.begin() + 2, all.end()};
  }
  void spoke(PersonId who, std::int64_t seconds) {
    raise(who);
    speak(seconds);
  }

 private:
  static SessionPlan plan_of(std::vector<FloorRule> rules, std::uint32_t overtaken_at_most) {
    SessionPlan plan = story_plan();
    plan.floor.name = "own";
    plan.floor.rules = std::move(rules);
    plan.floor.overtaken_at_most = overtaken_at_most;
    return plan;
  }
};

using enum StakeholderGroup;
using Queue = std::vector<PersonId>;

TEST(FloorOrder, first_come_is_arrival) {
  Story story(story_plan("first_come"));
  story.raise(speaker);
  story.raise(steward);
  story.raise(rapporteur);
  EXPECT_EQ(story.queue(), (Queue{speaker, steward, rapporteur}));
  EXPECT_EQ(story.reasons(), (std::vector<std::string>{"arrival", "arrival", "arrival"}));
}

TEST(FloorOrder, new_voices_come_first_and_the_reason_says_so) {
  Ordered story({rule(Rule::first_time_first), rule(Rule::arrival)});
  story.spoke(speaker, 20);
  story.hold_two();
  story.raise(speaker);
  story.raise(steward);
  EXPECT_EQ(story.behind(), (Queue{steward, speaker}));
  EXPECT_EQ(story.reasons()[2], "first_time_first");
}

TEST(FloorOrder, a_hand_that_is_placed_already_hides_no_reason) {
  Floor floor;
  floor.policy.rules = {rule(Rule::point_of_order_first), rule(Rule::first_time_first), rule(Rule::arrival)};
  const auto waits = [&](std::uint32_t id, PersonId person) -> Hand& {
    Hand& hand = floor.hands[HandId{id}];
    hand.person = person;
    return hand;
  };
  waits(1, speaker);
  floor.spoken[speaker] = {};
  waits(2, steward);
  waits(3, rapporteur).is_accepted = true;  // new as the steward is, and placed first
  std::vector<Rule> reasons;
  for (const PlacedHand& placed : floor_order(floor, 3)) reasons.push_back(placed.rule);
  EXPECT_EQ(reasons, (std::vector{Rule::point_of_order_first, Rule::first_time_first, Rule::arrival}));
}

TEST(FloorOrder, replies_come_first_where_the_policy_says_so) {
  Ordered story({rule(Rule::reply_first), rule(Rule::arrival)});
  story.hold_two();
  story.raise(speaker);
  story.raise(steward, HandKind::reply);
  EXPECT_EQ(story.behind(), (Queue{steward, speaker}));
  EXPECT_EQ(story.reasons()[2], "reply_first");
}

TEST(FloorOrder, room_and_online_in_turn) {
  Ordered story({rule(Rule::alternate, Attribute::modality), rule(Rule::arrival)});
  Queue people;
  for (Modality each : {Modality::onsite, Modality::onsite, Modality::onsite, Modality::online, Modality::online}) {
    people.push_back(story.attendee(other, each));
    story.raise(people.back());
  }
  story.give_first();
  EXPECT_EQ(story.queue(), (Queue{people[1], people[3], people[2], people[4]}));
}

TEST(FloorOrder, not_stated_is_never_moved_forward_by_alternation) {
  Ordered story({rule(Rule::alternate, Attribute::modality), rule(Rule::arrival)});
  story.hold_two();
  const PersonId first = story.attendee(other, Modality::onsite);
  const PersonId unstated = story.attendee(other, Modality::not_stated);
  const PersonId third = story.attendee(other, Modality::onsite);
  const PersonId online = story.attendee(other, Modality::online);
  for (PersonId each : {first, unstated, third, online}) story.raise(each);
  EXPECT_EQ(story.behind(), (Queue{first, online, third, unstated}));
}

TEST(FloorOrder, the_least_served_group_comes_first) {
  Ordered story({rule(Rule::least_served, Attribute::stakeholder_group), rule(Rule::arrival)});
  story.spoke(story.attendee(government), 100);
  story.hold_two();
  const PersonId served = story.attendee(government);
  const PersonId waits = story.attendee(civil_society);
  story.raise(served);
  story.raise(waits);
  EXPECT_EQ(story.behind(), (Queue{waits, served}));
  EXPECT_EQ(story.reasons()[2], "least_served");
}

TEST(FloorOrder, a_difference_within_the_tolerance_moves_nobody) {
  for (const auto& [tolerance_s, expects_swap] : {std::pair{99, true}, std::pair{100, false}}) {
    Ordered story({rule(Rule::least_served, Attribute::stakeholder_group, tolerance_s), rule(Rule::arrival)});
    story.spoke(story.attendee(government), 100);
    story.hold_two();
    const PersonId served = story.attendee(government);
    const PersonId waits = story.attendee(civil_society);
    story.raise(served);
    story.raise(waits);
    EXPECT_EQ(story.behind().front(), expects_swap ? waits : served) << tolerance_s;
  }
}

TEST(FloorOrder, not_stated_stands_no_better_than_the_worst_stated_group) {
  Ordered story({rule(Rule::least_served, Attribute::stakeholder_group), rule(Rule::arrival)});
  story.spoke(story.attendee(government), 100);
  story.hold_two();
  const PersonId served = story.attendee(government);
  const PersonId unstated = story.attendee(not_stated);
  story.raise(served);
  story.raise(unstated);
  EXPECT_EQ(story.behind(), (Queue{served, unstated})) << "never a second of floor, but nothing stated either";
}

TEST(FloorOrder, each_pick_is_charged_one_expected_turn) {
  Ordered story({rule(Rule::least_served, Attribute::stakeholder_group), rule(Rule::arrival)});
  story.hold_two();
  Queue people;
  for (StakeholderGroup each : {government, government, government, civil_society, civil_society}) {
    people.push_back(story.attendee(each));
    story.raise(people.back());
  }
  EXPECT_EQ(story.behind(), (Queue{people[0], people[3], people[1], people[4], people[2]}));
}

TEST(FloorOrder, presence_weighs_served_time_by_group_size) {
  const std::vector<std::int64_t> present{10, 0, 40, 0, 0, 0, 5};
  EXPECT_EQ(compared_ms(100, present, 0, Weight::equal), 100);
  EXPECT_EQ(compared_ms(100, present, 0, Weight::presence), 250) << "mean 25 over own 10";
  EXPECT_EQ(compared_ms(100, present, 2, Weight::presence), 62);
  EXPECT_EQ(compared_ms(100, present, 3, Weight::presence), 500) << "a group of nobody counts as five";
  EXPECT_EQ(compared_ms(100, {0, 0, 0}, 0, Weight::presence), 100);
  EXPECT_EQ(compared_ms(100, {}, 0, Weight::presence), 100);
}

TEST(FloorOrder, who_was_overtaken_often_enough_goes_first) {
  Ordered story({rule(Rule::first_time_first), rule(Rule::arrival)}, 2);
  const PersonId again = story.attendee();
  story.spoke(again, 5);
  story.hold_two();
  const HandId patient = story.raise(again);
  for (int count = 0; count < 5; ++count) story.raise(story.attendee());
  EXPECT_EQ(story.queue()[4], again) << "two new voices may pass, not a third";
  EXPECT_EQ(story.reasons()[4], "overtaken");
  for (int count = 0; count < 4; ++count) story.speak(5);
  EXPECT_EQ(story.first(), patient);
  EXPECT_EQ(story.state.floor.held.front().rule, Rule::overtaken);
}

TEST(FloorOrder, accepted_hands_come_first_in_their_order) {
  Story story;
  for (PersonId each : {moderator, online_moderator, steward}) story.raise(each);
  const HandId one = story.raise(rapporteur, HandKind::technical);
  const HandId other_hand = story.raise(speaker, HandKind::point_of_order);
  story.say(moderator, AcceptHand{other_hand});
  story.say(moderator, AcceptHand{one});
  EXPECT_EQ(story.queue(), (Queue{rapporteur, speaker, moderator, online_moderator, steward}));
  EXPECT_EQ(story.reasons()[1], "point_of_order_first");
}

TEST(FloorOrder, the_expected_place_is_the_place_got_after_raising) {
  Story story;
  story.raise(speaker);
  story.speak(10);
  for (PersonId each : {moderator, speaker, steward}) story.raise(each);
  ExpectedHand expected;
  expected.hand.person = rapporteur;
  const std::vector<PlacedHand> foreseen = floor_order(story.state.floor, 100, &expected);
  const HandId raised = story.raise(rapporteur);
  const std::vector<PlacedHand> order = floor_order(story.state.floor, 100);
  ASSERT_EQ(foreseen.size(), order.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    EXPECT_EQ(foreseen[place].hand == expected_hand_id(story.state.floor) || foreseen[place].hand == raised,
              order[place].hand == raised);
    EXPECT_EQ(foreseen[place].rule, order[place].rule);
  }
}

TEST(FloorOrder, at_most_as_many_as_asked_for) {
  Story story;
  for (PersonId each : {moderator, online_moderator, steward}) story.raise(each);
  EXPECT_EQ(floor_order(story.state.floor, 2).size(), 2U);
  EXPECT_EQ(floor_order(story.state.floor, 9).size(), 3U);
}

TEST(FloorOrder, presets_are_data) {
  for (std::string_view name : preset_names) {
    ASSERT_TRUE(preset_rules(name)) << name;
    EXPECT_EQ(preset_rules(name)->front().rule, Rule::point_of_order_first) << name;
    EXPECT_EQ(preset_rules(name)->back().rule, Rule::arrival) << name;
  }
  EXPECT_FALSE(preset_rules("loudest_first"));
}

}  // namespace
}  // namespace roundtable::test
