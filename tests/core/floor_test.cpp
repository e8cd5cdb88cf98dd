#include "core/floor.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

GiveFloor give(HandId hand, std::optional<HandId> expected, const char* reason = nullptr) {
  GiveFloor command;
  command.hand = hand;
  command.expected = expected;
  if (reason != nullptr) command.reason = Words(reason);
  return command;
}
GiveFloor give_person(PersonId person, std::optional<HandId> expected) {
  GiveFloor command;
  command.person = person;
  command.expected = expected;
  return command;
}

TEST(Floor, a_person_has_one_hand) {
  Story story;
  EXPECT_EQ(story.say(speaker, RaiseHand{}).words(), "hand.raised floor.held");
  EXPECT_EQ(story.answer(speaker, RaiseHand{HandKind::technical}), "already");
}

TEST(Floor, a_hand_keeps_the_groups_it_was_raised_with) {
  Story story;
  const PersonId person = story.attendee(StakeholderGroup::civil_society, Modality::online);
  story.raise(person);
  story.say(person, UpdatePerson{person, profile("Moved", StakeholderGroup::government, Modality::onsite)});
  story.speak(40);
  EXPECT_EQ(story.state.floor.served.stakeholder_group[2], 40 * second_ms);
  EXPECT_EQ(story.state.floor.served.stakeholder_group[0], 0);
}

TEST(Floor, the_queue_has_a_limit) {
  Story story;
  for (std::size_t count = 0; count < limits::waiting_hands; ++count) story.raise(story.attendee());
  EXPECT_EQ(story.answer(story.attendee(), RaiseHand{}), "limit");
}

TEST(Floor, a_steward_raises_for_people_without_a_device_only) {
  Story story;
  const PersonId in_the_room = story.without_device();
  const PersonId with_phone = story.attendee();
  const Said said = story.say(steward, RaiseHand{HandKind::intervention, in_the_room});
  ASSERT_NE(said.find<HandRaised>(), nullptr);
  EXPECT_EQ(said.find<HandRaised>()->by, steward);
  EXPECT_EQ(said.find<HandRaised>()->person, in_the_room);
  EXPECT_EQ(story.answer(steward, RaiseHand{HandKind::intervention, with_phone}), "not_allowed");
  EXPECT_EQ(story.answer(speaker, RaiseHand{HandKind::intervention, with_phone}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, RaiseHand{HandKind::intervention, PersonId{77}}), "not_found");
  EXPECT_EQ(story.answer(moderator, RaiseHand{HandKind::intervention, with_phone}), "accepted");
}

TEST(Floor, machines_and_strangers_raise_no_hand) {
  Story story;
  EXPECT_EQ(story.answer(PersonId{}, RaiseHand{}), "not_allowed");
  EXPECT_EQ(story.answer(PersonId{99}, RaiseHand{}), "not_allowed");
}

TEST(Floor, a_hand_is_lowered_by_its_person_or_by_helpers) {
  Story story;
  const PersonId person = story.attendee();
  const HandId hand = story.raise(person);
  EXPECT_EQ(story.answer(speaker, LowerHand{hand}), "not_allowed");
  EXPECT_EQ(story.answer(rapporteur, LowerHand{hand}), "not_allowed");
  EXPECT_EQ(story.say(steward, LowerHand{hand}).words(), "hand.lowered");
  EXPECT_EQ(story.answer(person, LowerHand{hand}), "not_found");
  EXPECT_TRUE(story.state.floor.held.empty());
}

TEST(Floor, only_points_of_order_and_technical_hands_are_accepted) {
  Story story;
  EXPECT_EQ(story.answer(moderator, AcceptHand{HandId{4}}), "not_found");
  const HandId plain = story.raise(speaker);
  const HandId technical = story.raise(rapporteur, HandKind::technical);
  EXPECT_EQ(story.answer(moderator, AcceptHand{plain}), "wrong_state");
  EXPECT_EQ(story.answer(steward, AcceptHand{technical}), "not_allowed");
  EXPECT_EQ(story.say(moderator, AcceptHand{technical}).words(), "hand.accepted floor.held");
  EXPECT_EQ(story.answer(moderator, AcceptHand{technical}), "already");
  EXPECT_EQ(story.queue(), (std::vector<PersonId>{rapporteur, speaker}));
}

TEST(Floor, where_the_policy_has_no_points_of_order_none_is_accepted) {
  SessionPlan plan = story_plan();
  plan.floor.rules = {FloorRule{}};
  Story story(plan);
  EXPECT_EQ(story.answer(moderator, AcceptHand{story.raise(speaker, HandKind::point_of_order)}), "wrong_state");
}

TEST(Floor, giving_the_first_hand_needs_no_reason_and_tells_the_rule) {
  Story story;
  story.raise(speaker);
  const Said said = story.give_first();
  ASSERT_NE(said.find<FloorGiven>(), nullptr);
  EXPECT_EQ(said.find<FloorGiven>()->rule, Rule::arrival);
  EXPECT_TRUE(said.find<FloorGiven>()->is_charged);
  EXPECT_TRUE(said.find<FloorGiven>()->is_first);
  EXPECT_EQ(said.find<FloorGiven>()->planned_ms, story.state.floor.policy.turn_ms);
}

TEST(Floor, giving_needs_the_hand_that_is_shown_first) {
  Story story;
  const HandId first = story.raise(speaker);
  const HandId second = story.raise(rapporteur);
  EXPECT_EQ(story.answer(moderator, give(second, second, "why")), "queue_changed");
  EXPECT_EQ(story.answer(moderator, give(first, std::nullopt)), "queue_changed");
  EXPECT_EQ(story.answer(moderator, give_person(steward, std::nullopt)), "queue_changed");
  EXPECT_EQ(story.answer(moderator, give(first, first)), "accepted");
  EXPECT_EQ(story.answer(online_moderator, give(first, first)), "not_found") << "two moderators skip nobody";
}

TEST(Floor, giving_a_hand_other_than_the_first_needs_a_reason) {
  Story story;
  const HandId first = story.raise(speaker);
  const HandId second = story.raise(rapporteur);
  EXPECT_EQ(story.answer(moderator, give(second, first)), "bad_data");
  EXPECT_EQ(story.answer(moderator, give(second, first, "  ")), "bad_data");
  EXPECT_EQ(story.answer(moderator, give(second, first, std::string(301, 'a').c_str())), "bad_data");
  const Said said = story.say(moderator, give(second, first, " has to leave "));
  ASSERT_NE(said.find<FloorGiven>(), nullptr);
  EXPECT_EQ(said.find<FloorGiven>()->rule, Rule::override_by_staff);
  EXPECT_EQ(said.find<FloorGiven>()->reason.text, "has to leave");
  EXPECT_EQ(story.state.floor.hands.at(first).overtaken, 0U) << "an override is outside the bound";
}

TEST(Floor, giving_names_a_hand_or_a_person) {
  Story story;
  const HandId first = story.raise(speaker);
  GiveFloor both = give(first, first);
  both.person = speaker;
  EXPECT_EQ(story.answer(moderator, both), "bad_data");
  GiveFloor neither;
  neither.expected = first;
  EXPECT_EQ(story.answer(moderator, neither), "bad_data");
  EXPECT_EQ(story.answer(moderator, give(HandId{5}, first)), "not_found");
  EXPECT_EQ(story.answer(moderator, give_person(PersonId{50}, first)), "not_found");
  EXPECT_EQ(story.answer(steward, give(first, first)), "not_allowed");
}

TEST(Floor, a_turn_outside_the_queue_is_never_charged) {
  Story story;
  EXPECT_EQ(story.answer(moderator, give_person(speaker, std::nullopt)), "accepted");
  story.wait(50);
  const Said ended = story.say(speaker, YieldFloor{});
  EXPECT_EQ(ended.find<FloorEnded>()->elapsed_ms, 50 * second_ms);
  EXPECT_EQ(story.state.floor.served, Served{});
  EXPECT_TRUE(story.state.floor.spoken.empty());
  EXPECT_EQ(story.state.floor.turns.at(TurnId{1}).rule, Rule::direct);
}

TEST(Floor, giving_ends_the_running_turn_and_charges_its_actual_seconds) {
  Story story;
  story.raise(story.attendee(StakeholderGroup::government, Modality::onsite));
  story.raise(story.attendee(StakeholderGroup::other, Modality::online));
  story.give_first();
  story.wait(200);
  EXPECT_EQ(story.give_first().words(), "floor.ended floor.given");
  EXPECT_EQ(story.state.floor.served.stakeholder_group[0], 200 * second_ms);
  EXPECT_EQ(story.state.floor.spoken.at(PersonId{6}).spoken_ms, 200 * second_ms);
  EXPECT_EQ(story.state.floor.turns.at(TurnId{1}).ended_at_ms, story.now_ms);
}

TEST(Floor, extending_a_turn_has_limits) {
  Story story;
  EXPECT_EQ(story.answer(moderator, ExtendTurn{30}), "wrong_state");
  story.raise(speaker);
  story.give_first();
  EXPECT_EQ(story.answer(moderator, ExtendTurn{0}), "bad_data");
  EXPECT_EQ(story.answer(moderator, ExtendTurn{3'601}), "bad_data");
  EXPECT_EQ(story.answer(moderator, ExtendTurn{std::numeric_limits<std::int64_t>::min()}), "bad_data");
  EXPECT_EQ(story.answer(moderator, ExtendTurn{-111}), "limit");
  EXPECT_EQ(story.answer(moderator, ExtendTurn{3'481}), "limit");
  EXPECT_EQ(story.answer(speaker, ExtendTurn{30}), "not_allowed");
  const Said said = story.say(moderator, ExtendTurn{30});
  EXPECT_EQ(said.find<FloorExtended>()->planned_ms, 150 * second_ms);
}

TEST(Floor, ending_and_yielding_need_a_turn_and_yielding_the_own_one) {
  Story story;
  EXPECT_EQ(story.answer(moderator, EndTurn{}), "wrong_state");
  EXPECT_EQ(story.answer(speaker, YieldFloor{}), "wrong_state");
  story.raise(speaker);
  story.give_first();
  EXPECT_EQ(story.answer(rapporteur, YieldFloor{}), "not_allowed");
  EXPECT_EQ(story.answer(speaker, EndTurn{}), "not_allowed");
  EXPECT_EQ(story.answer(speaker, YieldFloor{}), "accepted");
  EXPECT_FALSE(story.state.floor.running);
}

TEST(Floor, the_two_shown_first_keep_their_places_against_later_hands) {
  Story story;
  const PersonId first = story.attendee();
  const PersonId second = story.attendee();
  story.raise(first);
  story.speak(10);
  story.raise(first);
  story.raise(second);
  story.raise(story.attendee());
  EXPECT_EQ(story.queue()[0], first) << "held although others have not spoken yet";
  EXPECT_EQ(story.queue()[1], second);
}

TEST(Floor, an_accepted_hand_goes_before_the_held_ones_and_overtakes_nobody) {
  Story story;
  const HandId first = story.raise(speaker);
  story.raise(rapporteur);
  const HandId order = story.raise(steward, HandKind::point_of_order);
  story.say(moderator, AcceptHand{order});
  EXPECT_EQ(story.first(), order);
  EXPECT_EQ(story.state.floor.held.size(), limits::held_hands);
  const Said said = story.give_first();
  EXPECT_EQ(said.find<FloorGiven>()->rule, Rule::point_of_order_first);
  EXPECT_EQ(story.state.floor.hands.at(first).overtaken, 0U);
}

TEST(Floor, a_later_hand_that_goes_first_counts_as_overtaking) {
  Story story;
  const PersonId again = story.attendee();
  story.raise(again);
  story.speak(5);
  story.raise(speaker);
  story.raise(rapporteur);
  const HandId waits = story.raise(again);
  story.raise(steward);
  story.speak(5);
  EXPECT_EQ(story.queue(), (std::vector<PersonId>{rapporteur, steward, again}));
  story.speak(5);
  story.speak(5);
  EXPECT_EQ(story.state.floor.hands.at(waits).overtaken, 1U) << "by the steward, whose hand came later";
}

}  // namespace
}  // namespace roundtable::test
