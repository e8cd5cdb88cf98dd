// What a turn costs: the groups are charged seconds, and a person's extra time is not among them.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "core/limits.hpp"
#include "core/names.hpp"

namespace roundtable::core {

struct Spoken {
  std::uint32_t turns = 0;
  DurationMs spoken_ms = 0;
  static constexpr auto fields() {
    using T = Spoken;
    return field_list(field<&T::turns>("turns"), field<&T::spoken_ms>("spoken_ms"));
  }
  friend bool operator==(const Spoken&, const Spoken&) = default;
};

/// Charged seconds by value of each attribute.
struct Served {
  std::array<DurationMs, most_groups> stakeholder_group{};
  std::array<DurationMs, most_groups> regional_group{};
  std::array<DurationMs, most_groups> modality{};

  std::array<DurationMs, most_groups>& by(Attribute attribute) {
    return attribute == Attribute::stakeholder_group ? stakeholder_group
           : attribute == Attribute::regional_group  ? regional_group
                                                     : modality;
  }
  const std::array<DurationMs, most_groups>& by(Attribute attribute) const {
    return const_cast<Served*>(this)->by(attribute);
  }
  void charge(const Groups& groups, DurationMs duration_ms) {
    for (Attribute attribute : {Attribute::stakeholder_group, Attribute::regional_group, Attribute::modality}) {
      by(attribute)[groups.value(attribute)] += duration_ms;
    }
  }
  static constexpr auto fields() {
    using T = Served;
    return field_list(field<&T::stakeholder_group>("stakeholder_group"), field<&T::regional_group>("regional_group"),
                      field<&T::modality>("modality"));
  }
  friend bool operator==(const Served&, const Served&) = default;
};

/// The stretch of a turn that the person's extra time paid for, on the turn's own clock: it begins where the turn would
/// have ended without it. Everybody's order has to be the server's, so every viewer holds the stretch of a turn that
/// was given, as every viewer sees the countdown: who compares the two learns that this turn was given more time, but
/// not why, and of no one before the turn.
struct Uncharged {
  DurationMs from_ms = 0;
  DurationMs until_ms = 0;
  static constexpr auto fields() {
    using T = Uncharged;
    return field_list(field<&T::from_ms>("from_ms"), field<&T::until_ms>("until_ms"));
  }
  friend bool operator==(const Uncharged&, const Uncharged&) = default;
};

/// What the groups are charged of the time spoken. Up to where the turn would have ended for anybody else each second
/// counts; within the extra time none does, or a group would wait longer because one of its people needs an
/// interpreter; past it each counts again, so that running over costs what it costs everybody. What staff add to the
/// turn or take off it moves the countdown and leaves the stretch where it is: the extra time is the person's.
constexpr DurationMs charged_ms(DurationMs spoken_ms, const std::optional<Uncharged>& uncharged) {
  if (!uncharged) return spoken_ms;
  return spoken_ms - (std::clamp(spoken_ms, uncharged->from_ms, uncharged->until_ms) - uncharged->from_ms);
}

}  // namespace roundtable::core
