// Ends the sockets that connect and do not say hello.
#pragma once

#include <cstdint>
#include <list>
#include <memory>

#include "server/room.hpp"

namespace roundtable::server {

/// One timer for all: they are due in the order in which they came.
class HelloDeadlines : public std::enable_shared_from_this<HelloDeadlines> {
 public:
  class Silent {
   public:
    virtual ~Silent() = default;
    virtual void hello_is_late() = 0;  // its place is gone already
  };
  struct Due {
    Silent* silent = nullptr;
    std::int64_t at_ms = 0;
  };
  using Place = std::list<Due>::iterator;

  explicit HelloDeadlines(RoomWorld& world) : world_(world) {}
  Place add(Silent& silent);
  void remove(Place place) { waiting_.erase(place); }

 private:
  void set_timer();
  void end_the_late();

  RoomWorld& world_;
  std::list<Due> waiting_;
  bool is_timer_set_ = false;
};

}  // namespace roundtable::server
