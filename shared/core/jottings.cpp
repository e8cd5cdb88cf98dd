#include "core/jottings.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

namespace {

/// The server holds everybody's, a viewer only the own ones.
template <class AnyState>
auto& held_jottings(AnyState& state) {
  return state.scope == Scope::whole ? state.jottings : state.mine.jottings;
}

bool is_held(const State& state, PersonId by) {
  return state.scope == Scope::whole || by == state.mine.person;
}

std::size_t count_of(const State& state, PersonId by) {
  const auto& held = held_jottings(state);
  return static_cast<std::size_t>(
      std::count_if(held.begin(), held.end(), [&](const auto& each) { return each.second.by == by; }));
}

bool is_bad(const Words& text) {
  return text_fault(text.text, limits::jotting_characters, true) != TextFault::none;
}

Refusal bad_text() {
  return Refusal{RefusalCode::bad_data, "text: 1 to 2000 characters without control characters"};
}

Refusal no_jotting() {
  return Refusal{RefusalCode::not_found, "no such note of yours"};
}

}  // namespace

const Jotting* own_jotting(const State& state, JotId jot, PersonId person) {
  const auto& held = held_jottings(state);
  const auto found = held.find(jot);
  return found == held.end() || found->second.by != person ? nullptr : &found->second;
}

Decision decide(const State& state, const AddJotting& command, const Stamp& stamp) {
  Jotted jotted;
  jotted.text = Words(trimmed(command.text.text));
  if (is_bad(jotted.text)) return bad_text();
  if (count_of(state, stamp.actor.person) >= limits::jottings_an_author) {
    return {RefusalCode::limit, "at most 500 notes a person"};
  }
  jotted.jot = JotId{state.counters.jot + 1};
  jotted.by = stamp.actor.person;
  jotted.turn = state.floor.running;
  jotted.question = state.questions.on_screen;
  jotted.phase = state.agenda.current;
  return EventData{std::move(jotted)};
}

Decision decide(const State& state, const EditJotting& command, const Stamp& stamp) {
  const Jotting* jotting = own_jotting(state, command.jot, stamp.actor.person);
  if (jotting == nullptr) return no_jotting();
  if (jotting->revision != command.revision) {
    return {RefusalCode::stale_revision, "the note is at revision " + std::to_string(jotting->revision)};
  }
  JottingEdited edited{command.jot, jotting->revision + 1, Words(trimmed(command.text.text)), stamp.actor.person};
  if (is_bad(edited.text)) return bad_text();
  if (edited.text == jotting->text) return {RefusalCode::already, "the text is as asked"};
  return EventData{std::move(edited)};
}

Decision decide(const State& state, const RemoveJotting& command, const Stamp& stamp) {
  if (own_jotting(state, command.jot, stamp.actor.person) == nullptr) return no_jotting();
  std::vector<EventData> events;
  for (ItemId id : state.takeaways.order) {
    for (const Evidence& evidence : state.takeaways.items.at(id).evidence) {
      if (evidence.jot == command.jot) events.push_back(TakeawayUnlinked{id, evidence});
    }
  }
  events.push_back(JottingRemoved{command.jot, stamp.actor.person});
  return events;
}

void apply(State& state, const Jotted& event, const Moment& moment) {
  if (state.scope == Scope::whole) state.counters.jot = event.jot.value;
  if (!is_held(state, event.by)) return;
  Jotting jotting{event.text, event.by, moment.at_ms, 1, event.turn, event.question, event.phase};
  held_jottings(state).insert_or_assign(event.jot, std::move(jotting));
}

void apply(State& state, const JottingEdited& event, const Moment&) {
  if (!is_held(state, event.by)) return;
  Jotting& jotting = held_jottings(state)[event.jot];
  jotting.text = event.text;
  jotting.revision = event.revision;
}

void apply(State& state, const JottingRemoved& event, const Moment&) {
  if (is_held(state, event.by)) held_jottings(state).erase(event.jot);
}

}  // namespace roundtable::core
