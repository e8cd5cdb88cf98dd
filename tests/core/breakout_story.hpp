// A session with four attendees, and groups in a line.
#pragma once

#include "core/story.hpp"

namespace roundtable::test {

class BreakoutStory : public Story {
 public:
  explicit BreakoutStory(const SessionPlan& session = story_plan());

  PersonId ana;
  PersonId ben;
  PersonId cleo;
  PersonId dora;

  Said plan(GroupMembers groups, BreakoutMode mode = BreakoutMode::manual);
  void open(GroupMembers groups, BreakoutMode mode = BreakoutMode::manual);
  GroupId group(std::size_t number) const { return state.breakouts.run.order.at(number - 1); }
  const GroupInside& inside(std::size_t number) const { return state.breakouts.insides.at(group(number)); }
};

}  // namespace roundtable::test
