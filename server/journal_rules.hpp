// What a batch must be before it may be written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/journal.hpp"

namespace roundtable::server {

/// What is wrong with a batch for a session that ends at `end_seq`, or nullopt. Such a fault is one of the caller.
std::optional<std::string> fault_of_batch(const std::string& session, std::uint32_t end_seq,
                                          const std::vector<Row>& batch);

}  // namespace roundtable::server
