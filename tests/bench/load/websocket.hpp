// The client's side of RFC 6455, as much of it as a load generator needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace roundtable::load {

struct Upgrade {
  std::string path;
  std::string subprotocol;  // empty: none is asked for
};

std::string upgrade_request(const Upgrade& upgrade, std::uint16_t port);

// Nothing while the head is incomplete, then its length. Throws when the server did not agree.
std::optional<std::size_t> read_upgrade_answer(std::string_view bytes, const Upgrade& upgrade);

enum class Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

struct Frame {
  Opcode opcode;
  std::string_view payload;
  std::size_t size;  // with its header
};

// Nothing while the frame is incomplete. Throws on what no server may send, and on fragments, which none of ours does.
std::optional<Frame> read_frame(std::string_view bytes);

void append_frame(std::string& bytes, Opcode opcode, std::string_view payload);

}  // namespace roundtable::load
