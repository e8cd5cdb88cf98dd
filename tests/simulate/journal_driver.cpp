#include "simulate/journal_driver.hpp"

#include <stdlib.h>

#include <optional>
#include <random>
#include <utility>

namespace roundtable::simulate {

TemporaryFolder::TemporaryFolder() {
  const std::filesystem::path memory = "/dev/shm";
  const auto parent = std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
  std::string pattern = (parent / "roundtable-XXXXXX").string();
  path_ = ::mkdtemp(pattern.data());
}

server::Journal::Post Mailbox::post() {
  return [this](std::function<void()> work) {
    {
      const std::lock_guard lock(mutex_);
      work_.push_back(std::move(work));
    }
    arrived_.notify_one();
  };
}

void Mailbox::run_until(const std::function<bool()>& done) {
  while (!done()) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return !work_.empty(); });
    const auto work = std::move(work_.front());
    work_.pop_front();
    lock.unlock();
    work();
  }
}

void Mailbox::run_ready() {
  run_until([this] {
    const std::lock_guard lock(mutex_);
    return work_.empty();
  });
}

std::function<void()> Gate::before_group() {
  return [this] {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return open_; });
    ++passed_;
  };
}

int Gate::passed() {
  const std::lock_guard lock(mutex_);
  return passed_;
}

void Gate::set(bool open) {
  {
    const std::lock_guard lock(mutex_);
    open_ = open;
  }
  changed_.notify_all();
}

server::RandomSource seeded_random(std::uint64_t seed) {
  return [random = std::mt19937_64(seed)](std::span<std::byte> bytes) mutable {
    for (auto& byte : bytes) byte = static_cast<std::byte>(random() & 0xffU);
  };
}

server::Row make_row(std::uint32_t seq, const std::string& text, const std::vector<std::string>& words) {
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

server::AppendResult append(server::Journal& journal, Mailbox& mailbox, const std::string& session,
                            const server::Position& expected, std::vector<server::Row> batch) {
  std::optional<server::AppendResult> result;
  journal.append(session, expected, std::move(batch), [&](server::AppendResult told) { result = std::move(told); });
  mailbox.run_until([&] { return result.has_value(); });
  return *result;
}

server::AppendResult erase(server::Journal& journal, Mailbox& mailbox, const std::string& session,
                           std::vector<server::PartRef> parts) {
  std::optional<server::AppendResult> result;
  journal.erase(session, std::move(parts), [&](server::AppendResult told) { result = std::move(told); });
  mailbox.run_until([&] { return result.has_value(); });
  return *result;
}

}  // namespace roundtable::simulate
