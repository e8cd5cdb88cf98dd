#include "core/breakout_problem.hpp"

#include <algorithm>
#include <set>

#include "core/grouping_clashes.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

using Indexes = std::map<PersonId, std::int32_t>;

/// What one person states of an attribute; empty: nothing.
std::string value_of(const Profile& profile, BreakoutAttribute by) {
  switch (by) {
    case BreakoutAttribute::stakeholder_group:
      return profile.stakeholder_group == StakeholderGroup::not_stated
                 ? std::string()
                 : std::string(name_of(profile.stakeholder_group));
    case BreakoutAttribute::regional_group:
      return profile.regional_group == RegionalGroup::not_stated ? std::string()
                                                                 : std::string(name_of(profile.regional_group));
    case BreakoutAttribute::modality:
      return profile.modality == Modality::not_stated ? std::string() : std::string(name_of(profile.modality));
    case BreakoutAttribute::language:
      return profile.languages.empty() ? std::string() : profile.languages.front();
    case BreakoutAttribute::seat:
      return profile.seat.text;
  }
  return {};
}

Seat seat_of(Modality modality) {
  switch (modality) {
    case Modality::onsite:
      return Seat::onsite;
    case Modality::online:
      return Seat::online;
    case Modality::not_stated:
      break;
  }
  return Seat::either;
}

const Profile& profile_of(const State& state, PersonId person) {
  static const Profile unknown;
  const auto found = state.roster.people.find(person);
  return found == state.roster.people.end() ? unknown : found->second.profile;
}

GroupingAttribute attribute_of(const State& state, const std::vector<PersonId>& people, BreakoutAttribute by,
                               std::int64_t weight, std::vector<std::string>& names) {
  std::map<std::string, std::int32_t> numbers;
  for (PersonId person : people) {
    std::string value = value_of(profile_of(state, person), by);
    if (!value.empty()) numbers.emplace(std::move(value), nobody);
  }
  for (auto& [value, number] : numbers) {
    number = static_cast<std::int32_t>(names.size());
    names.push_back(value);
  }
  GroupingAttribute attribute;
  attribute.weight = weight;
  for (PersonId person : people) {
    const auto number = numbers.find(value_of(profile_of(state, person), by));
    attribute.value_of.push_back(number == numbers.end() ? nobody : number->second);
  }
  return attribute;
}

std::vector<std::int32_t> known_of(const std::vector<PersonId>& people, const Indexes& indexes) {
  std::vector<std::int32_t> known;
  for (PersonId person : people) {
    if (const auto found = indexes.find(person); found != indexes.end()) known.push_back(found->second);
  }
  return known;
}

void add_wishes(GroupingProblem& problem, const BreakoutSettings& settings, const Indexes& indexes) {
  for (const auto& wish : settings.together) {
    const std::vector<std::int32_t> people = known_of(wish, indexes);
    for (std::size_t next = 1; next < people.size(); ++next)
      problem.together.push_back({people[next - 1], people[next]});
  }
  for (const auto& wish : settings.apart) {
    const std::vector<std::int32_t> people = known_of(wish, indexes);
    for (std::size_t one = 0; one < people.size(); ++one) {
      for (std::size_t other = one + 1; other < people.size(); ++other) {
        problem.apart.push_back({people[one], people[other]});
      }
    }
  }
}

void add_meetings(GroupingProblem& problem, const BreakoutRun& run, const Indexes& indexes) {
  std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> met;
  for (const GroupMembers& round : run.past) {
    for (const auto& group : round) {
      std::vector<std::int32_t> people = known_of(group, indexes);
      std::stable_sort(people.begin(), people.end());
      for (std::size_t one = 0; one < people.size(); ++one) {
        for (std::size_t other = one + 1; other < people.size(); ++other) ++met[{people[one], people[other]}];
      }
    }
  }
  for (const auto& [pair, times] : met) problem.met.push_back({pair.first, pair.second, times});
}

/// Who was planned and can be there; the rest is nobody's place.
bool is_there(const State& state, PersonId person) {
  if (state.breakouts.run.in_plenary.contains(person)) return false;
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end()) return state.scope == Scope::staff;
  return found->second.is_present && !found->second.is_removed && !found->second.merged_into;
}

std::string list_of(const std::vector<std::int32_t>& indexes, const std::vector<PersonId>& people) {
  std::string text;
  for (std::int32_t index : indexes) {
    if (index < 0 || static_cast<std::size_t>(index) >= people.size()) continue;
    text += (text.empty() ? " " : ", ") + std::to_string(people[static_cast<std::size_t>(index)].value);
  }
  return text.empty() ? text : ", people" + text;
}

}  // namespace

std::vector<GroupBounds> bounds_of(const std::vector<std::uint32_t>& capacities, std::size_t people) {
  std::vector<GroupBounds> bounds = even_groups(people, capacities.size());
  bool is_narrow = false;
  for (std::size_t index = 0; index < capacities.size(); ++index) {
    const auto places = static_cast<std::int32_t>(capacities[index]);
    if (places > 0 && places < bounds[index].max_size) is_narrow = true;
  }
  for (std::size_t index = 0; index < capacities.size(); ++index) {
    const auto places = static_cast<std::int32_t>(capacities[index]);
    if (is_narrow) bounds[index] = {1, static_cast<std::int32_t>(people), bounds[index].topic};
    if (places > 0) bounds[index].max_size = std::min(bounds[index].max_size, places);
    bounds[index].min_size = std::min(bounds[index].min_size, bounds[index].max_size);
  }
  return bounds;
}

GroupingTask task_of(const State& state, const BreakoutSettings& settings, std::vector<PersonId> people,
                     std::vector<GroupBounds> groups) {
  GroupingTask task;
  Indexes indexes;
  for (PersonId person : people) {
    indexes.emplace(person, static_cast<std::int32_t>(indexes.size()));
    GroupedPerson grouped;
    grouped.seat = seat_of(profile_of(state, person).modality);
    task.problem.people.push_back(std::move(grouped));
  }
  task.problem.groups = std::move(groups);
  task.problem.may_mix = !settings.is_separate;
  for (const WeightedAttribute& each : settings.diversify) {
    task.problem.diversify.push_back(
        attribute_of(state, people, each.by, each.weight, task.value_names.emplace_back()));
  }
  constexpr std::int64_t cluster_weight = 10;
  for (BreakoutAttribute by : settings.cluster) {
    task.problem.cluster.push_back(attribute_of(state, people, by, cluster_weight, task.value_names.emplace_back()));
  }
  add_wishes(task.problem, settings, indexes);
  add_meetings(task.problem, state.breakouts.run, indexes);
  task.people = std::move(people);
  return task;
}

GroupingTask task_of(const State& state, const PlanOutline& outline) {
  std::vector<std::uint32_t> capacities;
  for (const DraftGroup& group : outline.groups) capacities.push_back(group.capacity);
  GroupingTask task = task_of(state, outline.settings, outline.people, bounds_of(capacities, outline.people.size()));
  task.problem.rounds = outline.rounds;
  for (std::size_t group = 0; group < outline.groups.size(); ++group) {
    const auto host = std::find(task.people.begin(), task.people.end(), outline.groups[group].host);
    if (host == task.people.end()) continue;
    task.problem.people[static_cast<std::size_t>(host - task.people.begin())].fixed_group =
        static_cast<std::int32_t>(group);
  }
  return task;
}

Round round_of(const GroupingTask& task, const GroupMembers& members) {
  Round round(task.people.size(), nobody);
  Indexes indexes;
  for (PersonId person : task.people) indexes.emplace(person, static_cast<std::int32_t>(indexes.size()));
  for (std::size_t group = 0; group < members.size(); ++group) {
    for (std::int32_t index : known_of(members[group], indexes)) {
      round[static_cast<std::size_t>(index)] = static_cast<std::int32_t>(group);
    }
  }
  return round;
}

GroupMembers members_of(const GroupingTask& task, const Round& round, std::size_t groups) {
  GroupMembers members(groups);
  for (std::size_t index = 0; index < round.size() && index < task.people.size(); ++index) {
    const std::int32_t group = round[index];
    if (group >= 0 && static_cast<std::size_t>(group) < groups) {
      members[static_cast<std::size_t>(group)].push_back(task.people[index]);
    }
  }
  return members;
}

GroupMembers members_now(const State& state, const BreakoutDraft& draft) {
  GroupMembers members = draft.rounds.front();
  members.resize(draft.groups.size());
  std::vector<PersonId> people;
  for (auto& group : members) {
    std::erase_if(group, [&](PersonId person) { return !is_there(state, person); });
    people.insert(people.end(), group.begin(), group.end());
  }
  const bool places_others =
      draft.settings.mode == BreakoutMode::balanced || draft.settings.mode == BreakoutMode::random;
  if (!places_others || state.scope != Scope::whole) return members;
  const std::set<PersonId> placed(people.begin(), people.end());
  for (PersonId person : placeable_people(state)) {
    if (!placed.contains(person)) people.push_back(person);
  }
  if (people.size() == placed.size()) return members;
  std::vector<std::uint32_t> capacities;
  for (const DraftGroup& group : draft.groups) capacities.push_back(group.capacity);
  const GroupingTask task = task_of(state, draft.settings, people, bounds_of(capacities, people.size()));
  Grouping grouping = evaluate(task.problem, {round_of(task, members)});
  for (std::size_t late = placed.size(); late < people.size(); ++late) {
    const auto places = place_late(task.problem, grouping, static_cast<std::int32_t>(late));
    if (places.empty() || places.front() < 0) continue;
    grouping.rounds.front()[late] = places.front();
    members[static_cast<std::size_t>(places.front())].push_back(people[late]);
  }
  return members;
}

std::string clashes_of(const GroupingTask& task) {
  std::string text;
  for (const Clash& clash : clashes(task.problem)) {
    text += (text.empty() ? "" : "; ") + std::string(name_of(clash.kind)) + list_of(clash.people, task.people);
    std::string groups;
    for (std::int32_t group : clash.groups) groups += (groups.empty() ? " " : ", ") + std::to_string(group + 1);
    if (!groups.empty()) text += ", groups" + groups;
    if (clash.needed != 0 || clash.available != 0) {
      text += " (needed " + std::to_string(clash.needed) + ", available " + std::to_string(clash.available) + ")";
    }
  }
  return text;
}

}  // namespace roundtable::core
