#include <gtest/gtest.h>

#include "core/random_history.hpp"

namespace roundtable::test {
namespace {

DurationMs served_by_government(const Story& story) {
  return story.state.floor.served.by(Attribute::stakeholder_group)[0];
}

/// A session in which somebody of government has half as much time again, and the first turn is theirs.
Story with_extra_time(std::int64_t percent) {
  Story story;
  story.say(moderator, NextPhase{});
  const PersonId ana = story.attendee(StakeholderGroup::government);
  story.say(steward, SetExtraTime{ana, percent});
  story.raise(ana);
  story.give_first();
  return story;
}

TEST(ExtraTime, is_set_by_helpers_up_to_twice_the_turn_length) {
  Story story;
  const PersonId ana = story.attendee();
  EXPECT_EQ(story.answer(ana, SetExtraTime{ana, 50}), "not_allowed");
  EXPECT_EQ(story.answer(rapporteur, SetExtraTime{ana, 50}), "not_allowed");
  EXPECT_EQ(story.answer(steward, SetExtraTime{ana, 201}), "bad_data");
  EXPECT_EQ(story.answer(steward, SetExtraTime{ana, -1}), "bad_data");
  EXPECT_EQ(story.answer(steward, SetExtraTime{PersonId{99}, 50}), "not_found");
  EXPECT_EQ(story.answer(steward, SetExtraTime{ana, 0}), "already");
  EXPECT_EQ(story.answer(steward, SetExtraTime{ana, 50}), "accepted");
  EXPECT_EQ(story.answer(moderator, SetExtraTime{ana, 50}), "already");
  EXPECT_EQ(story.person(ana).extra_time_percent, std::optional<std::uint32_t>(50));
  EXPECT_EQ(story.answer(moderator, SetExtraTime{ana, 0}), "accepted");
  EXPECT_EQ(story.person(ana).extra_time_percent, std::nullopt);
}

TEST(ExtraTime, lengthens_each_turn_from_the_next_on_and_no_turn_past_an_hour) {
  Story story = with_extra_time(50);
  const Turn& turn = story.state.floor.turns.at(TurnId{1});
  EXPECT_EQ(turn.planned_ms, 180 * second_ms);
  EXPECT_EQ(turn.uncharged, (Uncharged{120 * second_ms, 180 * second_ms}));
  story.say(moderator, SetTurnLength{3'000});
  GiveFloor answer;
  answer.person = turn.person;
  answer.kind = TurnKind::answer;
  story.say(moderator, answer);
  EXPECT_EQ(story.state.floor.turns.at(TurnId{2}).planned_ms, limits::longest_turn_ms);
}

TEST(ExtraTime, costs_the_group_nothing_and_what_is_spoken_before_and_after_it_all) {
  const std::pair<std::int64_t, std::int64_t> spoken_and_charged[] = {{0, 0},     {90, 90},   {120, 120},
                                                                      {150, 120}, {180, 120}, {200, 140}};
  for (const auto& [spoken, charged] : spoken_and_charged) {
    Story story = with_extra_time(50);
    const PersonId ana = story.state.floor.turns.at(TurnId{1}).person;
    story.wait(spoken);
    story.say(moderator, EndTurn{});
    EXPECT_EQ(served_by_government(story), charged * second_ms) << spoken;
    EXPECT_EQ(story.state.floor.spoken.at(ana).spoken_ms, spoken * second_ms) << "the record has what was spoken";
  }
}

TEST(ExtraTime, stays_the_persons_when_staff_lengthen_or_shorten_the_turn) {
  Story longer = with_extra_time(50);
  longer.say(moderator, ExtendTurn{60});
  longer.wait(240);
  longer.say(moderator, EndTurn{});
  EXPECT_EQ(served_by_government(longer), 180 * second_ms);
  Story shorter = with_extra_time(50);
  shorter.say(moderator, ExtendTurn{-60});
  shorter.wait(120);
  shorter.say(moderator, EndTurn{});
  EXPECT_EQ(served_by_government(shorter), 120 * second_ms);
}

TEST(ExtraTime, is_counted_as_before_after_a_turn_is_taken_back) {
  Story story = with_extra_time(100);
  story.wait(240);
  story.say(moderator, EndTurn{});
  EXPECT_EQ(served_by_government(story), 120 * second_ms);
  story.raise(speaker);
  story.give_first();
  story.say(moderator, MarkUnspoken{});
  EXPECT_EQ(served_by_government(story), 120 * second_ms) << "counted anew from the turns";
}

/// Whatever happens, no group is charged more than was spoken, and no turn less than what lies outside its extra time.
TEST(ExtraTime, is_the_only_time_that_a_charged_turn_does_not_charge) {
  std::size_t seen = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    RandomHistory story(seed);
    for (int step = 0; step < 200; ++step) story.step();
    DurationMs charged = 0;
    for (const auto& [id, turn] : story.state.floor.turns) {
      if (!turn.is_charged || !turn.ended_at_ms || turn.is_undone || turn.is_unspoken) continue;
      const DurationMs own = charged_ms(turn, turn.spent_ms);
      const DurationMs extra = turn.uncharged ? turn.uncharged->until_ms - turn.uncharged->from_ms : 0;
      EXPECT_LE(own, turn.spent_ms) << "seed " << seed;
      EXPECT_GE(own, turn.spent_ms - extra) << "seed " << seed;
      charged += own;
      seen += turn.uncharged ? 1 : 0;
    }
    DurationMs served = 0;
    for (DurationMs each : story.state.floor.served.modality) served += each;
    EXPECT_EQ(served, charged) << "seed " << seed;
  }
  EXPECT_GT(seen, 0U) << "histories have to have such turns for the law to mean anything";
}

}  // namespace
}  // namespace roundtable::test
