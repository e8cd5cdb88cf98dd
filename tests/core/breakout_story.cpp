#include "core/breakout_story.hpp"

namespace roundtable::test {

BreakoutStory::BreakoutStory(const SessionPlan& session) : Story(session) {
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

Said BreakoutStory::plan(GroupMembers groups, BreakoutMode mode) {
  PlanBreakouts command;
  command.groups = std::move(groups);
  command.mode = mode;
  return say(moderator, command);
}

void BreakoutStory::open(GroupMembers groups, BreakoutMode mode) {
  plan(std::move(groups), mode);
  say(moderator, OpenBreakouts{420});
}

}  // namespace roundtable::test
