#include "core/rehearsal.hpp"

#include <gtest/gtest.h>

#include "core/random_history.hpp"
#include "view/show.hpp"
#include "wire/codec.hpp"
#include "wire/json.hpp"

namespace roundtable::test {
namespace {

/// All but what a rehearsal leaves: people, who may join, ids.
std::string without_what_stays(State state) {
  state.roster = {};
  state.admission = {};
  state.counters = {};
  state.agenda.last_phase = {};
  state.acts = {};
  return wire::to_text(state);
}

TEST(Rehearsal, moderators_start_and_end_it_before_the_session) {
  Story story;
  for (PersonId each : {steward, rapporteur, speaker}) EXPECT_EQ(story.answer(each, StartRehearsal{}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, EndRehearsal{}), "already");
  EXPECT_EQ(story.say(online_moderator, StartRehearsal{}).words(), "rehearsal.started");
  EXPECT_EQ(story.answer(moderator, StartRehearsal{}), "already");
  EXPECT_EQ(story.say(moderator, EndRehearsal{}).words(), "rehearsal.ended");
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.answer(moderator, StartRehearsal{}), "wrong_state");
}

TEST(Rehearsal, it_does_not_start_while_somebody_has_the_floor) {
  Story story;
  story.raise(speaker);
  story.give_first();
  EXPECT_EQ(story.answer(moderator, StartRehearsal{}), "wrong_state");
}

TEST(Rehearsal, its_end_puts_back_what_stood_at_its_start) {
  Story story;
  const QuestionId asked = story.approved(speaker, "Before?");
  const ItemId item = story.draft("Before");
  story.say(moderator, ExtendPhase{PhaseId{1}, 60});
  const std::string before = without_what_stays(story.state);
  story.say(moderator, StartRehearsal{});
  story.say(moderator, NextPhase{});
  story.raise(speaker);
  story.speak(60);
  story.approved(speaker, "In the rehearsal?");
  story.say(rapporteur, VoteQuestion{asked});
  story.say(moderator, ShowQuestion{asked});
  story.say(rapporteur, PublishTakeaway{item});
  story.say(moderator, Announce{Words("Testing")});
  story.say(speaker, SendSignal{SignalKind::cannot_hear});
  story.say(rapporteur, AddJotting{Words("A note")});
  story.say(steward, SayToStaff{Words("Works")});
  story.say(steward, SendCue{speaker, CueKind::unmute});
  story.say(steward, CountHeads{90, 80});
  story.room(Caption{Words("one two"), "en", 1});
  story.say(moderator, AddPhase{Words("Extra"), PhaseKind::discussion, 600});
  story.say(moderator, NextPhase{});
  EXPECT_NE(without_what_stays(story.state), before);
  EXPECT_EQ(story.answer(moderator, EndRehearsal{}), "accepted");
  EXPECT_EQ(without_what_stays(story.state), before);
  EXPECT_EQ(story.state.session.status, SessionStatus::prepared);
}

TEST(Rehearsal, it_is_ended_and_not_closed) {
  Story story;
  story.say(moderator, StartRehearsal{});
  story.say(moderator, NextPhase{});
  EXPECT_EQ(story.answer(moderator, CloseSession{}), "wrong_state");
  story.say(moderator, EndRehearsal{});
  EXPECT_EQ(story.say(moderator, NextPhase{}).words(), "phase.started chair.taken") << "a first start as any";
}

TEST(Rehearsal, people_stay_and_ids_go_on_counting) {
  Story story;
  story.say(moderator, StartRehearsal{});
  const PersonId ana = story.attendee();
  const QuestionId rehearsed = story.ask(ana, "One?");
  story.say(moderator, AddPhase{Words("Extra"), PhaseKind::discussion, 600});
  story.say(moderator, SetJoins{JoinsMode::approval});
  story.say(moderator, EndRehearsal{});
  EXPECT_TRUE(story.state.roster.people.contains(ana));
  EXPECT_EQ(story.state.admission.mode, JoinsMode::approval);
  EXPECT_GT(story.ask(ana, "Another?"), rehearsed);
  story.say(moderator, AddPhase{Words("Extra"), PhaseKind::discussion, 600});
  EXPECT_EQ(story.state.agenda.last_phase, PhaseId{6});
}

TEST(Rehearsal, who_acted_in_it_is_not_known_to_everyone_because_of_that) {
  Story story;
  const PersonId before = story.attendee();
  story.raise(before);
  story.say(moderator, StartRehearsal{});
  const PersonId ana = story.attendee();
  story.raise(ana);
  EXPECT_TRUE(story.person(ana).is_public);
  story.say(moderator, EndRehearsal{});
  EXPECT_FALSE(story.person(ana).is_public);
  EXPECT_TRUE(story.person(before).is_public);
}

TEST(Rehearsal, attendance_counts_from_its_end) {
  Story story;
  const PersonId ana = story.attendee();
  const PersonId ben = story.attendee();
  story.say(moderator, StartRehearsal{});
  story.wait(600);
  story.room(LeavePerson{ben, story.now_ms});
  story.say(moderator, EndRehearsal{});
  EXPECT_EQ(story.person(ben).attended_ms, 0);
  EXPECT_EQ(story.person(ana).present_since_ms, story.now_ms);
}

TEST(Rehearsal, nothing_before_its_start_or_its_end_is_taken_back) {
  Story story;
  const QuestionId asked = story.approved(speaker, "Show?");
  const Said shown = story.say(moderator, ShowQuestion{asked});
  story.say(moderator, StartRehearsal{});
  EXPECT_EQ(story.answer(moderator, Undo{shown.events.front().seq}), "wrong_state");
  const Said next = story.say(moderator, NextPhase{});
  story.say(moderator, EndRehearsal{});
  EXPECT_EQ(story.answer(moderator, Undo{next.events.front().seq}), "wrong_state");
}

TEST(Rehearsal, hands_of_people_removed_in_it_do_not_come_back) {
  Story story;
  const PersonId ana = story.attendee();
  story.raise(ana);
  story.raise(speaker);
  story.say(moderator, StartRehearsal{});
  story.say(moderator, RemovePerson{ana});
  EXPECT_EQ(story.say(moderator, EndRehearsal{}).words(), "rehearsal.ended hand.lowered");
  EXPECT_EQ(story.queue(), std::vector<PersonId>{speaker});
}

TEST(Rehearsal, every_random_one_leaves_what_stood_at_its_start) {
  std::size_t ended = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    RandomHistory story(seed);
    std::string before;
    for (int step = 0; step < 80; ++step) {
      const std::string now = without_what_stays(story.state);
      const Drawn drawn = story.draw();
      const Said said = story.perform_as(drawn.command, drawn.stamp);
      if (said.find<RehearsalStarted>() != nullptr) before = now;
      if (said.find<RehearsalEnded>() == nullptr || said.events.size() > 1) continue;  // somebody was removed in it
      ASSERT_EQ(without_what_stays(story.state), before) << "seed " << seed << " step " << step;
      ++ended;
    }
  }
  EXPECT_GT(ended, 20U);
}

TEST(Rehearsal, a_state_in_it_is_read_back_from_its_snapshot) {
  Story story;
  story.approved(speaker, "Before?");
  story.say(moderator, StartRehearsal{});
  story.say(moderator, NextPhase{});
  const State shown = view::show(story.state, {Scope::staff, moderator, {Role::moderator}, alias_of(moderator)});
  const auto json = wire::parse(wire::snapshot_text(wire::snapshot_base(shown), {}, shown.mine), std::size_t{1} << 20U);
  ASSERT_TRUE(json);
  const auto read = wire::read_snapshot(*json);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, shown);
}

}  // namespace
}  // namespace roundtable::test
