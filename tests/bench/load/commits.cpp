#include "commits.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <string>

#include "clock.hpp"

namespace roundtable::load {

BareCommits::BareCommits(const std::filesystem::path& file) {
  constexpr const char* kSetUp =
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE event (seq INTEGER PRIMARY KEY, data TEXT);";
  if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK ||
      sqlite3_exec(database_, kSetUp, nullptr, nullptr, nullptr) != SQLITE_OK ||
      sqlite3_prepare_v2(database_, "INSERT INTO event (data) VALUES (?)", -1, &insert_, nullptr) != SQLITE_OK) {
    throw std::runtime_error(file.string() + ": " + sqlite3_errmsg(database_));
  }
  const std::string row(300, 'x');
  sqlite3_bind_text(insert_, 1, row.c_str(), static_cast<int>(row.size()), SQLITE_TRANSIENT);
}

BareCommits::~BareCommits() {
  sqlite3_finalize(insert_);
  sqlite3_close(database_);
}

void BareCommits::commit() {
  if (sqlite3_step(insert_) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
  sqlite3_reset(insert_);
}

Histogram commit_for(BareCommits& commits, double seconds) {
  Histogram latency;
  const std::int64_t end_ns = now_ns() + seconds_ns(seconds);
  for (std::int64_t begin_ns = now_ns(); begin_ns < end_ns;) {
    commits.commit();
    const std::int64_t done_ns = now_ns();
    latency.record(done_ns - begin_ns);
    begin_ns = done_ns;
  }
  return latency;
}

}  // namespace roundtable::load
