// Tells a story and writes down what was said, for a golden history.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "view/golden_document.hpp"

namespace roundtable::test {

class Recorder {
 public:
  explicit Recorder(std::string name, const SessionPlan& plan = story_plan()) : story(plan) {
    Profile who = profile("Dr Speaker", StakeholderGroup::technical_community, Modality::onsite, RegionalGroup::grulac);
    who.affiliation = Words("Institute");
    story.say(speaker, UpdatePerson{speaker, who});
    input.name = std::move(name);
    input.given = story.events;
  }

  GoldenInput input;
  Story story;

  void say(PersonId who, const Command& command) { take(command, story.stamp_of(who)); }
  void room(const Command& command) {
    Stamp stamp;
    stamp.at_ms = story.now_ms;
    stamp.actor.is_room = true;
    take(command, stamp);
  }
  void wait(std::int64_t seconds) { story.wait(seconds); }
  PersonId join(const char* name, StakeholderGroup group, Modality modality) {
    Join command;
    command.profile = profile(name, group, modality, RegionalGroup::asia_pacific);
    command.profile.gender = Words("own words");
    command.roles = {Role::attendee};
    command.request_key = std::string("request of ") + name;
    room(command);
    return PersonId{story.state.counters.person};
  }
  void give_first() { say(moderator, GiveFloor{story.first(), std::nullopt, story.first(), std::nullopt}); }
  QuestionId ask(PersonId who, const char* text) {
    say(who, AskQuestion{Words(text)});
    return QuestionId{story.state.counters.question};
  }
  QuestionId approved(PersonId who, const char* text) {
    const QuestionId asked = ask(who, text);
    say(online_moderator, ApproveQuestion{asked});
    return asked;
  }

 private:
  void take(const Command& command, const Stamp& stamp) {
    input.steps.push_back({command, stamp});
    story.perform_as(command, stamp);
  }
};

}  // namespace roundtable::test
