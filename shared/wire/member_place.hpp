// Where a member lies in an object of any type.
#pragma once

#include <cstddef>
#include <cstdint>

namespace roundtable::wire {

#if defined(__clang__)

/// Two bytes a member instead of a function: two thousand members are on every phone.
class MemberPlace {
 public:
  template <class T, auto member>
  static constexpr MemberPlace of() {
    static_assert(sizeof(T) <= UINT16_MAX);
    // The compiler works out such a condition where it would refuse the bare expression as a constant.
#define ROUNDTABLE_OFFSET reinterpret_cast<std::size_t>(&(static_cast<T*>(nullptr)->*member))
    return MemberPlace(__builtin_constant_p(ROUNDTABLE_OFFSET) ? ROUNDTABLE_OFFSET : ROUNDTABLE_OFFSET);
#undef ROUNDTABLE_OFFSET
  }
  void* in(void* object) const {
    return static_cast<std::byte*>(object) + offset_;
  }
  const void* in(const void* object) const {
    return static_cast<const std::byte*>(object) + offset_;
  }

 private:
  explicit constexpr MemberPlace(std::size_t offset) : offset_(static_cast<std::uint16_t>(offset)) {}

  std::uint16_t offset_;
};

#else

class MemberPlace {
 public:
  template <class T, auto member>
  static constexpr MemberPlace of() {
    return MemberPlace(at<T, member>);
  }
  void* in(void* object) const { return at_(object); }
  const void* in(const void* object) const { return at_(const_cast<void*>(object)); }

 private:
  using At = void* (*)(void* object);
  explicit constexpr MemberPlace(At given) : at_(given) {}
  template <class T, auto member>
  static void* at(void* object) {
    return &(static_cast<T*>(object)->*member);
  }

  At at_;
};

#endif

}  // namespace roundtable::wire
