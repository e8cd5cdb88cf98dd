#include "core/staff_line.hpp"

#include "core/command.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

Decision decide(const State& state, const SayToStaff& command, const Stamp& stamp) {
  StaffSaid said;
  said.text = Words(trimmed(command.text.text));
  if (text_fault(said.text.text, limits::staff_message_characters, false) != TextFault::none) {
    return {RefusalCode::bad_data, "text: one line of 1 to 300 characters"};
  }
  if (command.to && !is_staff(Roles{*command.to})) {
    return {RefusalCode::bad_data, "to: moderator, online_moderator, steward or rapporteur"};
  }
  said.message = StaffMessageId{state.counters.staff_message + 1};
  said.to = command.to;
  said.by = stamp.actor.person;
  return EventData{std::move(said)};
}

void apply(State& state, const StaffSaid& event, const Moment& moment) {
  std::vector<StaffMessage>& messages = state.staff_line;
  messages.push_back({event.message, event.text, event.to, event.by, moment.at_ms});
  if (messages.size() > limits::staff_messages) messages.erase(messages.begin());
  if (state.scope == Scope::whole) state.counters.staff_message = event.message.value;
}

}  // namespace roundtable::core
