#include "core/signals.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

const ActiveSignal* find(const Signals& signals, PersonId person, SignalKind kind) {
  const auto found = std::find_if(signals.active.begin(), signals.active.end(), [&](const ActiveSignal& each) {
    return each.person == person && each.signal == kind;
  });
  return found == signals.active.end() ? nullptr : &*found;
}

bool may_clear_all(const Actor& actor) {
  return actor.roles.any(moderators);
}

}  // namespace

std::vector<SignalCleared> expired_signals(const Signals& signals, InstantMs now_ms) {
  std::vector<SignalCleared> cleared;
  for (const ActiveSignal& each : signals.active) {
    if (each.sent_at_ms + limits::signal_lasts_ms > now_ms) continue;
    const auto same = std::find_if(cleared.begin(), cleared.end(),
                                   [&](const SignalCleared& event) { return event.signal == each.signal; });
    if (same != cleared.end()) {
      same->people.push_back(each.person);
    } else {
      cleared.push_back(SignalCleared{each.signal, {each.person}});
    }
  }
  return cleared;
}

Decision decide(const State& state, const SendSignal& command, const Stamp& stamp) {
  const ActiveSignal* known = find(state.signals, stamp.actor.person, command.signal);
  if (known != nullptr && known->sent_at_ms + limits::signal_repeat_ms > stamp.at_ms) {
    return {RefusalCode::already, "staff see the signal"};
  }
  if (known == nullptr && state.signals.active.size() >= limits::active_signals) {
    return {RefusalCode::limit, "too many signals at once"};
  }
  return EventData{SignalSent{stamp.actor.person, command.signal, groups_of(state, stamp.actor.person).modality}};
}

Decision decide(const State& state, const ClearSignal& command, const Stamp& stamp) {
  SignalCleared cleared;
  cleared.signal = command.signal;
  for (const ActiveSignal& each : state.signals.active) {
    if (each.signal != command.signal) continue;
    if (may_clear_all(stamp.actor) || each.person == stamp.actor.person) cleared.people.push_back(each.person);
  }
  if (state.scope == Scope::everyone && state.mine.signals.contains(command.signal)) {
    cleared.people.push_back(stamp.actor.person);
  }
  if (cleared.people.empty()) return {RefusalCode::already, "no such signal is active"};
  return EventData{std::move(cleared)};
}

void apply(State& state, const SignalSent& event, const Moment& moment) {
  if (event.person == state.mine.person) state.mine.signals.insert(event.signal);
  if (state.scope == Scope::everyone) return;
  std::erase_if(state.signals.active,
                [&](const ActiveSignal& each) { return each.person == event.person && each.signal == event.signal; });
  ActiveSignal active;
  active.person = event.person;
  active.signal = event.signal;
  active.modality = event.modality;
  active.sent_at_ms = moment.at_ms;
  state.signals.active.push_back(active);
}

void apply(State& state, const SignalCleared& event, const Moment&) {
  const auto is_meant = [&](PersonId person) {
    return std::find(event.people.begin(), event.people.end(), person) != event.people.end();
  };
  if (is_meant(state.mine.person)) state.mine.signals.erase(event.signal);
  std::erase_if(state.signals.active,
                [&](const ActiveSignal& each) { return each.signal == event.signal && is_meant(each.person); });
}

}  // namespace roundtable::core
