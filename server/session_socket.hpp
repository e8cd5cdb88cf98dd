// One WebSocket of a session: reads the frames that come up and hands them to the room.
#pragma once

#include <memory>

#include "server/connection.hpp"
#include "server/rooms.hpp"

namespace roundtable::server {

class HelloDeadlines;

/// For the listener, which must end before it.
class SessionSockets {
 public:
  SessionSockets(RoomWorld& world, const Rooms& rooms);
  /// A handler for a new socket; the session is looked up at its `hello`.
  std::unique_ptr<PeerHandler> accept(const UpgradeRequest& request, std::shared_ptr<Peer> peer);

 private:
  RoomWorld& world_;
  const Rooms& rooms_;
  std::shared_ptr<HelloDeadlines> deadlines_;
};

}  // namespace roundtable::server
