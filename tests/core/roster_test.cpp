#include "core/roster.hpp"

#include <gtest/gtest.h>

#include "core/permissions.hpp"
#include "core/story.hpp"

namespace roundtable::test {
namespace {

Join own_link(PersonId person) {
  Join join;
  join.person = person;
  join.keeps_profile = true;
  return join;
}

TEST(Roster, people_of_the_session_file_are_public_and_others_from_their_first_public_act) {
  Story story;
  EXPECT_TRUE(story.person(speaker).is_public);
  const PersonId raises = story.attendee();
  const PersonId asks = story.attendee();
  const PersonId called = story.attendee();
  const PersonId votes = story.attendee();
  const QuestionId asked = story.ask(asks, "Public?");
  story.say(votes, VoteQuestion{story.approved(speaker, "Vote")});
  story.say(votes, SendSignal{SignalKind::too_fast});
  for (PersonId each : {raises, asks, called, votes}) EXPECT_FALSE(story.person(each).is_public);
  EXPECT_EQ(story.say(raises, RaiseHand{}).find<HandRaised>()->introduces, raises);
  EXPECT_EQ(story.say(moderator, ApproveQuestion{asked}).find<QuestionApproved>()->introduces, asks);
  GiveFloor direct;
  direct.person = called;
  direct.expected = story.first();
  EXPECT_EQ(story.say(moderator, direct).find<FloorGiven>()->introduces, called);
  for (PersonId each : {raises, asks, called}) EXPECT_TRUE(story.person(each).is_public);
  EXPECT_FALSE(story.person(votes).is_public);
}

TEST(Roster, only_the_name_is_needed_and_every_field_has_a_limit) {
  Story story;
  const auto update = [&](const Profile& given) { return story.answer(speaker, UpdatePerson{speaker, given}); };
  EXPECT_EQ(update(profile("  ")), "bad_data");
  EXPECT_EQ(update(profile(std::string(101, 'a'))), "bad_data");
  EXPECT_EQ(update(profile("two\nlines")), "bad_data");
  Profile given = profile("Name");
  given.affiliation = Words(std::string(161, 'a'));
  EXPECT_EQ(update(given), "bad_data");
  given.affiliation = Words(std::string(160, 'a'));
  EXPECT_EQ(update(given), "accepted");
  for (Words Profile::*field : {&Profile::call_name, &Profile::said_as, &Profile::gender, &Profile::seat}) {
    Profile note = profile("Name");
    note.*field = Words(std::string(101, 'a'));
    EXPECT_EQ(update(note), "bad_data");
  }
  given.languages = {"pt BR"};
  EXPECT_EQ(update(given), "bad_data");
  given.languages.assign(11, "en");
  EXPECT_EQ(update(given), "bad_data");
}

TEST(Roster, a_profile_is_changed_by_its_person_or_a_helper) {
  Story story;
  const PersonId person = story.attendee();
  const Profile changed = profile("Changed");
  EXPECT_EQ(story.answer(speaker, UpdatePerson{person, changed}), "not_allowed");
  EXPECT_EQ(story.answer(rapporteur, UpdatePerson{person, changed}), "not_allowed");
  EXPECT_EQ(story.answer(steward, UpdatePerson{PersonId{99}, changed}), "not_found");
  EXPECT_EQ(story.answer(steward, UpdatePerson{person, changed}), "accepted");
  EXPECT_EQ(story.answer(person, UpdatePerson{person, changed}), "already");
}

TEST(Roster, staff_neither_see_nor_set_gender) {
  Story story;
  const PersonId person = story.attendee();
  Profile own = profile("Own");
  own.gender = Words("own words");
  story.say(person, UpdatePerson{person, own});
  Profile by_staff = profile("By staff");
  by_staff.gender = Words("not theirs");
  EXPECT_EQ(story.answer(steward, UpdatePerson{person, by_staff}), "accepted");
  EXPECT_EQ(story.person(person).profile.name.text, "By staff");
  EXPECT_EQ(story.person(person).profile.gender.text, "own words");
}

TEST(Roster, helpers_add_people_without_a_device_who_may_claim_the_entry_later) {
  Story story;
  for (PersonId each : {rapporteur, speaker}) {
    EXPECT_EQ(story.answer(each, AddPerson{profile("New")}), "not_allowed");
  }
  EXPECT_EQ(story.answer(steward, AddPerson{profile(" ")}), "bad_data");
  const PersonId added = story.without_device();
  EXPECT_FALSE(story.person(added).has_device);
  EXPECT_TRUE(story.person(added).is_present);
  EXPECT_EQ(story.person(added).added_by, steward);
  EXPECT_EQ(story.room(own_link(added)).words(), "person.joined");
  EXPECT_TRUE(story.person(added).has_device);
  EXPECT_EQ(story.person(added).profile.name.text, "In the room");
}

TEST(Roster, joining_by_an_own_link_keeps_id_and_roles) {
  Story story;
  EXPECT_EQ(story.room(own_link(speaker)).words(), "person.joined");
  EXPECT_EQ(story.room(own_link(speaker)).code(), "already");
  EXPECT_EQ(story.room(own_link(PersonId{40})).code(), "not_found");
  EXPECT_TRUE(story.person(speaker).roles.has(Role::speaker));
  EXPECT_EQ(story.room(Join{}).code(), "bad_data") << "a name is needed";
  EXPECT_EQ(story.attendee(), PersonId{6});
}

TEST(Roster, a_request_key_stands_for_its_participant) {
  Story story;
  Join join;
  join.profile = profile("Once");
  join.roles = {Role::attendee};
  join.request_key = "key";
  story.room(join);
  EXPECT_EQ(story.state.roster.requests.at("key"), PersonId{6});
}

TEST(Roster, leaving_and_returning_count_the_time_attended) {
  Story story;
  const PersonId person = story.attendee();
  story.wait(100);
  EXPECT_EQ(story.room(LeavePerson{person, story.now_ms - 40 * second_ms}).words(), "person.left");
  EXPECT_EQ(story.person(person).attended_ms, 60 * second_ms) << "left when the line went";
  EXPECT_EQ(story.room(LeavePerson{person, story.now_ms}).code(), "already");
  EXPECT_EQ(story.room(ReturnPerson{person}).words(), "person.returned");
  EXPECT_EQ(story.room(ReturnPerson{person}).code(), "already");
  EXPECT_EQ(story.room(ReturnPerson{PersonId{70}}).code(), "not_found");
  story.wait(10);
  story.room(LeavePerson{person, story.now_ms});
  EXPECT_EQ(story.person(person).attended_ms, 70 * second_ms);
}

TEST(Roster, who_leaves_keeps_hand_and_place) {
  Story story;
  const PersonId person = story.attendee();
  story.raise(person);
  story.room(LeavePerson{person, story.now_ms});
  EXPECT_EQ(story.queue(), std::vector<PersonId>{person});
}

TEST(Roster, a_removal_lowers_hands_and_ends_the_turn) {
  Story story;
  const PersonId person = story.attendee();
  story.raise(person);
  story.give_first();
  story.raise(person);
  story.raise(speaker);
  story.wait(9);
  EXPECT_EQ(story.answer(steward, RemovePerson{person}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, RemovePerson{moderator}), "wrong_state");
  EXPECT_EQ(story.answer(moderator, RemovePerson{PersonId{60}}), "not_found");
  EXPECT_EQ(story.say(moderator, RemovePerson{person}).words(), "hand.lowered floor.ended person.removed");
  EXPECT_EQ(story.queue(), std::vector<PersonId>{speaker});
  EXPECT_FALSE(story.state.floor.running);
  EXPECT_FALSE(story.person(person).is_present);
  EXPECT_EQ(story.answer(person, RaiseHand{}), "not_allowed");
  EXPECT_EQ(story.answer(moderator, RemovePerson{person}), "not_found");
  EXPECT_EQ(story.room(own_link(person)).code(), "not_allowed");
}

TEST(Roster, a_session_has_twenty_thousand_people_at_most) {
  Story story;
  story.happen(PersonListed{PersonId{limits::people}, profile("Last"), {Role::attendee}});
  EXPECT_EQ(story.answer(steward, AddPerson{profile("One more")}), "limit");
  Join join;
  join.profile = profile("One more");
  EXPECT_EQ(story.room(join).code(), "limit");
}

TEST(Permissions, machines_give_no_command_and_unknown_commands_are_nobodys) {
  for (Role role : {Role::captioner, Role::display, Role::overlay}) EXPECT_TRUE(commands_of({role}).empty());
  EXPECT_TRUE(who_may("floor.steal").empty());
  EXPECT_TRUE(who_may("person.join").empty()) << "the room's own";
}

}  // namespace
}  // namespace roundtable::test
