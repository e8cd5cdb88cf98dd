#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

// One WebSocket as the room sees it. Everything here happens on the loop's thread.
namespace roundtable::server {

namespace close_code {
inline constexpr std::uint16_t kBadData = 1003;
inline constexpr std::uint16_t kTryAgainLater = 1013;
inline constexpr std::uint16_t kRestart = 4000;
inline constexpr std::uint16_t kSlow = 4001;
inline constexpr std::uint16_t kSilent = 4002;
inline constexpr std::uint16_t kBadFrame = 4500;
inline constexpr std::uint16_t kToken = 4501;
inline constexpr std::uint16_t kExpired = 4502;
inline constexpr std::uint16_t kRemoved = 4503;
inline constexpr std::uint16_t kReplaced = 4504;
}  // namespace close_code

// Held by the room for as long as it likes; after closed() every call does nothing.
class Peer {
 public:
  virtual ~Peer();
  // One text frame. The bytes are shared by all receivers and leave at the end of the loop's turn, many frames in one
  // write. A peer that falls too far behind is closed with 4001; closed() follows later, never from inside send().
  virtual void send(std::shared_ptr<const std::string> text) = 0;
  // After what was queued before. The reason is cut to the 123 bytes a close frame can hold.
  virtual void close(std::uint16_t code, std::string_view reason) = 0;
  virtual std::size_t queued_bytes() const = 0;
  virtual const std::string& remote_address() const = 0;
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
