// Key takeaways, calls to action and commitments, each linked to its evidence.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

/// What a takeaway rests on: exactly one of a question, a turn, a note of one's own, a poll, a breakout group and a
/// point of one.
struct Evidence {
  std::optional<QuestionId> question;
  std::optional<TurnId> turn;
  std::optional<JotId> jot;
  PersonId by;  // who wrote the note: all that others learn of it
  std::optional<PollId> poll;
  std::optional<GroupId> group;  // a breakout group with all its points
  std::optional<NoteId> note;    // one of them
  static constexpr auto fields() {
    using T = Evidence;
    return field_list(field<&T::question>("question"), field<&T::turn>("turn"), field<&T::jot>("jot"),
                      field<&T::by>("by"), field<&T::poll>("poll"), field<&T::group>("group"), field<&T::note>("note"));
  }
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Takeaway {
  TakeawayKind kind = TakeawayKind::takeaway;
  Words title;
  Words body;
  std::string language;
  std::uint32_t revision = 0;
  PersonId author;
  InstantMs edited_at_ms = 0;
  std::vector<Evidence> evidence;
  bool is_published = false;
  static constexpr auto fields() {
    using T = Takeaway;
    return field_list(field<&T::kind>("kind"), field<&T::title>("title"), field<&T::body>("body"),
                      field<&T::language>("language"), field<&T::revision>("revision"), field<&T::author>("author"),
                      field<&T::edited_at_ms>("edited_at_ms"), field<&T::evidence>("evidence"),
                      field<&T::is_published>("published"));
  }
  friend bool operator==(const Takeaway&, const Takeaway&) = default;
};

struct Takeaways {
  ReportPreset preset;
  std::map<ItemId, Takeaway> items;
  std::vector<ItemId> order;
  static constexpr auto fields() {
    using T = Takeaways;
    return field_list(field<&T::preset>("preset"), field<&T::items>("items"), field<&T::order>("order"));
  }
  friend bool operator==(const Takeaways&, const Takeaways&) = default;
};

// Commands.
struct DraftTakeaway {
  static constexpr std::string_view name = "takeaway.draft";
  TakeawayKind kind = TakeawayKind::takeaway;
  Words title;
  Words body;
  std::optional<std::string> language;
  static constexpr auto fields() {
    using T = DraftTakeaway;
    return field_list(field<&T::kind>("kind"), field<&T::title>("title"), field<&T::body>("body"),
                      field<&T::language>("language"));
  }
  friend bool operator==(const DraftTakeaway&, const DraftTakeaway&) = default;
};

struct EditTakeaway {
  static constexpr std::string_view name = "takeaway.edit";
  ItemId item;
  std::uint32_t revision = 0;  // the one that the editor saw
  Words title;
  Words body;
  static constexpr auto fields() {
    using T = EditTakeaway;
    return field_list(field<&T::item>("item"), field<&T::revision>("revision"), field<&T::title>("title"),
                      field<&T::body>("body"));
  }
  friend bool operator==(const EditTakeaway&, const EditTakeaway&) = default;
};

struct MoveTakeaway {
  static constexpr std::string_view name = "takeaway.move";
  ItemId item;
  std::optional<ItemId> before;  // absent or null: to the end
  static constexpr auto fields() {
    using T = MoveTakeaway;
    return field_list(field<&T::item>("item"), field<&T::before>("before"));
  }
  friend bool operator==(const MoveTakeaway&, const MoveTakeaway&) = default;
};

struct LinkTakeaway {
  static constexpr std::string_view name = "takeaway.link";
  ItemId item;
  Evidence evidence;
  static constexpr auto fields() {
    using T = LinkTakeaway;
    return field_list(field<&T::item>("item"), field<&T::evidence>("evidence"));
  }
  friend bool operator==(const LinkTakeaway&, const LinkTakeaway&) = default;
};

struct UnlinkTakeaway {
  static constexpr std::string_view name = "takeaway.unlink";
  ItemId item;
  Evidence evidence;
  static constexpr auto fields() {
    using T = UnlinkTakeaway;
    return field_list(field<&T::item>("item"), field<&T::evidence>("evidence"));
  }
  friend bool operator==(const UnlinkTakeaway&, const UnlinkTakeaway&) = default;
};

struct PublishTakeaway {
  static constexpr std::string_view name = "takeaway.publish";
  ItemId item;
  static constexpr auto fields() {
    using T = PublishTakeaway;
    return field_list(field<&T::item>("item"));
  }
  friend bool operator==(const PublishTakeaway&, const PublishTakeaway&) = default;
};

struct HideTakeaway {
  static constexpr std::string_view name = "takeaway.hide";
  ItemId item;
  static constexpr auto fields() {
    using T = HideTakeaway;
    return field_list(field<&T::item>("item"));
  }
  friend bool operator==(const HideTakeaway&, const HideTakeaway&) = default;
};

struct RemoveTakeaway {
  static constexpr std::string_view name = "takeaway.remove";
  ItemId item;
  static constexpr auto fields() {
    using T = RemoveTakeaway;
    return field_list(field<&T::item>("item"));
  }
  friend bool operator==(const RemoveTakeaway&, const RemoveTakeaway&) = default;
};

// Events.
struct TakeawayDrafted {
  static constexpr std::string_view name = "takeaway.drafted";
  static constexpr bool is_of_staff = true;
  ItemId item;
  TakeawayKind kind = TakeawayKind::takeaway;
  Words title;
  Words body;
  std::string language;
  PersonId author;
  std::uint32_t revision = 0;
  static constexpr auto fields() {
    using T = TakeawayDrafted;
    return field_list(field<&T::item>("item"), field<&T::kind>("kind"), field<&T::title>("title"),
                      field<&T::body>("body"), field<&T::language>("language"), field<&T::author>("author"),
                      field<&T::revision>("revision"));
  }
  friend bool operator==(const TakeawayDrafted&, const TakeawayDrafted&) = default;
};

struct TakeawayEdited {
  static constexpr std::string_view name = "takeaway.edited";
  ItemId item;
  std::uint32_t revision = 0;  // after it
  Words title;
  Words body;
  PersonId author;
  static constexpr auto fields() {
    using T = TakeawayEdited;
    return field_list(field<&T::item>("item"), field<&T::revision>("revision"), field<&T::title>("title"),
                      field<&T::body>("body"), field<&T::author>("author"));
  }
  friend bool operator==(const TakeawayEdited&, const TakeawayEdited&) = default;
};

struct TakeawaysOrdered {
  static constexpr std::string_view name = "takeaway.moved";
  ItemId item;  // the one that moved
  std::vector<ItemId> order;
  static constexpr auto fields() {
    using T = TakeawaysOrdered;
    return field_list(field<&T::item>("item"), field<&T::order>("order"));
  }
  friend bool operator==(const TakeawaysOrdered&, const TakeawaysOrdered&) = default;
};

struct TakeawayLinked {
  static constexpr std::string_view name = "takeaway.linked";
  ItemId item;
  Evidence evidence;
  static constexpr auto fields() {
    using T = TakeawayLinked;
    return field_list(field<&T::item>("item"), field<&T::evidence>("evidence"));
  }
  friend bool operator==(const TakeawayLinked&, const TakeawayLinked&) = default;
};

struct TakeawayUnlinked {
  static constexpr std::string_view name = "takeaway.unlinked";
  ItemId item;
  Evidence evidence;
  static constexpr auto fields() {
    using T = TakeawayUnlinked;
    return field_list(field<&T::item>("item"), field<&T::evidence>("evidence"));
  }
  friend bool operator==(const TakeawayUnlinked&, const TakeawayUnlinked&) = default;
};

struct TakeawayPublished {
  static constexpr std::string_view name = "takeaway.published";
  ItemId item;
  std::vector<ItemId> order;  // of all that are published
  static constexpr auto fields() {
    using T = TakeawayPublished;
    return field_list(field<&T::item>("item"), field<&T::order>("order"));
  }
  friend bool operator==(const TakeawayPublished&, const TakeawayPublished&) = default;
};

struct TakeawayHidden {
  static constexpr std::string_view name = "takeaway.hidden";
  ItemId item;
  static constexpr auto fields() {
    using T = TakeawayHidden;
    return field_list(field<&T::item>("item"));
  }
  friend bool operator==(const TakeawayHidden&, const TakeawayHidden&) = default;
};

struct TakeawayRemoved {
  static constexpr std::string_view name = "takeaway.removed";
  static constexpr bool is_of_staff = true;
  ItemId item;
  static constexpr auto fields() {
    using T = TakeawayRemoved;
    return field_list(field<&T::item>("item"));
  }
  friend bool operator==(const TakeawayRemoved&, const TakeawayRemoved&) = default;
};

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const DraftTakeaway& command, const Stamp& stamp);
Decision decide(const State& state, const EditTakeaway& command, const Stamp& stamp);
Decision decide(const State& state, const MoveTakeaway& command, const Stamp& stamp);
Decision decide(const State& state, const LinkTakeaway& command, const Stamp& stamp);
Decision decide(const State& state, const UnlinkTakeaway& command, const Stamp& stamp);
Decision decide(const State& state, const PublishTakeaway& command, const Stamp& stamp);
Decision decide(const State& state, const HideTakeaway& command, const Stamp& stamp);
Decision decide(const State& state, const RemoveTakeaway& command, const Stamp& stamp);
void apply(State& state, const TakeawayDrafted& event, const Moment& moment);
void apply(State& state, const TakeawayEdited& event, const Moment& moment);
void apply(State& state, const TakeawaysOrdered& event, const Moment& moment);
void apply(State& state, const TakeawayLinked& event, const Moment& moment);
void apply(State& state, const TakeawayUnlinked& event, const Moment& moment);
void apply(State& state, const TakeawayPublished& event, const Moment& moment);
void apply(State& state, const TakeawayHidden& event, const Moment& moment);
void apply(State& state, const TakeawayRemoved& event, const Moment& moment);

}  // namespace roundtable::core
