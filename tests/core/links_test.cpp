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

TEST(Links, only_what_bears_a_secret_can_be_renewed) {
  Story story;
  EXPECT_EQ(story.room(RenewLink{}).code(), "bad_data");
  EXPECT_EQ(story.room(RenewLink{Role::display, speaker}).code(), "bad_data");
  EXPECT_EQ(story.room(RenewLink{Role::attendee, std::nullopt}).code(), "bad_data");
  EXPECT_EQ(story.room(RenewLink{std::nullopt, PersonId{99}}).code(), "not_found");
}

}  // namespace
}  // namespace roundtable::test
