// JSON as JSON.stringify writes it: what a page hands to the core. The library's reader is for texts of strangers, with
// its exact faults and its floating point it is a seventh of what a phone would fetch.
#pragma once

#include <optional>
#include <string_view>

#include "wire/json.hpp"

namespace roundtable::page {

/// Nothing where it is not such a text, or nested deeper than core::limits::json_depth. Nothing that the core is told
/// has a fraction: where one stands all the same it is a number that is no whole one, and its value is not kept.
std::optional<wire::Json> read_stringified(std::string_view text);

}  // namespace roundtable::page
