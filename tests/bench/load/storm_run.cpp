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

  // From the first frame to the last: a gap more or less late by chance says nothing.
  double frames_a_second() const {
    if (frames_ns.size() < 2) return 0;
    const auto span_ns = static_cast<double>(frames_ns.back() - frames_ns.front());
    return static_cast<double>(frames_ns.size() - 1) * static_cast<double>(ns_per_second) / span_ns;
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
    report(figures, begin_ns);
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

  void report(Figures& figures, std::int64_t begin_ns) const {
    const auto by_frames = [](const Tallies& one, const Tallies& other) {
      return one.frames_ns.size() < other.frames_ns.size();
    };
    const auto phones_end = tallies_.begin() + static_cast<std::ptrdiff_t>(session_.voters);
    const Tallies& phone = *std::max_element(tallies_.begin(), phones_end, by_frames);
    add(figures, "staff", tallies_[session_.moderator]);
    add(figures, "display", tallies_[display_]);
    add(figures, "phone", phone);
    for (std::size_t frame = 0; frame < phone.frames_ns.size(); ++frame) {
      figures.add_ms("phone_frame_" + std::to_string(frame + 1) + "_ms", phone.frames_ns[frame] - begin_ns);
    }
  }

  static void add(Figures& figures, const std::string& who, const Tallies& tallies) {
    figures.add(who + "_frames", static_cast<double>(tallies.frames_ns.size()));
    figures.add(who + "_frames_a_second", tallies.frames_a_second());
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
