// The journal's file format on SQLite, and the way from each older format to this one.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

namespace roundtable::server {

inline constexpr int application_id = 0x52544a31;  // "RTJ1": tells our files from other SQLite files
inline constexpr int format_version = 2;           // kept as user_version

std::filesystem::path journal_file(const std::filesystem::path& folder);

/// Throws JournalError when the file is another program's, or of a newer format than this server knows.
void check_format(SQLite::Database& database, const std::filesystem::path& file);

/// Opens for writing, durable at each commit; creates the file or brings an older format up to this one.
SQLite::Database open_for_writing(const std::filesystem::path& file, const std::string& vfs);

/// Opens for reading alone; the server may be writing at the same time.
SQLite::Database open_for_reading(const std::filesystem::path& file, const std::string& vfs);

}  // namespace roundtable::server
