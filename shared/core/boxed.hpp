// A value, or none, that may be of the type it stands in: a state keeps an earlier state. It never changes, so that
// copies share it. Counted by itself: the library's shared pointer brings the machinery of its types' names to phones.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace roundtable::core {

template <class T>
class Boxed {
 public:
  Boxed() = default;
  explicit Boxed(T value) : box_(new Box(std::move(value))) {}
  Boxed(const Boxed& other) noexcept : box_(other.box_) {
    if (box_ != nullptr) box_->holders.fetch_add(1, std::memory_order_relaxed);
  }
  Boxed(Boxed&& other) noexcept : box_(std::exchange(other.box_, nullptr)) {}
  Boxed& operator=(Boxed other) noexcept {
    std::swap(box_, other.box_);
    return *this;
  }
  ~Boxed() {
    if (box_ != nullptr && box_->holders.fetch_sub(1, std::memory_order_acq_rel) == 1) delete box_;
  }

  bool has_value() const { return box_ != nullptr; }
  const T& operator*() const { return box_->value; }
  const T* operator->() const { return &box_->value; }

  friend bool operator==(const Boxed& one, const Boxed& other) {
    if (one.box_ == other.box_) return true;
    return one.box_ != nullptr && other.box_ != nullptr && one.box_->value == other.box_->value;
  }

 private:
  struct Box {
    explicit Box(T given) : value(std::move(given)) {}
    const T value;
    std::atomic<std::uint32_t> holders = 1;
  };

  Box* box_ = nullptr;
};

}  // namespace roundtable::core
