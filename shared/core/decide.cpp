#include "core/decide.hpp"

#include <algorithm>

#include "core/floor_order.hpp"
#include "core/permissions.hpp"

namespace roundtable::core {

namespace {

/// The rapporteur's desk, the people's own data, what polls show and the display's switch stay open after the close.
bool outlives_the_session(std::string_view command) {
  return command.starts_with("takeaway.") || command.starts_with("person.") || command.starts_with("jot.") ||
         command.starts_with("narrative.") || command.starts_with("link.") || command.starts_with("report.") ||
         command == PublishPoll::name || command == UnpublishPoll::name || command == PassWords::name ||
         command == ShowPoll::name || command == Undo::name || command == BlankDisplay::name ||
         command == ShowAnnouncement::name || command == ReopenSession::name;
}

}  // namespace

std::optional<Refusal> refusal_at_the_door(const State& state, std::string_view command, const Stamp& stamp) {
  if (state.session.status == SessionStatus::closed && command != Clock::name && !outlives_the_session(command)) {
    return Refusal{RefusalCode::closed, "the session is closed"};
  }
  if (stamp.actor.is_room) return std::nullopt;
  if (!stamp.actor.person || !who_may(command).any(stamp.actor.roles)) {
    return Refusal{RefusalCode::not_allowed, "this role may not give the command " + std::string(command)};
  }
  if (auto refusal = refusal_of_a_final_report(state, command)) return refusal;
  if (state.scope != Scope::whole) return std::nullopt;
  const auto found = state.roster.people.find(stamp.actor.person);
  if (found == state.roster.people.end() || found->second.is_removed || found->second.merged_into) {
    return Refusal{RefusalCode::not_allowed, "the participant is not in this session"};
  }
  return std::nullopt;
}

namespace {

Decision decide(const State& state, const Clock&, const Stamp& stamp) {
  std::vector<EventData> events;
  for (SignalCleared& cleared : expired_signals(state.signals, stamp.at_ms)) events.push_back(std::move(cleared));
  for (EventData& each : polls_that_are_due(state, stamp.at_ms)) events.push_back(std::move(each));
  const auto closes_ms = closes_at_ms(state.breakouts.run);
  if (closes_ms && *closes_ms <= stamp.at_ms) events.push_back(BreakoutsClosed{});
  if (events.empty()) return {RefusalCode::already, "nothing is due"};
  return events;
}

}  // namespace

Decision decide(const State& state, const Command& command, const Stamp& stamp) {
  if (auto refusal = refusal_at_the_door(state, name_of(command), stamp)) return *refusal;
  Decision decision = visit([&](const auto& each) { return decide(state, each, stamp); }, command);
  return with_first_chair(state, std::move(decision), stamp);
}

std::vector<EventData> settle(const State& state) {
  std::vector<EventData> events;
  std::vector<HeldHand> held = held_hands(state.floor);
  if (held != state.floor.held) events.push_back(QueueHeld{std::move(held)});
  for (EventData& each : latecomers(state)) events.push_back(std::move(each));
  return events;
}

std::optional<InstantMs> due(const State& state) {
  std::optional<InstantMs> next = polls_due(state);
  const auto sooner = [&next](InstantMs at_ms) { next = next ? std::min(*next, at_ms) : at_ms; };
  if (const auto closes_ms = closes_at_ms(state.breakouts.run)) sooner(*closes_ms);
  if (!state.signals.active.empty()) sooner(state.signals.active.front().sent_at_ms + limits::signal_lasts_ms);
  return next;
}

std::optional<Refusal> perform(State& state, const Command& command, const Stamp& stamp, std::uint32_t last_seq,
                               const std::function<void(const Event&)>& recorded) {
  Decision decision = decide(state, command, stamp);
  if (decision.is_refused()) return decision.refusal();
  const auto record = [&](EventData data) {
    Event event;
    event.seq = ++last_seq;
    event.at_ms = stamp.at_ms;
    event.data = std::move(data);
    apply(state, event);
    recorded(event);
  };
  for (EventData& data : decision.take_events()) record(std::move(data));
  for (EventData& data : settle(state)) record(std::move(data));
  return std::nullopt;
}

std::string_view name_of(const Command& command) {
  return visit([](const auto& each) { return each.name; }, command);
}

}  // namespace roundtable::core
