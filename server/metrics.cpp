#include "server/metrics.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace roundtable::server {

namespace {

// From a fan-out on loopback to a stuck disk.
const std::vector<double> kLatencyBounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                         0.1,    0.25,  0.5,    1,     2.5,  5,     10};

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", value);
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string label_text(const Metrics::Labels& labels) {
  std::string out;
  for (const auto& [name, value] : labels) {
    if (!out.empty()) out += ',';
    out += name + "=\"" + escaped(value) + '"';
  }
  return out;
}

std::string braced(const std::string& labels, const std::string& more = {}) {
  if (labels.empty() && more.empty()) return {};
  return '{' + labels + (labels.empty() || more.empty() ? "" : ",") + more + '}';
}

void append(std::string& out, const std::string& name, const std::string& labels, const Histogram& histogram) {
  std::uint64_t count = 0;
  const auto& bounds = histogram.upper_bounds();
  for (std::size_t i = 0; i <= bounds.size(); ++i) {
    count += histogram.bucket(i);
    const std::string bound = i < bounds.size() ? number(bounds[i]) : "+Inf";
    out += name + "_bucket" + braced(labels, "le=\"" + bound + '"') + ' ' + std::to_string(count) + '\n';
  }
  out += name + "_sum" + braced(labels) + ' ' + number(histogram.sum()) + '\n';
  out += name + "_count" + braced(labels) + ' ' + std::to_string(count) + '\n';
}

}  // namespace

struct Metrics::Family {
  std::string help;
  std::string kind;
  std::map<std::string, Counter> counters;
  std::map<std::string, Gauge> gauges;
  std::map<std::string, std::unique_ptr<Histogram>> histograms;
};

Histogram::Histogram(std::vector<double> upper_bounds)
    : upper_bounds_(std::move(upper_bounds)), buckets_(upper_bounds_.size() + 1) {}

void Histogram::observe(double value) {
  const auto bound = std::lower_bound(upper_bounds_.begin(), upper_bounds_.end(), value);
  buckets_[static_cast<std::size_t>(bound - upper_bounds_.begin())].fetch_add(1, std::memory_order_relaxed);
  sum_.fetch_add(value, std::memory_order_relaxed);
}

Metrics::Metrics() = default;
Metrics::~Metrics() = default;

Metrics::Family& Metrics::family(const std::string& name, const std::string& help, std::string_view kind) {
  auto& found = families_[name];
  if (!found) {
    found = std::make_unique<Family>();
    found->help = help;
    found->kind = kind;
  }
  if (found->kind != kind) throw std::logic_error("metric " + name + " already exists as a " + found->kind);
  return *found;
}

Counter& Metrics::counter(const std::string& name, const std::string& help, const Labels& labels) {
  const std::lock_guard lock(mutex_);
  return family(name, help, "counter").counters[label_text(labels)];
}

Gauge& Metrics::gauge(const std::string& name, const std::string& help, const Labels& labels) {
  const std::lock_guard lock(mutex_);
  return family(name, help, "gauge").gauges[label_text(labels)];
}

Histogram& Metrics::histogram(const std::string& name, const std::string& help, const Labels& labels) {
  const std::lock_guard lock(mutex_);
  auto& found = family(name, help, "histogram").histograms[label_text(labels)];
  if (!found) found = std::make_unique<Histogram>(kLatencyBounds);
  return *found;
}

std::string Metrics::text() const {
  const std::lock_guard lock(mutex_);
  std::string out;
  for (const auto& [name, family] : families_) {
    out += "# HELP " + name + ' ' + family->help + "\n# TYPE " + name + ' ' + family->kind + '\n';
    for (const auto& [labels, counter] : family->counters) {
      out += name + braced(labels) + ' ' + std::to_string(counter.value()) + '\n';
    }
    for (const auto& [labels, gauge] : family->gauges) {
      out += name + braced(labels) + ' ' + std::to_string(gauge.value()) + '\n';
    }
    for (const auto& [labels, histogram] : family->histograms) append(out, name, labels, *histogram);
  }
  return out;
}

}  // namespace roundtable::server
