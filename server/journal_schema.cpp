#include "server/journal_schema.hpp"

#include <array>

#include "server/journal.hpp"

namespace roundtable::server {
namespace {

constexpr int busy_ms = 5000;  // only a backup or `roundtable verify` can be in the way: servers lock the folder

// migrations[n] leads from format n to n + 1; 0 is an empty file. A released entry is never changed.
constexpr std::array<const char*, format_version> migrations = {R"sql(
  CREATE TABLE life (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    epoch INTEGER NOT NULL,   -- see Journal::epoch
    token TEXT NOT NULL,      -- equals the one in DIR/journal.life unless a backup was restored
    opened INTEGER NOT NULL   -- counted up to prove that a commit goes through
  ) STRICT;
  INSERT INTO life VALUES (1, 0, '', 0);
  CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    first_epoch INTEGER NOT NULL  -- the epoch that the hash of the first row covers
  ) STRICT;
  CREATE TABLE row (
    session INTEGER NOT NULL REFERENCES session (id),
    seq INTEGER NOT NULL CHECK (seq BETWEEN 1 AND 4294967295),
    at_ms INTEGER NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    mark TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (session, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE part (
    session INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    salt BLOB CHECK (length(salt) = 16),
    words TEXT,
    CHECK ((salt IS NULL) = (words IS NULL)),  -- both NULL: erased
    PRIMARY KEY (session, seq, place),
    FOREIGN KEY (session, seq) REFERENCES row (session, seq)
  ) STRICT, WITHOUT ROWID;
)sql",
                                                                R"sql(
  CREATE TABLE key_state (
    session INTEGER NOT NULL REFERENCES session (id),
    seq INTEGER NOT NULL,
    build TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (session, seq)
  ) STRICT;
)sql"};

int number(SQLite::Database& database, const char* query) {
  return database.execAndGet(query).getInt();
}

int format_of(SQLite::Database& database) {
  return number(database, "PRAGMA user_version");
}

bool is_empty(SQLite::Database& database) {
  return number(database, "PRAGMA application_id") == 0 && format_of(database) == 0 &&
         number(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

void migrate(SQLite::Database& database) {
  if (format_of(database) == format_version) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  for (auto format = static_cast<std::size_t>(format_of(database)); format < migrations.size(); ++format) {
    database.exec(migrations.at(format));
  }
  database.exec("PRAGMA application_id = " + std::to_string(application_id));
  database.exec("PRAGMA user_version = " + std::to_string(format_version));
  transaction.commit();
}

void check_application(SQLite::Database& database, const std::filesystem::path& file) {
  if (number(database, "PRAGMA application_id") != application_id) {
    throw JournalError(file.string() + " is not a Roundtable journal; it was left untouched");
  }
}

}  // namespace

std::filesystem::path journal_file(const std::filesystem::path& folder) {
  return folder / "journal.sqlite";
}

void check_format(SQLite::Database& database, const std::filesystem::path& file) {
  check_application(database, file);
  const int format = format_of(database);
  if (format > format_version) {
    throw JournalError(file.string() + " was written by a newer Roundtable (format " + std::to_string(format) +
                       ", this one knows up to " + std::to_string(format_version) + "); it was left untouched");
  }
}

SQLite::Database open_for_writing(const std::filesystem::path& file, const std::string& vfs) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_ms, vfs);
  // Before anything that would change a file that is not ours.
  if (!is_empty(database)) check_format(database, file);
  if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal") {
    throw JournalError(file.string() + ": the file system allows no write-ahead log");
  }
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA foreign_keys = ON");
  database.exec("PRAGMA secure_delete = ON");  // erased words are overwritten, not only unlinked
  migrate(database);
  return database;
}

SQLite::Database open_for_reading(const std::filesystem::path& file, const std::string& vfs) {
  SQLite::Database database(file.string(), SQLite::OPEN_READONLY, busy_ms, vfs);
  check_format(database, file);
  if (format_of(database) != format_version) {
    throw JournalError(file.string() + " has an older format; start the server once to bring it up to date");
  }
  return database;
}

}  // namespace roundtable::server
