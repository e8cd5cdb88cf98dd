#include "core/poll_story.hpp"

#include <utility>

namespace roundtable::test {

std::vector<Words> words(std::initializer_list<const char*> texts) {
  std::vector<Words> made;
  for (const char* text : texts) made.emplace_back(text);
  return made;
}

PollChoice pick(std::vector<std::uint32_t> picks) {
  return {std::move(picks), {}, {}};
}

PollChoice dots(std::map<std::uint32_t, std::uint32_t> piles) {
  return {{}, std::move(piles), {}};
}

PollChoice texts(std::vector<std::string> given) {
  return {{}, {}, std::move(given)};
}

PollId PollStory::make(PollKind kind, const std::vector<Words>& choices, std::optional<std::int64_t> piles) {
  EXPECT_EQ(answer(moderator, CreatePoll{kind, Words("Shall we?"), choices, piles}), "accepted");
  return PollId{state.counters.poll};
}

PollId PollStory::opened(PollKind kind, const std::vector<Words>& choices, std::optional<std::int64_t> piles) {
  const PollId poll = make(kind, choices, piles);
  EXPECT_EQ(answer(moderator, OpenPoll{poll}), "accepted");
  return poll;
}

std::string_view PollStory::vote(PersonId who, PollId poll, PollChoice choice) {
  return answer(who, VotePoll{poll, std::move(choice)});
}

void PollStory::group_votes(PollId poll, StakeholderGroup group, const std::vector<std::uint32_t>& votes_by_choice) {
  for (std::uint32_t choice = 0; choice < votes_by_choice.size(); ++choice) {
    for (std::uint32_t vote_number = 0; vote_number < votes_by_choice[choice]; ++vote_number) {
      ASSERT_EQ(vote(attendee(group), poll, pick({choice})), "accepted");
    }
  }
}

const PollResults& PollStory::close(PollId id) {
  EXPECT_EQ(answer(moderator, ClosePoll{id}), "accepted");
  return *poll(id).results;
}

void PollStory::seal() {
  wait(10);
  now_ms += 1;
  EXPECT_TRUE(room(Clock{}).is_accepted());
}

}  // namespace roundtable::test
