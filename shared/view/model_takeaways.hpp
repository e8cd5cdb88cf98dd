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
    return field_list(field<&T::question>("question"), field<&T::turn>("turn"), field<&T::jot>("jot"),
                      field<&T::poll>("poll"), field<&T::group>("group"), field<&T::note>("note"),
                      field<&T::text>("text"), field<&T::name>("name"), field<&T::guest>("guest"));
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
        field<&T::item>("item"), field<&T::kind>("kind"), field<&T::title>("title"), field<&T::body>("body"),
        field<&T::language>("language"), field<&T::revision>("revision"), field<&T::is_published>("published"),
        field<&T::author>("author"), field<&T::author_name>("author_name"), field<&T::author_guest>("author_guest"),
        field<&T::edited_at_ms>("edited_at_ms"), field<&T::evidence>("evidence"), field<&T::warnings>("warnings"));
  }
};

struct TakeawayCountsModel {
  std::int64_t takeaway = 0;
  std::int64_t call_to_action = 0;
  std::int64_t commitment = 0;
  static constexpr auto fields() {
    using T = TakeawayCountsModel;
    return field_list(field<&T::takeaway>("takeaway"), field<&T::call_to_action>("call_to_action"),
                      field<&T::commitment>("commitment"));
  }
};

struct TakeawaysModel {
  std::vector<TakeawayModel> items;
  ReportPreset preset;
  TakeawayCountsModel counts;
  Nullable<ItemId> on_screen;
  static constexpr auto fields() {
    using T = TakeawaysModel;
    return field_list(field<&T::items>("items"), field<&T::preset>("preset"), field<&T::counts>("counts"),
                      field<&T::on_screen>("on_screen"));
  }
};

}  // namespace roundtable::view
