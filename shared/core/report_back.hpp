// How groups come back into the plenary: a timed slot for each in the line-up, a card on the screen, and points that
// everyone sees from then on.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

// Commands.
/// A talk for each group in the phase for reporting back; without such a phase in the one that runs.
struct ReportBack {
  static constexpr std::string_view name = "breakout.report_back";
  std::int64_t seconds = 0;
  static constexpr auto fields() { return field_list(field<&ReportBack::seconds>("seconds")); }
  friend bool operator==(const ReportBack&, const ReportBack&) = default;
};

struct ShowGroup {
  static constexpr std::string_view name = "breakout.show";
  std::optional<GroupId> group;  // absent or null: take it down
  static constexpr auto fields() { return field_list(field<&ShowGroup::group>("group")); }
  friend bool operator==(const ShowGroup&, const ShowGroup&) = default;
};

// Events.
/// From now on everyone sees the group's points.
struct GroupPublished {
  static constexpr std::string_view name = "breakout.published";
  GroupId group;
  static constexpr auto fields() { return field_list(field<&GroupPublished::group>("group")); }
  friend bool operator==(const GroupPublished&, const GroupPublished&) = default;
};

struct GroupShown {
  static constexpr std::string_view name = "breakout.shown";
  OrNull<GroupId> group;
  static constexpr auto fields() { return field_list(field<&GroupShown::group>("group")); }
  friend bool operator==(const GroupShown&, const GroupShown&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const ReportBack& command, const Stamp& stamp);
Decision decide(const State& state, const ShowGroup& command, const Stamp& stamp);
void apply(State& state, const GroupPublished& event, const Moment& moment);
void apply(State& state, const GroupShown& event, const Moment& moment);

}  // namespace roundtable::core
