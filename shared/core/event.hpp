// Facts: what happened, with the results inside. A released type keeps its meaning; a change is a new type.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/one_of.hpp"
#include "core/state.hpp"

namespace roundtable::core {

/// The first event that makes a session exist; the people of the file are listed before it.
struct SessionCreated {
  static constexpr std::string_view name = "session.created";
  static constexpr bool is_of_staff = true;
  std::string session;
  std::string code;
  SessionPlan plan;
  static constexpr auto fields() {
    using T = SessionCreated;
    return field_list(field<&T::session>("session"), field<&T::code>("code"), field<&T::plan>("plan"));
  }
  friend bool operator==(const SessionCreated&, const SessionCreated&) = default;
};

struct AnyEvent
    : Types<SessionCreated, SessionClosed, PersonListed, PersonJoined, PersonAdded, PersonUpdated, PersonRemoved,
            PersonLeft, PersonReturned, PhaseStarted, PhaseEnded, PhaseExtended, PhasePaused, PhaseResumed,
            AgendaFitted, HandRaised, HandLowered, HandAccepted, QueueHeld, FloorGiven, FloorExtended, FloorEnded,
            QuestionAsked, QuestionEdited, QuestionWithdrawn, QuestionApproved, QuestionRejected, QuestionMerged,
            QuestionUnmerged, QuestionVoted, QuestionUnvoted, QuestionShown, QuestionAnswered, QuestionDismissed,
            TakeawayDrafted, TakeawayEdited, TakeawaysOrdered, TakeawayLinked, TakeawayUnlinked, TakeawayPublished,
            TakeawayHidden, TakeawayRemoved, SignalSent, SignalCleared, Announced, Captioned, TalkEnded, TalkMarkedAway,
            TalkMarkedBack, TalksOrdered, TalkAdded, TalkDropped, FloorModeSet, TurnLengthSet, PolicySet, TurnPaused,
            TurnResumed, FloorUnspoken, HandMarkedAway, HandMarkedBack, HandTextSet, ExtraTimeSet, Undone,
            FloorRestored, PhaseRestored, QuestionRestored, SessionReopened, StaffSaid, CueSent, SignalAnswered,
            ChairTaken, Jotted, JottingEdited, JottingRemoved, ReportFinished, ReportReopened, PersonPassed,
            PersonHidden, JoinsSet, PersonKnocked, PersonAdmitted, PersonTurnedAway, DisplayBlanked, HeadsCounted,
            NarrativeWritten, PersonMerged, PersonUnmerged, LinkRenewed, RehearsalStarted, RehearsalEnded, PhaseAdded,
            PhaseDropped, PhasesOrdered, TakeawayShown, AnnouncementShown, PhasePutBack, PollCreated, PollEdited,
            PollDropped, PollOpened, PollVoted, PollUnvoted, PollClosed, PollReopened, PollSealed, PollPublished,
            PollUnpublished, PollShown, PollHandsCounted, PollWordsPassed, BreakoutsPlanned, PlanChanged,
            BreakoutsOpened, BreakoutsExtended, BreakoutsClosing, BreakoutsClosed, BreakoutsReopened, PersonMoved,
            ListeningSet, MoveTicked, GroupsMerged, GroupsTold, ModeratorCalled, CallAnswered, GroupRoleTaken,
            GroupCallSet, GroupHandRaised, GroupHandLowered, GroupFloorGiven, GroupFloorEnded, GroupQuestionAsked,
            GroupQuestionVoted, GroupQuestionSettled, NoteAdded, NoteEdited, NotesOrdered, NoteRemoved, GroupPublished,
            GroupShown, TopicsOffered, TopicsRanked> {};
extern template struct OneOf<AnyEvent>;

struct EventData : OneOf<AnyEvent> {
  using OneOf::OneOf;
};

/// The server or staff alone know of it: no form of it goes to anyone else.
template <class Data>
concept OfStaff = requires {
  requires Data::is_of_staff;
};

/// What a viewer may see from this event on, as it is after the event.
struct Reveal {
  std::map<PersonId, Person> people;
  std::map<QuestionId, Question> questions;
  std::map<ItemId, Takeaway> items;
  std::map<PollId, Poll> polls;
  std::optional<OwnGroup> group;  // the whole inside of the group that the viewer is in now
  std::map<PersonId, Companion> companions;
  std::map<GroupId, GroupNotes> notes;  // of groups whose points everyone sees
  static constexpr auto fields() {
    using T = Reveal;
    return field_list(field<&T::people>("people"), field<&T::questions>("questions"), field<&T::items>("items"),
                      field<&T::polls>("polls"), field<&T::group>("group"), field<&T::companions>("companions"),
                      field<&T::notes>("notes"));
  }
  bool empty() const {
    return people.empty() && questions.empty() && items.empty() && polls.empty() && !group && companions.empty() &&
           notes.empty();
  }
  friend bool operator==(const Reveal&, const Reveal&) = default;
};

/// What a viewer must not see any more.
struct Forget {
  std::vector<ItemId> items;
  bool is_group_left = false;  // the inside of the group that the viewer was in
  static constexpr auto fields() {
    return field_list(field<&Forget::items>("items"), field<&Forget::is_group_left>("group"));
  }
  bool empty() const { return items.empty() && !is_group_left; }
  friend bool operator==(const Forget&, const Forget&) = default;
};

/// An event as it happened, or the form of it that one kind of viewer gets (`reveal` and `forget` occur in forms only).
struct Event {
  std::uint32_t seq = 0;
  InstantMs at_ms = 0;
  EventData data;
  Reveal reveal;
  Forget forget;
  // Compiled once, in event.cpp: inline they made up most of what every file that holds one compiles to.
  Event();
  Event(const Event&);
  Event(Event&&) noexcept;
  Event& operator=(const Event&);
  Event& operator=(Event&&) noexcept;
  ~Event();
  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace roundtable::core
