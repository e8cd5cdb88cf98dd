// Fan-out: what many viewers get alike is framed once, posted once to each loop, and written from there.
#pragma once

#include <sys/uio.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "server/framed_bytes.hpp"
#include "server/outbox.hpp"

namespace roundtable::server {

class Peer;
class SocketLine;
class SocketLoop;

/// The members of one audience on one loop's thread. Frames wait here once for all of them; a member has only the
/// number of the next that it needs, so that what came in a burst leaves in one write a member.
class AudiencePart : public std::enable_shared_from_this<AudiencePart> {
 public:
  explicit AudiencePart(SocketLoop& loop) : loop_(loop) {}
  ~AudiencePart();
  AudiencePart(const AudiencePart&) = delete;
  AudiencePart& operator=(const AudiencePart&) = delete;

  void join(SocketLine& line);
  /// After what it was told; leave() is without.
  void let_go(SocketLine& line);
  void leave(SocketLine& line);
  void tell(Frame frame, const std::vector<SocketLine*>& except);
  /// Moves what waits for this member to its own queue, because something of its own follows.
  void catch_up(SocketLine& line);

  /// Writes what waits to at most so many members; how many it were.
  std::size_t deliver(std::size_t most);
  bool has_waiting() const { return !frames_.empty(); }

 private:
  struct Member {
    SocketLine* line = nullptr;
    std::uint64_t next = 0;  // number of the first frame that it has not got
  };

  std::uint64_t end() const { return first_ + frames_.size(); }
  void deliver_to(SocketLine& line, std::uint64_t from);
  void deliver_at_once(SocketLine& line);
  void send_gathered();
  void make_batch(std::uint64_t from, std::uint64_t to);
  void finish_round();

  SocketLoop& loop_;
  std::vector<Member> members_;
  std::vector<Frame> frames_;
  std::uint64_t first_ = 0;      // number of the first of `frames_`
  std::size_t reached_ = 0;      // members before it were reached in this round
  std::uint64_t round_end_ = 0;  // what all have after this round
  std::vector<iovec> pieces_;    // of the batch made last: mostly all need the same
  Batch batch_;
  std::uint64_t batch_from_ = 0;
  std::uint64_t batch_to_ = 0;
  std::vector<SocketLine*> gathered_;  // who gets it with the next call of the loop's ring, in the ring's order
};

/// Those who get the same frames, as the room sees them. On the rooms' thread.
class Audience {
 public:
  void add(Peer& peer);
  void remove(Peer& peer);
  bool empty() const { return direct_.empty() && parts_.empty(); }
  /// To all but `except`. A peer gets this and what Peer::send sends in the order of the calls.
  void send(const Frame& frame, const std::vector<Peer*>& except = {});
  /// How often something was sent.
  std::uint64_t sent() const { return sent_; }

 private:
  struct Part {
    SocketLoop* loop = nullptr;
    std::shared_ptr<AudiencePart> part;
    std::size_t members = 0;
  };

  std::vector<Part> parts_;  // one a loop; an empty one is dropped
  std::vector<Peer*> direct_;
  std::uint64_t sent_ = 0;
};

}  // namespace roundtable::server
