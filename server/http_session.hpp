#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <memory>

#include "server/edge.hpp"

namespace roundtable::server {

// Serves one accepted connection until it ends or becomes a WebSocket; any other entry than open is answered and
// closed.
void start_http_session(std::shared_ptr<Edge> edge, boost::asio::ip::tcp::socket socket, std::unique_ptr<Place> place,
                        Edge::Entry entry);

}  // namespace roundtable::server
