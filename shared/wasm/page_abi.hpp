// The door between the core and a page's JavaScript. There are two such modules: for staff, and a small one for
// everybody else, whose phones fetch it over thin lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/command.hpp"
#include "core/result.hpp"
#include "door.hpp"
#include "view/view.hpp"
#include "wire/json.hpp"

namespace roundtable::page {

struct Handle {
  view::Held held;
  core::State whole;                // for histories replayed by tests: events as the journal has them
  std::vector<core::Event> loaded;  // for benchmarks: decoded once, applied often
  std::string output;
};

// Each module says which of the core's own it takes: the linker leaves out what that does not reach.
/// False where it is none that the module knows.
bool take_event(core::State& state, const wire::Json& entry);
view::Model view_of(const view::Held& held, core::InstantMs now_ms);
std::optional<core::RefusalCode> foresee(const core::State& state, std::string_view type, const wire::Json& data,
                                         const core::Stamp& stamp);

}  // namespace roundtable::page
