// The next two stand still against later hands, an accepted point of order apart; the laws' bounds grow by these two.
#include <gtest/gtest.h>

#include "core/random_history.hpp"

namespace roundtable::test {
namespace {

static_assert(limits::held_hands == 2, "DESIGN.md: the two held hands widen the bounds by two");

std::vector<HandId> held_by(const Story& story) {
  std::vector<HandId> held;
  for (const HeldHand& each : story.state.floor.held) held.push_back(each.hand);
  return held;
}

TEST(HeldHands, stand_still_against_any_later_hand_but_an_accepted_one) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    RandomHistory story(seed);
    for (int step = 0; step < 60; ++step) story.step();
    if (story.state.session.status == SessionStatus::closed) continue;
    const std::vector<HandId> before = held_by(story);
    if (before.size() < limits::held_hands) continue;
    Story later = story;
    later.told = [](const Event&) {};
    for (int hand = 0; hand < 12; ++hand) {
      const PersonId person = later.join(profile("Later", story.random.any<StakeholderGroup>(7),
                                                 story.random.any<Modality>(3), story.random.any<RegionalGroup>(8)));
      later.raise(person, story.random.any<HandKind>(4));
      ASSERT_EQ(held_by(later), before) << "seed " << seed;
    }
  }
}

TEST(HeldHands, give_way_to_an_accepted_point_of_order_alone) {
  SessionPlan plan = story_plan("first_come");
  FloorRule urgent;
  urgent.rule = Rule::point_of_order_first;
  plan.floor.name = "own";
  plan.floor.rules = {urgent, FloorRule{}};
  Story story(plan);
  const HandId one = story.raise(speaker);
  const HandId two = story.raise(steward);
  const HandId order = story.raise(rapporteur, HandKind::point_of_order);
  EXPECT_EQ(held_by(story), (std::vector<HandId>{one, two})) << "raising it moves nobody";
  EXPECT_EQ(story.answer(moderator, AcceptHand{order}), "accepted");
  EXPECT_EQ(held_by(story), (std::vector<HandId>{order, one})) << "accepted, it goes before both";
}

/// Whoever came back after the two were picked waits for both, though the bound says that others went first often
/// enough.
TEST(HeldHands, widen_the_bound_on_overtaking_by_two) {
  SessionPlan plan = story_plan("new_voices");
  plan.floor.overtaken_at_most = 1;
  Story story(plan);
  story.say(moderator, NextPhase{});
  const PersonId old = story.attendee();
  story.raise(old);
  story.speak(10);
  const HandId waits = story.raise(old);
  story.say(moderator, MarkHandAway{waits});
  for (int count = 0; count < 6; ++count) story.raise(story.attendee());
  story.say(old, MarkHandBack{waits});
  std::uint32_t worst = 0;
  while (story.state.floor.hands.contains(waits)) {
    worst = std::max(worst, story.state.floor.hands.at(waits).overtaken);
    ASSERT_TRUE(story.first());
    story.speak(10);
  }
  EXPECT_GT(worst, plan.floor.overtaken_at_most);
  EXPECT_LE(worst, plan.floor.overtaken_at_most + limits::held_hands);
}

}  // namespace
}  // namespace roundtable::test
