// The stories behind tests/golden/histories: run once to write the files, which then stand on their own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "view/golden_agenda_stories.hpp"
#include "view/golden_breakout_stories.hpp"
#include "view/golden_floor_stories.hpp"
#include "view/golden_persons_stories.hpp"
#include "view/golden_poll_stories.hpp"
#include "view/golden_recorder.hpp"
#include "view/golden_staff_stories.hpp"
#include "view/golden_stories_states.hpp"

namespace roundtable::test {

inline GoldenInput floor_story(const char* name, std::string_view policy, std::uint32_t overtaken_at_most) {
  SessionPlan plan = story_plan(policy);
  plan.floor.overtaken_at_most = overtaken_at_most;
  Recorder tale(name, plan);
  std::vector<PersonId> people{speaker};
  people.push_back(tale.join("Ana", StakeholderGroup::government, Modality::online));
  people.push_back(tale.join("Bo", StakeholderGroup::government, Modality::onsite));
  people.push_back(tale.join("Chi", StakeholderGroup::civil_society, Modality::online));
  people.push_back(tale.join("Dee", StakeholderGroup::not_stated, Modality::not_stated));
  tale.say(moderator, NextPhase{});
  for (int round = 0; round < 3; ++round) {
    for (PersonId each : people) {
      tale.say(each, RaiseHand{});
      if (each.value % 2 == 0) {
        tale.give_first();
        tale.wait(20 + 31 * each.value);
      }
    }
  }
  return tale.input;
}

inline GoldenInput order_story() {
  Recorder tale("points-of-order-and-overrides");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  tale.say(steward, AddPerson{profile("Noor", StakeholderGroup::other, Modality::onsite)});
  const PersonId noor{tale.story.state.counters.person};
  tale.say(speaker, RaiseHand{});
  tale.say(ana, RaiseHand{HandKind::point_of_order});
  tale.say(steward, RaiseHand{HandKind::intervention, noor});
  tale.say(speaker, RaiseHand{});
  tale.say(speaker, AcceptHand{HandId{2}});
  tale.say(online_moderator, AcceptHand{HandId{2}});
  tale.give_first();
  tale.wait(15);
  tale.say(moderator, GiveFloor{HandId{3}, std::nullopt, tale.story.first(), std::nullopt});
  tale.say(moderator, GiveFloor{HandId{3}, std::nullopt, tale.story.first(), Words("speaks for the room")});
  tale.say(speaker, LowerHand{HandId{1}});
  tale.say(speaker, LowerHand{HandId{1}});
  return tale.input;
}

inline GoldenInput turns_story() {
  Recorder tale("turns-on-the-clock");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  tale.say(moderator, NextPhase{});
  GiveFloor direct;
  direct.person = speaker;
  tale.say(moderator, direct);
  tale.wait(10);
  tale.say(moderator, ExtendTurn{60});
  tale.say(moderator, PausePhase{});
  tale.wait(100);
  tale.say(moderator, ResumePhase{});
  tale.say(ana, YieldFloor{});
  tale.say(speaker, YieldFloor{});
  tale.say(ana, RaiseHand{HandKind::reply});
  tale.give_first();
  tale.wait(42);
  tale.say(moderator, EndTurn{});
  direct.person = ana;
  tale.say(moderator, direct);
  return tale.input;
}

inline GoldenInput moderated_story() {
  Recorder tale("questions-moderated");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  const QuestionId own = tale.ask(speaker, "Who pays for \"training\"?\nAnd when?");
  const QuestionId other = tale.ask(ana, "Who pays for the training?");
  tale.say(speaker, EditQuestion{own, std::nullopt, Words("Who will pay for training?")});
  tale.say(speaker, EditQuestion{other, std::nullopt, Words("Mine")});
  tale.say(moderator, RejectQuestion{own, Words("asked before")});
  tale.say(moderator, ApproveQuestion{other});
  tale.say(moderator, ApproveQuestion{own});
  const QuestionId third = tale.ask(speaker, "Never mind");
  tale.say(speaker, WithdrawQuestion{third, std::nullopt});
  tale.ask(ana, "Who pays the training bill?");
  tale.say(speaker, ApproveQuestion{QuestionId{4}});
  return tale.input;
}

inline GoldenInput merged_story() {
  Recorder tale("questions-merged-and-voted");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  const QuestionId head = tale.approved(speaker, "Head");
  const QuestionId merged = tale.approved(ana, "Merged");
  const QuestionId pending = tale.ask(speaker, "Pending");
  for (PersonId each : {speaker, ana, steward}) tale.say(each, VoteQuestion{merged});
  tale.say(speaker, VoteQuestion{head});
  tale.say(online_moderator, MergeQuestion{merged, head});
  tale.say(online_moderator, MergeQuestion{head, merged});
  tale.say(online_moderator, MergeQuestion{pending, merged});
  tale.say(speaker, VoteQuestion{pending});
  tale.say(speaker, UnvoteQuestion{merged});
  tale.say(moderator, VoteQuestion{merged});
  tale.say(moderator, UnmergeQuestion{merged});
  tale.say(moderator, UnmergeQuestion{pending});
  tale.say(speaker, VoteQuestion{merged});
  return tale.input;
}

inline GoldenInput answered_story() {
  Recorder tale("questions-on-screen-and-answered");
  const QuestionId first = tale.approved(speaker, "First");
  const QuestionId second = tale.approved(speaker, "Second");
  const QuestionId third = tale.approved(steward, "Third");
  tale.say(moderator, ShowQuestion{first});
  tale.say(moderator, ShowQuestion{first});
  tale.say(moderator, AnswerQuestion{first, std::nullopt});
  tale.say(moderator, AnswerQuestion{first, Words("In writing as well")});
  tale.say(moderator, ShowQuestion{second});
  tale.say(moderator, DismissQuestion{second});
  tale.say(moderator, ShowQuestion{third});
  tale.say(moderator, ShowQuestion{});
  return tale.input;
}

inline GoldenInput anonymous_story() {
  Recorder tale("questions-anonymous");
  const std::string hash(64, 'c');
  tale.say(speaker, AskQuestion{Words("Is this safe?"), "en", true, hash, std::nullopt});
  tale.say(speaker, EditQuestion{std::nullopt, hash, Words("Is this really safe?")});
  tale.say(online_moderator, ApproveQuestion{QuestionId{1}});
  tale.say(speaker, WithdrawQuestion{std::nullopt, hash});
  tale.say(steward, VoteQuestion{QuestionId{1}});
  return tale.input;
}

inline GoldenInput takeaways_story() {
  Recorder tale("takeaways");
  const auto draft = [&](TakeawayKind kind, const char* title) {
    tale.say(rapporteur, DraftTakeaway{kind, Words(title), Words("Because it was said."), std::nullopt});
  };
  const QuestionId asked = tale.approved(speaker, "Evidence?");
  draft(TakeawayKind::takeaway, "One");
  draft(TakeawayKind::call_to_action, "Two");
  draft(TakeawayKind::commitment, "Three");
  tale.say(rapporteur, LinkTakeaway{ItemId{1}, {asked, std::nullopt}});
  tale.say(rapporteur, PublishTakeaway{ItemId{1}});
  tale.say(rapporteur, PublishTakeaway{ItemId{2}});
  tale.say(moderator, EditTakeaway{ItemId{1}, 1, Words("One, better"), Words("Because it was said twice.")});
  tale.say(moderator, EditTakeaway{ItemId{1}, 1, Words("Stale"), Words("Old")});
  tale.say(rapporteur, MoveTakeaway{ItemId{2}, ItemId{1}});
  tale.say(rapporteur, MoveTakeaway{ItemId{3}, ItemId{2}});
  tale.say(rapporteur, UnlinkTakeaway{ItemId{1}, {asked, std::nullopt}});
  tale.say(rapporteur, HideTakeaway{ItemId{1}});
  tale.say(rapporteur, RemoveTakeaway{ItemId{2}});
  tale.say(rapporteur, PublishTakeaway{ItemId{3}});
  return tale.input;
}

inline GoldenInput signals_story() {
  Recorder tale("signals");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  tale.say(ana, SendSignal{SignalKind::cannot_hear});
  tale.say(speaker, SendSignal{SignalKind::cannot_hear});
  tale.say(speaker, SendSignal{SignalKind::too_fast});
  tale.say(speaker, ClearSignal{SignalKind::too_fast});
  tale.wait(5);
  tale.say(ana, SendSignal{SignalKind::cannot_hear});
  tale.say(moderator, ClearSignal{SignalKind::cannot_hear});
  tale.say(speaker, SendSignal{SignalKind::technical_help});
  tale.wait(181);
  tale.room(Clock{});
  tale.room(Clock{});
  return tale.input;
}

inline GoldenInput people_story() {
  Recorder tale("people");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  tale.say(steward, AddPerson{profile("Noor", StakeholderGroup::other, Modality::onsite)});
  const PersonId noor{tale.story.state.counters.person};
  Join claim;
  claim.person = noor;
  claim.keeps_profile = true;
  tale.room(claim);
  tale.wait(30);
  tale.room(LeavePerson{ana, tale.story.now_ms - 10 * second_ms});
  tale.room(ReturnPerson{ana});
  Profile changed = profile("Speaker, Dr", StakeholderGroup::private_sector, Modality::online);
  changed.call_name = Words("drs");
  changed.gender = Words("woman");
  tale.say(speaker, UpdatePerson{speaker, changed});
  tale.say(speaker, UpdatePerson{ana, changed});
  tale.say(steward, UpdatePerson{speaker, profile("Speaker by staff")});
  tale.say(ana, RaiseHand{});
  tale.give_first();
  tale.say(moderator, RemovePerson{ana});
  tale.say(ana, RaiseHand{});
  return tale.input;
}

inline GoldenInput guests_story() {
  Recorder tale("guests");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  const PersonId ben = tale.join("Ben", StakeholderGroup::other, Modality::onsite);
  tale.say(ana, RaiseHand{});
  tale.approved(ben, "Who am I?");
  tale.say(steward, PassNames{{{ana, Words("Ana"), {}}, {ben, Words("Somebody"), {}}}});
  tale.say(ana, PassNames{{{ana, Words("Ana"), {}}}});
  tale.say(moderator, PassNames{{{ben, Words("Somebody"), {}}}});
  tale.say(moderator, PassNames{{{ana, Words("Ana"), {}}}});
  tale.give_first();
  tale.say(online_moderator, HidePerson{ana});
  tale.say(online_moderator, HidePerson{ana});
  tale.say(steward, UpdatePerson{ben, profile("Benjamin", StakeholderGroup::other, Modality::onsite)});
  tale.say(speaker, UpdatePerson{speaker, profile("Dr Speaker, renamed")});
  tale.say(moderator, RemovePerson{ben});
  return tale.input;
}

inline GoldenInput admission_story() {
  Recorder tale("admission");
  const auto knock = [&](const char* name) {
    AskToJoin asks{profile(name, StakeholderGroup::government, Modality::online), std::string("request of ") + name};
    asks.profile.gender = Words("own words");
    tale.room(asks);
  };
  knock("Early");
  tale.say(moderator, SetJoins{JoinsMode::approval});
  tale.say(moderator, SetJoins{JoinsMode::approval});
  tale.join("Unasked", StakeholderGroup::other, Modality::online);
  knock("Ana");
  knock("Ben");
  knock("Cy");
  tale.say(steward, AdmitPeople{{KnockId{1}}});
  tale.say(steward, AdmitPeople{{KnockId{1}}});
  tale.say(online_moderator, TurnAway{{KnockId{2}}});
  knock("Ben");
  tale.say(speaker, SetJoins{JoinsMode::closed});
  tale.say(moderator, SetJoins{JoinsMode::closed});
  tale.join("Late", StakeholderGroup::other, Modality::online);
  tale.say(moderator, SetJoins{JoinsMode::open});
  tale.join("Cy", StakeholderGroup::government, Modality::online);
  return tale.input;
}

inline GoldenInput display_story() {
  Recorder tale("display");
  tale.say(steward, BlankDisplay{true});
  tale.say(moderator, BlankDisplay{true});
  tale.say(moderator, BlankDisplay{true});
  tale.say(online_moderator, BlankDisplay{false});
  tale.say(steward, CountHeads{90, std::nullopt});
  tale.say(online_moderator, CountHeads{std::nullopt, 80});
  tale.say(moderator, CountHeads{});
  tale.say(speaker, CountHeads{1, 1});
  tale.say(moderator, BlankDisplay{true});
  return tale.input;
}

inline std::vector<GoldenInput> golden_stories() {
  return {agenda_story(),
          overrun_story(),
          fitting_story(),
          floor_story("floor-new-voices", "new_voices", 12),
          floor_story("floor-groups-in-balance", "groups_in_balance", 12),
          floor_story("floor-groups-in-balance-by-presence", "groups_in_balance_by_presence", 12),
          floor_story("floor-overtaken-at-most-once", "new_voices", 1),
          order_story(),
          turns_story(),
          moderated_story(),
          merged_story(),
          answered_story(),
          anonymous_story(),
          takeaways_story(),
          signals_story(),
          people_story(),
          captions_story(),
          lineup_story(),
          stage_story(),
          undo_story(),
          staff_line_story(),
          answered_signals_story(),
          jottings_story(),
          guests_story(),
          admission_story(),
          display_story(),
          typed_hands_story(),
          extra_time_story(),

          rehearsal_story(),
          bending_plan_story(),
          screen_story(),
          reopened_story(),

          merged_entries_story(),
          narrative_story(),
          links_story(),
          polls_story(),
          breakout_rounds_story(),
          breakout_wishes_story(),
          breakout_inside_story()};
}

}  // namespace roundtable::test
