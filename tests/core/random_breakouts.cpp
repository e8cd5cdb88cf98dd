#include "core/random_breakouts.hpp"

#include <vector>

namespace roundtable::test {

std::optional<Command> RandomBreakouts::breakout_command() {
  if (!random.one_in(is_grouped_ ? 2 : 40)) return std::nullopt;
  if (are_open(state.breakouts)) return random.one_in(4) ? run_command() : inside_command();
  if (state.breakouts.run.draft) return random.one_in(4) ? place_command() : Command{OpenBreakouts{some_seconds()}};
  if (random.one_in(3)) return inside_command();
  return random.one_in(2) ? wish_command() : plan_command();
}

std::optional<PersonId> RandomBreakouts::of_the_group(const Command& command) {
  if (const auto* edit = get_if<EditNote>(&command)) return member_of(find_note(state, edit->note).group);
  if (const auto* move = get_if<MoveNote>(&command)) return member_of(find_note(state, move->note).group);
  if (const auto* remove = get_if<RemoveNote>(&command)) return member_of(find_note(state, remove->note).group);
  if (const auto* give = get_if<GiveGroupFloor>(&command)) return leader_of(give->group.value_or(GroupId{}));
  if (const auto* lower = get_if<LowerGroupHand>(&command); lower != nullptr && lower->group) return steward;
  if (const auto* end = get_if<EndGroupTurn>(&command); end != nullptr && end->group) return steward;
  if (const auto* vote = get_if<VoteGroupQuestion>(&command)) return member_of(group_with(vote->question));
  if (const auto* settle = get_if<SettleGroupQuestion>(&command)) return leader_of(group_with(settle->question));
  if (const auto* unvote = get_if<UnvoteGroupQuestion>(&command)) return voter_of(unvote->question);
  const std::string_view name = name_of(command);
  const bool is_members = name.starts_with("group.") || name.starts_with("note.") || name == CallModerator::name ||
                          name == TakeGroupRole::name || name == ListenOnly::name || name == ChooseGroup::name ||
                          name == RankTopics::name;
  if (is_members) return random.one_in(6) ? some_person() : some_member();
  if (!name.starts_with("breakout.")) return std::nullopt;
  return random.one_in(3) ? online_moderator : moderator;
}

GroupId RandomBreakouts::some_group() {
  const auto& order = state.breakouts.run.order;
  return order.empty() || random.one_in(15) ? known(state.breakouts.groups) : random.of(order);
}

GroupId RandomBreakouts::some_planned_group() {
  const auto& draft = state.breakouts.run.draft;
  return !draft || random.one_in(15) ? some_group() : random.of(draft->groups).group;
}

PersonId RandomBreakouts::some_member() {
  std::vector<PersonId> members;
  for (GroupId id : state.breakouts.run.order) {
    const auto& people = state.breakouts.groups.at(id).members;
    members.insert(members.end(), people.begin(), people.end());
  }
  return members.empty() ? some_person() : random.of(members);
}

PersonId RandomBreakouts::member_of(GroupId id) {
  const auto group = state.breakouts.groups.find(id);
  if (group == state.breakouts.groups.end() || group->second.members.empty()) return rapporteur;
  if (random.one_in(5)) return rapporteur;
  return random.of(std::vector<PersonId>(group->second.members.begin(), group->second.members.end()));
}

PersonId RandomBreakouts::leader_of(GroupId id) {
  const GroupInside* inside = inside_of(state, id);
  return inside != nullptr && inside->host && random.one_in(2) ? inside->host : steward;
}

GroupId RandomBreakouts::group_with(GroupQuestionId question) const {
  for (const auto& [id, inside] : state.breakouts.insides) {
    if (inside.questions.contains(question)) return id;
  }
  return {};
}

PersonId RandomBreakouts::voter_of(GroupQuestionId question) {
  const GroupId group = group_with(question);
  if (!group) return some_member();
  const auto& voters = state.breakouts.insides.at(group).questions.at(question).voters;
  if (voters.empty()) return member_of(group);
  return PersonId{static_cast<std::uint32_t>(std::stoul(voters.begin()->substr(6)))};
}

GroupQuestionId RandomBreakouts::some_group_question() {
  std::vector<GroupQuestionId> all;
  for (const auto& [id, inside] : state.breakouts.insides) {
    for (const auto& [question, asked] : inside.questions) {
      if (!asked.is_answered || random.one_in(5)) all.push_back(question);
    }
  }
  return all.empty() ? GroupQuestionId{1} : random.of(all);
}

NoteId RandomBreakouts::some_note() {
  std::vector<NoteId> all;
  for (const auto& [id, inside] : state.breakouts.insides) {
    all.insert(all.end(), inside.notes.order.begin(), inside.notes.order.end());
  }
  return all.empty() || random.one_in(20) ? NoteId{1} : random.of(all);
}

std::optional<NoteMark> RandomBreakouts::some_mark() {
  return random.one_in(2) ? std::nullopt : std::optional(random.any<NoteMark>(3));
}

GroupMembers RandomBreakouts::deal(std::size_t count) {
  GroupMembers members(count);
  for (const auto& [id, person] : state.roster.people) {
    const bool comes = person.is_present && !person.is_removed && !person.merged_into;
    if (comes && !random.one_in(is_staff(person.roles) ? 3 : 8)) members[random.below(count)].push_back(id);
    if (random.one_in(150)) members.front().push_back(id);
  }
  return members;
}

Command RandomBreakouts::plan_command() {
  PlanBreakouts plan;
  const std::size_t count = 1 + random.below(4);
  plan.mode = random.any<BreakoutMode>(4);
  plan.groups = deal(count);
  if (random.one_in(4)) plan.later.push_back(deal(count));
  if (random.one_in(2)) plan.topics = {{marked("topic"), std::nullopt}};
  if (random.one_in(2)) plan.tables = {1, 2};
  if (random.one_in(6)) plan.hosts = {some_person()};
  if (random.one_in(6)) plan.apart = {{some_person(), some_person()}};
  if (random.one_in(10)) plan.groups.reset();
  return plan;
}

Command RandomBreakouts::wish_command() {
  const auto& topics = state.breakouts.run.offer.topics;
  if (topics.empty() || random.one_in(6)) {
    if (random.one_in(4)) return OfferTopics{std::vector<PlannedTopic>{}};
    return OfferTopics{{{{marked("topic"), std::nullopt}, {marked("topic"), 3U}, {marked("topic"), std::nullopt}}}};
  }
  TopicRanking choices;
  for (std::uint32_t topic = 0; topic < topics.size(); ++topic) {
    if (!random.one_in(3)) choices.insert(choices.begin() + (random.one_in(2) ? 0 : choices.size()), topic);
  }
  if (random.one_in(20)) choices.push_back(7);
  return RankTopics{choices};
}

Command RandomBreakouts::rebalance_command() {
  std::vector<GroupMove> moves;
  for (std::size_t count = random.below(4); count > 0; --count) moves.push_back({some_member(), some_group()});
  return RebalanceGroups{moves};
}

Command RandomBreakouts::run_command() {
  if (random.one_in(10)) return rebalance_command();
  switch (random.below(9)) {
    case 0:
    case 1:
      if (random.one_in(3)) return CloseBreakouts{0};
      return CloseBreakouts{static_cast<std::int64_t>(random.below(90))};
    case 2:
      return ReopenBreakouts{};
    case 3:
      return ExtendBreakouts{random.one_in(2) ? std::nullopt : std::optional(some_group()),
                             static_cast<std::int64_t>(random.below(400)) - 90};
    case 4:
      return Broadcast{text("broadcast"), random.one_in(2) ? std::nullopt : std::optional(some_group())};
    case 5:
      if (random.one_in(2)) return MergeGroups{some_group(), state.breakouts.run.order.front()};
      return SetGroupCall{some_planned_group(), std::nullopt,
                          random.one_in(6) ? "http://call.example" : "https://call.example/" + marked("callroom").text};
    case 6:
      return TickMoved{some_member(), random.one_in(3) ? false : true};
    case 7:
      return AnswerCall{group_in_need()};
    default:
      return Clock{};
  }
}

GroupId RandomBreakouts::group_in_need() {
  for (const auto& [id, inside] : state.breakouts.insides) {
    if (inside.help) return id;
  }
  return some_group();
}

Command RandomBreakouts::place_command() {
  const GroupId group = are_open(state.breakouts) ? some_group() : some_planned_group();
  if (random.one_in(3)) {
    ChooseGroup choose;
    if (random.one_in(2)) choose.group = group;
    choose.is_anywhere = !choose.group && random.one_in(2);
    return choose;
  }
  return MoveToGroup{some_person(), random.one_in(4) ? std::nullopt : std::optional(group)};
}

Command RandomBreakouts::inside_command() {
  switch (random.below(10)) {
    case 0:
    case 1:
      return place_command();
    case 2:
      return ListenOnly{!random.one_in(3)};
    case 3:
      if (random.one_in(2)) return TakeGroupRole{random.any<GroupRole>(2)};
      return CallModerator{random.one_in(2) ? std::nullopt : std::optional(text("help"))};
    case 4:
    case 5:
      return group_floor_command();
    case 6:
      return group_question_command();
    case 7:
      return report_command();
    default:
      return note_command();
  }
}

Command RandomBreakouts::group_floor_command() {
  switch (random.below(6)) {
    case 0:
      for (const auto& [id, inside] : state.breakouts.insides) {
        if (!inside.floor.hands.empty()) return LowerGroupHand{id, inside.floor.hands.front().person};
      }
      return LowerGroupHand{};
    case 1:
    case 2: {
      const GroupId group = some_group();
      const GroupInside* inside = inside_of(state, group);
      const bool waits = inside != nullptr && !inside->floor.hands.empty();
      return GiveGroupFloor{group, waits ? inside->floor.hands.front().person : some_member()};
    }
    case 3:
      for (const auto& [id, inside] : state.breakouts.insides) {
        if (inside.floor.turn && !random.one_in(4)) return EndGroupTurn{id};
      }
      return EndGroupTurn{random.one_in(2) ? std::nullopt : std::optional(some_group())};
    default:
      return RaiseGroupHand{random.one_in(8) ? std::optional(some_person()) : std::nullopt};
  }
}

Command RandomBreakouts::group_question_command() {
  switch (random.below(6)) {
    case 0:
      return SettleGroupQuestion{some_group_question()};
    case 1:
    case 2:
      return VoteGroupQuestion{some_group_question()};
    case 3:
      return UnvoteGroupQuestion{some_group_question()};
    default:
      return AskGroupQuestion{text("groupquestion"), std::nullopt};
  }
}

Command RandomBreakouts::note_command() {
  const NoteId note = some_note();
  const FoundNote found = find_note(state, note);
  switch (random.below(8)) {
    case 0:
    case 1:
      return EditNote{note, (found.note == nullptr ? 1 : found.note->revision) - (random.one_in(6) ? 1U : 0U),
                      text("note"), some_mark()};
    case 2:
      for (const auto& [id, inside] : state.breakouts.insides) {
        if (inside.notes.order.size() > 1 && !random.one_in(4))
          return MoveNote{inside.notes.order.front(), std::nullopt};
      }
      return MoveNote{note, random.one_in(3) ? std::nullopt : std::optional(some_note())};
    case 3:
      return RemoveNote{note};
    default:
      return AddNote{random.one_in(5) ? std::optional(some_group()) : std::nullopt, text("note"), some_mark()};
  }
}

Command RandomBreakouts::report_command() {
  switch (random.below(7)) {
    case 0:
      return ShowGroup{random.one_in(3) ? std::nullopt : std::optional(some_group())};
    case 1:
      return AddPhase{text("phasetitle"), PhaseKind::report_back, 300, std::nullopt};
    case 2:
    case 3:
      return ReportBack{static_cast<std::int64_t>(random.below(120)) + 5};
    default: {
      Evidence made;
      if (random.one_in(2)) made.group = some_group();
      if (!made.group) made.note = some_note();
      return LinkTakeaway{some_item(), made};
    }
  }
}

}  // namespace roundtable::test
