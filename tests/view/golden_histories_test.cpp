// tests/golden/histories: given events, commands, what came of them, what each viewer got and sees. The browser's WASM
// replays the same files (tests/web/golden_histories.test.ts). ROUNDTABLE_WRITE_GOLDEN=1 writes them anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "view/golden_stories.hpp"

namespace roundtable::test {
namespace {

const std::filesystem::path folder = std::string(ROUNDTABLE_SOURCE_DIR) + "/tests/golden/histories";

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::filesystem::path> golden_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Stamp read_stamp(const wire::Json& json) {
  Stamp stamp;
  stamp.at_ms = json["at"].get<InstantMs>();
  stamp.actor.is_room = json.value("room", false);
  if (stamp.actor.is_room) return stamp;
  stamp.actor.person = PersonId{json["person"].get<std::uint32_t>()};
  stamp.vote_alias = json["vote_alias"].get<std::string>();
  stamp.poll_alias = poll_aliases(stamp.vote_alias);
  wire::Reader().read(json["roles"], stamp.actor.roles);
  return stamp;
}

GoldenInput read_input(const wire::Json& file) {
  GoldenInput input;
  input.name = file["name"].get<std::string>();
  for (const wire::Json& each : file["given"]) input.given.push_back(wire::read_event(each).value());
  for (const wire::Json& each : file["steps"]) {
    const wire::Json& command = each["command"];
    input.steps.push_back({wire::read_any_command(command["type"].get<std::string>(), command["data"]).value(),
                           read_stamp(each["stamp"])});
  }
  return input;
}

std::string around_first_difference(const std::string& one, const std::string& other) {
  const auto apart = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  const auto at = static_cast<std::size_t>(apart.first - one.begin());
  const std::size_t from = at < 200 ? 0 : at - 200;
  return "now:  " + one.substr(from, 400) + "\nfile: " + other.substr(from, 400);
}

TEST(GoldenHistories, everything_in_a_file_follows_from_what_was_given_and_said) {
  if (std::getenv("ROUNDTABLE_WRITE_GOLDEN") != nullptr) {
    for (const GoldenInput& input : golden_stories()) {
      std::ofstream(folder / (input.name + ".json"), std::ios::binary) << golden_document(input);
    }
  }
  const auto files = golden_files();
  EXPECT_GE(files.size(), 12U);
  for (const auto& path : files) {
    const std::string text = read_text(path);
    const auto json = wire::parse(text, 16U * 1024U * 1024U);
    ASSERT_TRUE(json) << path;
    const std::string now = golden_document(read_input(*json));
    EXPECT_TRUE(now == text) << path << "\n" << around_first_difference(now, text);
  }
}

TEST(GoldenHistories, together_they_touch_every_event_type_and_most_refusals) {
  std::set<std::string> events;
  std::set<std::string> refusals;
  for (const auto& path : golden_files()) {
    const auto json = wire::parse(read_text(path), 16U * 1024U * 1024U);
    ASSERT_TRUE(json) << path;
    for (const wire::Json& each : (*json)["given"]) events.insert(each["type"].get<std::string>());
    for (const wire::Json& step : (*json)["steps"]) {
      if (step["expect"].contains("refusal")) refusals.insert(step["expect"]["refusal"].get<std::string>());
      if (!step["expect"].contains("events")) continue;
      for (const wire::Json& each : step["expect"]["events"]) events.insert(each["type"].get<std::string>());
    }
  }
  for (std::string_view name : wire::event_names()) EXPECT_TRUE(events.contains(std::string(name))) << name;
  for (const char* code : {"not_allowed", "wrong_state", "already", "stale_revision", "closed", "bad_data"}) {
    EXPECT_TRUE(refusals.contains(code)) << code;
  }
}

}  // namespace
}  // namespace roundtable::test
