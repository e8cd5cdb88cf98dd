#include "core/breakout_wishes.hpp"

#include <algorithm>
#include <set>

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

bool has_title_twice(const std::vector<PlannedTopic>& topics) {
  std::set<std::string_view> seen;
  return std::any_of(topics.begin(), topics.end(),
                     [&](const PlannedTopic& topic) { return !seen.insert(topic.title.text).second; });
}

}  // namespace

Decision decide(const State& state, const OfferTopics& command, const Stamp&) {
  const TopicOffer& offer = state.breakouts.run.offer;
  if (are_open(state.breakouts)) return {RefusalCode::wrong_state, "groups are open: people are placed"};
  if (command.topics && command.topics->empty()) {
    if (!offer.is_open) return {RefusalCode::already, "no topics are offered"};
    return EventData{TopicsOffered{}};
  }
  TopicsOffered offered;
  if (command.topics) offered.topics = *command.topics;
  if (!command.topics && state.session.plan.breakouts) offered.topics = state.session.plan.breakouts->topics;
  for (PlannedTopic& topic : offered.topics) {
    topic.title = Words(trimmed(topic.title.text));
    if (text_fault(topic.title.text, limits::group_title_characters, false) != TextFault::none) {
      return {RefusalCode::bad_data, "topics: a line of 1 to 150 characters each"};
    }
  }
  if (offered.topics.size() < 2 || offered.topics.size() > limits::grouping_choices ||
      has_title_twice(offered.topics)) {
    return {RefusalCode::bad_data, "topics: 2 to 20 different ones to choose from"};
  }
  if (offer.is_open && offer.topics == offered.topics) return {RefusalCode::already, "these topics are offered"};
  return EventData{std::move(offered)};
}

Decision decide(const State& state, const RankTopics& command, const Stamp& stamp) {
  const TopicOffer& offer = state.breakouts.run.offer;
  if (!offer.is_open) return {RefusalCode::wrong_state, "no topics are offered now"};
  const std::set<std::uint32_t> ranked(command.choices.begin(), command.choices.end());
  const bool is_outside = !ranked.empty() && *ranked.rbegin() >= offer.topics.size();
  if (is_outside || ranked.size() != command.choices.size()) {
    return {RefusalCode::bad_data, "choices: numbers of topics from 0, each at most once, the best first"};
  }
  const auto& wishes = state.breakouts.run.wishes;
  const auto before = wishes.find(stamp.actor.person);
  const bool is_same = state.scope == Scope::whole
                           ? (before == wishes.end() ? command.choices.empty() : before->second == command.choices)
                           : state.mine.topic_choices == command.choices;
  if (is_same) return {RefusalCode::already, "these are your wishes"};
  return EventData{TopicsRanked{stamp.actor.person, command.choices}};
}

void apply(State& state, const TopicsOffered& event, const Moment&) {
  BreakoutRun& run = state.breakouts.run;
  run.offer.is_open = !event.topics.empty();
  if (!run.offer.is_open || run.offer.topics == event.topics) return;
  run.offer.topics = event.topics;
  // Numbers that meant other topics.
  run.wishes.clear();
  state.mine.topic_choices.clear();
}

void apply(State& state, const TopicsRanked& event, const Moment&) {
  if (event.person == state.mine.person) state.mine.topic_choices = event.choices;
  if (state.scope == Scope::everyone) return;
  auto& wishes = state.breakouts.run.wishes;
  if (event.choices.empty()) {
    wishes.erase(event.person);
  } else {
    wishes.insert_or_assign(event.person, event.choices);
  }
}

}  // namespace roundtable::core
