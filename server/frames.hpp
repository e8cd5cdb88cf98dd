// The frames that go down, each one JSON object with one key that names it (shared/PROTOCOL.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "server/framed_bytes.hpp"

namespace roundtable::server {

/// Why a token opens nothing any more, for the screen of whoever held it.
inline constexpr std::string_view link_renewed = "link_renewed";

Frame events_frame(std::uint32_t seq, const std::vector<std::string_view>& entries);
Frame ack_frame(std::string_view command_id, std::uint32_t seq);
Frame nack_frame(std::string_view command_id, const core::Refusal& refusal);
/// `because`: a word for screens, where the code alone says too little.
Frame bye_frame(std::uint16_t code, std::string_view message, std::string_view because = {});
/// `t0` goes back as it came.
Frame time_frame(std::string_view t0, std::int64_t t1, std::int64_t t2);
/// One entry of an `events` list for gauges.
std::string tally_entry(std::uint32_t seq, std::int64_t at_ms, std::string_view data);

}  // namespace roundtable::server
