#include "histogram.hpp"

#include <algorithm>
#include <bit>

namespace roundtable::load {

std::size_t Histogram::bucket_of(std::uint64_t ns) {
  const int width = static_cast<int>(std::bit_width(ns));
  if (width <= kBitsWithin) return ns;
  const int shift = width - kBitsWithin;
  const std::uint64_t within = (ns >> (shift - 1)) & ((1U << kBitsWithin) - 1);
  return std::min((static_cast<std::uint64_t>(shift) << kBitsWithin) + within, kBuckets - 1);
}

void Histogram::record(std::int64_t ns) {
  ns = std::max<std::int64_t>(ns, 0);
  ++buckets_[bucket_of(static_cast<std::uint64_t>(ns))];
  ++count_;
  max_ns_ = std::max(max_ns_, ns);
}

void Histogram::clear() {
  std::fill(buckets_.begin(), buckets_.end(), 0);
  count_ = 0;
  max_ns_ = 0;
}

std::int64_t Histogram::quantile_ns(double part) const {
  if (count_ == 0) return 0;
  const auto rank = static_cast<std::uint64_t>(part * static_cast<double>(count_ - 1));
  std::uint64_t seen = 0;
  std::size_t bucket = 0;
  while (seen + buckets_[bucket] <= rank) seen += buckets_[bucket++];
  const std::size_t shift = bucket >> kBitsWithin;
  const std::size_t within = bucket & ((1U << kBitsWithin) - 1);
  if (shift == 0) return static_cast<std::int64_t>(within);
  const std::uint64_t low = ((1ULL << kBitsWithin) + within) << (shift - 1);
  const auto middle = static_cast<std::int64_t>(low + (1ULL << (shift - 1)) / 2);
  return std::min(middle, max_ns_);
}

}  // namespace roundtable::load
