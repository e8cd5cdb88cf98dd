#include "core/display.hpp"

#include "core/command.hpp"
#include "core/result.hpp"

namespace roundtable::core {

Decision decide(const State& state, const BlankDisplay& command, const Stamp&) {
  if (command.is_blank == state.display.is_blank) return {RefusalCode::already, "the display is as asked"};
  return EventData{DisplayBlanked{command.is_blank}};
}

Decision decide(const State& state, const ShowTakeaway& command, const Stamp&) {
  const ItemId wanted = command.item.value_or(ItemId{});
  if (wanted == state.display.item) return {RefusalCode::already, "the screen shows that"};
  if (!wanted) return EventData{TakeawayShown{}};
  const auto found = state.takeaways.items.find(wanted);
  if (found == state.takeaways.items.end()) return {RefusalCode::not_found, "no such item"};
  if (!found->second.is_published) return {RefusalCode::wrong_state, "publish the item first"};
  return EventData{TakeawayShown{OrNull<ItemId>{wanted}}};
}

Decision decide(const State& state, const ShowAnnouncement& command, const Stamp&) {
  const AnnouncementId wanted = command.announcement.value_or(AnnouncementId{});
  const auto& shown = state.display.announcement;
  if (wanted == (shown ? shown->announcement : AnnouncementId{})) {
    return {RefusalCode::already, "the screen shows that"};
  }
  if (!wanted) return EventData{AnnouncementShown{}};
  if (!state.announcement || state.announcement->announcement != wanted) {
    return {RefusalCode::not_found, "only the newest announcement"};
  }
  return EventData{AnnouncementShown{OrNull<AnnouncementId>{wanted}}};
}

void clear_screen(State& state) {
  state.questions.on_screen = {};
  state.display.item = {};
  state.display.poll = {};
  state.display.group = {};
  state.display.announcement.reset();
}

void apply(State& state, const DisplayBlanked& event, const Moment&) {
  state.display.is_blank = event.is_blank;
}

void apply(State& state, const TakeawayShown& event, const Moment&) {
  clear_screen(state);
  state.display.item = event.item.id;
}

void apply(State& state, const AnnouncementShown& event, const Moment&) {
  clear_screen(state);
  const bool is_newest = state.announcement && state.announcement->announcement == event.announcement.id;
  if (is_newest) state.display.announcement = state.announcement;
}

}  // namespace roundtable::core
