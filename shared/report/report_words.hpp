// The English of the reports: names of groups, roles and goals, and how times and lengths are written.
#pragma once

#include <string>
#include <string_view>

#include "core/plan.hpp"

namespace roundtable::report {

/// As the IGF writes them.
std::string_view label(core::StakeholderGroup group);
std::string_view label(core::RegionalGroup group);
std::string_view label(core::Modality modality);
std::string_view label(core::PhaseKind kind);
std::string_view label(core::Role role);
std::string_view label(core::Attribute attribute);
std::string_view label(core::PollKind kind);
/// A step of the default scale of temperature checks.
std::string_view scale_label(std::size_t step);
std::string_view group_label(core::Attribute attribute, std::size_t group);

/// "Online guest 14": a name that staff never let pass.
std::string guest_name(core::PersonId person, core::Modality modality);

/// "Quality Education" for "4" and for "4.7".
std::string_view goal_name(std::string_view code);

/// "25 June 2025, 14:00 (UTC+02:00)"
std::string date_and_time(core::InstantMs at_ms, std::int32_t utc_offset_min);
/// "14:03:20"
std::string time_of_day(core::InstantMs at_ms, std::int32_t utc_offset_min);
/// "1:04:09" or "4:09": hours where there are any, minutes, seconds.
std::string length(core::DurationMs length_ms);
/// "12.5 %"
std::string share(core::DurationMs part, core::DurationMs whole);

}  // namespace roundtable::report
