#pragma once

#include "server/beast.hpp"
#include "server/edge.hpp"

namespace roundtable::server {

using UpgradeHead = boost::beast::http::request<boost::beast::http::string_body>;

// Answers a checked upgrade request with the subprotocol and hands the peer to the acceptor.
void start_connection(std::shared_ptr<Edge> edge, boost::asio::ip::tcp::socket socket, std::unique_ptr<Place> place,
                      UpgradeHead head, UpgradeRequest upgrade, const std::string& subprotocol);

}  // namespace roundtable::server
