#pragma once

#include <cstdint>
#include <vector>

namespace roundtable::load {

// Durations in buckets whose width grows with the value: a quantile is right within 1.6 %, from 1 ns to hours.
class Histogram {
 public:
  Histogram() : buckets_(kBuckets) {}
  void record(std::int64_t ns);
  void clear();
  std::uint64_t count() const { return count_; }
  std::int64_t max_ns() const { return max_ns_; }
  // The middle of the bucket that holds the value; 0 when nothing was recorded.
  std::int64_t quantile_ns(double part) const;

 private:
  static constexpr int kBitsWithin = 6;
  static constexpr std::size_t kBuckets = (64 - kBitsWithin) << kBitsWithin;
  static std::size_t bucket_of(std::uint64_t ns);

  std::vector<std::uint64_t> buckets_;
  std::uint64_t count_ = 0;
  std::int64_t max_ns_ = 0;
};

}  // namespace roundtable::load
