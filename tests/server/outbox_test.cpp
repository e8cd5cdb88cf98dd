#include "server/outbox.hpp"

#include <gtest/gtest.h>
#include <sys/uio.h>

#include <string>
#include <vector>

#include "socket_pair.hpp"

namespace roundtable::server::test {
namespace {

struct Burst {
  explicit Burst(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      frames.push_back(framed(text));
      wire += frames.back()->wire();
    }
    for (const Frame& frame : frames) {
      pieces.push_back({const_cast<char*>(frame->wire().data()), frame->wire().size()});
    }
  }
  Batch batch() const { return {frames, pieces, wire.size()}; }
  std::vector<Frame> frames;
  std::vector<iovec> pieces;
  std::string wire;
};

TEST(Outbox, WhatIsQueuedMeanwhileLeavesInOneWrite) {
  const SocketPair pair(SOCK_SEQPACKET);
  const Burst burst({"one", "two", "three"});
  Outbox outbox;
  for (const Frame& frame : burst.frames) outbox.push(frame);
  EXPECT_EQ(outbox.queued_bytes(), burst.wire.size());
  EXPECT_EQ(outbox.flush(pair.near_end()), Outbox::Left::nothing);
  EXPECT_EQ(pair.read(), burst.wire);
  EXPECT_TRUE(outbox.empty());
}

TEST(Outbox, ABatchLeavesInOneWriteAndLeavesNoReference) {
  const SocketPair pair(SOCK_SEQPACKET);
  const Burst burst({"one", "two", "three"});
  Outbox outbox;
  EXPECT_EQ(outbox.send(burst.batch(), pair.near_end()), Outbox::Left::nothing);
  EXPECT_EQ(pair.read(), burst.wire);
  for (const Frame& frame : burst.frames) EXPECT_EQ(frame.use_count(), 1);
  EXPECT_EQ(outbox.take_sent_bytes(), burst.wire.size());
}

TEST(Outbox, ABatchGoesBehindWhatIsQueued) {
  const SocketPair pair(SOCK_SEQPACKET);
  const Burst burst({"one", "two"});
  Outbox outbox;
  outbox.push(framed("zero"));
  EXPECT_EQ(outbox.send(burst.batch(), pair.near_end()), Outbox::Left::nothing);
  EXPECT_EQ(pair.read(), std::string(framed("zero")->wire()) + burst.wire);
}

TEST(Outbox, WhatTheKernelDoesNotTakeIsSentLaterByteForByte) {
  const SocketPair pair(SOCK_STREAM);
  std::vector<std::string> texts;
  for (std::size_t size = 0; size < 200; ++size)
    texts.push_back(std::string(size * 7, static_cast<char>('a' + size % 26)));
  const Burst burst(texts);
  Outbox outbox;
  ASSERT_EQ(outbox.send(burst.batch(), pair.near_end()), Outbox::Left::kernel_is_full);
  EXPECT_GT(outbox.queued_bytes(), 0U);
  EXPECT_LT(outbox.bytes_behind_first(), outbox.queued_bytes());
  std::string got;
  for (Outbox::Left left = Outbox::Left::kernel_is_full; left == Outbox::Left::kernel_is_full;) {
    got += pair.read();
    left = outbox.flush(pair.near_end());
    ASSERT_NE(left, Outbox::Left::line_is_broken);
  }
  for (std::string more = pair.read(); !more.empty(); more = pair.read()) got += more;
  EXPECT_EQ(got, burst.wire);
  EXPECT_EQ(outbox.queued_bytes(), 0U);
}

TEST(Outbox, DroppingWhatWaitsLeavesABegunFrameWhole) {
  const SocketPair pair(SOCK_STREAM);
  const Burst burst({std::string(200'000, 'a'), "dropped", "dropped too"});
  Outbox outbox;
  ASSERT_EQ(outbox.send(burst.batch(), pair.near_end()), Outbox::Left::kernel_is_full);
  outbox.drop_waiting();
  outbox.push(framed("last"));
  std::string got;
  for (Outbox::Left left = Outbox::Left::kernel_is_full; left == Outbox::Left::kernel_is_full;) {
    got += pair.read();
    left = outbox.flush(pair.near_end());
  }
  for (std::string more = pair.read(); !more.empty(); more = pair.read()) got += more;
  EXPECT_EQ(got, std::string(burst.frames[0]->wire()) + std::string(framed("last")->wire()));
}

TEST(Outbox, ABrokenLineIsSaid) {
  SocketPair pair(SOCK_STREAM);
  pair.hang_up();
  Outbox outbox;
  outbox.push(framed("one"));
  EXPECT_EQ(outbox.flush(pair.near_end()), Outbox::Left::line_is_broken);
}

}  // namespace
}  // namespace roundtable::server::test
