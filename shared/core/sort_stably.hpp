// One stable sort for all kinds of things: the library's is four kilobytes of code for each, on every phone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace roundtable::core {

/// Says of two places whether the first must stand before the second.
using MustPrecede = bool (*)(const void* asker, std::size_t one, std::size_t other);

/// The places of `count` things in their order; equal ones as they stood.
std::vector<std::uint32_t> stable_order(std::size_t count, MustPrecede must_precede, const void* asker);

template <class T, class IsBefore>
void sort_stably(std::vector<T>& values, const IsBefore& is_before) {
  struct Asker {
    const std::vector<T>& values;
    const IsBefore& is_before;
  };
  const Asker asker{values, is_before};
  const MustPrecede must_precede = [](const void* given, std::size_t one, std::size_t other) {
    const Asker& asked = *static_cast<const Asker*>(given);
    return asked.is_before(asked.values[one], asked.values[other]);
  };
  const std::vector<std::uint32_t> order = stable_order(values.size(), must_precede, &asker);
  std::vector<T> sorted;
  sorted.reserve(values.size());
  for (std::uint32_t place : order) sorted.push_back(std::move(values[place]));
  values = std::move(sorted);
}

}  // namespace roundtable::core
