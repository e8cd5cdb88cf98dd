#include "core/group_notes.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/group_members.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

/// Members write in their own group, staff in each.
FoundNote find_own(const State& state, NoteId note, const Actor& actor) {
  const FoundNote found = find_note(state, note);
  const bool may = is_staff(actor.roles) || found.group == group_of(state.breakouts, actor.person);
  return may ? found : FoundNote{};
}

Refusal no_note() {
  return {RefusalCode::not_found, "no such point in your group"};
}
Refusal bad_text() {
  return {RefusalCode::bad_data, "text: 1 to 600 characters without control characters"};
}

bool is_bad(const Words& text) {
  return text_fault(text.text, limits::note_characters, true) != TextFault::none;
}

/// Each list of the group's points that this state holds: the inside's, and the one that everyone sees.
template <class Use>
void for_each_list(State& state, GroupId group, const Use& use) {
  if (GroupInside* inside = inside_of(state, group)) use(inside->notes);
  const auto published = state.breakouts.published.find(group);
  if (published != state.breakouts.published.end()) use(published->second);
}

PersonId told(const State& state, PersonId by) {
  return state.scope == Scope::everyone ? PersonId{} : by;
}

}  // namespace

FoundNote find_note(const State& state, NoteId note) {
  for (const auto& [id, group] : state.breakouts.groups) {
    const GroupNotes* notes = notes_of(state, id);
    if (notes == nullptr) continue;
    const auto found = notes->list.find(note);
    if (found != notes->list.end()) return {id, &found->second};
  }
  return {};
}

const GroupNotes* notes_of(const State& state, GroupId group) {
  if (const GroupInside* inside = inside_of(state, group)) return &inside->notes;
  const auto published = state.breakouts.published.find(group);
  return published == state.breakouts.published.end() ? nullptr : &published->second;
}

GroupNotes shown_notes(const GroupNotes& notes) {
  GroupNotes shown = notes;
  for (auto& [id, note] : shown.list) note.by = {};
  return shown;
}

Decision decide(const State& state, const AddNote& command, const Stamp& stamp) {
  const GroupId group = meant_group(state, command.group, stamp);
  const GroupInside* inside = inside_of(state, group);
  if (inside == nullptr) return no_such_group();
  NoteAdded added;
  added.text = Words(trimmed(command.text.text));
  if (is_bad(added.text)) return bad_text();
  if (inside->notes.list.size() >= limits::group_notes) return {RefusalCode::limit, "at most 200 points a group"};
  added.group = group;
  added.note = NoteId{state.counters.note + 1};
  added.mark = command.mark;
  added.by = stamp.actor.person;
  return EventData{std::move(added)};
}

Decision decide(const State& state, const EditNote& command, const Stamp& stamp) {
  const FoundNote found = find_own(state, command.note, stamp.actor);
  if (found.note == nullptr) return no_note();
  if (found.note->revision != command.revision) {
    return {RefusalCode::stale_revision, "the point is at revision " + std::to_string(found.note->revision)};
  }
  NoteEdited edited;
  edited.text = Words(trimmed(command.text.text));
  if (is_bad(edited.text)) return bad_text();
  if (edited.text == found.note->text && command.mark == found.note->mark) {
    return {RefusalCode::already, "the point is as asked"};
  }
  edited.group = found.group;
  edited.note = command.note;
  edited.revision = found.note->revision + 1;
  edited.mark = command.mark;
  edited.by = stamp.actor.person;
  return EventData{std::move(edited)};
}

Decision decide(const State& state, const MoveNote& command, const Stamp& stamp) {
  const FoundNote found = find_own(state, command.note, stamp.actor);
  if (found.note == nullptr) return no_note();
  const std::vector<NoteId>& before = notes_of(state, found.group)->order;
  std::vector<NoteId> order = before;
  if (command.before && *command.before && std::find(order.begin(), order.end(), *command.before) == order.end()) {
    return {RefusalCode::not_found, "before: another point of the group"};
  }
  if (command.before != command.note) {
    std::erase(order, command.note);
    const bool has_place = command.before && *command.before;
    order.insert(has_place ? std::find(order.begin(), order.end(), *command.before) : order.end(), command.note);
  }
  if (order == before) return {RefusalCode::already, "the point stands there"};
  return EventData{NotesOrdered{found.group, command.note, std::move(order)}};
}

Decision decide(const State& state, const RemoveNote& command, const Stamp& stamp) {
  const FoundNote found = find_own(state, command.note, stamp.actor);
  if (found.note == nullptr) return no_note();
  std::vector<EventData> events;
  for (ItemId id : state.takeaways.order) {
    for (const Evidence& evidence : state.takeaways.items.at(id).evidence) {
      if (evidence.note == command.note) events.push_back(TakeawayUnlinked{id, evidence});
    }
  }
  events.push_back(NoteRemoved{found.group, command.note});
  return events;
}

void apply(State& state, const NoteAdded& event, const Moment& moment) {
  if (state.scope == Scope::whole) state.counters.note = event.note.value;
  const Note note{event.text, event.mark, 1, moment.at_ms, told(state, event.by)};
  for_each_list(state, event.group, [&](GroupNotes& notes) {
    notes.list.insert_or_assign(event.note, note);
    notes.order.push_back(event.note);
  });
}

void apply(State& state, const NoteEdited& event, const Moment& moment) {
  const Note note{event.text, event.mark, event.revision, moment.at_ms, told(state, event.by)};
  for_each_list(state, event.group, [&](GroupNotes& notes) { notes.list.insert_or_assign(event.note, note); });
}

void apply(State& state, const NotesOrdered& event, const Moment&) {
  for_each_list(state, event.group, [&](GroupNotes& notes) { notes.order = event.order; });
}

void apply(State& state, const NoteRemoved& event, const Moment&) {
  for_each_list(state, event.group, [&](GroupNotes& notes) {
    notes.list.erase(event.note);
    std::erase(notes.order, event.note);
  });
}

}  // namespace roundtable::core
