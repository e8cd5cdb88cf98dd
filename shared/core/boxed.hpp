// A value, or none, that may be of the type it stands in: a state keeps an earlier state. It never changes, so that
// copies share it.
#pragma once

#include <memory>
#include <utility>

namespace roundtable::core {

template <class T>
class Boxed {
 public:
  Boxed() = default;
  explicit Boxed(T value) : value_(std::make_shared<const T>(std::move(value))) {}

  bool has_value() const { return value_ != nullptr; }
  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }

  friend bool operator==(const Boxed& one, const Boxed& other) {
    if (one.value_ == other.value_) return true;
    return one.value_ && other.value_ && *one.value_ == *other.value_;
  }

 private:
  std::shared_ptr<const T> value_;
};

}  // namespace roundtable::core
