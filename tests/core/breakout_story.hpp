// A session with four attendees, and groups in a line.
#pragma once

#include "core/story.hpp"

namespace roundtable::test {

class BreakoutStory : public Story {
 public:
  explicit BreakoutStory(const SessionPlan& session = story_plan()) : Story(session) {
    for (PersonId each : {moderator, online_moderator, steward, rapporteur, speaker}) {
      Join join;
      join.person = each;
      join.keeps_profile = true;
      room(join);
    }
    ana = attendee(StakeholderGroup::government, Modality::onsite);
    ben = attendee(StakeholderGroup::civil_society, Modality::online);
    cleo = attendee(StakeholderGroup::government, Modality::online);
    dora = attendee(StakeholderGroup::private_sector, Modality::onsite);
  }

  PersonId ana;
  PersonId ben;
  PersonId cleo;
  PersonId dora;

  Said plan(GroupMembers groups, BreakoutMode mode = BreakoutMode::manual) {
    PlanBreakouts command;
    command.groups = std::move(groups);
    command.mode = mode;
    return say(moderator, command);
  }
  void open(GroupMembers groups, BreakoutMode mode = BreakoutMode::manual) {
    plan(std::move(groups), mode);
    say(moderator, OpenBreakouts{420});
  }
  GroupId group(std::size_t number) const { return state.breakouts.run.order.at(number - 1); }
  const GroupInside& inside(std::size_t number) const { return state.breakouts.insides.at(group(number)); }
};

}  // namespace roundtable::test
