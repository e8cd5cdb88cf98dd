// Events applied a second, the floor order of 1,000 waiting hands, and what painting costs. No bar is asserted here:
// README.md has the bars and how to read the table. `--write FILE` and `--write-queue FILE` leave the histories for
// wasm_bench.mjs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/random.hpp"
#include "core/story.hpp"
#include "view/show.hpp"
#include "view/view.hpp"
#include "view/viewers.hpp"
#include "wire/codec.hpp"

namespace roundtable::test {
namespace {

struct Effort {
  int runs = 9;
  int turns = 4'000;
};

/// Milliseconds of one call, the median of several.
double median_ms(int runs, const std::function<void()>& work) {
  std::vector<double> times;
  for (int run = 0; run < runs; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

/// A busy session of 300 people: hands, turns, questions, votes, signals, phases.
Story busy_session(int turns) {
  Story story;
  story.lifts_limits = true;
  Random random(7);
  std::vector<PersonId> people;
  for (int count = 0; count < 300; ++count) {
    people.push_back(story.join(profile("Person " + std::to_string(count), random.any<StakeholderGroup>(7),
                                        random.any<Modality>(3), random.any<RegionalGroup>(8))));
  }
  story.say(moderator, NextPhase{});
  for (int turn = 0; turn < turns; ++turn) {
    story.raise(random.of(people));
    story.raise(random.of(people));
    const QuestionId asked = story.approved(random.of(people), "What about point " + std::to_string(turn) + "?");
    for (int vote = 0; vote < 6; ++vote) {
      const auto back = static_cast<std::uint32_t>(random.below(std::min(asked.value, 40U)));
      story.say(random.of(people), VoteQuestion{QuestionId{asked.value - back}});
    }
    if (turn % 3 == 0) story.say(random.of(people), SendSignal{SignalKind::cannot_hear});
    if (turn % 40 == 0) story.say(moderator, ClearSignal{SignalKind::cannot_hear});
    story.give_first();
    story.wait(45);
    story.say(moderator, EndTurn{});
  }
  return story;
}

void row(std::string_view what, double value, std::string_view unit, std::string_view bar) {
  std::printf("%-52.*s %14.2f %-12.*s %.*s\n", static_cast<int>(what.size()), what.data(), value,
              static_cast<int>(unit.size()), unit.data(), static_cast<int>(bar.size()), bar.data());
}

void bench_events(const std::vector<Event>& events, int runs) {
  const auto count = static_cast<double>(events.size());
  const double apply_ms = median_ms(runs, [&] {
    State state;
    for (const Event& event : events) apply(state, event);
    if (state.counters.hand == 0) std::abort();
  });
  const double copy_ms = median_ms(runs, [&] {
    const std::vector<Event> copied = events;
    if (copied.size() != events.size()) std::abort();
  });
  row("events applied", count / apply_ms * 1'000.0, "a second", "1,000,000");
  row("  baseline: the same events copied", count / copy_ms * 1'000.0, "a second", "");
}

void bench_json(const std::vector<Event>& events, int runs) {
  std::vector<std::string> texts;
  for (const Event& event : events) texts.push_back(wire::event_text(event));
  const auto count = static_cast<double>(events.size());
  std::size_t read = 0;
  const double decode_ms = median_ms(runs, [&] {
    for (const std::string& text : texts) read += wire::read_event(*wire::parse(text, 1'000'000)).has_value() ? 1 : 0;
  });
  const double parse_ms = median_ms(runs, [&] {
    for (const std::string& text : texts) read += wire::parse(text, 1'000'000)->size();
  });
  const double encode_ms = median_ms(runs, [&] {
    for (const Event& event : events) read += wire::event_text(event).size();
  });
  if (read == 0) std::abort();
  row("events decoded from JSON", count / decode_ms * 1'000.0, "a second", "");
  row("  baseline: the JSON only parsed", count / parse_ms * 1'000.0, "a second", "");
  row("events encoded as JSON", count / encode_ms * 1'000.0, "a second", "");
}

Story full_queue(std::string_view policy) {
  Story story(story_plan(policy));
  Random random(11);
  for (int count = 0; count < 1'000; ++count) {
    story.raise(story.join(
        profile("Waits", random.any<StakeholderGroup>(7), random.any<Modality>(3), random.any<RegionalGroup>(8))));
  }
  return story;
}

void bench_floor(std::string_view policy, int runs) {
  const Story story = full_queue(policy);
  std::size_t placed = 0;
  const double order_ms =
      median_ms(runs, [&] { placed += floor_order(story.state.floor, limits::waiting_hands).size(); });
  const double copy_ms = median_ms(runs, [&] {
    const std::map<HandId, Hand> copied = story.state.floor.hands;
    placed += copied.size();
  });
  if (placed == 0) std::abort();
  row("floor order, 1,000 hands, " + std::string(policy), order_ms, "ms", "2 (WASM)");
  row("  baseline: the 1,000 hands copied", copy_ms, "ms", "");
}

void bench_view(const Story& story, int runs) {
  view::Held held;
  held.state = view::show(story.state, viewer_of(moderator, {Role::moderator}));
  held.gauges.questions = view::vote_counts(story.state.questions);
  std::size_t painted = 0;
  const double view_ms = median_ms(runs, [&] { painted += view::view(held, story.now_ms).people.size(); });
  const double text_ms = median_ms(runs, [&] { painted += wire::to_text(held.state).size(); });
  const double show_ms = median_ms(
      runs, [&] { painted += view::show(story.state, viewer_of(speaker, {Role::speaker})).questions.list.size(); });
  if (painted == 0) std::abort();
  std::printf("a session with %zu questions, %zu turns, %zu people:\n", held.state.questions.list.size(),
              held.state.floor.turns.size(), held.state.roster.people.size());
  row("  view() for a moderator", view_ms, "ms", "");
  row("  show() for a speaker", show_ms, "ms", "");
  row("  baseline: the state written as JSON", text_ms, "ms", "");
}

void write_history(const Story& story, const char* path) {
  std::ofstream file(path, std::ios::binary);
  file << '[';
  for (const Event& event : story.events) file << (event.seq == 1 ? "" : ",\n") << wire::event_text(event);
  file << "]\n";
}

int run(int count, char** words) {
  Effort effort;
  const char* path = nullptr;
  const char* queue_path = nullptr;
  for (int index = 1; index < count; ++index) {
    if (std::strcmp(words[index], "--quick") == 0) effort = {3, 400};
    if (std::strcmp(words[index], "--write") == 0 && index + 1 < count) path = words[++index];
    if (std::strcmp(words[index], "--write-queue") == 0 && index + 1 < count) queue_path = words[++index];
  }
  if (queue_path != nullptr) write_history(full_queue("new_voices"), queue_path);
  const Story story = busy_session(effort.turns);
  if (path != nullptr) write_history(story, path);
  if (path != nullptr || queue_path != nullptr) return 0;
  std::printf("%-52s %14s %-12s %s\n", "core, native", "median", "", "bar");
  bench_events(story.events, effort.runs);
  bench_json(story.events, effort.runs);
  bench_floor("new_voices", effort.runs);
  bench_floor("groups_in_balance_by_presence", effort.runs);
  bench_view(busy_session(100), effort.runs);
  return 0;
}

}  // namespace
}  // namespace roundtable::test

int main(int count, char** words) {
  return roundtable::test::run(count, words);
}
