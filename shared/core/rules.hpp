// What every feature's rules take and give.
#pragma once

#include <cstdint>

#include "core/time.hpp"

namespace roundtable::core {

struct EventData;
struct Floor;
struct Refusal;
struct State;
struct Stamp;
class Decision;

/// Where in the session's history an event stands.
struct Moment {
  std::uint32_t seq = 0;
  InstantMs at_ms = 0;
};

}  // namespace roundtable::core
