// How many people staff count in the room and in the call: those who joined are only some of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct HeadCount {
  std::optional<std::uint32_t> room;  // absent: not counted
  std::optional<std::uint32_t> call;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = HeadCount;
    return field_list(field<&T::room>("room"), field<&T::call>("call"), field<&T::at_ms>("at_ms"));
  }
  friend bool operator==(const HeadCount&, const HeadCount&) = default;
};

// Command.
struct CountHeads {
  static constexpr std::string_view name = "head_count.set";
  std::optional<std::uint32_t> room;  // absent: as it was
  std::optional<std::uint32_t> call;
  static constexpr auto fields() {
    using T = CountHeads;
    return field_list(field<&T::room>("room"), field<&T::call>("call"));
  }
  friend bool operator==(const CountHeads&, const CountHeads&) = default;
};

// Event. Both counts as they are from now on.
struct HeadsCounted {
  static constexpr std::string_view name = "heads.counted";
  std::optional<std::uint32_t> room;
  std::optional<std::uint32_t> call;
  PersonId by;
  static constexpr auto fields() {
    using T = HeadsCounted;
    return field_list(field<&T::room>("room"), field<&T::call>("call"), field<&T::by>("by"));
  }
  friend bool operator==(const HeadsCounted&, const HeadsCounted&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const CountHeads& command, const Stamp& stamp);
void apply(State& state, const HeadsCounted& event, const Moment& moment);

}  // namespace roundtable::core
