#include "core/links.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace roundtable::test {
namespace {

TEST(Links, each_is_renewed_alone) {
  Story story;
  EXPECT_EQ(story.room(RenewLink{Role::display, std::nullopt}).words(), "link.renewed");
  story.room(RenewLink{Role::display, std::nullopt});
  story.room(RenewLink{std::nullopt, speaker});
  EXPECT_EQ(generation_of(story.state.links, Role::display), 2U);
  EXPECT_EQ(generation_of(story.state.links, Role::moderator), 0U);
  EXPECT_EQ(generation_of(story.state.links, speaker), 1U);
  EXPECT_EQ(generation_of(story.state.links, moderator), 0U);
}

TEST(Links, an_entry_is_as_old_as_the_links_that_could_open_it) {
  Story story;
  const auto came_by = [&](Role role, std::string request) {
    Join join;
    join.profile = profile("Sam");
    join.roles = Roles{role};
    join.request_key = std::move(request);
    return story.room(join).find<PersonJoined>()->person;
  };
  const PersonId helper = came_by(Role::steward, "helper");
  const PersonId attendee = came_by(Role::attendee, "attendee");
  EXPECT_EQ(entries_of(story.state, RenewLink{Role::steward, std::nullopt}), std::vector{helper});
  story.room(RenewLink{Role::steward, std::nullopt});
  EXPECT_EQ(generation_of_entry(story.state, helper), 1U);
  EXPECT_EQ(generation_of_entry(story.state, steward), 0U) << "of the session file: came by an own link";
  EXPECT_EQ(generation_of_entry(story.state, attendee), 0U);
  EXPECT_FALSE(story.state.roster.requests.contains("helper")) << "the join sent again opens another entry";
  EXPECT_TRUE(story.state.roster.requests.contains("attendee"));
  story.room(RenewLink{std::nullopt, helper});
  EXPECT_EQ(generation_of_entry(story.state, helper), 2U);
}

TEST(Links, only_what_bears_a_secret_can_be_renewed) {
  Story story;
  EXPECT_EQ(story.room(RenewLink{}).code(), "bad_data");
  EXPECT_EQ(story.room(RenewLink{Role::display, speaker}).code(), "bad_data");
  EXPECT_EQ(story.room(RenewLink{Role::attendee, std::nullopt}).code(), "bad_data");
  EXPECT_EQ(story.room(RenewLink{std::nullopt, PersonId{99}}).code(), "not_found");
}

}  // namespace
}  // namespace roundtable::test
