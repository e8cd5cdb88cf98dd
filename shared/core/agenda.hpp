// Timed phases on one clock. Durations are stored; a start is never rewritten.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Phase {
  std::string title;
  PhaseKind kind = PhaseKind::discussion;
  DurationMs planned_ms = 0;
  DurationMs original_ms = 0;  // as the session file had it
  DurationMs min_ms = 0;
  bool is_protected = false;
  FloorMode floor = FloorMode::open;
  std::vector<TalkId> talks;  // the line-up, in order
  DurationMs spent_ms = 0;    // before the stretch that runs now
  std::optional<InstantMs> started_at_ms;
  std::optional<InstantMs> ended_at_ms;
  static constexpr auto fields() {
    using T = Phase;
    return field_list(field<&T::title>("title"), field<&T::kind>("kind"), field<&T::planned_ms>("planned_ms"),
                      field<&T::original_ms>("original_ms"), field<&T::min_ms>("min_ms"),
                      field<&T::is_protected>("protected"), field<&T::floor>("floor"), field<&T::talks>("talks"),
                      field<&T::spent_ms>("spent_ms"), field<&T::started_at_ms>("started_at_ms"),
                      field<&T::ended_at_ms>("ended_at_ms"));
  }
  friend bool operator==(const Phase&, const Phase&) = default;
};

struct Agenda {
  std::map<PhaseId, Phase> phases;
  std::vector<PhaseId> order;
  PhaseId last_phase;  // the last id given
  PhaseId current;
  std::optional<InstantMs> running_since_ms;  // absent while paused or between phases
  bool is_paused = false;
  std::optional<InstantMs>
      started_at_ms;  // the first phase's start: the slot runs from here or the planned start, whichever is later
  static constexpr auto fields() {
    using T = Agenda;
    return field_list(field<&T::phases>("phases"), field<&T::order>("order"), field<&T::last_phase>("last_phase"),
                      field<&T::current>("current"), field<&T::running_since_ms>("running_since_ms"),
                      field<&T::is_paused>("paused"), field<&T::started_at_ms>("started_at_ms"));
  }
  friend bool operator==(const Agenda&, const Agenda&) = default;
};
struct FittedPhase {
  PhaseId phase;
  DurationMs planned_ms = 0;
  static constexpr auto fields() {
    using T = FittedPhase;
    return field_list(field<&T::phase>("phase"), field<&T::planned_ms>("planned_ms"));
  }
  friend bool operator==(const FittedPhase&, const FittedPhase&) = default;
};

struct PhaseSeconds {
  PhaseId phase;
  std::int64_t seconds = 0;
  static constexpr auto fields() {
    using T = PhaseSeconds;
    return field_list(field<&T::phase>("phase"), field<&T::seconds>("seconds"));
  }
  friend bool operator==(const PhaseSeconds&, const PhaseSeconds&) = default;
};

/// People present by group, each rounded up to fives so that no head count is told; the scale of `presence` weights.
struct PresenceScale {
  std::vector<std::int64_t> stakeholder_group;
  std::vector<std::int64_t> regional_group;
  std::vector<std::int64_t> modality;

  const std::vector<std::int64_t>& by(Attribute attribute) const {
    return attribute == Attribute::stakeholder_group ? stakeholder_group
           : attribute == Attribute::regional_group  ? regional_group
                                                     : modality;
  }
  static constexpr auto fields() {
    using T = PresenceScale;
    return field_list(field<&T::stakeholder_group>("stakeholder_group"), field<&T::regional_group>("regional_group"),
                      field<&T::modality>("modality"));
  }
  friend bool operator==(const PresenceScale&, const PresenceScale&) = default;
};

// Commands.
struct StartPhase {
  static constexpr std::string_view name = "phase.start";
  PhaseId phase;
  static constexpr auto fields() {
    using T = StartPhase;
    return field_list(field<&T::phase>("phase"));
  }
  friend bool operator==(const StartPhase&, const StartPhase&) = default;
};

struct ExtendPhase {
  static constexpr std::string_view name = "phase.extend";
  PhaseId phase;
  std::int64_t seconds = 0;  // may be negative: shorten
  static constexpr auto fields() {
    using T = ExtendPhase;
    return field_list(field<&T::phase>("phase"), field<&T::seconds>("seconds"));
  }
  friend bool operator==(const ExtendPhase&, const ExtendPhase&) = default;
};

struct PausePhase {
  static constexpr std::string_view name = "phase.pause";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const PausePhase&, const PausePhase&) = default;
};

struct ResumePhase {
  static constexpr std::string_view name = "phase.resume";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const ResumePhase&, const ResumePhase&) = default;
};

struct NextPhase {
  static constexpr std::string_view name = "phase.next";
  /// The phase that the screen shows running, 0 before the first: two who press at once go one phase on, not two.
  std::optional<PhaseId> after = std::nullopt;
  /// A late start with the fitted plan: as `agenda.fit` takes it, in the same act. Taken back, both are.
  std::vector<PhaseSeconds> phases = {};
  static constexpr auto fields() {
    using T = NextPhase;
    return field_list(field<&T::after>("after"), field<&T::phases>("phases"));
  }
  friend bool operator==(const NextPhase&, const NextPhase&) = default;
};

struct PreviousPhase {
  static constexpr std::string_view name = "phase.back";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const PreviousPhase&, const PreviousPhase&) = default;
};

struct FitAgenda {
  static constexpr std::string_view name = "agenda.fit";
  std::vector<PhaseSeconds> phases;
  static constexpr auto fields() {
    using T = FitAgenda;
    return field_list(field<&T::phases>("phases"));
  }
  friend bool operator==(const FitAgenda&, const FitAgenda&) = default;
};

struct CloseSession {
  static constexpr std::string_view name = "session.close";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const CloseSession&, const CloseSession&) = default;
};

// Events.
/// Ends the phase before it; a phase started again goes on with the time it had spent.
struct PhaseStarted {
  static constexpr std::string_view name = "phase.started";
  PhaseId phase;
  PresenceScale presence;
  TurnId ends;  // a talk that ended with its phase
  static constexpr auto fields() {
    using T = PhaseStarted;
    return field_list(field<&T::phase>("phase"), field<&T::presence>("presence"), field<&T::ends>("ends"));
  }
  friend bool operator==(const PhaseStarted&, const PhaseStarted&) = default;
};

/// The last phase's end: the agenda has run out, the session stays open.
struct PhaseEnded {
  static constexpr std::string_view name = "phase.ended";
  PhaseId phase;
  TurnId ends;
  static constexpr auto fields() {
    using T = PhaseEnded;
    return field_list(field<&T::phase>("phase"), field<&T::ends>("ends"));
  }
  friend bool operator==(const PhaseEnded&, const PhaseEnded&) = default;
};

struct PhaseExtended {
  static constexpr std::string_view name = "phase.extended";
  PhaseId phase;
  DurationMs by_ms = 0;
  DurationMs planned_ms = 0;  // after it
  static constexpr auto fields() {
    using T = PhaseExtended;
    return field_list(field<&T::phase>("phase"), field<&T::by_ms>("by_ms"), field<&T::planned_ms>("planned_ms"));
  }
  friend bool operator==(const PhaseExtended&, const PhaseExtended&) = default;
};

struct PhasePaused {
  static constexpr std::string_view name = "phase.paused";
  PhaseId phase;
  static constexpr auto fields() {
    using T = PhasePaused;
    return field_list(field<&T::phase>("phase"));
  }
  friend bool operator==(const PhasePaused&, const PhasePaused&) = default;
};

struct PhaseResumed {
  static constexpr std::string_view name = "phase.resumed";
  PhaseId phase;
  static constexpr auto fields() {
    using T = PhaseResumed;
    return field_list(field<&T::phase>("phase"));
  }
  friend bool operator==(const PhaseResumed&, const PhaseResumed&) = default;
};

struct AgendaFitted {
  static constexpr std::string_view name = "agenda.fitted";
  std::vector<FittedPhase> phases;
  static constexpr auto fields() {
    using T = AgendaFitted;
    return field_list(field<&T::phases>("phases"));
  }
  friend bool operator==(const AgendaFitted&, const AgendaFitted&) = default;
};

struct SessionClosed {
  static constexpr std::string_view name = "session.closed";
  TurnId ends;  // the turn that ended with the session
  static constexpr auto fields() { return field_list(field<&SessionClosed::ends>("ends")); }
  friend bool operator==(const SessionClosed&, const SessionClosed&) = default;
};

/// Time that a phase has had until `now_ms`.
DurationMs elapsed_ms(const Agenda& agenda, PhaseId phase, InstantMs now_ms);
/// A pause stops the running turn too: nobody is charged for a broken line.
void pause_turn(Floor& floor, InstantMs at_ms);
void resume_turn(Floor& floor, InstantMs at_ms);
/// What `phase.next` starts: the first phase before the start, none at the end.
std::optional<PhaseId> next_phase(const Agenda& agenda);
std::optional<PhaseId> previous_phase(const Agenda& agenda);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const StartPhase& command, const Stamp& stamp);
Decision decide(const State& state, const ExtendPhase& command, const Stamp& stamp);
Decision decide(const State& state, const PausePhase& command, const Stamp& stamp);
Decision decide(const State& state, const ResumePhase& command, const Stamp& stamp);
Decision decide(const State& state, const NextPhase& command, const Stamp& stamp);
Decision decide(const State& state, const PreviousPhase& command, const Stamp& stamp);
Decision decide(const State& state, const FitAgenda& command, const Stamp& stamp);
Decision decide(const State& state, const CloseSession& command, const Stamp& stamp);
void apply(State& state, const SessionClosed& event, const Moment& moment);
void apply(State& state, const PhaseStarted& event, const Moment& moment);
void apply(State& state, const PhaseEnded& event, const Moment& moment);
void apply(State& state, const PhaseExtended& event, const Moment& moment);
void apply(State& state, const PhasePaused& event, const Moment& moment);
void apply(State& state, const PhaseResumed& event, const Moment& moment);
void apply(State& state, const AgendaFitted& event, const Moment& moment);

}  // namespace roundtable::core
