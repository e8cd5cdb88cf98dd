// Who listens: hello, resume, what is delivered to whom, and who is here.
#include <algorithm>
#include <iterator>

#include "server/invitation.hpp"
#include "server/room.hpp"
#include "server/room_limits.hpp"
#include "view/show.hpp"
#include "wire/codec.hpp"

namespace roundtable::server {

using namespace core;

namespace {

std::uint16_t restart_code() {
  return close_code::kRestart;
}

/// One frame for each breakout group of which a batch tells something, shared by its members.
class GroupFrames {
 public:
  GroupFrames(const std::vector<const Forms*>& batch, std::uint32_t to_seq) : batch_(batch), to_seq_(to_seq) {
    for (const Forms* each : batch) {
      if (each->groups != nullptr) about_groups_.push_back(each);
    }
  }

  /// Somebody whose group changes in the batch gets each form by itself.
  bool moves(const view::Viewer& viewer) const {
    return std::any_of(about_groups_.begin(), about_groups_.end(),
                       [&](const Forms* each) { return each->moves(viewer); });
  }

  bool may_move() const { return !about_groups_.empty(); }

  const Frame& of(const AudienceKey& audience, const Frame& base) {
    const bool is_told = std::any_of(about_groups_.begin(), about_groups_.end(),
                                     [&](const Forms* each) { return each->for_members(audience.group) != nullptr; });
    if (!is_told) return base;
    Frame& frame = frames_[audience.group];
    if (frame) return frame;
    std::vector<std::string_view> entries;
    for (const Forms* each : batch_) {
      const std::string* shared = each->for_members(audience.group);
      const std::string& text = shared != nullptr ? *shared : each->everyone;
      if (!text.empty()) entries.push_back(text);
    }
    frame = events_frame(to_seq_, entries);
    return frame;
  }

 private:
  const std::vector<const Forms*>& batch_;
  std::uint32_t to_seq_;
  std::vector<const Forms*> about_groups_;
  std::map<GroupId, Frame> frames_;
};

}  // namespace

Subscriber* Room::hello(std::shared_ptr<Peer> peer, const TokenFacts& token, std::optional<ResumePoint> point) {
  auto made = std::make_shared<Subscriber>();
  Subscriber* subscriber = made.get();
  subscriber->peer = std::move(peer);
  view::Viewer& viewer = subscriber->viewer;
  if (token.participant) {
    subscriber->entry = PersonId{*token.participant};
    viewer.person = head_of_person(state_, subscriber->entry);
    viewer.roles = state_.roster.people.at(viewer.person).roles;
    viewer.poll_alias = poll_aliases(viewer.person);
    viewer.vote_alias = alias(key_, viewer.person.value, "question votes");
    voter_[viewer.vote_alias] = viewer.person;
  } else if (const auto role = machine_of(state_, token.role)) {
    viewer.roles = Roles{*role};
  }
  viewer.base = view::base_of(viewer.roles);
  subscriber->is_display = !viewer.person;
  subscribers_.emplace(subscriber, std::move(made));
  if (viewer.person) arrived(*subscriber);
  viewer.group = group_of(state_.breakouts, viewer.person);  // arriving may have placed the person
  if (subscriber->viewer.roles.has(Role::display)) displays_changed();
  if (point && may_resume(*subscriber, *point)) {
    resume(subscriber, token, point->seq);
  } else {
    welcome(subscriber, token);
  }
  return subscriber;
}

void Room::arrived(const Subscriber& subscriber) {
  const PersonId person = subscriber.viewer.person;
  std::vector<Subscriber*>& lines = lines_[person];
  lines.push_back(const_cast<Subscriber*>(&subscriber));
  if (lines.size() > limits::kSocketsAPerson) {
    Subscriber* oldest = lines.front();
    lines.erase(lines.begin());  // at once: its end is told later, and the next socket must not meet it again
    oldest->is_welcomed = false;
    stop_listening(*oldest);
    oldest->peer->send(bye_frame(close_code::kReplaced, "open on too many devices"));
    oldest->peer->close(close_code::kReplaced, "replaced");
  }
  away_since_ms_.erase(person);
  if (!state_.roster.people.at(person).is_present) perform_as_room(ReturnPerson{person});
}

/// Present, but nobody has said hello yet: away from now on.
void Room::expect_line(PersonId person) {
  if (lines_.contains(person)) return;
  away_since_ms_.try_emplace(person, now_ms());
  sweep_presence();
}

/// After the journal took back what had been said of lines that came and went.
void Room::correct_presence() {
  std::vector<PersonId> returned;
  for (const auto& [id, person] : state_.roster.people) {
    const bool has_line = lines_.contains(id);
    if (has_line && !person.is_present && !person.is_removed) returned.push_back(id);
    if (!has_line && person.is_present && person.has_device) expect_line(id);
  }
  for (PersonId person : returned) perform_as_room(ReturnPerson{person});
}

void Room::leave(Subscriber* subscriber) {
  const PersonId person = subscriber->viewer.person;
  if (const auto lines = lines_.find(person); lines != lines_.end()) {
    std::erase(lines->second, subscriber);
    if (lines->second.empty()) {
      lines_.erase(lines);
      voter_.erase(subscriber->viewer.vote_alias);
      away_since_ms_[person] = now_ms();
      sweep_presence();
    }
  }
  const bool is_room_display = subscriber->viewer.roles.has(Role::display);
  stop_listening(*subscriber);
  behind_search_.erase(subscriber);
  subscribers_.erase(subscriber);
  if (is_room_display) displays_changed();
}

/// Ten minutes away and the person counts as having left at the moment the line went.
void Room::sweep_presence() {
  if (is_sweeping_ || away_since_ms_.empty()) return;
  is_sweeping_ = true;
  world_.after(limits::kPresenceSweepMs, [weak = weak_from_this()] {
    const auto room = weak.lock();
    if (!room) return;
    room->is_sweeping_ = false;
    if (room->is_troubled_) return room->sweep_presence();
    const std::int64_t now_ms = room->now_ms();
    const auto away = room->away_since_ms_;
    for (const auto& [person, since_ms] : away) {
      if (now_ms - since_ms < core::limits::away_counts_as_left_ms) continue;
      room->away_since_ms_.erase(person);
      room->perform_as_room(LeavePerson{person, since_ms});
    }
    room->sweep_presence();
  });
}

void Room::close_removed(PersonId person) {
  const auto lines = lines_.find(person);
  if (lines == lines_.end()) return;
  for (Subscriber* subscriber : lines->second) {
    subscriber->peer->send(bye_frame(close_code::kRemoved, "removed from the session"));
    subscriber->peer->close(close_code::kRemoved, "removed");
  }
}

std::string Room::welcome_text(const Subscriber& subscriber, const TokenFacts& token, std::uint32_t seq,
                               std::string_view rest) {
  std::string text = "{\"welcome\":{\"you\":{\"participant\":";
  text += subscriber.viewer.person ? std::to_string(subscriber.viewer.person.value) : std::string("null");
  text += ",\"role\":\"" + std::string(name_of(subscriber.viewer.roles.first()));
  const GroupId group = subscriber.viewer.group;
  text += "\",\"group\":" + (group ? std::to_string(group.value) : std::string("null"));
  text += "},\"epoch\":" + std::to_string(epoch_) + ",\"seq\":" + std::to_string(seq);
  text += ",\"now\":" + std::to_string(now_ms()) + ",\"tally\":" + wire::to_text(all_gauges(subscriber));
  if (token.expires_ms - now_ms() < token_renew_below_ms) {
    TokenFacts fresh = token;
    fresh.expires_ms = now_ms() + token_life_ms;
    text += ",\"token\":\"" + issue_token(world_.server_key, fresh) + "\"";
  }
  text += ",";
  text += rest;
  text += "}}";
  return text;
}

/// Encoded once a seq and base, however many come at once.
const std::string& Room::base_text(Scope base) {
  auto& [seq, text] = base_texts_[base];
  if (text.empty() || seq != seq_) {
    text = wire::snapshot_base(view::show_base(state_, base));
    seq = seq_;
  }
  return text;
}

/// The same for all members of one group; staff hold the groups with their base.
std::string_view Room::group_text(const Subscriber& subscriber) {
  const view::Viewer& viewer = subscriber.viewer;
  if (!viewer.group || viewer.base == Scope::staff) return {};
  auto& [seq, text] = group_texts_[viewer.group];
  if (text.empty() || seq != seq_) {
    text = wire::snapshot_group(view::show_group(state_, viewer.group));
    seq = seq_;
  }
  return text;
}

void Room::welcome(Subscriber* subscriber, const TokenFacts& token) {
  const std::uint32_t seq = seq_;
  const Mine mine = view::show_mine(state_, subscriber->viewer);
  const std::string snapshot =
      "\"snapshot\":" + wire::snapshot_text(base_text(subscriber->viewer.base), group_text(*subscriber), mine);
  const Frame frame = framed(welcome_text(*subscriber, token, seq, snapshot));
  release_at(seq, [this, subscriber, keep = subscribers_.at(subscriber), seq, frame](bool recorded) {
    if (!subscribers_.contains(subscriber)) return;
    if (!recorded) return subscriber->peer->close(restart_code(), "come back");
    subscriber->peer->send(frame);
    subscriber->told_seq = seq;
    subscriber->is_welcomed = true;
    catch_up(*subscriber, seq, durable_seq_);
    listen(*subscriber);
  });
}

void Room::resume(Subscriber* subscriber, const TokenFacts& token, std::uint32_t seq) {
  // Its gauges are of the newest state, so it waits for that to be on disk.
  const Frame frame = framed(welcome_text(*subscriber, token, seq, "\"resumed\":true"));
  release_at(seq_, [this, subscriber, keep = subscribers_.at(subscriber), seq, frame](bool recorded) {
    if (!subscribers_.contains(subscriber)) return;
    if (!recorded || !ring_.reaches_back_to(seq)) return subscriber->peer->close(restart_code(), "come back");
    subscriber->peer->send(frame);
    subscriber->told_seq = seq;
    subscriber->is_welcomed = true;
    catch_up(*subscriber, seq, durable_seq_);
    listen(*subscriber);
  });
}

void Room::catch_up(Subscriber& subscriber, std::uint32_t from_seq, std::uint32_t to_seq) {
  if (from_seq >= to_seq) return;
  std::vector<const Forms*> missed;
  for (const Forms& forms : ring_.all()) {
    if (forms.seq > from_seq && forms.seq <= to_seq) missed.push_back(&forms);
  }
  deliver_own(subscriber, missed, to_seq);
}

void Room::deliver_own(Subscriber& subscriber, const std::vector<const Forms*>& batch, std::uint32_t to_seq) {
  std::vector<std::string> own(batch.size());
  std::vector<std::string_view> entries;
  for (std::size_t index = 0; index < batch.size(); ++index) {
    const std::string_view entry = batch[index]->for_viewer(subscriber.viewer, own[index]);
    if (!entry.empty()) entries.push_back(entry);
    subscriber.viewer.group = batch[index]->group_after(subscriber.viewer);
  }
  if (!entries.empty()) {
    subscriber.peer->send(events_frame(to_seq, entries));
    subscriber.told_seq = to_seq;
  }
  if (subscriber.audience != nullptr) listen(subscriber);
}

/// With those who get the same from now on.
void Room::listen(Subscriber& subscriber) {
  const view::Viewer& viewer = subscriber.viewer;
  const AudienceKey key{viewer.base, subscriber.is_display, viewer.base == Scope::staff ? GroupId{} : viewer.group};
  if (subscriber.audience != nullptr && subscriber.audience->key == key) return;
  stop_listening(subscriber);
  RoomAudience& audience = audiences_[key];
  audience.key = key;
  audience.listeners.add(*subscriber.peer);
  subscriber.audience = &audience;
  subscriber.audience_sent = audience.listeners.sent();
}

void Room::stop_listening(Subscriber& subscriber) {
  if (subscriber.audience == nullptr) return;
  subscriber.told_seq = told_seq(subscriber);
  RoomAudience* left = std::exchange(subscriber.audience, nullptr);
  left->listeners.remove(*subscriber.peer);
  if (left->listeners.empty()) audiences_.erase(AudienceKey(left->key));
}

/// `except`: those who are told something of their own in its place.
void Room::tell_audience(RoomAudience& audience, const Frame& frame, std::uint32_t seq, const AddressedForms& except) {
  std::vector<Peer*> peers;
  for (const auto& [subscriber, own] : except) {
    if (subscriber->audience != &audience) continue;
    subscriber->told_seq = told_seq(*subscriber);
    subscriber->audience_sent = audience.listeners.sent() + 1;
    peers.push_back(subscriber->peer.get());
  }
  audience.listeners.send(frame, peers);
  audience.told_seq = seq;
}

std::uint32_t Room::told_seq(const Subscriber& subscriber) {
  const RoomAudience* audience = subscriber.audience;
  const bool was_told = audience != nullptr && audience->listeners.sent() > subscriber.audience_sent;
  return was_told ? std::max(subscriber.told_seq, audience->told_seq) : subscriber.told_seq;
}

/// One frame a base, its bytes shared; those whom an event is about get theirs made from the same pieces.
void Room::deliver(std::uint32_t to_seq) {
  std::vector<Forms> batch;
  while (!untold_.empty() && untold_.front().seq <= to_seq) {
    batch.push_back(std::move(untold_.front()));
    untold_.pop_front();
  }
  std::vector<const Forms*> forms;
  std::vector<std::string_view> everyone;
  std::vector<std::string_view> staff;
  std::vector<const Forms*> for_many;
  AddressedForms addressed;
  for (const Forms& each : batch) {
    forms.push_back(&each);
    const bool is_for_many = !each.everyone.empty() || !each.staff.empty() || each.groups != nullptr;
    if (is_for_many) for_many.push_back(&each);
    if (!each.everyone.empty()) everyone.push_back(each.everyone);
    if (!each.staff.empty()) staff.push_back(each.staff);
    std::vector<PersonId> people = each.meant.people;
    if (const PersonId voter = voter_of(each.meant)) people.push_back(voter);
    for (PersonId person : people) {
      const auto lines = lines_.find(person);
      if (lines == lines_.end()) continue;
      for (Subscriber* subscriber : lines->second) {
        std::vector<const Forms*>& own = addressed[subscriber];
        if (!is_for_many && (own.empty() || own.back() != &each)) own.push_back(&each);
      }
    }
  }
  const Frame everyone_frame = everyone.empty() ? nullptr : events_frame(to_seq, everyone);
  const Frame staff_frame = staff.empty() ? nullptr : events_frame(to_seq, staff);
  GroupFrames group_frames(forms, to_seq);
  if (group_frames.may_move()) {
    for (const auto& [subscriber, owner] : subscribers_) {
      if (group_frames.moves(subscriber->viewer)) addressed[subscriber];
    }
  }
  std::erase_if(addressed, [](const auto& each) { return !each.first->is_welcomed; });
  for (auto& [key, audience] : audiences_) {
    const Frame& frame = group_frames.of(key, key.base == Scope::staff ? staff_frame : everyone_frame);
    if (frame) tell_audience(audience, frame, to_seq, addressed);
  }
  // Of a thousand votes each voter is told the own one, without a look at the others.
  const auto is_earlier = [](const Forms* one, const Forms* other) { return one->seq < other->seq; };
  for (const auto& [subscriber, own] : addressed) {
    std::vector<const Forms*> told;
    std::merge(own.begin(), own.end(), for_many.begin(), for_many.end(), std::back_inserter(told), is_earlier);
    deliver_own(*subscriber, told, to_seq);
  }
  for (Forms& each : batch) ring_.push(std::move(each));
}

}  // namespace roundtable::server
