// "I cannot hear the room": one tap, aggregated for staff by modality.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct ActiveSignal {
  PersonId person;
  SignalKind signal = SignalKind::cannot_hear;
  Modality modality = Modality::not_stated;
  InstantMs sent_at_ms = 0;
  std::optional<InstantMs> seen_at_ms;  // by staff who said so
  static constexpr auto fields() {
    using T = ActiveSignal;
    return field_list(field<&T::person>("person"), field<&T::signal>("signal"), field<&T::modality>("modality"),
                      field<&T::sent_at_ms>("sent_at_ms"), field<&T::seen_at_ms>("seen_at_ms"));
  }
  friend bool operator==(const ActiveSignal&, const ActiveSignal&) = default;
};

/// What the sender of a signal was told.
struct AnsweredSignal {
  SignalKind signal = SignalKind::cannot_hear;
  SignalAnswer answer = SignalAnswer::seen;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = AnsweredSignal;
    return field_list(field<&T::signal>("signal"), field<&T::answer>("answer"), field<&T::at_ms>("at_ms"));
  }
  friend bool operator==(const AnsweredSignal&, const AnsweredSignal&) = default;
};

/// Staff said that it works again, and the sender has not said otherwise.
struct FixedSignal {
  PersonId person;
  SignalKind signal = SignalKind::cannot_hear;
  InstantMs fixed_at_ms = 0;
  static constexpr auto fields() {
    using T = FixedSignal;
    return field_list(field<&T::person>("person"), field<&T::signal>("signal"), field<&T::fixed_at_ms>("fixed_at_ms"));
  }
  friend bool operator==(const FixedSignal&, const FixedSignal&) = default;
};

struct Signals {
  std::vector<ActiveSignal> active;  // staff only; oldest first
  std::vector<FixedSignal> fixed;    // server only; a person's kind at most once
  static constexpr auto fields() {
    using T = Signals;
    return field_list(field<&T::active>("active"), field<&T::fixed>("fixed"));
  }
  friend bool operator==(const Signals&, const Signals&) = default;
};

// Commands.
struct SendSignal {
  static constexpr std::string_view name = "signal.send";
  SignalKind signal = SignalKind::cannot_hear;
  static constexpr auto fields() {
    using T = SendSignal;
    return field_list(field<&T::signal>("signal"));
  }
  friend bool operator==(const SendSignal&, const SendSignal&) = default;
};

/// By staff: everybody's; by others: the own one.
struct ClearSignal {
  static constexpr std::string_view name = "signal.clear";
  SignalKind signal = SignalKind::cannot_hear;
  static constexpr auto fields() {
    using T = ClearSignal;
    return field_list(field<&T::signal>("signal"));
  }
  friend bool operator==(const ClearSignal&, const ClearSignal&) = default;
};

/// By staff, to everybody who has the signal: "we see it", or "it should work again".
struct AnswerSignal {
  static constexpr std::string_view name = "signal.answer";
  SignalKind signal = SignalKind::cannot_hear;
  SignalAnswer answer = SignalAnswer::seen;
  static constexpr auto fields() {
    using T = AnswerSignal;
    return field_list(field<&T::signal>("signal"), field<&T::answer>("answer"));
  }
  friend bool operator==(const AnswerSignal&, const AnswerSignal&) = default;
};

// Events.
struct SignalSent {
  static constexpr std::string_view name = "signal.sent";
  PersonId person;
  SignalKind signal = SignalKind::cannot_hear;
  Modality modality = Modality::not_stated;
  static constexpr auto fields() {
    using T = SignalSent;
    return field_list(field<&T::person>("person"), field<&T::signal>("signal"), field<&T::modality>("modality"));
  }
  friend bool operator==(const SignalSent&, const SignalSent&) = default;
};

struct SignalCleared {
  static constexpr std::string_view name = "signal.cleared";
  SignalKind signal = SignalKind::cannot_hear;
  std::vector<PersonId> people;  // whose signal it was; cleared by hand or after three minutes
  static constexpr auto fields() {
    using T = SignalCleared;
    return field_list(field<&T::signal>("signal"), field<&T::people>("people"));
  }
  friend bool operator==(const SignalCleared&, const SignalCleared&) = default;
};

/// `fixed` clears the signals of these people, `seen` leaves them.
struct SignalAnswered {
  static constexpr std::string_view name = "signal.answered";
  SignalKind signal = SignalKind::cannot_hear;
  SignalAnswer answer = SignalAnswer::seen;
  std::vector<PersonId> people;  // who are told
  static constexpr auto fields() {
    using T = SignalAnswered;
    return field_list(field<&T::signal>("signal"), field<&T::answer>("answer"), field<&T::people>("people"));
  }
  friend bool operator==(const SignalAnswered&, const SignalAnswered&) = default;
};

/// What this person was told, as `Mine` holds it.
std::vector<AnsweredSignal> answered_signals(const Signals& signals, PersonId person);

/// Signals that have lasted three minutes, as events that clear them.
std::vector<SignalCleared> expired_signals(const Signals& signals, InstantMs now_ms);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const SendSignal& command, const Stamp& stamp);
Decision decide(const State& state, const ClearSignal& command, const Stamp& stamp);
Decision decide(const State& state, const AnswerSignal& command, const Stamp& stamp);
void apply(State& state, const SignalSent& event, const Moment& moment);
void apply(State& state, const SignalCleared& event, const Moment& moment);
void apply(State& state, const SignalAnswered& event, const Moment& moment);

}  // namespace roundtable::core
