// What staff paint of breakout groups: the plan beside the room, small groups, calls for help, the tick list.
#include <algorithm>

#include "core/breakout_problem.hpp"
#include "core/grouping_report.hpp"
#include "core/people.hpp"
#include "core/sort_stably.hpp"
#include "view/view.hpp"

namespace roundtable::view {

namespace {

constexpr std::size_t small = 3;                   // fewer people are offered a merger
constexpr std::size_t most_people_compared = 400;  // beyond it a page that is painted each second would be slow
constexpr std::size_t repeated_shown = 50;

/// The groups whose balance counts: of the plan that waits, else those at work.
struct Compared {
  std::vector<GroupId> groups;
  GroupMembers members;
  std::vector<GroupPlaces> places;
  const BreakoutSettings* settings = nullptr;
};

Compared compared_groups(const State& state) {
  const BreakoutRun& run = state.breakouts.run;
  Compared compared;
  if (run.draft && !run.draft->rounds.empty() && !are_open(state.breakouts)) {
    compared.settings = &run.draft->settings;
    compared.members = run.draft->rounds.front();
    compared.members.resize(run.draft->groups.size());
    for (const DraftGroup& group : run.draft->groups) {
      compared.groups.push_back(group.group);
      compared.places.push_back(places_of(state, group));
    }
    return compared;
  }
  compared.settings = &run.settings;
  for (GroupId id : run.order) {
    const BreakoutGroup* group = group_at_work(state.breakouts, id);
    if (group == nullptr) continue;
    compared.groups.push_back(id);
    compared.places.push_back(places_of(state, *group));
    compared.members.emplace_back(group->members.begin(), group->members.end());
  }
  return compared;
}

GroupingTask task_of_groups(const State& state, const Compared& compared) {
  std::vector<PersonId> people;
  for (const auto& group : compared.members) people.insert(people.end(), group.begin(), group.end());
  std::vector<GroupBounds> bounds = bounds_of(compared.places, people.size());
  return task_of(state, *compared.settings, std::move(people), std::move(bounds));
}

AttributeBalanceModel balance_model(const AttributeBalance& balance, BreakoutAttribute by, bool is_cluster,
                                    const std::vector<std::string>& names) {
  AttributeBalanceModel model{by, is_cluster, {}, balance.deviation_millionths};
  for (const ValueShare& share : balance.values) {
    const auto index = static_cast<std::size_t>(share.value);
    const std::string name = share.value >= 0 && index < names.size() ? names[index] : std::string();
    model.values.push_back({name, share.here, share.in_room, share.fair_millionths});
  }
  return model;
}

void fill_balance(BreakoutDeskModel& desk, const State& state, const Compared& compared) {
  const GroupingTask task = task_of_groups(state, compared);
  if (task.people.empty() || task.people.size() > most_people_compared) return;
  const Grouping grouping = evaluate(task.problem, {round_of(task, compared.members)});
  const BalanceReport report = balance_report(task.problem, grouping);
  const std::size_t diversified = compared.settings->diversify.size();
  for (std::size_t index = 0; index < report.groups.size() && index < desk.groups.size(); ++index) {
    const GroupBalance& balance = report.groups[index];
    auto& models = desk.groups[index].balance;
    for (std::size_t each = 0; each < balance.diversify.size(); ++each) {
      models.push_back(
          balance_model(balance.diversify[each], compared.settings->diversify[each].by, false, task.value_names[each]));
    }
    for (std::size_t each = 0; each < balance.cluster.size(); ++each) {
      models.push_back(balance_model(balance.cluster[each], compared.settings->cluster[each], true,
                                     task.value_names[diversified + each]));
    }
  }
  for (const RepeatedMeeting& met : report.repeated) {
    if (desk.repeated.size() == repeated_shown) break;
    const auto name = [&](std::int32_t index) {
      return name_of_person(state, task.people[static_cast<std::size_t>(index)]);
    };
    desk.repeated.push_back({name(met.one), name(met.other), met.times});
  }
  desk.with_wishes = report.people_with_choices;
  desk.first_choices = report.first_choices;
  desk.distinct_meetings = report.distinct_meetings;
  desk.most_possible_meetings = report.most_possible_meetings;
}

GroupInsideModel planned_group_model(const State& state, const BreakoutDraft& draft, std::size_t index) {
  const DraftGroup& group = draft.groups[index];
  GroupInsideModel model;
  model.group = group.group;
  model.number = static_cast<std::uint32_t>(index + 1);
  model.title = group.title.text;
  if (group.table != 0) model.table = group.table;
  if (!group.call.empty()) model.call = group.call;
  if (group.host) model.host = breakout_person(state, group.host);
  for (PersonId person : draft.rounds.front()[index]) {
    model.people.push_back(breakout_person(state, person));
    if (model.people.back().has_left) continue;
    ++model.size;
    model.onsite += model.people.back().modality == Modality::onsite ? 1 : 0;
    model.online += model.people.back().modality == Modality::online ? 1 : 0;
  }
  return model;
}

/// Small groups, each with the others, smallest first.
void offer_mergers(std::vector<GroupInsideModel>& groups) {
  std::vector<std::pair<std::int64_t, GroupId>> by_size;
  by_size.reserve(groups.size());
  for (const GroupInsideModel& group : groups) by_size.emplace_back(group.size, group.group);
  sort_stably(by_size, [](const auto& one, const auto& other) { return one.first < other.first; });
  for (GroupInsideModel& group : groups) {
    if (group.size >= static_cast<std::int64_t>(small)) continue;
    for (const auto& [size, other] : by_size) {
      if (other != group.group) group.merge_into.push_back(other);
    }
  }
}

std::vector<UngroupedModel> ungrouped_model(const State& state, const Compared& compared) {
  std::set<PersonId> placed;
  for (const auto& group : compared.members) placed.insert(group.begin(), group.end());
  std::vector<UngroupedModel> models;
  for (const auto& [id, person] : state.roster.people) {
    const bool stays = state.breakouts.run.in_plenary.contains(id);
    const bool is_here = person.is_present && !person.is_removed && !person.merged_into;
    if (!is_here || placed.contains(id) || !(stays || is_placeable(state, id))) continue;
    const BreakoutPersonModel each = breakout_person(state, id);
    models.push_back({id, each.name, each.guest, each.modality, false, each.is_me, false, stays});
  }
  return models;
}

std::vector<TickModel> ticks_model(const State& state) {
  std::vector<TickModel> models;
  for (GroupId id : state.breakouts.run.order) {
    const BreakoutGroup* group = group_at_work(state.breakouts, id);
    const GroupInside* inside = inside_of(state, id);
    if (group == nullptr || inside == nullptr) continue;
    for (PersonId person : group->members) {
      const auto known = state.roster.people.find(person);
      if (known == state.roster.people.end() || !known->second.is_present) continue;
      const Profile& profile = known->second.profile;
      if (profile.modality == Modality::onsite) continue;
      const std::string& called = profile.call_name.empty() ? profile.name.text : profile.call_name.text;
      models.push_back({person, profile.name.text, called, id, group->number,
                        inside->call.name.empty() ? std::to_string(group->number) : inside->call.name,
                        state.breakouts.run.ticks.contains(person)});
    }
  }
  return models;
}

SuggestedPlanModel suggested_model(const State& state) {
  SuggestedPlanModel model;
  const BreakoutPlan plan = state.session.plan.breakouts.value_or(BreakoutPlan{});
  if (plan.count > 0) model.count = plan.count;
  if (plan.size > 0) model.size = plan.size;
  model.rounds = plan.rounds;
  model.mode = plan.settings.mode;
  for (const WeightedAttribute& each : plan.settings.diversify) model.diversify.push_back(each.by);
  if (!state.session.plan.breakouts) {
    model.diversify = {BreakoutAttribute::stakeholder_group, BreakoutAttribute::regional_group,
                       BreakoutAttribute::modality};
  }
  model.cluster = plan.settings.cluster;
  model.seconds = (plan.moving_ms + plan.planned_ms) / second_ms;
  model.closing_seconds = plan.closing_ms / second_ms;
  model.report_seconds = plan.report_ms / second_ms;
  model.people = static_cast<std::int64_t>(placeable_people(state).size());
  return model;
}

}  // namespace

BreakoutDeskModel breakout_desk_model(const State& state, InstantMs now_ms) {
  const BreakoutRun& run = state.breakouts.run;
  BreakoutDeskModel desk;
  const Compared compared = compared_groups(state);
  desk.is_planned = run.draft && !run.draft->rounds.empty() && !are_open(state.breakouts);
  if (desk.is_planned) {
    for (std::size_t index = 0; index < run.draft->groups.size(); ++index) {
      desk.groups.push_back(planned_group_model(state, *run.draft, index));
    }
  } else {
    for (GroupId id : compared.groups) desk.groups.push_back(group_inside_model(state, id, now_ms));
    offer_mergers(desk.groups);
  }
  fill_balance(desk, state, compared);
  desk.ungrouped = ungrouped_model(state, compared);
  std::vector<std::pair<InstantMs, GroupId>> waiting;
  for (const GroupInsideModel& group : desk.groups) {
    if (group.help.value && !group.help.value->is_answered) waiting.emplace_back(group.help.value->at_ms, group.group);
  }
  std::sort(waiting.begin(), waiting.end());
  for (const auto& [at_ms, group] : waiting) desk.help.push_back(group);
  if (are_open(state.breakouts)) desk.ticks = ticks_model(state);
  desk.suggested = suggested_model(state);
  if (state.session.plan.breakouts) desk.file_topics = state.session.plan.breakouts->topics;
  desk.wishes = static_cast<std::int64_t>(run.wishes.size());
  return desk;
}

std::vector<MoveCostModel> costs_of_moves(const State& state, PersonId person) {
  const Compared compared = compared_groups(state);
  const GroupingTask task = task_of_groups(state, compared);
  const auto place = std::find(task.people.begin(), task.people.end(), person);
  if (place == task.people.end() || state.scope != Scope::staff) return {};
  const auto index = static_cast<std::int32_t>(place - task.people.begin());
  const Grouping grouping = evaluate(task.problem, {round_of(task, compared.members)});
  const std::int32_t from = grouping.rounds.front()[static_cast<std::size_t>(index)];
  std::vector<MoveCostModel> models;
  for (std::size_t group = 0; group < compared.groups.size(); ++group) {
    const auto to_group = static_cast<std::int32_t>(group);
    if (to_group == from) continue;
    const CostChange change = cost_of_move(task.problem, grouping, 0, index, to_group);
    MoveCostModel model;
    model.group = compared.groups[group];
    model.cost_millionths = in_millionths(task.problem, change.cost.total());
    model.balance_millionths = in_millionths(task.problem, change.cost.balance);
    model.meetings_millionths = in_millionths(task.problem, change.cost.meetings);
    for (const BrokenRule& broken : change.newly_broken) model.breaks.push_back(name_of(broken.rule));
    models.push_back(std::move(model));
  }
  return models;
}

}  // namespace roundtable::view
