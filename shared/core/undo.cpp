#include "core/undo.hpp"

#include <algorithm>

#include "core/apply.hpp"
#include "core/command.hpp"
#include "core/floor_stage.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

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
  void operator()(const PersonMerged&) { acts_.floor.reset(); }
  void operator()(const PersonUnmerged&) { acts_.floor.reset(); }
  void operator()(const FloorRestored&) { acts_.floor.reset(); }

  void operator()(const PhaseStarted& event) { phase_act(event.phase, event.ends); }
  void operator()(const PhaseEnded& event) { phase_act({}, event.ends); }
  void operator()(const ChairTaken&) {
    if (acts_.phase && follows(acts_.phase->span, moment_)) acts_.phase->span.to_seq = moment_.seq;
  }
  void operator()(const PhaseExtended&) { acts_.phase.reset(); }
  void operator()(const AgendaFitted&) { acts_.phase.reset(); }
  void operator()(const PhaseAdded&) { acts_.phase.reset(); }
  void operator()(const PhaseDropped&) { acts_.phase.reset(); }
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

bool is_gone(const State& state, PersonId person) {
  return refusal_of_person(state, person).has_value();
}

bool holds(const ActSpan& span, std::int64_t seq) {
  return seq >= span.from_seq && seq <= span.to_seq;
}

/// The turn that was ended has had the time since then too: whoever spoke went on.
DurationMs spent_as_if_not_ended(const State& state, const Turn& turn, InstantMs now_ms) {
  const bool stood_still = turn.is_paused || state.agenda.is_paused || !turn.ended_at_ms;
  return turn.spent_ms + (stood_still ? 0 : now_ms - *turn.ended_at_ms);
}

/// Appends nothing where there is nothing to put back.
void restore_floor(const State& state, const FloorAct& act, InstantMs now_ms, std::vector<EventData>& events) {
  FloorRestored restored;
  restored.turn = act.given;
  restored.talk_was = act.talk_was;
  if (act.hand && act.hand_was && !is_gone(state, act.hand_was->person)) {
    for (const auto& [id, hand] : state.floor.hands) {
      if (hand.person == act.hand_was->person) events.push_back(HandLowered{id});
    }
    restored.hand = act.hand;
    restored.hand_was = act.hand_was;
  }
  if (const auto ended = state.floor.turns.find(act.ended); ended != state.floor.turns.end()) {
    if (!is_gone(state, ended->second.person)) {
      restored.resumed = act.ended;
      restored.resumed_spent_ms = spent_as_if_not_ended(state, ended->second, now_ms);
      restored.given_hand_was = act.given_hand_was;
    }
  }
  for (const HeldHand& held : act.held) {
    const auto hand = state.floor.hands.find(held.hand);
    const bool waits = hand != state.floor.hands.end() && !hand->second.is_away;
    if (waits || (restored.hand && held.hand == restored.hand)) restored.held.push_back(held);
  }
  events.push_back(std::move(restored));
}

/// The floor's own act, when it belongs to a change of phase or to the close.
const FloorAct* floor_act_within(const State& state, const ActSpan& span, TurnId ended) {
  const auto& act = state.acts.floor;
  const bool is_within = ended && act && act->ended == ended && !act->given && holds(span, act->span.from_seq);
  return is_within ? &*act : nullptr;
}

PhaseRestored restored_phase(const PhaseAct& act, InstantMs now_ms) {
  PhaseRestored restored;
  restored.phase = act.left;
  restored.taken_back = act.started;
  restored.spent_ms = act.left_spent_ms + (act.was_paused || !act.left ? 0 : now_ms - act.span.at_ms);
  restored.taken_back_spent_ms = act.started_spent_ms;
  restored.taken_back_started_at_ms = act.started_at_ms;
  restored.taken_back_ended_at_ms = act.ended_at_ms;
  restored.is_paused = act.was_paused;
  restored.is_unstarted = act.was_first;
  restored.status = act.status;
  restored.mode = act.mode;
  restored.presence = act.presence;
  return restored;
}

SessionReopened reopened(const State& state, DurationMs spent_ms, bool is_paused) {
  SessionReopened event;
  event.phase = state.session.closed_in;
  event.spent_ms = spent_ms;
  event.is_paused = is_paused;
  event.status = state.agenda.started_at_ms ? SessionStatus::running : SessionStatus::prepared;
  return event;
}

/// What the screen showed before, if it can still be shown.
EventData shown_again(const State& state, const QuestionAct& act) {
  const auto item = state.takeaways.items.find(act.item_before);
  if (item != state.takeaways.items.end() && item->second.is_published) {
    return TakeawayShown{OrNull<ItemId>{act.item_before}};
  }
  if (state.polls.list.contains(act.poll_before)) return PollShown{OrNull<PollId>{act.poll_before}};
  const bool is_newest = state.announcement && state.announcement->announcement == act.announcement_before;
  if (is_newest) return AnnouncementShown{OrNull<AnnouncementId>{act.announcement_before}};
  return QuestionShown{OrNull<QuestionId>{act.shown_before}};
}

/// The span of the act that holds the seq; nothing when no act that can be taken back does.
std::optional<ActSpan> span_of(const Acts& acts, std::int64_t seq) {
  if (acts.close && holds(acts.close->span, seq)) return acts.close->span;
  if (acts.phase && holds(acts.phase->span, seq)) return acts.phase->span;
  if (acts.floor && holds(acts.floor->span, seq)) return acts.floor->span;
  if (acts.question && holds(acts.question->span, seq)) return acts.question->span;
  if (acts.poll && holds(acts.poll->span, seq)) return acts.poll->span;
  return std::nullopt;
}

void run_phase(State& state, PhaseId phase, DurationMs spent_ms, bool is_paused, InstantMs at_ms) {
  Agenda& agenda = state.agenda;
  agenda.current = phase;
  agenda.is_paused = is_paused;
  agenda.running_since_ms.reset();
  if (!phase) return;
  agenda.phases[phase].ended_at_ms.reset();
  agenda.phases[phase].spent_ms = spent_ms;
  if (!is_paused) agenda.running_since_ms = at_ms;
}

}  // namespace

void remember(State& state, const EventData& data, const Moment& moment) {
  if (state.scope == Scope::everyone) return;
  Memory memory(state, moment);
  std::visit([&](const auto& each) { memory(each); }, data);
}

Decision decide(const State& state, const Undo& command, const Stamp& stamp) {
  const auto span = span_of(state.acts, command.seq);
  if (!span) return {RefusalCode::wrong_state, "another act came after it, or it is none that can be taken back"};
  if (stamp.at_ms > span->at_ms + limits::undo_ms)
    return {RefusalCode::late, "an act can be taken back for 10 seconds"};
  const Acts& acts = state.acts;
  const bool is_of_chair = (acts.close && acts.close->span == *span) || (acts.phase && acts.phase->span == *span);
  if (is_of_chair && !stamp.actor.roles.has(Role::moderator)) {
    return {RefusalCode::not_allowed, "the moderator's acts are the moderator's to take back"};
  }
  std::vector<EventData> events{Undone{span->from_seq}};
  const FloorAct* floor = nullptr;
  if (acts.close && holds(acts.close->span, command.seq)) {
    const bool stood_still = acts.close->was_paused || !state.session.closed_in;
    const DurationMs since_ms = stood_still ? 0 : stamp.at_ms - span->at_ms;
    events.push_back(reopened(state, acts.close->left_spent_ms + since_ms, acts.close->was_paused));
    floor = floor_act_within(state, *span, acts.close->ended);
  } else if (state.session.status == SessionStatus::closed) {
    return {RefusalCode::closed, "the session is closed: take back the close, or reopen it"};
  } else if (acts.phase && holds(acts.phase->span, command.seq)) {
    events.push_back(restored_phase(*acts.phase, stamp.at_ms));
    floor = floor_act_within(state, *span, acts.phase->ended);
  } else if (acts.floor && holds(acts.floor->span, command.seq)) {
    floor = &*acts.floor;
  } else if (acts.poll && holds(acts.poll->span, command.seq)) {
    events.push_back(PollReopened{acts.poll->closed});
  } else if (acts.question->rejected) {
    events.push_back(QuestionRestored{acts.question->rejected});
  } else {
    events.push_back(shown_again(state, *acts.question));
  }
  if (floor != nullptr) restore_floor(state, *floor, stamp.at_ms, events);
  return events;
}

Decision decide(const State& state, const ReopenSession&, const Stamp&) {
  if (state.session.status != SessionStatus::closed) return {RefusalCode::already, "the session is open"};
  const auto phase = state.agenda.phases.find(state.session.closed_in);
  return EventData{reopened(state, phase == state.agenda.phases.end() ? 0 : phase->second.spent_ms, false)};
}

void apply(State&, const Undone&, const Moment&) {}

void apply(State& state, const FloorRestored& event, const Moment& moment) {
  Floor& floor = state.floor;
  if (event.turn) {
    const TalkId talk = floor.turns[event.turn].talk;
    take_back_turn(state, event.turn, event.hand, event.hand_was, moment.at_ms);
    floor.turns[event.turn].is_undone = true;
    if (talk && event.talk_was) restore_talk(state, talk, *event.talk_was);
  }
  if (event.resumed) {
    Turn& turn = floor.turns[event.resumed];
    if (turn.talk) resume_talk(state, turn.talk, turn.spent_ms);
    turn.ended_at_ms.reset();
    turn.spent_ms = event.resumed_spent_ms;
    if (!turn.is_paused && !state.agenda.is_paused) turn.running_since_ms = moment.at_ms;
    floor.running = event.resumed;
  }
  floor.given_hand = event.given_hand_was;
  floor.held = event.held;
  count_turns(floor);
}

void apply(State& state, const PhaseRestored& event, const Moment& moment) {
  if (event.taken_back) {
    Phase& phase = state.agenda.phases[event.taken_back];
    phase.spent_ms = event.taken_back_spent_ms;
    phase.started_at_ms = event.taken_back_started_at_ms;
    phase.ended_at_ms = event.taken_back_ended_at_ms;
  }
  const bool was_paused = state.agenda.is_paused;
  run_phase(state, event.phase, event.spent_ms, event.is_paused, moment.at_ms);
  if (event.is_paused) pause_turn(state.floor, moment.at_ms);
  if (was_paused && !event.is_paused) resume_turn(state.floor, moment.at_ms);
  if (event.is_unstarted) state.agenda.started_at_ms.reset();
  state.session.status = event.status;
  state.floor.mode = event.mode;
  state.floor.presence = event.presence;
}

void apply(State& state, const QuestionRestored& event, const Moment&) {
  restore_question(state, event.question);
}

void apply(State& state, const SessionReopened& event, const Moment& moment) {
  const InstantMs closed_at_ms = state.session.closed_at_ms.value_or(moment.at_ms);
  const bool is_taken_back = moment.at_ms <= closed_at_ms + limits::undo_ms;
  if (!is_taken_back) state.session.reopened_at_ms = moment.at_ms;
  state.session.status = event.status;
  state.session.closed_at_ms.reset();
  state.session.closed_in = {};
  run_phase(state, event.phase, event.spent_ms, event.is_paused, moment.at_ms);
}

}  // namespace roundtable::core
