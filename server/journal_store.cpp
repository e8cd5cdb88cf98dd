#include "server/journal_store.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "server/journal_life.hpp"
#include "server/journal_rules.hpp"
#include "server/journal_schema.hpp"

namespace roundtable::server {

struct JournalStore::Writer {
  explicit Writer(SQLite::Database opened) : database(std::move(opened)) {}
  SQLite::Database database;
  SQLite::Statement add_session{database, "INSERT INTO session (name, first_epoch) VALUES (?, ?)"};
  SQLite::Statement add_row{database, "INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?)"};
  SQLite::Statement add_part{database, "INSERT INTO part VALUES (?, ?, ?, ?, ?)"};
  SQLite::Statement has_part{database, "SELECT 1 FROM part WHERE session = ? AND seq = ? AND place = ?"};
  SQLite::Statement erase_part{database,
                               "UPDATE part SET salt = NULL, words = NULL WHERE session = ? AND seq = ? AND place = ?"};
  SQLite::Statement keep{database, "INSERT OR REPLACE INTO key_state VALUES (?, ?, ?, ?)"};
  SQLite::Statement forget_old{database,
                               "DELETE FROM key_state WHERE session = ?1 AND seq NOT IN "
                               "(SELECT seq FROM key_state WHERE session = ?1 ORDER BY seq DESC LIMIT 2)"};
  SQLite::Statement forget{database, "DELETE FROM key_state WHERE session = ?"};
};

namespace {

// After one of these, before COMMIT, the disk itself is in doubt; after any other error SQLite has merely not written.
bool is_disk_error(int code) {
  constexpr std::array codes = {SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_PROTOCOL};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

template <typename... Values>
bool run(SQLite::Statement& statement, const Values&... values) {
  statement.reset();
  int place = 0;
  (statement.bind(++place, values), ...);
  const bool has_row = statement.executeStep();
  statement.reset();
  return has_row;
}

}  // namespace

JournalStore::JournalStore(std::filesystem::path folder, JournalOptions options)
    : folder_(std::move(folder)), options_(std::move(options)) {
  try {
    make_folder_durably(folder_);
    lock_.emplace(folder_ / "journal.lock");
    write_durably(journal_file(folder_), "", IfThere::keep);  // so that nobody else may read it from the start on
    open(true);
  } catch (const JournalError&) {
    throw;
  } catch (const std::exception& error) {
    throw JournalError("cannot open the journal in " + folder_.string() + ": " + error.what());
  }
}

JournalStore::~JournalStore() {
  if (broken_) return;
  try {
    renew_life(writer_->database, folder_, options_.random);
  } catch (const std::exception&) {
    // All answers were given and rest on what is on disk; the next start finds either token good.
  }
}

std::vector<AppendResult> JournalStore::commit(const std::vector<WriteRequest>& requests) {
  if (broken_ && !recover()) return {requests.size(), {AppendStatus::refused, {}, trouble()}};
  std::vector<AppendResult> results;
  Tails fresh;
  bool in_doubt = false;
  try {
    writer_->database.exec("BEGIN IMMEDIATE");
    for (const auto& request : requests) {
      results.push_back(std::visit([&](const auto& each) { return perform(each, fresh); }, request));
    }
    in_doubt = true;
    writer_->database.exec("COMMIT");
    for (auto& [session, end] : fresh) tails_[session] = end;
    if (scrub_due_) scrub();
    return results;
  } catch (const SQLite::Exception& error) {
    in_doubt = in_doubt || is_disk_error(error.getErrorCode());
    return fail(std::move(results), requests.size(), in_doubt, error.what());
  } catch (const std::exception& error) {
    return fail(std::move(results), requests.size(), true, error.what());
  }
}

std::vector<AppendResult> JournalStore::fail(std::vector<AppendResult> results, std::size_t requests, bool in_doubt,
                                             const std::string& trouble) {
  if (in_doubt) {
    set_broken(trouble);
  } else {
    roll_back();
  }
  // Where the session ended within this transaction no longer counts, so conflicts fail with the rest.
  const auto status = in_doubt ? AppendStatus::unknown : AppendStatus::refused;
  results.resize(requests, {status, {}, trouble});
  for (auto& result : results) {
    if (result.status != AppendStatus::refused) result = {status, {}, trouble};
  }
  return results;
}

AppendResult JournalStore::perform(const AppendRequest& request, Tails& fresh) {
  Tail end = tail(request.session, fresh);
  if (request.expected != position_of(end)) {
    return {AppendStatus::conflict, position_of(end), "the session ends at seq " + std::to_string(end.seq)};
  }
  if (const auto fault = fault_of_batch(request.session, end.seq, request.batch)) {
    return {AppendStatus::refused, {}, *fault};
  }
  for (const Row& row : request.batch) insert(end, request.session, row);
  fresh[request.session] = end;
  return {AppendStatus::ok, position_of(end), {}};
}

void JournalStore::insert(Tail& end, const std::string& session, const Row& row) {
  if (end.session == 0) {
    end.first_epoch = epoch_;
    run(writer_->add_session, session, end.first_epoch);
    end.session = writer_->database.getLastInsertRowid();
  }
  end.hash = end.seq == 0 ? first_row_hash(row, session, end.first_epoch) : next_row_hash(row, end.hash);
  end.seq = row.seq;

  auto& add = writer_->add_row;
  add.reset();
  add.bind(1, end.session);
  add.bind(2, row.seq);
  add.bind(3, row.at_ms);
  add.bindNoCopy(4, row.type);
  add.bindNoCopy(5, row.data);
  add.bindNoCopy(6, row.mark);
  add.bind(7, end.hash.data(), static_cast<int>(end.hash.size()));
  add.exec();

  for (std::uint32_t place = 0; place < row.parts.size(); ++place) {
    const Part& part = row.parts[place].value();  // fault_of_batch refuses erased ones
    auto& add_part = writer_->add_part;
    add_part.reset();
    add_part.bind(1, end.session);
    add_part.bind(2, row.seq);
    add_part.bind(3, place);
    add_part.bind(4, part.salt.data(), static_cast<int>(part.salt.size()));
    add_part.bindNoCopy(5, part.words);
    add_part.exec();
  }
}

AppendResult JournalStore::perform(const EraseRequest& request, Tails& fresh) {
  const Tail end = tail(request.session, fresh);
  for (const PartRef& part : request.parts) {
    if (!run(writer_->has_part, end.session, part.seq, part.index)) {
      return {
          AppendStatus::refused, {}, "row " + std::to_string(part.seq) + " has no part " + std::to_string(part.index)};
    }
  }
  for (const PartRef& part : request.parts) run(writer_->erase_part, end.session, part.seq, part.index);
  run(writer_->forget, end.session);
  scrub_due_ = true;
  return {AppendStatus::ok, position_of(end), {}};
}

AppendResult JournalStore::perform(const KeepRequest& request, Tails& fresh) {
  const Tail end = tail(request.session, fresh);
  if (end.seq < request.state.seq) return {AppendStatus::refused, {}, "its row was not written"};
  run(writer_->keep, end.session, request.state.seq, request.state.build, request.state.text);
  run(writer_->forget_old, end.session);
  return {AppendStatus::ok, position_of(end), {}};
}

Tail JournalStore::tail(const std::string& session, const Tails& fresh) {
  if (const auto found = fresh.find(session); found != fresh.end()) return found->second;
  if (const auto found = tails_.find(session); found != tails_.end()) return found->second;
  return find_tail(writer_->database, session);
}

void JournalStore::roll_back() {
  try {
    // SQLite has rolled back by itself after some errors, a full disk for one.
    if (sqlite3_get_autocommit(writer_->database.getHandle()) == 0) writer_->database.exec("ROLLBACK");
  } catch (const SQLite::Exception& error) {
    set_broken(error.what());
  }
}

void JournalStore::tidy() {
  if (broken_) return;
  if (scrub_due_) return scrub();
  if (log_pages_ < options_.checkpoint_pages) return;
  try {
    checkpoint("PASSIVE");
  } catch (const SQLite::Exception& error) {
    set_broken(error.what());
  }
}

void JournalStore::scrub() {
  try {
    const std::lock_guard lock(reader_mutex_);  // a read of ours must not keep the log alive
    scrub_due_ = !checkpoint("TRUNCATE");
  } catch (const SQLite::Exception& error) {
    set_broken(error.what());
  }
}

bool JournalStore::checkpoint(const std::string& mode) {
  SQLite::Statement query(writer_->database, "PRAGMA wal_checkpoint(" + mode + ")");
  query.executeStep();
  log_pages_ = 0;
  return query.getColumn(0).getInt() == 0;
}

void JournalStore::set_broken(const std::string& trouble) {
  const std::lock_guard lock(reader_mutex_);
  broken_ = true;
  trouble_ = trouble;
  reader_.reset();
  tails_.clear();
}

bool JournalStore::recover() {
  if (!broken_) return true;
  try {
    abandon_log();
    open(false);
    return true;
  } catch (const std::exception& error) {
    set_broken(error.what());
    return false;
  }
}

// After a failed sync the system may hold pages that it shows to readers, takes for clean and will never write. The old
// connection alone knows which part of the log was synced for certain: it moves that part into the database and drops
// the rest, before a new connection could take the rest for committed and build on it.
void JournalStore::abandon_log() {
  if (!writer_) return;
  if (sqlite3_get_autocommit(writer_->database.getHandle()) == 0) writer_->database.exec("ROLLBACK");
  if (!checkpoint("TRUNCATE")) throw JournalError("another program reads the journal");
  writer_.reset();
}

void JournalStore::open(bool at_start) {
  writer_ = std::make_unique<Writer>(open_for_writing(journal_file(folder_), options_.vfs));
  auto& database = writer_->database;
  if (options_.never_sync) database.exec("PRAGMA synchronous = OFF");
  const auto count_pages = [](void* pages, sqlite3*, const char*, int now) {
    *static_cast<std::atomic<int>*>(pages) = now;
    return SQLITE_OK;
  };
  sqlite3_wal_hook(database.getHandle(), count_pages, &log_pages_);  // in place of SQLite's own checkpoints
  if (!checkpoint("TRUNCATE") && !at_start) throw JournalError("another program reads the journal");
  epoch_ = at_start ? begin_life(database, folder_, options_.random) : prove_life(database);
  const std::lock_guard lock(reader_mutex_);
  reader_ = std::make_unique<JournalReader>(folder_, options_.vfs);
  broken_ = false;
}

std::string JournalStore::trouble() const {
  const std::lock_guard lock(reader_mutex_);
  return trouble_;
}

template <typename Read>
auto JournalStore::reading(Read read) {
  const std::lock_guard lock(reader_mutex_);
  if (!reader_) throw JournalError("the journal is out of order: " + trouble_);
  try {
    return read(*reader_);
  } catch (const SQLite::Exception& error) {
    throw JournalError(std::string("cannot read the journal: ") + error.what());
  }
}

std::vector<Row> JournalStore::read(const std::string& session, std::uint32_t from_seq) {
  return reading([&](JournalReader& reader) { return reader.read(session, from_seq); });
}

std::vector<KeyState> JournalStore::key_states(const std::string& session) {
  return reading([&](JournalReader& reader) { return reader.key_states(session); });
}

std::vector<std::pair<std::string, std::uint32_t>> JournalStore::marks(const std::string& session,
                                                                       std::uint32_t to_seq) {
  return reading([&](JournalReader& reader) { return reader.marks(session, to_seq); });
}

std::string JournalStore::last_hash(const std::string& session) {
  return reading([&](JournalReader& reader) { return reader.last_hash(session); });
}

Position JournalStore::position(const std::string& session) {
  return reading([&](JournalReader& reader) { return reader.position(session); });
}

std::vector<std::string> JournalStore::sessions() {
  return reading([](JournalReader& reader) { return reader.sessions(); });
}

}  // namespace roundtable::server
