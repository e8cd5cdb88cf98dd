// The plan bends while it runs: phases that have not started are moved, added and dropped.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "core/agenda.hpp"
#include "core/lineup.hpp"
#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

// Commands.
struct AddPhase {
  static constexpr std::string_view name = "phase.add";
  Words title;
  PhaseKind kind = PhaseKind::discussion;
  std::int64_t seconds = 0;
  std::optional<PhaseId> before;  // absent: at the end
  static constexpr auto fields() {
    using T = AddPhase;
    return field_list(field<&T::title>("title"), field<&T::kind>("kind"), field<&T::seconds>("seconds"),
                      field<&T::before>("before"));
  }
  friend bool operator==(const AddPhase&, const AddPhase&) = default;
};

struct DropPhase {
  static constexpr std::string_view name = "phase.drop";
  PhaseId phase;
  static constexpr auto fields() { return field_list(field<&DropPhase::phase>("phase")); }
  friend bool operator==(const DropPhase&, const DropPhase&) = default;
};

struct MovePhase {
  static constexpr std::string_view name = "phase.move";
  PhaseId phase;
  std::optional<PhaseId> before;  // absent: to the end
  static constexpr auto fields() {
    return field_list(field<&MovePhase::phase>("phase"), field<&MovePhase::before>("before"));
  }
  friend bool operator==(const MovePhase&, const MovePhase&) = default;
};

// Events.
struct PhaseAdded {
  static constexpr std::string_view name = "phase.added";
  PhaseId phase;
  Words title;
  PhaseKind kind = PhaseKind::discussion;
  DurationMs planned_ms = 0;
  DurationMs min_ms = 0;
  std::vector<PhaseId> order;  // after it
  static constexpr auto fields() {
    using T = PhaseAdded;
    return field_list(field<&T::phase>("phase"), field<&T::title>("title"), field<&T::kind>("kind"),
                      field<&T::planned_ms>("planned_ms"), field<&T::min_ms>("min_ms"), field<&T::order>("order"));
  }
  friend bool operator==(const PhaseAdded&, const PhaseAdded&) = default;
};

/// Its talks are gone with it: none of them had begun.
struct PhaseDropped {
  static constexpr std::string_view name = "phase.dropped";
  PhaseId phase;
  static constexpr auto fields() { return field_list(field<&PhaseDropped::phase>("phase")); }
  friend bool operator==(const PhaseDropped&, const PhaseDropped&) = default;
};

struct PhasesOrdered {
  static constexpr std::string_view name = "phase.moved";
  PhaseId phase;  // the one that moved
  std::vector<PhaseId> order;
  static constexpr auto fields() {
    return field_list(field<&PhasesOrdered::phase>("phase"), field<&PhasesOrdered::order>("order"));
  }
  friend bool operator==(const PhasesOrdered&, const PhasesOrdered&) = default;
};

/// A phase that was dropped by mistake, with its line-up: told whole, because nobody holds it any more.
struct PhasePutBack {
  static constexpr std::string_view name = "phase.put_back";
  PhaseId phase;
  Words title;
  PhaseKind kind = PhaseKind::discussion;
  DurationMs planned_ms = 0;
  DurationMs original_ms = 0;
  DurationMs min_ms = 0;
  bool is_protected = false;
  FloorMode floor = FloorMode::open;
  std::vector<TalkId> talks;
  std::map<TalkId, Talk> talks_were;
  std::vector<PhaseId> order;  // with the phase
  static constexpr auto fields() {
    using T = PhasePutBack;
    return field_list(field<&T::phase>("phase"), field<&T::title>("title"), field<&T::kind>("kind"),
                      field<&T::planned_ms>("planned_ms"), field<&T::original_ms>("original_ms"),
                      field<&T::min_ms>("min_ms"), field<&T::is_protected>("protected"), field<&T::floor>("floor"),
                      field<&T::talks>("talks"), field<&T::talks_were>("talks_were"), field<&T::order>("order"));
  }
  friend bool operator==(const PhasePutBack&, const PhasePutBack&) = default;
};

/// How the phase would be put back if it were dropped now.
PhasePutBack putting_back(const State& state, PhaseId phase);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const AddPhase& command, const Stamp& stamp);
Decision decide(const State& state, const DropPhase& command, const Stamp& stamp);
Decision decide(const State& state, const MovePhase& command, const Stamp& stamp);
void apply(State& state, const PhaseAdded& event, const Moment& moment);
void apply(State& state, const PhaseDropped& event, const Moment& moment);
void apply(State& state, const PhasesOrdered& event, const Moment& moment);
void apply(State& state, const PhasePutBack& event, const Moment& moment);

}  // namespace roundtable::core
