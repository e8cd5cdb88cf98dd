// A session to tell a test's story in: people, a clock, and `say`.
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/decide.hpp"
#include "core/floor_order.hpp"
#include "core/floor_policy.hpp"
#include "view/viewer.hpp"

namespace roundtable::test {

using namespace core;

inline constexpr InstantMs story_begins_ms = 1'750'852'800'000;

inline PlannedPhase planned_phase(std::string title, PhaseKind kind, std::int64_t minutes, std::int64_t least) {
  PlannedPhase phase;
  phase.title = std::move(title);
  phase.kind = kind;
  phase.planned_ms = minutes * minute_ms;
  phase.min_ms = least * minute_ms;
  return phase;
}

/// Presentations 10, discussion 30, questions 10 (protected), wrap-up 10, in an hour.
inline SessionPlan story_plan(std::string_view policy = "new_voices") {
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

inline Profile profile(std::string name, StakeholderGroup group = StakeholderGroup::not_stated,
                       Modality modality = Modality::not_stated, RegionalGroup region = RegionalGroup::not_stated) {
  Profile made;
  made.name = Words(std::move(name));
  made.stakeholder_group = group;
  made.modality = modality;
  made.regional_group = region;
  return made;
}

inline constexpr PersonId moderator{1};
inline constexpr PersonId online_moderator{2};
inline constexpr PersonId steward{3};
inline constexpr PersonId rapporteur{4};
inline constexpr PersonId speaker{5};

inline std::string alias_of(PersonId person) {
  return "voter-" + std::to_string(person.value) + "#";
}

inline PollAliases poll_aliases(const Alias& voter) {
  return [voter](PollId poll) { return voter + "poll-" + std::to_string(poll.value); };
}

/// What came of a command.
struct Said {
  std::vector<Event> events;
  std::optional<Refusal> refusal;

  bool is_accepted() const { return !refusal; }
  std::string_view code() const { return refusal ? name_of(refusal->code) : std::string_view("accepted"); }
  template <class Data>
  const Data* find() const {
    for (const Event& event : events) {
      if (const auto* data = get_if<Data>(&event.data)) return data;
    }
    return nullptr;
  }
  std::string words() const {
    std::string all;
    for (const Event& event : events) all += (all.empty() ? "" : " ") + std::string(name_of(event.data));
    return all;
  }
};

class Story {
 public:
  explicit Story(const SessionPlan& plan = story_plan()) {
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

  State state;
  InstantMs now_ms = story_begins_ms;
  std::vector<Event> events;
  bool lifts_limits = false;
  std::function<void(const Event&)> told = [](const Event&) {};  // of each event, the state being right after it

  void wait(std::int64_t seconds) { now_ms += seconds * second_ms; }

  void happen(EventData data) {
    Event event;
    event.seq = static_cast<std::uint32_t>(events.size() + 1);
    event.at_ms = now_ms;
    event.data = std::move(data);
    apply(state, event);
    told(event);
    events.push_back(std::move(event));
  }

  Stamp stamp_of(PersonId who) const {
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

  Said perform_as(const Command& command, const Stamp& stamp) {
    Said said;
    said.refusal = perform(state, command, stamp, static_cast<std::uint32_t>(events.size()), [&](const Event& event) {
      told(event);
      said.events.push_back(event);
      events.push_back(event);
    });
    return said;
  }
  Said say(PersonId who, const Command& command) { return perform_as(command, stamp_of(who)); }
  Said room(const Command& command) {
    Stamp stamp;
    stamp.at_ms = now_ms;
    stamp.actor.is_room = true;
    return perform_as(command, stamp);
  }
  /// The refusal's code, or "accepted".
  std::string_view answer(PersonId who, const Command& command) { return say(who, command).code(); }

  PersonId join(const Profile& who, Roles roles = {Role::attendee}) {
    Join command;
    command.profile = who;
    command.roles = roles;
    room(command);
    return PersonId{state.counters.person};
  }
  PersonId attendee(StakeholderGroup group = StakeholderGroup::not_stated, Modality modality = Modality::not_stated) {
    return join(profile("Attendee " + std::to_string(state.counters.person + 1), group, modality));
  }
  PersonId without_device() {
    AddPerson command;
    command.profile = profile("In the room");
    say(steward, command);
    return PersonId{state.counters.person};
  }

  HandId raise(PersonId who, HandKind kind = HandKind::intervention) {
    say(who, RaiseHand{kind, std::nullopt});
    return HandId{state.counters.hand};
  }
  std::optional<HandId> first() const {
    return state.floor.held.empty() ? std::nullopt : std::optional(state.floor.held.front().hand);
  }
  Said give_first() { return say(moderator, GiveFloor{first(), std::nullopt, first(), std::nullopt}); }
  /// A whole turn of the first in the queue.
  void speak(std::int64_t seconds) {
    give_first();
    wait(seconds);
    say(moderator, EndTurn{});
  }

  /// Who waits, first to last.
  std::vector<PersonId> queue() const {
    std::vector<PersonId> people;
    for (const PlacedHand& placed : floor_order(state.floor, limits::waiting_hands)) {
      people.push_back(state.floor.hands.at(placed.hand).person);
    }
    return people;
  }
  std::vector<std::string> reasons() const {
    std::vector<std::string> rules;
    for (const PlacedHand& placed : floor_order(state.floor, limits::waiting_hands)) {
      rules.emplace_back(name_of(placed.rule));
    }
    return rules;
  }

  QuestionId ask(PersonId who, std::string text) {
    say(who, AskQuestion{Words(std::move(text))});
    return QuestionId{state.counters.question};
  }
  QuestionId approved(PersonId who, std::string text) {
    const QuestionId question = ask(who, std::move(text));
    say(moderator, ApproveQuestion{question});
    return question;
  }
  ItemId draft(std::string title) {
    say(rapporteur, DraftTakeaway{TakeawayKind::takeaway, Words(std::move(title)), Words("Body")});
    return ItemId{state.counters.item};
  }

  const Phase& phase(std::uint32_t id) const { return state.agenda.phases.at(PhaseId{id}); }
  const Person& person(PersonId id) const { return state.roster.people.at(id); }
  const Question& question(QuestionId id) const { return state.questions.list.at(id); }
};

}  // namespace roundtable::test

namespace roundtable::core {
/// Ids in failure messages.
template <class Tag>
void PrintTo(const Id<Tag>& id, std::ostream* out) {
  *out << '#' << id.value;
}
}  // namespace roundtable::core
