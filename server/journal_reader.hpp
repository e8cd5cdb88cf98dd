// Reading a journal, next to a running server if need be: reports, verification and the server's own reads.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/journal.hpp"
#include "server/journal_hash.hpp"

namespace roundtable::server {

/// The end of a session's chain.
struct Tail {
  std::int64_t session = 0;       // the key in the table `session`; 0: no row yet
  std::uint32_t first_epoch = 0;  // see first_row_hash
  std::uint32_t seq = 0;
  Hash hash{};
};

Position position_of(const Tail& tail);

/// Reads the end of a session through any connection. Throws SQLite::Exception.
Tail find_tail(SQLite::Database& database, const std::string& session);

/// One connection that only reads; not for use by two threads at once. Its functions throw SQLite::Exception.
class JournalReader {
 public:
  /// `folder` is the server's DIR. Throws JournalError when there is no journal that this program can read.
  explicit JournalReader(const std::filesystem::path& folder, const std::string& vfs = {});

  std::vector<Row> read(const std::string& session, std::uint32_t from_seq);
  std::vector<KeyState> key_states(const std::string& session);
  std::vector<std::pair<std::string, std::uint32_t>> marks(const std::string& session, std::uint32_t to_seq);
  Position position(const std::string& session) { return position_of(find_tail(database_, session)); }
  std::string last_hash(const std::string& session);
  std::vector<std::string> sessions();
  std::uint32_t epoch();

 private:
  SQLite::Database database_;
};

}  // namespace roundtable::server
