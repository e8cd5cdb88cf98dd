// Absolute numbers beside the events: they may be coalesced or skipped, the last value counts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/state.hpp"

namespace roundtable::view {

struct Present {
  std::optional<std::int64_t> onsite;
  std::optional<std::int64_t> online;
  std::optional<std::int64_t> not_stated;
  std::optional<std::int64_t> all;  // alone, when one of the three is under five
  static constexpr auto fields() {
    using T = Present;
    return field_list(core::field<&T::onsite>("onsite"), core::field<&T::online>("online"),
                      core::field<&T::not_stated>("not_stated"), core::field<&T::all>("all"));
  }
  friend bool operator==(const Present&, const Present&) = default;
};

struct Gauges {
  std::map<core::QuestionId, std::uint32_t> questions;  // distinct supporters of heads
  std::optional<Present> present;
  std::optional<std::vector<core::QuestionId>> representative;
  std::optional<std::uint32_t> displays;                            // connected
  std::map<core::PollId, std::uint32_t> polls;                      // people who voted, of open polls
  std::map<core::PollId, std::vector<std::uint32_t>> poll_choices;  // of those that are live
  static constexpr auto fields() {
    using T = Gauges;
    return field_list(core::field<&T::questions>("questions"), core::field<&T::present>("present"),
                      core::field<&T::representative>("representative"), core::field<&T::displays>("displays"),
                      core::field<&T::polls>("polls"), core::field<&T::poll_choices>("poll_choices"));
  }
  friend bool operator==(const Gauges&, const Gauges&) = default;
};

/// Takes over what `newer` says; what it does not name stays.
void update(Gauges& gauges, const Gauges& newer);

/// Distinct supporters of every visible head.
std::map<core::QuestionId, std::uint32_t> vote_counts(const core::Questions& whole);

/// Adds how many voted in a poll that is open; by choice if staff want that seen.
void add_votes(Gauges& gauges, core::PollId id, const core::Poll& poll);

/// Who is present, for staff.
Present presence_of(const core::Roster& whole);
/// The same for a display: one sum where one of the parts is under five.
Present for_display(const Present& present);

}  // namespace roundtable::view
