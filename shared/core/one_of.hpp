// One of many types. A std::variant of a hundred and fifty types is a chain of as many unions whose names repeat the
// whole list: it was most of what compiling cost. Here the list has a short name of its own, the value lies in plain
// storage beside its index, and what differs by type stands in tables. Its special members are made in one source
// file: `extern template` in the header that lists the types, `template struct` in its source.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>
#include <tuple>
#include <type_traits>
#include <utility>

namespace roundtable::core {

/// A list of types; give it a name by deriving from it: `struct AnyEvent : Types<SessionCreated, ...> {};`.
template <class... Each>
struct Types {
  static constexpr std::size_t count = sizeof...(Each);
  static constexpr std::size_t size = std::max({sizeof(Each)...});
  static constexpr std::size_t alignment = std::max({alignof(Each)...});

  template <std::size_t index>
  using At = std::tuple_element_t<index, std::tuple<Each...>>;

  template <class Type>
  static constexpr bool has = (std::is_same_v<Type, Each> || ...);

  /// The place of `Type` in the list; of one that is not in it: `count`.
  template <class Type>
  static constexpr std::size_t position() {
    std::size_t before = 0;
    static_cast<void>(((std::is_same_v<Type, Each> || (++before, false)) || ...));
    return before;
  }

  /// A row for each type in the order of the list: what `Row<Type>::value` is.
  template <template <class> class Row>
  static constexpr auto table() {
    return std::array{Row<Each>::value...};
  }

  /// A row for each type and one use of it: what `Row<Use, Type>::value` is.
  template <template <class, class> class Row, class Use>
  static constexpr auto table_for() {
    return std::array{Row<Use, Each>::value...};
  }
};

// What to do with a value of unknown type, by the type that it has: a table for each, so that a program that never
// copies or compares carries no code for it.
template <class Type>
struct MakeOf {
  static void act(void* at) { new (at) Type(); }
  static constexpr auto value = act;
};
template <class Type>
struct CopyOf {
  static void act(void* at, const void* from) { new (at) Type(*static_cast<const Type*>(from)); }
  static constexpr auto value = act;
};
template <class Type>
struct MoveOf {
  static_assert(std::is_nothrow_move_constructible_v<Type>);
  static void act(void* at, void* from) { new (at) Type(std::move(*static_cast<Type*>(from))); }
  static constexpr auto value = act;
};
template <class Type>
struct DestroyOf {
  static void act(void* at) { static_cast<Type*>(at)->~Type(); }
  static constexpr auto value = act;
};
template <class Type>
struct EqualityOf {
  static bool act(const void* left, const void* right) {
    return *static_cast<const Type*>(left) == *static_cast<const Type*>(right);
  }
  static constexpr auto value = act;
};

template <class List>
struct OneOf {
  using Alternatives = List;

  /// The first type of the list, empty.
  OneOf();
  OneOf(const OneOf& other);
  OneOf(OneOf&& other) noexcept;
  OneOf& operator=(const OneOf& other);
  OneOf& operator=(OneOf&& other) noexcept;
  ~OneOf();

  template <class Type>
  requires(List::template has<Type>) OneOf(Type value) : OneOf(List::template position<Type>(), &value) {}

  bool operator==(const OneOf& other) const;

  /// Which of the list it is.
  std::size_t index() const { return index_; }

  /// An empty value of the type at `index` in place of what was.
  template <std::size_t index>
  auto& emplace() {
    become(index);
    return *static_cast<typename List::template At<index>*>(data());
  }

  const void* data() const { return storage_; }
  void* data() { return storage_; }

 private:
  /// Moves from what `value` points to, which is of the type at `index`.
  OneOf(std::size_t index, void* value);
  void become(std::size_t index);

  std::size_t index_ = 0;
  alignas(List::alignment) std::byte storage_[List::size];
};

template <class List, template <class> class Act>
inline constexpr auto acts = List::template table<Act>();

template <class List>
OneOf<List>::OneOf() {
  acts<List, MakeOf>[index_](storage_);
}
template <class List>
OneOf<List>::OneOf(const OneOf& other) : index_(other.index_) {
  acts<List, CopyOf>[index_](storage_, other.storage_);
}
template <class List>
OneOf<List>::OneOf(OneOf&& other) noexcept : index_(other.index_) {
  acts<List, MoveOf>[index_](storage_, other.storage_);
}
template <class List>
OneOf<List>::OneOf(std::size_t index, void* value) : index_(index) {
  acts<List, MoveOf>[index_](storage_, value);
}
template <class List>
OneOf<List>& OneOf<List>::operator=(const OneOf& other) {
  return *this = OneOf(other);
}
template <class List>
OneOf<List>& OneOf<List>::operator=(OneOf&& other) noexcept {
  if (this == &other) return *this;
  acts<List, DestroyOf>[index_](storage_);
  index_ = other.index_;
  acts<List, MoveOf>[index_](storage_, other.storage_);
  return *this;
}
template <class List>
OneOf<List>::~OneOf() {
  acts<List, DestroyOf>[index_](storage_);
}
template <class List>
bool OneOf<List>::operator==(const OneOf& other) const {
  return index_ == other.index_ && acts<List, EqualityOf>[index_](storage_, other.storage_);
}
template <class List>
void OneOf<List>::become(std::size_t index) {
  acts<List, DestroyOf>[index_](storage_);
  index_ = index;
  acts<List, MakeOf>[index_](storage_);
}

template <class Type, class List>
requires(List::template has<Type>) bool holds(const OneOf<List>& one) {
  return one.index() == List::template position<Type>();
}

/// Null when it is of another type.
template <class Type, class List>
requires(List::template has<Type>) const Type* get_if(const OneOf<List>* one) {
  return holds<Type>(*one) ? static_cast<const Type*>(one->data()) : nullptr;
}
template <class Type, class List>
requires(List::template has<Type>) Type* get_if(OneOf<List>* one) {
  return holds<Type>(*one) ? static_cast<Type*>(one->data()) : nullptr;
}

/// The caller knows that it is of this type.
template <class Type, class List>
requires(List::template has<Type>) const Type& get(const OneOf<List>& one) {
  return *get_if<Type>(&one);
}
template <class Type, class List>
requires(List::template has<Type>) Type& get(OneOf<List>& one) {
  return *get_if<Type>(&one);
}

template <class Use, class Type>
struct UseOf {
  using Result = std::invoke_result_t<Use&, const Type&>;
  static Result call(Use& use, const void* at) { return use(*static_cast<const Type*>(at)); }
  static constexpr auto value = call;
};
template <class Use, class Type>
struct ChangeBy {
  using Result = std::invoke_result_t<Use&, Type&>;
  static Result call(Use& use, void* at) { return use(*static_cast<Type*>(at)); }
  static constexpr auto value = call;
};

/// Calls `use` with the value as what it is; it answers the same type for each.
template <class Use, class List>
decltype(auto) visit(Use&& use, const OneOf<List>& one) {
  static constexpr auto uses = List::template table_for<UseOf, std::remove_reference_t<Use>>();
  return uses[one.index()](use, one.data());
}
template <class Use, class List>
decltype(auto) visit(Use&& use, OneOf<List>& one) {
  static constexpr auto uses = List::template table_for<ChangeBy, std::remove_reference_t<Use>>();
  return uses[one.index()](use, one.data());
}

}  // namespace roundtable::core
