// Who is told what of breakout groups, case by case: members of two groups, somebody who is moved, staff, outsiders.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/breakout_story.hpp"
#include "view/project.hpp"
#include "view/viewers.hpp"
#include "wire/codec.hpp"

namespace roundtable::test {
namespace {

/// Everybody of a story, each with the state that their forms alone build.
class Told {
 public:
  explicit Told(BreakoutStory& story) : story_(story) {
    watch("ana", story.ana);
    watch("ben", story.ben);
    watch("cleo", story.cleo);
    watch("dora", story.dora);
    watch("moderator", moderator);
    watch("display", {});
    story.told = [this](const Event& event) {
      for (Watching& each : all_) {
        forms_[each.kind].clear();
        const auto form = view::project(event, story_.state, each.viewer);
        if (!form) continue;
        apply(each.built, *form);
        forms_[each.kind] = wire::event_text(*form);
      }
    };
  }

  /// The last event's form as this viewer got it; empty: nothing.
  const std::string& form(const std::string& kind) const { return forms_.at(kind); }
  const State& state(const std::string& kind) const {
    return std::find_if(all_.begin(), all_.end(), [&](const Watching& each) { return each.kind == kind; })->built;
  }
  void expect_the_law() const {
    for (const Watching& each : all_) {
      const State shown = view::show(story_.state, each.viewer);
      EXPECT_TRUE(each.built == shown) << each.kind << "\n"
                                       << wire::to_text(each.built) << "\n"
                                       << wire::to_text(shown);
    }
  }

 private:
  void watch(std::string kind, PersonId person) {
    const Roles roles = person ? story_.person(person).roles : Roles{Role::display};
    Watching each{std::move(kind), viewer_of(person, roles), true, {}};
    each.built = view::show(story_.state, each.viewer);
    all_.push_back(std::move(each));
  }

  BreakoutStory& story_;
  std::vector<Watching> all_;
  std::map<std::string, std::string> forms_;
};

bool tells(const std::string& text, std::string_view word) {
  return text.find(word) != std::string::npos;
}

TEST(BreakoutProjection, a_plan_is_staffs_alone) {
  BreakoutStory story;
  Told told(story);
  story.plan({{story.ana}, {story.ben}});
  EXPECT_TRUE(tells(told.form("moderator"), "breakout.planned"));
  for (const char* each : {"ana", "ben", "display"}) EXPECT_EQ(told.form(each), "") << each;
  told.expect_the_law();
}

TEST(BreakoutProjection, opening_tells_everyone_who_goes_where_and_members_their_own_room) {
  SessionPlan plan = story_plan();
  plan.media = {{"call", "Zoom", "https://zoom.us/j/1"}};
  BreakoutStory story(plan);
  Told told(story);
  story.open({{story.ana, story.ben}, {story.cleo}});
  EXPECT_FALSE(tells(told.form("display"), "\"call\""));
  EXPECT_FALSE(tells(told.form("dora"), "\"call\""));
  EXPECT_EQ(told.state("ana").group.inside.call.name, "1");
  EXPECT_EQ(told.state("cleo").group.inside.call.name, "2");
  EXPECT_EQ(told.state("display").breakouts.groups.at(story.group(1)).members.size(), 2U);
  told.expect_the_law();
}

TEST(BreakoutProjection, points_and_hands_reach_members_and_staff_alone) {
  BreakoutStory story;
  Told told(story);
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(story.ana, AddNote{std::nullopt, Words("Skills first"), std::nullopt});
  for (const char* each : {"ana", "ben", "moderator"}) EXPECT_TRUE(tells(told.form(each), "Skills first")) << each;
  for (const char* each : {"cleo", "dora", "display"}) EXPECT_EQ(told.form(each), "") << each;
  EXPECT_EQ(told.form("ana"), told.form("ben")) << "members of one group share the form";
  EXPECT_FALSE(tells(told.form("ben"), "\"by\"")) << "who wrote is told to staff";
  story.say(story.cleo, RaiseGroupHand{});
  EXPECT_EQ(told.form("ana"), "");
  EXPECT_NE(told.form("cleo"), "");
  told.expect_the_law();
}

TEST(BreakoutProjection, whoever_is_moved_gets_the_new_group_whole_and_forgets_the_old) {
  BreakoutStory story;
  Told told(story);
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(story.ben, AddNote{std::nullopt, Words("Of the first"), std::nullopt});
  story.say(story.cleo, AddNote{std::nullopt, Words("Of the second"), std::nullopt});
  story.say(moderator, MoveToGroup{story.ana, story.group(2)});
  EXPECT_TRUE(tells(told.form("ana"), "Of the second"));
  EXPECT_FALSE(tells(wire::to_text(told.state("ana")), "Of the first"));
  EXPECT_TRUE(told.state("cleo").group.companions.contains(story.ana));
  EXPECT_FALSE(told.state("ben").group.companions.contains(story.ana));
  EXPECT_FALSE(tells(told.form("dora"), "reveal"));
  told.expect_the_law();
  story.say(moderator, MoveToGroup{story.ana, std::nullopt});
  EXPECT_EQ(told.state("ana").group, OwnGroup{});
  told.expect_the_law();
}

TEST(BreakoutProjection, everybody_learns_the_names_of_who_is_placed_once_they_may_be_on_screens) {
  BreakoutStory story;
  story.say(steward, PassNames{{{story.ben, Words("Attendee 7"), {}}}});
  Told told(story);
  story.open({{story.ana, story.ben}, {story.cleo}});
  EXPECT_EQ(told.state("ana").group.companions.at(story.ben).profile.name, Words("Attendee 7"));
  EXPECT_TRUE(tells(wire::to_text(told.state("cleo")), "Attendee 7")) << "of the other group";
  EXPECT_FALSE(tells(wire::to_text(told.state("cleo")), "Attendee 6")) << "a guest's name has not passed";
  EXPECT_EQ(told.state("ben").group.companions.at(story.ana).profile.name, Words()) << "a guest's name has not passed";
  story.say(steward, PassNames{{{story.ana, Words("Attendee 6"), {}}}});
  EXPECT_EQ(told.state("ben").group.companions.at(story.ana).profile.name, Words("Attendee 6"));
  EXPECT_TRUE(tells(wire::to_text(told.state("cleo")), "Attendee 6"));
  told.expect_the_law();
  story.say(steward, HidePerson{story.ana});
  for (const char* each : {"ben", "cleo"}) EXPECT_FALSE(tells(wire::to_text(told.state(each)), "Attendee 6"));
  told.expect_the_law();
}

TEST(BreakoutProjection, a_vote_is_known_to_its_voter_alone_and_its_number_to_the_group) {
  BreakoutStory story;
  Told told(story);
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(story.ana, AskGroupQuestion{Words("Who pays?"), std::nullopt});
  story.say(story.ben, VoteGroupQuestion{GroupQuestionId{1}});
  EXPECT_TRUE(told.state("ben").mine.group_votes.contains(GroupQuestionId{1}));
  EXPECT_TRUE(told.state("ana").mine.group_votes.empty());
  EXPECT_EQ(told.state("ana").group.inside.questions.at(GroupQuestionId{1}).votes, 1U);
  for (const char* each : {"ana", "ben", "moderator"}) EXPECT_FALSE(tells(told.form(each), "voter-")) << each;
  EXPECT_EQ(told.form("cleo"), "");
  told.expect_the_law();
}

TEST(BreakoutProjection, groups_that_merge_hold_the_same) {
  BreakoutStory story;
  Told told(story);
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(story.cleo, AddNote{std::nullopt, Words("Of the second"), std::nullopt});
  story.say(moderator, MergeGroups{story.group(2), story.group(1)});
  EXPECT_EQ(told.state("cleo").group, told.state("ana").group);
  EXPECT_TRUE(tells(wire::to_text(told.state("ana")), "Of the second"));
  told.expect_the_law();
}

TEST(BreakoutProjection, published_points_are_everyones_and_stay_up_to_date) {
  BreakoutStory story;
  Told told(story);
  story.open({{story.ana, story.ben}, {story.cleo}});
  story.say(story.ana, AddNote{std::nullopt, Words("Skills first"), std::nullopt});
  story.say(moderator, ShowGroup{story.group(1)});
  EXPECT_TRUE(tells(wire::to_text(told.state("display")), "Skills first"));
  story.say(story.ben, EditNote{NoteId{1}, 1, Words("Skills and law"), NoteMark::claim});
  EXPECT_TRUE(tells(told.form("display"), "Skills and law"));
  EXPECT_TRUE(tells(told.form("ana"), "Skills and law"));
  told.expect_the_law();
}

TEST(BreakoutProjection, the_next_round_and_the_end_of_a_rehearsal_regroup_everybody) {
  BreakoutStory story;
  Told told(story);
  story.say(moderator, StartRehearsal{});
  PlanBreakouts plan;
  plan.groups = {{story.ana, story.ben}, {story.cleo}};
  plan.later = {{{story.ana}, {story.ben, story.cleo}}};
  story.say(moderator, plan);
  story.say(moderator, OpenBreakouts{420});
  told.expect_the_law();
  story.say(moderator, CloseBreakouts{0});
  story.say(moderator, OpenBreakouts{420});
  EXPECT_EQ(told.state("ben").group, told.state("cleo").group);
  told.expect_the_law();
  story.say(moderator, EndRehearsal{});
  EXPECT_EQ(told.state("ben").group, OwnGroup{});
  told.expect_the_law();
}

}  // namespace
}  // namespace roundtable::test
