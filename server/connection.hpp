#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/close_code.hpp"
#include "server/framed_bytes.hpp"

// One WebSocket as the room sees it. Everything here happens on the rooms' thread, wherever the socket itself is
// served.
namespace roundtable::server {

class SocketLine;
class SocketLoop;

// Where a peer's socket is, for those who tell many at once. Nowhere: it is told by send() alone, or has ended.
struct Seat {
  SocketLoop* loop = nullptr;
  SocketLine* line = nullptr;
};

// Held by the room for as long as it likes; after closed() every call does nothing.
class Peer {
 public:
  virtual ~Peer();
  // One text frame. The bytes are shared by all receivers and leave at the end of the loop's turn, many frames in one
  // write. A peer that falls too far behind is closed with 4001; closed() follows later, never from inside send().
  virtual void send(Frame frame) = 0;
  // After what was queued before. The reason is cut to the 123 bytes a close frame can hold.
  virtual void close(std::uint16_t code, std::string_view reason) = 0;
  virtual const std::string& remote_address() const = 0;
  virtual Seat seat() { return {}; }
};

// Made by the acceptor, owned by the connection until closed() has returned. What it throws ends this connection only.
class PeerHandler {
 public:
  virtual ~PeerHandler();
  virtual void text(std::string_view frame) = 0;  // valid UTF-8, at most limits::kFrameBytes; none after Peer::close
  virtual void closed() = 0;                      // exactly once, on whatever way the line ended
};

struct UpgradeRequest {
  std::string session;  // {id} of /api/sessions/{id}/ws: an id or a code, not yet checked
  std::string remote_address;
  bool thin = false;  // subprotocol roundtable.v1.thin
};

// Called once the handshake is queued; peer->send() works at once. Null closes with 4500.
using AcceptPeer = std::function<std::unique_ptr<PeerHandler>(UpgradeRequest, std::shared_ptr<Peer>)>;

}  // namespace roundtable::server
