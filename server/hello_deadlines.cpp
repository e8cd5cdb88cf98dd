#include "server/hello_deadlines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "server/room_limits.hpp"

namespace roundtable::server {

HelloDeadlines::Place HelloDeadlines::add(Silent& silent) {
  waiting_.push_back({&silent, world_.clock() + limits::kHelloMs});
  set_timer();
  return std::prev(waiting_.end());
}

void HelloDeadlines::set_timer() {
  if (waiting_.empty() || std::exchange(is_timer_set_, true)) return;
  // The clock of the wall may have been set meanwhile.
  const std::int64_t delay_ms = std::clamp<std::int64_t>(waiting_.front().at_ms - world_.clock(), 0, limits::kHelloMs);
  world_.after(delay_ms, [weak = weak_from_this()] {
    if (const auto self = weak.lock()) self->end_the_late();
  });
}

void HelloDeadlines::end_the_late() {
  is_timer_set_ = false;
  const std::int64_t now_ms = world_.clock();
  while (!waiting_.empty() && waiting_.front().at_ms <= now_ms) {
    Silent& silent = *waiting_.front().silent;
    waiting_.pop_front();
    silent.hello_is_late();
  }
  set_timer();
}

}  // namespace roundtable::server
