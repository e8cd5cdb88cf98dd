#pragma once

#include <chrono>
#include <cstdint>

namespace roundtable::load {

inline constexpr std::int64_t ns_per_ms = 1'000'000;
inline constexpr std::int64_t ns_per_second = 1'000'000'000;

inline std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

inline std::int64_t seconds_ns(double seconds) {
  return static_cast<std::int64_t>(seconds * static_cast<double>(ns_per_second));
}

}  // namespace roundtable::load
