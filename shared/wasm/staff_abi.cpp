// The module of staff's pages, of tests and of benchmarks: all that the core can do in a browser.
#include "core/apply.hpp"
#include "core/floor_order.hpp"
#include "page_abi.hpp"
#include "view/foresee.hpp"
#include "view/grouping_task.hpp"
#include "wire/codec.hpp"
#include "wire/session_file.hpp"

using namespace roundtable;
using namespace roundtable::page;

namespace roundtable::page {

bool take_event(core::State& state, const wire::Json& entry) {
  const auto event = wire::read_event(entry);
  if (event) core::apply(state, *event);
  return event.has_value();
}

view::Model view_of(const view::Held& held, core::InstantMs now_ms) {
  return view::view(held, now_ms);
}

std::optional<core::RefusalCode> foresee(const core::State& state, std::string_view type, const wire::Json& data,
                                         const core::Stamp& stamp) {
  return view::foresee(state, type, data, stamp);
}

}  // namespace roundtable::page

/// What moving one person into each other breakout group would cost; for staff.
ROUNDTABLE_EXPORT std::int32_t rt_move_costs(Handle* handle, double person) {
  return answer(
      handle, page_text(view::costs_of_moves(handle->held.state, core::PersonId{static_cast<std::uint32_t>(person)})));
}

/// What the data of a `breakout.plan` searches for; nothing where nothing is to be searched for here.
ROUNDTABLE_EXPORT std::int32_t rt_grouping_task(Handle* handle, const char* text, std::int32_t length) {
  const auto data = wire::parse(text_at(text, length), most_bytes);
  if (!data || !data->is_object()) return not_understood;
  core::PlanBreakouts plan;
  wire::Reader reader;
  reader.command(*data, plan);
  const auto task = reader.has_fault() ? std::nullopt : view::grouping_task(handle->held.state, plan);
  return answer(handle, task ? page_text(*task) : std::string());
}

/// What a rebalance of the open groups searches for; nothing where nothing is to be searched for here.
ROUNDTABLE_EXPORT std::int32_t rt_rebalance_task(Handle* handle) {
  const auto task = view::rebalance_task(handle->held.state);
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
