// SplitMix64 and rejection: the same numbers on every platform, unlike the standard library's distributions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace roundtable::test {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  }

  /// Evenly from 0 to `bound` - 1.
  std::uint64_t below(std::uint64_t bound) {
    const std::uint64_t most = UINT64_MAX - UINT64_MAX % bound;
    std::uint64_t drawn = next();
    while (drawn >= most) drawn = next();
    return drawn % bound;
  }

  bool one_in(std::uint64_t chances) { return below(chances) == 0; }

  template <class T>
  const T& of(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(below(values.size()))];
  }

  /// One value of a closed list with `count` values.
  template <class E>
  E any(std::size_t count) {
    return static_cast<E>(below(count));
  }

 private:
  std::uint64_t state_;
};

}  // namespace roundtable::test
