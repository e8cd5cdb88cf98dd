#include "core/agenda_plan.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

constexpr PhaseId talks{1};
constexpr PhaseId discussion{2};
constexpr PhaseId questions{3};
constexpr PhaseId results{4};
using Order = std::vector<PhaseId>;

AddPhase a_phase(std::optional<PhaseId> before = std::nullopt) {
  return AddPhase{Words("Extra"), PhaseKind::discussion, 600, before};
}

TEST(AgendaPlan, only_the_moderator_changes_it) {
  Story story;
  for (PersonId each : {online_moderator, steward, rapporteur, speaker}) {
    EXPECT_EQ(story.answer(each, a_phase()), "not_allowed");
    EXPECT_EQ(story.answer(each, MovePhase{results, talks}), "not_allowed");
    EXPECT_EQ(story.answer(each, DropPhase{results}), "not_allowed");
  }
}

TEST(AgendaPlan, a_phase_is_added_where_asked) {
  Story story;
  EXPECT_EQ(story.say(moderator, a_phase(questions)).words(), "phase.added");
  EXPECT_EQ(story.state.agenda.order, (Order{talks, discussion, PhaseId{5}, questions, results}));
  EXPECT_EQ(story.phase(5).title, "Extra");
  EXPECT_EQ(story.phase(5).planned_ms, 10 * minute_ms);
  EXPECT_EQ(story.phase(5).min_ms, 5 * minute_ms);
  EXPECT_EQ(story.answer(moderator, a_phase(PhaseId{9})), "not_found");
  EXPECT_EQ(story.answer(moderator, a_phase()), "accepted");
  EXPECT_EQ(story.state.agenda.order.back(), PhaseId{6});
}

TEST(AgendaPlan, a_phase_has_a_title_and_lasts_from_a_minute_to_12_hours) {
  Story story;
  AddPhase add = a_phase();
  add.title = Words("  ");
  EXPECT_EQ(story.answer(moderator, add), "bad_data");
  add.title = Words(std::string(301, 'a'));
  EXPECT_EQ(story.answer(moderator, add), "bad_data");
  add = a_phase();
  for (std::int64_t seconds : {-60, 0, 59, 43'201}) {
    add.seconds = seconds;
    EXPECT_EQ(story.answer(moderator, add), "bad_data") << seconds;
  }
}

TEST(AgendaPlan, a_session_has_from_1_to_50_phases) {
  Story story;
  for (std::size_t count = 4; count < limits::phases; ++count) story.say(moderator, a_phase());
  EXPECT_EQ(story.answer(moderator, a_phase()), "limit");
  for (std::uint32_t id = 1; id < limits::phases; ++id) story.say(moderator, DropPhase{PhaseId{id}});
  EXPECT_EQ(story.state.agenda.order.size(), 1U);
  EXPECT_EQ(story.answer(moderator, DropPhase{story.state.agenda.order.front()}), "limit");
}

TEST(AgendaPlan, a_phase_moves_behind_the_one_that_runs) {
  Story story;
  EXPECT_EQ(story.say(moderator, MovePhase{results, discussion}).words(), "phase.moved");
  EXPECT_EQ(story.state.agenda.order, (Order{talks, results, discussion, questions}));
  EXPECT_EQ(story.answer(moderator, MovePhase{results, discussion}), "already");
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.answer(moderator, MovePhase{questions, talks}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, a_phase(talks)), "wrong_state");
  EXPECT_EQ(story.answer(moderator, MovePhase{questions, results}), "accepted");
  EXPECT_EQ(story.state.agenda.order, (Order{talks, questions, results, discussion}));
}

TEST(AgendaPlan, what_has_started_stays) {
  Story story;
  story.say(moderator, NextPhase{});
  story.say(moderator, NextPhase{});
  for (PhaseId each : {talks, discussion}) {
    EXPECT_EQ(story.answer(moderator, MovePhase{each, std::nullopt}), "wrong_state");
    EXPECT_EQ(story.answer(moderator, DropPhase{each}), "wrong_state");
  }
  EXPECT_EQ(story.answer(moderator, DropPhase{questions}), "accepted");
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.state.agenda.current, results) << "the dropped one is passed over";
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.answer(moderator, a_phase()), "wrong_state") << "the agenda is over";
}

TEST(AgendaPlan, one_that_was_passed_over_can_be_moved_behind_the_one_that_runs) {
  Story story;
  story.say(moderator, StartPhase{questions});
  EXPECT_EQ(story.answer(moderator, MovePhase{discussion, results}), "accepted");
  EXPECT_EQ(story.state.agenda.order, (Order{talks, questions, discussion, results}));
}

TEST(AgendaPlan, a_dropped_phase_takes_its_talks_with_it_and_its_id_is_not_given_again) {
  Story story;
  story.say(moderator, AddTalk{results, speaker, 60});
  ASSERT_EQ(story.state.lineup.talks.size(), 1U);
  story.say(moderator, DropPhase{results});
  EXPECT_TRUE(story.state.lineup.talks.empty());
  story.say(moderator, a_phase());
  EXPECT_EQ(story.state.agenda.order.back(), PhaseId{5});
}

TEST(AgendaPlan, a_change_of_the_plan_ends_the_taking_back_of_a_change_of_phase) {
  Story story;
  const Said next = story.say(moderator, NextPhase{});
  story.say(moderator, DropPhase{results});
  EXPECT_EQ(story.answer(moderator, Undo{next.events.front().seq}), "wrong_state");
}

}  // namespace
}  // namespace roundtable::test
