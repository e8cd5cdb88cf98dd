// The journal: what a session's truth is, and the one place it is kept. Two engines stand behind this interface (SQLite
// here, a cluster's stream later); nothing outside server/journal* may know which.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "server/words.hpp"

namespace roundtable::server {

/// One event as it is kept.
struct Row {
  std::uint32_t seq = 0;                   // from 1, without gaps
  std::int64_t at_ms = 0;                  // ms since 1970 UTC
  std::string type;                        // the event's type; a released type keeps its meaning
  std::string data;                        // JSON; for each part it holds digest(part)
  std::string mark;                        // what tells a repeated command (its id, or an alias); may be empty
  std::vector<std::optional<Part>> parts;  // nullopt: erased
  bool operator==(const Row&) const = default;
};

/// Where a session's journal ends. Opaque: only the engine reads it. Empty: the session has no row yet.
struct Position {
  std::string token;
  bool operator==(const Position&) const = default;
};

/// All that a session is after a row, so that a start need not read the rows before it. Never the truth: rows are.
struct KeyState {
  std::uint32_t seq = 0;
  std::string build;  // the program that wrote it: no other may read it
  std::string text;
};

enum class AppendStatus {
  ok,        // on disk, for good
  conflict,  // not written: the session does not end at `expected`; the result says where it ends
  refused,   // certainly not written: a faulty batch, or the disk cannot take it; the result says why
  unknown,   // perhaps written: answer nobody before position() and read() have told what is there
};

struct AppendResult {
  AppendStatus status = AppendStatus::unknown;
  Position position;   // where the session ends now; only for ok and conflict
  std::string reason;  // for the log, in English; empty for ok
};

/// One part of one row: `index` counts from 0 in Row::parts.
struct PartRef {
  std::uint32_t seq = 0;
  std::uint32_t index = 0;
};

/// The journal cannot be opened or read; what() says why.
class JournalError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// type, data, mark, salts and words of a batch together.
inline constexpr std::size_t batch_limit_bytes = std::size_t{64} * 1024;

/// All functions may be called from any thread. Every callback runs through the `post` given when the journal was
/// opened, never inside a call; `post` must keep order and must not run the work at once on the calling thread.
class Journal {
 public:
  using Done = std::function<void(AppendResult)>;
  using Post = std::function<void(std::function<void()>)>;
  using Following = std::shared_ptr<const void>;

  /// Finishes everything queued, then stops; callbacks are posted before it returns.
  virtual ~Journal() = default;

  /// Writes all rows of one short tick, or none. Their seq go on from `expected` without a gap; `batch` is not empty
  /// and has at most batch_limit_bytes. One batch of a session is in flight at a time.
  virtual void append(std::string session, Position expected, std::vector<Row> batch, Done done) = 0;

  /// Takes the words out of these parts, all or none; data keeps their digests and the chain stays whole. Parts that
  /// were erased before are fine, parts that never were are refused. ok: the words are no longer in the files either.
  virtual void erase(std::string session, std::vector<PartRef> parts, Done done) = 0;

  /// Keeps a key state behind the writes that were asked for before, unless its row is not there by then. The two
  /// newest stay; an erasure takes all of the session's away, because words of people stand in them.
  virtual void keep(std::string session, KeyState state, Done done) = 0;

  /// Newest first. Blocks and throws as read does.
  virtual std::vector<KeyState> key_states(const std::string& session) = 0;

  /// What is not empty of the marks of the rows to to_seq. Blocks and throws as read does.
  virtual std::vector<std::pair<std::string, std::uint32_t>> marks(const std::string& session,
                                                                   std::uint32_t to_seq) = 0;

  /// Durable rows with seq >= from_seq. Blocks. After `unknown` it first brings the journal back to a known state, and
  /// throws JournalError for as long as that fails: then ask again later.
  virtual std::vector<Row> read(const std::string& session, std::uint32_t from_seq) = 0;

  /// Where the session ends; blocks and throws as read does. Ask for it before read(): then the rows are never older
  /// than the position, and if they are newer the next append is a conflict.
  virtual Position position(const std::string& session) = 0;

  /// The hash of the session's last row, 64 hex digits: what a report bears and `verify --hash` looks for. Empty: no
  /// row. Blocks and throws as read does.
  virtual std::string last_hash(const std::string& session) = 0;

  /// Every session that has a row, in order of name. Blocks and throws as read does.
  virtual std::vector<std::string> sessions() = 0;

  /// Gives the rows from from_seq on, then each newly durable batch, in order and without gaps (several batches may
  /// come as one), until the handle is dropped. Erasures are not told.
  virtual Following follow(std::string session, std::uint32_t from_seq, std::function<void(std::vector<Row>)> rows) = 0;

  /// Names the journal's life for clients that resume: it changes only when a backup was restored.
  virtual std::uint32_t epoch(const std::string& session) = 0;
};

}  // namespace roundtable::server
