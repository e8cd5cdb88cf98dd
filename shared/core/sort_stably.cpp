#include "core/sort_stably.hpp"

#include <algorithm>
#include <numeric>

namespace roundtable::core {

std::vector<std::uint32_t> stable_order(std::size_t count, MustPrecede must_precede, const void* asker) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::vector<std::uint32_t> merged(count);
  const auto is_before = [&](std::uint32_t one, std::uint32_t other) { return must_precede(asker, one, other); };
  for (std::size_t length = 1; length < count; length *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * length) {
      const std::uint32_t* const first = order.data() + begin;
      const std::uint32_t* const middle = order.data() + std::min(begin + length, count);
      const std::uint32_t* const end = order.data() + std::min(begin + 2 * length, count);
      std::merge(first, middle, middle, end, merged.data() + begin, is_before);
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace roundtable::core
