// Short messages among staff, beside the session; the state keeps only the newest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct StaffMessage {
  StaffMessageId message;
  Words text;
  std::optional<Role> to;  // whom it asks for; all staff read it
  PersonId by;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = StaffMessage;
    return field_list(field<&T::message>("message"), field<&T::text>("text"), field<&T::to>("to"), field<&T::by>("by"),
                      field<&T::at_ms>("at_ms"));
  }
  friend bool operator==(const StaffMessage&, const StaffMessage&) = default;
};

// Command.
struct SayToStaff {
  static constexpr std::string_view name = "staff.say";
  Words text;
  std::optional<Role> to;  // absent: everyone on the staff
  static constexpr auto fields() {
    using T = SayToStaff;
    return field_list(field<&T::text>("text"), field<&T::to>("to"));
  }
  friend bool operator==(const SayToStaff&, const SayToStaff&) = default;
};

// Event.
struct StaffSaid {
  static constexpr std::string_view name = "staff.said";
  static constexpr bool is_of_staff = true;
  StaffMessageId message;
  Words text;
  std::optional<Role> to;
  PersonId by;
  static constexpr auto fields() {
    using T = StaffSaid;
    return field_list(field<&T::message>("message"), field<&T::text>("text"), field<&T::to>("to"), field<&T::by>("by"));
  }
  friend bool operator==(const StaffSaid&, const StaffSaid&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const SayToStaff& command, const Stamp& stamp);
void apply(State& state, const StaffSaid& event, const Moment& moment);

}  // namespace roundtable::core
