// The module of everybody who is not staff: a page that becomes staff's takes the other one and a fresh snapshot.
#include "core/apply.hpp"
#include "page_abi.hpp"
#include "view/foresee.hpp"

namespace roundtable::page {

void take_event(core::State& state, const core::Event& event) {
  core::apply_for_everyone(state, event);
}

view::Model view_of(const view::Held& held, core::InstantMs now_ms) {
  return view::everyones_view(held, now_ms);
}

std::optional<core::RefusalCode> foresee(const core::State& state, std::string_view type, const wire::Json& data,
                                         const core::Stamp& stamp) {
  return view::foresee_for_participants(state, type, data, stamp);
}

}  // namespace roundtable::page
