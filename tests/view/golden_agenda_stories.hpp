// Stories of phases, captions, talks, the stage, undoing and running over.
#pragma once

#include <optional>

#include "view/golden_recorder.hpp"

namespace roundtable::test {

inline GoldenInput agenda_story() {
  Recorder tale("agenda");
  for (const Command& each :
       {Command{PausePhase{}}, Command{NextPhase{}}, Command{PausePhase{}}, Command{ResumePhase{}},
        Command{ExtendPhase{PhaseId{1}, 120}}, Command{NextPhase{}}, Command{PreviousPhase{}},
        Command{StartPhase{PhaseId{3}}}, Command{FitAgenda{{{PhaseId{4}, 300}}}}}) {
    tale.wait(61);
    tale.say(moderator, each);
    tale.say(speaker, each);
  }
  tale.say(moderator, Announce{Words("Ten minutes left"), "en"});
  return tale.input;
}

inline GoldenInput captions_story() {
  Recorder tale("captions");
  const auto line = [&](const char* text, std::optional<std::string> language, std::optional<std::uint32_t> number) {
    tale.wait(2);
    tale.room(Caption{Words(text), std::move(language), number});
  };
  line("Good morning", std::nullopt, 1);
  line("and welcome", "en", 3);
  line("to you all", "en", 2);
  line("bom dia", "pt-BR", 1);
  line("bom dia", "pt-BR", 1);
  line(" ", "pt-BR", 2);
  tale.say(moderator, CloseSession{});
  line("too late", std::nullopt, std::nullopt);
  return tale.input;
}

inline GoldenInput lineup_story() {
  SessionPlan plan = story_plan();
  plan.phases[0].speakers = {{speaker, 4 * minute_ms}, {rapporteur, 3 * minute_ms}, {steward, 3 * minute_ms}};
  plan.phases[0].floor = FloorMode::collecting;
  Recorder tale("line-up", plan);
  tale.say(moderator, NextPhase{});
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  for (const Command& each :
       {Command{MarkTalkAway{TalkId{1}}}, Command{StartTalk{}}, Command{StartTalk{TalkId{2}}},
        Command{MoveTalk{TalkId{3}, TalkId{1}}}, Command{AddTalk{PhaseId{1}, ana, 120}}, Command{EndTurn{}},
        Command{MarkTalkBack{TalkId{1}}}, Command{StartTalk{}}, Command{DropTalk{TalkId{4}}}, Command{NextPhase{}}}) {
    tale.wait(47);
    tale.say(moderator, each);
  }
  tale.say(speaker, StartTalk{});
  return tale.input;
}

inline GoldenInput stage_story() {
  Recorder tale("on-stage");
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  const PersonId ben = tale.join("Ben", StakeholderGroup::civil_society, Modality::onsite);
  tale.say(moderator, NextPhase{});
  tale.say(ana, RaiseHand{});
  tale.say(ben, RaiseHand{});
  tale.give_first();
  for (const Command& each :
       {Command{PauseTurn{}}, Command{ResumeTurn{}}, Command{MarkUnspoken{}}, Command{SetTurnLength{75}},
        Command{SetPolicy{"first_come"}}, Command{MarkHandAway{HandId{2}}}, Command{SetFloorMode{FloorMode::closed}}}) {
    tale.wait(9);
    tale.say(moderator, each);
  }
  tale.say(speaker, RaiseHand{});
  tale.say(ben, MarkHandBack{HandId{2}});
  GiveFloor give;
  give.newcomer = Words("woman, row 5");
  give.modality = Modality::onsite;
  give.expected = tale.story.first();
  tale.say(moderator, give);
  tale.wait(20);
  give = {};
  give.person = speaker;
  give.kind = TurnKind::answer;
  give.expected = tale.story.first();
  tale.say(moderator, give);
  return tale.input;
}

inline GoldenInput undo_story() {
  SessionPlan plan = story_plan("first_come");
  plan.phases[0].speakers = {{speaker, 4 * minute_ms}};
  Recorder tale("taken-back", plan);
  const auto take_back = [&] {
    tale.wait(3);
    tale.say(moderator, Undo{static_cast<std::int64_t>(tale.story.events.back().seq)});
  };
  const PersonId ana = tale.join("Ana", StakeholderGroup::government, Modality::online);
  const PersonId ben = tale.join("Ben", StakeholderGroup::civil_society, Modality::onsite);
  tale.say(moderator, NextPhase{});
  tale.say(moderator, StartTalk{});
  tale.wait(50);
  tale.say(moderator, NextPhase{});
  take_back();
  tale.say(moderator, EndTurn{});
  tale.say(ana, RaiseHand{});
  tale.say(ben, RaiseHand{});
  tale.give_first();
  tale.wait(30);
  tale.give_first();
  take_back();
  tale.say(moderator, EndTurn{});
  take_back();
  take_back();
  const QuestionId question = tale.ask(ana, "Why?");
  tale.say(moderator, RejectQuestion{question, Words("A slip")});
  take_back();
  tale.say(moderator, ApproveQuestion{question});
  tale.say(moderator, ShowQuestion{question});
  take_back();
  tale.say(moderator, CloseSession{});
  take_back();
  tale.give_first();
  tale.wait(11);
  tale.say(moderator, Undo{static_cast<std::int64_t>(tale.story.events.back().seq)});
  tale.say(moderator, CloseSession{});
  tale.wait(300);
  tale.say(moderator, ReopenSession{});
  return tale.input;
}

inline GoldenInput overrun_story() {
  Recorder tale("overrun-and-close");
  tale.say(moderator, NextPhase{});
  tale.wait(1'300);
  tale.say(moderator, NextPhase{});
  tale.wait(1'900);
  tale.say(moderator, NextPhase{});
  tale.say(moderator, NextPhase{});
  tale.say(moderator, NextPhase{});
  tale.say(moderator, NextPhase{});
  tale.say(moderator, CloseSession{});
  tale.say(speaker, RaiseHand{});
  return tale.input;
}

inline GoldenInput fitting_story() {
  Recorder tale("overrun-with-a-fitting-plan");
  tale.say(moderator, NextPhase{});
  tale.wait(1'300);
  return tale.input;
}

}  // namespace roundtable::test
