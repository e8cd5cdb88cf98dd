#include "core/questions.hpp"

#include <gtest/gtest.h>

#include "core/representative.hpp"
#include "core/similar.hpp"
#include "core/story.hpp"

namespace roundtable::test {
namespace {

const std::string secret_hash(64, 'a');

SessionPlan plan_with(bool is_moderated, bool allows_anonymous) {
  SessionPlan plan = story_plan();
  plan.questions = {is_moderated, allows_anonymous};
  return plan;
}
AskQuestion anonymously(std::string text, std::optional<std::string> hash = secret_hash) {
  return AskQuestion{Words(std::move(text)), std::nullopt, true, std::move(hash), std::nullopt};
}

TEST(Questions, they_wait_for_approval_where_they_are_moderated) {
  Story story;
  const QuestionId asked = story.ask(speaker, " Who pays? ");
  EXPECT_EQ(story.question(asked).status, QuestionStatus::pending);
  EXPECT_EQ(story.question(asked).text.text, "Who pays?");
  EXPECT_TRUE(story.question(asked).voters.empty()) << "asking is no vote";
  EXPECT_EQ(story.say(moderator, ApproveQuestion{asked}).words(), "question.approved");
  EXPECT_EQ(story.answer(moderator, ApproveQuestion{asked}), "already");
}

TEST(Questions, they_are_open_at_once_where_they_are_not_moderated) {
  Story story(plan_with(false, true));
  EXPECT_EQ(story.question(story.ask(story.attendee(), "Open?")).status, QuestionStatus::approved);
  EXPECT_TRUE(story.person(PersonId{6}).is_public);
}

TEST(Questions, a_text_has_1_to_1000_characters) {
  Story story;
  EXPECT_EQ(story.answer(speaker, AskQuestion{Words(" \n ")}), "bad_data");
  EXPECT_EQ(story.answer(speaker, AskQuestion{Words(std::string(1'001, 'a'))}), "bad_data");
  EXPECT_EQ(story.answer(speaker, AskQuestion{Words("\xE2\x80\xAE turned")}), "bad_data");
  EXPECT_EQ(story.answer(speaker, AskQuestion{Words("two\nlines")}), "accepted");
}

TEST(Questions, one_person_has_twenty_pending_at_most) {
  Story story;
  for (int count = 0; count < 20; ++count) story.ask(speaker, "Question " + std::to_string(count));
  EXPECT_EQ(story.answer(speaker, AskQuestion{Words("One more")}), "limit");
  story.lifts_limits = true;
  EXPECT_EQ(story.answer(speaker, AskQuestion{Words("One more")}), "accepted");
}

TEST(Questions, asking_for_others_is_for_helpers) {
  Story story;
  const PersonId in_the_room = story.without_device();
  AskQuestion ask{Words("From the room")};
  ask.for_person = in_the_room;
  EXPECT_EQ(story.answer(speaker, ask), "not_allowed");
  EXPECT_EQ(story.answer(steward, ask), "accepted");
  EXPECT_EQ(story.question(QuestionId{1}).author, in_the_room);
  EXPECT_EQ(story.question(QuestionId{1}).by, steward);
}

TEST(Questions, an_anonymous_one_has_no_author_and_counts_for_no_group) {
  Story story;
  const PersonId person = story.attendee(StakeholderGroup::government, Modality::online);
  const Said said = story.say(person, anonymously("Who am I?"));
  const QuestionAsked* asked = said.find<QuestionAsked>();
  ASSERT_NE(asked, nullptr);
  EXPECT_FALSE(asked->author);
  EXPECT_FALSE(asked->introduces);
  EXPECT_EQ(asked->groups, Groups{});
  EXPECT_FALSE(story.person(person).is_public);
  story.say(moderator, ApproveQuestion{asked->question});
  EXPECT_FALSE(story.person(person).is_public);
}

TEST(Questions, anonymous_ones_need_the_sessions_leave_and_a_well_formed_hash) {
  Story named(plan_with(true, false));
  EXPECT_EQ(named.answer(speaker, anonymously("Who?")), "not_allowed");
  Story story;
  EXPECT_EQ(story.answer(speaker, anonymously("Who?", "my secret")), "bad_data");
  EXPECT_EQ(story.answer(speaker, anonymously("Who?", std::nullopt)), "accepted");
}

TEST(Questions, the_secret_hash_edits_and_withdraws_an_anonymous_one) {
  Story story;
  story.say(speaker, anonymously("First wording"));
  EXPECT_EQ(story.answer(speaker, EditQuestion{QuestionId{1}, std::nullopt, Words("By id")}), "not_allowed");
  EXPECT_EQ(story.answer(speaker, EditQuestion{std::nullopt, std::string(64, 'b'), Words("Wrong")}), "not_found");
  EXPECT_EQ(story.answer(speaker, EditQuestion{std::nullopt, std::string(), Words("Empty")}), "not_found");
  EXPECT_EQ(story.answer(speaker, EditQuestion{std::nullopt, secret_hash, Words("Better")}), "accepted");
  EXPECT_EQ(story.question(QuestionId{1}).text.text, "Better");
  EXPECT_EQ(story.answer(speaker, WithdrawQuestion{std::nullopt, secret_hash}), "accepted");
  EXPECT_EQ(story.answer(speaker, WithdrawQuestion{std::nullopt, secret_hash}), "wrong_state");
}

TEST(Questions, a_secret_used_twice_means_the_one_that_is_pending) {
  Story story;
  story.say(speaker, anonymously("Pending"));
  story.say(speaker, anonymously("Approved"));
  story.say(moderator, ApproveQuestion{QuestionId{2}});
  EXPECT_EQ(story.answer(speaker, WithdrawQuestion{std::nullopt, secret_hash}), "accepted");
  EXPECT_EQ(story.question(QuestionId{1}).status, QuestionStatus::withdrawn);
}

TEST(Questions, only_the_author_edits_and_only_while_pending) {
  Story story;
  const QuestionId asked = story.ask(speaker, "Draft");
  EXPECT_EQ(story.answer(rapporteur, EditQuestion{asked, std::nullopt, Words("Mine")}), "not_allowed");
  EXPECT_EQ(story.answer(speaker, EditQuestion{QuestionId{9}, std::nullopt, Words("Mine")}), "not_found");
  EXPECT_EQ(story.answer(speaker, EditQuestion{asked, secret_hash, Words("Both")}), "bad_data");
  EXPECT_EQ(story.answer(speaker, EditQuestion{std::nullopt, std::nullopt, Words("None")}), "bad_data");
  EXPECT_EQ(story.answer(speaker, EditQuestion{asked, std::nullopt, Words("Draft")}), "already");
  EXPECT_EQ(story.answer(speaker, EditQuestion{asked, std::nullopt, Words("Final")}), "accepted");
  story.say(moderator, ApproveQuestion{asked});
  EXPECT_EQ(story.answer(speaker, EditQuestion{asked, std::nullopt, Words("Late")}), "wrong_state");
  EXPECT_EQ(story.answer(speaker, WithdrawQuestion{asked, std::nullopt}), "wrong_state");
}

TEST(Questions, a_rejection_gives_a_reason_and_can_be_taken_back) {
  Story story;
  const QuestionId asked = story.ask(speaker, "Rude");
  EXPECT_EQ(story.answer(steward, RejectQuestion{asked, Words("tone")}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, RejectQuestion{asked, Words(" ")}), "bad_data");
  EXPECT_EQ(story.answer(moderator, RejectQuestion{QuestionId{8}, Words("tone")}), "not_found");
  EXPECT_EQ(story.answer(moderator, RejectQuestion{asked, Words("tone")}), "accepted");
  EXPECT_EQ(story.answer(moderator, RejectQuestion{asked, Words("tone")}), "already");
  EXPECT_EQ(story.answer(moderator, ApproveQuestion{asked}), "accepted");
  EXPECT_TRUE(story.question(asked).reason.empty());
  EXPECT_EQ(story.answer(moderator, RejectQuestion{asked, Words("tone")}), "wrong_state");
}

TEST(Questions, a_withdrawn_one_is_not_approved_any_more) {
  Story story;
  const QuestionId asked = story.ask(speaker, "Never mind");
  story.say(speaker, WithdrawQuestion{asked, std::nullopt});
  EXPECT_EQ(story.answer(moderator, ApproveQuestion{asked}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, ApproveQuestion{QuestionId{7}}), "not_found");
}

TEST(Questions, votes_for_a_merged_one_are_its_heads_until_it_is_unmerged) {
  Story story;
  const QuestionId head = story.approved(speaker, "Head");
  const QuestionId merged = story.approved(rapporteur, "Merged");
  const PersonId one = story.attendee();
  const PersonId both = story.attendee();
  story.say(both, VoteQuestion{head});
  story.say(both, VoteQuestion{merged});
  story.say(one, VoteQuestion{merged});
  EXPECT_EQ(story.say(moderator, MergeQuestion{merged, head}).words(), "question.merged");
  EXPECT_EQ(voters_of(story.state.questions, head).size(), 2U) << "distinct people";
  const Said voted = story.say(steward, VoteQuestion{merged});
  EXPECT_EQ(voted.find<QuestionVoted>()->question, head);
  EXPECT_EQ(story.answer(one, VoteQuestion{head}), "already");
  EXPECT_EQ(story.answer(moderator, UnmergeQuestion{merged}), "accepted");
  EXPECT_EQ(voters_of(story.state.questions, merged).size(), 2U);
  EXPECT_EQ(voters_of(story.state.questions, head).size(), 2U);
  EXPECT_EQ(story.answer(moderator, UnmergeQuestion{merged}), "already");
  EXPECT_EQ(story.answer(moderator, UnmergeQuestion{QuestionId{9}}), "not_found");
}

TEST(Questions, a_vote_is_counted_once_and_taken_back_from_head_and_merged) {
  Story story;
  const QuestionId head = story.approved(speaker, "Head");
  const QuestionId merged = story.approved(speaker, "Merged");
  EXPECT_EQ(story.answer(steward, UnvoteQuestion{head}), "already");
  story.say(steward, VoteQuestion{head});
  story.say(steward, VoteQuestion{merged});
  story.say(moderator, MergeQuestion{merged, head});
  EXPECT_EQ(story.answer(steward, UnvoteQuestion{merged}), "accepted");
  EXPECT_TRUE(voters_of(story.state.questions, head).empty());
}

TEST(Questions, a_vote_needs_an_open_question_that_everyone_sees) {
  Story story;
  const QuestionId head = story.approved(speaker, "Head");
  const QuestionId pending = story.ask(speaker, "Pending");
  EXPECT_EQ(story.answer(steward, VoteQuestion{pending}), "wrong_state");
  EXPECT_EQ(story.answer(steward, VoteQuestion{QuestionId{9}}), "not_found");
  story.say(moderator, MergeQuestion{pending, head});
  EXPECT_EQ(story.answer(steward, VoteQuestion{pending}), "wrong_state") << "nobody outside staff knows of it";
  story.say(moderator, AnswerQuestion{head, std::nullopt});
  EXPECT_EQ(story.answer(steward, VoteQuestion{head}), "wrong_state");
  EXPECT_EQ(story.answer(steward, UnvoteQuestion{head}), "wrong_state");
}

TEST(Questions, merging_goes_to_the_head_and_never_in_a_circle) {
  Story story;
  const QuestionId one = story.approved(speaker, "One");
  const QuestionId two = story.approved(speaker, "Two");
  const QuestionId three = story.approved(speaker, "Three");
  story.say(moderator, MergeQuestion{two, one});
  const Said said = story.say(moderator, MergeQuestion{three, two});
  EXPECT_EQ(said.find<QuestionMerged>()->into, one) << "into a merged question means into its head";
  EXPECT_EQ(story.answer(moderator, MergeQuestion{one, three}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, MergeQuestion{one, one}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, MergeQuestion{two, three}), "already");
  const QuestionId four = story.approved(speaker, "Four");
  EXPECT_EQ(story.answer(moderator, MergeQuestion{two, four}), "wrong_state") << "unmerge first";
  EXPECT_EQ(story.answer(moderator, MergeQuestion{one, four}), "accepted");
  EXPECT_EQ(head_of(story.state.questions, three), four) << "chains follow the new head";
}

TEST(Questions, merging_needs_a_head_that_everyone_sees) {
  Story story;
  const QuestionId open = story.approved(speaker, "Open");
  const QuestionId pending = story.ask(speaker, "Pending");
  EXPECT_EQ(story.answer(moderator, MergeQuestion{open, pending}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, MergeQuestion{open, QuestionId{9}}), "not_found");
  EXPECT_EQ(story.answer(moderator, MergeQuestion{pending, open}), "accepted");
  EXPECT_EQ(story.answer(moderator, ApproveQuestion{pending}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, RejectQuestion{pending, Words("no")}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, DismissQuestion{pending}), "wrong_state");
  story.say(moderator, DismissQuestion{open});
  EXPECT_EQ(story.answer(moderator, MergeQuestion{open, pending}), "wrong_state");
}

TEST(Questions, the_screen_shows_heads_that_everyone_sees) {
  Story story;
  const QuestionId head = story.approved(speaker, "Head");
  const QuestionId merged = story.approved(speaker, "Merged");
  const QuestionId pending = story.ask(speaker, "Pending");
  EXPECT_EQ(story.answer(moderator, ShowQuestion{}), "already");
  EXPECT_EQ(story.answer(moderator, ShowQuestion{pending}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, ShowQuestion{QuestionId{9}}), "not_found");
  EXPECT_EQ(story.answer(moderator, ShowQuestion{merged}), "accepted");
  story.say(moderator, MergeQuestion{merged, head});
  EXPECT_EQ(story.state.questions.on_screen, head);
  EXPECT_EQ(story.answer(moderator, ShowQuestion{merged}), "already");
  EXPECT_EQ(story.say(moderator, AnswerQuestion{head, std::nullopt}).words(), "question.answered question.shown");
  EXPECT_FALSE(story.state.questions.on_screen);
}

TEST(Questions, they_are_answered_live_in_writing_or_both) {
  Story story;
  const QuestionId asked = story.approved(speaker, "Why?");
  EXPECT_EQ(story.answer(moderator, AnswerQuestion{asked, Words(" ")}), "bad_data");
  EXPECT_EQ(story.answer(moderator, AnswerQuestion{QuestionId{9}, std::nullopt}), "not_found");
  EXPECT_EQ(story.answer(moderator, AnswerQuestion{story.ask(speaker, "New"), std::nullopt}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, AnswerQuestion{asked, std::nullopt}), "accepted");
  EXPECT_EQ(story.answer(moderator, AnswerQuestion{asked, std::nullopt}), "already");
  EXPECT_EQ(story.answer(moderator, AnswerQuestion{asked, Words("Because")}), "accepted");
  EXPECT_EQ(story.answer(moderator, AnswerQuestion{asked, Words("Because")}), "already");
  EXPECT_TRUE(story.question(asked).is_answered_live);
  EXPECT_EQ(story.question(asked).answer.text, "Because");
}

TEST(Questions, an_open_one_can_be_dismissed) {
  Story story;
  const QuestionId asked = story.approved(speaker, "Off topic?");
  EXPECT_EQ(story.answer(moderator, DismissQuestion{QuestionId{9}}), "not_found");
  EXPECT_EQ(story.answer(speaker, DismissQuestion{asked}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, DismissQuestion{asked}), "accepted");
  EXPECT_EQ(story.answer(moderator, DismissQuestion{asked}), "wrong_state");
}

TEST(Questions, the_representative_list_leaves_no_large_group_unheard) {
  Story story;
  const QuestionId loved = story.approved(speaker, "Loved");
  const QuestionId also = story.approved(speaker, "By the same people");
  const QuestionId minority = story.approved(speaker, "By two others");
  story.approved(speaker, "By nobody");
  for (PersonId each : {moderator, online_moderator, steward}) {
    story.say(each, VoteQuestion{loved});
    story.say(each, VoteQuestion{also});
  }
  for (PersonId each : {rapporteur, speaker}) story.say(each, VoteQuestion{minority});
  EXPECT_EQ(representative_questions(story.state.questions), (std::vector<QuestionId>{loved, minority}));
}

TEST(Questions, likeness_counts_shared_triples) {
  const auto likeness = [](std::string_view one, std::string_view other) {
    return likeness_percent(triples_of(one), triples_of(other));
  };
  EXPECT_EQ(likeness("Who pays for it?", "who pays for it"), 100);
  EXPECT_GE(likeness("Who pays for the training?", "Who will pay for training?"), alike_percent);
  EXPECT_LT(likeness("Who pays for the training?", "Is the coffee hot?"), alike_percent);
  EXPECT_EQ(likeness("", "anything"), 0);
}

}  // namespace
}  // namespace roundtable::test
