#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Every bound of the network edge, with its unit and its reason. Tests lower some of them through ListenerOptions.
namespace roundtable::server::limits {

using namespace std::chrono_literals;

// HTTP requests
inline constexpr std::uint32_t kHeaderBytes = 8 * 1024;  // browsers send under 2 KiB; ours sets no cookies
inline constexpr std::uint64_t kBodyBytes = 256 * 1024;  // the largest ordinary answer of a client is a 64 KiB frame
inline constexpr std::uint64_t kSessionFileBytes =
    1024 * 1024;                                              // a session file with 1,000 named people is about 300 KiB
inline constexpr std::chrono::milliseconds kHeaderTime = 5s;  // slow-loris: a whole head must be here by then
inline constexpr std::chrono::milliseconds kBodyTime = 30s;   // 1 MiB over a line of 280 kbit/s
inline constexpr std::chrono::milliseconds kKeepAliveTime =
    60s;                                                      // between requests; proxies close theirs at 60 to 75 s
inline constexpr std::chrono::milliseconds kWriteTime = 60s;  // a 1 MiB report over a line of 140 kbit/s
inline constexpr std::chrono::milliseconds kLingerTime = 2s;  // so that a refusal arrives before the reset
inline constexpr std::size_t kLingerBytes = 4 * 1024 * 1024;  // what a refused sender may still pour out meanwhile

// Connections. Loopback is exempt from the bounds by address: there everything behind a proxy looks the same.
inline constexpr std::size_t kConnections = 20'000;  // about 120 MiB of idle sockets
inline constexpr std::size_t kConnectionsPerAddress =
    4'000;                                                 // a full hall of 1,500 with three tabs each behind one NAT
inline constexpr std::size_t kHalfOpen = 4'000;            // accepted, first head not yet complete
inline constexpr std::size_t kHalfOpenPerAddress = 1'000;  // a whole hall reconnecting in the same second
inline constexpr std::size_t kFilesKeptFree = 64;          // descriptors left for the journal, files and one 503

// WebSocket
inline constexpr std::size_t kFrameBytes = 64 * 1024;          // one message up, PROTOCOL.md
inline constexpr std::size_t kOutboxBytes = 1024 * 1024;       // waiting behind the frame that is being sent
inline constexpr int kSendBufferBytes = 64 * 1024;             // in the kernel; more would only hide a slow line
inline constexpr std::chrono::milliseconds kPingAfter = 25s;   // silence before a ping; NATs forget after 30 s and more
inline constexpr int kPingsMissed = 2;                         // unanswered pings before the line counts as dead
inline constexpr std::chrono::milliseconds kGoodbyeTime = 5s;  // to flush and to answer a close, then the line is cut
inline constexpr std::size_t kFramesPerWrite = 32;             // two pieces each, 64 iovecs a sendmsg
inline constexpr std::size_t kFlushesPerTurn = 512;            // sockets written before commands get their turn again

// Static files
inline constexpr std::size_t kWebBytes = 64 * 1024 * 1024;  // held in memory; a build of ours is under 2 MiB

// Stopping
inline constexpr std::chrono::milliseconds kStopTime = 8s;  // systemd and docker kill after 10 s

}  // namespace roundtable::server::limits
