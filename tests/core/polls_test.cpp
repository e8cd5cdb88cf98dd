#include "core/polls.hpp"

#include <gtest/gtest.h>

#include "core/poll_story.hpp"

namespace roundtable::test {
namespace {

const std::vector<Words> three = words({"Parks", "Schools", "Roads"});

TEST(Polls, a_poll_is_prepared_opened_voted_in_closed_and_published_by_separate_acts) {
  PollStory story;
  const PollId poll = story.make(PollKind::single, three);
  const PersonId ana = story.attendee();
  EXPECT_EQ(story.vote(ana, poll, pick({0})), "not_found") << "a draft is staff's";
  EXPECT_EQ(story.vote(moderator, poll, pick({0})), "wrong_state");
  EXPECT_EQ(story.answer(moderator, ClosePoll{poll}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, OpenPoll{poll}), "accepted");
  EXPECT_EQ(story.answer(moderator, OpenPoll{poll}), "already");
  EXPECT_EQ(story.answer(moderator, PublishPoll{poll}), "wrong_state");
  EXPECT_EQ(story.vote(ana, poll, pick({2})), "accepted");
  EXPECT_EQ(story.close(poll).counts, (std::vector<std::uint32_t>{0, 0, 1}));
  EXPECT_FALSE(story.poll(poll).is_published);
  EXPECT_EQ(story.vote(ana, poll, pick({1})), "wrong_state");
  EXPECT_EQ(story.answer(ana, UnvotePoll{poll}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, ClosePoll{poll}), "already");
  EXPECT_EQ(story.answer(moderator, OpenPoll{poll}), "wrong_state");
  EXPECT_EQ(story.answer(online_moderator, PublishPoll{poll}), "accepted");
  EXPECT_EQ(story.answer(online_moderator, PublishPoll{poll}), "already");
  EXPECT_EQ(story.answer(moderator, UnpublishPoll{poll}), "accepted");
  EXPECT_EQ(story.answer(moderator, UnpublishPoll{poll}), "already");
  EXPECT_EQ(story.vote(ana, PollId{99}, pick({0})), "not_found");
}

TEST(Polls, only_moderators_make_them_and_stewards_count_hands) {
  PollStory story;
  const PersonId ana = story.attendee();
  EXPECT_EQ(story.answer(ana, CreatePoll{PollKind::words, Words("What?")}), "not_allowed");
  EXPECT_EQ(story.answer(steward, CreatePoll{PollKind::words, Words("What?")}), "not_allowed");
  const PollId poll = story.opened(PollKind::temperature);
  EXPECT_EQ(story.answer(ana, ClosePoll{poll}), "not_allowed");
  EXPECT_EQ(story.answer(ana, CountHandsOfPoll{poll, {1, 2, 3}}), "not_allowed");
  EXPECT_EQ(story.answer(steward, CountHandsOfPoll{poll, {1, 2, 3}}), "accepted");
}

TEST(Polls, a_draft_is_edited_and_dropped_and_an_opened_one_is_not) {
  PollStory story;
  const PollId poll = story.make(PollKind::single, three);
  EditPoll edit{poll, PollKind::multiple, Words(" Which? "), words({"One", "Two"})};
  EXPECT_EQ(story.answer(moderator, edit), "accepted");
  EXPECT_EQ(story.poll(poll).title.text, "Which?");
  EXPECT_EQ(story.poll(poll).choices.size(), 2U);
  EXPECT_EQ(story.answer(moderator, edit), "already");
  story.say(moderator, OpenPoll{poll});
  edit.title = Words("Other");
  EXPECT_EQ(story.answer(moderator, edit), "wrong_state");
  EXPECT_EQ(story.answer(moderator, DropPoll{poll}), "wrong_state");
  const PollId other = story.make(PollKind::words);
  EXPECT_EQ(story.answer(moderator, DropPoll{other}), "accepted");
  EXPECT_EQ(story.answer(moderator, DropPoll{other}), "not_found");
  EXPECT_NE(story.make(PollKind::words), other) << "an id is given once";
}

TEST(Polls, each_kind_says_which_choices_would_be_right) {
  PollStory story;
  const auto fault = [&](PollKind kind, const std::vector<Words>& choices, std::optional<std::int64_t> piles = {}) {
    return story.answer(moderator, CreatePoll{kind, Words("Title"), choices, piles});
  };
  EXPECT_EQ(fault(PollKind::single, words({"One"})), "bad_data");
  EXPECT_EQ(fault(PollKind::single, words({"One", "One"})), "bad_data");
  EXPECT_EQ(fault(PollKind::single, words({"One", " "})), "bad_data");
  EXPECT_EQ(fault(PollKind::words, three), "bad_data");
  EXPECT_EQ(fault(PollKind::temperature, words({"Yes"})), "bad_data");
  EXPECT_EQ(fault(PollKind::temperature, words({"5", "4", "3", "2", "1"})), "accepted");
  EXPECT_EQ(fault(PollKind::dots, three, 0), "bad_data");
  EXPECT_EQ(fault(PollKind::dots, three, 101), "bad_data");
  EXPECT_EQ(story.answer(moderator, CreatePoll{PollKind::words, Words(" ")}), "bad_data");
}

TEST(Polls, a_person_has_one_ballot_that_changes_until_the_close) {
  PollStory story;
  const PollId poll = story.opened(PollKind::single, three);
  const PersonId ana = story.attendee();
  EXPECT_EQ(story.vote(ana, poll, pick({0})), "accepted");
  EXPECT_EQ(story.vote(ana, poll, pick({0})), "already");
  EXPECT_EQ(story.vote(ana, poll, pick({1})), "accepted");
  EXPECT_EQ(story.poll(poll).ballots.size(), 1U);
  EXPECT_EQ(story.answer(ana, UnvotePoll{poll}), "accepted");
  EXPECT_EQ(story.answer(ana, UnvotePoll{poll}), "already");
  EXPECT_EQ(story.vote(ana, poll, pick({2})), "accepted");
  EXPECT_EQ(story.close(poll).counts, (std::vector<std::uint32_t>{0, 0, 1}));
}

TEST(Polls, nobody_votes_for_another_and_staff_not_for_a_person_without_a_device) {
  PollStory story;
  const PollId poll = story.opened(PollKind::single, three);
  const PersonId noor = story.without_device();
  EXPECT_EQ(story.answer(steward, VotePoll{poll, pick({0}), noor}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, VotePoll{poll, pick({0}), moderator}), "not_allowed");
  EXPECT_TRUE(story.poll(poll).ballots.empty());
}

TEST(Polls, a_ballot_says_what_its_kind_asks_for) {
  PollStory story;
  const PersonId ana = story.attendee();
  const PollId single = story.opened(PollKind::single, three);
  for (const PollChoice& wrong : {pick({3}), pick({0, 1}), pick({}), dots({{0, 1}}), texts({"Parks"})}) {
    EXPECT_EQ(story.vote(ana, single, wrong), "bad_data");
  }
  const PollId multiple = story.opened(PollKind::multiple, three);
  EXPECT_EQ(story.vote(ana, multiple, pick({2, 2})), "bad_data");
  EXPECT_EQ(story.vote(ana, multiple, pick({2, 0})), "accepted");
  EXPECT_EQ(story.vote(ana, multiple, pick({0, 2})), "already") << "no order among them";
  const PollId ranking = story.opened(PollKind::ranking, three);
  EXPECT_EQ(story.vote(ana, ranking, pick({2, 0})), "accepted");
  EXPECT_EQ(story.vote(ana, ranking, pick({0, 2})), "accepted");
  const PollId asked = story.opened(PollKind::words);
  EXPECT_EQ(story.vote(ana, asked, pick({0})), "bad_data");
  EXPECT_EQ(story.vote(ana, asked, texts({"trust", " trust"})), "bad_data");
  EXPECT_EQ(story.vote(ana, asked, texts({std::string(41, 'a')})), "bad_data");
  EXPECT_EQ(story.vote(ana, asked, texts({"a", "b", "c", "d"})), "limit");
  EXPECT_EQ(story.vote(ana, asked, texts({"trust", "care"})), "accepted");
}

TEST(Polls, a_tenth_dot_of_nine_is_refused_and_the_ballot_stays) {
  PollStory story;
  const PollId poll = story.opened(PollKind::dots, three, 9);
  const PersonId ana = story.attendee();
  EXPECT_EQ(story.vote(ana, poll, dots({{0, 4}, {2, 5}})), "accepted");
  const Said said = story.say(ana, VotePoll{poll, dots({{0, 5}, {2, 5}})});
  EXPECT_EQ(said.code(), "limit");
  EXPECT_NE(said.refusal->message.find("9"), std::string::npos) << said.refusal->message;
  EXPECT_EQ(story.vote(ana, poll, dots({{0, 0}})), "bad_data");
  EXPECT_EQ(story.vote(ana, poll, dots({{0, 4}, {1, 0}, {2, 5}})), "already");
  EXPECT_EQ(story.vote(ana, poll, dots({{0, 4294967295U}, {1, 1}, {2, 4294967295U}})), "limit");
  EXPECT_EQ(story.close(poll).counts, (std::vector<std::uint32_t>{4, 0, 5}));
  EXPECT_EQ(story.poll(poll).results->supporters, (std::vector<std::uint32_t>{1, 0, 1}));
}

TEST(Polls, a_ranking_is_shown_by_pairwise_wins) {
  PollStory story;
  const PollId poll = story.opened(PollKind::ranking, three);
  // Two first places for parks, but a majority puts schools before each of the others.
  for (const auto& order :
       std::vector<std::vector<std::uint32_t>>{{0, 1, 2}, {0, 1, 2}, {1, 2, 0}, {1, 0, 2}, {2, 1}}) {
    ASSERT_EQ(story.vote(story.attendee(), poll, pick(order)), "accepted");
  }
  const PollResults& results = story.close(poll);
  EXPECT_EQ(results.preferred[1][0], 3U);
  EXPECT_EQ(results.preferred[0][1], 2U);
  EXPECT_EQ(results.counts, (std::vector<std::uint32_t>{1, 2, 0})) << "what is left out stands behind what is ranked";
  EXPECT_EQ(leading_choices(results), (std::vector<std::uint32_t>{1, 0, 2}));
  EXPECT_EQ(results.supporters, (std::vector<std::uint32_t>{3, 5, 2})) << "the upper half of three is two";
}

TEST(Polls, words_are_counted_by_person_in_whatever_case) {
  PollStory story;
  const PollId poll = story.opened(PollKind::words);
  story.vote(story.attendee(), poll, texts({"Trust", "trust"}));
  story.vote(story.attendee(), poll, texts({"trust", "Care"}));
  story.vote(story.attendee(), poll, texts({"Ça va"}));
  const PollResults& results = story.close(poll);
  ASSERT_EQ(results.answers.size(), 3U);
  EXPECT_EQ(results.answers[0].text.text, "Trust");
  EXPECT_EQ(results.answers[0].count, 2U);
  EXPECT_FALSE(results.answers[0].is_passed) << "nothing goes on a screen by itself";
  EXPECT_EQ(story.answer(moderator, PassWords{poll, {0, 2}}), "accepted");
  EXPECT_EQ(story.answer(moderator, PassWords{poll, {2, 0}}), "already");
  EXPECT_EQ(story.answer(moderator, PassWords{poll, {3}}), "not_found");
  EXPECT_TRUE(story.poll(poll).results->answers[2].is_passed);
  EXPECT_EQ(story.answer(moderator, PassWords{poll, {}}), "accepted");
  EXPECT_FALSE(story.poll(poll).results->answers[0].is_passed);
}

TEST(Polls, a_breakdown_folds_groups_of_few) {
  PollStory story;
  const PollId poll = story.opened(PollKind::temperature);
  story.group_votes(poll, StakeholderGroup::civil_society, {6, 2, 0});
  story.group_votes(poll, StakeholderGroup::government, {2, 1, 1});
  story.group_votes(poll, StakeholderGroup::private_sector, {0, 0, 2});
  const PollResults& results = story.close(poll);
  EXPECT_EQ(results.people, 14U);
  EXPECT_EQ(results.counts, (std::vector<std::uint32_t>{8, 3, 3}));
  ASSERT_EQ(results.breakdowns.size(), 1U) << "one region and one way of taking part are no breakdown";
  const PollBreakdown& by_group = results.breakdowns.front();
  ASSERT_EQ(by_group.rows.size(), 2U);
  EXPECT_EQ(by_group.rows[0], (PollRow{"civil_society", 8, {6, 2, 0}}));
  EXPECT_EQ(by_group.rows[1], (PollRow{"", 6, {2, 1, 3}}));
}

TEST(Polls, no_breakdown_tells_of_few_or_of_one_row) {
  PollStory story;
  const PollId poll = story.opened(PollKind::single, three);
  story.group_votes(poll, StakeholderGroup::civil_society, {9});
  story.group_votes(poll, StakeholderGroup::government, {4});
  EXPECT_TRUE(story.close(poll).breakdowns.empty());
}

TEST(Polls, the_agreement_figure_is_the_share_in_the_group_that_supports_least) {
  PollStory story;
  const PollId poll = story.opened(PollKind::temperature);
  story.group_votes(poll, StakeholderGroup::civil_society, {5, 2, 1});
  story.group_votes(poll, StakeholderGroup::government, {1, 3, 2});
  const PollResults& results = story.close(poll);
  const auto agreement = agreement_of(PollKind::temperature, results, results.breakdowns.front());
  ASSERT_TRUE(agreement);
  EXPECT_EQ(agreement->percent, 66U) << "4 of 6, rounded down";
  EXPECT_EQ(agreement->group, "government");
  EXPECT_FALSE(agreement->choice);
}

TEST(Polls, of_choices_the_agreement_figure_is_about_the_leading_one) {
  PollStory story;
  const PollId poll = story.opened(PollKind::single, three);
  story.group_votes(poll, StakeholderGroup::civil_society, {1, 8, 1});
  story.group_votes(poll, StakeholderGroup::government, {4, 1, 0});
  const PollResults& results = story.close(poll);
  const auto agreement = agreement_of(PollKind::single, results, results.breakdowns.front());
  ASSERT_TRUE(agreement);
  EXPECT_EQ(agreement->choice, 1U);
  EXPECT_EQ(agreement->percent, 20U);
  EXPECT_EQ(supporting(PollKind::temperature, {3, 2, 1, 1, 1}, 0), 6U) << "of five steps three are the upper half";
}

TEST(Polls, the_close_is_taken_back_for_ten_seconds_and_nothing_is_lost_within_them) {
  PollStory story;
  const PollId poll = story.opened(PollKind::single, three);
  const PersonId ana = story.attendee();
  story.vote(ana, poll, pick({0}));
  const Said closed = story.say(moderator, ClosePoll{poll});
  story.wait(10);
  EXPECT_FALSE(story.room(Clock{}).is_accepted()) << "not within the ten seconds";
  EXPECT_EQ(story.answer(online_moderator, Undo{closed.events.front().seq}), "accepted");
  EXPECT_EQ(story.poll(poll).status, PollStatus::open);
  EXPECT_FALSE(story.poll(poll).results);
  EXPECT_EQ(story.vote(ana, poll, pick({0})), "already") << "the ballot is there";
  EXPECT_FALSE(due(story.state));
}

TEST(Polls, once_sealed_or_published_the_close_stands) {
  PollStory story;
  const PollId poll = story.opened(PollKind::single, three);
  story.vote(story.attendee(), poll, pick({0}));
  const Said closed = story.say(moderator, ClosePoll{poll});
  story.say(moderator, PublishPoll{poll});
  EXPECT_EQ(story.answer(moderator, Undo{closed.events.front().seq}), "wrong_state");
  EXPECT_FALSE(story.poll(poll).ballots.empty()) << "nothing is erased before the ten seconds are over";
  ASSERT_EQ(due(story.state), story.now_ms + 10'001);
  story.seal();
  EXPECT_TRUE(story.poll(poll).ballots.empty());
  EXPECT_TRUE(story.poll(poll).results);
  EXPECT_FALSE(due(story.state));
}

TEST(Polls, the_end_of_the_session_closes_what_was_left_open) {
  PollStory story;
  const PollId poll = story.opened(PollKind::single, three);
  story.vote(story.attendee(), poll, pick({1}));
  story.say(moderator, NextPhase{});
  story.say(moderator, CloseSession{});
  story.wait(10);
  EXPECT_FALSE(story.room(Clock{}).is_accepted()) << "the session's close can be taken back";
  story.seal();
  EXPECT_EQ(story.poll(poll).status, PollStatus::closed);
  EXPECT_EQ(story.poll(poll).results->counts[1], 1U);
  story.seal();
  EXPECT_TRUE(story.poll(poll).is_sealed);
  EXPECT_EQ(story.answer(moderator, PublishPoll{poll}), "accepted") << "also after the session";
  EXPECT_EQ(story.answer(moderator, CreatePoll{PollKind::words, Words("Late")}), "closed");
}

TEST(Polls, hands_of_the_room_stand_apart_from_ballots) {
  PollStory story;
  const PollId poll = story.opened(PollKind::temperature);
  story.group_votes(poll, StakeholderGroup::government, {5, 0, 0});
  story.group_votes(poll, StakeholderGroup::civil_society, {5, 0, 0});
  EXPECT_EQ(story.answer(moderator, CountHandsOfPoll{poll, {30, 2}}), "bad_data");
  EXPECT_EQ(story.answer(moderator, CountHandsOfPoll{poll, {30, 2, 100'001}}), "bad_data");
  EXPECT_EQ(story.answer(moderator, CountHandsOfPoll{poll, {30, 2, 1}}), "accepted");
  EXPECT_EQ(story.answer(moderator, CountHandsOfPoll{poll, {30, 2, 1}}), "already");
  const PollResults& results = story.close(poll);
  EXPECT_EQ(results.people, 10U);
  EXPECT_EQ(results.counts[1], 0U);
  EXPECT_EQ(results.breakdowns.front().rows[0].people, 5U);
  EXPECT_EQ(story.poll(poll).hands[0], 30U);
  EXPECT_EQ(story.answer(moderator, CountHandsOfPoll{poll, {}}), "accepted");
  EXPECT_EQ(story.answer(moderator, CountHandsOfPoll{story.opened(PollKind::ranking, three), {1, 1, 1}}),
            "wrong_state");
}

TEST(Polls, the_screen_shows_one_thing_and_never_a_draft) {
  PollStory story;
  const PollId draft = story.make(PollKind::single, three);
  EXPECT_EQ(story.answer(moderator, ShowPoll{draft}), "wrong_state");
  const QuestionId asked = story.approved(speaker, "Who pays?");
  story.say(moderator, ShowQuestion{asked});
  const PollId poll = story.opened(PollKind::single, three);
  const Said shown = story.say(moderator, ShowPoll{poll});
  EXPECT_EQ(story.state.display.poll, poll);
  EXPECT_FALSE(story.state.questions.on_screen);
  EXPECT_EQ(story.answer(moderator, Undo{shown.events.front().seq}), "accepted");
  EXPECT_EQ(story.state.questions.on_screen, asked);
  EXPECT_FALSE(story.state.display.poll);
  story.say(moderator, ShowPoll{poll});
  const Said other = story.say(moderator, ShowQuestion{asked});
  story.say(moderator, Undo{other.events.front().seq});
  EXPECT_EQ(story.state.display.poll, poll);
  EXPECT_EQ(story.answer(moderator, ShowPoll{}), "accepted");
}

TEST(Polls, of_two_entries_of_one_person_one_ballot_counts) {
  PollStory story;
  const PersonId ana = story.attendee();
  const PersonId again = story.attendee();
  const PersonId other = story.attendee();
  const PersonId other_again = story.attendee();
  const PollId poll = story.opened(PollKind::single, three);
  story.vote(ana, poll, pick({0}));
  story.vote(again, poll, pick({1}));
  story.vote(other_again, poll, pick({2}));
  story.say(steward, MergePerson{again, ana});
  story.say(steward, MergePerson{other_again, other});
  unite_ballots(story.state, [](PersonId person, PollId id) { return poll_aliases(alias_of(person))(id); });
  EXPECT_EQ(story.vote(other, poll, pick({2})), "already") << "it is the head's now";
  EXPECT_EQ(live_counts(story.poll(poll)), (std::vector<std::uint32_t>{1, 0, 1}));
  EXPECT_EQ(story.answer(other, UnvotePoll{poll}), "accepted");
  EXPECT_EQ(story.close(poll).counts, (std::vector<std::uint32_t>{1, 0, 0}));
}

TEST(Polls, the_session_file_prepares_them_and_the_plan_that_everyone_holds_has_none) {
  SessionPlan plan = story_plan();
  plan.polls = {{PollKind::temperature, "Rough consensus?", {}, 0, true}, {PollKind::dots, "Where?", {"A", "B"}, 5}};
  PollStory story(plan);
  ASSERT_EQ(story.state.polls.list.size(), 2U);
  EXPECT_EQ(story.poll(PollId{2}).dots, 5U);
  EXPECT_EQ(choice_count(story.poll(PollId{1})), 3U);
  EXPECT_TRUE(story.state.session.plan.polls.empty());
  EXPECT_EQ(story.make(PollKind::words), PollId{3});
}

TEST(Polls, a_rehearsal_waits_for_open_polls_and_leaves_nothing_of_its_own) {
  PollStory story;
  const PollId draft = story.make(PollKind::single, three);
  const PollId open = story.opened(PollKind::words);
  EXPECT_EQ(story.answer(moderator, StartRehearsal{}), "wrong_state");
  story.close(open);
  EXPECT_EQ(story.answer(moderator, StartRehearsal{}), "wrong_state");
  story.seal();
  EXPECT_EQ(story.answer(moderator, StartRehearsal{}), "accepted");
  story.say(moderator, OpenPoll{draft});
  story.vote(speaker, draft, pick({0}));
  const PollId of_rehearsal = story.opened(PollKind::words);
  story.say(moderator, EndRehearsal{});
  EXPECT_EQ(story.poll(draft).status, PollStatus::draft);
  EXPECT_TRUE(story.poll(draft).ballots.empty());
  EXPECT_FALSE(story.state.polls.list.contains(of_rehearsal));
}

TEST(Polls, a_takeaway_rests_on_a_poll_that_was_opened) {
  PollStory story;
  const ItemId item = story.draft("We agree");
  Evidence evidence;
  evidence.poll = story.make(PollKind::single, three);
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, evidence}), "wrong_state");
  story.say(moderator, OpenPoll{*evidence.poll});
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, evidence}), "accepted");
  EXPECT_EQ(story.answer(rapporteur, LinkTakeaway{item, evidence}), "already");
  EXPECT_EQ(story.answer(rapporteur, UnlinkTakeaway{item, evidence}), "accepted");
}

}  // namespace
}  // namespace roundtable::test
