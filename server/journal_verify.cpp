#include "server/journal_verify.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <cctype>

#include "server/journal_hash.hpp"
#include "server/journal_schema.hpp"

namespace roundtable::server {
namespace {

// Walks one session from its first row; stops at the first bad one.
class Walk {
 public:
  Walk(SQLite::Database& database, std::int64_t session, std::uint32_t first_epoch)
      : first_epoch_(first_epoch),
        rows_(database, "SELECT seq, at_ms, type, data, mark, hash FROM row WHERE session = ? ORDER BY seq"),
        parts_(database, "SELECT place, salt, words FROM part WHERE session = ? AND seq = ? ORDER BY place"),
        session_(session) {
    rows_.bind(1, session);
  }

  template <typename OnProven>
  void run(VerifiedSession& report, OnProven on_proven) {
    while (rows_.executeStep()) {
      Row row{rows_.getColumn(0).getUInt(),   rows_.getColumn(1).getInt64(),  rows_.getColumn(2).getString(),
              rows_.getColumn(3).getString(), rows_.getColumn(4).getString(), {}};
      if (const auto what = fault_of(row, report); !what.empty()) {
        report.fault = JournalFault{row.seq, what};
        return;
      }
      report.rows = row.seq;
      report.last_hash = hex(before_);
      on_proven(row.seq, report.last_hash);
    }
    if (report.rows == 0) report.fault = JournalFault{0, "the session has no rows"};
  }

 private:
  std::string fault_of(const Row& row, VerifiedSession& report) {
    if (row.seq != report.rows + 1) return "row " + std::to_string(report.rows + 1) + " is missing";
    const Hash hash = row.seq == 1 ? first_row_hash(row, report.session, first_epoch_) : next_row_hash(row, before_);
    if (rows_.getColumn(5).getString() != std::string(hash.begin(), hash.end())) {
      return "its hash does not follow from it and the row before";
    }
    before_ = hash;
    return fault_of_parts(row, report);
  }

  std::string fault_of_parts(const Row& row, VerifiedSession& report) {
    parts_.reset();
    parts_.bind(1, session_);
    parts_.bind(2, row.seq);
    for (std::uint32_t place = 0; parts_.executeStep(); ++place) {
      const std::string which = "part " + std::to_string(place) + " ";
      if (parts_.getColumn(0).getUInt() != place) return which + "is missing";
      if (parts_.isColumnNull(1)) {
        ++report.erased;
        continue;
      }
      const Part part{parts_.getColumn(1).getString(), parts_.getColumn(2).getString()};
      if (row.data.find(digest(part)) == std::string::npos) return which + "is not what was said";
      ++report.parts;
    }
    return {};
  }

  const std::uint32_t first_epoch_;
  SQLite::Statement rows_;
  SQLite::Statement parts_;
  const std::int64_t session_;
  Hash before_{};
};

std::optional<std::string> fault_of_file(SQLite::Database& database) {
  if (const auto told = database.execAndGet("PRAGMA integrity_check(1)").getString(); told != "ok") return told;
  SQLite::Statement orphans(database, "PRAGMA foreign_key_check");
  if (orphans.executeStep()) return "the table '" + orphans.getColumn(0).getString() + "' has entries of no session";
  return std::nullopt;
}

void verify_sessions(SQLite::Database& database, const std::string& expected, VerifyReport& report) {
  SQLite::Statement sessions(database, "SELECT id, name, first_epoch FROM session ORDER BY name");
  while (sessions.executeStep()) {
    VerifiedSession session;
    session.session = sessions.getColumn(1).getString();
    std::optional<FoundHash> found;
    Walk(database, sessions.getColumn(0).getInt64(), sessions.getColumn(2).getUInt())
        .run(session, [&](std::uint32_t seq, const std::string& hash) {
          if (hash == expected) found = FoundHash{session.session, seq, false};
        });
    if (found) {
      found->is_last = found->seq == session.rows && !session.fault;
      report.found = found;
    }
    report.sessions.push_back(std::move(session));
  }
}

}  // namespace

bool VerifyReport::good() const {
  const bool rows_good = std::none_of(sessions.begin(), sessions.end(), [](const auto& each) { return each.fault; });
  return rows_good && !fault && (!hash_expected || found);
}

VerifyReport verify_journal(const std::filesystem::path& folder, const std::optional<std::string>& expected_hash) {
  std::string expected = expected_hash.value_or("");
  std::transform(expected.begin(), expected.end(), expected.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  VerifyReport report;
  report.hash_expected = expected_hash.has_value();
  try {
    auto database = open_for_reading(journal_file(folder), {});
    const SQLite::Transaction one_moment(database);  // the server may be writing
    report.fault = fault_of_file(database);
    verify_sessions(database, expected, report);
  } catch (const SQLite::Exception& error) {
    // Damage can stop SQLite itself; opening a missing file is a fault of the question.
    if (error.getErrorCode() == SQLITE_CANTOPEN) {
      throw JournalError("cannot read " + journal_file(folder).string() + ": " + error.what());
    }
    report.fault = error.what();
  }
  return report;
}

}  // namespace roundtable::server
