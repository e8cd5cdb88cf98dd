#include "server/rooms.hpp"

#include "server/journal_hash.hpp"
#include "server/room_limits.hpp"

namespace roundtable::server {

namespace {

std::string captions_of(const Room& room) {
  return caption_secret(room.key(), core::generation_of(room.state().links, core::Role::captioner));
}

}  // namespace

Rooms::Rooms(RoomWorld& world, KeyFolder& keys) : world_(world), keys_(keys) {}

void Rooms::restore() {
  for (const std::string& session : world_.journal.sessions()) {
    std::string fault;
    std::shared_ptr<Room> room;
    try {
      room = std::make_shared<Room>(world_, session, keys_.session_key(session));
      fault = room->restore();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) {
      world_.log("session " + session + " stays closed: " + fault);
      closed_[session] = fault;
      continue;
    }
    id_of_code_[room->state().session.code] = session;
    enter(room);
  }
}

std::shared_ptr<Room> Rooms::find(std::string_view id_or_code) const {
  if (const auto found = rooms_.find(id_or_code); found != rooms_.end()) return found->second;
  const auto code = normalise_code(id_or_code);
  if (!code) return nullptr;
  const auto id = id_of_code_.find(*code);
  if (id == id_of_code_.end()) return nullptr;
  const auto found = rooms_.find(id->second);
  return found == rooms_.end() ? nullptr : found->second;
}

std::shared_ptr<Room> Rooms::find_captions(std::string_view secret) const {
  const auto id = id_of_captions_.find(hex(sha256(secret)));
  if (id == id_of_captions_.end()) return nullptr;
  const auto found = rooms_.find(id->second);
  if (found == rooms_.end()) return nullptr;
  return same_secret(captions_of(*found->second), secret) ? found->second : nullptr;
}

void Rooms::enter(const std::shared_ptr<Room>& room) {
  rooms_.emplace(room->session(), room);
  enter_captions(room);
}

void Rooms::enter_captions(const std::shared_ptr<Room>& room) {
  id_of_captions_.emplace(hex(sha256(captions_of(*room))), room->session());
}

std::string Rooms::closed_because(std::string_view id) const {
  const auto found = closed_.find(id);
  return found == closed_.end() ? std::string() : found->second;
}

std::string Rooms::draw_code() const {
  std::string code = draw_join_code(world_.random);
  while (id_of_code_.contains(code)) code = draw_join_code(world_.random);
  return code;
}

void Rooms::create(const core::SessionFile& file, std::function<void(std::shared_ptr<Room>)> done) {
  if (rooms_.size() >= limits::kSessions) return done(nullptr);
  const std::string session = draw_session_id(world_.random);
  const std::string code = draw_code();
  id_of_code_[code] = session;
  auto room = std::make_shared<Room>(world_, session, keys_.make_session_key(session));
  room->create(code, file, [this, room, session, code, done = std::move(done)](bool recorded) {
    if (!recorded) {
      id_of_code_.erase(code);
      return done(nullptr);
    }
    enter(room);
    done(room);
  });
}

std::size_t Rooms::subscriber_count() const {
  std::size_t count = 0;
  for (const auto& [id, room] : rooms_) count += room->subscriber_count();
  return count;
}

}  // namespace roundtable::server
