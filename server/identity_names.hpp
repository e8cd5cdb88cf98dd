// What the parts of identity share.
#pragma once

#include <string_view>

#include "server/identity.hpp"

namespace roundtable::server {

/// Throws IdentityError unless the name has 1 to 64 letters, digits, - and _: it becomes a file's name and JSON.
void check_name(std::string_view name);

std::string_view bytes_of(const Key& key);

}  // namespace roundtable::server
