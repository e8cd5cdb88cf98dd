#include "server/journal_reader.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "server/journal_schema.hpp"

namespace roundtable::server {
namespace {

SQLite::Database open(const std::filesystem::path& folder, const std::string& vfs) {
  try {
    return open_for_reading(journal_file(folder), vfs);
  } catch (const SQLite::Exception& error) {
    throw JournalError("cannot read " + journal_file(folder).string() + ": " + error.what());
  }
}

std::optional<Part> part_of(SQLite::Statement& query, int salt_column) {
  if (query.isColumnNull(salt_column)) return std::nullopt;
  return Part{query.getColumn(salt_column).getString(), query.getColumn(salt_column + 1).getString()};
}

}  // namespace

Position position_of(const Tail& tail) {
  if (tail.seq == 0) return {};
  return {std::to_string(tail.seq) + ":" + hex(tail.hash)};
}

Tail find_tail(SQLite::Database& database, const std::string& session) {
  SQLite::Statement query(database,
                          "SELECT s.id, s.first_epoch, r.seq, r.hash FROM session s JOIN row r ON r.session = s.id "
                          "WHERE s.name = ? ORDER BY r.seq DESC LIMIT 1");
  query.bindNoCopy(1, session);
  Tail tail;
  if (query.executeStep()) {
    tail.session = query.getColumn(0).getInt64();
    tail.first_epoch = query.getColumn(1).getUInt();
    tail.seq = query.getColumn(2).getUInt();
    const auto hash = query.getColumn(3).getString();
    // The schema forbids any other length, but a damaged file keeps no promise.
    if (hash.size() != tail.hash.size()) throw SQLite::Exception("a row's hash is damaged", SQLITE_CORRUPT);
    std::copy(hash.begin(), hash.end(), tail.hash.begin());
  }
  return tail;
}

JournalReader::JournalReader(const std::filesystem::path& folder, const std::string& vfs)
    : database_(open(folder, vfs)) {}

std::vector<Row> JournalReader::read(const std::string& session, std::uint32_t from_seq) {
  SQLite::Statement query(database_,
                          "SELECT r.seq, r.at_ms, r.type, r.data, r.mark, p.place, p.salt, p.words "
                          "FROM session s JOIN row r ON r.session = s.id "
                          "LEFT JOIN part p ON p.session = r.session AND p.seq = r.seq "
                          "WHERE s.name = ? AND r.seq >= ? ORDER BY r.seq, p.place");
  query.bindNoCopy(1, session);
  query.bind(2, from_seq);
  std::vector<Row> rows;
  while (query.executeStep()) {
    const auto seq = query.getColumn(0).getUInt();
    if (rows.empty() || rows.back().seq != seq) {
      rows.push_back({seq,
                      query.getColumn(1).getInt64(),
                      query.getColumn(2).getString(),
                      query.getColumn(3).getString(),
                      query.getColumn(4).getString(),
                      {}});
    }
    if (!query.isColumnNull(5)) rows.back().parts.push_back(part_of(query, 6));
  }
  return rows;
}

std::vector<KeyState> JournalReader::key_states(const std::string& session) {
  SQLite::Statement query(database_,
                          "SELECT k.seq, k.build, k.text FROM session s JOIN key_state k ON k.session = s.id "
                          "WHERE s.name = ? ORDER BY k.seq DESC");
  query.bindNoCopy(1, session);
  std::vector<KeyState> states;
  while (query.executeStep()) {
    states.push_back({query.getColumn(0).getUInt(), query.getColumn(1).getString(), query.getColumn(2).getString()});
  }
  return states;
}

std::vector<std::pair<std::string, std::uint32_t>> JournalReader::marks(const std::string& session,
                                                                        std::uint32_t to_seq) {
  SQLite::Statement query(database_,
                          "SELECT r.mark, r.seq FROM session s JOIN row r ON r.session = s.id "
                          "WHERE s.name = ? AND r.seq <= ? AND r.mark <> ''");
  query.bindNoCopy(1, session);
  query.bind(2, to_seq);
  std::vector<std::pair<std::string, std::uint32_t>> marks;
  while (query.executeStep()) marks.emplace_back(query.getColumn(0).getString(), query.getColumn(1).getUInt());
  return marks;
}

std::string JournalReader::last_hash(const std::string& session) {
  const Tail tail = find_tail(database_, session);
  return tail.seq == 0 ? std::string() : hex(tail.hash);
}

std::vector<std::string> JournalReader::sessions() {
  SQLite::Statement query(database_, "SELECT name FROM session ORDER BY name");
  std::vector<std::string> names;
  while (query.executeStep()) names.push_back(query.getColumn(0).getString());
  return names;
}

std::uint32_t JournalReader::epoch() {
  return database_.execAndGet("SELECT epoch FROM life").getUInt();
}

}  // namespace roundtable::server
