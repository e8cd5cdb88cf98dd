// How each kind of server is spoken to: what a listener says to be one, and what makes an event.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "websocket.hpp"

namespace roundtable::load {

struct Reaction {
  bool is_ready = false;  // the server counts this connection as a listener from here on
  std::string reply;      // empty: none
};

class Dialect {
 public:
  virtual ~Dialect() = default;
  // Listeners have numbers below their count; the next number is the publisher's.
  virtual Upgrade upgrade(std::size_t number) const = 0;
  virtual Reaction opened(std::size_t number) const = 0;
  // For what holds no event.
  virtual Reaction message(std::string_view text) const = 0;
  // A message up that makes the server send `text` to every listener.
  virtual std::string publish(std::uint32_t index, std::string_view text) const = 0;
};

struct DialectChoice {
  std::string name;  // roundtable, plain or socket.io
  std::uint16_t port = 0;
  std::size_t listeners = 0;
  std::string session;
  std::string moderator_invite;
};

// Roundtable's listeners have joined when this returns.
std::unique_ptr<Dialect> open_dialect(const DialectChoice& choice);

}  // namespace roundtable::load
