#pragma once

#include <cstdint>

// Why a WebSocket ends (shared/PROTOCOL.md, Closes; RFC 6455, 7.4).
namespace roundtable::server::close_code {

inline constexpr std::uint16_t kProtocol = 1002;
inline constexpr std::uint16_t kBadData = 1003;
inline constexpr std::uint16_t kNone = 1005;  // never sent: a close without a code
inline constexpr std::uint16_t kBadText = 1007;
inline constexpr std::uint16_t kTooBig = 1009;
inline constexpr std::uint16_t kTryAgainLater = 1013;
inline constexpr std::uint16_t kRestart = 4000;
inline constexpr std::uint16_t kSlow = 4001;
inline constexpr std::uint16_t kSilent = 4002;
inline constexpr std::uint16_t kBadFrame = 4500;
inline constexpr std::uint16_t kToken = 4501;
inline constexpr std::uint16_t kExpired = 4502;
inline constexpr std::uint16_t kRemoved = 4503;
inline constexpr std::uint16_t kReplaced = 4504;

}  // namespace roundtable::server::close_code
