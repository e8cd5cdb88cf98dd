// Drives a journal from one test thread, without sleeping: callbacks wait in a mailbox, and a gate decides what is
// committed together.
#pragma once

#include <stdlib.h>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "server/journal.hpp"
#include "server/words.hpp"

namespace roundtable::simulate {

// In memory where the system has such a folder: these tests imagine their disk, and thousands of real syncs take
// minutes.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    const std::filesystem::path memory = "/dev/shm";
    const auto parent = std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
    std::string pattern = (parent / "roundtable-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
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
  server::Journal::Post post() {
    return [this](std::function<void()> work) {
      {
        const std::lock_guard lock(mutex_);
        work_.push_back(std::move(work));
      }
      arrived_.notify_one();
    };
  }

  /// Does work until `done()` holds; waits for more as long as it does not.
  void run_until(const std::function<bool()>& done) {
    while (!done()) {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return !work_.empty(); });
      const auto work = std::move(work_.front());
      work_.pop_front();
      lock.unlock();
      work();
    }
  }

  /// Does what has come, and waits for nothing.
  void run_ready() {
    run_until([this] {
      const std::lock_guard lock(mutex_);
      return work_.empty();
    });
  }

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
  std::function<void()> before_group() {
    return [this] {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return open_; });
      ++passed_;
    };
  }
  int passed() {
    const std::lock_guard lock(mutex_);
    return passed_;
  }

 private:
  void set(bool open) {
    {
      const std::lock_guard lock(mutex_);
      open_ = open;
    }
    changed_.notify_all();
  }
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = true;
  int passed_ = 0;
};

/// Repeatable in place of the system's randomness.
inline server::RandomSource seeded_random(std::uint64_t seed) {
  return [random = std::mt19937_64(seed)](std::span<std::byte> bytes) mutable {
    for (auto& byte : bytes) byte = static_cast<std::byte>(random() & 0xffU);
  };
}

inline server::Row make_row(std::uint32_t seq, const std::string& text, const std::vector<std::string>& words = {}) {
  server::Row row{seq, 1'700'000'000'000 + seq, "question.asked", R"({"note":")" + text + '"', "command-" + text, {}};
  const auto random = seeded_random(seq);
  for (const auto& each : words) {
    auto sealed = server::seal(each, random);
    row.data += R"(,"words":")" + sealed.digest_hex + '"';
    row.parts.emplace_back(std::move(sealed.part));
  }
  row.data += '}';
  return row;
}

inline server::AppendResult append(server::Journal& journal, Mailbox& mailbox, const std::string& session,
                                   const server::Position& expected, std::vector<server::Row> batch) {
  std::optional<server::AppendResult> result;
  journal.append(session, expected, std::move(batch), [&](server::AppendResult told) { result = std::move(told); });
  mailbox.run_until([&] { return result.has_value(); });
  return *result;
}

inline server::AppendResult erase(server::Journal& journal, Mailbox& mailbox, const std::string& session,
                                  std::vector<server::PartRef> parts) {
  std::optional<server::AppendResult> result;
  journal.erase(session, std::move(parts), [&](server::AppendResult told) { result = std::move(told); });
  mailbox.run_until([&] { return result.has_value(); });
  return *result;
}

}  // namespace roundtable::simulate
