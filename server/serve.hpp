// The server as a whole, from its options to its last answer.
#pragma once

#include "server/config.hpp"

namespace roundtable::server {

/// Runs until SIGTERM or SIGINT; the process's exit code.
int serve(const ServeConfig& config);

}  // namespace roundtable::server
