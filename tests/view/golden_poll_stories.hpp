// A story of polls: of every kind, with ballots, hands of the room, a close taken back, and words that are let pass.
#pragma once

#include "view/golden_recorder.hpp"

namespace roundtable::test {

inline GoldenInput polls_story() {
  SessionPlan plan = story_plan();
  plan.polls = {{PollKind::temperature, "Is this rough consensus?", {}, 0, true}};
  Recorder tale("polls", plan);
  std::vector<PersonId> people;
  for (int count = 0; count < 12; ++count) {
    people.push_back(tale.join(("Person " + std::to_string(count)).c_str(),
                               count < 6 ? StakeholderGroup::government : StakeholderGroup::civil_society,
                               count % 3 == 0 ? Modality::onsite : Modality::online));
  }
  const PollId consensus{1};
  tale.say(people[0], VotePoll{consensus, PollChoice{{0}, {}, {}}});
  tale.say(moderator, OpenPoll{consensus});
  tale.say(moderator, ShowPoll{consensus});
  for (std::uint32_t count = 0; count < people.size(); ++count) {
    tale.say(people[count], VotePoll{consensus, PollChoice{{count % 5 == 0 ? 2U : count % 2}, {}, {}}});
  }
  tale.say(people[5], VotePoll{consensus, PollChoice{{1}, {}, {}}});
  tale.say(people[5], VotePoll{consensus, PollChoice{{3}, {}, {}}});
  tale.say(steward, VotePoll{consensus, PollChoice{{1}, {}, {}}, people[3]});
  tale.say(people[11], UnvotePoll{consensus});
  tale.say(steward, CountHandsOfPoll{consensus, {30, 12, 1}});
  tale.say(moderator, ClosePoll{consensus});
  tale.wait(4);
  tale.say(moderator, Undo{static_cast<std::int64_t>(tale.story.events.back().seq)});
  tale.say(people[11], VotePoll{consensus, PollChoice{{0}, {}, {}}});
  tale.say(moderator, ClosePoll{consensus});
  tale.wait(11);
  tale.room(Clock{});
  tale.say(people[0], VotePoll{consensus, PollChoice{{0}, {}, {}}});
  tale.say(online_moderator, PublishPoll{consensus});

  const std::vector<Words> places{Words("Schools"), Words("Parks"), Words("Roads")};
  tale.say(moderator, CreatePoll{PollKind::ranking, Words("In which order?"), places});
  tale.say(moderator, CreatePoll{PollKind::dots, Words("Where does the money go?"), places, 9});
  tale.say(moderator, CreatePoll{PollKind::words, Words("In one word?")});
  tale.say(moderator, CreatePoll{PollKind::multiple, Words("Dropped"), places});
  tale.say(moderator, EditPoll{PollId{2}, PollKind::ranking, Words("In which order, best first?"), places});
  tale.say(moderator, DropPoll{PollId{5}});
  for (std::uint32_t poll = 2; poll <= 4; ++poll) tale.say(moderator, OpenPoll{PollId{poll}});
  tale.say(people[1], VotePoll{PollId{2}, PollChoice{{2, 0, 1}, {}, {}}});
  tale.say(people[1], VotePoll{PollId{3}, PollChoice{{}, {{0, 4}, {2, 5}}, {}}});
  tale.say(people[1], VotePoll{PollId{3}, PollChoice{{}, {{0, 5}, {2, 5}}, {}}});
  tale.say(people[1], VotePoll{PollId{4}, PollChoice{{}, {}, {"Trust", "an insult"}}});
  tale.say(people[2], VotePoll{PollId{4}, PollChoice{{}, {}, {"trust"}}});
  for (std::uint32_t poll = 2; poll <= 4; ++poll) tale.say(moderator, ClosePoll{PollId{poll}});
  tale.say(moderator, PassWords{PollId{4}, {0}});
  tale.say(moderator, PublishPoll{PollId{4}});
  tale.say(moderator, PublishPoll{PollId{2}});
  tale.say(moderator, UnpublishPoll{PollId{2}});
  tale.say(moderator, ShowPoll{PollId{4}});
  tale.say(rapporteur, DraftTakeaway{TakeawayKind::takeaway, Words("We agree"), Words("Nearly all")});
  Evidence evidence;
  evidence.poll = consensus;
  tale.say(rapporteur, LinkTakeaway{ItemId{1}, evidence});
  tale.wait(11);
  tale.room(Clock{});
  return tale.input;
}

}  // namespace roundtable::test
