// The hash chain: each row's hash covers the row and the hash of the row before, so that no row can be changed,
// dropped, added or moved without all later hashes changing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/journal.hpp"

namespace roundtable::server {

using Hash = std::array<unsigned char, 32>;

Hash sha256(std::string_view bytes);
std::string hex(const Hash& hash);

/// The hash of a session's first row; it binds the chain to the session and to the epoch in which it began.
Hash first_row_hash(const Row& row, std::string_view session, std::uint32_t first_epoch);

Hash next_row_hash(const Row& row, const Hash& before);

}  // namespace roundtable::server
