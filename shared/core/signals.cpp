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

/// Nothing is known of what staff said to this; a renewed signal waits for an answer again.
void forget_answer(State& state, PersonId person, SignalKind kind) {
  if (person == state.mine.person) {
    std::erase_if(state.mine.answered_signals, [&](const AnsweredSignal& each) { return each.signal == kind; });
  }
  std::erase_if(state.signals.fixed,
                [&](const FixedSignal& each) { return each.person == person && each.signal == kind; });
}

/// In the order of the kinds, as every viewer holds them.
void tell(std::vector<AnsweredSignal>& answered, const AnsweredSignal& answer) {
  const auto place = std::find_if(answered.begin(), answered.end(),
                                  [&](const AnsweredSignal& each) { return each.signal > answer.signal; });
  answered.insert(place, answer);
}

void answer_active(std::vector<ActiveSignal>& active, const SignalAnswered& event, InstantMs at_ms) {
  const auto is_answered = [&](const ActiveSignal& each) {
    return each.signal == event.signal &&
           std::find(event.people.begin(), event.people.end(), each.person) != event.people.end();
  };
  if (event.answer == SignalAnswer::fixed) {
    std::erase_if(active, is_answered);
    return;
  }
  for (ActiveSignal& each : active) {
    if (is_answered(each)) each.seen_at_ms = at_ms;
  }
}

bool may_clear_all(const Actor& actor) {
  return actor.roles.any(moderators);
}

}  // namespace

std::vector<AnsweredSignal> answered_signals(const Signals& signals, PersonId person) {
  std::vector<AnsweredSignal> answered;
  for (const ActiveSignal& each : signals.active) {
    if (each.person == person && each.seen_at_ms) tell(answered, {each.signal, SignalAnswer::seen, *each.seen_at_ms});
  }
  for (const FixedSignal& each : signals.fixed) {
    if (each.person == person) tell(answered, {each.signal, SignalAnswer::fixed, each.fixed_at_ms});
  }
  return answered;
}

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

Decision decide(const State& state, const AnswerSignal& command, const Stamp&) {
  SignalAnswered answered{command.signal, command.answer, {}};
  for (const ActiveSignal& each : state.signals.active) {
    if (each.signal != command.signal) continue;
    if (command.answer == SignalAnswer::fixed || !each.seen_at_ms) answered.people.push_back(each.person);
  }
  if (answered.people.empty()) return {RefusalCode::already, "no such signal waits for this answer"};
  return EventData{std::move(answered)};
}

void apply(State& state, const SignalSent& event, const Moment& moment) {
  forget_answer(state, event.person, event.signal);
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
  for (PersonId person : event.people) forget_answer(state, person, event.signal);
}

void apply(State& state, const SignalAnswered& event, const Moment& moment) {
  const bool is_fixed = event.answer == SignalAnswer::fixed;
  for (PersonId person : event.people) {
    forget_answer(state, person, event.signal);
    if (person == state.mine.person) {
      if (is_fixed) state.mine.signals.erase(event.signal);
      tell(state.mine.answered_signals, {event.signal, event.answer, moment.at_ms});
    }
    if (is_fixed && state.scope == Scope::whole) {
      state.signals.fixed.push_back({person, event.signal, moment.at_ms});
    }
  }
  answer_active(state.signals.active, event, moment.at_ms);
}

}  // namespace roundtable::core
