// How groups are made: what the session file says, what `breakout.plan` asks for, and the plan that waits until
// staff open it. The search itself is grouping.hpp; the room runs it off its thread and hands the groups in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/names.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"
#include "core/words.hpp"

namespace roundtable::core {

struct PlannedTopic {
  Words title;
  std::optional<std::uint32_t> capacity;  // places; absent: as many as come
  static constexpr auto fields() {
    return field_list(field<&PlannedTopic::title>("title"), field<&PlannedTopic::capacity>("capacity"));
  }
  friend bool operator==(const PlannedTopic&, const PlannedTopic&) = default;
};

/// A group's room in the call: a link of its own, or the name under which it is chosen inside the call.
struct GroupCall {
  std::string name;
  std::string url;
  bool empty() const { return name.empty() && url.empty(); }
  static constexpr auto fields() { return field_list(field<&GroupCall::name>("name"), field<&GroupCall::url>("url")); }
  friend bool operator==(const GroupCall&, const GroupCall&) = default;
};

struct WeightedAttribute {
  BreakoutAttribute by = BreakoutAttribute::stakeholder_group;
  std::int64_t weight = 10;
  static constexpr auto fields() {
    return field_list(field<&WeightedAttribute::by>("by"), field<&WeightedAttribute::weight>("weight"));
  }
  friend bool operator==(const WeightedAttribute&, const WeightedAttribute&) = default;
};

/// By what rules people are grouped; latecomers and the report of the balance go by the same.
struct BreakoutSettings {
  BreakoutMode mode = BreakoutMode::balanced;
  std::vector<WeightedAttribute> diversify;
  std::vector<BreakoutAttribute> cluster;
  std::vector<std::vector<PersonId>> together;
  std::vector<std::vector<PersonId>> apart;
  bool is_separate = false;  // onsite and online people share no group
  std::uint32_t seed = 0;
  static constexpr auto fields() {
    using T = BreakoutSettings;
    return field_list(field<&T::mode>("mode"), field<&T::diversify>("diversify"), field<&T::cluster>("cluster"),
                      field<&T::together>("together"), field<&T::apart>("apart"), field<&T::is_separate>("separate"),
                      field<&T::seed>("seed"));
  }
  friend bool operator==(const BreakoutSettings&, const BreakoutSettings&) = default;
};

/// What the session file prepares; `breakout.plan` takes from it what it does not say itself.
struct BreakoutPlan {
  std::uint32_t count = 0;    // of groups, or
  std::uint32_t size = 0;     // the most people in one
  DurationMs moving_ms = 0;   // to go there
  DurationMs planned_ms = 0;  // to talk
  DurationMs closing_ms = 0;  // to come back: the countdown
  DurationMs report_ms = 0;   // of all groups together
  std::uint32_t rounds = 1;
  BreakoutSettings settings;
  std::vector<PlannedTopic> topics;
  std::vector<std::uint32_t> tables;
  std::vector<GroupCall> calls;
  static constexpr auto fields() {
    using T = BreakoutPlan;
    return field_list(field<&T::count>("count"), field<&T::size>("size"), field<&T::moving_ms>("moving_ms"),
                      field<&T::planned_ms>("planned_ms"), field<&T::closing_ms>("closing_ms"),
                      field<&T::report_ms>("report_ms"), field<&T::rounds>("rounds"), field<&T::settings>("settings"),
                      field<&T::topics>("topics"), field<&T::tables>("tables"), field<&T::calls>("calls"));
  }
  friend bool operator==(const BreakoutPlan&, const BreakoutPlan&) = default;
};

/// A group of a plan that has not been opened, or is to be opened again for the next round.
struct DraftGroup {
  GroupId group;
  Words title;
  std::uint32_t table = 0;     // 0: none
  std::uint32_t capacity = 0;  // 0: as many as come
  PersonId host;               // stays in this group in every round
  GroupCall call;
  static constexpr auto fields() {
    using T = DraftGroup;
    return field_list(field<&T::group>("group"), field<&T::title>("title"), field<&T::table>("table"),
                      field<&T::capacity>("capacity"), field<&T::host>("host"), field<&T::call>("call"));
  }
  friend bool operator==(const DraftGroup&, const DraftGroup&) = default;
};

/// For each group of a round who is in it.
using GroupMembers = std::vector<std::vector<PersonId>>;

struct BreakoutDraft {
  BreakoutSettings settings;
  std::vector<DraftGroup> groups;
  std::vector<GroupMembers> rounds;  // those that were not opened yet; the next one first
  static constexpr auto fields() {
    using T = BreakoutDraft;
    return field_list(field<&T::settings>("settings"), field<&T::groups>("groups"), field<&T::rounds>("rounds"));
  }
  friend bool operator==(const BreakoutDraft&, const BreakoutDraft&) = default;
};

// Command. `groups` are finished groups; without them the room searches, and hands the rounds in.
struct PlanBreakouts {
  static constexpr std::string_view name = "breakout.plan";
  std::optional<std::uint32_t> count;
  std::optional<std::uint32_t> size;
  std::optional<std::vector<BreakoutAttribute>> diversify;
  std::vector<std::int64_t> weights;  // for each of `diversify`
  std::optional<std::vector<BreakoutAttribute>> cluster;
  std::vector<std::vector<PersonId>> together;
  std::vector<std::vector<PersonId>> apart;
  std::optional<std::uint32_t> seed;
  std::optional<std::uint32_t> rounds;
  std::optional<BreakoutMode> mode;
  std::optional<std::vector<PlannedTopic>> topics;
  std::vector<PersonId> hosts;
  std::optional<std::vector<std::uint32_t>> tables;
  std::optional<bool> is_separate;
  std::optional<GroupMembers> groups;
  std::vector<GroupMembers> later;  // rounds after the first
  static constexpr auto fields() {
    using T = PlanBreakouts;
    return field_list(field<&T::count>("count"), field<&T::size>("size"), field<&T::diversify>("diversify"),
                      field<&T::weights>("weights"), field<&T::cluster>("cluster"), field<&T::together>("together"),
                      field<&T::apart>("apart"), field<&T::seed>("seed"), field<&T::rounds>("rounds"),
                      field<&T::mode>("mode"), field<&T::topics>("topics"), field<&T::hosts>("hosts"),
                      field<&T::tables>("tables"), field<&T::is_separate>("separate"), field<&T::groups>("groups"),
                      field<&T::later>("later"));
  }
  friend bool operator==(const PlanBreakouts&, const PlanBreakouts&) = default;
};

// Event. Staff only: nobody is moved yet.
struct BreakoutsPlanned {
  static constexpr std::string_view name = "breakout.planned";
  static constexpr bool is_of_staff = true;
  BreakoutDraft draft;
  PersonId by;
  static constexpr auto fields() {
    return field_list(field<&BreakoutsPlanned::draft>("draft"), field<&BreakoutsPlanned::by>("by"));
  }
  friend bool operator==(const BreakoutsPlanned&, const BreakoutsPlanned&) = default;
};

/// Somebody may be put into a group: here, no staff, not one who stays in plenary.
bool is_placeable(const State& state, PersonId person);
/// All of them, in the order of their ids.
std::vector<PersonId> placeable_people(const State& state);

/// What a plan needs before anything is searched: people, counts, wishes.
struct PlanOutline {
  BreakoutSettings settings;
  std::vector<PersonId> people;
  std::size_t count = 0;
  std::uint32_t rounds = 1;
  std::vector<DraftGroup> groups;  // without ids and calls
  bool needs_search = false;
};
/// The outline with the file's plan where the command is silent. A refusal says what would be right.
std::optional<Refusal> outline_plan(const State& state, const PlanBreakouts& command, PlanOutline& outline);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const PlanBreakouts& command, const Stamp& stamp);
void apply(State& state, const BreakoutsPlanned& event, const Moment& moment);

}  // namespace roundtable::core
