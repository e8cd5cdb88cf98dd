// What a report says, as plain data: taken from the state once, then written in any format.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/small_groups.hpp"
#include "core/state.hpp"

namespace roundtable::report {

struct ReportOptions {
  bool for_staff = false;  // the internal version: drafts (marked), questions that were not approved, reasons
  core::InstantMs generated_at_ms = 0;
  std::string last_hash;                // of the journal; empty where there is none
  std::optional<core::InReport> names;  // absent: as the session file says, in the internal version all by name
  bool is_from_a_browser = false;       // made of what a browser held, without the server
  std::optional<std::map<core::QuestionId, std::uint32_t>> votes;  // where the state holds no voters
};

struct ReportPerson {
  std::string name;
  std::string affiliation;
  core::StakeholderGroup stakeholder_group = core::StakeholderGroup::not_stated;
  core::RegionalGroup regional_group = core::RegionalGroup::not_stated;
  core::Roles roles;
};

struct ReportPhase {
  std::string title;
  core::PhaseKind kind = core::PhaseKind::discussion;
  core::DurationMs original_ms = 0;  // as the session file had it
  core::DurationMs planned_ms = 0;   // after extensions and fitting
  core::DurationMs actual_ms = 0;
  std::optional<core::InstantMs> started_at_ms;
};

struct ReportEvidence {
  std::optional<core::QuestionId> question;
  std::optional<core::TurnId> turn;
  std::optional<core::JotId> jot;  // a note: its text is its author's
  std::optional<core::PollId> poll;
  std::optional<core::GroupId> group;  // a breakout group: `person` is how it is called
  std::optional<core::NoteId> note;    // one of its points
  std::string text;                    // the question's, the poll's, or what was read aloud
  std::string person;
  core::InstantMs at_ms = 0;
};

/// A field of the rapporteur's own words.
struct ReportNarrative {
  core::NarrativePart part = core::NarrativePart::discussion;
  std::optional<core::TalkId> talk;
  std::string person;  // who gave the talk
  std::string phase;   // in which it stood
  std::string text;
};

struct ReportItem {
  core::TakeawayKind kind = core::TakeawayKind::takeaway;
  std::string title;
  std::string body;
  bool is_draft = false;
  std::vector<ReportEvidence> evidence;
};

struct ReportWording {
  core::QuestionId question;
  std::string text;
  std::string author;  // empty when anonymous or unknown
  bool is_anonymous = false;
};

enum class QuestionOutcome : std::uint8_t { answered_live, answered_in_writing, dismissed, unanswered };

struct ReportQuestion {
  ReportWording wording;
  std::vector<ReportWording> merged;
  std::int64_t votes = 0;  // of distinct people
  QuestionOutcome outcome = QuestionOutcome::unanswered;
  std::string answer;
};

struct ReportPollBreakdown {
  core::Attribute attribute = core::Attribute::stakeholder_group;
  std::vector<core::PollRow> rows;
  std::optional<core::PollAgreement> agreement;
  std::uint32_t supporters = 0;  // of what the agreement is about, among all who voted
};

struct ReportPoll {
  core::PollId poll;
  core::PollKind kind = core::PollKind::temperature;
  std::string title;
  std::vector<std::string> choices;
  bool is_published = false;
  std::vector<std::uint32_t> hands;  // of the room
  core::PollResults results;         // its breakdowns stand beside it
  std::vector<ReportPollBreakdown> breakdowns;
};

/// A question that everyone never saw; for staff.
struct HeldBackQuestion {
  ReportWording wording;
  core::QuestionStatus status = core::QuestionStatus::pending;
  std::string reason;
};

/// What the IGF asks of its online moderators, and the like for the room. A merged question counts as forwarded.
struct QuestionCounts {
  std::int64_t asked = 0;
  std::int64_t forwarded = 0;
  std::int64_t answered_live = 0;
  std::int64_t answered_in_writing = 0;
  std::int64_t dismissed = 0;
  std::int64_t unanswered = 0;
  std::int64_t rejected = 0;
  std::int64_t withdrawn = 0;
  std::int64_t pending = 0;
  std::int64_t anonymous = 0;
  std::int64_t merged = 0;
};

struct PeopleBreakdown {
  core::Attribute attribute = core::Attribute::modality;
  std::vector<core::FoldedRow> rows;  // empty: too few people to tell
};

struct Participation {
  std::int64_t people = 0;
  std::optional<std::int64_t> counted;         // by staff, in the room and in the call
  std::optional<std::int64_t> without_device;  // where neither they nor the others are few
  std::array<PeopleBreakdown, core::attribute_count> by;
};

struct FloorRow {
  std::size_t group = 0;
  std::int64_t turns = 0;
  core::DurationMs spoken_ms = 0;
};

struct FloorBreakdown {
  core::Attribute attribute = core::Attribute::modality;
  std::vector<FloorRow> rows;  // groups that had the floor
};

struct FloorTalk {
  std::string person;
  std::int64_t turns = 0;
  core::DurationMs spoken_ms = 0;
};

struct FloorOverride {
  std::string person;
  core::InstantMs at_ms = 0;
  std::string reason;  // for staff
};

struct FloorReport {
  std::int64_t open_turns = 0;
  std::int64_t first_turns = 0;  // of people who had not spoken from the queue before
  std::int64_t open_speakers = 0;
  std::int64_t read_aloud = 0;  // typed by their people, read by staff
  core::DurationMs open_ms = 0;
  std::array<FloorBreakdown, core::attribute_count> by;
  std::vector<FloorTalk> talks;  // turns that charge no group
  std::int64_t overrides = 0;
  std::vector<FloorOverride> override_list;  // for staff
};

struct ReportNote {
  std::string text;
  std::optional<core::NoteMark> mark;
};

/// A breakout group. Its points are everyone's once it reported; staff have all.
struct ReportGroup {
  std::uint32_t number = 0;
  std::string title;
  std::int64_t people = 0;
  std::vector<core::FoldedRow> by_stakeholder_group;
  std::vector<std::string> names;  // for staff
  std::string reporter;
  bool is_published = false;
  std::vector<ReportNote> notes;
};

struct ReportModel {
  std::string session;
  core::SessionStatus status = core::SessionStatus::prepared;
  core::SessionPlan plan;
  std::optional<core::InstantMs> started_at_ms;
  std::optional<core::InstantMs> closed_at_ms;
  std::optional<core::InstantMs> final_at_ms;  // absent: a draft
  bool for_staff = false;
  core::InReport names = core::InReport::name;
  bool is_from_a_browser = false;
  core::InstantMs generated_at_ms = 0;
  std::string last_hash;
  std::vector<ReportPerson> people;  // with a part of their own: speakers, moderators, rapporteurs
  std::vector<ReportPhase> phases;
  std::vector<ReportItem> items;  // in the rapporteur's order
  std::vector<ReportNarrative> narratives;
  std::vector<ReportGroup> groups;
  std::vector<ReportQuestion> questions;  // most votes first
  std::vector<HeldBackQuestion> held_back;
  std::vector<ReportPoll> polls;  // published ones; for staff all that were closed
  QuestionCounts question_counts;
  Participation participation;
  FloorReport floor;
};

ReportModel build_report(const core::State& state, const ReportOptions& options);

}  // namespace roundtable::report
