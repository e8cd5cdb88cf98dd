// Ids are integers from 1, one series per kind and session; 0 is "none" and never on the wire.
#pragma once

#include <compare>
#include <cstdint>

namespace roundtable::core {

template <class Tag>
struct Id {
  std::uint32_t value = 0;

  friend constexpr auto operator<=>(Id, Id) = default;
  constexpr explicit operator bool() const { return value != 0; }
};

/// On the wire null instead of absent when there is none.
template <class AnyId>
struct OrNull {
  AnyId id;
  friend constexpr bool operator==(OrNull, OrNull) = default;
};

using PersonId = Id<struct PersonTag>;
using PhaseId = Id<struct PhaseTag>;
using HandId = Id<struct HandTag>;
using TurnId = Id<struct TurnTag>;
using QuestionId = Id<struct QuestionTag>;
using ItemId = Id<struct ItemTag>;
using TalkId = Id<struct TalkTag>;
using AnnouncementId = Id<struct AnnouncementTag>;
using StaffMessageId = Id<struct StaffMessageTag>;
using JotId = Id<struct JotTag>;
using KnockId = Id<struct KnockTag>;
using PollId = Id<struct PollTag>;
using GroupId = Id<struct GroupTag>;
using GroupQuestionId = Id<struct GroupQuestionTag>;
using NoteId = Id<struct NoteTag>;

}  // namespace roundtable::core
