// Drives a journal from one test thread, without sleeping: callbacks wait in a mailbox, and a gate decides what is
// committed together.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "server/journal.hpp"
#include "server/words.hpp"

namespace roundtable::simulate {

// In memory where the system has such a folder: these tests imagine their disk, and thousands of real syncs take
// minutes.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The executor: work is kept until the test's thread takes it up.
class Mailbox {
 public:
  server::Journal::Post post();

  /// Does work until `done()` holds; waits for more as long as it does not.
  void run_until(const std::function<bool()>& done);

  /// Does what has come, and waits for nothing.
  void run_ready();

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> work_;
};

/// While closed, the writer waits: what is queued meanwhile becomes one group.
class Gate {
 public:
  void close() { set(false); }
  void open() { set(true); }
  std::function<void()> before_group();
  int passed();

 private:
  void set(bool open);
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = true;
  int passed_ = 0;
};

/// Repeatable in place of the system's randomness.
server::RandomSource seeded_random(std::uint64_t seed);
server::Row make_row(std::uint32_t seq, const std::string& text, const std::vector<std::string>& words = {});

server::AppendResult append(server::Journal& journal, Mailbox& mailbox, const std::string& session,
                            const server::Position& expected, std::vector<server::Row> batch);

server::AppendResult erase(server::Journal& journal, Mailbox& mailbox, const std::string& session,
                           std::vector<server::PartRef> parts);

}  // namespace roundtable::simulate
