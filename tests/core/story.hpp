// A session to tell a test's story in: people, a clock, and `say`.
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/decide.hpp"
#include "core/floor_order.hpp"
#include "core/floor_policy.hpp"
#include "view/viewer.hpp"

namespace roundtable::test {

using namespace core;

inline constexpr InstantMs story_begins_ms = 1'750'852'800'000;

PlannedPhase planned_phase(std::string title, PhaseKind kind, std::int64_t minutes, std::int64_t least);

/// Presentations 10, discussion 30, questions 10 (protected), wrap-up 10, in an hour.
SessionPlan story_plan(std::string_view policy = "new_voices");

Profile profile(std::string name, StakeholderGroup group = StakeholderGroup::not_stated,
                Modality modality = Modality::not_stated, RegionalGroup region = RegionalGroup::not_stated);

inline constexpr PersonId moderator{1};
inline constexpr PersonId online_moderator{2};
inline constexpr PersonId steward{3};
inline constexpr PersonId rapporteur{4};
inline constexpr PersonId speaker{5};

std::string alias_of(PersonId person);
PollAliases poll_aliases(const Alias& voter);

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
  std::string words() const;
};

class Story {
 public:
  explicit Story(const SessionPlan& plan = story_plan());

  State state;
  InstantMs now_ms = story_begins_ms;
  std::vector<Event> events;
  bool lifts_limits = false;
  std::function<void(const Event&)> told = [](const Event&) {};  // of each event, the state being right after it

  void wait(std::int64_t seconds) { now_ms += seconds * second_ms; }

  void happen(EventData data);
  Stamp stamp_of(PersonId who) const;
  Said perform_as(const Command& command, const Stamp& stamp);
  Said say(PersonId who, const Command& command) { return perform_as(command, stamp_of(who)); }
  Said room(const Command& command);
  /// The refusal's code, or "accepted".
  std::string_view answer(PersonId who, const Command& command) { return say(who, command).code(); }

  PersonId join(const Profile& who, Roles roles = {Role::attendee});
  PersonId attendee(StakeholderGroup group = StakeholderGroup::not_stated, Modality modality = Modality::not_stated);
  PersonId without_device();
  HandId raise(PersonId who, HandKind kind = HandKind::intervention);
  std::optional<HandId> first() const;
  Said give_first() { return say(moderator, GiveFloor{first(), std::nullopt, first(), std::nullopt}); }
  /// A whole turn of the first in the queue.
  void speak(std::int64_t seconds);

  /// Who waits, first to last.
  std::vector<PersonId> queue() const;
  std::vector<std::string> reasons() const;
  QuestionId ask(PersonId who, std::string text);
  QuestionId approved(PersonId who, std::string text);
  ItemId draft(std::string title);

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
