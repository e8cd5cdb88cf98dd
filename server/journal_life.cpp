#include "server/journal_life.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <span>

#include "server/journal.hpp"
#include "server/journal_files.hpp"

namespace roundtable::server {
namespace {

std::uint32_t random_number(const RandomSource& random) {
  std::array<std::uint32_t, 1> number{};
  random(std::as_writable_bytes(std::span(number)));
  return number[0];
}

// A file opened through SQLite's VFS, so that the power-cut test sees what we do with it.
class LogFile {
 public:
  LogFile(sqlite3_vfs& vfs, const char* path)
      : file_(static_cast<sqlite3_file*>(std::calloc(1, static_cast<std::size_t>(vfs.szOsFile)))) {
    check(vfs.xOpen(&vfs, path, file_.get(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_WAL, nullptr));
  }
  ~LogFile() {
    if (file_->pMethods != nullptr) file_->pMethods->xClose(file_.get());
  }
  LogFile(const LogFile&) = delete;
  LogFile& operator=(const LogFile&) = delete;

  void rewrite() {
    const auto& methods = *file_->pMethods;
    sqlite3_int64 size = 0;
    check(methods.xFileSize(file_.get(), &size));
    std::array<char, 1U << 16U> bytes{};
    for (sqlite3_int64 at = 0; at < size; at += static_cast<sqlite3_int64>(bytes.size())) {
      const int length = static_cast<int>(std::min(size - at, static_cast<sqlite3_int64>(bytes.size())));
      check(methods.xRead(file_.get(), bytes.data(), length, at));
      check(methods.xWrite(file_.get(), bytes.data(), length, at));
    }
    check(methods.xSync(file_.get(), SQLITE_SYNC_NORMAL));
  }

 private:
  struct Free {
    void operator()(sqlite3_file* file) const { std::free(file); }
  };
  static void check(int code) {
    if (code != SQLITE_OK) throw JournalError(std::string("the journal's log: ") + sqlite3_errstr(code));
  }
  std::unique_ptr<sqlite3_file, Free> file_;
};

}  // namespace

std::uint32_t begin_life(SQLite::Database& database, const std::filesystem::path& folder, const RandomSource& random) {
  const auto file = folder / "journal.life";
  const auto before = database.execAndGet("SELECT token FROM life").getString();
  const bool goes_on = !before.empty() && read_small_file(file).value_or("").find(before + "\n") != std::string::npos;
  std::uint32_t epoch = prove_life(database);
  // One in four thousand million restores would otherwise go unnoticed.
  for (const std::uint32_t last = epoch; !goes_on && (epoch == last || epoch == 0);) epoch = random_number(random);

  const auto token = "life-" + std::to_string(random_number(random)) + "-" + std::to_string(random_number(random));
  // The file first accepts both: a power cut between the two writes is no restore.
  write_durably(file, before + "\n" + token + "\n", IfThere::replace);
  SQLite::Statement update(database, "UPDATE life SET epoch = ?, token = ?");
  update.bind(1, epoch);
  update.bind(2, token);
  update.exec();
  return epoch;
}

std::uint32_t prove_life(SQLite::Database& database) {
  database.exec("UPDATE life SET opened = opened + 1");
  return database.execAndGet("SELECT epoch FROM life").getUInt();
}

void rewrite_log(const std::filesystem::path& database_file, const std::string& vfs) {
  const std::string log = database_file.string() + "-wal";
  sqlite3_vfs* const found = sqlite3_vfs_find(vfs.empty() ? nullptr : vfs.c_str());
  if (found == nullptr) throw JournalError("SQLite has no VFS named " + vfs);
  int there = 0;
  found->xAccess(found, log.c_str(), SQLITE_ACCESS_EXISTS, &there);
  if (there != 0) LogFile(*found, log.c_str()).rewrite();
}

}  // namespace roundtable::server
