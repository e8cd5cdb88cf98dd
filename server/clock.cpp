#include "server/clock.hpp"

#include <chrono>

namespace roundtable::server {

RoomClock system_clock() {
  using std::chrono::duration_cast;
  using std::chrono::milliseconds;
  using std::chrono::steady_clock;
  const auto wall_at_start = std::chrono::system_clock::now().time_since_epoch();
  const auto start = steady_clock::now();
  return [wall_at_start, start] {
    return duration_cast<milliseconds>(wall_at_start + (steady_clock::now() - start)).count();
  };
}

}  // namespace roundtable::server
