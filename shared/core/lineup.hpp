// Who presents, in order, with minutes: talks stand apart from the open floor and are never charged.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Talk {
  PhaseId phase;
  PersonId person;
  DurationMs planned_ms = 0;
  TalkStatus status = TalkStatus::waiting;
  TurnId turn;                 // the last one that was this talk
  DurationMs spent_ms = 0;     // in turns that ended
  DurationMs returned_ms = 0;  // unused time that went back to the plan
  GroupId group;               // reports back; then there may be no person
  static constexpr auto fields() {
    using T = Talk;
    return field_list(field<&T::phase>("phase"), field<&T::person>("person"), field<&T::planned_ms>("planned_ms"),
                      field<&T::status>("status"), field<&T::turn>("turn"), field<&T::spent_ms>("spent_ms"),
                      field<&T::returned_ms>("returned_ms"), field<&T::group>("group"));
  }
  friend bool operator==(const Talk&, const Talk&) = default;
};

struct Lineup {
  std::map<TalkId, Talk> talks;  // the order stands in each phase
  static constexpr auto fields() { return field_list(field<&Lineup::talks>("talks")); }
  friend bool operator==(const Lineup&, const Lineup&) = default;
};

// Commands.
/// A talk on its own clock; ends the turn that runs. Absent: the next that waits in the phase.
struct StartTalk {
  static constexpr std::string_view name = "talk.start";
  std::optional<TalkId> talk;
  static constexpr auto fields() { return field_list(field<&StartTalk::talk>("talk")); }
  friend bool operator==(const StartTalk&, const StartTalk&) = default;
};

/// "Not here": the time of the talk goes back to the plan.
struct MarkTalkAway {
  static constexpr std::string_view name = "talk.away";
  TalkId talk;
  static constexpr auto fields() { return field_list(field<&MarkTalkAway::talk>("talk")); }
  friend bool operator==(const MarkTalkAway&, const MarkTalkAway&) = default;
};

struct MarkTalkBack {
  static constexpr std::string_view name = "talk.back";
  TalkId talk;
  static constexpr auto fields() { return field_list(field<&MarkTalkBack::talk>("talk")); }
  friend bool operator==(const MarkTalkBack&, const MarkTalkBack&) = default;
};

struct MoveTalk {
  static constexpr std::string_view name = "talk.move";
  TalkId talk;
  std::optional<TalkId> before;  // absent: to the end
  static constexpr auto fields() {
    return field_list(field<&MoveTalk::talk>("talk"), field<&MoveTalk::before>("before"));
  }
  friend bool operator==(const MoveTalk&, const MoveTalk&) = default;
};

struct AddTalk {
  static constexpr std::string_view name = "talk.add";
  PhaseId phase;
  PersonId person;
  std::int64_t seconds = 0;
  static constexpr auto fields() {
    using T = AddTalk;
    return field_list(field<&T::phase>("phase"), field<&T::person>("person"), field<&T::seconds>("seconds"));
  }
  friend bool operator==(const AddTalk&, const AddTalk&) = default;
};

struct DropTalk {
  static constexpr std::string_view name = "talk.drop";
  TalkId talk;
  static constexpr auto fields() { return field_list(field<&DropTalk::talk>("talk")); }
  friend bool operator==(const DropTalk&, const DropTalk&) = default;
};

// Events. A talk starts with `floor.given` of kind `talk`.
struct TalkEnded {
  static constexpr std::string_view name = "talk.ended";
  TalkId talk;
  DurationMs returned_ms = 0;  // the phase's plan is shorter by it
  static constexpr auto fields() {
    return field_list(field<&TalkEnded::talk>("talk"), field<&TalkEnded::returned_ms>("returned_ms"));
  }
  friend bool operator==(const TalkEnded&, const TalkEnded&) = default;
};

struct TalkMarkedAway {
  static constexpr std::string_view name = "talk.marked_away";
  TalkId talk;
  DurationMs returned_ms = 0;
  static constexpr auto fields() {
    return field_list(field<&TalkMarkedAway::talk>("talk"), field<&TalkMarkedAway::returned_ms>("returned_ms"));
  }
  friend bool operator==(const TalkMarkedAway&, const TalkMarkedAway&) = default;
};

/// Waits again; the phase's plan has the returned time back.
struct TalkMarkedBack {
  static constexpr std::string_view name = "talk.marked_back";
  TalkId talk;
  static constexpr auto fields() { return field_list(field<&TalkMarkedBack::talk>("talk")); }
  friend bool operator==(const TalkMarkedBack&, const TalkMarkedBack&) = default;
};

struct TalksOrdered {
  static constexpr std::string_view name = "talks.ordered";
  PhaseId phase;
  std::vector<TalkId> order;
  static constexpr auto fields() {
    return field_list(field<&TalksOrdered::phase>("phase"), field<&TalksOrdered::order>("order"));
  }
  friend bool operator==(const TalksOrdered&, const TalksOrdered&) = default;
};

struct TalkAdded {
  static constexpr std::string_view name = "talk.added";
  TalkId talk;
  PhaseId phase;
  PersonId person;
  DurationMs planned_ms = 0;
  PersonId introduces;  // the person, if this is their first public act
  GroupId group;        // reports back
  static constexpr auto fields() {
    using T = TalkAdded;
    return field_list(field<&T::talk>("talk"), field<&T::phase>("phase"), field<&T::person>("person"),
                      field<&T::planned_ms>("planned_ms"), field<&T::introduces>("introduces"),
                      field<&T::group>("group"));
  }
  friend bool operator==(const TalkAdded&, const TalkAdded&) = default;
};

struct TalkDropped {
  static constexpr std::string_view name = "talk.dropped";
  TalkId talk;
  static constexpr auto fields() { return field_list(field<&TalkDropped::talk>("talk")); }
  friend bool operator==(const TalkDropped&, const TalkDropped&) = default;
};

/// The next id of a talk.
TalkId next_id(const Lineup& lineup);
/// What `talk.start` starts when it names none.
std::optional<TalkId> next_talk(const State& state);
/// The talk runs as the turn that was given.
void begin_talk(State& state, TalkId talk, TurnId turn);
/// The talk as it was before a turn that was given by mistake.
void restore_talk(State& state, TalkId talk, const Talk& was);
/// As though the talk's turn had not ended.
void resume_talk(State& state, TalkId talk, DurationMs ended_after_ms);
/// Talks of a phase as the session file names them.
void plan_talks(State& state, PhaseId phase, const std::vector<PlannedSpeaker>& speakers);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const StartTalk& command, const Stamp& stamp);
Decision decide(const State& state, const MarkTalkAway& command, const Stamp& stamp);
Decision decide(const State& state, const MarkTalkBack& command, const Stamp& stamp);
Decision decide(const State& state, const MoveTalk& command, const Stamp& stamp);
Decision decide(const State& state, const AddTalk& command, const Stamp& stamp);
Decision decide(const State& state, const DropTalk& command, const Stamp& stamp);
void apply(State& state, const TalkEnded& event, const Moment& moment);
void apply(State& state, const TalkMarkedAway& event, const Moment& moment);
void apply(State& state, const TalkMarkedBack& event, const Moment& moment);
void apply(State& state, const TalksOrdered& event, const Moment& moment);
void apply(State& state, const TalkAdded& event, const Moment& moment);
void apply(State& state, const TalkDropped& event, const Moment& moment);

}  // namespace roundtable::core
