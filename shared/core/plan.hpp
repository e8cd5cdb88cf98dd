// What a session file says, checked and in the core's own terms. The event `session.created` carries it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/breakout_plan.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/limits.hpp"
#include "core/names.hpp"
#include "core/roles.hpp"
#include "core/time.hpp"
#include "core/words.hpp"

namespace roundtable::core {

/// What a person says of themself; each but the name may be absent, and is then "not stated".
struct Profile {
  Words name;
  Words affiliation;
  StakeholderGroup stakeholder_group = StakeholderGroup::not_stated;
  RegionalGroup regional_group = RegionalGroup::not_stated;
  Modality modality = Modality::not_stated;
  std::vector<std::string> languages;
  Words call_name;                    // the name used in the video call: staff only
  Words said_as;                      // how to say the name: for whoever calls, interprets or captions it
  Words gender;                       // only ever counted: the person alone sees it
  Words seat;                         // table or row in the room: staff only
  std::optional<InReport> in_report;  // the person's own choice: staff only; absent in a change: as it was

  Groups groups() const { return {stakeholder_group, regional_group, modality}; }
  static constexpr auto fields() {
    using T = Profile;
    return field_list(field<&T::name>("name"), field<&T::affiliation>("affiliation"),
                      field<&T::stakeholder_group>("stakeholder_group"), field<&T::regional_group>("regional_group"),
                      field<&T::modality>("modality"), field<&T::languages>("languages"),
                      field<&T::call_name>("call_name"), field<&T::said_as>("said_as"), field<&T::gender>("gender"),
                      field<&T::seat>("seat"),

                      field<&T::in_report>("in_report"));
  }
  friend bool operator==(const Profile&, const Profile&) = default;
};

struct MediaLink {
  std::string kind;  // "call", "stream", "document", ...: free text, shown as given
  std::string label;
  std::string url;
  static constexpr auto fields() {
    using T = MediaLink;
    return field_list(field<&T::kind>("kind"), field<&T::label>("label"), field<&T::url>("url"));
  }
  friend bool operator==(const MediaLink&, const MediaLink&) = default;
};

struct PlannedSpeaker {
  PersonId person;
  DurationMs planned_ms = 0;
  static constexpr auto fields() {
    using T = PlannedSpeaker;
    return field_list(field<&T::person>("person"), field<&T::planned_ms>("planned_ms"));
  }
  friend bool operator==(const PlannedSpeaker&, const PlannedSpeaker&) = default;
};

struct PlannedPhase {
  std::string title;
  PhaseKind kind = PhaseKind::discussion;
  DurationMs planned_ms = 0;
  DurationMs min_ms = 0;
  bool is_protected = false;
  FloorMode floor = FloorMode::open;
  std::vector<PlannedSpeaker> speakers;
  static constexpr auto fields() {
    using T = PlannedPhase;
    return field_list(field<&T::title>("title"), field<&T::kind>("kind"), field<&T::planned_ms>("planned_ms"),
                      field<&T::min_ms>("min_ms"), field<&T::is_protected>("protected"), field<&T::floor>("floor"),
                      field<&T::speakers>("speakers"));
  }
  friend bool operator==(const PlannedPhase&, const PlannedPhase&) = default;
};

struct FloorRule {
  Rule rule = Rule::arrival;
  std::optional<Attribute> by;
  DurationMs tolerance_ms = 0;
  Weight weight = Weight::equal;
  static constexpr auto fields() {
    using T = FloorRule;
    return field_list(field<&T::rule>("rule"), field<&T::by>("by"), field<&T::tolerance_ms>("tolerance_ms"),
                      field<&T::weight>("weight"));
  }
  friend bool operator==(const FloorRule&, const FloorRule&) = default;
};

struct FloorPolicy {
  std::string name = "new_voices";  // a preset, or "own" for rules written out
  std::vector<FloorRule> rules;
  DurationMs turn_ms = limits::turn_default_ms;
  std::uint32_t overtaken_at_most = limits::overtaken_at_most_default;
  std::vector<HandKind> kinds;  // beside interventions and technical hands: those that the file asks for
  static constexpr auto fields() {
    using T = FloorPolicy;
    return field_list(field<&T::name>("policy"), field<&T::rules>("rules"), field<&T::turn_ms>("turn_ms"),
                      field<&T::overtaken_at_most>("overtaken_at_most"), field<&T::kinds>("kinds"));
  }
  friend bool operator==(const FloorPolicy&, const FloorPolicy&) = default;
};

struct QuestionsPlan {
  bool is_moderated = true;
  bool allows_anonymous = true;
  static constexpr auto fields() {
    using T = QuestionsPlan;
    return field_list(field<&T::is_moderated>("moderated"), field<&T::allows_anonymous>("anonymous_allowed"));
  }
  friend bool operator==(const QuestionsPlan&, const QuestionsPlan&) = default;
};

/// Soft limits: the desk warns, nothing is refused. Defaults are the real IGF 2025 report's 3 + 3.
struct ReportPreset {
  std::uint32_t takeaways = 3;
  std::uint32_t calls_to_action = 3;
  std::uint32_t title_characters = 80;
  std::uint32_t body_characters = 600;
  // The narrative of the IGF's longer form: a sentence an issue, a paragraph a talk, three for each of the others.
  std::uint32_t key_issues_characters = 900;
  std::uint32_t talk_characters = 700;
  std::uint32_t discussion_characters = 2'100;
  std::uint32_t way_forward_characters = 2'100;
  InReport names = InReport::name;  // of those who spoke or asked, in the public report
  static constexpr auto fields() {
    using T = ReportPreset;
    return field_list(field<&T::takeaways>("takeaways"), field<&T::calls_to_action>("calls_to_action"),
                      field<&T::title_characters>("title_characters"), field<&T::body_characters>("body_characters"),
                      field<&T::key_issues_characters>("key_issues_characters"),
                      field<&T::talk_characters>("talk_characters"),
                      field<&T::discussion_characters>("discussion_characters"),
                      field<&T::way_forward_characters>("way_forward_characters"), field<&T::names>("names"));
  }
  friend bool operator==(const ReportPreset&, const ReportPreset&) = default;
};

/// A poll that waits from the start; staff open it.
struct PlannedPoll {
  PollKind kind = PollKind::temperature;
  std::string title;
  std::vector<std::string> choices;
  std::uint32_t dots = 0;
  bool is_live = false;
  static constexpr auto fields() {
    using T = PlannedPoll;
    return field_list(field<&T::kind>("kind"), field<&T::title>("title"), field<&T::choices>("choices"),
                      field<&T::dots>("dots"), field<&T::is_live>("live"));
  }
  friend bool operator==(const PlannedPoll&, const PlannedPoll&) = default;
};

struct SessionPlan {
  std::string title;
  std::string description;
  std::string format;
  InstantMs starts_at_ms = 0;
  std::int32_t utc_offset_min = 0;
  DurationMs duration_ms = 0;
  std::vector<std::string> languages;
  std::vector<MediaLink> media;
  std::vector<std::string> policy_questions;
  std::vector<std::string> sdg_targets;
  std::vector<std::string> expected_outcomes;
  std::vector<PlannedPhase> phases;
  FloorPolicy floor;
  QuestionsPlan questions;
  ReportPreset report;
  JoinsMode joins = JoinsMode::open;
  std::vector<PlannedPoll> polls;  // empty in a state: there they are polls
  std::optional<BreakoutPlan> breakouts;
  static constexpr auto fields() {
    using T = SessionPlan;
    return field_list(field<&T::title>("title"), field<&T::description>("description"), field<&T::format>("format"),
                      field<&T::starts_at_ms>("starts_at_ms"), field<&T::utc_offset_min>("utc_offset_min"),
                      field<&T::duration_ms>("duration_ms"), field<&T::languages>("languages"),
                      field<&T::media>("media"), field<&T::policy_questions>("policy_questions"),
                      field<&T::sdg_targets>("sdg_targets"), field<&T::expected_outcomes>("expected_outcomes"),
                      field<&T::phases>("phases"), field<&T::floor>("floor"), field<&T::questions>("questions"),
                      field<&T::report>("report"), field<&T::joins>("joins"), field<&T::polls>("polls"),
                      field<&T::breakouts>("breakouts"));
  }
  // Compiled once, in plan.cpp: inline they made up most of what every file that holds one compiles to.
  SessionPlan();
  SessionPlan(const SessionPlan&);
  SessionPlan(SessionPlan&&) noexcept;
  SessionPlan& operator=(const SessionPlan&);
  SessionPlan& operator=(SessionPlan&&) noexcept;
  ~SessionPlan();
  friend bool operator==(const SessionPlan&, const SessionPlan&) = default;
};

/// A named person of the file. Person n of the list gets id n, before anyone else joins.
struct PlannedPerson {
  Profile profile;
  Roles roles;
  std::uint32_t extra_time_percent = 0;  // on top of the turn length; 0: none
  static constexpr auto fields() {
    using T = PlannedPerson;
    return field_list(field<&T::profile>("profile"), field<&T::roles>("roles"),
                      field<&T::extra_time_percent>("extra_time_percent"));
  }
  friend bool operator==(const PlannedPerson&, const PlannedPerson&) = default;
};

struct SessionFile {
  SessionPlan plan;
  std::vector<PlannedPerson> people;
};

}  // namespace roundtable::core
