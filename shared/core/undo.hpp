// For ten seconds staff may take back give, end, next, a dropped phase, reject, show, the close of a poll and close,
// unless another act of the same feature came after. What was and its taking back both stay in the record.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/agenda.hpp"
#include "core/agenda_plan.hpp"
#include "core/floor.hpp"
#include "core/lineup.hpp"
#include "core/polls.hpp"
#include "core/questions.hpp"

namespace roundtable::core {

/// The events of one command: `from_seq` is its first, `to_seq` its last.
struct ActSpan {
  std::uint32_t from_seq = 0;
  std::uint32_t to_seq = 0;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    using T = ActSpan;
    return field_list(field<&T::from_seq>("from_seq"), field<&T::to_seq>("to_seq"), field<&T::at_ms>("at_ms"));
  }
  friend bool operator==(const ActSpan&, const ActSpan&) = default;
};

/// Give or end, with what stood before.
struct FloorAct {
  ActSpan span;
  TurnId given;  // none: an end
  TurnId ended;
  HandId hand;
  std::optional<Hand> hand_was;
  std::optional<Hand> given_hand_was;  // of the turn that ended
  std::optional<Talk> talk_was;        // of the talk that began
  std::vector<HeldHand> held;
  static constexpr auto fields() {
    using T = FloorAct;
    return field_list(field<&T::span>("span"), field<&T::given>("given"), field<&T::ended>("ended"),
                      field<&T::hand>("hand"), field<&T::hand_was>("hand_was"),
                      field<&T::given_hand_was>("given_hand_was"), field<&T::talk_was>("talk_was"),
                      field<&T::held>("held"));
  }
  friend bool operator==(const FloorAct&, const FloorAct&) = default;
};

/// How much longer, or shorter, a fitted plan made a phase.
struct PhaseFit {
  PhaseId phase;
  DurationMs by_ms = 0;
  static constexpr auto fields() {
    return field_list(field<&PhaseFit::phase>("phase"), field<&PhaseFit::by_ms>("by_ms"));
  }
  friend bool operator==(const PhaseFit&, const PhaseFit&) = default;
};

/// A change of phase, with the agenda's clock as it stood before, or a dropped phase as it was. And the plan that was
/// fitted to a late start. A plan fitted without a start is kept here for the start that may follow in the same
/// command, and is no act of its own.
struct PhaseAct {
  ActSpan span;
  PhaseId started;  // none: the last phase's end
  PhaseId left;
  TurnId ended;  // a talk that ended with its phase
  DurationMs started_spent_ms = 0;
  std::optional<InstantMs> started_at_ms;
  std::optional<InstantMs> ended_at_ms;
  DurationMs left_spent_ms = 0;
  bool was_paused = false;
  bool was_first = false;
  SessionStatus status = SessionStatus::prepared;
  FloorMode mode = FloorMode::open;
  PresenceScale presence;
  std::vector<PhaseFit> fitted;
  std::optional<PhasePutBack> dropped;
  bool is_act() const { return started || left || dropped; }
  static constexpr auto fields() {
    using T = PhaseAct;
    return field_list(field<&T::span>("span"), field<&T::started>("started"), field<&T::left>("left"),
                      field<&T::ended>("ended"), field<&T::started_spent_ms>("started_spent_ms"),
                      field<&T::started_at_ms>("started_at_ms"), field<&T::ended_at_ms>("ended_at_ms"),
                      field<&T::left_spent_ms>("left_spent_ms"), field<&T::was_paused>("was_paused"),
                      field<&T::was_first>("was_first"), field<&T::status>("status"), field<&T::mode>("mode"),
                      field<&T::presence>("presence"), field<&T::fitted>("fitted"), field<&T::dropped>("dropped"));
  }
  friend bool operator==(const PhaseAct&, const PhaseAct&) = default;
};

/// Reject (a question), or show (what the screen showed before: a question, a takeaway, a poll or an announcement).
struct QuestionAct {
  ActSpan span;
  QuestionId rejected;
  QuestionId shown_before;
  ItemId item_before;
  AnnouncementId announcement_before;
  PollId poll_before;
  GroupId group_before;
  static constexpr auto fields() {
    using T = QuestionAct;
    return field_list(field<&T::span>("span"), field<&T::rejected>("rejected"), field<&T::shown_before>("shown_before"),
                      field<&T::item_before>("item_before"), field<&T::announcement_before>("announcement_before"),
                      field<&T::poll_before>("poll_before"), field<&T::group_before>("group_before"));
  }
  friend bool operator==(const QuestionAct&, const QuestionAct&) = default;
};

/// The close of a poll.
struct PollAct {
  ActSpan span;
  PollId closed;
  static constexpr auto fields() {
    return field_list(field<&PollAct::span>("span"), field<&PollAct::closed>("closed"));
  }
  friend bool operator==(const PollAct&, const PollAct&) = default;
};

struct CloseAct {
  ActSpan span;
  TurnId ended;
  DurationMs left_spent_ms = 0;  // of the phase that ran
  bool was_paused = false;
  static constexpr auto fields() {
    using T = CloseAct;
    return field_list(field<&T::span>("span"), field<&T::ended>("ended"), field<&T::left_spent_ms>("left_spent_ms"),
                      field<&T::was_paused>("was_paused"));
  }
  friend bool operator==(const CloseAct&, const CloseAct&) = default;
};

/// The last act of each feature that can be taken back; staff only.
struct Acts {
  std::optional<FloorAct> floor;
  std::optional<PhaseAct> phase;
  std::optional<QuestionAct> question;
  std::optional<CloseAct> close;
  std::optional<PollAct> poll;
  static constexpr auto fields() {
    using T = Acts;
    return field_list(field<&T::floor>("floor"), field<&T::phase>("phase"), field<&T::question>("question"),
                      field<&T::close>("close"), field<&T::poll>("poll"));
  }
  friend bool operator==(const Acts&, const Acts&) = default;
};

// Commands.
struct Undo {
  static constexpr std::string_view name = "undo";
  std::int64_t seq = 0;  // of any event of the act
  static constexpr auto fields() { return field_list(field<&Undo::seq>("seq")); }
  friend bool operator==(const Undo&, const Undo&) = default;
};

struct ReopenSession {
  static constexpr std::string_view name = "session.reopen";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const ReopenSession&, const ReopenSession&) = default;
};

// Events.
/// Stands before the events that put things back.
struct Undone {
  static constexpr std::string_view name = "undone";
  std::uint32_t undoes = 0;  // the first seq of what is taken back
  static constexpr auto fields() { return field_list(field<&Undone::undoes>("undoes")); }
  friend bool operator==(const Undone&, const Undone&) = default;
};

struct FloorRestored {
  static constexpr std::string_view name = "floor.restored";
  TurnId turn;  // given by mistake: counts for nothing
  HandId hand;  // back in the queue
  std::optional<Hand> hand_was;
  std::optional<Talk> talk_was;
  TurnId resumed;  // ended by mistake: goes on as though it had not
  DurationMs resumed_spent_ms = 0;
  std::optional<Hand> given_hand_was;
  std::vector<HeldHand> held;
  static constexpr auto fields() {
    using T = FloorRestored;
    return field_list(field<&T::turn>("turn"), field<&T::hand>("hand"), field<&T::hand_was>("hand_was"),
                      field<&T::talk_was>("talk_was"), field<&T::resumed>("resumed"),
                      field<&T::resumed_spent_ms>("resumed_spent_ms"), field<&T::given_hand_was>("given_hand_was"),
                      field<&T::held>("held"));
  }
  friend bool operator==(const FloorRestored&, const FloorRestored&) = default;
};

struct PhaseRestored {
  static constexpr std::string_view name = "phase.restored";
  PhaseId phase;       // runs again; none: before the first
  PhaseId taken_back;  // was started by mistake
  DurationMs spent_ms = 0;
  DurationMs taken_back_spent_ms = 0;
  std::optional<InstantMs> taken_back_started_at_ms;
  std::optional<InstantMs> taken_back_ended_at_ms;
  bool is_paused = false;
  bool is_unstarted = false;  // the session had not begun
  SessionStatus status = SessionStatus::running;
  FloorMode mode = FloorMode::open;
  PresenceScale presence;
  static constexpr auto fields() {
    using T = PhaseRestored;
    return field_list(field<&T::phase>("phase"), field<&T::taken_back>("taken_back"), field<&T::spent_ms>("spent_ms"),
                      field<&T::taken_back_spent_ms>("taken_back_spent_ms"),
                      field<&T::taken_back_started_at_ms>("taken_back_started_at_ms"),
                      field<&T::taken_back_ended_at_ms>("taken_back_ended_at_ms"), field<&T::is_paused>("paused"),
                      field<&T::is_unstarted>("unstarted"), field<&T::status>("status"), field<&T::mode>("mode"),
                      field<&T::presence>("presence"));
  }
  friend bool operator==(const PhaseRestored&, const PhaseRestored&) = default;
};

/// A rejected question is pending again.
struct QuestionRestored {
  static constexpr std::string_view name = "question.restored";
  QuestionId question;
  static constexpr auto fields() { return field_list(field<&QuestionRestored::question>("question")); }
  friend bool operator==(const QuestionRestored&, const QuestionRestored&) = default;
};

/// The phase that ran at the close goes on.
struct SessionReopened {
  static constexpr std::string_view name = "session.reopened";
  PhaseId phase;
  DurationMs spent_ms = 0;
  bool is_paused = false;
  SessionStatus status = SessionStatus::running;
  static constexpr auto fields() {
    using T = SessionReopened;
    return field_list(field<&T::phase>("phase"), field<&T::spent_ms>("spent_ms"), field<&T::is_paused>("paused"),
                      field<&T::status>("status"));
  }
  friend bool operator==(const SessionReopened&, const SessionReopened&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const Undo& command, const Stamp& stamp);
Decision decide(const State& state, const ReopenSession& command, const Stamp& stamp);
void apply(State& state, const Undone& event, const Moment& moment);
void apply(State& state, const FloorRestored& event, const Moment& moment);
void apply(State& state, const PhaseRestored& event, const Moment& moment);
void apply(State& state, const QuestionRestored& event, const Moment& moment);
void apply(State& state, const SessionReopened& event, const Moment& moment);

}  // namespace roundtable::core
