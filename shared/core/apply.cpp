#include "core/apply.hpp"

#include <type_traits>

#include "core/rules.hpp"

namespace roundtable::core {

namespace {

PhaseId add_phase(Agenda& agenda, const PlannedPhase& planned) {
  const PhaseId id{static_cast<std::uint32_t>(agenda.order.size() + 1)};
  Phase phase;
  phase.title = planned.title;
  phase.kind = planned.kind;
  phase.planned_ms = phase.original_ms = planned.planned_ms;
  phase.min_ms = planned.min_ms;
  phase.is_protected = planned.is_protected;
  phase.floor = planned.floor;
  agenda.phases.emplace(id, std::move(phase));
  agenda.order.push_back(id);
  agenda.last_phase = id;
  return id;
}

void apply(State& state, const SessionCreated& event, const Moment&) {
  state.session.session = event.session;
  state.session.code = event.code;
  state.session.plan = event.plan;
  for (const PlannedPhase& planned : event.plan.phases) {
    plan_talks(state, add_phase(state.agenda, planned), planned.speakers);
  }
  state.floor.policy = event.plan.floor;
  state.questions.settings = event.plan.questions;
  state.takeaways.preset = event.plan.report;
  state.admission.mode = event.plan.joins;
  plan_polls(state, event.plan.polls);
  state.session.plan.polls.clear();  // everyone holds the plan
}

void reveal(State& state, const Reveal& shown) {
  if (shown.empty()) return;
  for (const auto& [id, person] : shown.people) state.roster.people.insert_or_assign(id, person);
  for (const auto& [id, question] : shown.questions) state.questions.list.insert_or_assign(id, question);
  for (const auto& [id, item] : shown.items) state.takeaways.items.insert_or_assign(id, item);
  for (const auto& [id, poll] : shown.polls) state.polls.list.insert_or_assign(id, poll);
  if (shown.group) state.group = *shown.group;
  for (const auto& [id, companion] : shown.companions) state.group.companions.insert_or_assign(id, companion);
  for (const auto& [id, notes] : shown.notes) state.breakouts.published.insert_or_assign(id, notes);
}

void forget(State& state, const Forget& hidden) {
  for (ItemId item : hidden.items) {
    state.takeaways.items.erase(item);
    std::erase(state.takeaways.order, item);
  }
  if (hidden.is_group_left) state.group = {};
}

}  // namespace

void apply(State& state, const Event& event) {
  const Moment moment{event.seq, event.at_ms};
  reveal(state, event.reveal);
  remember(state, event.data, moment);
  visit([&](const auto& data) { apply(state, data, moment); }, event.data);
  forget(state, event.forget);
}

void apply_for_everyone(State& state, const Event& event) {
  reveal(state, event.reveal);
  const Moment moment{event.seq, event.at_ms};
  visit(
      [&](const auto& data) {
        if constexpr (!OfStaff<std::remove_cvref_t<decltype(data)>>) apply(state, data, moment);
      },
      event.data);
  forget(state, event.forget);
}

std::string_view name_of(const EventData& data) {
  return visit([](const auto& fact) { return fact.name; }, data);
}

}  // namespace roundtable::core
