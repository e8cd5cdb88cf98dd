// The only door between the core and JavaScript: texts go in as pointer and length, results come out of one buffer per
// handle that stays valid until the next call.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/decide.hpp"
#include "core/floor_order.hpp"
#include "view/grouping_task.hpp"
#include "view/view.hpp"
#include "wire/codec.hpp"
#include "wire/session_file.hpp"

#if defined(__EMSCRIPTEN__)
#include <emscripten/emscripten.h>
#define ROUNDTABLE_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE
#else
#define ROUNDTABLE_EXPORT extern "C"
#endif

using namespace roundtable;

namespace {

constexpr std::size_t most_bytes = 64U * 1024U * 1024U;  // from our own server, or a file the user chose
constexpr std::int32_t not_understood = -1;

struct Handle {
  view::Held held;
  core::State whole;                // for histories replayed by tests: events as the journal has them
  std::vector<core::Event> loaded;  // for benchmarks: decoded once, applied often
  std::string output;
};

std::string_view text_at(const char* text, std::int32_t length) {
  return {text, static_cast<std::size_t>(length)};
}

std::int32_t answer(Handle* handle, std::string output) {
  handle->output = std::move(output);
  return static_cast<std::int32_t>(handle->output.size());
}

std::string page_text(const auto& model) {
  std::string out;
  wire::Writer(out, nullptr, wire::Leaving::absent_optionals).write(model);
  return out;
}

void take_tally(view::Gauges& gauges, const wire::Json& tally) {
  view::Gauges newer;
  wire::Reader reader;
  reader.members(tally, newer);
  view::update(gauges, newer);
}

bool take_entry(view::Held& held, const wire::Json& entry) {
  const auto type = entry.find("type");
  if (type != entry.end() && *type == "tally") {
    if (const auto data = entry.find("data"); data != entry.end()) take_tally(held.gauges, *data);
    return true;
  }
  const auto event = wire::read_event(entry);
  if (event) core::apply(held.state, *event);
  return event.has_value();
}

core::Stamp stamp_of(const core::State& state, double now_ms) {
  core::Stamp stamp;
  stamp.at_ms = static_cast<core::InstantMs>(now_ms);
  stamp.actor.person = state.mine.person;
  stamp.actor.roles = state.mine.roles;
  return stamp;
}

}  // namespace

ROUNDTABLE_EXPORT Handle* rt_open() {
  return std::make_unique<Handle>().release();
}
ROUNDTABLE_EXPORT void rt_close(Handle* handle) {
  std::unique_ptr<Handle>{handle}.reset();
}
ROUNDTABLE_EXPORT const char* rt_output(Handle* handle) {
  return handle->output.data();
}

/// The body of a `welcome` frame. With a snapshot it replaces all that is held; a resumed one brings tallies only.
ROUNDTABLE_EXPORT std::int32_t rt_welcome(Handle* handle, const char* text, std::int32_t length) {
  const auto json = wire::parse(text_at(text, length), most_bytes);
  if (!json || !json->is_object()) return not_understood;
  if (const auto snapshot = json->find("snapshot"); snapshot != json->end()) {
    auto state = wire::read_snapshot(*snapshot);
    if (!state) return not_understood;
    handle->held = view::Held{std::move(*state), {}};
  }
  if (const auto tally = json->find("tally"); tally != json->end()) take_tally(handle->held.gauges, *tally);
  return 0;
}

/// The body of an `events` frame.
ROUNDTABLE_EXPORT std::int32_t rt_events(Handle* handle, const char* text, std::int32_t length) {
  const auto json = wire::parse(text_at(text, length), most_bytes);
  if (!json || !json->is_object()) return not_understood;
  const auto list = json->find("list");
  if (list == json->end() || !list->is_array()) return not_understood;
  for (const wire::Json& entry : *list) {
    if (!entry.is_object() || !take_entry(handle->held, entry)) return not_understood;
  }
  return 0;
}

/// webclient/src/core/types.ts, View.
ROUNDTABLE_EXPORT std::int32_t rt_view(Handle* handle, double now_ms) {
  return answer(handle, page_text(view::view(handle->held, static_cast<core::InstantMs>(now_ms))));
}

/// The refusal code that the rules foresee for `{type, data}`, or nothing.
ROUNDTABLE_EXPORT std::int32_t rt_check(Handle* handle, const char* text, std::int32_t length, double now_ms) {
  const auto json = wire::parse(text_at(text, length), most_bytes);
  if (!json || !json->is_object() || !json->contains("type") || !(*json)["type"].is_string()) return not_understood;
  const wire::Json data = json->value("data", wire::Json::object());
  const wire::ReadCommand read = wire::read_command((*json)["type"].get_ref<const std::string&>(), data);
  if (!read.is_known) return answer(handle, std::string(core::name_of(core::RefusalCode::unknown_command)));
  if (!read.command) return answer(handle, std::string(core::name_of(core::RefusalCode::bad_data)));
  const core::State& state = handle->held.state;
  const core::Decision decision = core::decide(state, *read.command, stamp_of(state, now_ms));
  return answer(handle, decision.is_refused() ? std::string(core::name_of(decision.refusal().code)) : std::string());
}

/// Visible questions that read like the text.
ROUNDTABLE_EXPORT std::int32_t rt_similar(Handle* handle, const char* text, std::int32_t length) {
  return answer(handle, page_text(view::similar_questions(handle->held.state, text_at(text, length))));
}

/// What moving one person into each other breakout group would cost; for staff.
ROUNDTABLE_EXPORT std::int32_t rt_move_costs(Handle* handle, double person) {
  return answer(
      handle, page_text(view::costs_of_moves(handle->held.state, core::PersonId{static_cast<std::uint32_t>(person)})));
}

/// What the data of a `breakout.plan` searches for; nothing where nothing is to be searched for here.
ROUNDTABLE_EXPORT std::int32_t rt_grouping_task(Handle* handle, const char* text, std::int32_t length) {
  const auto data = wire::parse(text_at(text, length), most_bytes);
  if (!data) return not_understood;
  const wire::ReadCommand read = wire::read_command(core::PlanBreakouts::name, *data);
  const auto* plan = read.command ? get_if<core::PlanBreakouts>(&*read.command) : nullptr;
  const auto task = plan == nullptr ? std::nullopt : view::grouping_task(handle->held.state, *plan);
  return answer(handle, task ? page_text(*task) : std::string());
}

/// `{"state","votes"}`: all that is held, for the report's own module (report_abi.cpp).
ROUNDTABLE_EXPORT std::int32_t rt_state(Handle* handle) {
  const view::Held& held = handle->held;
  return answer(handle,
                "{\"state\":" + wire::to_text(held.state) + ",\"votes\":" + wire::to_text(held.gauges.questions) + "}");
}

ROUNDTABLE_EXPORT std::int32_t rt_digest(Handle* handle) {
  return answer(handle, wire::digest(handle->held.state));
}

/// `{"faults":[{"pointer","message"}],"fitted":[..]}` for a session file's text.
ROUNDTABLE_EXPORT std::int32_t rt_session_check(Handle* handle, const char* text, std::int32_t length) {
  const wire::CheckedFile checked = wire::check_session_file(text_at(text, length));
  wire::Json answer_json = {{"faults", wire::Json::array()}};
  for (const wire::Fault& fault : checked.faults) {
    answer_json["faults"].push_back({{"pointer", fault.pointer}, {"message", fault.message}});
  }
  for (const wire::FittedMinutes& each : checked.fitted) {
    answer_json["fitted"].push_back(
        {{"title", each.title}, {"minutes", each.minutes}, {"fitted_minutes", each.fitted_minutes}});
  }
  return answer(handle, wire::dump(answer_json));
}

// Histories: the whole state from events as the journal has them, for golden files that run natively and here alike.

ROUNDTABLE_EXPORT std::int32_t rt_whole_events(Handle* handle, const char* text, std::int32_t length) {
  const auto json = wire::parse(text_at(text, length), most_bytes);
  if (!json || !json->is_array()) return not_understood;
  for (const wire::Json& entry : *json) {
    const auto event = wire::read_event(entry);
    if (!event) return not_understood;
    core::apply(handle->whole, *event);
  }
  return 0;
}
ROUNDTABLE_EXPORT std::int32_t rt_whole_digest(Handle* handle) {
  return answer(handle, wire::digest(handle->whole));
}

// Benchmarks (tests/bench/wasm_bench.mjs): the rules without the JSON around them.

ROUNDTABLE_EXPORT std::int32_t rt_bench_load(Handle* handle, const char* text, std::int32_t length) {
  const auto json = wire::parse(text_at(text, length), most_bytes);
  if (!json || !json->is_array()) return not_understood;
  handle->loaded.clear();
  for (const wire::Json& entry : *json) {
    auto event = wire::read_event(entry);
    if (!event) return not_understood;
    handle->loaded.push_back(std::move(*event));
  }
  return static_cast<std::int32_t>(handle->loaded.size());
}
/// Applies the loaded history to an empty state.
ROUNDTABLE_EXPORT std::int32_t rt_bench_apply(Handle* handle) {
  handle->whole = core::State{};
  for (const core::Event& event : handle->loaded) core::apply(handle->whole, event);
  return static_cast<std::int32_t>(handle->loaded.size());
}
/// The floor order of the whole state.
ROUNDTABLE_EXPORT std::int32_t rt_bench_order(Handle* handle) {
  return static_cast<std::int32_t>(core::floor_order(handle->whole.floor, core::limits::waiting_hands).size());
}
