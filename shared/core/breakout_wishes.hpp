// What people would like to talk about: the topics that staff offer before groups are made, and everybody's own order
// of them. The search weighs the orders against the balance (grouping.hpp, choices).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/breakout_plan.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct TopicOffer {
  std::vector<PlannedTopic> topics;
  bool is_open = false;  // people can rank them; closed by the opening of groups
  static constexpr auto fields() {
    return field_list(field<&TopicOffer::topics>("topics"), field<&TopicOffer::is_open>("open"));
  }
  friend bool operator==(const TopicOffer&, const TopicOffer&) = default;
};

/// Topics by their place in the offer, from 0; the best first. What is left out is wanted least.
using TopicRanking = std::vector<std::uint32_t>;

// Commands.
struct OfferTopics {
  static constexpr std::string_view name = "breakout.offer";
  std::optional<std::vector<PlannedTopic>> topics;  // absent: the session file's; empty: takes the offer back
  static constexpr auto fields() { return field_list(field<&OfferTopics::topics>("topics")); }
  friend bool operator==(const OfferTopics&, const OfferTopics&) = default;
};

struct RankTopics {
  static constexpr std::string_view name = "breakout.rank";
  TopicRanking choices;  // empty: whatever comes
  static constexpr auto fields() { return field_list(field<&RankTopics::choices>("choices")); }
  friend bool operator==(const RankTopics&, const RankTopics&) = default;
};

// Events.
struct TopicsOffered {
  static constexpr std::string_view name = "breakout.offered";
  std::vector<PlannedTopic> topics;  // none: taken back
  static constexpr auto fields() { return field_list(field<&TopicsOffered::topics>("topics")); }
  friend bool operator==(const TopicsOffered&, const TopicsOffered&) = default;
};

/// For staff and the person alone.
struct TopicsRanked {
  static constexpr std::string_view name = "breakout.ranked";
  PersonId person;
  TopicRanking choices;
  static constexpr auto fields() {
    return field_list(field<&TopicsRanked::person>("person"), field<&TopicsRanked::choices>("choices"));
  }
  friend bool operator==(const TopicsRanked&, const TopicsRanked&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const OfferTopics& command, const Stamp& stamp);
Decision decide(const State& state, const RankTopics& command, const Stamp& stamp);
void apply(State& state, const TopicsOffered& event, const Moment& moment);
void apply(State& state, const TopicsRanked& event, const Moment& moment);

}  // namespace roundtable::core
