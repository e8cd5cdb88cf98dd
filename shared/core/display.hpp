// What moderators do with the room display itself: one key makes it dark, and beside questions it shows a takeaway, a
// poll or an announcement. It shows one thing at a time.
#pragma once

#include <optional>
#include <string_view>

#include "core/announcements.hpp"
#include "core/fields.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct Display {
  bool is_blank = false;
  ItemId item;  // a takeaway on the screen
  PollId poll;
  GroupId group;                             // a breakout group's card
  std::optional<Announcement> announcement;  // on the screen, also when a newer one has come
  static constexpr auto fields() {
    using T = Display;
    return field_list(field<&T::is_blank>("blank"), field<&T::item>("item"), field<&T::poll>("poll"),
                      field<&T::announcement>("announcement"), field<&T::group>("group"));
  }
  friend bool operator==(const Display&, const Display&) = default;
};

// Commands.
struct BlankDisplay {
  static constexpr std::string_view name = "display.blank";
  bool is_blank = false;
  static constexpr auto fields() { return field_list(field<&BlankDisplay::is_blank>("blank")); }
  friend bool operator==(const BlankDisplay&, const BlankDisplay&) = default;
};

struct ShowTakeaway {
  static constexpr std::string_view name = "takeaway.show";
  std::optional<ItemId> item;  // absent or null: take it down
  static constexpr auto fields() { return field_list(field<&ShowTakeaway::item>("item")); }
  friend bool operator==(const ShowTakeaway&, const ShowTakeaway&) = default;
};

struct ShowAnnouncement {
  static constexpr std::string_view name = "announcement.show";
  std::optional<AnnouncementId> announcement;  // the newest; absent or null: take it down
  static constexpr auto fields() { return field_list(field<&ShowAnnouncement::announcement>("announcement")); }
  friend bool operator==(const ShowAnnouncement&, const ShowAnnouncement&) = default;
};

// Events.
struct DisplayBlanked {
  static constexpr std::string_view name = "display.blanked";
  bool is_blank = false;
  static constexpr auto fields() { return field_list(field<&DisplayBlanked::is_blank>("blank")); }
  friend bool operator==(const DisplayBlanked&, const DisplayBlanked&) = default;
};

struct TakeawayShown {
  static constexpr std::string_view name = "takeaway.shown";
  OrNull<ItemId> item;
  static constexpr auto fields() { return field_list(field<&TakeawayShown::item>("item")); }
  friend bool operator==(const TakeawayShown&, const TakeawayShown&) = default;
};

struct AnnouncementShown {
  static constexpr std::string_view name = "announcement.shown";
  OrNull<AnnouncementId> announcement;
  static constexpr auto fields() { return field_list(field<&AnnouncementShown::announcement>("announcement")); }
  friend bool operator==(const AnnouncementShown&, const AnnouncementShown&) = default;
};

/// Takes down whatever the screen shows.
void clear_screen(State& state);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const BlankDisplay& command, const Stamp& stamp);
Decision decide(const State& state, const ShowTakeaway& command, const Stamp& stamp);
Decision decide(const State& state, const ShowAnnouncement& command, const Stamp& stamp);
void apply(State& state, const DisplayBlanked& event, const Moment& moment);
void apply(State& state, const TakeawayShown& event, const Moment& moment);
void apply(State& state, const AnnouncementShown& event, const Moment& moment);

}  // namespace roundtable::core
