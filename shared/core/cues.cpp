#include "core/cues.hpp"

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

/// A person without a device sees no cue: whoever added them stands beside them.
std::string whom_to_tell(const State& state, PersonId added_by) {
  const auto found = state.roster.people.find(added_by);
  const bool is_here = found != state.roster.people.end() && found->second.is_present && !found->second.is_removed;
  return is_here ? found->second.profile.name.text + ", who added them" : std::string("a steward");
}

}  // namespace

bool lasts(const Cue& cue, InstantMs now_ms) {
  return now_ms < cue.at_ms + limits::cue_lasts_ms;
}

Decision decide(const State& state, const SendCue& command, const Stamp& stamp) {
  if (auto refusal = refusal_of_person(state, command.person)) return *refusal;
  // Beyond the people whom staff hold the server has the word.
  if (const auto found = state.roster.people.find(command.person); found != state.roster.people.end()) {
    const Person& person = found->second;
    if (!person.has_device) {
      return {RefusalCode::wrong_state, "the person has no device: tell " + whom_to_tell(state, person.added_by)};
    }
    if (!person.is_present) return {RefusalCode::wrong_state, "a cue to someone who left"};
  }
  return EventData{CueSent{command.person, command.cue, stamp.actor.person}};
}

void apply(State& state, const CueSent& event, const Moment& moment) {
  if (event.person == state.mine.person) state.mine.cue = Cue{event.cue, moment.at_ms, {}};
  if (state.scope == Scope::everyone) return;
  state.cues.insert_or_assign(event.person, Cue{event.cue, moment.at_ms, event.by});
}

}  // namespace roundtable::core
