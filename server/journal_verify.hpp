// Proves a journal: that no row was changed, dropped, added or moved, and that the words still there are those that
// were said. What no chain can show by itself is that its newest rows were cut off: for that, give the hash from the
// report.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace roundtable::server {

struct JournalFault {
  std::uint32_t seq = 0;  // the first bad row; the rows before it are proven
  std::string what;
};

struct VerifiedSession {
  std::string session;
  std::uint32_t rows = 0;
  std::uint32_t parts = 0;   // words still there
  std::uint32_t erased = 0;  // words erased
  std::string last_hash;     // of the last proven row, 64 hex digits; empty when there is none
  std::optional<JournalFault> fault;
};

/// The row that bears the hash that was asked for.
struct FoundHash {
  std::string session;
  std::uint32_t seq = 0;
  bool is_last = false;  // false: rows were added after the report was made
};

struct VerifyReport {
  std::vector<VerifiedSession> sessions;  // in order of name
  std::optional<std::string> fault;       // of the file as a whole: damaged, or parts that belong to no row
  std::optional<FoundHash> found;         // set when the expected hash stands on a proven row
  bool hash_expected = false;
  bool good() const;
};

/// `folder` is the server's DIR; a running server need not stop. `expected_hash` (hex, any case) makes the report good
/// only if that row is there. Throws JournalError when there is no journal that this program can read.
VerifyReport verify_journal(const std::filesystem::path& folder, const std::optional<std::string>& expected_hash = {});

}  // namespace roundtable::server
