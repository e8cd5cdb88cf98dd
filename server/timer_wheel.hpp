// Looks after many things that each rest for some seconds, with one timer for all.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace roundtable::server {

using SteadyTime = std::chrono::steady_clock::time_point;

/// Held by what the wheel looks after; 8 bytes each, the slots apart.
struct WheelPlace {
  static constexpr std::uint16_t kNowhere = 0xFFFF;
  std::uint16_t slot = kNowhere;
  std::uint32_t index = 0;
};

/// `Item` has a member `wheel_place`. Moments are rounded up to the wheel's step.
template <class Item>
class TimerWheel {
 public:
  TimerWheel(std::chrono::milliseconds step, SteadyTime now) : step_(step), turned_at_(now) {}

  std::chrono::milliseconds step() const { return step_; }

  /// In place of an earlier moment. A moment beyond the wheel's reach comes early, at its end.
  void set(Item& item, SteadyTime at) {
    remove(item);
    const auto steps = std::max<std::int64_t>(1, (at - turned_at_ + step_ - std::chrono::nanoseconds(1)) / step_);
    const auto reach = static_cast<std::int64_t>(slots_.size()) - 1;
    const auto slot = (now_ + static_cast<std::size_t>(std::min(steps, reach))) % slots_.size();
    item.wheel_place = {static_cast<std::uint16_t>(slot), static_cast<std::uint32_t>(slots_[slot].size())};
    slots_[slot].push_back(&item);
  }

  void remove(Item& item) {
    const WheelPlace place = item.wheel_place;
    if (place.slot == WheelPlace::kNowhere) return;
    std::vector<Item*>& slot = slots_[place.slot];
    slot[place.index] = slot.back();
    slot[place.index]->wheel_place.index = place.index;
    slot.pop_back();
    item.wheel_place = {};
  }

  /// One step on; `look` may set or remove any item.
  template <class Look>
  void turn(Look look) {
    turned_at_ += step_;
    now_ = (now_ + 1) % slots_.size();
    std::vector<Item*>& due = slots_[now_];
    while (!due.empty()) {
      Item& item = *due.back();
      remove(item);
      look(item);
    }
    if (due.capacity() > kKeptItems) std::vector<Item*>().swap(due);
  }
  SteadyTime next_turn() const { return turned_at_ + step_; }

 private:
  static constexpr std::size_t kKeptItems = 64;

  std::chrono::milliseconds step_;
  SteadyTime turned_at_;
  std::size_t now_ = 0;
  std::array<std::vector<Item*>, 64> slots_;
};

}  // namespace roundtable::server
