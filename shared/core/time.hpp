// Time is a number that the room stamps on commands; nothing in the core asks a clock.
#pragma once

#include <cstdint>

namespace roundtable::core {

/// Milliseconds since 1970 UTC.
using InstantMs = std::int64_t;
/// Milliseconds.
using DurationMs = std::int64_t;

inline constexpr DurationMs second_ms = 1'000;
inline constexpr DurationMs minute_ms = 60 * second_ms;
inline constexpr DurationMs hour_ms = 60 * minute_ms;

}  // namespace roundtable::core
