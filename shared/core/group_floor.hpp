// A group's own small floor: hands in the order in which they went up, one turn at a time on its own clock. Nothing of
// it is charged in plenary.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"

namespace roundtable::core {

struct GroupHand {
  PersonId person;
  InstantMs raised_at_ms = 0;
  static constexpr auto fields() {
    return field_list(field<&GroupHand::person>("person"), field<&GroupHand::raised_at_ms>("raised_at_ms"));
  }
  friend bool operator==(const GroupHand&, const GroupHand&) = default;
};

struct GroupTurn {
  PersonId person;
  InstantMs started_at_ms = 0;
  static constexpr auto fields() {
    return field_list(field<&GroupTurn::person>("person"), field<&GroupTurn::started_at_ms>("started_at_ms"));
  }
  friend bool operator==(const GroupTurn&, const GroupTurn&) = default;
};

struct GroupFloor {
  std::vector<GroupHand> hands;  // first come, first
  std::optional<GroupTurn> turn;
  std::map<PersonId, DurationMs> spoken;
  static constexpr auto fields() {
    using T = GroupFloor;
    return field_list(field<&T::hands>("hands"), field<&T::turn>("turn"), field<&T::spoken>("spoken"));
  }
  friend bool operator==(const GroupFloor&, const GroupFloor&) = default;
};

// Commands. `group` is the actor's own where it is left out.
struct RaiseGroupHand {
  static constexpr std::string_view name = "group.raise_hand";
  std::optional<PersonId> for_person;
  static constexpr auto fields() { return field_list(field<&RaiseGroupHand::for_person>("for")); }
  friend bool operator==(const RaiseGroupHand&, const RaiseGroupHand&) = default;
};

struct LowerGroupHand {
  static constexpr std::string_view name = "group.lower_hand";
  std::optional<GroupId> group;
  std::optional<PersonId> person;  // absent: one's own
  static constexpr auto fields() {
    return field_list(field<&LowerGroupHand::group>("group"), field<&LowerGroupHand::person>("person"));
  }
  friend bool operator==(const LowerGroupHand&, const LowerGroupHand&) = default;
};

struct GiveGroupFloor {
  static constexpr std::string_view name = "group.give_floor";
  std::optional<GroupId> group;
  PersonId person;
  static constexpr auto fields() {
    return field_list(field<&GiveGroupFloor::group>("group"), field<&GiveGroupFloor::person>("person"));
  }
  friend bool operator==(const GiveGroupFloor&, const GiveGroupFloor&) = default;
};

struct EndGroupTurn {
  static constexpr std::string_view name = "group.end_turn";
  std::optional<GroupId> group;
  static constexpr auto fields() { return field_list(field<&EndGroupTurn::group>("group")); }
  friend bool operator==(const EndGroupTurn&, const EndGroupTurn&) = default;
};

// Events.
struct GroupHandRaised {
  static constexpr std::string_view name = "group.hand_raised";
  static constexpr bool is_of_group = true;
  GroupId group;
  PersonId person;
  static constexpr auto fields() {
    return field_list(field<&GroupHandRaised::group>("group"), field<&GroupHandRaised::person>("person"));
  }
  friend bool operator==(const GroupHandRaised&, const GroupHandRaised&) = default;
};

struct GroupHandLowered {
  static constexpr std::string_view name = "group.hand_lowered";
  static constexpr bool is_of_group = true;
  GroupId group;
  PersonId person;
  static constexpr auto fields() {
    return field_list(field<&GroupHandLowered::group>("group"), field<&GroupHandLowered::person>("person"));
  }
  friend bool operator==(const GroupHandLowered&, const GroupHandLowered&) = default;
};

/// Takes the person's hand down, and ends the turn that runs.
struct GroupFloorGiven {
  static constexpr std::string_view name = "group.floor_given";
  static constexpr bool is_of_group = true;
  GroupId group;
  PersonId person;
  static constexpr auto fields() {
    return field_list(field<&GroupFloorGiven::group>("group"), field<&GroupFloorGiven::person>("person"));
  }
  friend bool operator==(const GroupFloorGiven&, const GroupFloorGiven&) = default;
};

struct GroupFloorEnded {
  static constexpr std::string_view name = "group.floor_ended";
  static constexpr bool is_of_group = true;
  GroupId group;
  PersonId person;
  static constexpr auto fields() {
    return field_list(field<&GroupFloorEnded::group>("group"), field<&GroupFloorEnded::person>("person"));
  }
  friend bool operator==(const GroupFloorEnded&, const GroupFloorEnded&) = default;
};

/// The turn that runs, if any, is over.
void end_turn(GroupFloor& floor, InstantMs at_ms);
/// Somebody leaves the group: hand and turn go.
void take_out(GroupFloor& floor, PersonId person, InstantMs at_ms);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const RaiseGroupHand& command, const Stamp& stamp);
Decision decide(const State& state, const LowerGroupHand& command, const Stamp& stamp);
Decision decide(const State& state, const GiveGroupFloor& command, const Stamp& stamp);
Decision decide(const State& state, const EndGroupTurn& command, const Stamp& stamp);
void apply(State& state, const GroupHandRaised& event, const Moment& moment);
void apply(State& state, const GroupHandLowered& event, const Moment& moment);
void apply(State& state, const GroupFloorGiven& event, const Moment& moment);
void apply(State& state, const GroupFloorEnded& event, const Moment& moment);

}  // namespace roundtable::core
