// What a viewer must not see never leaves the server: planted words are looked for in every form and every snapshot.
#include <gtest/gtest.h>

#include <algorithm>

#include "view/viewers.hpp"
#include "wire/codec.hpp"

namespace roundtable::test {
namespace {

constexpr std::uint64_t histories = 150;

/// What everyone saw before a rehearsal, everyone holds through it: its end shows it again.
bool comes_back(const State& whole, QuestionId question) {
  if (!whole.before_rehearsal.has_value()) return false;
  const auto& list = whole.before_rehearsal->questions.list;
  const auto found = list.find(question);
  return found != list.end() && is_visible(found->second.status);
}
bool comes_back(const State& whole, ItemId item) {
  if (!whole.before_rehearsal.has_value()) return false;
  const auto& items = whole.before_rehearsal->takeaways.items;
  const auto found = items.find(item);
  return found != items.end() && found->second.is_published;
}

bool comes_back(const State& whole, PollId poll) {
  if (!whole.before_rehearsal.has_value()) return false;
  const auto& list = whole.before_rehearsal->polls.list;
  const auto found = list.find(poll);
  return found != list.end() && found->second.is_published;
}

/// Others' ballots to anybody; drafts, and words that staff have not let pass, to everyone.
void add_secrets_of_polls(const State& whole, const view::Viewer& viewer, std::vector<std::string>& secrets) {
  const bool is_staff = viewer.base == Scope::staff;
  for (const auto& [id, poll] : whole.polls.list) {
    if (!is_staff && poll.status == PollStatus::draft) {
      secrets.push_back(poll.title.text);
      for (const Words& choice : poll.choices) secrets.push_back(choice.text);
    }
    for (const auto& [alias, ballot] : poll.ballots) {
      const bool is_own = viewer.poll_alias && viewer.poll_alias(id) == alias;
      if (is_own || poll.status != PollStatus::open) continue;
      secrets.insert(secrets.end(), ballot.choice.texts.begin(), ballot.choice.texts.end());
    }
    if (is_staff || !poll.results || comes_back(whole, id)) continue;
    for (const PollAnswer& answer : poll.results->answers) {
      const auto own = poll.ballots.find(alias_in(viewer.poll_alias, id));
      const bool is_own =
          own != poll.ballots.end() && std::find(own->second.choice.texts.begin(), own->second.choice.texts.end(),
                                                 answer.text.text) != own->second.choice.texts.end();
      if (!is_own && !(poll.is_published && answer.is_passed)) secrets.push_back(answer.text.text);
    }
  }
}

/// Points of a group that reported before a rehearsal are everyone's through it.
bool comes_back_published(const State& whole, GroupId group) {
  if (!whole.before_rehearsal.has_value()) return false;
  const auto& groups = whole.before_rehearsal->breakouts.groups;
  const auto found = groups.find(group);
  return found != groups.end() && found->second.is_published;
}

/// What was said and written in a group is its members' and staff's.
void add_secrets_of_group(const State& whole, const view::Viewer& viewer, GroupId id, const GroupInside& inside,
                          std::vector<std::string>& secrets) {
  const bool is_member = group_of(whole.breakouts, viewer.person) == id;
  if (is_member) return;
  secrets.push_back(inside.call.url);
  for (const auto& [question, asked] : inside.questions) secrets.push_back(asked.text.text);
  if (inside.help) secrets.push_back(inside.help->reason.text);
  if (whole.breakouts.groups.at(id).is_published || comes_back_published(whole, id)) return;
  for (const auto& [note, written] : inside.notes.list) secrets.push_back(written.text.text);
}

/// Words that this viewer must not find anywhere right now.
std::vector<std::string> secrets_for(const State& whole, const view::Viewer& viewer) {
  std::vector<std::string> secrets{"voter-", "5ec7e7", "request-"};
  const bool is_staff = viewer.base == Scope::staff;
  if (!is_staff) secrets.insert(secrets.end(), {"why-"});
  for (const auto& [id, person] : whole.roster.people) {
    if (id == viewer.person) continue;
    secrets.push_back(person.profile.gender.text);
    if (is_staff) continue;
    secrets.push_back(person.profile.call_name.text);
    secrets.push_back(person.profile.seat.text);
    if (person.is_public && !person.is_guest) continue;
    const bool is_companion = group_of(whole.breakouts, id) && !person.is_guest &&
                              group_of(whole.breakouts, id) == group_of(whole.breakouts, viewer.person);
    if (is_companion) continue;
    secrets.push_back(person.profile.name.text);
    secrets.push_back(person.profile.affiliation.text);
    secrets.push_back(person.profile.said_as.text);
  }
  for (const auto& [id, hand] : whole.floor.hands) {
    if (!is_staff && hand.person != viewer.person) secrets.push_back(hand.text.text);
  }
  for (const auto& [id, knock] : whole.admission.knocks) {
    secrets.push_back(knock.profile.gender.text);
    if (is_staff) continue;
    secrets.push_back(knock.profile.name.text);
    secrets.push_back(knock.profile.affiliation.text);
  }
  for (const auto& [id, question] : whole.questions.list) {
    if (is_staff || is_visible(question.status) || comes_back(whole, id)) continue;
    if (question.author && question.author == viewer.person) continue;
    secrets.push_back(question.text.text);
    secrets.push_back(question.reason.text);
  }
  for (const auto& [id, jotting] : whole.jottings) {
    if (jotting.by != viewer.person) secrets.push_back(jotting.text.text);
  }
  for (const StaffMessage& message : whole.staff_line) {
    if (!is_staff) secrets.push_back(message.text.text);
  }
  for (const Narrative& narrative : whole.narratives) {
    if (!is_staff) secrets.push_back(narrative.text.text);
  }
  for (const auto& [id, item] : whole.takeaways.items) {
    if (is_staff || item.is_published || comes_back(whole, id)) continue;
    secrets.push_back(item.title.text);
    secrets.push_back(item.body.text);
  }
  add_secrets_of_polls(whole, viewer, secrets);
  for (const auto& [id, inside] : whole.breakouts.insides) {
    if (!is_staff) add_secrets_of_group(whole, viewer, id, inside, secrets);
  }
  std::erase_if(secrets, [](const std::string& each) { return each.empty() || each.find('-') == std::string::npos; });
  secrets.insert(secrets.end(), {"5ec7e7"});
  const auto self = whole.roster.people.find(viewer.person);
  const bool has_own = self != whole.roster.people.end() && self->second.extra_time_percent;
  if (!is_staff && !has_own) secrets.emplace_back("extra_time_percent");
  return secrets;
}

void expect_no_secret(const std::string& text, const State& whole, const Watching& each) {
  for (const std::string& secret : secrets_for(whole, each.viewer)) {
    ASSERT_EQ(text.find(secret), std::string::npos) << each.kind << " finds " << secret << " in " << text;
  }
}

TEST(Secrets, no_form_and_no_snapshot_tells_what_its_viewer_must_not_see) {
  for (std::uint64_t seed = 0; seed < histories; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomHistory story(seed);
    const std::vector<Watching> viewers = every_kind_of_viewer(story);
    story.told = [&](const Event& event) {
      for (const Watching& each : viewers) {
        if (const auto form = view::project(event, story.state, each.viewer)) {
          expect_no_secret(wire::event_text(*form), story.state, each);
        }
      }
    };
    for (int step = 0; step < 60; ++step) {
      story.step();
      const Watching& each = story.random.of(viewers);
      const State shown = view::show(story.state, each.viewer);
      expect_no_secret(wire::snapshot_text(wire::snapshot_base(shown), wire::snapshot_group(shown.group), shown.mine),
                       story.state, each);
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST(Secrets, an_anonymous_question_names_nobody_in_any_form) {
  Story story;
  const PersonId person = story.attendee();
  AskQuestion ask{Words("Who decided this?"), std::nullopt, true, std::string(64, 'a'), std::nullopt};
  const Said said = story.say(person, ask);
  const Event& event = said.events.front();
  for (const Watching& each : every_kind_of_viewer(story)) {
    const auto form = view::project(event, story.state, each.viewer);
    if (each.viewer.base == Scope::everyone) {
      EXPECT_FALSE(form) << each.kind << ": the author keeps the text on the own device";
    } else {
      ASSERT_TRUE(form);
      EXPECT_FALSE(get<QuestionAsked>(form->data).author);
      EXPECT_TRUE(get<QuestionAsked>(form->data).secret_hash.empty());
    }
  }
}

TEST(Secrets, a_ballot_reaches_its_voter_alone_and_without_alias_and_groups) {
  Story story;
  story.say(moderator, CreatePoll{PollKind::temperature, Words("Agreed?")});
  story.say(moderator, OpenPoll{PollId{1}});
  const PersonId voter = story.attendee(StakeholderGroup::government);
  const Said said = story.say(voter, VotePoll{PollId{1}, PollChoice{{1}, {}, {}}});
  for (const Watching& each : every_kind_of_viewer(story)) {
    const auto form = view::project(said.events.front(), story.state, each.viewer);
    EXPECT_EQ(form.has_value(), each.viewer.person == voter) << each.kind;
    const State shown = view::show(story.state, each.viewer);
    EXPECT_EQ(shown.mine.ballots.size(), each.viewer.person == voter ? 1U : 0U) << each.kind;
    EXPECT_TRUE(shown.polls.list.at(PollId{1}).ballots.empty());
    if (!form) continue;
    EXPECT_TRUE(get<PollVoted>(form->data).alias.empty());
    EXPECT_EQ(get<PollVoted>(form->data).groups, Groups{});
  }
}

TEST(Secrets, results_reach_staff_from_the_close_on_and_breakdowns_only_when_the_close_stands) {
  Story story;
  story.say(moderator, CreatePoll{PollKind::temperature, Words("Agreed?")});
  story.say(moderator, OpenPoll{PollId{1}});
  for (int count = 0; count < 10; ++count) {
    const auto group = count < 5 ? StakeholderGroup::government : StakeholderGroup::civil_society;
    story.say(story.attendee(group), VotePoll{PollId{1}, PollChoice{{0}, {}, {}}});
  }
  const auto seen_by = [&](Scope base) { return view::show_base(story.state, base).polls.list.at(PollId{1}).results; };
  const Said closed = story.say(moderator, ClosePoll{PollId{1}});
  const auto to_staff = view::project_base(closed.events.front(), story.state, Scope::staff);
  EXPECT_TRUE(get<PollClosed>(to_staff->data).results->breakdowns.empty());
  const auto to_all = view::project_base(closed.events.front(), story.state, Scope::everyone);
  EXPECT_FALSE(get<PollClosed>(to_all->data).results);
  EXPECT_EQ(seen_by(Scope::staff)->people, 10U);
  EXPECT_TRUE(seen_by(Scope::staff)->breakdowns.empty());
  story.wait(11);
  story.room(Clock{});
  EXPECT_EQ(seen_by(Scope::staff)->breakdowns.size(), 1U);
  EXPECT_FALSE(seen_by(Scope::everyone));
  story.say(moderator, PublishPoll{PollId{1}});
  EXPECT_EQ(seen_by(Scope::everyone)->breakdowns.size(), 1U);
  story.say(moderator, UnpublishPoll{PollId{1}});
  EXPECT_FALSE(seen_by(Scope::everyone));
}

TEST(Secrets, a_vote_reaches_its_voter_alone_and_without_the_alias) {
  Story story;
  const QuestionId asked = story.approved(speaker, "Vote?");
  const PersonId voter = story.attendee();
  const Said said = story.say(voter, VoteQuestion{asked});
  for (const Watching& each : every_kind_of_viewer(story)) {
    const auto form = view::project(said.events.front(), story.state, each.viewer);
    EXPECT_EQ(form.has_value(), each.viewer.person == voter) << each.kind;
    if (form) {
      EXPECT_TRUE(get<QuestionVoted>(form->data).alias.empty());
    }
  }
}

}  // namespace
}  // namespace roundtable::test
