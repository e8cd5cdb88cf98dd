// A group's shared list of points: several people write at once, and nobody's words are written over unseen.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/names.hpp"
#include "core/rules.hpp"
#include "core/time.hpp"
#include "core/words.hpp"

namespace roundtable::core {

struct Note {
  Words text;
  std::optional<NoteMark> mark;
  std::uint32_t revision = 0;
  InstantMs at_ms = 0;  // of the last change
  PersonId by;          // of the last change: staff only
  static constexpr auto fields() {
    using T = Note;
    return field_list(field<&T::text>("text"), field<&T::mark>("mark"), field<&T::revision>("revision"),
                      field<&T::at_ms>("at_ms"), field<&T::by>("by"));
  }
  friend bool operator==(const Note&, const Note&) = default;
};

struct GroupNotes {
  std::map<NoteId, Note> list;
  std::vector<NoteId> order;
  static constexpr auto fields() {
    return field_list(field<&GroupNotes::list>("list"), field<&GroupNotes::order>("order"));
  }
  friend bool operator==(const GroupNotes&, const GroupNotes&) = default;
};

// Commands.
struct AddNote {
  static constexpr std::string_view name = "note.add";
  std::optional<GroupId> group;  // absent: one's own
  Words text;
  std::optional<NoteMark> mark;
  static constexpr auto fields() {
    using T = AddNote;
    return field_list(field<&T::group>("group"), field<&T::text>("text"), field<&T::mark>("mark"));
  }
  friend bool operator==(const AddNote&, const AddNote&) = default;
};

struct EditNote {
  static constexpr std::string_view name = "note.edit";
  NoteId note;
  std::uint32_t revision = 0;  // the one that the editor saw
  Words text;
  std::optional<NoteMark> mark;  // absent: none
  static constexpr auto fields() {
    using T = EditNote;
    return field_list(field<&T::note>("note"), field<&T::revision>("revision"), field<&T::text>("text"),
                      field<&T::mark>("mark"));
  }
  friend bool operator==(const EditNote&, const EditNote&) = default;
};

struct MoveNote {
  static constexpr std::string_view name = "note.move";
  NoteId note;
  std::optional<NoteId> before;  // absent or null: to the end
  static constexpr auto fields() {
    return field_list(field<&MoveNote::note>("note"), field<&MoveNote::before>("before"));
  }
  friend bool operator==(const MoveNote&, const MoveNote&) = default;
};

struct RemoveNote {
  static constexpr std::string_view name = "note.remove";
  NoteId note;
  static constexpr auto fields() { return field_list(field<&RemoveNote::note>("note")); }
  friend bool operator==(const RemoveNote&, const RemoveNote&) = default;
};

// Events.
struct NoteAdded {
  static constexpr std::string_view name = "note.added";
  static constexpr bool is_of_group = true;
  GroupId group;
  NoteId note;
  Words text;
  std::optional<NoteMark> mark;
  PersonId by;  // staff only
  static constexpr auto fields() {
    using T = NoteAdded;
    return field_list(field<&T::group>("group"), field<&T::note>("note"), field<&T::text>("text"),
                      field<&T::mark>("mark"), field<&T::by>("by"));
  }
  friend bool operator==(const NoteAdded&, const NoteAdded&) = default;
};

struct NoteEdited {
  static constexpr std::string_view name = "note.edited";
  static constexpr bool is_of_group = true;
  GroupId group;
  NoteId note;
  std::uint32_t revision = 0;  // after it
  Words text;
  std::optional<NoteMark> mark;
  PersonId by;  // staff only
  static constexpr auto fields() {
    using T = NoteEdited;
    return field_list(field<&T::group>("group"), field<&T::note>("note"), field<&T::revision>("revision"),
                      field<&T::text>("text"), field<&T::mark>("mark"), field<&T::by>("by"));
  }
  friend bool operator==(const NoteEdited&, const NoteEdited&) = default;
};

struct NotesOrdered {
  static constexpr std::string_view name = "note.moved";
  static constexpr bool is_of_group = true;
  GroupId group;
  NoteId note;  // the one that moved
  std::vector<NoteId> order;
  static constexpr auto fields() {
    using T = NotesOrdered;
    return field_list(field<&T::group>("group"), field<&T::note>("note"), field<&T::order>("order"));
  }
  friend bool operator==(const NotesOrdered&, const NotesOrdered&) = default;
};

struct NoteRemoved {
  static constexpr std::string_view name = "note.removed";
  static constexpr bool is_of_group = true;
  GroupId group;
  NoteId note;
  static constexpr auto fields() {
    return field_list(field<&NoteRemoved::group>("group"), field<&NoteRemoved::note>("note"));
  }
  friend bool operator==(const NoteRemoved&, const NoteRemoved&) = default;
};

/// A note, and the group that holds it, as far as this state does.
struct FoundNote {
  GroupId group;
  const Note* note = nullptr;
};
FoundNote find_note(const State& state, NoteId note);
/// The notes of a group as this state may show them; nothing where it may not.
const GroupNotes* notes_of(const State& state, GroupId group);
/// As everyone sees them: who wrote is told to staff alone.
GroupNotes shown_notes(const GroupNotes& notes);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const AddNote& command, const Stamp& stamp);
Decision decide(const State& state, const EditNote& command, const Stamp& stamp);
Decision decide(const State& state, const MoveNote& command, const Stamp& stamp);
Decision decide(const State& state, const RemoveNote& command, const Stamp& stamp);
void apply(State& state, const NoteAdded& event, const Moment& moment);
void apply(State& state, const NoteEdited& event, const Moment& moment);
void apply(State& state, const NotesOrdered& event, const Moment& moment);
void apply(State& state, const NoteRemoved& event, const Moment& moment);

}  // namespace roundtable::core
