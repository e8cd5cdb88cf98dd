#include "core/breakout_plan.hpp"

#include <algorithm>
#include <set>

#include "core/command.hpp"
#include "core/group_rooms.hpp"
#include "core/people.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

constexpr std::uint32_t usual_size = 6;  // of a group where nobody says anything
constexpr std::int64_t most_weight = 100;
constexpr std::uint32_t most_table = 999;

Refusal bad(std::string message) {
  return Refusal{RefusalCode::bad_data, std::move(message)};
}

bool is_here(const State& state, PersonId person) {
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end()) return state.scope == Scope::staff;
  return found->second.is_present && !found->second.is_removed && !found->second.merged_into;
}

template <class T>
bool has_twice(std::vector<T> values) {
  std::stable_sort(values.begin(), values.end());
  return std::adjacent_find(values.begin(), values.end()) != values.end();
}

std::optional<Refusal> read_attributes(const PlanBreakouts& command, BreakoutSettings& settings) {
  if (command.diversify) {
    settings.diversify.clear();
    for (BreakoutAttribute by : *command.diversify) settings.diversify.push_back({by, WeightedAttribute{}.weight});
  }
  if (command.cluster) settings.cluster = *command.cluster;
  const auto is_outside = [](std::int64_t weight) { return weight < 1 || weight > most_weight; };
  if (command.weights.size() > settings.diversify.size() ||
      std::any_of(command.weights.begin(), command.weights.end(), is_outside)) {
    return bad("weights: 1 to 100 for each of diversify, in its order");
  }
  for (std::size_t index = 0; index < command.weights.size(); ++index) {
    settings.diversify[index].weight = command.weights[index];
  }
  std::vector<BreakoutAttribute> named = settings.cluster;
  for (const WeightedAttribute& each : settings.diversify) named.push_back(each.by);
  if (has_twice(named)) return bad("diversify, cluster: each attribute once, in one of them");
  return std::nullopt;
}

std::optional<Refusal> read_wishes(const State& state, const PlanBreakouts& command, BreakoutSettings& settings) {
  for (const auto* wishes : {&command.together, &command.apart}) {
    if (wishes->size() > limits::breakout_wishes) return bad("together, apart: at most 200 of each");
    for (const auto& wish : *wishes) {
      if (wish.size() < 2 || has_twice(wish)) return bad("together, apart: two different people or more in each");
      for (PersonId person : wish) {
        if (auto refusal = refusal_of_person(state, person)) return refusal;
      }
    }
  }
  settings.together = command.together;
  settings.apart = command.apart;
  return std::nullopt;
}

/// How many groups: as said, by their size, by their topics, as the file says, or of the usual size.
std::optional<Refusal> read_count(const State& state, const PlanBreakouts& command, const BreakoutPlan& file,
                                  PlanOutline& outline) {
  const std::size_t people = outline.people.size();
  const auto by_size = [&](std::uint32_t size) { return std::max<std::size_t>(1, (people + size - 1) / size); };
  if (command.count && command.size) return bad("count or size: one of them");
  if (command.size && *command.size == 0) return bad("size: 1 or more people in a group");
  const std::size_t topics = command.topics ? command.topics->size() : 0;
  if (command.groups) {
    outline.count = command.groups->size();
  } else if (command.count) {
    outline.count = *command.count;
  } else if (command.size) {
    outline.count = by_size(*command.size);
  } else if (topics > 0) {
    outline.count = topics;
  } else if (file.count > 0) {
    outline.count = file.count;
  } else {
    outline.count = by_size(file.size > 0 ? file.size : usual_size);
  }
  if (outline.count == 0 || outline.count > limits::breakout_groups) {
    return bad("1 to 60 groups; this would be " + std::to_string(outline.count));
  }
  if (topics > outline.count)
    return bad("topics: " + std::to_string(topics) + " for " + std::to_string(outline.count) +
               " groups; plan as many groups");
  const auto& held = state.roster.people;
  const bool knows_all =
      state.scope == Scope::whole || held.empty() || held.rbegin()->first.value < limits::people_held_by_staff;
  if (outline.needs_search && knows_all && outline.count > people) {
    return bad("more groups than people: " + std::to_string(people) + " can be placed, so plan at most " +
               std::to_string(people) + " groups");
  }
  return std::nullopt;
}

std::optional<Refusal> read_groups(const State& state, const PlanBreakouts& command, const BreakoutPlan& file,
                                   PlanOutline& outline) {
  const std::vector<PlannedTopic>& topics = command.topics ? *command.topics : file.topics;
  const std::vector<std::uint32_t>& tables = command.tables ? *command.tables : file.tables;
  if (command.hosts.size() > outline.count || has_twice(command.hosts)) return bad("hosts: one for a group, each once");
  const auto is_no_table = [](std::uint32_t table) { return table == 0 || table > most_table; };
  if (tables.size() > limits::breakout_groups || std::any_of(tables.begin(), tables.end(), is_no_table)) {
    return bad("tables: numbers from 1 to 999, at most one for a group");
  }
  outline.groups.resize(outline.count);
  for (std::size_t index = 0; index < outline.count; ++index) {
    DraftGroup& group = outline.groups[index];
    if (index < topics.size()) {
      group.title = Words(trimmed(topics[index].title.text));
      const TextFault fault = text_fault(group.title.text, limits::group_title_characters, false);
      if (fault != TextFault::none && fault != TextFault::blank) return bad("topics: a line of at most 150 characters");
      group.capacity = topics[index].capacity.value_or(0);
    }
    if (index < tables.size() && !outline.settings.is_separate) group.table = tables[index];
    if (index >= command.hosts.size()) continue;
    group.host = command.hosts[index];
    if (auto refusal = refusal_of_person(state, group.host)) return refusal;
    if (!is_here(state, group.host)) return Refusal{RefusalCode::wrong_state, "hosts: one of them has left"};
    const bool is_among = std::find(outline.people.begin(), outline.people.end(), group.host) != outline.people.end();
    if (!is_among) outline.people.push_back(group.host);
  }
  return std::nullopt;
}

std::optional<Refusal> refusal_of_round(const State& state, const GroupMembers& round, std::size_t count) {
  if (round.size() != count) return bad("groups, later: the same number of groups in each round");
  std::set<PersonId> seen;
  for (const auto& group : round) {
    for (PersonId person : group) {
      if (auto refusal = refusal_of_person(state, person)) return refusal;
      const std::string who = "person " + std::to_string(person.value);
      if (!seen.insert(person).second) return bad("groups: " + who + " stands in two of them");
      if (!is_here(state, person)) return Refusal{RefusalCode::wrong_state, who + " has left: leave them out"};
    }
  }
  return std::nullopt;
}

/// Without a mix the tables go to the groups of people in the room, as they come.
void give_tables(const State& state, const PlanBreakouts& command, const GroupMembers& round, BreakoutDraft& draft) {
  if (!draft.settings.is_separate) return;
  const auto& file = state.session.plan.breakouts;
  const std::vector<std::uint32_t> tables = command.tables ? *command.tables
                                            : file         ? file->tables
                                                           : std::vector<std::uint32_t>{};
  std::size_t next = 0;
  for (std::size_t index = 0; index < draft.groups.size() && next < tables.size(); ++index) {
    const bool is_onsite = std::any_of(round[index].begin(), round[index].end(), [&](PersonId person) {
      return groups_of(state, person).modality == Modality::onsite;
    });
    if (is_onsite) draft.groups[index].table = tables[next++];
  }
}

}  // namespace

bool is_placeable(const State& state, PersonId person) {
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end() || state.breakouts.run.in_plenary.contains(person)) return false;
  const Person& who = found->second;
  return who.is_present && !who.is_removed && !who.merged_into && !is_staff(who.roles);
}

std::vector<PersonId> placeable_people(const State& state) {
  std::vector<PersonId> people;
  for (const auto& [id, person] : state.roster.people) {
    if (is_placeable(state, id)) people.push_back(id);
  }
  return people;
}

std::optional<Refusal> outline_plan(const State& state, const PlanBreakouts& command, PlanOutline& outline) {
  const BreakoutPlan file = state.session.plan.breakouts.value_or(BreakoutPlan{});
  outline.settings = file.settings;
  if (!state.session.plan.breakouts) {
    for (BreakoutAttribute by :
         {BreakoutAttribute::stakeholder_group, BreakoutAttribute::regional_group, BreakoutAttribute::modality}) {
      outline.settings.diversify.push_back({by, WeightedAttribute{}.weight});
    }
  }
  if (command.groups) outline.settings.mode = BreakoutMode::manual;
  if (command.mode) outline.settings.mode = *command.mode;
  if (command.is_separate) outline.settings.is_separate = *command.is_separate;
  outline.settings.seed = command.seed.value_or(outline.settings.seed);
  outline.needs_search = !command.groups && (outline.settings.mode == BreakoutMode::balanced ||
                                             outline.settings.mode == BreakoutMode::random);
  outline.people = placeable_people(state);
  outline.rounds = command.rounds.value_or(command.groups ? 1 : file.rounds);
  if (outline.rounds < 1 || outline.rounds > limits::breakout_rounds) return bad("rounds: 1 to 10");
  if (outline.people.size() * outline.rounds > limits::breakout_places) {
    return Refusal{RefusalCode::limit, "people times rounds: at most 6000; plan fewer rounds"};
  }
  if (auto refusal = read_attributes(command, outline.settings)) return refusal;
  if (auto refusal = read_wishes(state, command, outline.settings)) return refusal;
  if (auto refusal = read_count(state, command, file, outline)) return refusal;
  return read_groups(state, command, file, outline);
}

Decision decide(const State& state, const PlanBreakouts& command, const Stamp& stamp) {
  if (are_open(state.breakouts)) return {RefusalCode::wrong_state, "groups are open: close them first"};
  if (state.breakouts.groups.size() >= limits::breakout_groups * limits::breakout_sets) {
    return {RefusalCode::limit, "too many groups in this session"};
  }
  PlanOutline outline;
  if (auto refusal = outline_plan(state, command, outline)) return *refusal;
  if (outline.needs_search && state.scope == Scope::whole) {
    return {RefusalCode::wrong_state, "groups: the search runs outside of the rules"};
  }
  BreakoutsPlanned planned;
  planned.by = stamp.actor.person;
  planned.draft.settings = outline.settings;
  planned.draft.groups = outline.groups;
  planned.draft.rounds.push_back(command.groups.value_or(GroupMembers(outline.count)));
  for (const GroupMembers& later : command.later) planned.draft.rounds.push_back(later);
  if (planned.draft.rounds.size() > static_cast<std::size_t>(limits::breakout_rounds)) return bad("rounds: 1 to 10");
  std::size_t places = 0;
  for (const GroupMembers& round : planned.draft.rounds) {
    if (auto refusal = refusal_of_round(state, round, outline.count)) return *refusal;
    for (const auto& group : round) places += group.size();
  }
  if (places > limits::breakout_places) return {RefusalCode::limit, "people times rounds: at most 6000"};
  give_tables(state, command, planned.draft.rounds.front(), planned.draft);
  std::uint32_t id = state.counters.group;
  for (DraftGroup& group : planned.draft.groups) group.group = GroupId{++id};
  name_rooms(state.session.plan, stamp.secret, planned.draft.groups);
  return EventData{std::move(planned)};
}

void apply(State& state, const BreakoutsPlanned& event, const Moment&) {
  if (state.scope == Scope::everyone) return;
  state.breakouts.run.draft = event.draft;
  if (state.scope == Scope::whole && !event.draft.groups.empty()) {
    state.counters.group = event.draft.groups.back().group.value;
  }
}

}  // namespace roundtable::core
