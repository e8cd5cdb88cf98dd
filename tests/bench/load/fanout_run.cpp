#include <chrono>
#include <string>
#include <thread>

#include "fanout.hpp"
#include "figures.hpp"
#include "runs.hpp"

namespace roundtable::load {

namespace {

/// Memory is read at rest, and no server says when it has come to it.
void settle() {
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
}

void add(Figures& figures, const std::string& name, const FanoutFigures& run) {
  const auto deliveries = static_cast<double>(run.deliveries);
  figures.add(name + "_deliveries_a_second", deliveries / run.seconds);
  figures.add(name + "_events_a_second", static_cast<double>(run.events) / run.seconds);
  figures.add(name + "_cpu_us", static_cast<double>(run.server_cpu_ns) / 1'000 / deliveries);
  figures.add(name + "_own_cpu_us", static_cast<double>(run.own_cpu_ns) / 1'000 / deliveries);
  figures.add_latency(name, run.latency);
}

double kib_each(std::int64_t bytes, std::size_t connections) {
  return static_cast<double>(bytes) / 1024 / static_cast<double>(connections);
}

}  // namespace

void run_fanout(const Options& options) {
  Figures figures;
  const Memory fresh = memory_of(options.server);
  Fanout fanout({options.dialect, options.port, options.connections, options.session, options.moderator},
                options.server);
  settle();
  const Memory joined = memory_of(options.server);
  fanout.connect();
  settle();
  const Memory connected = memory_of(options.server);
  figures.add("idle_kib", kib_each(connected.proportional_bytes - joined.proportional_bytes, options.connections));
  figures.add("idle_resident_kib", kib_each(connected.resident_bytes - joined.resident_bytes, options.connections));
  figures.add("joined_kib", kib_each(joined.proportional_bytes - fresh.proportional_bytes, options.connections));

  fanout.set_event_bytes(options.event_bytes);
  const double events_a_second = options.deliveries_a_second / static_cast<double>(options.connections);
  add(figures, "paced", fanout.pace(events_a_second, options.seconds));
  add(figures, "saturated", fanout.saturate(options.in_flight, options.seconds));
  figures.add("end_resident_mib", static_cast<double>(memory_of(options.server).resident_bytes) / 1024 / 1024);
  figures.print();
}

}  // namespace roundtable::load
