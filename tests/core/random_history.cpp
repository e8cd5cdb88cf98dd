#include "core/random_history.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/random_plan.hpp"

namespace roundtable::test {

Drawn RandomHistory::draw() {
  now_ms += static_cast<DurationMs>(random.below(random.one_in(8) ? 400'000 : 20'000));
  Drawn drawn;
  drawn.command = command();
  drawn.stamp.at_ms = now_ms;
  if (drawn.command.index() >= AnyCommand::count - room_commands) {
    drawn.stamp.actor.is_room = true;
    return drawn;
  }
  drawn.stamp = stamp_of(actor(drawn.command));
  return drawn;
}

Said RandomHistory::step() {
  const Drawn drawn = draw();
  return perform_as(drawn.command, drawn.stamp);
}

RandomHistory::RandomHistory(Random drawing, std::uint64_t seed) : RandomQuestions(random_plan(drawing), drawing) {
  happen(PersonListed{PersonId{6}, marked_profile(), {Role::speaker}});
  if (seed % 4 == 0) happen(PersonListed{PersonId{997}, marked_profile(), {Role::speaker}});
  for (PersonId each : {moderator, online_moderator, steward, rapporteur, speaker}) {
    if (random.one_in(3)) continue;
    Join join;
    join.person = each;
    join.keeps_profile = true;
    room(join);
  }
  mood_ = random.below(5);
  const std::uint64_t attendees = random.below(10);
  for (std::uint64_t index = 0; index < attendees; ++index) join(marked_profile());
}

PersonId RandomHistory::actor(const Command& command) {
  const std::string_view name = name_of(command);
  const bool is_desk = name.starts_with("takeaway.") || name.starts_with("jot.") || name.starts_with("report.");
  const bool is_chair = name.starts_with("phase.") || name.starts_with("agenda.") || name.starts_with("session.") ||
                        name.starts_with("talk.") || name == "floor.policy" || name == "undo";
  if (random.one_in(15)) return some_person();
  if (const auto author = of_the_text(command)) return *author;
  if (const auto author = of_the_note(command)) return *author;
  if (const auto person = who_does(command)) return *person;
  if (const auto person = of_the_poll(command)) return *person;
  if (const auto person = of_the_group(command)) return *person;
  if (is_desk) return random.one_in(3) ? moderator : rapporteur;
  if (is_chair) return moderator;
  static const std::vector<std::string_view> of_moderators{
      "announce",      "hand.accept",      "hand.away",           "floor.mode",     "floor.turn_length",
      "floor.pause",   "floor.resume",     "floor.did_not_speak", "floor.give",     "floor.extend",
      "floor.end",     "question.approve", "question.reject",     "question.merge", "question.unmerge",
      "question.show", "question.answer",  "question.dismiss",    "person.remove",  "session.joins",
      "display.blank", "chair.take",       "rehearsal.start",     "rehearsal.end",  "announcement.show",
      "cue.send",      "signal.answer"};
  if (std::find(of_moderators.begin(), of_moderators.end(), name) != of_moderators.end()) {
    return random.one_in(2) ? moderator : online_moderator;
  }
  static const std::vector<std::string_view> of_helpers{"person.add",       "person.pass",      "person.hide",
                                                        "person.admit",     "person.turn_away", "head_count.set",
                                                        "person.extra_time"};
  if (std::find(of_helpers.begin(), of_helpers.end(), name) != of_helpers.end()) {
    return random.one_in(3) ? moderator : steward;
  }
  if (name == "staff.say") return PersonId{1 + static_cast<std::uint32_t>(random.below(4))};
  if (name == "floor.yield" && state.floor.running && !random.one_in(3)) {
    return state.floor.turns.at(state.floor.running).person;
  }
  if (name == "hand.lower" && random.one_in(2)) return steward;
  return of_the_author(command).value_or(random.one_in(4) ? PersonId{1 + static_cast<std::uint32_t>(random.below(4))}
                                                          : some_person());
}

std::optional<PersonId> RandomHistory::of_the_author(const Command& command) {
  std::optional<QuestionId> wanted;
  if (const auto* edit = get_if<EditQuestion>(&command)) wanted = edit->question;
  if (const auto* withdraw = get_if<WithdrawQuestion>(&command)) wanted = withdraw->question;
  if (const auto* unvote = get_if<UnvoteQuestion>(&command)) {
    const auto voted = state.questions.list.find(unvote->question);
    if (voted == state.questions.list.end() || voted->second.voters.empty()) return std::nullopt;
    return PersonId{static_cast<std::uint32_t>(std::stoul(voted->second.voters.begin()->first.substr(6)))};
  }
  if (const auto* update = get_if<UpdatePerson>(&command); update != nullptr && random.one_in(2)) {
    return update->person;
  }
  const auto found = state.questions.list.find(wanted.value_or(QuestionId{}));
  if (found == state.questions.list.end() || !found->second.author) return std::nullopt;
  return found->second.author;
}

Command RandomHistory::command() {
  if (auto back = way_back()) return *std::move(back);
  if (auto bending = bending_command()) return *std::move(bending);
  if (auto grouping = breakout_command()) return *std::move(grouping);
  if (state.session.status == SessionStatus::closed && random.one_in(8)) {
    return random.one_in(2) ? Command{ReopenSession{}} : undo_command();
  }
  if (random.one_in(14)) return persons_command();
  if (random.one_in(mood_ == 4 ? 2 : 12)) return poll_command();
  if (random.one_in(2) && mood_ == 0) return floor_command();
  if (random.one_in(3) && mood_ == 3) return random.one_in(4) ? Command{NextPhase{}} : talk_command();
  if (random.one_in(2) && mood_ == 1) return random.one_in(2) ? question_command() : moderation_command();
  if (random.one_in(2) && mood_ == 2) return random.one_in(3) ? takeaway_command() : takeaway_shape_command();
  switch (random.below(14)) {
    case 0:
      return agenda_command();
    case 12:
      return staff_command();
    case 13:
      return jotting_command();
    case 1:
    case 2:
    case 3:
      return floor_command();
    case 4:
    case 5:
      return question_command();
    case 6:
    case 7:
      return moderation_command();
    case 8:
      return takeaway_command();
    case 9:
      return takeaway_shape_command();
    case 10:
      return people_command();
    default:
      return line_command();
  }
}

Command RandomHistory::agenda_command() {
  switch (random.below(13)) {
    case 9:
    case 10:
      return talk_command();
    case 11:
    case 12:
      return undo_command();
    case 0:
      return StartPhase{some_phase()};
    case 1:
      return ExtendPhase{some_phase(), static_cast<std::int64_t>(random.below(2'000)) - 900};
    case 2:
    case 3:
      if (state.agenda.is_paused != random.one_in(8)) return ResumePhase{};
      return PausePhase{};
    case 4:
    case 5:
      return NextPhase{};
    case 6:
      return PreviousPhase{};
    case 7:
      return FitAgenda{{{some_phase(), static_cast<std::int64_t>(random.below(1'200))}, {some_phase(), 300}}};
    default:
      if (random.one_in(12)) return CloseSession{};
      if (state.session.status == SessionStatus::closed && random.one_in(2)) return ReopenSession{};
      return Announce{text("announcement"), std::nullopt};
  }
}

Command RandomHistory::talk_command() {
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      return StartTalk{};
    case 3:
      return StartTalk{some_talk()};
    case 4:
      return MarkTalkAway{some_talk()};
    case 5:
      return MarkTalkBack{some_talk()};
    case 6:
      return MoveTalk{some_talk(), random.one_in(3) ? std::nullopt : std::optional(some_talk())};
    default:
      if (random.one_in(3)) return DropTalk{some_talk()};
      return AddTalk{some_phase(), some_person(), static_cast<std::int64_t>(random.below(400))};
  }
}

Command RandomHistory::undo_command() {
  if (state.acts.question && random.one_in(2)) {
    now_ms = std::min(now_ms, state.acts.question->span.at_ms + limits::undo_ms);
    now_ms = std::max(now_ms, events.back().at_ms);
    return Undo{state.acts.question->span.from_seq};
  }
  std::vector<std::int64_t> seqs;
  if (state.acts.floor) seqs.push_back(state.acts.floor->span.to_seq);
  if (state.acts.phase) seqs.push_back(state.acts.phase->span.from_seq);
  if (state.acts.question) seqs.push_back(state.acts.question->span.from_seq);
  if (state.acts.close) seqs.push_back(state.acts.close->span.to_seq);
  if (seqs.empty() || random.one_in(8)) return Undo{static_cast<std::int64_t>(random.below(60))};
  for (const ActSpan* span :
       {state.acts.floor ? &state.acts.floor->span : nullptr, state.acts.phase ? &state.acts.phase->span : nullptr,
        state.acts.question ? &state.acts.question->span : nullptr,
        state.acts.close ? &state.acts.close->span : nullptr}) {
    if (span != nullptr && !random.one_in(4)) now_ms = std::min(now_ms, span->at_ms + limits::undo_ms);
  }
  now_ms = std::max(now_ms, events.back().at_ms);
  return Undo{random.of(seqs)};
}

std::optional<Command> RandomHistory::way_back() {
  if (is_turn_paused() && random.one_in(4)) return ResumeTurn{};
  for (const auto& [id, hand] : state.floor.hands) {
    if (hand.is_away && random.one_in(6)) return MarkHandBack{id};
  }
  return std::nullopt;
}

Command RandomHistory::stage_command() {
  switch (random.below(10)) {
    case 0:
      return SetFloorMode{random.one_in(3) ? random.any<FloorMode>(3) : FloorMode::open};
    case 1:
      return SetTurnLength{static_cast<std::int64_t>(random.below(200))};
    case 2:
      return SetPolicy{std::string(random.one_in(5) ? "none" : preset_names[random.below(4)])};
    case 3:
    case 4:
      return is_turn_paused() ? Command{ResumeTurn{}} : Command{PauseTurn{}};
    case 5:
    case 6:
      return MarkUnspoken{};
    case 7:
      return MarkHandAway{some_hand()};
    default:
      return MarkHandBack{some_hand()};
  }
}

Command RandomHistory::floor_command() {
  switch (random.below(19)) {
    case 13:
    case 14:
    case 15:
      return stage_command();
    case 16:
    case 17:
    case 18:
      return undo_command();
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
      return hand_command(maybe_for());
    case 5:
      return LowerHand{some_hand()};
    case 6:
      return AcceptHand{some_hand()};
    case 7:
    case 8:
    case 9:
      return give_command();
    case 10:
      return ExtendTurn{static_cast<std::int64_t>(random.below(240)) - 100};
    case 11:
      return EndTurn{};
    default:
      return YieldFloor{};
  }
}

Command RandomHistory::give_command() {
  GiveFloor give;
  if (!random.one_in(10)) give.expected = first();
  if (random.one_in(5)) {
    give.person = some_person();
    if (random.one_in(2)) give.kind = random.any<TurnKind>(3);
  } else if (random.one_in(8)) {
    give.newcomer = text("newcomer");
    give.modality = random.any<Modality>(3);
  } else {
    give.hand = random.one_in(4) ? std::optional(some_hand()) : first();
  }
  if (give.hand != give.expected || random.one_in(6)) give.reason = text("why");
  return give;
}

Command RandomHistory::people_command() {
  switch (random.below(14)) {
    case 6:
    case 7:
    case 8:
      return pass_command();
    case 9:
      return HidePerson{some_person()};
    case 10:
      return admission_command();
    case 11:
    case 12:
      return BlankDisplay{random.one_in(2)};
    case 13:
      return CountHeads{random.one_in(2) ? std::optional(static_cast<std::uint32_t>(random.below(200))) : std::nullopt,
                        random.one_in(2) ? std::optional(static_cast<std::uint32_t>(random.below(200))) : std::nullopt};
    case 0:
    case 1:
      return AddPerson{marked_profile()};
    case 2:
    case 3:
    case 4:
      return UpdatePerson{some_person(), marked_profile()};
    default:
      return RemovePerson{some_person()};
  }
}

Command RandomHistory::pass_command() {
  PassNames pass;
  for (std::uint64_t more = random.below(3) + 1; more > 0; --more) {
    const auto person = state.roster.people.find(some_person());
    if (person == state.roster.people.end()) {
      pass.people.push_back({PersonId{77}, text("name"), {}});
    } else {
      const Profile& seen = person->second.profile;
      pass.people.push_back({person->first, random.one_in(6) ? text("name") : seen.name, seen.affiliation});
    }
  }
  return pass;
}

Command RandomHistory::admission_command() {
  if (!state.admission.knocks.empty()) {
    const KnockId first = known(state.admission.knocks);
    if (random.one_in(2)) return TurnAway{{first}};
    if (!random.one_in(4)) return AdmitPeople{{first, known(state.admission.knocks)}};
  }
  return SetJoins{random.one_in(3) ? JoinsMode::open : random.one_in(4) ? JoinsMode::closed : JoinsMode::approval};
}

Command RandomHistory::line_command() {
  switch (random.below(8)) {
    case 6:
    case 7:
      return random.one_in(2) ? admission_command() : AskToJoin{marked_profile(), marked("request").text};
    case 0: {
      Join join;
      join.profile = marked_profile();
      join.roles = random.one_in(6) ? Roles{Role::steward} : Roles{Role::attendee};
      join.request_key = marked("request").text;
      if (random.one_in(4)) {
        join.person = some_person();
        join.keeps_profile = random.one_in(2);
      }
      return join;
    }
    case 1:
      return LeavePerson{some_person(), now_ms - static_cast<DurationMs>(random.below(60'000))};
    case 2:
      return ReturnPerson{some_person()};
    case 3:
      return Caption{text("caption"), random.one_in(2) ? std::optional<std::string>("pt-BR") : std::nullopt,
                     static_cast<std::uint32_t>(random.below(9))};
    default:
      return Clock{};
  }
}

}  // namespace roundtable::test
