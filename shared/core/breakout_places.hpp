// Who sits in which group: moves, choices, latecomers, groups that merge, and the ticks of the online moderator.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

// Commands.
/// In open groups, or in the plan that waits.
struct MoveToGroup {
  static constexpr std::string_view name = "breakout.move";
  PersonId person;
  std::optional<GroupId> group;  // absent or null: into the plenary
  static constexpr auto fields() {
    return field_list(field<&MoveToGroup::person>("person"), field<&MoveToGroup::group>("group"));
  }
  friend bool operator==(const MoveToGroup&, const MoveToGroup&) = default;
};

/// One's own place: a group where people choose, the plenary, or wherever one fits best.
struct ChooseGroup {
  static constexpr std::string_view name = "breakout.choose";
  std::optional<GroupId> group;
  bool is_anywhere = false;
  static constexpr auto fields() {
    return field_list(field<&ChooseGroup::group>("group"), field<&ChooseGroup::is_anywhere>("anywhere"));
  }
  friend bool operator==(const ChooseGroup&, const ChooseGroup&) = default;
};

struct ListenOnly {
  static constexpr std::string_view name = "breakout.listen";
  bool is_on = false;
  static constexpr auto fields() { return field_list(field<&ListenOnly::is_on>("on")); }
  friend bool operator==(const ListenOnly&, const ListenOnly&) = default;
};

struct TickMoved {
  static constexpr std::string_view name = "breakout.tick";
  PersonId person;
  bool is_on = false;
  static constexpr auto fields() {
    return field_list(field<&TickMoved::person>("person"), field<&TickMoved::is_on>("on"));
  }
  friend bool operator==(const TickMoved&, const TickMoved&) = default;
};

struct MergeGroups {
  static constexpr std::string_view name = "breakout.merge_groups";
  GroupId group;
  GroupId into;
  static constexpr auto fields() {
    return field_list(field<&MergeGroups::group>("group"), field<&MergeGroups::into>("into"));
  }
  friend bool operator==(const MergeGroups&, const MergeGroups&) = default;
};

struct GroupMove {
  PersonId person;
  GroupId group;
  static constexpr auto fields() {
    return field_list(field<&GroupMove::person>("person"), field<&GroupMove::group>("group"));
  }
  friend bool operator==(const GroupMove&, const GroupMove&) = default;
};

/// Better places by as few moves as can be. `moves` were found and looked at; without them the room searches.
struct RebalanceGroups {
  static constexpr std::string_view name = "breakout.rebalance";
  std::optional<std::vector<GroupMove>> moves;
  static constexpr auto fields() { return field_list(field<&RebalanceGroups::moves>("moves")); }
  friend bool operator==(const RebalanceGroups&, const RebalanceGroups&) = default;
};

// Events.
struct PlanChanged {
  static constexpr std::string_view name = "breakout.plan_changed";
  static constexpr bool is_of_staff = true;
  PersonId person;
  GroupId group;  // none: in no group
  static constexpr auto fields() {
    return field_list(field<&PlanChanged::person>("person"), field<&PlanChanged::group>("group"));
  }
  friend bool operator==(const PlanChanged&, const PlanChanged&) = default;
};

struct PersonMoved {
  static constexpr std::string_view name = "breakout.moved";
  PersonId person;
  GroupId group;               // none: in no group
  bool is_in_plenary = false;  // and stays there
  bool is_listening = false;   // members of the group and staff
  bool is_late = false;        // placed by the rules; staff only, like `by`
  PersonId by;
  PersonId introduces;  // the person, when put into a group is their first public act
  static constexpr auto fields() {
    using T = PersonMoved;
    return field_list(field<&T::person>("person"), field<&T::group>("group"), field<&T::is_in_plenary>("in_plenary"),
                      field<&T::is_listening>("listening"), field<&T::is_late>("late"), field<&T::by>("by"),
                      field<&T::introduces>("introduces"));
  }
  friend bool operator==(const PersonMoved&, const PersonMoved&) = default;
};

struct ListeningSet {
  static constexpr std::string_view name = "breakout.listening_set";
  static constexpr bool is_of_group = true;
  GroupId group;
  PersonId person;
  bool is_on = false;
  static constexpr auto fields() {
    using T = ListeningSet;
    return field_list(field<&T::group>("group"), field<&T::person>("person"), field<&T::is_on>("on"));
  }
  friend bool operator==(const ListeningSet&, const ListeningSet&) = default;
};

struct MoveTicked {
  static constexpr std::string_view name = "breakout.ticked";
  static constexpr bool is_of_staff = true;
  PersonId person;
  bool is_on = false;
  static constexpr auto fields() {
    return field_list(field<&MoveTicked::person>("person"), field<&MoveTicked::is_on>("on"));
  }
  friend bool operator==(const MoveTicked&, const MoveTicked&) = default;
};

/// People, points and questions go along.
struct GroupsMerged {
  static constexpr std::string_view name = "breakout.groups_merged";
  GroupId group;
  GroupId into;
  static constexpr auto fields() {
    return field_list(field<&GroupsMerged::group>("group"), field<&GroupsMerged::into>("into"));
  }
  friend bool operator==(const GroupsMerged&, const GroupsMerged&) = default;
};

/// Out of the group they are in, if any: before somebody is removed or merged.
std::vector<EventData> leave_group(const State& state, PersonId person);
/// People who are here and in no group while groups are open, each where they fit best.
std::vector<EventData> latecomers(const State& state);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const MoveToGroup& command, const Stamp& stamp);
Decision decide(const State& state, const ChooseGroup& command, const Stamp& stamp);
Decision decide(const State& state, const ListenOnly& command, const Stamp& stamp);
Decision decide(const State& state, const TickMoved& command, const Stamp& stamp);
Decision decide(const State& state, const MergeGroups& command, const Stamp& stamp);
Decision decide(const State& state, const RebalanceGroups& command, const Stamp& stamp);
void apply(State& state, const PlanChanged& event, const Moment& moment);
void apply(State& state, const PersonMoved& event, const Moment& moment);
void apply(State& state, const ListeningSet& event, const Moment& moment);
void apply(State& state, const MoveTicked& event, const Moment& moment);
void apply(State& state, const GroupsMerged& event, const Moment& moment);

}  // namespace roundtable::core
