#include "server/fanout.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "edge_server.hpp"
#include "raw_client.hpp"
#include "server/edge.hpp"
#include "server/limits.hpp"
#include "server/socket_loop.hpp"
#include "server/timer_wheel.hpp"
#include "socket_pair.hpp"

namespace roundtable::server::test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kTold = 32 * 1024;

struct Loops {
  unsigned threads;
  bool by_ring;
  friend void PrintTo(const Loops& loops, std::ostream* out) {
    *out << loops.threads << (loops.by_ring ? " by ring" : " by calls");
  }
};

class FanoutTest : public testing::TestWithParam<Loops> {
 protected:
  static ListenerOptions options() {
    ListenerOptions options;
    options.threads = GetParam().threads;
    options.sends_by_ring = GetParam().by_ring;
    return options;
  }
  static std::unique_ptr<RawClient> connected(const EdgeServer& server, int receive_buffer_bytes = 0) {
    auto client = std::make_unique<RawClient>(server.port(), receive_buffer_bytes);
    EXPECT_EQ(client->upgrade().status, 101U);
    EXPECT_EQ(client->read_frame().payload, "hello k7");
    return client;
  }
  static std::unique_ptr<RawClient> listening(const EdgeServer& server, int receive_buffer_bytes = 0) {
    auto client = connected(server, receive_buffer_bytes);
    client->text("audience join");
    EXPECT_EQ(client->read_frame().payload, "joined");
    return client;
  }
  static std::vector<std::unique_ptr<RawClient>> listeners(const EdgeServer& server, std::size_t count) {
    std::vector<std::unique_ptr<RawClient>> out;
    for (std::size_t number = 0; number < count; ++number) out.push_back(listening(server));
    return out;
  }
};

INSTANTIATE_TEST_SUITE_P(Loops, FanoutTest,
                         testing::Values(Loops{1, true}, Loops{1, false}, Loops{2, true}, Loops{3, true}));

TEST_P(FanoutTest, EveryMemberOnEveryLoopGetsAllInOrder) {
  const EdgeServer server(options());
  const auto members = listeners(server, 7);
  const auto outsider = connected(server);
  constexpr int kFrames = 300;
  for (int number = 0; number < kFrames; ++number) outsider->text("audience " + std::to_string(number));
  for (const auto& member : members) {
    for (int number = 0; number < kFrames; ++number) ASSERT_EQ(member->read_frame().payload, std::to_string(number));
  }
  outsider->text("nothing else");
  EXPECT_EQ(outsider->read_frame().payload, "nothing else");
}

TEST_P(FanoutTest, AMembersOwnFramesKeepTheirPlaceAmongThoseOfAll) {
  const EdgeServer server(options());
  const auto members = listeners(server, 5);
  members[3]->text("audience mixed");
  for (int number = 0; number < 100; ++number) {
    ASSERT_EQ(members[3]->read_frame().payload, "shared " + std::to_string(number));
    ASSERT_EQ(members[3]->read_frame().payload, "own " + std::to_string(number));
    for (const std::size_t other : {0U, 1U, 2U, 4U}) {
      ASSERT_EQ(members[other]->read_frame().payload, "shared " + std::to_string(number));
    }
  }
}

TEST_P(FanoutTest, WhoHasAFormOfItsOwnGetsItInThePlaceOfTheShared) {
  const EdgeServer server(options());
  const auto members = listeners(server, 4);
  members[1]->text("audience instead");
  for (std::size_t number = 0; number < members.size(); ++number) {
    EXPECT_EQ(members[number]->read_frame().payload, "before");
    EXPECT_EQ(members[number]->read_frame().payload, number == 1 ? "for you" : "for others");
    EXPECT_EQ(members[number]->read_frame().payload, "after");
  }
}

TEST_P(FanoutTest, WhoLeavesStillGetsWhatWasToldBefore) {
  const EdgeServer server(options());
  const auto members = listeners(server, 4);
  members[2]->text("audience last word");
  EXPECT_EQ(members[2]->read_frame().payload, "for you too");
  EXPECT_EQ(members[2]->read_frame().payload, "left");
  for (const std::size_t other : {0U, 1U, 3U}) {
    EXPECT_EQ(members[other]->read_frame().payload, "for you too");
    EXPECT_EQ(members[other]->read_frame().payload, "for the others");
  }
}

TEST_P(FanoutTest, AMemberThatHangsUpLeavesNoHole) {
  const EdgeServer server(options());
  auto members = listeners(server, 9);
  for (const std::size_t gone : {8U, 3U, 0U}) {
    members.erase(members.begin() + gone);
    EXPECT_EQ(members.front()->read_frame().payload, "left");
    members.front()->text("audience still here");
    for (const auto& member : members) {
      for (std::string payload; payload != "still here";) payload = member->read_frame().payload;
    }
  }
}

TEST_P(FanoutTest, ABurstLeavesInFewWrites) {
  EdgeServer server(options());
  const auto members = listeners(server, 6);
  const auto outsider = connected(server);
  const Counter& writes = server.metrics.counter("roundtable_socket_writes_total", "");
  const std::uint64_t before = writes.value();
  outsider->text("audience burst");
  for (const auto& member : members) {
    for (int number = 0; number < 100; ++number) ASSERT_EQ(member->read_frame().payload, std::to_string(number));
    member->send(RawClient::frame(opcode::kPing, ""));  // answered in a later turn of its loop
    EXPECT_EQ(member->read_frame().opcode, opcode::kPong);
  }
  EXPECT_GE(writes.value() - before, members.size());
  EXPECT_LE(writes.value() - before, 4 * members.size());
}

TEST_P(FanoutTest, WhoIsLostDuringARoundTakesNothingFromTheOthers) {
  EdgeServer server(options());
  const std::size_t count = limits::kFlushesPerTurn + 60;  // a round takes more than one turn
  auto members = listeners(server, count);
  const auto outsider = connected(server);
  constexpr int kRounds = 60;
  for (int round = 0; round < kRounds; ++round) {
    outsider->text("audience " + std::to_string(round));
    for (const std::size_t step : {7U, 31U, 53U}) {
      const std::size_t place = (static_cast<std::size_t>(round) * step) % members.size();
      members[place]->reset();
      members.erase(members.begin() + static_cast<std::ptrdiff_t>(place));
    }
  }
  for (const auto& member : members) {
    for (int round = 0; round < kRounds;) {
      const std::string payload = member->read_frame().payload;
      if (payload == "left") continue;
      ASSERT_EQ(payload, std::to_string(round));
      ++round;
    }
  }
}

TEST_P(FanoutTest, ASlowMemberIsToldToComeBackWhileTheOthersMissNothing) {
  ListenerOptions small = options();
  small.outbox_bytes = 4 * kTold;
  EdgeServer server(small);
  const auto slow = listening(server, 4096);
  const auto members = listeners(server, 4);
  Counter& dropped = server.metrics.counter("roundtable_sockets_slow_total", "");
  const std::string text(kTold, 'b');
  int rounds = 0;
  for (; dropped.value() == 0 && rounds < 400; ++rounds) {
    members[0]->text("audience " + text);
    for (const auto& member : members) ASSERT_EQ(member->read_frame().payload, text);
  }
  EXPECT_GT(rounds, 4);
  std::string got;
  for (RawFrame frame = slow->read_frame(); frame.opcode != opcode::kClose; frame = slow->read_frame()) {
    ASSERT_EQ(frame.payload, text) << "a begun frame must be completed before the close";
  }
  EXPECT_EQ(dropped.value(), 1U);
}

TEST_P(FanoutTest, WhatWaitsForASlowMemberComesWholeAndInOrder) {
  const EdgeServer server(options());
  const auto slow = listening(server, 4096);
  const auto quick = listening(server);
  constexpr int kFrames = 250;  // of 3 KiB: more than the kernel keeps for it, less than the outbox may hold
  const std::string filling(3 * 1024, '.');
  for (int number = 0; number < kFrames; ++number) {
    quick->text("audience " + std::to_string(number) + filling);
    ASSERT_EQ(quick->read_frame().payload, std::to_string(number) + filling);
  }
  for (int number = 0; number < kFrames; ++number) {
    ASSERT_EQ(slow->read_frame().payload, std::to_string(number) + filling);
  }
}

TEST_P(FanoutTest, SocketsOfAllLoopsAreClosedByAStop) {
  EdgeServer server(options());
  const auto members = listeners(server, 5);
  auto stopped = server.stop();
  for (const auto& member : members) {
    EXPECT_EQ(member->read_close_code(), close_code::kRestart);
    member->close(close_code::kRestart);
  }
  EXPECT_EQ(stopped.wait_for(10s), std::future_status::ready);
  EXPECT_EQ(server.metrics.gauge("roundtable_sockets", "").value(), 0);
}

TEST_P(FanoutTest, AMessageUpMayBeLongOnEveryLoop) {
  const EdgeServer server(options());
  std::vector<std::unique_ptr<RawClient>> clients;  // the end of one would be told to the next
  for (int number = 0; number < 3; ++number) {
    clients.push_back(connected(server));
    RawClient* client = clients.back().get();
    const std::string large(64 * 1024, 'x');
    for (int message = 0; message < 5; ++message) client->text(large);
    for (int message = 0; message < 5; ++message) EXPECT_EQ(client->read_frame().payload, large);
  }
}

/// Lines without a listener, on a loop that nobody runs.
struct Lines : LineOwner {
  void on_text(std::string_view /*text*/) override {}
  void on_end() override {}

  explicit Lines(std::size_t count) {
    while (lines.size() < count) {
      pairs.push_back(std::make_unique<SocketPair>(SOCK_STREAM));
      lines.push_back(std::make_unique<SocketLine>(*loop, *this, ::dup(pairs.back()->near_end()), DeflateTerms{}));
      part->join(*lines.back());
    }
  }
  ~Lines() {
    for (const auto& line : lines) line->end();
  }
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  void tell(std::string_view text) const {
    part->tell(framed(text), {});
    part->deliver(lines.size());
  }

  boost::asio::io_context io;
  Metrics registry;
  EdgeMetrics metrics{registry};
  ListenerOptions options;
  std::shared_ptr<SocketLoop> loop = std::make_shared<SocketLoop>(io, false, options, metrics);
  std::shared_ptr<AudiencePart> part = std::make_shared<AudiencePart>(*loop);
  std::vector<std::unique_ptr<SocketPair>> pairs;
  std::vector<std::unique_ptr<SocketLine>> lines;
};

TEST(AudiencePart, WhoIsFoundLostAfterAllWereReachedLeavesTheOthersTheirPlaces) {
  Lines three(3);
  three.pairs[0]->hang_up();
  three.tell("one");
  EXPECT_TRUE(three.lines[0]->has_ended());
  three.lines[2]->end();
  three.tell("two");
  EXPECT_EQ(three.pairs[1]->read(), std::string(framed("one")->wire()) + std::string(framed("two")->wire()));
  EXPECT_EQ(three.pairs[2]->read(), framed("one")->wire());
}

struct Item {
  int number = 0;
  WheelPlace wheel_place{};
};

TEST(TimerWheel, AnItemIsDueAtTheFirstStepThatIsNotBeforeItsMoment) {
  const SteadyTime begin{};
  TimerWheel<Item> wheel(10ms, begin);
  std::vector<Item> items{{1}, {2}, {3}, {4}};
  wheel.set(items[0], begin + 10ms);
  wheel.set(items[1], begin + 11ms);
  wheel.set(items[2], begin + 1h);  // beyond its reach: at its end
  wheel.set(items[3], begin + 20ms);
  wheel.set(items[3], begin + 40ms);
  std::vector<std::pair<int, int>> due;
  for (int step = 1; step <= 64; ++step) {
    wheel.turn([&](const Item& item) { due.emplace_back(step, item.number); });
  }
  EXPECT_EQ(due, (std::vector<std::pair<int, int>>{{1, 1}, {2, 2}, {4, 4}, {63, 3}}));
}

TEST(TimerWheel, AnItemMaySetAndRemoveOthersWhileItIsDue) {
  const SteadyTime begin{};
  TimerWheel<Item> wheel(10ms, begin);
  std::vector<Item> items{{0}, {1}, {2}};
  for (Item& item : items) wheel.set(item, begin + 10ms);
  std::vector<int> due;
  for (int step = 0; step < 3; ++step) {
    wheel.turn([&](Item& item) {
      due.push_back(item.number);
      if (item.number == 2) wheel.remove(items[0]);
      if (item.number == 1) wheel.set(item, wheel.next_turn());
    });
  }
  EXPECT_EQ(due, (std::vector<int>{2, 1, 1, 1}));
}

}  // namespace
}  // namespace roundtable::server::test
