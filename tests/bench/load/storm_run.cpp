// A vote storm: everybody votes for several questions within two seconds. Counted: how often staff, displays and phones
// are told new numbers, whether the last numbers are right everywhere, and how long the moderator waits meanwhile.
#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>
#include <vector>

#include "clock.hpp"
#include "figures.hpp"
#include "members.hpp"
#include "runs.hpp"

namespace roundtable::load {

namespace {

constexpr double kStormSeconds = 2;
constexpr double kQuietSeconds = 1;
constexpr std::int64_t kModeratorGapNs = 100 * ns_per_ms;
constexpr std::int64_t kLastNumbersNs = 35 * ns_per_second;  // phones' gaps grow to 30 s

// What one connection was told of the votes.
struct Tallies {
  std::vector<std::int64_t> frames_ns;
  std::map<int, int> votes;

  int sum() const {
    int sum = 0;
    for (const auto& [question, count] : votes) sum += count;
    return sum;
  }

  void read(std::string_view text, std::int64_t at_ns) {
    constexpr std::string_view kCounts = R"("questions":{)";
    if (text.find(R"("type":"tally")") == std::string_view::npos) return;
    frames_ns.push_back(at_ns);
    for (std::size_t at = text.find(kCounts); at != std::string_view::npos; at = text.find(kCounts, at)) {
      at += kCounts.size();
      read_counts(text.substr(at, text.find('}', at) - at));
    }
  }

  // "1":25,"2":24
  void read_counts(std::string_view counts) {
    while (!counts.empty()) {
      int question = 0;
      int count = 0;
      const char* end = counts.data() + counts.size();
      const char* behind = std::from_chars(counts.data() + 1, end, question).ptr;
      const char* next = std::from_chars(std::min(behind + 2, end), end, count).ptr;
      votes[question] = count;
      counts.remove_prefix(std::min(static_cast<std::size_t>(next + 1 - counts.data()), counts.size()));
    }
  }

  // The most frames in any second.
  std::size_t most_a_second() const {
    std::size_t most = 0;
    for (std::size_t first = 0, last = 0; last < frames_ns.size(); ++last) {
      while (frames_ns[last] - frames_ns[first] >= ns_per_second) ++first;
      most = std::max(most, last - first + 1);
    }
    return most;
  }
};

class Storm {
 public:
  explicit Storm(const Options& options)
      : options_(options),
        session_({options.port, options.session}, options.moderator, options.connections, options.questions) {
    display_ = session_.members.add(join_with({options.port, options.session}, options.display));
    session_.members.connect();
    tallies_.resize(session_.members.size());
    session_.members.on_events = [this](std::size_t number, std::string_view text, std::int64_t at_ns) {
      tallies_[number].read(text, at_ns);
    };
    session_.members.on_answer = [this](std::size_t number, std::int64_t took_ns) {
      (number == session_.moderator ? moderator_ : votes_).record(took_ns);
    };
  }

  void run(Figures& figures) {
    run_for(kQuietSeconds * 2, 0);  // what connecting changed has been told by then
    moderator_.clear();
    run_for(kQuietSeconds, 0);
    figures.add_latency("moderator_before", moderator_);
    moderator_.clear();
    for (Tallies& tallies : tallies_) tallies.frames_ns.clear();
    const std::int64_t begin_ns = now_ns();
    run_for(kStormSeconds, options_.votes);
    session_.members.settle();
    figures.add_ms("storm_ms", now_ns() - begin_ns);
    figures.add_latency("moderator_during", moderator_);
    figures.add_latency("votes", votes_);
    wait_for_last_numbers();
    figures.add_ms("last_numbers_ms", now_ns() - begin_ns);
    report(figures);
  }

 private:
  // The moderator announces all the while; `votes` are spread over the time.
  void run_for(double seconds, std::size_t votes) {
    const std::int64_t begin_ns = now_ns();
    const std::int64_t end_ns = begin_ns + seconds_ns(seconds);
    std::int64_t announce_ns = begin_ns;
    std::size_t voted = 0;
    for (std::int64_t at_ns = begin_ns; at_ns < end_ns; at_ns = now_ns()) {
      const double part = static_cast<double>(at_ns - begin_ns) / static_cast<double>(end_ns - begin_ns);
      while (static_cast<double>(voted) < part * static_cast<double>(votes)) vote(voted++);
      for (; announce_ns <= at_ns; announce_ns += kModeratorGapNs) {
        session_.members.give(session_.moderator, "announce", R"({"text":"Please stay seated."})");
      }
      session_.members.turn(std::min({end_ns, announce_ns, votes == 0 ? end_ns : at_ns + ns_per_ms}));
    }
    while (voted < votes) vote(voted++);
  }

  void vote(std::size_t number) {
    const std::size_t voter = number % session_.voters;
    const std::size_t question = 1 + (voter + number / session_.voters) % options_.questions;
    session_.members.give(voter, "question.vote", question_data(question));
  }

  void wait_for_last_numbers() {
    const std::int64_t deadline = now_ns() + kLastNumbersNs;
    const auto is_told = [this](const Tallies& tallies) { return tallies.sum() == static_cast<int>(options_.votes); };
    while (!std::all_of(tallies_.begin(), tallies_.end(), is_told)) {
      session_.members.turn(now_ns() + 10 * ns_per_ms);
      if (now_ns() > deadline) throw std::runtime_error("not everybody was told the last numbers");
    }
  }

  void report(Figures& figures) const {
    const auto add = [&](const std::string& who, std::size_t frames, std::size_t most) {
      figures.add(who + "_frames", static_cast<double>(frames));
      figures.add(who + "_most_frames_a_second", static_cast<double>(most));
    };
    const Tallies& staff = tallies_[session_.moderator];
    const Tallies& display = tallies_[display_];
    add("staff", staff.frames_ns.size(), staff.most_a_second());
    add("display", display.frames_ns.size(), display.most_a_second());
    std::size_t frames = 0;
    std::size_t most = 0;
    for (std::size_t phone = 0; phone < session_.voters; ++phone) {
      frames = std::max(frames, tallies_[phone].frames_ns.size());
      most = std::max(most, tallies_[phone].most_a_second());
    }
    add("phone", frames, most);
  }

  const Options& options_;
  VotingSession session_;
  std::size_t display_;
  std::vector<Tallies> tallies_;
  Histogram moderator_;
  Histogram votes_;
};

}  // namespace

void run_storm(const Options& options) {
  if (options.votes > options.connections * options.questions) throw std::runtime_error("more votes than questions");
  Figures figures;
  Storm(options).run(figures);
  figures.print();
}

}  // namespace roundtable::load
