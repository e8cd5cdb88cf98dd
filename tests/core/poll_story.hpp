// A story with polls, and choices to vote with.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/polls.hpp"
#include "core/story.hpp"

namespace roundtable::test {

inline std::vector<Words> words(std::initializer_list<const char*> texts) {
  std::vector<Words> made;
  for (const char* text : texts) made.emplace_back(text);
  return made;
}
inline PollChoice pick(std::vector<std::uint32_t> picks) {
  return {std::move(picks), {}, {}};
}
inline PollChoice dots(std::map<std::uint32_t, std::uint32_t> piles) {
  return {{}, std::move(piles), {}};
}
inline PollChoice texts(std::vector<std::string> given) {
  return {{}, {}, std::move(given)};
}

class PollStory : public Story {
 public:
  using Story::Story;
  PollId make(PollKind kind, const std::vector<Words>& choices = {}, std::optional<std::int64_t> piles = {}) {
    EXPECT_EQ(answer(moderator, CreatePoll{kind, Words("Shall we?"), choices, piles}), "accepted");
    return PollId{state.counters.poll};
  }
  PollId opened(PollKind kind, const std::vector<Words>& choices = {}, std::optional<std::int64_t> piles = {}) {
    const PollId poll = make(kind, choices, piles);
    EXPECT_EQ(answer(moderator, OpenPoll{poll}), "accepted");
    return poll;
  }
  std::string_view vote(PersonId who, PollId poll, PollChoice choice) {
    return answer(who, VotePoll{poll, std::move(choice)});
  }
  /// Votes of people of a group, who join for it.
  void group_votes(PollId poll, StakeholderGroup group, const std::vector<std::uint32_t>& votes_by_choice) {
    for (std::uint32_t choice = 0; choice < votes_by_choice.size(); ++choice) {
      for (std::uint32_t vote_number = 0; vote_number < votes_by_choice[choice]; ++vote_number) {
        ASSERT_EQ(vote(attendee(group), poll, pick({choice})), "accepted");
      }
    }
  }
  const Poll& poll(PollId id) const { return state.polls.list.at(id); }
  const PollResults& close(PollId id) {
    EXPECT_EQ(answer(moderator, ClosePoll{id}), "accepted");
    return *poll(id).results;
  }
  void seal() {
    wait(10);
    now_ms += 1;
    EXPECT_TRUE(room(Clock{}).is_accepted());
  }
};

}  // namespace roundtable::test
