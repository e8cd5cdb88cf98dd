#include "view/gauges.hpp"

namespace roundtable::view {

using namespace core;

void update(Gauges& gauges, const Gauges& newer) {
  for (const auto& [id, votes] : newer.questions) gauges.questions.insert_or_assign(id, votes);
  if (newer.present) gauges.present = newer.present;
  if (newer.representative) gauges.representative = newer.representative;
  if (newer.displays) gauges.displays = newer.displays;
  for (const auto& [id, votes] : newer.polls) gauges.polls.insert_or_assign(id, votes);
  for (const auto& [id, counts] : newer.poll_choices) gauges.poll_choices.insert_or_assign(id, counts);
}

std::map<QuestionId, std::uint32_t> vote_counts(const Questions& whole) {
  std::map<QuestionId, std::uint32_t> counts;
  std::map<QuestionId, bool> has_merged;
  for (const auto& [id, question] : whole.list) {
    if (question.merged_into) has_merged[head_of(whole, id)] = true;
  }
  for (const auto& [id, question] : whole.list) {
    if (question.merged_into || !is_visible(question.status)) continue;
    const std::size_t votes =
        has_merged.contains(id) || !whole.same_voter.empty() ? voters_of(whole, id).size() : question.voters.size();
    counts.emplace(id, static_cast<std::uint32_t>(votes));
  }
  return counts;
}

void add_votes(Gauges& gauges, PollId id, const Poll& poll) {
  if (poll.status != PollStatus::open) return;
  gauges.polls.insert_or_assign(id, voter_count(poll));
  std::vector<std::uint32_t> counts = poll.is_live ? live_counts(poll) : std::vector<std::uint32_t>{};
  if (!counts.empty()) gauges.poll_choices.insert_or_assign(id, std::move(counts));
}

Present presence_of(const Roster& whole) {
  Present present{0, 0, 0, std::nullopt};
  for (const auto& [id, person] : whole.people) {
    if (!person.is_present || person.is_removed) continue;
    switch (person.profile.modality) {
      case Modality::onsite:
        ++*present.onsite;
        break;
      case Modality::online:
        ++*present.online;
        break;
      case Modality::not_stated:
        ++*present.not_stated;
        break;
    }
  }
  return present;
}

Present for_display(const Present& present) {
  const std::int64_t onsite = present.onsite.value_or(0);
  const std::int64_t online = present.online.value_or(0);
  const std::int64_t not_stated = present.not_stated.value_or(0);
  const auto is_small = [](std::int64_t count) { return count > 0 && count < limits::small_group; };
  if (!is_small(onsite) && !is_small(online) && !is_small(not_stated)) return present;
  return Present{std::nullopt, std::nullopt, std::nullopt, onsite + online + not_stated};
}

}  // namespace roundtable::view
