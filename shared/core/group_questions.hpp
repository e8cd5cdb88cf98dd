// Questions inside a group: asked signed, upvoted, ticked off.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"
#include "core/words.hpp"

namespace roundtable::core {

struct GroupQuestion {
  Words text;
  std::string language;
  PersonId author;
  InstantMs asked_at_ms = 0;
  std::uint32_t votes = 0;
  bool is_answered = false;
  std::set<std::string> voters;  // aliases: server only
  static constexpr auto fields() {
    using T = GroupQuestion;
    return field_list(field<&T::text>("text"), field<&T::language>("language"), field<&T::author>("author"),
                      field<&T::asked_at_ms>("asked_at_ms"), field<&T::votes>("votes"),
                      field<&T::is_answered>("answered"), field<&T::voters>("voters"));
  }
  friend bool operator==(const GroupQuestion&, const GroupQuestion&) = default;
};

// Commands.
struct AskGroupQuestion {
  static constexpr std::string_view name = "group.ask";
  Words text;
  std::optional<std::string> language;
  static constexpr auto fields() {
    return field_list(field<&AskGroupQuestion::text>("text"), field<&AskGroupQuestion::language>("language"));
  }
  friend bool operator==(const AskGroupQuestion&, const AskGroupQuestion&) = default;
};

struct VoteGroupQuestion {
  static constexpr std::string_view name = "group.upvote";
  GroupQuestionId question;
  static constexpr auto fields() { return field_list(field<&VoteGroupQuestion::question>("question")); }
  friend bool operator==(const VoteGroupQuestion&, const VoteGroupQuestion&) = default;
};

struct UnvoteGroupQuestion {
  static constexpr std::string_view name = "group.unvote";
  GroupQuestionId question;
  static constexpr auto fields() { return field_list(field<&UnvoteGroupQuestion::question>("question")); }
  friend bool operator==(const UnvoteGroupQuestion&, const UnvoteGroupQuestion&) = default;
};

struct SettleGroupQuestion {
  static constexpr std::string_view name = "group.answered";
  GroupQuestionId question;
  static constexpr auto fields() { return field_list(field<&SettleGroupQuestion::question>("question")); }
  friend bool operator==(const SettleGroupQuestion&, const SettleGroupQuestion&) = default;
};

// Events.
struct GroupQuestionAsked {
  static constexpr std::string_view name = "group.question_asked";
  static constexpr bool is_of_group = true;
  GroupId group;
  GroupQuestionId question;
  Words text;
  std::string language;
  PersonId author;
  static constexpr auto fields() {
    using T = GroupQuestionAsked;
    return field_list(field<&T::group>("group"), field<&T::question>("question"), field<&T::text>("text"),
                      field<&T::language>("language"), field<&T::author>("author"));
  }
  friend bool operator==(const GroupQuestionAsked&, const GroupQuestionAsked&) = default;
};

/// To the group and staff the number alone; the voter learns that the vote is theirs.
struct GroupQuestionVoted {
  static constexpr std::string_view name = "group.question_voted";
  static constexpr bool is_of_group = true;
  GroupId group;
  GroupQuestionId question;
  bool is_up = false;
  std::uint32_t votes = 0;  // after it
  std::string alias;
  bool is_own = false;  // in the voter's form
  static constexpr auto fields() {
    using T = GroupQuestionVoted;
    return field_list(field<&T::group>("group"), field<&T::question>("question"), field<&T::is_up>("up"),
                      field<&T::votes>("votes"), field<&T::alias>("alias"), field<&T::is_own>("own"));
  }
  friend bool operator==(const GroupQuestionVoted&, const GroupQuestionVoted&) = default;
};

struct GroupQuestionSettled {
  static constexpr std::string_view name = "group.question_answered";
  static constexpr bool is_of_group = true;
  GroupId group;
  GroupQuestionId question;
  static constexpr auto fields() {
    return field_list(field<&GroupQuestionSettled::group>("group"), field<&GroupQuestionSettled::question>("question"));
  }
  friend bool operator==(const GroupQuestionSettled&, const GroupQuestionSettled&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const AskGroupQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const VoteGroupQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const UnvoteGroupQuestion& command, const Stamp& stamp);
Decision decide(const State& state, const SettleGroupQuestion& command, const Stamp& stamp);
void apply(State& state, const GroupQuestionAsked& event, const Moment& moment);
void apply(State& state, const GroupQuestionVoted& event, const Moment& moment);
void apply(State& state, const GroupQuestionSettled& event, const Moment& moment);

}  // namespace roundtable::core
