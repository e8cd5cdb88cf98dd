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
    return field_list(field<&T::session>("session"), field<&T::code>("code"), field<&T::status>("status"),
                      field<&T::plan>("plan"), field<&T::closed_at_ms>("closed_at_ms"),
                      field<&T::closed_in>("closed_in"), field<&T::reopened_at_ms>("reopened_at_ms"));
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
    return field_list(field<&T::person>("person"), field<&T::roles>("roles"), field<&T::profile>("profile"),
                      field<&T::is_guest>("guest"), field<&T::questions>("questions"), field<&T::votes>("votes"),
                      field<&T::signals>("signals"), field<&T::answered_signals>("answered_signals"),
                      field<&T::cue>("cue"), field<&T::jottings>("jottings"), field<&T::ballots>("ballots"),
                      field<&T::hand_text>("hand_text"), field<&T::extra_time_percent>("extra_time_percent"),
                      field<&T::group_votes>("group_votes"), field<&T::topic_choices>("topic_choices"),
                      field<&T::before_rehearsal>("before_rehearsal"));
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
    return field_list(field<&T::person>("person"), field<&T::hand>("hand"), field<&T::turn>("turn"),
                      field<&T::question>("question"), field<&T::item>("item"), field<&T::announcement>("announcement"),
                      field<&T::staff_message>("staff_message"), field<&T::jot>("jot"), field<&T::knock>("knock"),
                      field<&T::poll>("poll"), field<&T::group>("group"), field<&T::group_question>("group_question"),
                      field<&T::note>("note"));
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
        field<&T::scope>("scope"), field<&T::session>("session"), field<&T::agenda>("agenda"),
        field<&T::floor>("floor"), field<&T::lineup>("lineup"), field<&T::acts>("acts"), field<&T::roster>("roster"),
        field<&T::questions>("questions"), field<&T::polls>("polls"), field<&T::takeaways>("takeaways"),
        field<&T::signals>("signals"), field<&T::announcement>("announcement"), field<&T::captions>("captions"),
        field<&T::staff_line>("staff_line"), field<&T::cues>("cues"), field<&T::chair>("chair"),
        field<&T::jottings>("jottings"), field<&T::narratives>("narratives"), field<&T::final_report>("final_report"),
        field<&T::admission>("admission"), field<&T::links>("links"), field<&T::display>("display"),
        field<&T::head_count>("head_count"), field<&T::breakouts>("breakouts"), field<&T::group>("group"),
        field<&T::before_rehearsal>("before_rehearsal"), field<&T::mine>("mine"), field<&T::counters>("counters"));
  }
  // Compiled once, in state.cpp: inline they made up most of what every file that holds one compiles to.
  State();
  State(const State&);
  State(State&&) noexcept;
  State& operator=(const State&);
  State& operator=(State&&) noexcept;
  ~State();
  friend bool operator==(const State&, const State&) = default;
};

}  // namespace roundtable::core
