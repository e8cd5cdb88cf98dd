// What the wall may know: a display and an overlay hold no more than everyone, and no reason tells how many people a
// small group has.
#include <gtest/gtest.h>

#include "core/floor_order.hpp"
#include "view/view.hpp"
#include "view/viewers.hpp"
#include "wire/codec.hpp"
#include "wire/write.hpp"

namespace roundtable::test {
namespace {

view::Viewer display() {
  return viewer_of({}, {Role::display});
}

void expect_rounded_up_to_fives(const PresenceScale& presence) {
  for (Attribute attribute : {Attribute::stakeholder_group, Attribute::regional_group, Attribute::modality}) {
    for (std::int64_t people : presence.by(attribute)) EXPECT_EQ(people % limits::small_group, 0);
  }
}

TEST(Wall, weighs_by_presence_in_fives_and_knows_nobodys_presence) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomHistory story(seed);
    for (int step = 0; step < 40; ++step) story.step();
    const State shown = view::show(story.state, display());
    expect_rounded_up_to_fives(shown.floor.presence);
    for (const auto& [id, person] : shown.roster.people) {
      EXPECT_FALSE(person.is_present);
      EXPECT_EQ(person.attended_ms, 0);
      EXPECT_FALSE(person.extra_time_percent);
    }
    if (testing::Test::HasFailure()) return;
  }
}

/// A group of one to four people, however many of them are here, gives the same order with the same reasons.
TEST(Wall, gives_the_same_reasons_whatever_the_size_of_a_small_group) {
  std::optional<std::string> first;
  for (int people = 1; people < limits::small_group; ++people) {
    SessionPlan plan = story_plan("groups_in_balance_by_presence");
    Story story(plan);
    const PersonId raises = story.attendee(StakeholderGroup::government, Modality::onsite);
    for (int more = 1; more < people; ++more) story.attendee(StakeholderGroup::government, Modality::onsite);
    std::vector<PersonId> others;
    for (int count = 0; count < 12; ++count) {
      others.push_back(story.attendee(StakeholderGroup::civil_society, Modality::online));
    }
    story.say(moderator, NextPhase{});
    std::string reasons;
    for (int turn = 0; turn < 6; ++turn) {
      story.raise(raises);
      for (PersonId each : others) story.raise(each);
      const view::Held held{view::show(story.state, display()), {}};
      for (const view::HandModel& hand : view::view(held, story.now_ms).floor.queue) {
        reasons += std::string(name_of(hand.rule)) + (hand.by ? "/" + std::string(name_of(*hand.by)) : "") + " ";
      }
      story.speak(30 + 20 * turn);
    }
    if (!first) first = reasons;
    EXPECT_EQ(reasons, *first) << people << " people";
  }
}

}  // namespace
}  // namespace roundtable::test
