#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "histogram.hpp"

namespace roundtable::load {

// What a run found, printed as one flat JSON object.
class Figures {
 public:
  void add(std::string_view name, double value);
  void add_ms(std::string_view name, std::int64_t ns);
  // NAME_p50_ms, NAME_p99_ms, NAME_max_ms and NAME_count
  void add_latency(const std::string& name, const Histogram& latency);
  void print() const;

 private:
  std::string text_;
};

}  // namespace roundtable::load
