#include "server/journal_sqlite.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "server/journal_store.hpp"

namespace roundtable::server {
namespace {

struct Follower {
  std::string session;
  std::uint32_t next_seq = 1;
  std::function<void(std::vector<Row>)> rows;
  bool due = true;  // there may be rows that it was not given
};

class SqliteJournal final : public Journal {
 public:
  SqliteJournal(const std::filesystem::path& folder, Post post, JournalOptions options)
      : before_group_(options.before_group),
        post_(std::move(post)),
        store_(folder, std::move(options)),
        thread_([this] { serve(); }) {}

  ~SqliteJournal() override {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
  }

  void append(std::string session, Position expected, std::vector<Row> batch, Done done) override {
    queue_write(AppendRequest{std::move(session), std::move(expected), std::move(batch)}, std::move(done));
  }

  void erase(std::string session, std::vector<PartRef> parts, Done done) override {
    queue_write(EraseRequest{std::move(session), std::move(parts)}, std::move(done));
  }

  void keep(std::string session, KeyState state, Done done) override {
    queue_write(KeepRequest{std::move(session), std::move(state)}, std::move(done));
  }

  std::vector<KeyState> key_states(const std::string& session) override {
    make_sound();
    return store_.key_states(session);
  }

  std::vector<std::pair<std::string, std::uint32_t>> marks(const std::string& session, std::uint32_t to_seq) override {
    make_sound();
    return store_.marks(session, to_seq);
  }

  std::vector<Row> read(const std::string& session, std::uint32_t from_seq) override {
    make_sound();
    return store_.read(session, from_seq);
  }

  Position position(const std::string& session) override {
    make_sound();
    return store_.position(session);
  }

  std::string last_hash(const std::string& session) override {
    make_sound();
    return store_.last_hash(session);
  }

  std::vector<std::string> sessions() override {
    make_sound();
    return store_.sessions();
  }

  Following follow(std::string session, std::uint32_t from_seq, std::function<void(std::vector<Row>)> rows) override {
    auto follower = std::make_shared<Follower>(Follower{std::move(session), from_seq, std::move(rows)});
    queue([&] { queue_.followers.push_back(follower); });
    return follower;
  }

  std::uint32_t epoch(const std::string& /*session*/) override { return store_.epoch(); }

 private:
  struct Queue {
    std::vector<WriteRequest> writes;
    std::vector<Done> done;  // one for each write
    std::vector<std::weak_ptr<Follower>> followers;
    std::vector<std::promise<void>> recoveries;
    bool empty() const { return writes.empty() && followers.empty() && recoveries.empty(); }
  };

  template <typename Add>
  void queue(Add add) {
    {
      const std::lock_guard lock(mutex_);
      add();
    }
    wake_.notify_one();
  }

  void queue_write(WriteRequest request, Done done) {
    queue([&] {
      queue_.writes.push_back(std::move(request));
      queue_.done.push_back(std::move(done));
    });
  }

  // Only the writer thread may open the journal anew, so a reader that finds it broken asks and waits.
  void make_sound() {
    if (!store_.broken()) return;
    std::future<void> tried;
    queue([&] { tried = queue_.recoveries.emplace_back().get_future(); });
    tried.wait();
  }

  void serve() {
    for (;;) {
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (queue_.empty()) return;
      }
      if (before_group_) before_group_();
      Queue group;
      {
        const std::lock_guard lock(mutex_);
        std::swap(group, queue_);
      }
      serve_group(group);
    }
  }

  void serve_group(Queue& group) {
    const bool was_broken = store_.broken();
    if (!group.writes.empty()) answer(group, store_.commit(group.writes));
    if (!group.recoveries.empty()) store_.recover();
    for (auto& recovery : group.recoveries) recovery.set_value();
    if (was_broken && !store_.broken()) {
      spdlog::info("the journal is in order again");
      set_due([](const Follower&) { return true; });  // what was unknown may be there after all
    }
    followers_.insert(followers_.end(), group.followers.begin(), group.followers.end());
    tell_followers();
    store_.tidy();
  }

  void answer(Queue& group, std::vector<AppendResult> results) {
    std::set<std::string> grown;
    for (std::size_t i = 0; i < results.size(); ++i) {
      const auto* append = std::get_if<AppendRequest>(&group.writes[i]);
      if (append != nullptr && results[i].status == AppendStatus::ok) grown.insert(append->session);
      if (results[i].status == AppendStatus::unknown) {
        spdlog::error("the journal does not know whether it wrote: {}", results[i].reason);
      }
      post_([done = std::move(group.done[i]), result = std::move(results[i])]() mutable { done(std::move(result)); });
    }
    set_due([&](const Follower& follower) { return grown.contains(follower.session); });
  }

  template <typename Which>
  void set_due(Which which) {
    for (const auto& weak : followers_) {
      const auto follower = weak.lock();
      if (follower && which(*follower)) follower->due = true;
    }
  }

  void tell_followers() {
    std::erase_if(followers_, [](const auto& weak) { return weak.expired(); });
    for (const auto& weak : followers_) {
      const auto follower = weak.lock();
      if (!follower || !follower->due || store_.broken()) continue;
      try {
        auto rows = store_.read(follower->session, follower->next_seq);
        follower->due = false;
        if (rows.empty()) continue;
        follower->next_seq = rows.back().seq + 1;
        post_([weak, rows = std::move(rows)]() mutable {
          if (const auto still = weak.lock()) still->rows(std::move(rows));
        });
      } catch (const JournalError& error) {
        spdlog::error("a follower of {} waits: {}", follower->session, error.what());
      }
    }
  }

  const std::function<void()> before_group_;
  const Post post_;
  JournalStore store_;
  std::vector<std::weak_ptr<Follower>> followers_;  // the writer thread's

  std::mutex mutex_;  // guards queue_ and stopping_
  std::condition_variable wake_;
  Queue queue_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

template <typename Look>
auto looking(Look look) {
  try {
    return look();
  } catch (const SQLite::Exception& error) {
    throw JournalError(std::string("cannot read the journal: ") + error.what());
  }
}

}  // namespace

std::unique_ptr<Journal> open_sqlite_journal(const std::filesystem::path& folder, Journal::Post post,
                                             JournalOptions options) {
  return std::make_unique<SqliteJournal>(folder, std::move(post), std::move(options));
}

std::vector<Row> read_sqlite_journal(const std::filesystem::path& folder, const std::string& session) {
  return looking([&] { return JournalReader(folder).read(session, 1); });
}

std::vector<std::string> list_sqlite_sessions(const std::filesystem::path& folder) {
  return looking([&] { return JournalReader(folder).sessions(); });
}

}  // namespace roundtable::server
