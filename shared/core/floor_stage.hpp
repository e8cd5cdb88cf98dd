// What a moderator does on stage beside giving the floor: the floor open, collecting or closed, another turn length or
// policy, a turn paused or not spoken, a hand passed over for now.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/floor.hpp"

namespace roundtable::core {

// Commands.
struct SetFloorMode {
  static constexpr std::string_view name = "floor.mode";
  FloorMode mode = FloorMode::open;
  static constexpr auto fields() { return field_list(field<&SetFloorMode::mode>("mode")); }
  friend bool operator==(const SetFloorMode&, const SetFloorMode&) = default;
};

/// From the next turn on.
struct SetTurnLength {
  static constexpr std::string_view name = "floor.turn_length";
  std::int64_t seconds = 0;
  static constexpr auto fields() { return field_list(field<&SetTurnLength::seconds>("seconds")); }
  friend bool operator==(const SetTurnLength&, const SetTurnLength&) = default;
};

/// One of the presets, by name; the two held keep their place.
struct SetPolicy {
  static constexpr std::string_view name = "floor.policy";
  std::string policy;
  static constexpr auto fields() { return field_list(field<&SetPolicy::policy>("policy")); }
  friend bool operator==(const SetPolicy&, const SetPolicy&) = default;
};

struct PauseTurn {
  static constexpr std::string_view name = "floor.pause";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const PauseTurn&, const PauseTurn&) = default;
};

struct ResumeTurn {
  static constexpr std::string_view name = "floor.resume";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const ResumeTurn&, const ResumeTurn&) = default;
};

/// Ends the turn uncharged; the hand is back in its place, and its person as new as before.
struct MarkUnspoken {
  static constexpr std::string_view name = "floor.did_not_speak";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const MarkUnspoken&, const MarkUnspoken&) = default;
};

/// "Away: next": passed over until back, without loss.
struct MarkHandAway {
  static constexpr std::string_view name = "hand.away";
  HandId hand;
  static constexpr auto fields() { return field_list(field<&MarkHandAway::hand>("hand")); }
  friend bool operator==(const MarkHandAway&, const MarkHandAway&) = default;
};

/// By staff, or by the person: "I am here".
struct MarkHandBack {
  static constexpr std::string_view name = "hand.back";
  HandId hand;
  static constexpr auto fields() { return field_list(field<&MarkHandBack::hand>("hand")); }
  friend bool operator==(const MarkHandBack&, const MarkHandBack&) = default;
};

// Events.
struct FloorModeSet {
  static constexpr std::string_view name = "floor.mode_set";
  FloorMode mode = FloorMode::open;
  static constexpr auto fields() { return field_list(field<&FloorModeSet::mode>("mode")); }
  friend bool operator==(const FloorModeSet&, const FloorModeSet&) = default;
};

struct TurnLengthSet {
  static constexpr std::string_view name = "floor.turn_length_set";
  DurationMs turn_ms = 0;
  static constexpr auto fields() { return field_list(field<&TurnLengthSet::turn_ms>("turn_ms")); }
  friend bool operator==(const TurnLengthSet&, const TurnLengthSet&) = default;
};

struct PolicySet {
  static constexpr std::string_view name = "floor.policy_set";
  std::string policy;
  std::vector<FloorRule> rules;
  static constexpr auto fields() {
    return field_list(field<&PolicySet::policy>("policy"), field<&PolicySet::rules>("rules"));
  }
  friend bool operator==(const PolicySet&, const PolicySet&) = default;
};

struct TurnPaused {
  static constexpr std::string_view name = "floor.paused";
  TurnId turn;
  static constexpr auto fields() { return field_list(field<&TurnPaused::turn>("turn")); }
  friend bool operator==(const TurnPaused&, const TurnPaused&) = default;
};

struct TurnResumed {
  static constexpr std::string_view name = "floor.resumed";
  TurnId turn;
  static constexpr auto fields() { return field_list(field<&TurnResumed::turn>("turn")); }
  friend bool operator==(const TurnResumed&, const TurnResumed&) = default;
};

struct FloorUnspoken {
  static constexpr std::string_view name = "floor.unspoken";
  TurnId turn;
  HandId hand;  // back in the queue; none for a turn outside it
  std::optional<Hand> hand_was;
  static constexpr auto fields() {
    using T = FloorUnspoken;
    return field_list(field<&T::turn>("turn"), field<&T::hand>("hand"), field<&T::hand_was>("hand_was"));
  }
  friend bool operator==(const FloorUnspoken&, const FloorUnspoken&) = default;
};

struct HandMarkedAway {
  static constexpr std::string_view name = "hand.marked_away";
  HandId hand;
  static constexpr auto fields() { return field_list(field<&HandMarkedAway::hand>("hand")); }
  friend bool operator==(const HandMarkedAway&, const HandMarkedAway&) = default;
};

struct HandMarkedBack {
  static constexpr std::string_view name = "hand.marked_back";
  HandId hand;
  static constexpr auto fields() { return field_list(field<&HandMarkedBack::hand>("hand")); }
  friend bool operator==(const HandMarkedBack&, const HandMarkedBack&) = default;
};

/// The turn counts for nothing: its hand waits again in its place, those it overtook are not overtaken by it, and what
/// was charged is counted anew from the turns that were spoken.
void take_back_turn(State& state, TurnId turn, HandId hand, const std::optional<Hand>& hand_was, InstantMs at_ms);
/// Seconds, turns and the last groups, from the turns.
void count_turns(Floor& floor);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const SetFloorMode& command, const Stamp& stamp);
Decision decide(const State& state, const SetTurnLength& command, const Stamp& stamp);
Decision decide(const State& state, const SetPolicy& command, const Stamp& stamp);
Decision decide(const State& state, const PauseTurn& command, const Stamp& stamp);
Decision decide(const State& state, const ResumeTurn& command, const Stamp& stamp);
Decision decide(const State& state, const MarkUnspoken& command, const Stamp& stamp);
Decision decide(const State& state, const MarkHandAway& command, const Stamp& stamp);
Decision decide(const State& state, const MarkHandBack& command, const Stamp& stamp);
void apply(State& state, const FloorModeSet& event, const Moment& moment);
void apply(State& state, const TurnLengthSet& event, const Moment& moment);
void apply(State& state, const PolicySet& event, const Moment& moment);
void apply(State& state, const TurnPaused& event, const Moment& moment);
void apply(State& state, const TurnResumed& event, const Moment& moment);
void apply(State& state, const FloorUnspoken& event, const Moment& moment);
void apply(State& state, const HandMarkedAway& event, const Moment& moment);
void apply(State& state, const HandMarkedBack& event, const Moment& moment);

}  // namespace roundtable::core
