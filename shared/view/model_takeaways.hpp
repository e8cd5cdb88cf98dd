// What a page paints of takeaways.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/state.hpp"
#include "view/model_people.hpp"
#include "wire/write.hpp"

namespace roundtable::view {

using namespace core;
using wire::Nullable;

struct EvidenceModel {
  std::optional<QuestionId> question;
  std::optional<TurnId> turn;
  std::optional<JotId> jot;
  std::optional<PollId> poll;
  std::optional<GroupId> group;
  std::optional<NoteId> note;
  std::optional<std::string> text;  // a note's: for its author only
  std::optional<std::string> name;
  std::optional<GuestModel> guest;
  static constexpr auto fields() {
    using T = EvidenceModel;
    return field_list(field("question", &T::question), field("turn", &T::turn), field("jot", &T::jot),
                      field("poll", &T::poll), field("group", &T::group), field("note", &T::note),
                      field("text", &T::text), field("name", &T::name), field("guest", &T::guest));
  }
};

struct TakeawayModel {
  ItemId item;
  TakeawayKind kind = TakeawayKind::takeaway;
  std::string title;
  std::string body;
  std::string language;
  std::uint32_t revision = 0;
  bool is_published = false;
  std::optional<PersonId> author;
  std::optional<std::string> author_name;
  std::optional<GuestModel> author_guest;
  InstantMs edited_at_ms = 0;
  std::vector<EvidenceModel> evidence;
  std::vector<std::string_view> warnings;
  static constexpr auto fields() {
    using T = TakeawayModel;
    return field_list(
        field("item", &T::item), field("kind", &T::kind), field("title", &T::title), field("body", &T::body),
        field("language", &T::language), field("revision", &T::revision), field("published", &T::is_published),
        field("author", &T::author), field("author_name", &T::author_name), field("author_guest", &T::author_guest),
        field("edited_at_ms", &T::edited_at_ms), field("evidence", &T::evidence), field("warnings", &T::warnings));
  }
};

struct TakeawayCountsModel {
  std::int64_t takeaway = 0;
  std::int64_t call_to_action = 0;
  std::int64_t commitment = 0;
  static constexpr auto fields() {
    using T = TakeawayCountsModel;
    return field_list(field("takeaway", &T::takeaway), field("call_to_action", &T::call_to_action),
                      field("commitment", &T::commitment));
  }
};

struct TakeawaysModel {
  std::vector<TakeawayModel> items;
  ReportPreset preset;
  TakeawayCountsModel counts;
  Nullable<ItemId> on_screen;
  static constexpr auto fields() {
    using T = TakeawaysModel;
    return field_list(field("items", &T::items), field("preset", &T::preset), field("counts", &T::counts),
                      field("on_screen", &T::on_screen));
  }
};

}  // namespace roundtable::view
