// What everyone paints of breakout groups, and a member of the own one.
#include <algorithm>

#include "core/people.hpp"
#include "core/sort_stably.hpp"
#include "view/view.hpp"

namespace roundtable::view {

namespace {

Nullable<std::uint32_t> number_if_any(std::uint32_t number) {
  return number == 0 ? std::optional<std::uint32_t>() : std::optional(number);
}

/// The countdown's end, else the group's own; none while nothing is open.
std::optional<InstantMs> end_of(const BreakoutRun& run, const BreakoutGroup& group) {
  if (run.status == BreakoutStatus::open) return run.opened_at_ms + group.planned_ms;
  return closes_at_ms(run);
}

std::optional<DurationMs> until(std::optional<InstantMs> end_ms, InstantMs now_ms) {
  return end_ms ? std::optional(*end_ms - now_ms) : std::nullopt;
}

BreakoutGroupModel group_model(const State& state, GroupId id, InstantMs now_ms) {
  const Breakouts& breakouts = state.breakouts;
  const BreakoutGroup& group = breakouts.groups.at(id);
  BreakoutGroupModel model;
  model.group = id;
  model.number = group.number;
  model.title = group.title.text;
  model.table = number_if_any(group.table);
  model.capacity = number_if_any(group.capacity);
  model.size = static_cast<std::int64_t>(group.members.size());
  for (PersonId person : group.members) {
    BreakoutPersonModel member = breakout_person(state, person);
    member.name.empty() ? void(++model.unnamed) : model.people.push_back(std::move(member));
  }
  model.ends_at_ms = end_of(breakouts.run, group);
  model.remaining_ms = until(model.ends_at_ms.value, now_ms);
  model.is_mine = state.mine.person && group.members.contains(state.mine.person);
  const bool is_full = group.capacity != 0 && group.members.size() >= group.capacity;
  model.can_choose = state.mine.person && breakouts.run.status == BreakoutStatus::open &&
                     breakouts.run.mode == BreakoutMode::self_selected && !is_full && !model.is_mine;
  model.is_published = group.is_published;
  return model;
}

std::vector<NoteModel> notes_model(const State& state, const GroupNotes& notes) {
  std::vector<NoteModel> models;
  for (NoteId id : notes.order) {
    const Note& note = notes.list.at(id);
    NoteModel model{id, note.text.text, note.mark, note.revision, std::nullopt, note.at_ms};
    if (note.by) model.by_name = name_of_person(state, note.by);
    models.push_back(std::move(model));
  }
  return models;
}

std::optional<GroupCardModel> card_model(const State& state, GroupId id) {
  const auto group = state.breakouts.groups.find(id);
  const GroupNotes* notes = notes_of(state, id);
  if (group == state.breakouts.groups.end() || notes == nullptr) return std::nullopt;
  return GroupCardModel{id, group->second.number, group->second.title.text, notes_model(state, *notes)};
}

/// What staff show, else the group that has the floor.
GroupId group_on_screen(const State& state) {
  if (state.display.group) return state.display.group;
  const auto turn = state.floor.turns.find(state.floor.running);
  if (turn == state.floor.turns.end()) return {};
  const auto talk = state.lineup.talks.find(turn->second.talk);
  return talk == state.lineup.talks.end() ? GroupId{} : talk->second.group;
}

std::vector<GroupQuestionModel> questions_of(const State& state, const GroupInside& inside) {
  std::vector<GroupQuestionModel> models;
  for (const auto& [id, question] : inside.questions) {
    models.push_back({id, question.text.text, question.language, name_of_person(state, question.author),
                      guest_of(state, question.author), question.votes, state.mine.group_votes.contains(id),
                      question.is_answered, question.asked_at_ms,
                      state.mine.person && question.author == state.mine.person});
  }
  sort_stably(models, [](const GroupQuestionModel& one, const GroupQuestionModel& other) {
    return std::pair(one.is_answered, other.votes) < std::pair(other.is_answered, one.votes);
  });
  return models;
}

void fill_floor(GroupInsideModel& model, const State& state, const GroupFloor& floor, InstantMs now_ms) {
  const PersonId me = state.mine.person;
  for (const GroupHand& hand : floor.hands) {
    const bool is_mine = me && hand.person == me;
    model.hands.push_back(
        {hand.person, name_of_person(state, hand.person), guest_of(state, hand.person), hand.raised_at_ms, is_mine});
    model.has_hand = model.has_hand || is_mine;
  }
  if (floor.turn) {
    const GroupTurn& turn = *floor.turn;
    model.turn = GroupTurnModel{turn.person,
                                name_of_person(state, turn.person),
                                guest_of(state, turn.person),
                                turn.started_at_ms,
                                std::max<DurationMs>(0, now_ms - turn.started_at_ms),
                                me && turn.person == me};
  }
  for (const auto& [person, spoken_ms] : floor.spoken) {
    model.spoken.push_back({person, name_of_person(state, person), guest_of(state, person), spoken_ms});
  }
  sort_stably(model.spoken, [](const GroupSpokenModel& one, const GroupSpokenModel& other) {
    return one.spoken_ms > other.spoken_ms;
  });
}

std::optional<GroupHelpModel> help_model(const State& state, const std::optional<HelpCall>& help) {
  if (!help) return std::nullopt;
  GroupHelpModel model{help->reason.text, name_of_person(state, help->by), help->at_ms, false, std::nullopt};
  model.is_answered = static_cast<bool>(help->answered_by);
  if (help->answered_by) model.answered_by = name_of_person(state, help->answered_by);
  return model;
}

GroupInsideModel own_group_model(const State& state, GroupId group, InstantMs now_ms) {
  GroupInsideModel model = group_inside_model(state, group, now_ms);
  const GroupInside& inside = *inside_of(state, group);
  const bool is_open = are_open(state.breakouts);
  model.am_host = inside.host == state.mine.person;
  model.am_reporter = inside.reporter == state.mine.person;
  model.is_listening = inside.listening.contains(state.mine.person);
  model.can_write = state.session.status != SessionStatus::closed;
  model.can_talk = is_open && model.can_write;
  model.can_lead = model.am_host || may_help(state.mine.roles);
  return model;
}

}  // namespace

BreakoutPersonModel breakout_person(const State& state, PersonId person) {
  BreakoutPersonModel model;
  model.person = person;
  model.name = name_of_person(state, person);
  model.guest = guest_of(state, person);
  model.is_me = person && person == state.mine.person;
  const auto known = state.roster.people.find(person);
  const auto companion = state.group.companions.find(person);
  if (known != state.roster.people.end()) {
    model.modality = known->second.profile.modality;
    model.has_left = state.scope == Scope::staff && !known->second.is_present;
  } else if (companion != state.group.companions.end()) {
    model.modality = companion->second.profile.modality;
  } else if (model.is_me) {
    model.modality = state.mine.profile.modality;
  }
  const GroupInside* inside = inside_of(state, group_of(state.breakouts, person));
  model.is_listening = inside != nullptr && inside->listening.contains(person);
  return model;
}

GroupInsideModel group_inside_model(const State& state, GroupId id, InstantMs now_ms) {
  const BreakoutGroup& group = state.breakouts.groups.at(id);
  const GroupInside& inside = *inside_of(state, id);
  GroupInsideModel model;
  model.group = id;
  model.number = group.number;
  model.title = group.title.text;
  model.table = number_if_any(group.table);
  if (!inside.call.empty()) model.call = inside.call;
  for (PersonId person : group.members) {
    model.people.push_back(breakout_person(state, person));
    const Modality modality = model.people.back().modality;
    if (model.people.back().has_left) continue;
    ++model.size;
    model.onsite += modality == Modality::onsite ? 1 : 0;
    model.online += modality == Modality::online ? 1 : 0;
  }
  if (inside.host) model.host = breakout_person(state, inside.host);
  if (inside.reporter) model.reporter = breakout_person(state, inside.reporter);
  model.ends_at_ms = end_of(state.breakouts.run, group);
  model.remaining_ms = until(model.ends_at_ms.value, now_ms);
  fill_floor(model, state, inside.floor, now_ms);
  model.questions = questions_of(state, inside);
  model.notes = notes_model(state, inside.notes);
  model.help = help_model(state, inside.help);
  for (const GroupBroadcast& each : inside.broadcasts) model.broadcasts.push_back({each.text.text, each.at_ms});
  model.is_published = group.is_published;
  return model;
}

std::string name_of_group(const State& state, GroupId id) {
  const auto group = state.breakouts.groups.find(id);
  if (group == state.breakouts.groups.end()) return {};
  const std::string number = std::to_string(group->second.number);
  return group->second.title.empty() ? number : number + " " + group->second.title.text;
}

std::optional<ReportingGroupModel> reporting_group(const State& state, TalkId id) {
  const auto talk = state.lineup.talks.find(id);
  if (talk == state.lineup.talks.end() || !talk->second.group) return std::nullopt;
  const auto group = state.breakouts.groups.find(talk->second.group);
  if (group == state.breakouts.groups.end()) return std::nullopt;
  return ReportingGroupModel{talk->second.group, group->second.number, group->second.title.text};
}

/// What can be ranked, and how one ranked it; how many want what most, for staff.
std::optional<TopicOfferModel> offer_model(const State& state) {
  const BreakoutRun& run = state.breakouts.run;
  if (!run.offer.is_open) return std::nullopt;
  TopicOfferModel model;
  for (const PlannedTopic& topic : run.offer.topics) {
    model.topics.push_back({topic.title.text, topic.capacity, 0});
  }
  for (const auto& [person, choices] : run.wishes) ++model.topics[choices.front()].first_choices;
  model.mine = state.mine.topic_choices;
  return model;
}

BreakoutsModel breakouts_model(const State& state, InstantMs now_ms) {
  const BreakoutRun& run = state.breakouts.run;
  BreakoutsModel model;
  model.status = name_of(run.status);
  if (run.draft && !are_open(state.breakouts)) model.status = "planned";
  model.mode = run.mode;
  model.round = run.round;
  model.rounds = run.rounds;
  std::optional<InstantMs> end_ms;
  for (GroupId id : run.order) {
    const BreakoutGroup& group = state.breakouts.groups.at(id);
    if (group.merged_into) continue;
    model.groups.push_back(group_model(state, id, now_ms));
    const auto each_ms = model.groups.back().ends_at_ms.value;
    if (each_ms && (!end_ms || *each_ms > *end_ms)) end_ms = each_ms;
  }
  model.ends_at_ms = end_ms;
  model.remaining_ms = until(end_ms, now_ms);
  model.may_choose = run.status == BreakoutStatus::open && run.mode == BreakoutMode::self_selected;
  const GroupId own = group_of(state.breakouts, state.mine.person);
  if (inside_of(state, own) != nullptr) model.mine = own_group_model(state, own, now_ms);
  model.is_in_plenary = state.mine.person && run.in_plenary.contains(state.mine.person);
  model.offer = offer_model(state);
  model.card = card_model(state, group_on_screen(state));
  for (const auto& [id, group] : state.breakouts.groups) {
    if (!group.is_published) continue;
    if (auto card = card_model(state, id)) model.published.push_back(*std::move(card));
  }
  return model;
}

}  // namespace roundtable::view
