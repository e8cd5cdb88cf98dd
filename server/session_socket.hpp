// One WebSocket of a session: reads the frames that come up and hands them to the room.
#pragma once

#include <memory>

#include "server/connection.hpp"
#include "server/rooms.hpp"

namespace roundtable::server {

/// For the listener: a handler for a new socket; the session is looked up at its `hello`.
std::unique_ptr<PeerHandler> accept_socket(RoomWorld& world, const Rooms& rooms, const UpgradeRequest& request,
                                           std::shared_ptr<Peer> peer);

}  // namespace roundtable::server
