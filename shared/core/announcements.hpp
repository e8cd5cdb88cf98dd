// A line from staff to everyone; the state keeps only the newest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Announcement {
  AnnouncementId announcement;
  Words text;
  std::string language;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = Announcement;
    return field_list(field<&T::announcement>("announcement"), field<&T::text>("text"), field<&T::language>("language"),
                      field<&T::at_ms>("at_ms"));
  }
  friend bool operator==(const Announcement&, const Announcement&) = default;
};

// Command.
struct Announce {
  static constexpr std::string_view name = "announce";
  Words text;
  std::optional<std::string> language;
  static constexpr auto fields() {
    using T = Announce;
    return field_list(field<&T::text>("text"), field<&T::language>("language"));
  }
  friend bool operator==(const Announce&, const Announce&) = default;
};

// Event.
struct Announced {
  static constexpr std::string_view name = "announced";
  AnnouncementId announcement;
  Words text;
  std::string language;
  PersonId by;
  static constexpr auto fields() {
    using T = Announced;
    return field_list(field<&T::announcement>("announcement"), field<&T::text>("text"), field<&T::language>("language"),
                      field<&T::by>("by"));
  }
  friend bool operator==(const Announced&, const Announced&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const Announce& command, const Stamp& stamp);
void apply(State& state, const Announced& event, const Moment& moment);

}  // namespace roundtable::core
