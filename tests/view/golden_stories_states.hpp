// Stories of the states of a session and of a plan that bends: rehearsal, a late start, a reopened session, the screen.
#pragma once

#include "view/golden_recorder.hpp"

namespace roundtable::test {

inline GoldenInput rehearsal_story() {
  Recorder tale("rehearsal");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  const QuestionId before = tale.approved(speaker, "Asked before?");
  tale.say(ana, VoteQuestion{before});
  tale.say(speaker, StartRehearsal{});
  tale.say(online_moderator, StartRehearsal{});
  tale.say(moderator, NextPhase{});
  const PersonId ben = tale.join("Ben", StakeholderGroup::civil_society, Modality::onsite);
  tale.say(ben, RaiseHand{});
  tale.give_first();
  tale.wait(60);
  tale.say(ben, AskQuestion{Words("Is this thing on?")});
  tale.say(ben, VoteQuestion{before});
  tale.say(moderator, ShowQuestion{before});
  tale.say(ana, SendSignal{SignalKind::cannot_hear});
  tale.say(rapporteur, AddJotting{Words("A note of the rehearsal")});
  tale.say(rapporteur, DraftTakeaway{TakeawayKind::takeaway, Words("Rehearsed"), Words("Only rehearsed.")});
  tale.say(rapporteur, PublishTakeaway{ItemId{1}});
  tale.say(moderator, CloseSession{});
  tale.say(moderator, EndRehearsal{});
  tale.say(moderator, EndRehearsal{});
  tale.wait(600);
  tale.say(ben, RaiseHand{});
  tale.say(moderator, NextPhase{});
  tale.say(moderator, StartRehearsal{});
  return tale.input;
}

inline GoldenInput bending_plan_story() {
  Recorder tale("plan-that-bends");
  tale.say(moderator, AddPhase{Words("Words of welcome"), PhaseKind::presentations, 300, PhaseId{1}});
  tale.say(moderator, NextPhase{});
  tale.wait(400);
  tale.say(moderator, NextPhase{});
  tale.say(moderator, MovePhase{PhaseId{3}, PhaseId{2}});
  tale.say(moderator, MovePhase{PhaseId{3}, PhaseId{1}});
  tale.say(moderator, AddPhase{Words("A break"), PhaseKind::pause, 600, PhaseId{4}});
  tale.say(moderator, DropPhase{PhaseId{2}});
  tale.say(moderator, Undo{static_cast<std::int64_t>(tale.story.events.size())});
  tale.say(moderator, DropPhase{PhaseId{2}});
  tale.say(moderator, DropPhase{PhaseId{1}});
  tale.say(online_moderator, DropPhase{PhaseId{4}});
  tale.wait(300);
  tale.say(moderator, StartPhase{PhaseId{4}});
  tale.say(moderator, MovePhase{PhaseId{6}, std::nullopt});
  return tale.input;
}

inline GoldenInput screen_story() {
  Recorder tale("takeaway-and-announcement-on-the-screen");
  const QuestionId asked = tale.approved(speaker, "Who pays?");
  tale.say(moderator, NextPhase{});
  tale.say(rapporteur, DraftTakeaway{TakeawayKind::takeaway, Words("A fund"), Words("It was asked for.")});
  tale.say(rapporteur, ShowTakeaway{ItemId{1}});
  tale.say(rapporteur, PublishTakeaway{ItemId{1}});
  tale.say(rapporteur, ShowTakeaway{ItemId{1}});
  tale.say(moderator, ShowQuestion{asked});
  tale.say(moderator, Undo{static_cast<std::int64_t>(tale.story.events.size())});
  tale.say(moderator, Announce{Words("Lunch at noon")});
  tale.say(moderator, ShowAnnouncement{AnnouncementId{1}});
  tale.say(moderator, Announce{Words("Lunch at one")});
  tale.say(moderator, ShowAnnouncement{AnnouncementId{1}});
  tale.say(moderator, ShowTakeaway{ItemId{1}});
  tale.say(rapporteur, HideTakeaway{ItemId{1}});
  tale.say(moderator, ShowAnnouncement{AnnouncementId{2}});
  tale.say(moderator, ShowAnnouncement{});
  return tale.input;
}

inline GoldenInput reopened_story() {
  Recorder tale("reopened");
  tale.say(moderator, NextPhase{});
  tale.say(moderator, CloseSession{});
  tale.wait(600);
  tale.say(moderator, ReopenSession{});
  tale.say(speaker, RaiseHand{});
  return tale.input;
}

}  // namespace roundtable::test
