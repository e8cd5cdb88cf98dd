// The writing half of the SQLite engine, without threads: what one transaction does, and what to believe when it fails.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/journal.hpp"
#include "server/journal_files.hpp"
#include "server/journal_reader.hpp"
#include "server/journal_sqlite.hpp"

namespace roundtable::server {

struct AppendRequest {
  std::string session;
  Position expected;
  std::vector<Row> batch;
};

struct EraseRequest {
  std::string session;
  std::vector<PartRef> parts;
};

struct KeepRequest {
  std::string session;
  KeyState state;
};

using WriteRequest = std::variant<AppendRequest, EraseRequest, KeepRequest>;

class JournalStore {
 public:
  JournalStore(std::filesystem::path folder, JournalOptions options);
  ~JournalStore();
  JournalStore(const JournalStore&) = delete;
  JournalStore& operator=(const JournalStore&) = delete;

  // The writer thread's.
  /// One transaction for all; the answers are durable when it returns, and stand in the order of the requests.
  std::vector<AppendResult> commit(const std::vector<WriteRequest>& requests);
  /// Moves the log into the database when it has grown long.
  void tidy();
  /// Opens the journal anew and proves with a fresh commit that the disk takes writes; false if it does not.
  bool recover();

  // Any thread's.
  /// True from an I/O error until recover() succeeded; until then nothing read could be trusted, so reads throw.
  bool broken() const { return broken_; }
  std::string trouble() const;
  std::vector<Row> read(const std::string& session, std::uint32_t from_seq);
  std::vector<KeyState> key_states(const std::string& session);
  std::vector<std::pair<std::string, std::uint32_t>> marks(const std::string& session, std::uint32_t to_seq);
  Position position(const std::string& session);
  std::string last_hash(const std::string& session);
  std::vector<std::string> sessions();
  std::uint32_t epoch() const { return epoch_; }

 private:
  struct Writer;
  using Tails = std::map<std::string, Tail>;

  void open(bool at_start);
  AppendResult perform(const AppendRequest& request, Tails& fresh);
  AppendResult perform(const EraseRequest& request, Tails& fresh);
  AppendResult perform(const KeepRequest& request, Tails& fresh);
  Tail tail(const std::string& session, const Tails& fresh);
  void insert(Tail& end, const std::string& session, const Row& row);
  std::vector<AppendResult> fail(std::vector<AppendResult> results, std::size_t requests, bool in_doubt,
                                 const std::string& trouble);
  void roll_back();
  void abandon_log();
  void scrub();
  bool checkpoint(const std::string& mode);
  void set_broken(const std::string& trouble);
  template <typename Read>
  auto reading(Read read);

  const std::filesystem::path folder_;
  const JournalOptions options_;
  std::optional<FolderLock> lock_;
  std::unique_ptr<Writer> writer_;
  Tails tails_;             // durable ends of the sessions written so far
  bool scrub_due_ = false;  // erased words may still stand in the log
  std::atomic<int> log_pages_ = 0;
  std::atomic<std::uint32_t> epoch_ = 0;

  mutable std::mutex reader_mutex_;  // guards reader_ and trouble_
  std::unique_ptr<JournalReader> reader_;
  std::string trouble_;
  std::atomic<bool> broken_ = false;
};

}  // namespace roundtable::server
