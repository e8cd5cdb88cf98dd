#include "core/fit.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/sort_stably.hpp"

namespace roundtable::core {

namespace {

std::int64_t rounded_up(DurationMs length_ms, DurationMs unit_ms) {
  return (length_ms + unit_ms - 1) / unit_ms;
}

struct Share {
  std::size_t part = 0;
  std::int64_t remainder = 0;
};

/// Splits `given` over `wishes` in proportion, in whole numbers that add up; `given` is at most their sum.
std::vector<std::int64_t> in_proportion(const std::vector<std::int64_t>& wishes, std::int64_t given) {
  std::int64_t sum = 0;
  for (const std::int64_t wish : wishes) sum += wish;
  std::vector<std::int64_t> result(wishes.size(), 0);
  if (sum == 0) return result;
  std::vector<Share> shares(wishes.size());
  std::int64_t left = given;
  for (std::size_t part = 0; part < wishes.size(); ++part) {
    result[part] = given * wishes[part] / sum;
    shares[part].part = part;
    shares[part].remainder = given * wishes[part] % sum;
    left -= result[part];
  }
  sort_stably(shares, [](const Share& one, const Share& other) { return one.remainder > other.remainder; });
  for (std::size_t next = 0; left > 0; ++next, --left) ++result[shares[next].part];
  return result;
}

}  // namespace

std::optional<std::vector<DurationMs>> fit_plan(const std::vector<FitPart>& parts, DurationMs total_ms,
                                                DurationMs unit_ms) {
  std::vector<DurationMs> lengths;
  DurationMs planned_ms = 0;
  for (const FitPart& part : parts) {
    lengths.push_back(part.planned_ms);
    planned_ms += part.planned_ms;
  }
  if (planned_ms <= total_ms) return lengths;
  if (total_ms < 0) return std::nullopt;

  std::int64_t units_left = total_ms / unit_ms;
  std::vector<std::int64_t> least;
  std::vector<std::int64_t> above;
  for (const FitPart& part : parts) {
    const std::int64_t units = rounded_up(std::min(part.min_ms, part.planned_ms), unit_ms);
    least.push_back(units);
    above.push_back(rounded_up(part.planned_ms, unit_ms) - units);
    units_left -= units;
  }
  if (units_left < 0) return std::nullopt;
  const std::vector<std::int64_t> added = in_proportion(above, units_left);
  for (std::size_t part = 0; part < parts.size(); ++part) lengths[part] = (least[part] + added[part]) * unit_ms;
  return lengths;
}

FitPart fit_part(const PlannedPhase& phase) {
  return {phase.planned_ms, phase.is_protected ? phase.planned_ms : phase.min_ms};
}

}  // namespace roundtable::core
