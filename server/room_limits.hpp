#pragma once

#include <cstddef>
#include <cstdint>

// Every bound of a room, with its unit and its reason. Those of the network edge stand in limits.hpp.
namespace roundtable::server::limits {

// What a client that comes back can get as events instead of a snapshot: about an hour of a busy session.
inline constexpr std::size_t kRingEvents = 8'000;
inline constexpr std::size_t kRingBytes = 8 * 1024 * 1024;

// A start reads the last key state and the events behind it: for a busy session a few hundredths of a second.
inline constexpr std::uint32_t kKeyStateEvents = 1'000;
// It takes an older one rather than leave less to those who come back.
inline constexpr std::uint32_t kEventsBehindKeyState = 200;

inline constexpr std::size_t kBatchBytes = 56 * 1024;     // below the journal's 64 KiB, chain and salts included
inline constexpr std::size_t kSocketsAPerson = 8;         // the oldest goes with 4504
inline constexpr std::size_t kCommandIdCharacters = 64;   // DESIGN.md, said exactly
inline constexpr std::size_t kRequestCharacters = 200;    // a join's random text
inline constexpr std::size_t kDeferredCommands = 20'000;  // waiting while the journal is read back
inline constexpr std::int64_t kHelloMs = 10'000;
inline constexpr std::int64_t kRecoverMs = 250;       // between attempts to read the journal back
inline constexpr std::int64_t kEraseAgainMs = 5'000;  // ballots that the journal could not erase
inline constexpr std::int64_t kPresenceSweepMs = 15'000;

// An anonymous question has no author that a limit could count, so the room only counts how many one person sent of
// late.
inline constexpr std::uint32_t kAnonymousQuestions = 20;
inline constexpr std::int64_t kAnonymousWindowMs = 10 * 60 * 1000;

// Gauges (DESIGN.md, tallies): staff and displays at most 4 a second; phones after 250 ms, then in gaps that double.
inline constexpr std::int64_t kTallyMs = 250;
inline constexpr std::int64_t kPhoneTallyLongestMs = 30'000;
inline constexpr std::int64_t kRepresentativeMs = 2'000;  // the only gauge that costs more than a count

// The search for breakout groups: a few tenths of a second for 150 people, the same groups for the same seed.
inline constexpr std::uint64_t kSearchSteps = 400;
inline constexpr std::size_t kBehindSearch = 200;  // what one sender may say while it runs

inline constexpr std::size_t kFrameText = 64 * 1024;  // the edge lets no longer frame up
inline constexpr std::size_t kSessions = 1'000;

}  // namespace roundtable::server::limits
