// The floor's laws on random histories, as DESIGN.md and the issue word them.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/random_history.hpp"
#include "core/random_plan.hpp"
#include "wire/codec.hpp"

namespace roundtable::test {
namespace {

constexpr std::uint64_t histories = 1'000;
constexpr std::size_t commands_a_history = 80;

/// Counts by brute force how often each waiting hand was overtaken by a rule.
class OvertakingCounter {
 public:
  explicit OvertakingCounter(const Story& story) : story_(story) {}

  void see(const Event& event, const std::map<HandId, Hand>& before) {
    const auto* given = get_if<FloorGiven>(&event.data);
    if (given == nullptr || !given->hand || given->rule == Rule::override_by_staff) return;
    if (before.at(given->hand).is_accepted) return;
    for (const auto& [id, hand] : story_.state.floor.hands) {
      if (id < given->hand) worst_ = std::max(worst_, ++overtaken_[id]);
    }
  }
  std::uint32_t worst() const { return worst_; }

 private:
  const Story& story_;
  std::map<HandId, std::uint32_t> overtaken_;
  std::uint32_t worst_ = 0;
};

/// A crowd that raises more hands than there are turns, under a random policy.
class Crowd : public Story {
 public:
  explicit Crowd(std::uint64_t seed) : Crowd(Random(seed)) {}

  void turn() {
    for (std::uint64_t count = random_.below(5); count > 0; --count) {
      say(random_.of(people_), RaiseHand{random_.any<HandKind>(4), std::nullopt});
    }
    const HandId chosen{1 + static_cast<std::uint32_t>(random_.below(state.counters.hand + 1))};
    if (random_.one_in(8)) say(moderator, AcceptHand{chosen});
    if (random_.one_in(12)) say(moderator, GiveFloor{chosen, std::nullopt, first(), Words("override")});
    if (first()) give_first();
    now_ms += static_cast<DurationMs>(random_.below(200'000));
  }

 private:
  explicit Crowd(Random random) : Story(plan_of(random)), random_(random) {
    for (int count = 0; count < 25; ++count) {
      people_.push_back(join(
          profile("Crowd", random_.any<StakeholderGroup>(7), random_.any<Modality>(3), random_.any<RegionalGroup>(8))));
    }
    say(moderator, NextPhase{});
  }
  static SessionPlan plan_of(Random& random) {
    SessionPlan plan = story_plan();
    plan.floor = random_policy(random);
    return plan;
  }

  Random random_;
  std::vector<PersonId> people_;
};

TEST(FloorLaws, nobody_is_overtaken_more_often_than_the_bound_and_the_two_held) {
  std::uint32_t at_the_bound = 0;
  for (std::uint64_t seed = 0; seed < histories; ++seed) {
    Crowd crowd(seed);
    OvertakingCounter counter(crowd);
    std::map<HandId, Hand> before;
    crowd.told = [&](const Event& event) {
      counter.see(event, before);
      before = crowd.state.floor.hands;
    };
    for (int turn = 0; turn < 40; ++turn) {
      crowd.turn();
      ASSERT_LE(counter.worst(), crowd.state.floor.policy.overtaken_at_most + limits::held_hands) << "seed " << seed;
    }
    at_the_bound += counter.worst() >= crowd.state.floor.policy.overtaken_at_most ? 1 : 0;
  }
  EXPECT_GT(at_the_bound, 100U) << "histories have to reach the bound for the law to mean anything";
}

std::optional<std::size_t> place_of(const Floor& floor, PersonId person) {
  const std::vector<PlacedHand> order = floor_order(floor, limits::waiting_hands);
  for (std::size_t place = 0; place < order.size(); ++place) {
    if (floor.hands.at(order[place].hand).person == person) return place;
  }
  return std::nullopt;
}

TEST(FloorLaws, lowering_and_raising_a_hand_gains_nothing) {
  std::size_t tried = 0;
  for (std::uint64_t seed = 0; seed < histories; ++seed) {
    RandomHistory story(seed);
    for (std::size_t step = 0; step < commands_a_history; ++step) {
      story.step();
      if (story.state.floor.hands.size() < 3 || story.state.session.status == SessionStatus::closed) continue;
      auto chosen = story.state.floor.hands.begin();
      std::advance(chosen, static_cast<std::ptrdiff_t>(story.random.below(story.state.floor.hands.size())));
      const Hand hand = chosen->second;
      if (story.person(hand.person).profile.groups() != hand.groups) continue;  // another profile, another hand
      if (hand.is_away) continue;                                               // passed over
      if (story.state.floor.mode == FloorMode::closed || !takes(story.state.floor.policy, hand.kind))
        continue;  // not taken again
      Story again = story;
      again.told = [](const Event&) {};
      const auto before = place_of(again.state.floor, hand.person);
      ASSERT_EQ(again.answer(hand.person, LowerHand{chosen->first}), "accepted");
      ASSERT_EQ(again.answer(hand.person, RaiseHand{hand.kind}), "accepted");
      ASSERT_GE(place_of(again.state.floor, hand.person), before) << "seed " << seed << " step " << step;
      ++tried;
    }
  }
  EXPECT_GT(tried, 1'000U);
}

TEST(FloorLaws, the_two_held_keep_their_places) {
  for (std::uint64_t seed = 0; seed < histories; ++seed) {
    RandomHistory story(seed);
    for (std::size_t step = 0; step < commands_a_history; ++step) {
      const std::vector<HeldHand> before = story.state.floor.held;
      const Drawn drawn = story.draw();
      story.perform_as(drawn.command, drawn.stamp);
      if (holds<AcceptHand>(drawn.command)) continue;
      if (holds<Undo>(drawn.command)) continue;          // puts back who was held before
      if (holds<EndRehearsal>(drawn.command)) continue;  // and so does this
      std::vector<HandId> kept;
      const auto& hands = story.state.floor.hands;
      for (const HeldHand& held : before) {
        const auto hand = hands.find(held.hand);
        if (hand != hands.end() && !hand->second.is_away) kept.push_back(held.hand);
      }
      const std::vector<HeldHand>& after = story.state.floor.held;
      const auto waiting = static_cast<std::size_t>(
          std::count_if(hands.begin(), hands.end(), [](const auto& each) { return !each.second.is_away; }));
      ASSERT_EQ(after.size(), std::min(limits::held_hands, waiting));
      std::vector<HandId> found;
      for (const HeldHand& held : after) {
        if (std::find(kept.begin(), kept.end(), held.hand) != kept.end()) found.push_back(held.hand);
      }
      const bool has_accepted_waiting = std::any_of(story.state.floor.hands.begin(), story.state.floor.hands.end(),
                                                    [](const auto& each) { return each.second.is_accepted; });
      if (has_accepted_waiting) continue;
      ASSERT_EQ(found, kept) << "seed " << seed << " step " << step;
    }
  }
}

TEST(FloorLaws, the_expected_place_is_the_place_got) {
  for (std::uint64_t seed = 0; seed < histories; ++seed) {
    RandomHistory story(seed);
    for (std::size_t step = 0; step < commands_a_history; ++step) {
      story.step();
      const PersonId person{1 + static_cast<std::uint32_t>(story.random.below(12))};
      const auto found = story.state.roster.people.find(person);
      if (found == story.state.roster.people.end() || found->second.is_removed) continue;
      ExpectedHand expected;
      expected.hand.person = person;
      expected.hand.groups = found->second.profile.groups();
      expected.has_spoken = story.state.floor.spoken.contains(person);
      const HandId foreseen = expected_hand_id(story.state.floor);
      const std::vector<PlacedHand> order = floor_order(story.state.floor, limits::waiting_hands, &expected);
      Story after = story;
      after.told = [](const Event&) {};
      if (after.answer(person, RaiseHand{}) != "accepted") continue;
      const auto got = place_of(after.state.floor, person);
      ASSERT_TRUE(got && *got < order.size());
      ASSERT_EQ(order[*got].hand, foreseen) << "seed " << seed << " step " << step;
    }
  }
}

TEST(FloorLaws, the_same_history_gives_the_same_digest_and_its_events_alone_give_it_too) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    RandomHistory one(seed);
    RandomHistory other(seed);
    for (std::size_t step = 0; step < commands_a_history; ++step) {
      one.step();
      other.step();
    }
    ASSERT_EQ(wire::digest(one.state), wire::digest(other.state)) << "seed " << seed;
    State replayed;
    for (const Event& event : one.events) apply(replayed, event);
    ASSERT_EQ(wire::digest(replayed), wire::digest(one.state)) << "seed " << seed;
  }
}

/// Compared seconds under `least_served` then `arrival` alone, one phase, no overtaking bound, no overrides.
class Balance {
 public:
  explicit Balance(std::uint64_t seed) : random_(seed), story_(plan()) {
    for (std::uint32_t each = 0; each < 24; ++each) {
      people_.push_back(story_.attendee(random_.any<StakeholderGroup>(4), random_.any<Modality>(2)));
    }
    story_.say(moderator, NextPhase{});
    longest_ms_ = scaled(story_.state.floor.policy.turn_ms);
  }

  void turn() {
    const std::uint64_t raising = random_.below(8);
    for (std::uint64_t count = 0; count < raising; ++count) story_.raise(random_.of(people_));
    if (!story_.first()) return;
    story_.give_first();  // the refill looks at who waits now
    note_who_waits();
    const DurationMs spoken_ms = static_cast<DurationMs>(random_.below(240'000));
    longest_ms_ = std::max(longest_ms_, scaled(spoken_ms));
    story_.now_ms += spoken_ms;
    story_.say(moderator, EndTurn{});
    compare();
  }

 private:
  SessionPlan plan() {
    SessionPlan plan = story_plan();
    FloorRule least;
    least.rule = Rule::least_served;
    least.by = Attribute::stakeholder_group;
    least.tolerance_ms = static_cast<DurationMs>(random_.below(90)) * second_ms;
    least.weight = random_.any<Weight>(2);
    plan.floor.rules = {least, FloorRule{}};
    plan.floor.overtaken_at_most = 1'000'000;
    plan.floor.turn_ms = static_cast<DurationMs>(20 + random_.below(200)) * second_ms;
    return plan;
  }

  const FloorRule& rule() const { return story_.state.floor.policy.rules.front(); }
  DurationMs compared(std::size_t group, DurationMs served_ms) const {
    return compared_ms(served_ms, story_.state.floor.presence.stakeholder_group, group, rule().weight);
  }
  DurationMs scaled(DurationMs turn_ms) const {
    DurationMs most = 0;
    for (std::size_t group = 0; group < 4; ++group) most = std::max(most, compared(group, turn_ms) + 1);
    return most;
  }

  /// A group whose every hand is held is being served; it keeps waiting with a hand behind the two held.
  void note_who_waits() {
    std::array<bool, 4> waits{};
    const Floor& floor = story_.state.floor;
    for (const auto& [id, hand] : floor.hands) {
      const bool is_held =
          std::any_of(floor.held.begin(), floor.held.end(), [&](const HeldHand& held) { return held.hand == id; });
      if (!is_held) waits[static_cast<std::size_t>(hand.groups.stakeholder_group)] = true;
    }
    for (std::size_t group = 0; group < 4; ++group) {
      for (std::size_t other = 0; other < 4; ++other) {
        if (!waits[group] || !waits[other]) started_.erase({group, other});
      }
    }
    waits_ = waits;
  }

  void compare() {
    const auto& served = story_.state.floor.served.stakeholder_group;
    for (std::size_t group = 0; group < 4; ++group) {
      for (std::size_t other = 0; other < 4; ++other) {
        if (!waits_[group] || !waits_[other]) continue;
        const DurationMs ahead_ms = compared(group, served[group]) - compared(other, served[other]);
        const DurationMs start_ms = started_.try_emplace({group, other}, ahead_ms).first->second;
        // Who is held goes whatever the rule says by then: the bound grows by a longest turn for each of the two.
        constexpr auto held = static_cast<DurationMs>(limits::held_hands);
        ASSERT_LE(ahead_ms, std::max(start_ms, longest_ms_ + rule().tolerance_ms) + held * longest_ms_)
            << name_of(static_cast<StakeholderGroup>(group)) << " before "
            << name_of(static_cast<StakeholderGroup>(other));
      }
    }
  }

  Random random_;
  Story story_;
  std::vector<PersonId> people_;
  std::array<bool, 4> waits_{};
  std::map<std::pair<std::size_t, std::size_t>, DurationMs> started_;
  DurationMs longest_ms_ = 0;
};

TEST(FloorLaws, groups_that_keep_waiting_are_served_alike) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Balance balance(seed);
    for (int count = 0; count < 80; ++count) {
      balance.turn();
      if (testing::Test::HasFailure()) return;
    }
  }
}

}  // namespace
}  // namespace roundtable::test
