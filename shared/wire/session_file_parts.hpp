// The parts of a session file, each read by its own file.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/limits.hpp"
#include "core/plan.hpp"
#include "wire/session_file_spot.hpp"

namespace roundtable::wire {

constexpr std::int64_t longest_phase_minutes = core::limits::longest_phase_ms / core::minute_ms;

/// Names as compared: trimmed and folded.
using PeopleByName = std::map<std::string, core::PersonId>;

std::vector<core::PlannedPerson> read_people(const Spot& spot, PeopleByName& by_name);
std::vector<std::string> read_languages(const Spot& spot);

struct ReadPhases {
  std::vector<core::PlannedPhase> phases;
  std::vector<FittedMinutes> fitted;
};
/// `slot_ms` is absent where the file does not say it rightly; the plan is then not held against it.
ReadPhases read_phases(const Spot& spot, const PeopleByName& people, std::optional<core::DurationMs> slot_ms);

core::FloorPolicy read_floor(const Spot& spot);

std::vector<core::PlannedPoll> read_polls(const Spot& spot);
/// Nothing where the file plans no groups.
std::optional<core::BreakoutPlan> read_breakouts(const Spot& spot, const std::vector<core::PlannedPhase>& phases);

struct StartTime {
  core::InstantMs at_ms = 0;
  std::int32_t utc_offset_min = 0;
};
/// RFC 3339 with an offset.
std::optional<StartTime> parse_start_time(std::string_view text);

/// "4" or "4.7": a goal of the 17, or a target of the 169.
bool is_sdg_code(std::string_view code);

}  // namespace roundtable::wire
