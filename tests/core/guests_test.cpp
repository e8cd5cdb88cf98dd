#include "core/guests.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

PassNames pass(PersonId person, std::string name, std::string affiliation = {}) {
  return PassNames{{{person, Words(std::move(name)), Words(std::move(affiliation))}}};
}

TEST(Guests, who_types_a_name_is_a_guest_until_staff_let_it_pass) {
  Story story;
  const PersonId person = story.join(profile("Ana"));
  EXPECT_TRUE(story.person(person).is_guest);
  EXPECT_EQ(story.answer(speaker, pass(person, "Ana")), "not_allowed");
  EXPECT_EQ(story.answer(rapporteur, pass(person, "Ana")), "not_allowed");
  EXPECT_EQ(story.say(steward, pass(person, "Ana")).words(), "person.passed");
  EXPECT_FALSE(story.person(person).is_guest);
  EXPECT_EQ(story.answer(steward, pass(person, "Ana")), "already");
}

TEST(Guests, people_of_the_file_those_whom_staff_added_and_helpers_are_named_at_once) {
  Story story;
  EXPECT_FALSE(story.person(speaker).is_guest);
  EXPECT_FALSE(story.person(story.without_device()).is_guest);
  EXPECT_FALSE(story.person(story.join(profile("By link"), {Role::online_moderator})).is_guest);
  EXPECT_TRUE(story.person(story.join(profile("By link"), {Role::rapporteur})).is_guest);
}

TEST(Guests, only_the_name_that_staff_saw_passes) {
  Story story;
  const PersonId person = story.join(profile("Ana"));
  Profile changed = profile("Banner of another kind");
  story.say(person, UpdatePerson{person, changed});
  EXPECT_EQ(story.answer(moderator, pass(person, "Ana")), "stale_revision");
  changed.affiliation = Words("Elsewhere");
  story.say(person, UpdatePerson{person, changed});
  EXPECT_EQ(story.answer(moderator, pass(person, "Banner of another kind")), "stale_revision") << "affiliation";
  EXPECT_TRUE(story.person(person).is_guest);
  EXPECT_EQ(story.answer(moderator, pass(person, "Banner of another kind", "Elsewhere")), "accepted");
}

TEST(Guests, several_pass_at_once_and_those_who_cannot_are_left_out) {
  Story story;
  const PersonId ana = story.join(profile("Ana"));
  const PersonId ben = story.join(profile("Ben"));
  const PersonId cy = story.join(profile("Cy"));
  story.say(moderator, RemovePerson{cy});
  PassNames all{{{ana, Words("Ana"), {}}, {ben, Words("Another"), {}}, {cy, Words("Cy"), {}}, {ana, Words("Ana"), {}}}};
  EXPECT_EQ(story.say(steward, all).words(), "person.passed");
  EXPECT_FALSE(story.person(ana).is_guest);
  EXPECT_TRUE(story.person(ben).is_guest);
  EXPECT_EQ(story.answer(steward, PassNames{}), "bad_data");
  EXPECT_EQ(story.answer(steward, PassNames{std::vector<SeenName>(101, {ben, Words("Ben"), {}})}), "bad_data");
  EXPECT_EQ(story.answer(steward, pass(PersonId{60}, "Nobody")), "not_found");
  EXPECT_EQ(story.answer(steward, pass(cy, "Cy")), "not_found") << "removed";
}

TEST(Guests, a_new_name_waits_again_and_the_same_name_does_not) {
  Story story;
  const PersonId person = story.join(profile("Ana"));
  story.say(moderator, pass(person, "Ana"));
  story.say(person, UpdatePerson{person, profile("Ana", StakeholderGroup::government)});
  EXPECT_FALSE(story.person(person).is_guest);
  story.say(person, UpdatePerson{person, profile("Anna", StakeholderGroup::government)});
  EXPECT_TRUE(story.person(person).is_guest);
  story.say(speaker, UpdatePerson{speaker, profile("Speaker, PhD")});
  EXPECT_FALSE(story.person(speaker).is_guest) << "of the session file";
}

TEST(Guests, a_name_that_staff_typed_passes_and_corrected_groups_pass_nothing) {
  Story story;
  const PersonId person = story.join(profile("Ana"));
  story.say(steward, UpdatePerson{person, profile("Ana", StakeholderGroup::government)});
  EXPECT_TRUE(story.person(person).is_guest);
  story.say(steward, UpdatePerson{person, profile("Ana Lima", StakeholderGroup::government)});
  EXPECT_FALSE(story.person(person).is_guest);
}

TEST(Guests, a_hidden_name_stays_hidden_whatever_its_bearer_types) {
  Story story;
  EXPECT_EQ(story.answer(speaker, HidePerson{speaker}), "not_allowed");
  EXPECT_EQ(story.say(steward, HidePerson{speaker}).words(), "person.hidden");
  EXPECT_EQ(story.answer(steward, HidePerson{speaker}), "already");
  EXPECT_EQ(story.answer(steward, HidePerson{PersonId{60}}), "not_found");
  story.say(speaker, UpdatePerson{speaker, profile("Somebody else")});
  EXPECT_TRUE(story.person(speaker).is_guest);
  Join join;
  join.person = speaker;
  join.keeps_profile = true;
  story.room(join);
  EXPECT_TRUE(story.person(speaker).is_guest) << "the own link opened again";
  EXPECT_EQ(story.answer(moderator, pass(speaker, "Somebody else")), "accepted");
}

TEST(Guests, staff_know_a_hidden_name_from_one_that_nobody_has_looked_at) {
  Story story;
  const PersonId person = story.join(profile("Ana"));
  EXPECT_FALSE(story.person(person).is_hidden);
  story.say(moderator, pass(person, "Ana"));
  story.say(moderator, HidePerson{person});
  EXPECT_TRUE(story.person(person).is_hidden);
  story.say(person, UpdatePerson{person, profile("Another")});
  EXPECT_TRUE(story.person(person).is_hidden) << "whatever is typed";
  story.say(moderator, pass(person, "Another"));
  EXPECT_FALSE(story.person(person).is_hidden);
}

TEST(Guests, a_removal_takes_the_name_off_the_screens_unless_the_file_has_it) {
  Story story;
  const PersonId person = story.join(profile("Ana"));
  story.say(moderator, pass(person, "Ana"));
  EXPECT_EQ(story.say(moderator, RemovePerson{person}).words(), "person.hidden person.removed");
  EXPECT_EQ(story.say(moderator, RemovePerson{story.join(profile("Ben"))}).words(), "person.removed");
  EXPECT_EQ(story.say(moderator, RemovePerson{speaker}).words(), "person.removed");
}

TEST(Guests, an_own_link_with_another_name_waits) {
  Story story;
  const PersonId added = story.without_device();
  Join claim;
  claim.person = added;
  claim.profile = profile("In the room");
  story.room(claim);
  EXPECT_FALSE(story.person(added).is_guest);
  claim.profile = profile("Banner");
  story.room(claim);
  EXPECT_TRUE(story.person(added).is_guest);
}

}  // namespace
}  // namespace roundtable::test
