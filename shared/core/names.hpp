// The closed lists of the product and their names on the wire, in session files and in the journal.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/fields.hpp"

namespace roundtable::core {

template <class E>
struct Names;  // specialised below: `all`, in the order of the enumerators

template <class E>
concept Named = requires {
  Names<E>::all;
};

template <Named E>
constexpr std::string_view name_of(E value) {
  return Names<E>::all[static_cast<std::size_t>(value)];
}

template <Named E>
constexpr std::optional<E> from_name(std::string_view name) {
  for (std::size_t index = 0; index < Names<E>::all.size(); ++index) {
    if (Names<E>::all[index] == name) return static_cast<E>(index);
  }
  return std::nullopt;
}

// The IGF's own attributes (its registration and session pages); shared/data/taxonomies in the research has the
// sources.
enum class StakeholderGroup : std::uint8_t {
  government,
  intergovernmental_organization,
  civil_society,
  technical_community,
  private_sector,
  other,
  not_stated
};
template <>
struct Names<StakeholderGroup> {
  static constexpr std::array<std::string_view, 7> all{
      "government", "intergovernmental_organization", "civil_society", "technical_community", "private_sector", "other",
      "not_stated"};
};

enum class RegionalGroup : std::uint8_t {
  african,
  asia_pacific,
  eastern_european,
  grulac,
  weog,
  intergovernmental,
  other,
  not_stated
};
template <>
struct Names<RegionalGroup> {
  static constexpr std::array<std::string_view, 8> all{
      "african", "asia_pacific", "eastern_european", "grulac", "weog", "intergovernmental", "other", "not_stated"};
};

enum class Modality : std::uint8_t { onsite, online, not_stated };
template <>
struct Names<Modality> {
  static constexpr std::array<std::string_view, 3> all{"onsite", "online", "not_stated"};
};

/// How the report shows whoever spoke or asked; each shows less than the one before.
enum class InReport : std::uint8_t { name, group, none };
template <>
struct Names<InReport> {
  static constexpr std::array<std::string_view, 3> all{"name", "group", "none"};
};

enum class Attribute : std::uint8_t { stakeholder_group, regional_group, modality };
template <>
struct Names<Attribute> {
  static constexpr std::array<std::string_view, 3> all{"stakeholder_group", "regional_group", "modality"};
};
inline constexpr std::size_t attribute_count = 3;
inline constexpr std::size_t most_groups = 8;  // of the attribute with most values

enum class Role : std::uint8_t {
  moderator,
  online_moderator,
  steward,
  rapporteur,
  speaker,
  captioner,
  display,
  overlay,
  attendee
};
template <>
struct Names<Role> {
  static constexpr std::array<std::string_view, 9> all{"moderator",  "online_moderator", "steward",
                                                       "rapporteur", "speaker",          "captioner",
                                                       "display",    "overlay",          "attendee"};
};

enum class PhaseKind : std::uint8_t { presentations, discussion, questions, breakouts, report_back, wrap_up, pause };
template <>
struct Names<PhaseKind> {
  static constexpr std::array<std::string_view, 7> all{"presentations", "discussion", "questions", "breakouts",
                                                       "report_back",   "wrap_up",    "break"};
};

enum class SessionStatus : std::uint8_t { prepared, running, closed };
template <>
struct Names<SessionStatus> {
  static constexpr std::array<std::string_view, 3> all{"prepared", "running", "closed"};
};

enum class HandKind : std::uint8_t { intervention, reply, point_of_order, technical };
template <>
struct Names<HandKind> {
  static constexpr std::array<std::string_view, 4> all{"intervention", "reply", "point_of_order", "technical"};
};

/// Why a hand stands where it stands. The last three are no rules of a policy: the overtaking bound, a moderator's
/// override, and a turn given outside the queue.
enum class Rule : std::uint8_t {
  point_of_order_first,
  reply_first,
  first_time_first,
  least_served,
  alternate,
  arrival,
  overtaken,
  override_by_staff,
  direct
};
template <>
struct Names<Rule> {
  static constexpr std::array<std::string_view, 9> all{"point_of_order_first",
                                                       "reply_first",
                                                       "first_time_first",
                                                       "least_served",
                                                       "alternate",
                                                       "arrival",
                                                       "overtaken",
                                                       "override",
                                                       "direct"};
};

/// How a turn came about: a hand or staff's word, a panellist's answer, a talk of the line-up.
enum class TurnKind : std::uint8_t { intervention, answer, talk };
template <>
struct Names<TurnKind> {
  static constexpr std::array<std::string_view, 3> all{"intervention", "answer", "talk"};
};

/// Collecting: hands go up, the floor is not being given yet. Closed: who waits keeps waiting, nobody joins.
enum class FloorMode : std::uint8_t { open, collecting, closed };
template <>
struct Names<FloorMode> {
  static constexpr std::array<std::string_view, 3> all{"open", "collecting", "closed"};
};

enum class TalkStatus : std::uint8_t { waiting, running, done, away };
template <>
struct Names<TalkStatus> {
  static constexpr std::array<std::string_view, 4> all{"waiting", "running", "done", "away"};
};

enum class Weight : std::uint8_t { equal, presence };
template <>
struct Names<Weight> {
  static constexpr std::array<std::string_view, 2> all{"equal", "presence"};
};

enum class QuestionStatus : std::uint8_t { pending, approved, rejected, withdrawn, answered, dismissed };
template <>
struct Names<QuestionStatus> {
  static constexpr std::array<std::string_view, 6> all{"pending",   "approved", "rejected",
                                                       "withdrawn", "answered", "dismissed"};
};

enum class TakeawayKind : std::uint8_t { takeaway, call_to_action, commitment };
template <>
struct Names<TakeawayKind> {
  static constexpr std::array<std::string_view, 3> all{"takeaway", "call_to_action", "commitment"};
};

enum class SignalKind : std::uint8_t { cannot_hear, cannot_see, too_fast, technical_help };
template <>
struct Names<SignalKind> {
  static constexpr std::array<std::string_view, 4> all{"cannot_hear", "cannot_see", "too_fast", "technical_help"};
};

/// What staff say to those who sent a signal.
enum class SignalAnswer : std::uint8_t { seen, fixed };
template <>
struct Names<SignalAnswer> {
  static constexpr std::array<std::string_view, 2> all{"seen", "fixed"};
};

enum class CueKind : std::uint8_t { one_minute, please_end, unmute, you_are_next, move_to_microphone };
template <>
struct Names<CueKind> {
  static constexpr std::array<std::string_view, 5> all{"one_minute", "please_end", "unmute", "you_are_next",
                                                       "move_to_microphone"};
};

/// Who may join by the attendees' link.
enum class JoinsMode : std::uint8_t { open, approval, closed };
template <>
struct Names<JoinsMode> {
  static constexpr std::array<std::string_view, 3> all{"open", "approval", "closed"};
};

/// Temperature: a scale from best to worst, by default "agree", "can live with it", "cannot live with it".
enum class PollKind : std::uint8_t { temperature, single, multiple, ranking, dots, words };
template <>
struct Names<PollKind> {
  static constexpr std::array<std::string_view, 6> all{"temperature", "single", "multiple", "ranking", "dots", "words"};
};

enum class PollStatus : std::uint8_t { draft, open, closed };
template <>
struct Names<PollStatus> {
  static constexpr std::array<std::string_view, 3> all{"draft", "open", "closed"};
};

/// Of breakout groups. Closing: a countdown is on, and everybody works on until it ends.
enum class BreakoutStatus : std::uint8_t { none, open, closing, closed };
template <>
struct Names<BreakoutStatus> {
  static constexpr std::array<std::string_view, 4> all{"none", "open", "closing", "closed"};
};

/// How people come into their groups.
enum class BreakoutMode : std::uint8_t { balanced, random, self_selected, manual };
template <>
struct Names<BreakoutMode> {
  static constexpr std::array<std::string_view, 4> all{"balanced", "random", "self_selected", "manual"};
};

/// What groups are mixed by, or kept alike by; a person's first language counts.
enum class BreakoutAttribute : std::uint8_t { stakeholder_group, regional_group, modality, language, seat };
template <>
struct Names<BreakoutAttribute> {
  static constexpr std::array<std::string_view, 5> all{"stakeholder_group", "regional_group", "modality", "language",
                                                       "seat"};
};

/// Who facilitates a group, and who reports back from it.
enum class GroupRole : std::uint8_t { host, reporter };
template <>
struct Names<GroupRole> {
  static constexpr std::array<std::string_view, 2> all{"host", "reporter"};
};

/// What a point of a group is; most bear none.
enum class NoteMark : std::uint8_t { claim, dissent, ask };
template <>
struct Names<NoteMark> {
  static constexpr std::array<std::string_view, 3> all{"claim", "dissent", "ask"};
};

/// The groups that a hand, a turn or a vote counts for, as they were at that moment.
struct Groups {
  StakeholderGroup stakeholder_group = StakeholderGroup::not_stated;
  RegionalGroup regional_group = RegionalGroup::not_stated;
  Modality modality = Modality::not_stated;

  constexpr std::size_t value(Attribute attribute) const {
    switch (attribute) {
      case Attribute::stakeholder_group:
        return static_cast<std::size_t>(stakeholder_group);
      case Attribute::regional_group:
        return static_cast<std::size_t>(regional_group);
      case Attribute::modality:
        return static_cast<std::size_t>(modality);
    }
    return 0;
  }
  static constexpr auto fields() {
    return field_list(field<&Groups::stakeholder_group>("stakeholder_group"),
                      field<&Groups::regional_group>("regional_group"), field<&Groups::modality>("modality"));
  }
  friend bool operator==(const Groups&, const Groups&) = default;
};

/// How many values an attribute has; the last one is always "not stated".
constexpr std::size_t group_count(Attribute attribute) {
  switch (attribute) {
    case Attribute::stakeholder_group:
      return Names<StakeholderGroup>::all.size();
    case Attribute::regional_group:
      return Names<RegionalGroup>::all.size();
    case Attribute::modality:
      return Names<Modality>::all.size();
  }
  return 0;
}
constexpr std::string_view group_name(Attribute attribute, std::size_t value) {
  switch (attribute) {
    case Attribute::stakeholder_group:
      return Names<StakeholderGroup>::all[value];
    case Attribute::regional_group:
      return Names<RegionalGroup>::all[value];
    case Attribute::modality:
      return Names<Modality>::all[value];
  }
  return {};
}

}  // namespace roundtable::core
