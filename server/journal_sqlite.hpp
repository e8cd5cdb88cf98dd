// Opens the embedded engine: SQLite in DIR/journal.sqlite, with one writer thread that commits everything queued across
// sessions in one transaction.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/journal.hpp"

namespace roundtable::server {

struct JournalOptions {
  RandomSource random = system_random();
  int checkpoint_pages = 1000;  // when the log has this many pages it is moved into the database

  // For tests alone.
  std::string vfs;                     // the SQLite VFS to use; empty: the system's
  bool never_sync = false;             // gives durability up, to prove that the power-cut test notices
  std::function<void()> before_group;  // called on the writer thread before it takes up what is queued
};

/// Opens or creates the journal in `folder`. Throws JournalError when another server has it, when the file is not ours
/// or newer than this program, or when the disk cannot be written.
std::unique_ptr<Journal> open_sqlite_journal(const std::filesystem::path& folder, Journal::Post post,
                                             JournalOptions options = {});

/// For commands that only look, such as `roundtable report`: the rows of a session (none if there is no such session),
/// whether or not a server runs. Throws JournalError when there is no journal that this program can read.
std::vector<Row> read_sqlite_journal(const std::filesystem::path& folder, const std::string& session);
std::vector<std::string> list_sqlite_sessions(const std::filesystem::path& folder);

}  // namespace roundtable::server
