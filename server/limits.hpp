#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Every bound of the network edge, with its unit and its reason. Tests lower some of them through ListenerOptions.
namespace roundtable::server::limits {

using namespace std::chrono_literals;
using Bytes = std::size_t;
using Count = std::size_t;
using Time = std::chrono::milliseconds;

// HTTP requests
inline constexpr std::uint32_t kHeaderBytes = 8 * 1024;  // browsers send under 2 KiB; ours sets no cookies
inline constexpr Bytes kBodyBytes = 256 * 1024;          // far above any answer of a client; captions are small too
inline constexpr Bytes kSessionFileBytes = 1024 * 1024;  // one with 1,000 named people has about 300 KiB
inline constexpr Time kHeaderTime = 5s;                  // slow-loris: a whole head must be here by then
inline constexpr Time kBodyTime = 30s;                   // 1 MiB over a line of 280 kbit/s
inline constexpr Time kKeepAliveTime = 60s;              // between requests; proxies close theirs at 60 to 75 s
inline constexpr Time kWriteTime = 60s;                  // a 1 MiB report over a line of 140 kbit/s
inline constexpr Time kLingerTime = 2s;                  // so that a refusal arrives before the reset
inline constexpr Bytes kLingerBytes = 4 * 1024 * 1024;   // what a refused sender may still pour out meanwhile

// Connections. Loopback is exempt from the bounds by address: there everything behind a proxy looks the same.
inline constexpr Count kConnections = 20'000;           // about 60 MiB of idle sockets
inline constexpr Count kConnectionsPerAddress = 4'000;  // a hall of 1,500 behind one NAT, two or three tabs each
inline constexpr Count kHalfOpen = 4'000;               // accepted, first head not yet complete
inline constexpr Count kHalfOpenPerAddress = 1'000;     // a whole hall reconnecting in the same second
inline constexpr Count kFilesKeptFree = 64;             // descriptors for the journal, files and a few refusals

// WebSocket
inline constexpr Bytes kFrameBytes = 64 * 1024;     // one message up, as PROTOCOL.md says
inline constexpr Bytes kOutboxBytes = 1024 * 1024;  // waiting behind the frame that is being sent
inline constexpr int kSendBufferBytes = 64 * 1024;  // in the kernel; more would only hide a slow line
inline constexpr Time kPingAfter = 25s;             // of silence; NATs forget a line after 30 s and more
inline constexpr int kPingsMissed = 2;              // unanswered ones before the line counts as dead
inline constexpr Time kGoodbyeTime = 5s;            // to flush and to answer a close, then the line is cut
inline constexpr Count kFramesPerWrite = 64;        // gathered in one sendmsg
inline constexpr Count kSendsAtOnce = 256;          // lines written in one call, where the kernel can
inline constexpr Count kFlushesPerTurn = 512;       // sockets written before commands get their turn again
inline constexpr Bytes kDeflatedBytes = 1024;       // own frames above it are deflated also without context
inline constexpr Bytes kUntakenBytes = 64 * 1024;   // said by one client and not yet taken by its room; then it waits
inline constexpr int kRestShare = 8;  // after a fan-out: one part in so many of its time, for what comes meanwhile
inline constexpr auto kShortestRest = 200us;  // between two fan-outs; less would only cost a timer
inline constexpr auto kLongestRest = 10ms;    // so long a burst may be gathered: nobody sees it

// Static files
inline constexpr Bytes kWebBytes = 64 * 1024 * 1024;  // held in memory; a build of ours is under 2 MiB

// Stopping
inline constexpr Time kStopTime = 8s;  // systemd and docker kill after 10 s

}  // namespace roundtable::server::limits
