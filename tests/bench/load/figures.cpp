#include "figures.hpp"

#include <cstdio>

#include "clock.hpp"

namespace roundtable::load {

void Figures::add(std::string_view name, double value) {
  char number[32];
  std::snprintf(number, sizeof number, "%.6g", value);
  if (!text_.empty()) text_ += ",";
  text_.append("\"").append(name).append("\":").append(number);
}

void Figures::add_ms(std::string_view name, std::int64_t ns) {
  add(name, static_cast<double>(ns) / static_cast<double>(ns_per_ms));
}

void Figures::add_latency(const std::string& name, const Histogram& latency) {
  add_ms(name + "_p50_ms", latency.quantile_ns(0.5));
  add_ms(name + "_p99_ms", latency.quantile_ns(0.99));
  add_ms(name + "_max_ms", latency.max_ns());
  add(name + "_count", static_cast<double>(latency.count()));
}

void Figures::print() const {
  std::printf("{%s}\n", text_.c_str());
}

}  // namespace roundtable::load
