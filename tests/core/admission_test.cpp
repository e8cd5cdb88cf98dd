#include "core/admission.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

Join join_of(const char* name, std::string request = {}) {
  Join join;
  join.profile = profile(name);
  join.roles = {Role::attendee};
  join.request_key = request.empty() ? name : std::move(request);
  return join;
}
AskToJoin knock_by(const char* name) {
  return AskToJoin{profile(name), name};
}

TEST(Admission, joins_are_open_unless_the_plan_says_otherwise) {
  EXPECT_EQ(Story().state.admission.mode, JoinsMode::open);
  SessionPlan plan = story_plan();
  plan.joins = JoinsMode::closed;
  EXPECT_EQ(Story(plan).state.admission.mode, JoinsMode::closed);
}

TEST(Admission, moderators_set_who_joins) {
  Story story;
  EXPECT_EQ(story.answer(steward, SetJoins{JoinsMode::closed}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, SetJoins{JoinsMode::open}), "already");
  EXPECT_EQ(story.say(online_moderator, SetJoins{JoinsMode::closed}).words(), "session.joins_set");
  EXPECT_EQ(story.answer(online_moderator, SetJoins{JoinsMode::closed}), "already");
}

TEST(Admission, closed_joins_let_in_nobody_but_the_invited) {
  Story story;
  story.say(moderator, SetJoins{JoinsMode::closed});
  EXPECT_EQ(door_of(story.state, join_of("Ana")), Door::closed);
  EXPECT_EQ(story.room(join_of("Ana")).code(), "wrong_state");
  EXPECT_EQ(story.room(knock_by("Ana")).code(), "wrong_state");
  Join own = join_of("Speaker");
  own.person = speaker;
  EXPECT_EQ(story.room(own).code(), "accepted");
  Join by_role = join_of("By link");
  by_role.roles = {Role::rapporteur};
  EXPECT_EQ(story.room(by_role).code(), "accepted");
}

TEST(Admission, with_approval_a_join_waits_until_staff_let_it_in) {
  Story story;
  story.say(moderator, SetJoins{JoinsMode::approval});
  EXPECT_EQ(door_of(story.state, join_of("Ana")), Door::knock);
  EXPECT_EQ(story.room(join_of("Ana")).code(), "wrong_state");
  EXPECT_EQ(story.room(knock_by("Ana")).words(), "person.knocked");
  EXPECT_EQ(door_of(story.state, join_of("Ana")), Door::waits);
  EXPECT_EQ(story.room(knock_by("Ana")).code(), "wrong_state") << "asked again";
  EXPECT_EQ(story.state.roster.people.size(), 5U) << "no participant yet";
  EXPECT_EQ(story.answer(speaker, AdmitPeople{{KnockId{1}}}), "not_allowed");
  EXPECT_EQ(story.say(steward, AdmitPeople{{KnockId{1}}}).words(), "person.admitted person.joined");
  EXPECT_EQ(door_of(story.state, join_of("Ana")), Door::joined);
  EXPECT_EQ(story.person(PersonId{6}).profile.name.text, "Ana");
  EXPECT_FALSE(story.person(PersonId{6}).is_guest) << "whom staff let in they have seen by name";
  EXPECT_TRUE(story.state.admission.knocks.empty());
  EXPECT_EQ(story.answer(steward, AdmitPeople{{KnockId{1}}}), "not_found");
}

TEST(Admission, several_are_let_in_at_once) {
  Story story;
  story.say(moderator, SetJoins{JoinsMode::approval});
  for (const char* name : {"Ana", "Ben", "Cy"}) story.room(knock_by(name));
  EXPECT_EQ(story.answer(moderator, AdmitPeople{}), "bad_data");
  EXPECT_EQ(story.answer(moderator, AdmitPeople{std::vector<KnockId>(101, KnockId{1})}), "bad_data");
  const Said said = story.say(moderator, AdmitPeople{{KnockId{1}, KnockId{3}, KnockId{3}, KnockId{9}}});
  EXPECT_EQ(said.words(), "person.admitted person.joined person.admitted person.joined");
  EXPECT_EQ(story.person(PersonId{7}).profile.name.text, "Cy");
  EXPECT_EQ(story.state.counters.person, 7U);
  EXPECT_EQ(story.state.admission.knocks.size(), 1U);
}

TEST(Admission, who_is_turned_away_stays_out_also_when_joins_open) {
  Story story;
  story.say(moderator, SetJoins{JoinsMode::approval});
  story.room(knock_by("Ana"));
  EXPECT_EQ(story.answer(rapporteur, TurnAway{{KnockId{1}}}), "not_allowed");
  EXPECT_EQ(story.say(steward, TurnAway{{KnockId{1}}}).words(), "person.turned_away");
  EXPECT_EQ(story.answer(steward, TurnAway{{KnockId{1}}}), "not_found");
  story.say(moderator, SetJoins{JoinsMode::open});
  EXPECT_EQ(door_of(story.state, join_of("Ana")), Door::turned_away);
  EXPECT_EQ(story.room(join_of("Ana")).code(), "not_allowed");
  EXPECT_EQ(story.room(join_of("Another", "another request")).code(), "accepted");
}

TEST(Admission, who_waits_joins_when_joins_open_and_as_a_guest) {
  Story story;
  story.say(moderator, SetJoins{JoinsMode::approval});
  story.room(knock_by("Ana"));
  story.say(moderator, SetJoins{JoinsMode::closed});
  EXPECT_EQ(door_of(story.state, join_of("Ana")), Door::waits);
  story.say(moderator, SetJoins{JoinsMode::open});
  EXPECT_EQ(story.room(join_of("Ana")).words(), "person.admitted person.joined");
  EXPECT_TRUE(story.state.admission.knocks.empty());
  EXPECT_TRUE(story.person(PersonId{6}).is_guest) << "nobody has looked at the name";
}

TEST(Admission, the_removed_stay_out_by_request_and_by_own_link) {
  Story story;
  story.room(join_of("Ana"));
  const PersonId ana{6};
  EXPECT_EQ(door_of(story.state, join_of("Ana")), Door::joined);
  story.say(moderator, RemovePerson{ana});
  EXPECT_EQ(door_of(story.state, join_of("Ana")), Door::removed);
  EXPECT_EQ(story.room(join_of("Ana")).code(), "not_allowed");
  Join own = join_of("Ana", "fresh request");
  own.person = ana;
  EXPECT_EQ(door_of(story.state, own), Door::removed);
  EXPECT_EQ(story.room(own).code(), "not_allowed");
}

TEST(Admission, bad_knocks_are_refused) {
  Story story;
  story.say(moderator, SetJoins{JoinsMode::approval});
  EXPECT_EQ(story.room(AskToJoin{profile("Ana"), ""}).code(), "bad_data") << "nobody could come back with it";
  EXPECT_EQ(story.room(AskToJoin{profile(" "), "request"}).code(), "bad_data");
  EXPECT_EQ(story.answer(moderator, knock_by("Ana")), "not_allowed") << "the room's own";
  for (std::size_t index = 0; index < limits::waiting_knocks; ++index) {
    story.room(AskToJoin{profile("Somebody"), "request " + std::to_string(index)});
  }
  EXPECT_EQ(story.room(knock_by("One more")).code(), "limit");
}

}  // namespace
}  // namespace roundtable::test
