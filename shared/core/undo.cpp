#include "core/undo.hpp"

#include <algorithm>

#include "core/apply.hpp"
#include "core/command.hpp"
#include "core/floor_stage.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

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
    if (!ended->second.person || !is_gone(state, ended->second.person)) {  // nobody: a group spoke
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

/// From the plan as it stands: a talk may have given time back since.
void take_back_fit(const State& state, const PhaseAct& act, std::vector<EventData>& events) {
  AgendaFitted before;
  for (const PhaseFit& each : act.fitted) {
    const auto phase = state.agenda.phases.find(each.phase);
    if (phase == state.agenda.phases.end() || each.by_ms == 0) continue;
    before.phases.push_back({each.phase, phase->second.planned_ms - each.by_ms});
  }
  if (!before.phases.empty()) events.push_back(std::move(before));
}

/// Without the talks of those who were removed since.
PhasePutBack put_back(const State& state, PhasePutBack dropped) {
  std::erase_if(dropped.talks_were, [&](const auto& each) { return is_gone(state, each.second.person); });
  std::erase_if(dropped.talks, [&](TalkId talk) { return !dropped.talks_were.contains(talk); });
  return dropped;
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
  if (act.group_before) return GroupShown{OrNull<GroupId>{act.group_before}};
  const bool is_newest = state.announcement && state.announcement->announcement == act.announcement_before;
  if (is_newest) return AnnouncementShown{OrNull<AnnouncementId>{act.announcement_before}};
  return QuestionShown{OrNull<QuestionId>{act.shown_before}};
}

/// The span of the act that holds the seq; nothing when no act that can be taken back does.
std::optional<ActSpan> span_of(const Acts& acts, std::int64_t seq) {
  if (acts.close && holds(acts.close->span, seq)) return acts.close->span;
  if (acts.phase && acts.phase->is_act() && holds(acts.phase->span, seq)) return acts.phase->span;
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
  } else if (acts.phase && acts.phase->is_act() && holds(acts.phase->span, command.seq)) {
    take_back_fit(state, *acts.phase, events);
    if (acts.phase->dropped) {
      events.push_back(put_back(state, *acts.phase->dropped));
    } else {
      events.push_back(restored_phase(*acts.phase, stamp.at_ms));
    }
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
