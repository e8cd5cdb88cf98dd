// Everything that a session is. The server holds the whole; a browser holds what `show` left of it for its viewer.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/admission.hpp"
#include "core/agenda.hpp"
#include "core/agenda_plan.hpp"
#include "core/announcements.hpp"
#include "core/breakout_places.hpp"
#include "core/breakout_wishes.hpp"
#include "core/breakouts.hpp"
#include "core/captions.hpp"
#include "core/chair.hpp"
#include "core/cues.hpp"
#include "core/display.hpp"
#include "core/extra_time.hpp"
#include "core/final_report.hpp"
#include "core/floor.hpp"
#include "core/floor_stage.hpp"
#include "core/guests.hpp"
#include "core/head_count.hpp"
#include "core/jottings.hpp"
#include "core/lineup.hpp"
#include "core/links.hpp"
#include "core/narrative.hpp"
#include "core/polls.hpp"
#include "core/polls_events.hpp"
#include "core/questions.hpp"
#include "core/rehearsal.hpp"
#include "core/report_back.hpp"
#include "core/roster.hpp"
#include "core/signals.hpp"
#include "core/staff_line.hpp"
#include "core/takeaways.hpp"
#include "core/typed_hand.hpp"
#include "core/undo.hpp"

namespace roundtable::core {

/// What the holder of a state may see in it.
enum class Scope : std::uint8_t { whole, staff, everyone };
template <>
struct Names<Scope> {
  static constexpr std::array<std::string_view, 3> all{"whole", "staff", "everyone"};
};

struct SessionFacts {
  std::string session;
  std::string code;
  SessionStatus status = SessionStatus::prepared;
  SessionPlan plan;  // phases, floor and questions as planned; what holds now stands in the features
  std::optional<InstantMs> closed_at_ms;
  PhaseId closed_in;                        // the phase that ran at the close
  std::optional<InstantMs> reopened_at_ms;  // when the close had stood too long to be taken back
  static constexpr auto fields() {
    using T = SessionFacts;
    return field_list(field("session", &T::session), field("code", &T::code), field("status", &T::status),
                      field("plan", &T::plan), field("closed_at_ms", &T::closed_at_ms),
                      field("closed_in", &T::closed_in), field("reopened_at_ms", &T::reopened_at_ms));
  }
  friend bool operator==(const SessionFacts&, const SessionFacts&) = default;
};

/// What one participant sees beside what their base sees. Empty in the whole state.
struct Mine {
  PersonId person;
  Roles roles;
  Profile profile;
  bool is_guest = false;                     // the name is not on screens
  std::map<QuestionId, Question> questions;  // own signed ones that everyone does not see; empty for staff
  std::set<QuestionId> votes;                // as cast: what was merged since keeps its own votes
  std::set<GroupQuestionId> group_votes;
  std::set<SignalKind> signals;
  std::vector<AnsweredSignal> answered_signals;  // a kind at most once, in the order of the kinds
  std::optional<Cue> cue;                        // the newest
  std::map<JotId, Jotting> jottings;
  std::map<PollId, PollChoice> ballots;  // of polls that are not sealed
  Words hand_text;                       // of the own hand that waits; empty for staff, who hold it with the hand
  std::optional<std::uint32_t> extra_time_percent;
  TopicRanking topic_choices;
  Boxed<Mine> before_rehearsal;
  static constexpr auto fields() {
    using T = Mine;
    return field_list(field("person", &T::person), field("roles", &T::roles), field("profile", &T::profile),
                      field("guest", &T::is_guest), field("questions", &T::questions), field("votes", &T::votes),
                      field("signals", &T::signals), field("answered_signals", &T::answered_signals),
                      field("cue", &T::cue), field("jottings", &T::jottings), field("ballots", &T::ballots),
                      field("hand_text", &T::hand_text), field("extra_time_percent", &T::extra_time_percent),
                      field("group_votes", &T::group_votes), field("topic_choices", &T::topic_choices),
                      field("before_rehearsal", &T::before_rehearsal));
  }
  friend bool operator==(const Mine&, const Mine&) = default;
};

/// The last id given of each kind. Server only: a viewer must not learn from them what it does not see.
struct Counters {
  std::uint32_t person = 0;
  std::uint32_t hand = 0;
  std::uint32_t turn = 0;
  std::uint32_t question = 0;
  std::uint32_t item = 0;
  std::uint32_t announcement = 0;
  std::uint32_t staff_message = 0;
  std::uint32_t jot = 0;
  std::uint32_t knock = 0;
  std::uint32_t poll = 0;
  std::uint32_t group = 0;
  std::uint32_t group_question = 0;
  std::uint32_t note = 0;
  static constexpr auto fields() {
    using T = Counters;
    return field_list(field("person", &T::person), field("hand", &T::hand), field("turn", &T::turn),
                      field("question", &T::question), field("item", &T::item), field("announcement", &T::announcement),
                      field("staff_message", &T::staff_message), field("jot", &T::jot), field("knock", &T::knock),
                      field("poll", &T::poll), field("group", &T::group), field("group_question", &T::group_question),
                      field("note", &T::note));
  }
  friend bool operator==(const Counters&, const Counters&) = default;
};

struct State {
  Scope scope = Scope::whole;
  SessionFacts session;
  Agenda agenda;
  Floor floor;
  Lineup lineup;
  Acts acts;  // staff only
  Roster roster;
  Questions questions;
  Polls polls;
  Takeaways takeaways;
  Signals signals;
  std::optional<Announcement> announcement;
  std::vector<CaptionLine> captions;     // the newest
  std::vector<StaffMessage> staff_line;  // staff only, like cues and chair; the newest
  std::map<PersonId, Cue> cues;          // the newest of each person
  std::optional<Chair> chair;
  std::map<JotId, Jotting> jottings;  // server only: a viewer's own are in `mine`
  std::vector<Narrative> narratives;  // staff only; in the order of their first words
  std::optional<FinalReport> final_report;
  Admission admission;
  Links links;  // server only
  Display display;
  std::optional<HeadCount> head_count;  // the newest
  Breakouts breakouts;
  OwnGroup group;                 // members who are not staff
  Boxed<State> before_rehearsal;  // there is one while a rehearsal goes on
  Mine mine;
  Counters counters;
  static constexpr auto fields() {
    using T = State;
    return field_list(
        field("scope", &T::scope), field("session", &T::session), field("agenda", &T::agenda),
        field("floor", &T::floor), field("lineup", &T::lineup), field("acts", &T::acts), field("roster", &T::roster),
        field("questions", &T::questions), field("polls", &T::polls), field("takeaways", &T::takeaways),
        field("signals", &T::signals), field("announcement", &T::announcement), field("captions", &T::captions),
        field("staff_line", &T::staff_line), field("cues", &T::cues), field("chair", &T::chair),
        field("jottings", &T::jottings), field("narratives", &T::narratives), field("final_report", &T::final_report),
        field("admission", &T::admission), field("links", &T::links), field("display", &T::display),
        field("head_count", &T::head_count), field("breakouts", &T::breakouts), field("group", &T::group),
        field("before_rehearsal", &T::before_rehearsal), field("mine", &T::mine), field("counters", &T::counters));
  }
  friend bool operator==(const State&, const State&) = default;
};

}  // namespace roundtable::core
