// Which wishes for groups cannot all hold, before anything is solved.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/grouping.hpp"

namespace roundtable::core {

enum class ClashKind : std::uint8_t {
  not_there,      // a person, group or round that does not exist, a list of another length; `needed`: which list
  min_above_max,  // groups: whose bounds contradict each other
  more_groups_than_people,
  too_few_people,        // the least sizes add up to `needed`, there are `available`
  too_little_room,       // `needed` people, `available` places
  together_and_apart,    // people: the two who are kept apart first, then who ties them together
  together_too_many,     // people: all tied together; `needed` places, the largest group has `available`
  together_elsewhere,    // people: tied together, but fixed in different groups
  apart_fixed_together,  // people: kept apart, but fixed in the same group
  apart_too_many,        // people: all apart from each other; `needed` groups, there are `available`
  fixed_too_many,        // groups: the one in which `needed` people are fixed; it has `available` places
  seats_together,        // people: tied together, onsite and online, while groups do not mix
  seats_fixed,           // people: fixed in one group, onsite and online, while groups do not mix
  seats_do_not_fit,      // no split of the groups into onsite and online has room for all of either
};
template <>
struct Names<ClashKind> {
  static constexpr std::array<std::string_view, 14> all{
      "not_there",         "min_above_max",      "more_groups_than_people",
      "too_few_people",    "too_little_room",    "together_and_apart",
      "together_too_many", "together_elsewhere", "apart_fixed_together",
      "apart_too_many",    "fixed_too_many",     "seats_together",
      "seats_fixed",       "seats_do_not_fit"};
};

struct Clash {
  ClashKind kind = ClashKind::not_there;
  std::vector<std::int32_t> people;
  std::vector<std::int32_t> groups;
  std::int64_t needed = 0;
  std::int64_t available = 0;

  static constexpr auto fields() {
    using T = Clash;
    return field_list(field<&T::kind>("kind"), field<&T::people>("people"), field<&T::groups>("groups"),
                      field<&T::needed>("needed"), field<&T::available>("available"));
  }
};

/// Empty: nothing is known to clash. (Whether tied people fit into nearly full groups is not decided here.)
std::vector<Clash> clashes(const GroupingProblem& problem);

}  // namespace roundtable::core
