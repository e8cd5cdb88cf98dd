// Whatever the core says comes back from its text unchanged: on the wire, in the journal and as a snapshot.
#include "wire/codec.hpp"

#include <gtest/gtest.h>

#include "core/random_history.hpp"
#include "view/project.hpp"
#include "view/show.hpp"
#include "view/viewers.hpp"

namespace roundtable::test {
namespace {

constexpr std::size_t most_bytes = 16U * 1024U * 1024U;

void expect_round_trip(const Event& event) {
  const std::string text = wire::event_text(event);
  const auto json = wire::parse(text, most_bytes);
  ASSERT_TRUE(json) << text;
  const auto read = wire::read_event(*json);
  ASSERT_TRUE(read) << text;
  EXPECT_EQ(wire::event_text(*read), text);
  EXPECT_TRUE(*read == event) << text;
}

/// Words lie beside the row; in the row stands their number.
void expect_journal_round_trip(const Event& event) {
  std::vector<std::string> parts;
  const wire::WordsWriter seal = [&](std::string& out, const Words& words) {
    out += "{\"part\":" + std::to_string(parts.size()) + "}";
    parts.push_back(words.text);
  };
  const wire::WordsReader open = [&](const wire::Json& place) -> std::optional<std::string> {
    return parts.at(place["part"].get<std::size_t>());
  };
  const std::string data = wire::journal_data(event.data, seal);
  const auto json = wire::parse(data, most_bytes);
  ASSERT_TRUE(json) << data;
  const auto read = wire::read_journal_data(name_of(event.data), *json, open);
  ASSERT_TRUE(read) << data;
  EXPECT_TRUE(*read == event.data) << data;
  for (const char* mark : {"name-", "gender-", "callname-", "affiliation-", "question-", "why-", "body-", "answer-"}) {
    EXPECT_EQ(data.find(mark), std::string::npos) << data;
  }
}

void expect_state_round_trip(const State& state) {
  const std::string text = wire::to_text(state);
  const auto json = wire::parse(text, most_bytes);
  ASSERT_TRUE(json);
  State read;
  wire::Reader reader;
  reader.read(*json, read);
  ASSERT_FALSE(reader.has_fault()) << reader.fault();
  EXPECT_TRUE(read == state) << text << "\n" << wire::to_text(read);
}

void expect_snapshot_round_trip(const State& shown) {
  State base = shown;
  base.mine = {};
  const std::string text =
      wire::snapshot_text(wire::snapshot_base(base), wire::snapshot_group(shown.group), shown.mine);
  const auto json = wire::parse(text, most_bytes);
  ASSERT_TRUE(json) << text;
  const auto read = wire::read_snapshot(*json);
  ASSERT_TRUE(read) << text;
  EXPECT_TRUE(*read == shown) << wire::to_text(shown) << "\n" << wire::to_text(*read);
}

TEST(Codec, events_forms_states_and_snapshots_come_back_unchanged) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomHistory story(seed);
    for (const Event& event : story.events) {
      expect_round_trip(event);
      expect_journal_round_trip(event);
    }
    const std::vector<Watching> viewers = every_kind_of_viewer(story);
    story.told = [&](const Event& event) {
      expect_round_trip(event);
      expect_journal_round_trip(event);
      const auto form = view::project(event, story.state, story.random.of(viewers).viewer);
      if (form) expect_round_trip(*form);
    };
    for (int step = 0; step < 80; ++step) story.step();
    expect_state_round_trip(story.state);
    for (const Watching& each : viewers) expect_snapshot_round_trip(view::show(story.state, each.viewer));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Codec, what_is_false_stays_false_where_a_new_value_begins_as_true) {
  SessionPlan plan = story_plan();
  plan.questions = {false, false};
  Event event;
  event.data = SessionCreated{"story", "ABC234", plan};
  expect_round_trip(event);
  Story story(plan);
  expect_snapshot_round_trip(view::show(story.state, viewer_of(moderator, {Role::moderator})));
}

TEST(Codec, control_characters_quotes_and_other_scripts_survive) {
  Event event;
  event.data =
      Announced{AnnouncementId{1}, Words("\"\\/\b\f\n\r\t\x01 \xC3\xBC \xE4\xBD\xA0 \xF0\x9F\x98\x80"), "en", {}};
  expect_round_trip(event);
}

TEST(Codec, a_command_that_misses_a_field_or_has_a_wrong_one_names_it) {
  const auto fault = [](std::string_view type, std::string_view data) {
    return wire::read_command(type, *wire::parse(data, 1'000)).fault;
  };
  EXPECT_EQ(fault("hand.lower", "{}"), "/data/hand: is missing");
  EXPECT_EQ(fault("hand.lower", R"({"hand":"1"})"), "/data/hand: must be a whole number");
  EXPECT_EQ(fault("hand.lower", R"({"hand":-1})"), "/data/hand: must be a whole number in range");
  EXPECT_EQ(fault("hand.lower", R"({"hand":4294967296})"), "/data/hand: must be a whole number in range");
  EXPECT_EQ(fault("hand.lower", "[]"), "/data: must be an object");
  EXPECT_EQ(fault("hand.raise", R"({"kind":"shout"})").substr(0, 23), "/data/kind: must be one");
  EXPECT_EQ(fault("agenda.fit", R"({"phases":[{"phase":1,"seconds":"x"}]})"),
            "/data/phases/0/seconds: must be a whole number");
  EXPECT_EQ(fault("hand.lower", R"({"hand":1,"more":true})"), "") << "unknown fields are ignored";
}

TEST(Codec, unknown_commands_and_the_rooms_own_are_unknown) {
  for (std::string_view type : {"floor.steal", "person.join", "person.leave", "person.return", "clock", ""}) {
    EXPECT_FALSE(wire::read_command(type, wire::Json::object()).is_known) << type;
  }
  EXPECT_TRUE(wire::read_any_command("clock", wire::Json::object()));
}

TEST(Codec, unknown_and_broken_events_are_refused) {
  for (const char* text : {R"({"type":"hand.cut","data":{}})", R"({"type":"hand.raised"})", R"({"data":{}})", "[]",
                           R"({"type":"hand.raised","data":{"hand":"x"}})", R"({"type":1,"data":{}})"}) {
    EXPECT_FALSE(wire::read_event(*wire::parse(text, 1'000))) << text;
  }
}

}  // namespace
}  // namespace roundtable::test
