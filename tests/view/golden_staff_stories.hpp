// Stories of what staff have beside the session: their line, cues, the chair, notes and the final report.
#pragma once

#include "view/golden_recorder.hpp"

namespace roundtable::test {

inline GoldenInput staff_line_story() {
  Recorder tale("staff-line-cues-and-chair");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  tale.say(steward, AddPerson{profile("Noor", StakeholderGroup::other, Modality::onsite)});
  const PersonId noor{tale.story.state.counters.person};
  tale.say(moderator, NextPhase{});
  tale.say(moderator, NextPhase{});
  tale.say(moderator, TakeChair{});
  tale.say(online_moderator, TakeChair{});
  tale.say(steward, SayToStaff{Words("Row 5 waits"), Role::moderator});
  tale.say(rapporteur, SayToStaff{Words("Who was that?")});
  tale.say(rapporteur, SayToStaff{Words("Who was that?"), Role::display});
  tale.say(speaker, SayToStaff{Words("Hello?")});
  tale.say(moderator, SendCue{ana, CueKind::unmute});
  tale.wait(30);
  tale.say(steward, SendCue{ana, CueKind::one_minute});
  tale.say(steward, SendCue{noor, CueKind::you_are_next});
  tale.room(LeavePerson{ana, tale.story.now_ms});
  tale.say(online_moderator, SendCue{ana, CueKind::please_end});
  tale.wait(30);
  tale.say(rapporteur, SendCue{speaker, CueKind::please_end});
  return tale.input;
}

inline GoldenInput answered_signals_story() {
  Recorder tale("signals-answered");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  tale.say(ana, SendSignal{SignalKind::cannot_hear});
  tale.say(speaker, SendSignal{SignalKind::cannot_hear});
  tale.say(steward, AnswerSignal{SignalKind::cannot_hear, SignalAnswer::seen});
  tale.say(steward, AnswerSignal{SignalKind::cannot_hear, SignalAnswer::seen});
  tale.say(rapporteur, SendSignal{SignalKind::cannot_hear});
  tale.say(moderator, AnswerSignal{SignalKind::cannot_hear, SignalAnswer::seen});
  tale.wait(30);
  tale.say(moderator, AnswerSignal{SignalKind::cannot_hear, SignalAnswer::fixed});
  tale.say(ana, SendSignal{SignalKind::cannot_hear});
  tale.wait(120);
  return tale.input;
}

inline GoldenInput jottings_story() {
  Recorder tale("jottings-and-the-final-report");
  const QuestionId asked = tale.approved(speaker, "Who pays?");
  tale.say(moderator, NextPhase{});
  tale.say(moderator, ShowQuestion{asked});
  tale.say(speaker, RaiseHand{});
  tale.give_first();
  tale.say(rapporteur, AddJotting{Words("The speaker wants a fund")});
  tale.say(moderator, AddJotting{Words("Thank the hosts")});
  tale.say(rapporteur, EditJotting{JotId{1}, 1, Words("The speaker wants a fund by 2027")});
  tale.say(rapporteur, EditJotting{JotId{1}, 1, Words("stale")});
  tale.say(moderator, EditJotting{JotId{1}, 2, Words("not mine")});
  tale.say(rapporteur, DraftTakeaway{TakeawayKind::takeaway, Words("A fund"), Words("It was asked for.")});
  const Evidence of_the_note{std::nullopt, std::nullopt, JotId{1}, {}};
  tale.say(moderator, LinkTakeaway{ItemId{1}, of_the_note});
  tale.say(rapporteur, LinkTakeaway{ItemId{1}, of_the_note});
  tale.say(rapporteur, PublishTakeaway{ItemId{1}});
  tale.say(moderator, RemoveJotting{JotId{2}});
  tale.say(moderator, CloseSession{});
  tale.say(rapporteur, FinishReport{});
  tale.say(rapporteur, RemoveJotting{JotId{1}});
  tale.say(moderator, HideTakeaway{ItemId{1}});
  tale.say(moderator, ReopenReport{});
  tale.say(rapporteur, RemoveJotting{JotId{1}});
  return tale.input;
}

}  // namespace roundtable::test
