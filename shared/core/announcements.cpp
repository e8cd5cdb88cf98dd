#include "core/announcements.hpp"

#include "core/command.hpp"
#include "core/result.hpp"
#include "core/text.hpp"

namespace roundtable::core {

Decision decide(const State& state, const Announce& command, const Stamp& stamp) {
  Announced announced;
  announced.text = Words(trimmed(command.text.text));
  if (text_fault(announced.text.text, limits::announcement_characters, true) != TextFault::none) {
    return {RefusalCode::bad_data, "text: 1 to 1000 characters without control characters"};
  }
  announced.announcement = AnnouncementId{state.counters.announcement + 1};
  const auto& languages = state.session.plan.languages;
  const bool is_given = command.language && command.language->size() <= limits::language_characters;
  announced.language = is_given ? *command.language : languages.empty() ? std::string() : languages.front();
  announced.by = stamp.actor.person;
  return EventData{std::move(announced)};
}

void apply(State& state, const Announced& event, const Moment& moment) {
  Announcement announcement;
  announcement.announcement = event.announcement;
  announcement.text = event.text;
  announcement.language = event.language;
  announcement.at_ms = moment.at_ms;
  state.announcement = std::move(announcement);
  if (state.scope == Scope::whole) state.counters.announcement = event.announcement.value;
}

}  // namespace roundtable::core
