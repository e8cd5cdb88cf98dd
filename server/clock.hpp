// The room's clock: wall time at the start, monotonic from there. The only place of the server where a session's time
// comes from; tests hand in their own.
#pragma once

#include <cstdint>
#include <functional>

namespace roundtable::server {

/// Milliseconds since 1970 UTC that never go back.
using RoomClock = std::function<std::int64_t()>;

RoomClock system_clock();

}  // namespace roundtable::server
