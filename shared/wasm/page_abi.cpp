// What every page asks, staff or not.
#include "page_abi.hpp"

#include <memory>

#include "stringified.hpp"
#include "wire/codec.hpp"

using namespace roundtable;
using namespace roundtable::page;

namespace {

void take_tally(view::Gauges& gauges, const wire::Json& tally) {
  view::Gauges newer;
  wire::Reader reader;
  reader.members(tally, newer);
  view::update(gauges, newer);
}

bool take_entry(view::Held& held, const wire::Json& entry) {
  const auto type = entry.find("type");
  if (type != entry.end() && type->is_string() && type->get_ref<const std::string&>() == "tally") {
    if (const auto data = entry.find("data"); data != entry.end()) take_tally(held.gauges, *data);
    return true;
  }
  return take_event(held.state, entry);
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
  const auto json = read_stringified(text_at(text, length));
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
  const auto json = read_stringified(text_at(text, length));
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
  return answer(handle, page_text(view_of(handle->held, static_cast<core::InstantMs>(now_ms))));
}

/// The refusal code that the rules foresee for `{type, data}`, or nothing.
ROUNDTABLE_EXPORT std::int32_t rt_check(Handle* handle, const char* text, std::int32_t length, double now_ms) {
  const auto json = read_stringified(text_at(text, length));
  if (!json || !json->is_object()) return not_understood;
  const auto type = json->find("type");
  if (type == json->end() || !type->is_string()) return not_understood;
  const wire::Json none = wire::Json::object();
  const auto data = json->find("data");
  const core::State& state = handle->held.state;
  const auto refusal =
      foresee(state, type->get_ref<const std::string&>(), data == json->end() ? none : *data, stamp_of(state, now_ms));
  return answer(handle, refusal ? std::string(core::name_of(*refusal)) : std::string());
}

/// Visible questions that read like the text.
ROUNDTABLE_EXPORT std::int32_t rt_similar(Handle* handle, const char* text, std::int32_t length) {
  return answer(handle, page_text(view::similar_questions(handle->held.state, text_at(text, length))));
}
