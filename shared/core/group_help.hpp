// What holds a group and the moderators together: who hosts and who reports, the group's room in the call, words from
// staff to the groups, and a group's call for a moderator.
#pragma once

#include <cstdint>
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

struct HelpCall {
  PersonId by;
  Words reason;
  InstantMs at_ms = 0;
  PersonId answered_by;  // none: the group waits
  static constexpr auto fields() {
    using T = HelpCall;
    return field_list(field<&T::by>("by"), field<&T::reason>("reason"), field<&T::at_ms>("at_ms"),
                      field<&T::answered_by>("answered_by"));
  }
  friend bool operator==(const HelpCall&, const HelpCall&) = default;
};

struct GroupBroadcast {
  Words text;
  InstantMs at_ms = 0;
  static constexpr auto fields() {
    return field_list(field<&GroupBroadcast::text>("text"), field<&GroupBroadcast::at_ms>("at_ms"));
  }
  friend bool operator==(const GroupBroadcast&, const GroupBroadcast&) = default;
};

// Commands.
struct Broadcast {
  static constexpr std::string_view name = "breakout.broadcast";
  Words text;
  std::optional<GroupId> group;  // absent: all
  static constexpr auto fields() {
    return field_list(field<&Broadcast::text>("text"), field<&Broadcast::group>("group"));
  }
  friend bool operator==(const Broadcast&, const Broadcast&) = default;
};

struct CallModerator {
  static constexpr std::string_view name = "breakout.call_moderator";
  std::optional<Words> reason;
  static constexpr auto fields() { return field_list(field<&CallModerator::reason>("reason")); }
  friend bool operator==(const CallModerator&, const CallModerator&) = default;
};

struct AnswerCall {
  static constexpr std::string_view name = "breakout.answer_call";
  GroupId group;
  static constexpr auto fields() { return field_list(field<&AnswerCall::group>("group")); }
  friend bool operator==(const AnswerCall&, const AnswerCall&) = default;
};

struct TakeGroupRole {
  static constexpr std::string_view name = "breakout.take_role";
  GroupRole role = GroupRole::host;
  static constexpr auto fields() { return field_list(field<&TakeGroupRole::role>("role")); }
  friend bool operator==(const TakeGroupRole&, const TakeGroupRole&) = default;
};

struct SetGroupCall {
  static constexpr std::string_view name = "breakout.set_call";
  GroupId group;
  std::optional<std::string> call_name;
  std::optional<std::string> url;
  static constexpr auto fields() {
    using T = SetGroupCall;
    return field_list(field<&T::group>("group"), field<&T::call_name>("name"), field<&T::url>("url"));
  }
  friend bool operator==(const SetGroupCall&, const SetGroupCall&) = default;
};

// Events.
struct GroupsTold {
  static constexpr std::string_view name = "breakout.broadcasted";
  std::vector<GroupId> groups;
  Words text;
  PersonId by;  // staff only
  static constexpr auto fields() {
    using T = GroupsTold;
    return field_list(field<&T::groups>("groups"), field<&T::text>("text"), field<&T::by>("by"));
  }
  friend bool operator==(const GroupsTold&, const GroupsTold&) = default;
};

struct ModeratorCalled {
  static constexpr std::string_view name = "breakout.moderator_called";
  static constexpr bool is_of_group = true;
  GroupId group;
  PersonId person;
  Words reason;
  static constexpr auto fields() {
    using T = ModeratorCalled;
    return field_list(field<&T::group>("group"), field<&T::person>("person"), field<&T::reason>("reason"));
  }
  friend bool operator==(const ModeratorCalled&, const ModeratorCalled&) = default;
};

struct CallAnswered {
  static constexpr std::string_view name = "breakout.call_answered";
  static constexpr bool is_of_group = true;
  GroupId group;
  PersonId by;
  static constexpr auto fields() {
    return field_list(field<&CallAnswered::group>("group"), field<&CallAnswered::by>("by"));
  }
  friend bool operator==(const CallAnswered&, const CallAnswered&) = default;
};

struct GroupRoleTaken {
  static constexpr std::string_view name = "breakout.role_taken";
  static constexpr bool is_of_group = true;
  GroupId group;
  GroupRole role = GroupRole::host;
  PersonId person;
  static constexpr auto fields() {
    using T = GroupRoleTaken;
    return field_list(field<&T::group>("group"), field<&T::role>("role"), field<&T::person>("person"));
  }
  friend bool operator==(const GroupRoleTaken&, const GroupRoleTaken&) = default;
};

struct GroupCallSet {
  static constexpr std::string_view name = "breakout.call_set";
  static constexpr bool is_of_group = true;
  GroupId group;
  std::string call_name;
  std::string url;
  static constexpr auto fields() {
    using T = GroupCallSet;
    return field_list(field<&T::group>("group"), field<&T::call_name>("name"), field<&T::url>("url"));
  }
  friend bool operator==(const GroupCallSet&, const GroupCallSet&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const Broadcast& command, const Stamp& stamp);
Decision decide(const State& state, const CallModerator& command, const Stamp& stamp);
Decision decide(const State& state, const AnswerCall& command, const Stamp& stamp);
/// Taken over from whoever is away (the room says who) or has left.
Decision decide(const State& state, const TakeGroupRole& command, const Stamp& stamp);
Decision decide(const State& state, const SetGroupCall& command, const Stamp& stamp);
void apply(State& state, const GroupsTold& event, const Moment& moment);
void apply(State& state, const ModeratorCalled& event, const Moment& moment);
void apply(State& state, const CallAnswered& event, const Moment& moment);
void apply(State& state, const GroupRoleTaken& event, const Moment& moment);
void apply(State& state, const GroupCallSet& event, const Moment& moment);

}  // namespace roundtable::core
