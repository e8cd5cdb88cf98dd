// Stories of one person with two entries, of renewed links and of the report's narrative.
#pragma once

#include "view/golden_recorder.hpp"

namespace roundtable::test {

inline GoldenInput merged_entries_story() {
  Recorder tale("entries-merged-and-parted");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  const PersonId again = tale.join("Ana on a phone", StakeholderGroup::government, Modality::onsite);
  tale.say(moderator, NextPhase{});
  tale.say(moderator, NextPhase{});
  tale.ask(again, "Who pays?");
  tale.say(again, RaiseHand{});
  tale.give_first();
  tale.wait(40);
  tale.say(moderator, EndTurn{});
  tale.say(again, RaiseHand{});
  tale.say(ana, RaiseHand{});
  tale.say(again, SendSignal{SignalKind::cannot_hear});
  tale.say(rapporteur, MergePerson{again, ana});
  tale.say(steward, MergePerson{again, moderator});
  tale.say(steward, MergePerson{again, ana});
  tale.say(online_moderator, ApproveQuestion{QuestionId{1}});
  tale.wait(5);
  tale.say(steward, UnmergePerson{again});
  tale.say(steward, UnmergePerson{again});
  tale.say(ana, MergePerson{again, ana});
  return tale.input;
}

inline GoldenInput narrative_story() {
  SessionPlan plan = story_plan();
  plan.phases[0].speakers = {{speaker, 4 * minute_ms}};
  plan.report.discussion_characters = 10;
  plan.report.way_forward_characters = 0;
  plan.report.names = InReport::group;
  Recorder tale("narrative-of-the-report", plan);
  const auto write = [](NarrativePart part, std::optional<TalkId> talk, std::uint32_t revision, const char* text) {
    return WriteNarrative{part, talk, revision, Words(text)};
  };
  tale.say(rapporteur, write(NarrativePart::discussion, std::nullopt, 0, "Longer than wanted"));
  tale.say(moderator, write(NarrativePart::discussion, std::nullopt, 0, "Not seen"));
  tale.say(moderator, write(NarrativePart::talk, TalkId{1}, 0, "On audits"));
  tale.say(speaker, write(NarrativePart::talk, TalkId{1}, 1, "Mine"));
  tale.say(rapporteur, write(NarrativePart::key_issues, std::nullopt, 0, " "));
  tale.say(moderator, CloseSession{});
  tale.say(rapporteur, FinishReport{});
  tale.say(rapporteur, write(NarrativePart::key_issues, std::nullopt, 0, "Who pays"));
  return tale.input;
}

inline GoldenInput links_story() {
  Recorder tale("links-renewed");
  tale.room(RenewLink{Role::display, std::nullopt});
  tale.room(RenewLink{std::nullopt, speaker});
  tale.room(RenewLink{Role::attendee, std::nullopt});
  return tale.input;
}

}  // namespace roundtable::test
