// A story with polls, and choices to vote with.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/polls.hpp"
#include "core/story.hpp"

namespace roundtable::test {

std::vector<Words> words(std::initializer_list<const char*> texts);
PollChoice pick(std::vector<std::uint32_t> picks);
PollChoice dots(std::map<std::uint32_t, std::uint32_t> piles);
PollChoice texts(std::vector<std::string> given);

class PollStory : public Story {
 public:
  using Story::Story;
  PollId make(PollKind kind, const std::vector<Words>& choices = {}, std::optional<std::int64_t> piles = {});
  PollId opened(PollKind kind, const std::vector<Words>& choices = {}, std::optional<std::int64_t> piles = {});
  std::string_view vote(PersonId who, PollId poll, PollChoice choice);
  /// Votes of people of a group, who join for it.
  void group_votes(PollId poll, StakeholderGroup group, const std::vector<std::uint32_t>& votes_by_choice);
  const Poll& poll(PollId id) const { return state.polls.list.at(id); }
  const PollResults& close(PollId id);
  void seal();
};

}  // namespace roundtable::test
