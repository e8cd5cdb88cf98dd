// The answer that turns an HTTP connection into a WebSocket (RFC 6455, 4.2.2).
#pragma once

#include <string>
#include <string_view>

namespace roundtable::server {

/// `key`: Sec-WebSocket-Key as the client sent it. `extensions`: what was agreed on; empty for none.
std::string handshake_answer(std::string_view key, std::string_view subprotocol, std::string_view extensions);

}  // namespace roundtable::server
