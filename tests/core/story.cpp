#include "core/story.hpp"

#include <utility>

namespace roundtable::test {

PlannedPhase planned_phase(std::string title, PhaseKind kind, std::int64_t minutes, std::int64_t least) {
  PlannedPhase phase;
  phase.title = std::move(title);
  phase.kind = kind;
  phase.planned_ms = minutes * minute_ms;
  phase.min_ms = least * minute_ms;
  return phase;
}

SessionPlan story_plan(std::string_view policy) {
  SessionPlan plan;
  plan.title = "Story";
  plan.starts_at_ms = story_begins_ms;
  plan.duration_ms = hour_ms;
  plan.languages = {"en"};
  plan.phases = {planned_phase("Talks", PhaseKind::presentations, 10, 5),
                 planned_phase("Discussion", PhaseKind::discussion, 30, 10),
                 planned_phase("Questions", PhaseKind::questions, 10, 10),
                 planned_phase("Results", PhaseKind::wrap_up, 10, 4)};
  plan.phases[2].is_protected = true;
  plan.floor.name = policy;
  if (auto rules = preset_rules(policy)) plan.floor.rules = *rules;
  plan.floor.kinds = {HandKind::reply, HandKind::point_of_order};
  return plan;
}

Profile profile(std::string name, StakeholderGroup group, Modality modality, RegionalGroup region) {
  Profile made;
  made.name = Words(std::move(name));
  made.stakeholder_group = group;
  made.modality = modality;
  made.regional_group = region;
  return made;
}

std::string alias_of(PersonId person) {
  return "voter-" + std::to_string(person.value) + "#";
}

PollAliases poll_aliases(const Alias& voter) {
  return [voter](PollId poll) { return voter + "poll-" + std::to_string(poll.value); };
}

std::string Said::words() const {
  std::string all;
  for (const Event& event : events) all += (all.empty() ? "" : " ") + std::string(name_of(event.data));
  return all;
}

Story::Story(const SessionPlan& plan) {
  const auto listed = [&](std::uint32_t id, const char* name, Roles roles) {
    happen(PersonListed{PersonId{id}, profile(name), roles});
  };
  listed(1, "Moderator", {Role::moderator});
  listed(2, "Online moderator", {Role::online_moderator});
  listed(3, "Steward", {Role::steward});
  listed(4, "Rapporteur", {Role::rapporteur});
  listed(5, "Speaker", {Role::speaker});
  happen(SessionCreated{"story", "ABC234", plan});
}

void Story::happen(EventData data) {
  Event event;
  event.seq = static_cast<std::uint32_t>(events.size() + 1);
  event.at_ms = now_ms;
  event.data = std::move(data);
  apply(state, event);
  told(event);
  events.push_back(std::move(event));
}

Stamp Story::stamp_of(PersonId who) const {
  Stamp stamp;
  stamp.at_ms = now_ms;
  stamp.actor.person = who;
  stamp.vote_alias = alias_of(who);
  stamp.poll_alias = poll_aliases(stamp.vote_alias);
  stamp.lifts_limits = lifts_limits;
  if (const auto found = state.roster.people.find(who); found != state.roster.people.end()) {
    stamp.actor.roles = found->second.roles;
  }
  return stamp;
}

Said Story::perform_as(const Command& command, const Stamp& stamp) {
  Said said;
  said.refusal = perform(state, command, stamp, static_cast<std::uint32_t>(events.size()), [&](const Event& event) {
    told(event);
    said.events.push_back(event);
    events.push_back(event);
  });
  return said;
}

Said Story::room(const Command& command) {
  Stamp stamp;
  stamp.at_ms = now_ms;
  stamp.actor.is_room = true;
  return perform_as(command, stamp);
}

PersonId Story::join(const Profile& who, Roles roles) {
  Join command;
  command.profile = who;
  command.roles = roles;
  room(command);
  return PersonId{state.counters.person};
}

PersonId Story::attendee(StakeholderGroup group, Modality modality) {
  return join(profile("Attendee " + std::to_string(state.counters.person + 1), group, modality));
}

PersonId Story::without_device() {
  AddPerson command;
  command.profile = profile("In the room");
  say(steward, command);
  return PersonId{state.counters.person};
}

HandId Story::raise(PersonId who, HandKind kind) {
  say(who, RaiseHand{kind, std::nullopt});
  return HandId{state.counters.hand};
}

std::optional<HandId> Story::first() const {
  return state.floor.held.empty() ? std::nullopt : std::optional(state.floor.held.front().hand);
}

void Story::speak(std::int64_t seconds) {
  give_first();
  wait(seconds);
  say(moderator, EndTurn{});
}

std::vector<PersonId> Story::queue() const {
  std::vector<PersonId> people;
  for (const PlacedHand& placed : floor_order(state.floor, limits::waiting_hands)) {
    people.push_back(state.floor.hands.at(placed.hand).person);
  }
  return people;
}

std::vector<std::string> Story::reasons() const {
  std::vector<std::string> rules;
  for (const PlacedHand& placed : floor_order(state.floor, limits::waiting_hands)) {
    rules.emplace_back(name_of(placed.rule));
  }
  return rules;
}

QuestionId Story::ask(PersonId who, std::string text) {
  say(who, AskQuestion{Words(std::move(text))});
  return QuestionId{state.counters.question};
}

QuestionId Story::approved(PersonId who, std::string text) {
  const QuestionId question = ask(who, std::move(text));
  say(moderator, ApproveQuestion{question});
  return question;
}

ItemId Story::draft(std::string title) {
  say(rapporteur, DraftTakeaway{TakeawayKind::takeaway, Words(std::move(title)), Words("Body")});
  return ItemId{state.counters.item};
}

}  // namespace roundtable::test
