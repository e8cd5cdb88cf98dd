#include "core/breakouts.hpp"

#include <algorithm>

#include "core/breakout_problem.hpp"
#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

constexpr DurationMs shortest_ms = 10 * second_ms;

/// Everything a round leaves behind is kept; who speaks, waits or calls is not.
void end_of_round(GroupInside& inside, InstantMs at_ms) {
  end_turn(inside.floor, at_ms);
  inside.floor.hands.clear();
  inside.help.reset();
}

/// Whatever this state holds of the insides of the newest set.
template <class Use>
void for_each_inside(State& state, const Use& use) {
  for (GroupId id : state.breakouts.run.order) {
    if (GroupInside* inside = inside_of(state, id)) use(*inside);
  }
}

/// Who sat with whom, before others take their places.
void remember_round(Breakouts& breakouts) {
  if (breakouts.run.round == 0) return;
  GroupMembers members;
  for (GroupId id : breakouts.run.order) {
    const auto& sat = breakouts.groups.at(id).members;
    members.emplace_back(sat.begin(), sat.end());
  }
  breakouts.run.past.push_back(std::move(members));
}

/// The inside of a group as its next round finds it.
void open_inside(State& state, const OpenedGroup& opened, bool is_new) {
  GroupInside& inside = state.breakouts.insides[opened.group];
  if (is_new) inside.call = opened.call;
  inside.host = opened.host;
  inside.reporter = {};
  inside.listening.clear();
  inside.floor = {};
  inside.help.reset();
}

void take_from_draft(BreakoutRun& run, bool is_new) {
  if (!run.draft) return;
  if (is_new) run.settings = run.draft->settings;
  if (!run.draft->rounds.empty()) run.draft->rounds.erase(run.draft->rounds.begin());
  if (run.draft->rounds.empty()) run.draft.reset();
}

std::optional<DurationMs> time_of(const State& state, const OpenBreakouts& command) {
  if (command.seconds) return std::clamp<std::int64_t>(*command.seconds, 0, limits::longest_phase_ms) * second_ms;
  if (state.session.plan.breakouts && state.session.plan.breakouts->planned_ms > 0) {
    return state.session.plan.breakouts->moving_ms + state.session.plan.breakouts->planned_ms;
  }
  return std::nullopt;
}

bool is_bad_time(DurationMs planned_ms) {
  return planned_ms < shortest_ms || planned_ms > limits::longest_phase_ms;
}

Decision extended_closing(const BreakoutRun& run, const ExtendBreakouts& command, InstantMs at_ms) {
  if (command.group) return {RefusalCode::wrong_state, "the countdown is everybody's: extend all, or reopen"};
  BreakoutsExtended event;
  event.by_ms = command.seconds * second_ms;
  event.closing_ms = run.closing_ms + event.by_ms;
  if (event.closing_ms > limits::longest_closing_ms || *closes_at_ms(run) + event.by_ms <= at_ms) {
    return {RefusalCode::limit, "the countdown would be over, or longer than 30 minutes: close or reopen instead"};
  }
  return EventData{std::move(event)};
}

}  // namespace

bool are_open(const Breakouts& breakouts) {
  return breakouts.run.status == BreakoutStatus::open || breakouts.run.status == BreakoutStatus::closing;
}

GroupId group_of(const Breakouts& breakouts, PersonId person) {
  if (!person) return {};
  for (GroupId id : breakouts.run.order) {
    if (breakouts.groups.at(id).members.contains(person)) return id;
  }
  return {};
}

const BreakoutGroup* group_at_work(const Breakouts& breakouts, GroupId group) {
  const auto& order = breakouts.run.order;
  if (std::find(order.begin(), order.end(), group) == order.end()) return nullptr;
  const BreakoutGroup& found = breakouts.groups.at(group);
  return found.merged_into ? nullptr : &found;
}

const GroupInside* inside_of(const State& state, GroupId group) {
  if (state.scope == Scope::everyone) {
    return group && state.group.group == group ? &state.group.inside : nullptr;
  }
  const auto found = state.breakouts.insides.find(group);
  return found == state.breakouts.insides.end() ? nullptr : &found->second;
}
GroupInside* inside_of(State& state, GroupId group) {
  return const_cast<GroupInside*>(inside_of(static_cast<const State&>(state), group));
}

Companion companion_of(const Profile& profile, bool is_guest) {
  return {seen_by(Scope::everyone, profile, is_guest), is_guest};
}

void update_companion(State& state, PersonId person, const Profile& profile, bool is_guest) {
  const auto found = state.group.companions.find(person);
  if (found != state.group.companions.end()) found->second = companion_of(profile, is_guest);
}

std::optional<InstantMs> closes_at_ms(const BreakoutRun& run) {
  if (run.status != BreakoutStatus::closing || !run.closing_since_ms) return std::nullopt;
  return *run.closing_since_ms + run.closing_ms;
}

Decision decide(const State& state, const OpenBreakouts& command, const Stamp&) {
  const BreakoutRun& run = state.breakouts.run;
  if (run.status == BreakoutStatus::open) return {RefusalCode::already, "the groups are open: extend or close them"};
  if (run.status == BreakoutStatus::closing) return {RefusalCode::wrong_state, "the groups are closing: reopen them"};
  if (!run.draft || run.draft->rounds.empty())
    return {RefusalCode::wrong_state, "no plan waits: plan the groups first"};
  const std::optional<DurationMs> planned_ms = time_of(state, command);
  if (!planned_ms || is_bad_time(*planned_ms))
    return {RefusalCode::bad_data, "seconds: a whole number from 10 to 43200"};
  const BreakoutDraft& draft = *run.draft;
  const bool goes_on = state.breakouts.groups.contains(draft.groups.front().group);
  BreakoutsOpened opened;
  opened.mode = draft.settings.mode;
  opened.round = goes_on ? run.round + 1 : 1;
  opened.rounds = opened.round + static_cast<std::uint32_t>(draft.rounds.size()) - 1;
  opened.planned_ms = *planned_ms;
  GroupMembers members = members_now(state, draft);
  for (std::size_t index = 0; index < draft.groups.size(); ++index) {
    const DraftGroup& planned = draft.groups[index];
    OpenedGroup group;
    group.group = planned.group;
    group.number = static_cast<std::uint32_t>(index + 1);
    group.title = planned.title;
    group.table = planned.table;
    group.capacity = planned.capacity;
    group.members = std::move(members[index]);
    const bool is_host_here =
        std::find(group.members.begin(), group.members.end(), planned.host) != group.members.end();
    if (is_host_here) group.host = planned.host;
    group.call = planned.call;
    for (PersonId person : group.members) {
      if (introduced_by(state, person)) opened.introduces.push_back(person);
    }
    opened.groups.push_back(std::move(group));
  }
  return EventData{std::move(opened)};
}

Decision decide(const State& state, const ExtendBreakouts& command, const Stamp& stamp) {
  const BreakoutRun& run = state.breakouts.run;
  if (!are_open(state.breakouts)) return {RefusalCode::wrong_state, "no groups are open"};
  const DurationMs most_s = limits::longest_extension_ms / second_ms;
  if (command.seconds == 0 || command.seconds > most_s || command.seconds < -most_s) {
    return {RefusalCode::bad_data, "seconds: a whole number up to 7200, below 0 to shorten"};
  }
  if (run.status == BreakoutStatus::closing) return extended_closing(run, command, stamp.at_ms);
  if (command.group && group_at_work(state.breakouts, *command.group) == nullptr) {
    return {RefusalCode::not_found, "no such group is open"};
  }
  BreakoutsExtended event;
  event.by_ms = command.seconds * second_ms;
  for (GroupId id : run.order) {
    if (command.group && *command.group != id) continue;
    const DurationMs planned_ms = state.breakouts.groups.at(id).planned_ms + event.by_ms;
    if (is_bad_time(planned_ms)) return {RefusalCode::limit, "groups last from 10 seconds to 12 hours"};
    event.groups.push_back({id, planned_ms});
  }
  return EventData{std::move(event)};
}

Decision decide(const State& state, const CloseBreakouts& command, const Stamp&) {
  if (!are_open(state.breakouts)) return {RefusalCode::wrong_state, "no groups are open"};
  if (command.seconds < 0 || command.seconds > limits::longest_closing_ms / second_ms) {
    return {RefusalCode::bad_data, "seconds: a whole number from 0 to 1800"};
  }
  if (command.seconds == 0) return EventData{BreakoutsClosed{}};
  return EventData{BreakoutsClosing{command.seconds * second_ms}};
}

Decision decide(const State& state, const ReopenBreakouts&, const Stamp&) {
  switch (state.breakouts.run.status) {
    case BreakoutStatus::none:
      return {RefusalCode::wrong_state, "no groups were open: plan and open them"};
    case BreakoutStatus::open:
      return {RefusalCode::already, "the groups are open"};
    case BreakoutStatus::closing:
    case BreakoutStatus::closed:
      break;
  }
  return EventData{BreakoutsReopened{}};
}

void apply(State& state, const BreakoutsOpened& event, const Moment& moment) {
  Breakouts& breakouts = state.breakouts;
  BreakoutRun& run = breakouts.run;
  const bool is_new = event.round <= 1;
  const bool holds_insides = state.scope != Scope::everyone;
  if (holds_insides) remember_round(breakouts);
  run.order.clear();
  for (const OpenedGroup& opened : event.groups) {
    BreakoutGroup& group = breakouts.groups[opened.group];
    group.number = opened.number;
    group.title = opened.title;
    group.table = opened.table;
    group.capacity = opened.capacity;
    group.members = {opened.members.begin(), opened.members.end()};
    group.planned_ms = event.planned_ms;
    group.merged_into = {};
    run.order.push_back(opened.group);
    if (holds_insides) open_inside(state, opened, is_new);
  }
  run.status = BreakoutStatus::open;
  run.mode = event.mode;
  run.round = event.round;
  run.rounds = event.rounds;
  run.opened_at_ms = moment.at_ms;
  run.closing_since_ms.reset();
  run.closing_ms = 0;
  run.closed_at_ms.reset();
  run.ticks.clear();
  run.offer.is_open = false;
  if (holds_insides) take_from_draft(run, is_new);
  for (PersonId person : event.introduces) introduce(state, person);
}

void apply(State& state, const BreakoutsExtended& event, const Moment&) {
  for (const GroupTime& time : event.groups) {
    const auto group = state.breakouts.groups.find(time.group);
    if (group != state.breakouts.groups.end()) group->second.planned_ms = time.planned_ms;
  }
  if (event.closing_ms > 0) state.breakouts.run.closing_ms = event.closing_ms;
}

void apply(State& state, const BreakoutsClosing& event, const Moment& moment) {
  BreakoutRun& run = state.breakouts.run;
  run.status = BreakoutStatus::closing;
  run.closing_since_ms = moment.at_ms;
  run.closing_ms = event.closing_ms;
}

void apply(State& state, const BreakoutsClosed&, const Moment& moment) {
  BreakoutRun& run = state.breakouts.run;
  run.status = BreakoutStatus::closed;
  run.closing_since_ms.reset();
  run.closing_ms = 0;
  run.closed_at_ms = moment.at_ms;
  for_each_inside(state, [&](GroupInside& inside) { end_of_round(inside, moment.at_ms); });
}

void apply(State& state, const BreakoutsReopened&, const Moment&) {
  BreakoutRun& run = state.breakouts.run;
  run.status = BreakoutStatus::open;
  run.closing_since_ms.reset();
  run.closing_ms = 0;
  run.closed_at_ms.reset();
}

}  // namespace roundtable::core
