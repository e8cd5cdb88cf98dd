// SplitMix64 and rejection: the same numbers on every platform, unlike the standard library's distributions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace roundtable::test {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();

  /// Evenly from 0 to `bound` - 1.
  std::uint64_t below(std::uint64_t bound);

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
