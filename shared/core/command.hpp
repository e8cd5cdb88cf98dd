// What people, and the room on behalf of time and lines, ask for.
#pragma once

#include <string>
#include <vector>

#include "core/event.hpp"

namespace roundtable::core {

/// The room's question after `due`: what has to happen now because time went by?
struct Clock {
  static constexpr std::string_view name = "clock";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const Clock&, const Clock&) = default;
};

struct AnyCommand
    : Types<StartPhase, ExtendPhase, PausePhase, ResumePhase, NextPhase, PreviousPhase, FitAgenda, CloseSession,
            Announce, RaiseHand, LowerHand, AcceptHand, GiveFloor, ExtendTurn, EndTurn, YieldFloor, AskQuestion,
            EditQuestion, WithdrawQuestion, ApproveQuestion, RejectQuestion, MergeQuestion, UnmergeQuestion,
            VoteQuestion, UnvoteQuestion, ShowQuestion, AnswerQuestion, DismissQuestion, AddPerson, UpdatePerson,
            RemovePerson, SendSignal, ClearSignal, DraftTakeaway, EditTakeaway, MoveTakeaway, LinkTakeaway,
            UnlinkTakeaway, PublishTakeaway, HideTakeaway, RemoveTakeaway, StartTalk, MarkTalkAway, MarkTalkBack,
            MoveTalk, AddTalk, DropTalk, SetFloorMode, SetTurnLength, SetPolicy, PauseTurn, ResumeTurn, MarkUnspoken,
            MarkHandAway, MarkHandBack, TypeHand, SetExtraTime, Undo, ReopenSession, SayToStaff, SendCue, AnswerSignal,
            TakeChair, AddJotting, EditJotting, RemoveJotting, FinishReport, ReopenReport, PassNames, HidePerson,
            SetJoins, AdmitPeople, TurnAway, BlankDisplay, CountHeads, WriteNarrative, MergePerson, UnmergePerson,
            StartRehearsal, EndRehearsal, AddPhase, DropPhase, MovePhase, ShowTakeaway, ShowAnnouncement, CreatePoll,
            EditPoll, DropPoll, OpenPoll, VotePoll, UnvotePoll, ClosePoll, PublishPoll, UnpublishPoll, ShowPoll,
            CountHandsOfPoll, PassWords, PlanBreakouts, OpenBreakouts, ExtendBreakouts, CloseBreakouts, ReopenBreakouts,
            MoveToGroup, ChooseGroup, ListenOnly, TickMoved, MergeGroups, Broadcast, CallModerator, AnswerCall,
            TakeGroupRole, SetGroupCall, RaiseGroupHand, LowerGroupHand, GiveGroupFloor, EndGroupTurn, AskGroupQuestion,
            VoteGroupQuestion, UnvoteGroupQuestion, SettleGroupQuestion, AddNote, EditNote, MoveNote, RemoveNote,
            ReportBack, ShowGroup, RenewLink, Caption, AskToJoin, Join, LeavePerson, ReturnPerson, Clock> {};
extern template struct OneOf<AnyCommand>;

struct Command : OneOf<AnyCommand> {
  using OneOf::OneOf;
};

/// The last ones of the list are the room's own and never taken from a socket.
inline constexpr std::size_t room_commands = 7;

/// Who acts. No person stands behind displays and the room itself.
struct Actor {
  PersonId person;
  Roles roles;
  bool is_room = false;
};

/// What the room adds to a command: the moment, the actor and the names under which the actor votes.
struct Stamp {
  InstantMs at_ms = 0;
  Actor actor;
  Alias vote_alias;
  PollAliases poll_alias;
  std::vector<PersonId> away;  // here without a line, where the command asks for it
  std::string secret;          // random letters, for the names of rooms that nobody shall guess
  bool lifts_limits = false;   // `--command-rate 0`: no limit of pending questions a person
};

}  // namespace roundtable::core
