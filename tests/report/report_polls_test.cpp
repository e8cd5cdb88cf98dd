// Polls in the report: what was published, by groups that are large enough, and how far they agree.
#include <gtest/gtest.h>

#include "report/report_formats.hpp"
#include "sample_state.hpp"

namespace roundtable::report {
namespace {

using core::Words;

core::Poll temperature_check() {
  core::Poll poll;
  poll.title = Words("Is this rough consensus?");
  poll.status = core::PollStatus::closed;
  poll.is_final = true;
  poll.is_published = true;
  poll.hands = {30, 4, 1};
  poll.results.emplace();
  poll.results->people = 16;
  poll.results->counts = poll.results->supporters = {8, 4, 4};
  poll.results->breakdowns = {{core::Attribute::stakeholder_group, {{"government", 8, {6, 2, 0}}, {"", 8, {2, 2, 4}}}}};
  return poll;
}

core::Poll words() {
  core::Poll poll;
  poll.kind = core::PollKind::words;
  poll.title = Words("In one word?");
  poll.status = core::PollStatus::closed;
  poll.is_published = true;
  poll.results.emplace();
  poll.results->people = 3;
  poll.results->answers = {{Words("trust"), 2, true}, {Words("an insult"), 1, false}};
  return poll;
}

std::string markdown_of(const core::State& state, bool for_staff) {
  ReportOptions options;
  options.for_staff = for_staff;
  options.generated_at_ms = test::sample_end_ms;
  return report_markdown(build_report(state, options));
}

bool has(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

TEST(ReportPolls, TellsCountsHandsGroupsAndTheAgreementInPlainWords) {
  core::State state = test::sample_state();
  state.polls.list.emplace(core::PollId{1}, temperature_check());
  const std::string text = markdown_of(state, false);
  for (const char* words :
       {"Polls and temperature checks", "Is this rough consensus?", "16 people voted anonymously", "Can live with it",
        "Hands in the room", "Other groups",
        "In every group shown at least 50 % support it (least: Other groups); of all who voted 75.0 %"}) {
    EXPECT_TRUE(has(text, words)) << words << "\n" << text;
  }
}

TEST(ReportPolls, LeavesOutWhatWasNotPublishedAndWordsThatDidNotPass) {
  core::State state = test::sample_state();
  core::Poll hidden = temperature_check();
  hidden.is_published = false;
  state.polls.list.emplace(core::PollId{1}, hidden);
  state.polls.list.emplace(core::PollId{2}, words());
  const std::string everyone = markdown_of(state, false);
  EXPECT_FALSE(has(everyone, "rough consensus"));
  EXPECT_TRUE(has(everyone, "trust"));
  EXPECT_FALSE(has(everyone, "insult"));
  EXPECT_TRUE(has(everyone, "Answers not listed"));
  const std::string staff = markdown_of(state, true);
  EXPECT_TRUE(has(staff, "rough consensus"));
  EXPECT_TRUE(has(staff, "were not shown to everyone"));
  EXPECT_TRUE(has(staff, "insult"));
}

TEST(ReportPolls, HasNoGroupsWhileTheCloseCanBeTakenBack) {
  core::State state = test::sample_state();
  core::Poll fresh = temperature_check();
  fresh.is_final = false;
  state.polls.list.emplace(core::PollId{1}, fresh);
  EXPECT_FALSE(has(markdown_of(state, true), "In every group shown"));
}

TEST(ReportPolls, NamesAPollThatATakeawayRestsOn) {
  core::State state = test::sample_state();
  state.polls.list.emplace(core::PollId{1}, temperature_check());
  core::Evidence evidence;
  evidence.poll = core::PollId{1};
  state.takeaways.items.at(state.takeaways.order.front()).evidence.push_back(evidence);
  EXPECT_TRUE(has(markdown_of(state, true), "Evidence: poll 1"));
}

}  // namespace
}  // namespace roundtable::report
