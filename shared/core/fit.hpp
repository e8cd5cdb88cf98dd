// Fitting phases into the time there is: for a plan longer than its slot, and for re-planning on an overrun.
#pragma once

#include <optional>
#include <vector>

#include "core/plan.hpp"
#include "core/time.hpp"

namespace roundtable::core {

struct FitPart {
  DurationMs planned_ms = 0;
  DurationMs min_ms = 0;  // a protected phase: as much as planned
};

/// The planned lengths, or, where they are longer than `total_ms`, each part shrunk above its minimum in proportion:
/// whole units that add up exactly to the whole units of `total_ms` (largest remainder, ties to the earlier part).
/// Nothing when even the minimums do not fit.
std::optional<std::vector<DurationMs>> fit_plan(const std::vector<FitPart>& parts, DurationMs total_ms,
                                                DurationMs unit_ms);

FitPart fit_part(const PlannedPhase& phase);

}  // namespace roundtable::core
