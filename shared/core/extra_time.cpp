#include "core/extra_time.hpp"

#include <algorithm>

#include "core/command.hpp"
#include "core/people.hpp"
#include "core/result.hpp"

namespace roundtable::core {

namespace {

std::optional<std::uint32_t> share_of(std::uint32_t percent) {
  return percent == 0 ? std::nullopt : std::optional(percent);
}

}  // namespace

DurationMs extra_time_ms(const State& state, PersonId person, DurationMs turn_ms) {
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end() || !found->second.extra_time_percent) return 0;
  const DurationMs extra_ms = turn_ms * static_cast<DurationMs>(*found->second.extra_time_percent) / 100;
  return std::clamp<DurationMs>(extra_ms, 0, std::max<DurationMs>(0, limits::longest_turn_ms - turn_ms));
}

Decision decide(const State& state, const SetExtraTime& command, const Stamp&) {
  if (command.percent < 0 || command.percent > limits::extra_time_percent) {
    return {RefusalCode::bad_data, "percent: a whole number from 0 to 200"};
  }
  if (auto refusal = refusal_of_person(state, command.person)) return *refusal;
  const auto percent = static_cast<std::uint32_t>(command.percent);
  const auto found = state.roster.people.find(command.person);
  if (found != state.roster.people.end() && found->second.extra_time_percent == share_of(percent)) {
    return {RefusalCode::already, "the person has that much time"};
  }
  return EventData{ExtraTimeSet{command.person, percent}};
}

void apply(State& state, const ExtraTimeSet& event, const Moment&) {
  if (event.person == state.mine.person) state.mine.extra_time_percent = share_of(event.percent);
  if (state.scope == Scope::everyone) return;
  const auto found = state.roster.people.find(event.person);
  if (found != state.roster.people.end()) found->second.extra_time_percent = share_of(event.percent);
}

}  // namespace roundtable::core
