// Durable commands: everybody votes and takes the vote back, each as soon as the last command was acknowledged; then a
// single person's commands on the idle server, each beside a bare commit.
#include <vector>

#include "clock.hpp"
#include "commits.hpp"
#include "figures.hpp"
#include "members.hpp"
#include "runs.hpp"

namespace roundtable::load {

namespace {

class Voting {
 public:
  Voting(VotingSession& session, std::size_t questions)
      : session_(session), questions_(questions), has_voted_(session.voters) {}

  // The next of this voter's commands: a vote or, after one, taking it back.
  void give(std::size_t voter) {
    const char* type = has_voted_[voter] ? "question.unvote" : "question.vote";
    has_voted_[voter] = !has_voted_[voter];
    session_.members.give(voter, type, question_data(1 + voter % questions_));
  }

 private:
  VotingSession& session_;
  std::size_t questions_;
  std::vector<bool> has_voted_;
};

void vote_together(const Options& options, VotingSession& session, Voting& voting, Figures& figures) {
  Histogram latency;
  bool goes_on = true;
  session.members.on_answer = [&](std::size_t voter, std::int64_t took_ns) {
    latency.record(took_ns);
    if (goes_on) voting.give(voter);
  };
  const auto run_for = [&](double seconds) {
    const std::int64_t end_ns = now_ns() + seconds_ns(seconds);
    while (now_ns() < end_ns) session.members.turn(end_ns);
  };
  for (std::size_t voter = 0; voter < session.voters; ++voter) voting.give(voter);
  run_for(options.seconds / 4);
  latency.clear();
  const std::int64_t cpu = cpu_ns(options.server);
  const std::int64_t begin_ns = now_ns();
  run_for(options.seconds);
  const double took = static_cast<double>(now_ns() - begin_ns) / static_cast<double>(ns_per_second);
  const auto count = static_cast<double>(latency.count());
  figures.add("commands_a_second", count / took);
  figures.add("commands_cpu_us", static_cast<double>(cpu_ns(options.server) - cpu) / 1'000 / count);
  figures.add_latency("commands", latency);
  goes_on = false;
  session.members.settle();
}

void vote_alone(const Options& options, VotingSession& session, Voting& voting, BareCommits& bare, Figures& figures) {
  constexpr std::int64_t kPauseNs = 2 * ns_per_ms;  // long enough for the disk and both programs to fall idle
  Histogram single;
  Histogram commits;
  session.members.on_answer = [&](std::size_t, std::int64_t took_ns) { single.record(took_ns); };
  const auto pause = [&] {
    const std::int64_t end_ns = now_ns() + kPauseNs;
    while (now_ns() < end_ns) session.members.turn(end_ns);
  };
  for (std::size_t count = 0; count < options.single_commands; ++count) {
    voting.give(0);
    session.members.settle();
    pause();
    const std::int64_t begin_ns = now_ns();
    bare.commit();
    commits.record(now_ns() - begin_ns);
    pause();
  }
  figures.add_latency("single_command", single);
  figures.add_latency("single_commit", commits);
}

}  // namespace

void run_commands(const Options& options) {
  Figures figures;
  VotingSession session({options.port, options.session}, options.moderator, options.connections, options.questions);
  Voting voting(session, options.questions);
  BareCommits bare(options.file);
  vote_together(options, session, voting, figures);
  const Histogram commits = commit_for(bare, options.seconds / 2);
  figures.add("commits_a_second", static_cast<double>(commits.count()) / (options.seconds / 2));
  figures.add_latency("commits", commits);
  vote_alone(options, session, voting, bare, figures);
  figures.print();
}

}  // namespace roundtable::load
