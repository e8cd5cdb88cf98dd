// Roundtable's public protocol (shared/PROTOCOL.md), as much of it as the load needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "websocket.hpp"

namespace roundtable::load {

struct SessionAddress {
  std::uint16_t port = 0;
  std::string id;
};

// Tokens of `count` people who came by the attendees' link, each with a request of its own.
std::vector<std::string> join_attendees(const SessionAddress& session, std::size_t count);
// The token of one who came by a role's link.
std::string join_with(const SessionAddress& session, std::string_view invite);

Upgrade session_upgrade(const SessionAddress& session);
std::string hello(std::string_view token);
std::string command(std::string_view id, std::string_view type, std::string_view data);

enum class Frames : std::uint8_t { welcome, events, ack, nack, other };
Frames kind_of(std::string_view message);

// The text or number behind the first `"name":`; empty when there is none. Escapes stay as they are.
std::string_view field_of(std::string_view message, std::string_view name);

// Throws what a nack says, so that no figure is taken from commands that were refused.
void expect_no_nack(std::string_view message);

}  // namespace roundtable::load
