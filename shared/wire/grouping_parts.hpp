// What the readers of people share: values by name, wishes, sizes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "wire/grouping.hpp"

namespace roundtable::wire {

using GroupingFaults = std::vector<GroupingFault>;

/// Attributes by their name in the file's order, a text for every person; empty: not stated.
struct PeopleTable {
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> values;  // by attribute, then by person
};

struct WishedAttribute {
  std::string name;
  std::int64_t weight = 0;
};

/// `NAME` or `NAME:WEIGHT`, when no attribute has that whole name.
WishedAttribute wished_attribute(const std::string& text, const PeopleTable& table, std::int64_t otherwise,
                                 std::string_view where, GroupingFaults& faults);

void set_attributes(GroupingFile& file, const PeopleTable& table, const std::vector<WishedAttribute>& diversify,
                    const std::vector<WishedAttribute>& cluster, std::string_view where, GroupingFaults& faults);
void set_sizes(GroupingFile& file, const GroupingWishes& wishes, GroupingFaults& faults);
void set_rounds(GroupingFile& file, std::optional<std::int64_t> rounds, std::string_view where, GroupingFaults& faults);
/// Also for what has no other fault: clashes, as they are found before anything is solved.
CheckedGrouping checked(GroupingFile file, GroupingFaults faults);

std::string listed(const std::vector<std::string>& names);
/// Too large, or no UTF-8: nothing else is looked at.
bool is_readable(std::string_view text, GroupingFaults& faults);

inline constexpr std::int64_t diversify_weight = 10;
inline constexpr std::int64_t cluster_weight = 40;

}  // namespace roundtable::wire
