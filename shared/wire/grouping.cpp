#include "wire/grouping.hpp"

#include <algorithm>
#include <set>

#include "core/limits.hpp"
#include "wire/grouping_parts.hpp"
#include "wire/read.hpp"
#include "wire/utf8.hpp"

namespace roundtable::wire {

namespace limits = core::limits;

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "none" : text;
}

bool is_readable(std::string_view text, GroupingFaults& faults) {
  if (text.size() > limits::grouping_file_bytes) {
    faults.push_back({"/", "the file is larger than 64 MiB; leave out what groups do not need"});
  } else if (const auto byte = first_bad_utf8(text)) {
    const Place place = place_of(text, *byte);
    faults.push_back({"line " + std::to_string(place.line), "these bytes are no UTF-8; save the file as UTF-8"});
  } else if (trimmed(text).empty()) {
    faults.push_back({"/", "the file is empty"});
  }
  return faults.empty();
}

WishedAttribute wished_attribute(const std::string& text, const PeopleTable& table, std::int64_t otherwise,
                                 std::string_view where, GroupingFaults& faults) {
  WishedAttribute wished{text, otherwise};
  if (std::find(table.names.begin(), table.names.end(), text) != table.names.end()) return wished;
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return wished;
  wished.name = text.substr(0, colon);
  const auto weight = read_millionths(std::string_view(text).substr(colon + 1));
  if (weight && *weight % 1'000'000 == 0 && *weight >= 0 && *weight <= limits::grouping_weight * 1'000'000) {
    wished.weight = *weight / 1'000'000;
  } else {
    faults.push_back({std::string(where), "the weight in \"" + text + "\" must be a whole number from 0 to " +
                                              std::to_string(limits::grouping_weight) + ", for example " + wished.name +
                                              ":" + std::to_string(otherwise)});
  }
  return wished;
}

namespace {

core::GroupingAttribute attribute_of(const std::vector<std::string>& values, std::int64_t weight) {
  std::vector<std::string> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  if (!sorted.empty() && sorted.front().empty()) sorted.erase(sorted.begin());
  core::GroupingAttribute attribute;
  attribute.weight = weight;
  for (const std::string& value : values) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin();
    attribute.value_of.push_back(value.empty() ? core::nobody : static_cast<std::int32_t>(at));
  }
  return attribute;
}

void add_attributes(const PeopleTable& table, const std::vector<WishedAttribute>& wished, std::string_view where,
                    std::vector<core::GroupingAttribute>& attributes, std::vector<std::string>& names,
                    GroupingFaults& faults) {
  for (const WishedAttribute& each : wished) {
    const auto found = std::find(table.names.begin(), table.names.end(), each.name);
    if (found == table.names.end()) {
      faults.push_back({std::string(where), "nobody has \"" + each.name + "\"; there are: " + listed(table.names)});
      continue;
    }
    if (std::find(names.begin(), names.end(), each.name) != names.end()) {
      faults.push_back({std::string(where), "\"" + each.name + "\" stands twice; name it once"});
      continue;
    }
    attributes.push_back(
        attribute_of(table.values[static_cast<std::size_t>(found - table.names.begin())], each.weight));
    names.push_back(each.name);
  }
}

}  // namespace

void set_attributes(GroupingFile& file, const PeopleTable& table, const std::vector<WishedAttribute>& diversify,
                    const std::vector<WishedAttribute>& cluster, std::string_view where, GroupingFaults& faults) {
  add_attributes(table, diversify, where.empty() ? "--diversify" : where, file.problem.diversify, file.diversify,
                 faults);
  add_attributes(table, cluster, where.empty() ? "--cluster" : where, file.problem.cluster, file.cluster, faults);
  for (const std::string& name : file.cluster) {
    if (std::find(file.diversify.begin(), file.diversify.end(), name) == file.diversify.end()) continue;
    faults.push_back({where.empty() ? "--cluster" : std::string(where),
                      "\"" + name + "\" cannot be diversified and kept together at once; name it in one of the two"});
  }
  if (file.diversify.size() + file.cluster.size() > limits::grouping_attributes) {
    faults.push_back({where.empty() ? "--diversify" : std::string(where),
                      "these are " + std::to_string(file.diversify.size() + file.cluster.size()) +
                          " attributes; name at most " + std::to_string(limits::grouping_attributes) +
                          " of: " + listed(table.names)});
  }
}

void set_sizes(GroupingFile& file, const GroupingWishes& wishes, GroupingFaults& faults) {
  const std::size_t people = file.problem.people.size();
  if (!file.problem.groups.empty() && !wishes.count && !wishes.size) return;
  std::vector<std::int32_t> topics;
  for (const core::GroupBounds& each : file.problem.groups) topics.push_back(each.topic);
  if (wishes.count && wishes.size) {
    faults.push_back({"--count", "give --count or --size, not both"});
  } else if (wishes.count) {
    if (*wishes.count < 1 || *wishes.count > static_cast<std::int64_t>(limits::grouping_groups)) {
      faults.push_back(
          {"--count", "the number of groups must be from 1 to " + std::to_string(limits::grouping_groups)});
    } else {
      file.problem.groups = core::even_groups(people, static_cast<std::size_t>(*wishes.count));
    }
  } else if (wishes.size) {
    if (*wishes.size < 1) {
      faults.push_back({"--size", "the size of a group must be 1 or more"});
    } else {
      file.problem.groups = core::groups_of_at_most(people, static_cast<std::size_t>(*wishes.size));
      if (file.problem.groups.size() > limits::grouping_groups) {
        faults.push_back({"--size", "that makes " + std::to_string(file.problem.groups.size()) +
                                        " groups; there can be " + std::to_string(limits::grouping_groups) +
                                        ", so give a larger size"});
      }
    }
  } else {
    faults.push_back({"--count", "say how many groups there shall be, with --count N, or how large, with --size N"});
  }
  for (std::size_t group = 0; group < std::min(topics.size(), file.problem.groups.size()); ++group) {
    file.problem.groups[group].topic = topics[group];
  }
}

void set_rounds(GroupingFile& file, std::optional<std::int64_t> rounds, std::string_view where,
                GroupingFaults& faults) {
  if (!rounds) return;
  if (*rounds < 1 || *rounds > static_cast<std::int64_t>(limits::grouping_rounds)) {
    faults.push_back(
        {std::string(where), "the number of rounds must be from 1 to " + std::to_string(limits::grouping_rounds)});
    return;
  }
  file.problem.rounds = *rounds;
}

CheckedGrouping checked(GroupingFile file, GroupingFaults faults) {
  if (faults.empty()) faults = clash_faults(file, core::clashes(file.problem));
  CheckedGrouping result;
  if (faults.empty()) result.file = std::move(file);
  result.faults = std::move(faults);
  return result;
}

// Numbers.

std::string decimal_text(std::int64_t millionths) {
  const bool is_negative = millionths < 0;
  const std::uint64_t size =
      is_negative ? ~static_cast<std::uint64_t>(millionths) + 1 : static_cast<std::uint64_t>(millionths);
  std::string places = std::to_string(1'000'000 + size % 1'000'000).substr(1);
  while (!places.empty() && places.back() == '0') places.pop_back();
  return (is_negative ? "-" : "") + std::to_string(size / 1'000'000) + (places.empty() ? "" : "." + places);
}

std::optional<std::int64_t> read_millionths(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  std::int64_t value = 0;
  int places = -1;
  bool has_digit = false;
  for (const char each : text) {
    if (each == '.' && places < 0 && has_digit) {
      places = 0;
    } else if (each >= '0' && each <= '9') {
      has_digit = true;
      if (places == 6) {
        if (each != '0') return std::nullopt;
        continue;
      }
      value = value * 10 + (each - '0');
      if (places >= 0) ++places;
      if (value > limits::grouping_distance_millionths) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (!has_digit || text.ends_with('.')) return std::nullopt;
  for (places = std::max(places, 0); places < 6; ++places) value *= 10;
  if (value >= limits::grouping_distance_millionths) return std::nullopt;
  return is_negative ? -value : value;
}

// The answer.

namespace {

std::string groups_text(const GroupingFile& file, const core::Grouping& grouping) {
  std::string text = "[";
  for (std::size_t round = 0; round < grouping.rounds.size(); ++round) {
    text += round == 0 ? "[\n" : ", [\n";
    for (std::size_t group = 0; group < file.problem.groups.size(); ++group) {
      text += "    [";
      bool is_first = true;
      for (std::size_t person = 0; person < grouping.rounds[round].size(); ++person) {
        if (grouping.rounds[round][person] != static_cast<std::int32_t>(group)) continue;
        text += (is_first ? "" : ", ") + dump(file.ids[person]);
        is_first = false;
      }
      text += group + 1 < file.problem.groups.size() ? "],\n" : "]\n";
    }
    text += "  ]";
  }
  return text + "]";
}

std::string cost_text(const GroupingFile& file, const core::GroupingCost& cost) {
  std::string text;
  const auto add = [&](std::string_view name, std::int64_t value) {
    text +=
        (text.empty() ? "" : ", ") + in_quotes(name) + ": " + decimal_text(core::in_millionths(file.problem, value));
  };
  add("balance", cost.balance);
  add("clusters", cost.clusters);
  add("meetings", cost.meetings);
  add("choices", cost.choices);
  add("moves", cost.moves);
  return "{" + text + "}";
}

std::string broken_text(const GroupingFile& file, const std::vector<core::BrokenRule>& broken) {
  std::string text;
  for (const core::BrokenRule& each : broken) {
    Json rule = {{"rule", core::name_of(each.rule)}, {"round", each.round + 1}};
    if (each.group != core::nobody) rule["group"] = each.group + 1;
    if (each.person != core::nobody) rule["people"].push_back(file.ids[static_cast<std::size_t>(each.person)]);
    if (each.other != core::nobody) rule["people"].push_back(file.ids[static_cast<std::size_t>(each.other)]);
    text += (text.empty() ? "" : ", ") + dump(rule);
  }
  return "[" + text + "]";
}

}  // namespace

std::string grouping_text(const GroupingFile& file, const core::Grouping& grouping, std::uint64_t seed,
                          std::uint64_t steps) {
  const std::int64_t objective =
      file.is_plain_distances ? -grouping.cost.distances : core::in_millionths(file.problem, grouping.cost.total());
  std::string text =
      "{\n  \"objective\": " + decimal_text(objective) + ",\n  \"groups\": " + groups_text(file, grouping);
  if (!file.is_plain_distances) text += ",\n  \"cost\": " + cost_text(file, grouping.cost);
  text += ",\n  \"broken\": " + broken_text(file, grouping.broken);
  return text + ",\n  \"seed\": " + std::to_string(seed) + ",\n  \"steps\": " + std::to_string(steps) + "\n}\n";
}

std::optional<core::GroupingProblem> read_grouping_problem(const Json& json, std::string* fault) {
  core::GroupingProblem problem;
  Reader reader;
  if (json.is_object()) reader.members(json, problem);
  std::string wrong = json.is_object() ? reader.fault() : "/: expected an object";
  const std::size_t people = problem.people.size();
  const auto are_too_many = [](std::size_t count, std::size_t most) { return count > most; };
  const auto is_too_heavy = [](std::int64_t weight) { return weight < 0 || weight > limits::grouping_weight; };
  const bool has_distances = !problem.distances.empty();
  bool is_beyond = are_too_many(people, has_distances ? limits::grouping_elements : limits::grouping_people) ||
                   are_too_many(problem.groups.size(), limits::grouping_groups) ||
                   are_too_many(problem.diversify.size() + problem.cluster.size(), limits::grouping_attributes) ||
                   are_too_many(problem.together.size() + problem.apart.size(), limits::grouping_pairs) ||
                   problem.rounds < 1 || problem.rounds > static_cast<std::int64_t>(limits::grouping_rounds) ||
                   is_too_heavy(problem.meeting_weight) || is_too_heavy(problem.choice_weight) ||
                   is_too_heavy(problem.move_price);
  for (const auto* attributes : {&problem.diversify, &problem.cluster}) {
    for (const core::GroupingAttribute& each : *attributes) is_beyond = is_beyond || is_too_heavy(each.weight);
  }
  for (const core::GroupedPerson& each : problem.people) {
    is_beyond = is_beyond || are_too_many(each.choices.size(), limits::grouping_choices);
  }
  for (const core::EarlierMeeting& each : problem.met) {
    is_beyond = is_beyond || each.times < 0 || each.times > limits::grouping_weight;
  }
  for (const std::int64_t each : problem.distances) {
    is_beyond =
        is_beyond || each > limits::grouping_distance_millionths || each < -limits::grouping_distance_millionths;
  }
  if (wrong.empty() && is_beyond) wrong = "/: beyond the limits of core/limits.hpp";
  if (fault != nullptr) *fault = wrong;
  if (!wrong.empty()) return std::nullopt;
  return problem;
}

}  // namespace roundtable::wire
