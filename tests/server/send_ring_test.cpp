#include "server/send_ring.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <memory>
#include <string>
#include <vector>

#include "socket_pair.hpp"

namespace roundtable::server::test {
namespace {

/// Texts as the kernel wants them; they stay with it.
struct Pieces {
  explicit Pieces(std::vector<std::string> given) : texts(std::move(given)) {
    for (std::string& text : texts) list.push_back({text.data(), text.size()});
  }
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;
  std::vector<std::string> texts;
  std::vector<iovec> list;
};

class SendRingTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!ring) GTEST_SKIP() << "this kernel has no ring for us";
  }
  const std::unique_ptr<SendRing> ring = SendRing::open();
};

TEST_F(SendRingTest, SaysOfEachSendInTheirOrderHowItWent) {
  const SocketPair whole(SOCK_STREAM);
  const SocketPair full(SOCK_STREAM);
  SocketPair gone(SOCK_STREAM);
  const SocketPair gathered(SOCK_SEQPACKET);
  const std::string filling(64 * 1024, '.');
  while (::send(full.near_end(), filling.data(), filling.size(), MSG_DONTWAIT) > 0) {
  }
  gone.hang_up();
  const Pieces one({"one"});
  const Pieces three({"first ", "second ", "third"});
  ring->add(gone.near_end(), one.list);
  ring->add(whole.near_end(), one.list);
  ring->add(full.near_end(), one.list);
  ring->add(gathered.near_end(), three.list);
  const auto taken = ring->leave();
  EXPECT_EQ(std::vector<ssize_t>(taken.begin(), taken.end()), (std::vector<ssize_t>{-EPIPE, 3, -EAGAIN, 18}));
  EXPECT_EQ(whole.read(), "one");
  EXPECT_EQ(gathered.read(), "first second third") << "in one write";
  EXPECT_TRUE(ring->works());
}

TEST_F(SendRingTest, SaysHowMuchASlowReceiversBufferTook) {
  const SocketPair pair(SOCK_STREAM);
  const Pieces large({std::string(256 * 1024, 'x')});
  ring->add(pair.near_end(), large.list);
  const ssize_t taken = ring->leave()[0];
  EXPECT_GT(taken, 0);
  EXPECT_LT(taken, 256 * 1024);
}

TEST_F(SendRingTest, TakesAsManyAgainAfterAFullOneHasLeft) {
  std::vector<std::unique_ptr<SocketPair>> pairs;
  while (pairs.size() < 64) pairs.push_back(std::make_unique<SocketPair>(SOCK_STREAM));
  const std::size_t each = limits::kSendsAtOnce / pairs.size();
  const Pieces letter({"x"});
  for (int round = 0; round < 3; ++round) {
    for (std::size_t at = 0; !ring->is_full(); ++at) ring->add(pairs[at % pairs.size()]->near_end(), letter.list);
    const auto taken = ring->leave();
    EXPECT_EQ(std::vector<ssize_t>(taken.begin(), taken.end()), std::vector<ssize_t>(limits::kSendsAtOnce, 1));
    for (const auto& pair : pairs) EXPECT_EQ(pair->read(), std::string(each, 'x'));
  }
  EXPECT_TRUE(ring->leave().empty());
}

}  // namespace
}  // namespace roundtable::server::test
