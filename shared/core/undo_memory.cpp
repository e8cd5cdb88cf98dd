// What each event leaves to be taken back, noted before it is applied.
#include <algorithm>

#include "core/apply.hpp"
#include "core/undo.hpp"

namespace roundtable::core {

namespace {

ActSpan begun(const Moment& moment) {
  return {moment.seq, moment.seq, moment.at_ms};
}

bool follows(const ActSpan& span, const Moment& moment) {
  return span.to_seq + 1 == moment.seq && span.at_ms == moment.at_ms;
}

/// Keeps, or forgets, what can be taken back; most events are no act and change nothing.
class Memory {
 public:
  Memory(State& state, const Moment& moment) : state_(state), acts_(state.acts), moment_(moment) {}

  template <class Data>
  void operator()(const Data&) {}

  void operator()(const FloorEnded& event) {
    FloorAct act;
    act.span = begun(moment_);
    act.ended = event.turn;
    act.given_hand_was = state_.floor.given_hand;
    act.held = state_.floor.held;
    acts_.floor = std::move(act);
  }
  void operator()(const TalkEnded&) { go_on(); }
  void operator()(const QueueHeld&) { go_on(); }
  void operator()(const FloorGiven& event) {
    const bool goes_on =
        event.ends && acts_.floor && acts_.floor->ended == event.ends && follows(acts_.floor->span, moment_);
    FloorAct act = goes_on ? *acts_.floor : FloorAct{};
    if (!goes_on) act.span = begun(moment_);
    act.span.to_seq = moment_.seq;
    act.given = event.turn;
    act.hand = event.hand;
    const auto hand = state_.floor.hands.find(event.hand);
    if (hand != state_.floor.hands.end()) act.hand_was = hand->second;
    const auto talk = state_.lineup.talks.find(event.talk);
    if (talk != state_.lineup.talks.end()) act.talk_was = talk->second;
    act.held = state_.floor.held;
    acts_.floor = std::move(act);
  }
  void operator()(const FloorExtended&) { acts_.floor.reset(); }
  void operator()(const TurnPaused&) { acts_.floor.reset(); }
  void operator()(const TurnResumed&) { acts_.floor.reset(); }
  void operator()(const FloorUnspoken&) { acts_.floor.reset(); }
  void operator()(const HandAccepted&) { acts_.floor.reset(); }
  void operator()(const HandMarkedAway&) { acts_.floor.reset(); }
  void operator()(const FloorModeSet&) { acts_.floor.reset(); }
  void operator()(const TurnLengthSet&) { acts_.floor.reset(); }
  void operator()(const PolicySet&) { acts_.floor.reset(); }
  void operator()(const PersonRemoved& event) {
    if (acts_.floor && is_about(*acts_.floor, event.person)) acts_.floor.reset();
  }
  void operator()(const PersonMerged&) { persons_changed(); }
  void operator()(const PersonUnmerged&) { persons_changed(); }
  void operator()(const FloorRestored&) { acts_.floor.reset(); }

  void operator()(const PhaseStarted& event) { phase_act(event.phase, event.ends); }
  void operator()(const PhaseEnded& event) { phase_act({}, event.ends); }
  void operator()(const ChairTaken&) {
    if (acts_.phase && follows(acts_.phase->span, moment_)) acts_.phase->span.to_seq = moment_.seq;
  }
  void operator()(const PhaseExtended&) { acts_.phase.reset(); }
  void operator()(const AgendaFitted& event) {
    PhaseAct act;
    act.span = begun(moment_);
    for (const FittedPhase& each : event.phases) {
      const auto phase = state_.agenda.phases.find(each.phase);
      const DurationMs before_ms = phase == state_.agenda.phases.end() ? each.planned_ms : phase->second.planned_ms;
      act.fitted.push_back({each.phase, each.planned_ms - before_ms});
    }
    acts_.phase = std::move(act);
    go_on();
  }
  void operator()(const PhaseAdded&) { acts_.phase.reset(); }
  void operator()(const PhaseDropped& event) {
    PhaseAct act;
    act.span = begun(moment_);
    act.dropped = putting_back(state_, event.phase);
    acts_.phase = std::move(act);
  }
  void operator()(const PhasePutBack&) { acts_.phase.reset(); }
  void operator()(const PhasesOrdered&) { acts_.phase.reset(); }
  void operator()(const PhasePaused&) { clocks_changed(); }
  void operator()(const PhaseResumed&) { clocks_changed(); }
  void operator()(const PhaseRestored&) { acts_.phase.reset(); }

  void operator()(const QuestionRejected& event) {
    QuestionAct act;
    act.span = begun(moment_);
    act.rejected = event.question;
    acts_.question = act;
  }
  void operator()(const QuestionShown& event) {
    if (!event.question.id && is_settled_now(state_.questions.on_screen)) return;
    shown();
  }
  void operator()(const TakeawayShown&) { shown(); }
  void operator()(const AnnouncementShown&) { shown(); }
  void operator()(const PollShown&) { shown(); }
  void operator()(const GroupShown&) { shown(); }
  void operator()(const QuestionApproved&) { acts_.question.reset(); }
  void operator()(const QuestionMerged&) { acts_.question.reset(); }
  void operator()(const QuestionUnmerged&) { acts_.question.reset(); }
  void operator()(const QuestionAnswered&) { acts_.question.reset(); }
  void operator()(const QuestionDismissed&) { acts_.question.reset(); }
  void operator()(const QuestionRestored&) { acts_.question.reset(); }

  void operator()(const PollClosed& event) { acts_.poll = PollAct{begun(moment_), event.poll}; }
  void operator()(const PollOpened&) { acts_.poll.reset(); }
  void operator()(const PollReopened&) { acts_.poll.reset(); }
  void operator()(const PollPublished&) { acts_.poll.reset(); }
  void operator()(const PollSealed& event) {
    if (acts_.poll && acts_.poll->closed == event.poll) acts_.poll.reset();
  }

  void operator()(const SessionClosed& event) {
    CloseAct act;
    act.span = span_with_end(event.ends);
    act.ended = event.ends;
    act.left_spent_ms = elapsed_ms(state_.agenda, state_.agenda.current, moment_.at_ms);
    act.was_paused = state_.agenda.is_paused;
    acts_.close = act;
    acts_.phase.reset();
    acts_.question.reset();
  }
  void operator()(const SessionReopened&) { acts_.close.reset(); }

 private:
  void shown() {
    QuestionAct act;
    act.span = begun(moment_);
    act.shown_before = state_.questions.on_screen;
    act.item_before = state_.display.item;
    act.poll_before = state_.display.poll;
    act.group_before = state_.display.group;
    if (state_.display.announcement) act.announcement_before = state_.display.announcement->announcement;
    acts_.question = act;
  }
  void go_on() {
    if (acts_.floor && follows(acts_.floor->span, moment_)) acts_.floor->span.to_seq = moment_.seq;
  }
  bool is_about(const FloorAct& act, PersonId person) const {
    for (TurnId id : {act.given, act.ended}) {
      const auto turn = state_.floor.turns.find(id);
      if (turn != state_.floor.turns.end() && turn->second.person == person) return true;
    }
    return false;
  }
  /// What acts remember names entries as they stood before.
  void persons_changed() {
    acts_.floor.reset();
    if (acts_.phase && acts_.phase->dropped) acts_.phase.reset();
  }
  void clocks_changed() {
    acts_.phase.reset();
    acts_.floor.reset();
  }
  /// From the turn's end on, where one ended in the same command.
  ActSpan span_with_end(TurnId ended) const {
    ActSpan span = begun(moment_);
    if (ended && acts_.floor && acts_.floor->ended == ended && follows(acts_.floor->span, moment_)) {
      span.from_seq = acts_.floor->span.from_seq;
    }
    return span;
  }
  void phase_act(PhaseId started, TurnId ended) {
    const Agenda& agenda = state_.agenda;
    PhaseAct act;
    act.span = span_with_end(ended);
    act.started = started;
    act.left = agenda.current;
    act.ended = ended;
    if (const auto phase = agenda.phases.find(started); phase != agenda.phases.end()) {
      act.started_spent_ms = phase->second.spent_ms;
      act.started_at_ms = phase->second.started_at_ms;
      act.ended_at_ms = phase->second.ended_at_ms;
    }
    act.left_spent_ms = elapsed_ms(agenda, agenda.current, moment_.at_ms);
    act.was_paused = agenda.is_paused;
    act.was_first = !agenda.started_at_ms;
    act.status = state_.session.status;
    act.mode = state_.floor.mode;
    act.presence = state_.floor.presence;
    if (acts_.phase && !acts_.phase->is_act() && follows(acts_.phase->span, moment_)) {
      act.fitted = std::move(acts_.phase->fitted);
      act.span.from_seq = std::min(act.span.from_seq, acts_.phase->span.from_seq);
    }
    acts_.phase = std::move(act);
  }
  /// A question leaves the screen because it was answered or dismissed: that is no act of its own.
  bool is_settled_now(QuestionId id) const {
    const auto found = state_.questions.list.find(id);
    return found != state_.questions.list.end() && found->second.status != QuestionStatus::approved &&
           found->second.settled_at_ms == moment_.at_ms;
  }

  State& state_;
  Acts& acts_;
  const Moment& moment_;
};

}  // namespace

void remember(State& state, const EventData& data, const Moment& moment) {
  if (state.scope == Scope::everyone) return;
  Memory memory(state, moment);
  visit([&](const auto& each) { memory(each); }, data);
}

}  // namespace roundtable::core
