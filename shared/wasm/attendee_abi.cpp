// The module of everybody who is not staff: a page that becomes staff's takes the other one and a fresh snapshot.
#include "core/apply.hpp"
#include "page_abi.hpp"
#include "view/foresee.hpp"
#include "wire/codec.hpp"

namespace roundtable::page {

bool take_event(core::State& state, const wire::Json& entry) {
  const auto event = wire::read_everyones_event(entry);
  if (event) core::apply_for_everyone(state, *event);
  return event.has_value();
}

view::Model view_of(const view::Held& held, core::InstantMs now_ms) {
  return view::everyones_view(held, now_ms);
}

std::optional<core::RefusalCode> foresee(const core::State& state, std::string_view type, const wire::Json& data,
                                         const core::Stamp& stamp) {
  return view::foresee_for_participants(state, type, data, stamp);
}

}  // namespace roundtable::page
