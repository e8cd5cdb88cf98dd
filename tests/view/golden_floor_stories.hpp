// Stories of hands that bring their words, and of people who have more time.
#pragma once

#include "view/golden_recorder.hpp"

namespace roundtable::test {

inline GoldenInput typed_hands_story() {
  Recorder tale("typed-hands");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  tale.say(steward, AddPerson{profile("Noor", StakeholderGroup::other, Modality::onsite)});
  const PersonId noor{tale.story.state.counters.person};
  tale.say(moderator, NextPhase{});
  tale.say(ana, RaiseHand{HandKind::intervention, std::nullopt, Words(" We pay for it twice. "), "fr"});
  tale.say(steward, RaiseHand{HandKind::intervention, noor, Words("The lift is out of order."), std::nullopt});
  tale.say(speaker, RaiseHand{HandKind::intervention, std::nullopt, Words("  "), std::nullopt});
  tale.say(speaker, RaiseHand{HandKind::intervention, std::nullopt, std::nullopt, "es"});
  tale.say(ana, TypeHand{HandId{1}, Words("We pay for it twice."), std::nullopt});
  tale.say(ana, TypeHand{HandId{1}, Words("We pay for it three times."), std::nullopt});
  tale.say(speaker, TypeHand{HandId{1}, Words("Not mine"), std::nullopt});
  tale.say(steward, TypeHand{HandId{1}, Words("Not mine"), std::nullopt});
  tale.say(steward, TypeHand{HandId{2}, Words("Both lifts are out of order."), "en"});
  tale.say(speaker, TypeHand{HandId{3}, Words("I lost my voice."), std::nullopt});
  tale.say(speaker, TypeHand{HandId{3}, std::nullopt, std::nullopt});
  tale.give_first();
  tale.wait(4);
  tale.say(moderator, Undo{static_cast<std::int64_t>(tale.story.events.back().seq)});
  tale.give_first();
  tale.say(ana, TypeHand{HandId{1}, Words("Too late"), std::nullopt});
  tale.wait(50);
  tale.give_first();
  tale.say(moderator, MarkUnspoken{});
  tale.say(steward, LowerHand{HandId{2}});
  return tale.input;
}

inline GoldenInput extra_time_story() {
  Recorder tale("extra-time", story_plan("groups_in_balance"));
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  const PersonId ben = tale.join("Ben", StakeholderGroup::civil_society, Modality::onsite);
  tale.say(moderator, NextPhase{});
  tale.say(steward, SetExtraTime{ana, 50});
  tale.say(steward, SetExtraTime{ana, 50});
  tale.say(steward, SetExtraTime{ana, 201});
  tale.say(ben, SetExtraTime{ben, 100});
  tale.say(ana, RaiseHand{});
  tale.say(ben, RaiseHand{});
  tale.give_first();
  tale.wait(170);
  tale.say(moderator, EndTurn{});
  tale.say(ana, RaiseHand{});
  tale.say(online_moderator, SetExtraTime{ana, 0});
  tale.give_first();
  tale.wait(30);
  tale.give_first();
  return tale.input;
}

}  // namespace roundtable::test
