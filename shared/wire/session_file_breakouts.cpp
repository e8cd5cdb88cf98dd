#include <algorithm>

#include "core/group_rooms.hpp"
#include "core/limits.hpp"
#include "wire/session_file_parts.hpp"

namespace roundtable::wire {

namespace {

namespace limits = core::limits;
using core::BreakoutAttribute;
using core::minute_ms;

constexpr std::int64_t most_people = 500;
constexpr std::int64_t most_table = 999;
constexpr std::int64_t most_closing = limits::longest_closing_ms / minute_ms;

std::vector<BreakoutAttribute> read_attributes(const Spot& spot, std::string_view what,
                                               std::vector<BreakoutAttribute>& named) {
  std::vector<BreakoutAttribute> attributes;
  const ListRule rule{what, core::Names<BreakoutAttribute>::all.size(), 0, Need::optional};
  for (const Spot& entry : read_list(spot, rule)) {
    const auto by = read_name<BreakoutAttribute>(entry, "an attribute of people", Need::required);
    if (!by) continue;
    if (std::find(named.begin(), named.end(), *by) != named.end()) {
      spot.fault(std::string(core::name_of(*by)) +
                 " stands twice in diversify and cluster; name it once, in one of them");
      continue;
    }
    named.push_back(*by);
    attributes.push_back(*by);
  }
  return attributes;
}

std::vector<core::PlannedTopic> read_topics(const Spot& spot) {
  std::vector<core::PlannedTopic> topics;
  for (const Spot& entry : read_list(spot, {"the topics of the groups", limits::breakout_groups, 0, Need::optional})) {
    if (!is_object(entry, "a topic with its title")) continue;
    core::PlannedTopic topic;
    topic.title = core::Words(read_text(entry["title"], {"the topic of a group", limits::group_title_characters,
                                                         TextKind::line, Need::required})
                                  .value_or(""));
    const auto capacity = read_whole(entry["capacity"], {"the places of the group", 1, most_people});
    if (capacity) topic.capacity = static_cast<std::uint32_t>(*capacity);
    topics.push_back(std::move(topic));
  }
  return topics;
}

std::vector<std::uint32_t> read_tables(const Spot& spot) {
  std::vector<std::uint32_t> tables;
  for (const Spot& entry : read_list(spot, {"the tables of the groups", limits::breakout_groups, 0, Need::optional})) {
    const auto table = read_whole(entry, {"the number of a table", 1, most_table, Need::required});
    if (!table) continue;
    if (std::find(tables.begin(), tables.end(), static_cast<std::uint32_t>(*table)) != tables.end()) {
      entry.fault("this table stands twice; give each group its own");
    }
    tables.push_back(static_cast<std::uint32_t>(*table));
  }
  return tables;
}

std::vector<core::GroupCall> read_calls(const Spot& spot) {
  std::vector<core::GroupCall> calls;
  for (const Spot& entry :
       read_list(spot, {"the rooms of the groups in the call", limits::breakout_groups, 0, Need::optional})) {
    if (!is_object(entry, "a room with its name or its url")) continue;
    core::GroupCall call;
    call.name = read_text(entry["name"], {"the name of the room", limits::name_characters}).value_or("");
    const Spot url = entry["url"];
    call.url = read_text(url, {"a web address that starts with https://", limits::url_characters, TextKind::name})
                   .value_or("");
    if (!call.url.empty() && !core::is_secure_address(call.url)) {
      url.fault(shown(call.url) +
                " cannot be opened safely; give an address that starts with https:// and names a host");
    }
    calls.push_back(std::move(call));
  }
  return calls;
}

/// With the way there and back and the reports they have to fit into what the file plans for them.
void hold_against_phases(const Spot& spot, const core::BreakoutPlan& plan,
                         const std::vector<core::PlannedPhase>& phases) {
  core::DurationMs own_ms = 0;
  core::DurationMs longest_ms = 0;
  for (const core::PlannedPhase& phase : phases) {
    const bool is_own = phase.kind == core::PhaseKind::breakouts || phase.kind == core::PhaseKind::report_back;
    if (is_own) own_ms += phase.planned_ms;
    longest_ms = std::max(longest_ms, phase.planned_ms);
  }
  const core::DurationMs round_ms = plan.moving_ms + plan.planned_ms + plan.closing_ms;
  const core::DurationMs needed_ms = round_ms * plan.rounds + plan.report_ms;
  const core::DurationMs there_ms = own_ms > 0 ? own_ms : longest_ms;
  if (needed_ms <= there_ms || phases.empty()) return;
  const std::string where = own_ms > 0 ? "the phases of kind breakouts and report_back" : "the longest phase";
  spot.fault("the groups take " + std::to_string(needed_ms / minute_ms) + " minutes with the way there, the way back " +
             "and the reports, and there are " + std::to_string(there_ms / minute_ms) + " in " + where +
             "; shorten them or give that phase more minutes");
}

}  // namespace

std::optional<core::BreakoutPlan> read_breakouts(const Spot& spot, const std::vector<core::PlannedPhase>& phases) {
  if (!is_object(spot, "the plan of breakout groups")) return std::nullopt;
  core::BreakoutPlan plan;
  const auto number = [&](std::string_view field, std::string_view what, std::int64_t least, std::int64_t most) {
    return read_whole(spot[field], {what, least, most}).value_or(0);
  };
  plan.count = static_cast<std::uint32_t>(
      number("count", "the number of groups", 1, static_cast<std::int64_t>(limits::breakout_groups)));
  plan.size = static_cast<std::uint32_t>(number("size", "the most people in a group", 2, most_people));
  plan.moving_ms = number("moving_minutes", "the minutes to get into the groups", 0, most_closing) * minute_ms;
  plan.planned_ms = number("minutes", "the minutes that groups talk", 1, longest_phase_minutes) * minute_ms;
  plan.closing_ms = number("return_minutes", "the minutes to come back", 0, most_closing) * minute_ms;
  plan.report_ms =
      number("report_minutes", "the minutes of all reports together", 0, longest_phase_minutes) * minute_ms;
  plan.rounds = static_cast<std::uint32_t>(
      std::max<std::int64_t>(1, number("rounds", "the number of rounds", 1, limits::breakout_rounds)));
  plan.settings.mode =
      read_name<core::BreakoutMode>(spot["mode"], "how people come into groups").value_or(core::BreakoutMode::balanced);
  std::vector<BreakoutAttribute> named;
  for (BreakoutAttribute by : read_attributes(spot["diversify"], "what the groups are mixed by", named)) {
    plan.settings.diversify.push_back({by, core::WeightedAttribute{}.weight});
  }
  plan.settings.cluster = read_attributes(spot["cluster"], "what the groups are kept alike by", named);
  plan.settings.is_separate =
      read_flag(spot["separate"], "whether onsite and online people have groups of their own", false);
  plan.topics = read_topics(spot["topics"]);
  plan.tables = read_tables(spot["tables"]);
  plan.calls = read_calls(spot["calls"]);
  const bool has_count = !spot["count"].is_absent();
  if (has_count && !spot["size"].is_absent())
    spot["size"].fault("count says how many groups there are; give one of both");
  if (has_count && plan.count > 0 && plan.topics.size() > plan.count) {
    spot["topics"].fault("there are " + std::to_string(plan.topics.size()) + " topics for " +
                         std::to_string(plan.count) + " groups; plan as many groups as topics");
  }
  hold_against_phases(spot, plan, phases);
  return plan;
}

}  // namespace roundtable::wire
