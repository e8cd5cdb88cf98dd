// What the door of every module for a page is made of: texts go in as pointer and length, results come out of one
// buffer per handle that stays valid until the next call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

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

inline std::string_view text_at(const char* text, std::int32_t length) {
  return {text, static_cast<std::size_t>(length)};
}

/// The length of the output, which its handle now holds.
std::int32_t answer(auto* handle, std::string output) {
  handle->output = std::move(output);
  return static_cast<std::int32_t>(handle->output.size());
}

std::string page_text(const auto& value) {
  std::string out;
  wire::Writer(out, nullptr, wire::Leaving::absent_optionals).write(value);
  return out;
}

}  // namespace roundtable::page
