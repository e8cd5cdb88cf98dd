// Files of people (CSV, JSON) and of plain distances (MDGPLIB) to a problem of balanced groups, and groups to JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/grouping.hpp"
#include "core/grouping_clashes.hpp"
#include "wire/json.hpp"

namespace roundtable::wire {

/// What is asked for beside the file; it overrules what a JSON file says itself.
struct GroupingWishes {
  std::optional<std::int64_t> count;
  std::optional<std::int64_t> size;  // the most in one group
  std::optional<std::int64_t> rounds;
  std::vector<std::string> diversify;  // NAME or NAME:WEIGHT
  std::vector<std::string> cluster;
};

/// Where it stands ("line 3", "/people/2/id", "--diversify"), what is wrong, and what would be right.
struct GroupingFault {
  std::string where;
  std::string message;
};

struct GroupingFile {
  core::GroupingProblem problem;
  std::vector<Json> ids;  // as the file has them
  std::vector<std::string> diversify;
  std::vector<std::string> cluster;
  std::vector<std::string> topics;
  bool is_plain_distances = false;
};

struct CheckedGrouping {
  std::optional<GroupingFile> file;  // only without faults
  std::vector<GroupingFault> faults;
};

/// A first line of column names, the id in the first column; quotes as in RFC 4180; `,`, `;` or a tab between fields.
/// Without `diversify` all columns that are not clustered are diversified.
CheckedGrouping read_people_csv(std::string_view text, const GroupingWishes& wishes);

/// A list of people, or `{people, groups?, count?, size?, rounds?, diversify?, cluster?, together?, apart?, may_mix?,
/// needs_facilitator?, needs_reporter?, earlier?, start?, meeting_weight?, choice_weight?, move_price?}`. A person has
/// an `id` (or a `name`) and its values; `can_facilitate`, `can_report`, `seat`, `fixed_group` and `choices` are not
/// values.
CheckedGrouping read_people_json(std::string_view text, const GroupingWishes& wishes);

/// `n m ss|ds least most least most ..`, then a line `i j distance` for every pair, from 0.
CheckedGrouping read_mdgplib(std::string_view text);

/// Clashes as faults, people by their ids and groups by their numbers from 1.
std::vector<GroupingFault> clash_faults(const GroupingFile& file, const std::vector<core::Clash>& clashes);

/// `{"objective", "groups": [round: [group: [id]]], "cost", "broken", "seed", "steps"}`. The objective is the sum of
/// distances (more is better) for plain distances, else the total cost (less is better), in decimals.
std::string grouping_text(const GroupingFile& file, const core::Grouping& grouping, std::uint64_t seed,
                          std::uint64_t steps);

/// A whole decimal number as it is written: -12.5 for -12'500'000 millionths.
std::string decimal_text(std::int64_t millionths);
/// Nothing for what is no decimal number, has more than six places, or is a million or more.
std::optional<std::int64_t> read_millionths(std::string_view text);

/// A problem in indexes, as core/grouping.hpp names its fields (the worker's form); nothing beyond the limits.
std::optional<core::GroupingProblem> read_grouping_problem(const Json& json, std::string* fault = nullptr);

}  // namespace roundtable::wire
