// All sessions of this server, by id and by join code.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "server/room.hpp"

namespace roundtable::server {

class Rooms {
 public:
  Rooms(RoomWorld& world, KeyFolder& keys);

  /// Reads every session of the journal back; those that cannot be served are logged and stay closed.
  void restore();

  /// By id or by code, in any case; null when there is none.
  std::shared_ptr<Room> find(std::string_view id_or_code) const;
  /// By the secret of its captions path; null when it opens nothing, also since it was renewed.
  std::shared_ptr<Room> find_captions(std::string_view secret) const;
  /// After the captioner's link was renewed: the captions' new address is found.
  void enter_captions(const std::shared_ptr<Room>& room);
  /// Why a session that is in the journal is not served; empty when it is, or is unknown.
  std::string closed_because(std::string_view id) const;

  /// Null for `done` when it could not be recorded, or when there are too many.
  void create(const core::SessionFile& file, std::function<void(std::shared_ptr<Room>)> done);

  std::size_t size() const { return rooms_.size(); }
  std::size_t subscriber_count() const;
  const std::map<std::string, std::shared_ptr<Room>, std::less<>>& all() const { return rooms_; }

 private:
  std::string draw_code() const;
  void enter(const std::shared_ptr<Room>& room);

  RoomWorld& world_;
  KeyFolder& keys_;
  std::map<std::string, std::shared_ptr<Room>, std::less<>> rooms_;
  std::map<std::string, std::string, std::less<>> id_of_code_;
  std::map<std::string, std::string, std::less<>>
      id_of_captions_;  // by a hash: how long a look-up takes tells nothing of secrets
  std::map<std::string, std::string, std::less<>> closed_;
};

}  // namespace roundtable::server
