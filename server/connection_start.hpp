#pragma once

#include <memory>

#include "server/connection.hpp"
#include "server/deflate.hpp"
#include "server/edge.hpp"

namespace roundtable::server {

// Takes the socket of a checked upgrade request, sends the answer and hands the peer to the acceptor.
void start_connection(std::shared_ptr<Edge> edge, int socket, std::unique_ptr<Place> place, UpgradeRequest upgrade,
                      Frame answer, const DeflateTerms& deflate);

}  // namespace roundtable::server
