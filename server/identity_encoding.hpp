// HMAC and base64url, as identity uses them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace roundtable::server {

using Mac = std::array<unsigned char, 32>;

/// HMAC-SHA-256.
Mac hmac(std::string_view key, std::string_view message);

/// Base64 for URLs, without padding.
std::string base64url(std::string_view bytes);

/// Only what base64url writes is taken; every other spelling is nullopt, so that one value has one text.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace roundtable::server
