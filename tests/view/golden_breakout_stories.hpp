// Stories of breakout groups: from the plan to the report.
#pragma once

#include "view/golden_recorder.hpp"

namespace roundtable::test {

/// Who has joined, in the order of their names.
struct BreakoutCast {
  PersonId ana;
  PersonId ben;
  PersonId cleo;

  explicit BreakoutCast(Recorder& tale) {
    for (PersonId each : {moderator, speaker}) {
      Join join;
      join.person = each;
      join.keeps_profile = true;
      tale.room(join);
    }
    ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
    ben = tale.join("Ben", StakeholderGroup::civil_society, Modality::onsite);
    cleo = tale.join("Cleo", StakeholderGroup::government, Modality::onsite);
  }
};

inline void plan_groups(Recorder& tale, GroupMembers groups, BreakoutMode mode = BreakoutMode::manual) {
  PlanBreakouts plan;
  plan.groups = std::move(groups);
  plan.mode = mode;
  plan.topics = {{Words("Skills"), std::nullopt}};
  plan.tables = {4};
  tale.say(moderator, plan);
}

inline GoldenInput breakout_rounds_story() {
  Recorder tale("breakout-rounds-and-places");
  const BreakoutCast cast(tale);
  tale.say(cast.ana, ChooseGroup{});
  PlanBreakouts plan;
  plan.count = 90;
  tale.say(moderator, plan);
  plan_groups(tale, {{speaker, cast.ben}, {cast.cleo}}, BreakoutMode::balanced);
  const auto& order = tale.story.state.breakouts.run.order;
  const auto& draft = tale.story.state.breakouts.run.draft;
  tale.say(moderator, MoveToGroup{cast.ben, draft->groups[1].group});
  tale.say(cast.ana, OpenBreakouts{420});
  tale.say(moderator, OpenBreakouts{420});
  tale.say(moderator, OpenBreakouts{420});
  tale.join("Late", StakeholderGroup::other, Modality::online);
  tale.wait(60);
  tale.say(moderator, ExtendBreakouts{order[0], 60});
  tale.say(speaker, ListenOnly{true});
  tale.say(online_moderator, MoveToGroup{speaker, order[1]});
  tale.say(online_moderator, TickMoved{speaker, true});
  tale.say(cast.ana, ChooseGroup{std::nullopt, true});
  tale.say(moderator, Broadcast{Words("Two minutes left"), std::nullopt});
  tale.say(moderator, MergeGroups{order[0], order[1]});
  tale.say(moderator, CloseBreakouts{60});
  tale.wait(30);
  tale.say(moderator, ReopenBreakouts{});
  tale.say(moderator, CloseBreakouts{60});
  tale.say(moderator, ExtendBreakouts{std::nullopt, 30});
  tale.wait(90);
  tale.room(Clock{});
  tale.say(moderator, RemovePerson{cast.cleo});
  return tale.input;
}

/// Topics are offered, ranked and taken back; groups by wishes; a rebalance.
inline GoldenInput breakout_wishes_story() {
  Recorder tale("breakout-topic-wishes");
  const BreakoutCast cast(tale);
  tale.say(cast.ana, RankTopics{{0}});
  tale.say(moderator, OfferTopics{});
  const std::vector<PlannedTopic> topics{{Words("Skills"), std::nullopt}, {Words("Money"), 2U}};
  tale.say(moderator, OfferTopics{topics});
  tale.say(cast.ana, RankTopics{{1, 0}});
  tale.say(cast.ben, RankTopics{{0, 5}});
  tale.say(cast.ben, RankTopics{{1}});
  tale.say(cast.cleo, RankTopics{{0}});
  tale.say(cast.cleo, RankTopics{});
  tale.say(moderator, OfferTopics{std::vector<PlannedTopic>{}});
  tale.say(moderator, OfferTopics{topics});
  PlanBreakouts plan;
  plan.groups = GroupMembers{{cast.cleo, speaker}, {cast.ana, cast.ben}};
  plan.mode = BreakoutMode::balanced;
  tale.say(moderator, plan);
  tale.say(moderator, OpenBreakouts{420});
  tale.say(cast.ana, RankTopics{{0}});
  const auto& order = tale.story.state.breakouts.run.order;
  tale.say(moderator, RebalanceGroups{{{{cast.cleo, order[1]}}}});
  tale.say(moderator, RebalanceGroups{{{{speaker, order[1]}, {cast.ben, order[0]}}}});
  tale.say(online_moderator, RebalanceGroups{std::vector<GroupMove>{}});
  return tale.input;
}

inline GoldenInput breakout_inside_story() {
  SessionPlan session = story_plan();
  session.phases[2].kind = PhaseKind::report_back;
  Recorder tale("breakout-groups-at-work", session);
  const BreakoutCast cast(tale);
  plan_groups(tale, {{cast.ana, speaker}, {cast.ben, cast.cleo}});
  tale.say(moderator, OpenBreakouts{420});
  const auto& order = tale.story.state.breakouts.run.order;
  tale.say(moderator, SetGroupCall{order[0], "Room 1", "https://call.example/1"});
  tale.say(speaker, TakeGroupRole{GroupRole::reporter});
  tale.say(cast.ana, TakeGroupRole{GroupRole::reporter});
  tale.say(cast.ana, TakeGroupRole{GroupRole::host});
  tale.say(speaker, RaiseGroupHand{});
  tale.say(cast.ana, RaiseGroupHand{});
  tale.say(cast.ana, LowerGroupHand{});
  tale.say(cast.ana, GiveGroupFloor{std::nullopt, speaker});
  tale.wait(40);
  tale.say(speaker, EndGroupTurn{});
  tale.say(cast.ana, AskGroupQuestion{Words("Who pays?"), std::nullopt});
  tale.say(speaker, VoteGroupQuestion{GroupQuestionId{1}});
  tale.say(cast.ben, VoteGroupQuestion{GroupQuestionId{1}});
  tale.say(cast.ana, SettleGroupQuestion{GroupQuestionId{1}});
  tale.say(speaker, AddNote{std::nullopt, Words("Skills come first"), NoteMark::claim});
  tale.say(cast.ana, AddNote{std::nullopt, Words("Money comes first"), NoteMark::dissent});
  tale.say(cast.ana, EditNote{NoteId{1}, 1, Words("Skills and money"), std::nullopt});
  tale.say(speaker, EditNote{NoteId{1}, 1, Words("Skills alone"), std::nullopt});
  tale.say(speaker, MoveNote{NoteId{2}, NoteId{1}});
  tale.say(cast.ben, AddNote{std::nullopt, Words("Law comes first"), NoteMark::ask});
  tale.say(cast.ana, RemoveNote{NoteId{2}});
  tale.say(speaker, CallModerator{Words("We cannot hear each other")});
  tale.say(steward, AnswerCall{order[0]});
  tale.say(moderator, CloseBreakouts{0});
  tale.say(moderator, ReportBack{120});
  tale.say(moderator, StartPhase{PhaseId{3}});
  tale.say(moderator, StartTalk{});
  tale.wait(60);
  tale.say(moderator, StartTalk{});
  tale.say(cast.ben, AddNote{std::nullopt, Words("A last point"), std::nullopt});
  tale.say(moderator, ShowGroup{order[0]});
  tale.say(moderator, ShowGroup{});
  tale.say(rapporteur,
           DraftTakeaway{TakeawayKind::takeaway, Words("Skills"), Words("As the group said."), std::nullopt});
  Evidence evidence;
  evidence.note = NoteId{1};
  tale.say(rapporteur, LinkTakeaway{ItemId{1}, evidence});
  return tale.input;
}

}  // namespace roundtable::test
