// Breakout groups: what everyone holds of them, what only members and staff hold, and the rounds in which they are
// open. How they are planned: breakout_plan.hpp; who sits where: breakout_places.hpp; what happens inside one:
// group_*.hpp; how they report: report_back.hpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/breakout_plan.hpp"
#include "core/breakout_wishes.hpp"
#include "core/group_floor.hpp"
#include "core/group_help.hpp"
#include "core/group_notes.hpp"
#include "core/group_questions.hpp"
#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

/// As everyone sees a group. Ids say who goes where; to be put into a group is a public act, so names are known that
/// may be on screens.
struct BreakoutGroup {
  std::uint32_t number = 0;  // 1, 2, 3 in its set
  Words title;
  std::uint32_t table = 0;
  std::uint32_t capacity = 0;
  std::set<PersonId> members;
  DurationMs planned_ms = 0;  // from the opening
  GroupId merged_into;
  bool is_published = false;  // everyone sees its notes
  static constexpr auto fields() {
    using T = BreakoutGroup;
    return field_list(field<&T::number>("number"), field<&T::title>("title"), field<&T::table>("table"),
                      field<&T::capacity>("capacity"), field<&T::members>("members"),
                      field<&T::planned_ms>("planned_ms"), field<&T::merged_into>("merged_into"),
                      field<&T::is_published>("published"));
  }
  friend bool operator==(const BreakoutGroup&, const BreakoutGroup&) = default;
};

/// For members and staff.
struct GroupInside {
  GroupCall call;
  PersonId host;
  PersonId reporter;
  std::set<PersonId> listening;
  GroupFloor floor;
  std::map<GroupQuestionId, GroupQuestion> questions;
  GroupNotes notes;
  std::optional<HelpCall> help;
  std::vector<GroupBroadcast> broadcasts;  // the newest
  static constexpr auto fields() {
    using T = GroupInside;
    return field_list(field<&T::call>("call"), field<&T::host>("host"), field<&T::reporter>("reporter"),
                      field<&T::listening>("listening"), field<&T::floor>("floor"), field<&T::questions>("questions"),
                      field<&T::notes>("notes"), field<&T::help>("help"), field<&T::broadcasts>("broadcasts"));
  }
  friend bool operator==(const GroupInside&, const GroupInside&) = default;
};

struct BreakoutRun {
  BreakoutStatus status = BreakoutStatus::none;
  BreakoutMode mode = BreakoutMode::balanced;
  std::uint32_t round = 0;  // the one that is open, or was last
  std::uint32_t rounds = 0;
  std::vector<GroupId> order;  // of the set that is open, or was last
  std::set<PersonId> in_plenary;
  TopicOffer offer;
  InstantMs opened_at_ms = 0;
  std::optional<InstantMs> closing_since_ms;
  DurationMs closing_ms = 0;
  std::optional<InstantMs> closed_at_ms;
  std::optional<BreakoutDraft> draft;  // staff only, like all below
  BreakoutSettings settings;           // of the set that is open, or was last
  std::vector<GroupMembers> past;      // who sat with whom in the rounds before
  std::set<PersonId> ticks;            // moved in the call
  std::map<PersonId, TopicRanking> wishes;
  static constexpr auto fields() {
    using T = BreakoutRun;
    return field_list(field<&T::status>("status"), field<&T::mode>("mode"), field<&T::round>("round"),
                      field<&T::rounds>("rounds"), field<&T::order>("order"), field<&T::in_plenary>("in_plenary"),
                      field<&T::opened_at_ms>("opened_at_ms"), field<&T::closing_since_ms>("closing_since_ms"),
                      field<&T::closing_ms>("closing_ms"), field<&T::closed_at_ms>("closed_at_ms"),
                      field<&T::draft>("draft"), field<&T::settings>("settings"), field<&T::past>("past"),
                      field<&T::ticks>("ticks"), field<&T::offer>("offer"), field<&T::wishes>("wishes"));
  }
  friend bool operator==(const BreakoutRun&, const BreakoutRun&) = default;
};

struct Breakouts {
  std::map<GroupId, BreakoutGroup> groups;  // of all sets that were opened
  BreakoutRun run;
  std::map<GroupId, GroupInside> insides;   // staff
  std::map<GroupId, GroupNotes> published;  // everyone: staff hold them in the insides
  static constexpr auto fields() {
    using T = Breakouts;
    return field_list(field<&T::groups>("groups"), field<&T::run>("run"), field<&T::insides>("insides"),
                      field<&T::published>("published"));
  }
  friend bool operator==(const Breakouts&, const Breakouts&) = default;
};

/// A member as the others of the group see them, also one whom not everyone may see.
struct Companion {
  Profile profile;
  bool is_guest = false;
  static constexpr auto fields() {
    return field_list(field<&Companion::profile>("profile"), field<&Companion::is_guest>("guest"));
  }
  friend bool operator==(const Companion&, const Companion&) = default;
};

/// What a member who is not staff holds beside what everyone does. Empty in the whole state and for staff.
struct OwnGroup {
  GroupId group;
  GroupInside inside;
  std::map<PersonId, Companion> companions;
  static constexpr auto fields() {
    using T = OwnGroup;
    return field_list(field<&T::group>("group"), field<&T::inside>("inside"), field<&T::companions>("companions"));
  }
  friend bool operator==(const OwnGroup&, const OwnGroup&) = default;
};

// Commands.
/// Opens the plan that waits, or its next round.
struct OpenBreakouts {
  static constexpr std::string_view name = "breakout.open";
  std::optional<std::int64_t> seconds;  // absent: as the session file says
  static constexpr auto fields() { return field_list(field<&OpenBreakouts::seconds>("seconds")); }
  friend bool operator==(const OpenBreakouts&, const OpenBreakouts&) = default;
};

struct ExtendBreakouts {
  static constexpr std::string_view name = "breakout.extend";
  std::optional<GroupId> group;  // absent: all
  std::int64_t seconds = 0;      // may be negative: shorten
  static constexpr auto fields() {
    return field_list(field<&ExtendBreakouts::group>("group"), field<&ExtendBreakouts::seconds>("seconds"));
  }
  friend bool operator==(const ExtendBreakouts&, const ExtendBreakouts&) = default;
};

struct CloseBreakouts {
  static constexpr std::string_view name = "breakout.close";
  std::int64_t seconds = 0;  // the countdown
  static constexpr auto fields() { return field_list(field<&CloseBreakouts::seconds>("seconds")); }
  friend bool operator==(const CloseBreakouts&, const CloseBreakouts&) = default;
};

/// Takes a close back, during the countdown and after it.
struct ReopenBreakouts {
  static constexpr std::string_view name = "breakout.reopen";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const ReopenBreakouts&, const ReopenBreakouts&) = default;
};

// Events.
struct OpenedGroup {
  GroupId group;
  std::uint32_t number = 0;
  Words title;
  std::uint32_t table = 0;
  std::uint32_t capacity = 0;
  std::vector<PersonId> members;
  PersonId host;   // members and staff
  GroupCall call;  // members and staff
  static constexpr auto fields() {
    using T = OpenedGroup;
    return field_list(field<&T::group>("group"), field<&T::number>("number"), field<&T::title>("title"),
                      field<&T::table>("table"), field<&T::capacity>("capacity"), field<&T::members>("members"),
                      field<&T::host>("host"), field<&T::call>("call"));
  }
  friend bool operator==(const OpenedGroup&, const OpenedGroup&) = default;
};

struct BreakoutsOpened {
  static constexpr std::string_view name = "breakout.opened";
  BreakoutMode mode = BreakoutMode::balanced;
  std::uint32_t round = 0;
  std::uint32_t rounds = 0;
  DurationMs planned_ms = 0;
  std::vector<OpenedGroup> groups;
  std::vector<PersonId> introduces;  // whose first public act it is: the wall says who goes where
  static constexpr auto fields() {
    using T = BreakoutsOpened;
    return field_list(field<&T::mode>("mode"), field<&T::round>("round"), field<&T::rounds>("rounds"),
                      field<&T::planned_ms>("planned_ms"), field<&T::groups>("groups"),
                      field<&T::introduces>("introduces"));
  }
  friend bool operator==(const BreakoutsOpened&, const BreakoutsOpened&) = default;
};

struct GroupTime {
  GroupId group;
  DurationMs planned_ms = 0;  // from the opening
  static constexpr auto fields() {
    return field_list(field<&GroupTime::group>("group"), field<&GroupTime::planned_ms>("planned_ms"));
  }
  friend bool operator==(const GroupTime&, const GroupTime&) = default;
};

struct BreakoutsExtended {
  static constexpr std::string_view name = "breakout.extended";
  DurationMs by_ms = 0;
  std::vector<GroupTime> groups;  // after it; none during a countdown
  DurationMs closing_ms = 0;      // the countdown after it; 0: none is on
  static constexpr auto fields() {
    using T = BreakoutsExtended;
    return field_list(field<&T::by_ms>("by_ms"), field<&T::groups>("groups"), field<&T::closing_ms>("closing_ms"));
  }
  friend bool operator==(const BreakoutsExtended&, const BreakoutsExtended&) = default;
};

struct BreakoutsClosing {
  static constexpr std::string_view name = "breakout.closing";
  DurationMs closing_ms = 0;
  static constexpr auto fields() { return field_list(field<&BreakoutsClosing::closing_ms>("closing_ms")); }
  friend bool operator==(const BreakoutsClosing&, const BreakoutsClosing&) = default;
};

struct BreakoutsClosed {
  static constexpr std::string_view name = "breakout.closed";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const BreakoutsClosed&, const BreakoutsClosed&) = default;
};

struct BreakoutsReopened {
  static constexpr std::string_view name = "breakout.reopened";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const BreakoutsReopened&, const BreakoutsReopened&) = default;
};

/// Groups work, also during the countdown.
bool are_open(const Breakouts& breakouts);
/// The group of the newest set that a person is in; none.
GroupId group_of(const Breakouts& breakouts, PersonId person);
/// Of the newest set, and not merged into another.
const BreakoutGroup* group_at_work(const Breakouts& breakouts, GroupId group);
/// What this state holds of the inside of a group; nothing for others than members and staff.
const GroupInside* inside_of(const State& state, GroupId group);
GroupInside* inside_of(State& state, GroupId group);
/// A member as the other members see them.
Companion companion_of(const Profile& profile, bool is_guest);
/// A member's words or name changed.
void update_companion(State& state, PersonId person, const Profile& profile, bool is_guest);
/// When the countdown is over.
std::optional<InstantMs> closes_at_ms(const BreakoutRun& run);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const OpenBreakouts& command, const Stamp& stamp);
Decision decide(const State& state, const ExtendBreakouts& command, const Stamp& stamp);
Decision decide(const State& state, const CloseBreakouts& command, const Stamp& stamp);
Decision decide(const State& state, const ReopenBreakouts& command, const Stamp& stamp);
void apply(State& state, const BreakoutsOpened& event, const Moment& moment);
void apply(State& state, const BreakoutsExtended& event, const Moment& moment);
void apply(State& state, const BreakoutsClosing& event, const Moment& moment);
void apply(State& state, const BreakoutsClosed& event, const Moment& moment);
void apply(State& state, const BreakoutsReopened& event, const Moment& moment);

}  // namespace roundtable::core
