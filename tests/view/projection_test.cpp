// The laws of DESIGN.md on random histories: what a viewer's forms build is what `show` says, after every command.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <type_traits>

#include "core/floor_order.hpp"
#include "view/project.hpp"
#include "view/viewers.hpp"
#include "wire/codec.hpp"

namespace roundtable::test {
namespace {

using view::project;
using view::show;

constexpr std::size_t commands_a_history = 80;

/// `ROUNDTABLE_HISTORIES` asks for more (or fewer) than usual.
std::uint64_t histories(std::uint64_t usual) {
  const char* wanted = std::getenv("ROUNDTABLE_HISTORIES");
  return wanted == nullptr ? usual : std::strtoull(wanted, nullptr, 10);
}

std::string difference(const State& built, const State& shown) {
  const std::string one = wire::to_text(built);
  const std::string other = wire::to_text(shown);
  std::size_t at = 0;
  while (at < one.size() && at < other.size() && one[at] == other[at]) ++at;
  const std::size_t from = at < 120 ? 0 : at - 120;
  return "\nbuilt: ..." + one.substr(from, 320) + "\nshown: ..." + other.substr(from, 320);
}

bool is_of_staff(const EventData& data) {
  return visit([](const auto& fact) { return OfStaff<std::remove_cvref_t<decltype(fact)>>; }, data);
}

class Watched {
 public:
  explicit Watched(std::uint64_t seed) : story_(seed), viewers_(every_kind_of_viewer(story_)) {
    story_.told = [this](const Event& event) { tell(event); };
    for (Watching& each : viewers_) {
      if (story_.random.one_in(3)) begin(each);
    }
  }

  void step() {
    for (Watching& each : viewers_) {
      if (!each.has_begun && story_.random.one_in(6)) begin(each);
    }
    said_ = story_.step();
    for (const Event& event : said_.events) seen_types_.insert(name_of(event.data));
  }

  void expect_the_law() const {
    for (const Watching& each : viewers_) {
      if (!each.has_begun) continue;
      const State shown = show(story_.state, each.viewer);
      if (each.built == shown) continue;
      ADD_FAILURE() << each.kind << " after " << said_.words() << difference(each.built, shown);
      return;
    }
  }

  const std::set<std::string_view>& seen_types() const { return seen_types_; }

 private:
  /// A link works once its person is in the session, with the roles of then.
  void begin(Watching& each) {
    const auto person = story_.state.roster.people.find(each.viewer.person);
    if (each.viewer.person && person == story_.state.roster.people.end()) return;
    if (each.viewer.person) each.viewer = viewer_of(person->first, person->second.roles);
    each.built = show(story_.state, each.viewer);
    each.has_begun = true;
  }
  void tell(const Event& event) {
    for (Watching& each : viewers_) {
      if (!each.has_begun) continue;
      if (starts_anew(event.data, each.viewer.person)) {
        begin(each);
        continue;
      }
      const auto form = project(event, story_.state, each.viewer);
      if (!form) continue;
      EXPECT_TRUE(each.viewer.base == Scope::staff || !is_of_staff(form->data)) << name_of(form->data);
      apply(each.built, *form);
    }
  }

  /// The lines of both people of a merge come back and get a snapshot.
  static bool starts_anew(const EventData& data, PersonId person) {
    if (const auto* merged = get_if<PersonMerged>(&data)) {
      return person == merged->person || person == merged->into;
    }
    const auto* parted = get_if<PersonUnmerged>(&data);
    return parted != nullptr && (person == parted->person || person == parted->into);
  }

  RandomHistory story_;
  std::vector<Watching> viewers_;
  Said said_;
  std::set<std::string_view> seen_types_;
};

bool has_every_event_type(const std::set<std::string_view>& seen) {
  const auto names = wire::event_names();
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) { return seen.contains(name); });
}

/// Seeds `first`, `first` + 4, ... so that four tests share the work; more of them while a rare event was not seen.
std::set<std::string_view> watch_histories(std::uint64_t first) {
  std::set<std::string_view> seen{"session.created", "person.listed"};
  const std::uint64_t most = histories(2'000);
  for (std::uint64_t seed = first; seed < most || (seed < 4 * most && !has_every_event_type(seen)); seed += 4) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Watched watched(seed);
    for (std::size_t step = 0; step < commands_a_history; ++step) {
      watched.step();
      watched.expect_the_law();
      if (testing::Test::HasFailure()) return seen;
    }
    seen.insert(watched.seen_types().begin(), watched.seen_types().end());
  }
  return seen;
}

void expect_every_event_type(const std::set<std::string_view>& seen) {
  if (testing::Test::HasFailure()) return;
  for (std::string_view name : wire::event_names()) EXPECT_TRUE(seen.contains(name)) << name;
}

TEST(Projection, what_forms_build_is_what_show_says_with_people_beyond_what_staff_hold) {
  expect_every_event_type(watch_histories(0));
}
TEST(Projection, what_forms_build_is_what_show_says) {
  expect_every_event_type(watch_histories(1));
}
TEST(Projection, what_forms_build_is_what_show_says_in_more_histories) {
  expect_every_event_type(watch_histories(2));
}
TEST(Projection, what_forms_build_is_what_show_says_in_yet_more_histories) {
  expect_every_event_type(watch_histories(3));
}

/// As the browser stamps it: no alias, no lifted limits.
Stamp stamp_of_the_browser(const State& shown, InstantMs at_ms) {
  Stamp stamp;
  stamp.at_ms = at_ms;
  stamp.actor.person = shown.mine.person;
  stamp.actor.roles = shown.mine.roles;
  return stamp;
}

TEST(Projection, what_the_server_accepts_the_senders_core_never_refuses) {
  std::set<std::string_view> accepted;
  for (std::uint64_t seed = 0; seed < histories(1'500); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomHistory story(seed);
    for (std::size_t step = 0; step < commands_a_history; ++step) {
      const Drawn drawn = story.draw();
      const bool is_accepted = !decide(story.state, drawn.command, drawn.stamp).is_refused();
      if (is_accepted) accepted.insert(name_of(drawn.command));
      if (is_accepted && !drawn.stamp.actor.is_room) {
        const State shown = show(story.state, viewer_of(drawn.stamp.actor.person, drawn.stamp.actor.roles));
        const Decision foreseen = decide(shown, drawn.command, stamp_of_the_browser(shown, story.now_ms));
        ASSERT_FALSE(foreseen.is_refused())
            << name_of(drawn.command) << " by " << drawn.stamp.actor.person.value << ": " << foreseen.refusal().message;
      }
      story.perform_as(drawn.command, drawn.stamp);
    }
  }
  for (std::string_view name : wire::command_names()) EXPECT_TRUE(accepted.contains(name)) << name;
}

std::string order_text(const State& state) {
  std::string text;
  for (const PlacedHand& placed : floor_order(state.floor, limits::waiting_hands)) {
    text += std::to_string(placed.hand.value) + " " + std::string(name_of(placed.rule)) + " ";
    text += placed.by ? std::string(name_of(*placed.by)) + ", " : std::string(", ");
  }
  return text;
}

TEST(Projection, the_floor_order_from_show_is_the_servers) {
  for (std::uint64_t seed = 0; seed < histories(300); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomHistory story(seed);
    const std::vector<Watching> viewers = every_kind_of_viewer(story);
    for (std::size_t step = 0; step < commands_a_history; ++step) {
      story.step();
      const std::string servers = order_text(story.state);
      const Watching& each = story.random.of(viewers);
      ASSERT_EQ(order_text(show(story.state, each.viewer)), servers) << each.kind;
    }
  }
}

}  // namespace
}  // namespace roundtable::test
