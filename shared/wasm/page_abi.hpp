// The door between the core and a page's JavaScript: texts go in as pointer and length, results come out of one buffer
// per handle that stays valid until the next call. There are two such modules: for staff, and a small one for everybody
// else, whose phones fetch it over thin lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/command.hpp"
#include "core/result.hpp"
#include "view/view.hpp"
#include "wire/json.hpp"
#include "wire/write.hpp"

#if defined(__EMSCRIPTEN__)
#include <emscripten/emscripten.h>
#define ROUNDTABLE_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE
#else
#define ROUNDTABLE_EXPORT extern "C"
#endif

namespace roundtable::page {

constexpr std::size_t most_bytes = 64U * 1024U * 1024U;  // from our own server, or a file the user chose
constexpr std::int32_t not_understood = -1;

struct Handle {
  view::Held held;
  core::State whole;                // for histories replayed by tests: events as the journal has them
  std::vector<core::Event> loaded;  // for benchmarks: decoded once, applied often
  std::string output;
};

inline std::string_view text_at(const char* text, std::int32_t length) {
  return {text, static_cast<std::size_t>(length)};
}

inline std::int32_t answer(Handle* handle, std::string output) {
  handle->output = std::move(output);
  return static_cast<std::int32_t>(handle->output.size());
}

std::string page_text(const auto& model) {
  std::string out;
  wire::Writer(out, nullptr, wire::Leaving::absent_optionals).write(model);
  return out;
}

// Each module says which of the core's own it takes: the linker leaves out what that does not reach.
/// False where it is none that the module knows.
bool take_event(core::State& state, const wire::Json& entry);
view::Model view_of(const view::Held& held, core::InstantMs now_ms);
std::optional<core::RefusalCode> foresee(const core::State& state, std::string_view type, const wire::Json& data,
                                         const core::Stamp& stamp);

}  // namespace roundtable::page
