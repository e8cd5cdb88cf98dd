// One of many types. Copying, moving and destroying a plain variant of a hundred types was the larger part of what
// every file cost the compiler; here that is made in one source file: `extern template` in the header that lists the
// types, `template struct` in its source.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <variant>

namespace roundtable::core {

template <class Variant>
struct OneOf;

template <class... Types>
struct OneOf<std::variant<Types...>> : std::variant<Types...> {
  using Variant = std::variant<Types...>;

  OneOf();
  OneOf(const OneOf& other);
  OneOf(OneOf&& other) noexcept;
  OneOf& operator=(const OneOf& other);
  OneOf& operator=(OneOf&& other) noexcept;
  ~OneOf();

  template <class Type>
  requires(std::is_same_v<Type, Types> || ...) OneOf(Type value) : OneOf(position<Type>(), &value) {}

  bool operator==(const OneOf& other) const;

 private:
  /// Moves from what `value` points to, which is of the type at `position`.
  OneOf(std::size_t position, void* value);

  template <class Type>
  static constexpr std::size_t position() {
    std::size_t before = 0;
    static_cast<void>(((std::is_same_v<Type, Types> || (++before, false)) || ...));
    return before;
  }
};

template <class... Types>
OneOf<std::variant<Types...>>::OneOf() = default;
template <class... Types>
OneOf<std::variant<Types...>>::OneOf(const OneOf& other) = default;
template <class... Types>
OneOf<std::variant<Types...>>::OneOf(OneOf&& other) noexcept = default;
template <class... Types>
OneOf<std::variant<Types...>>& OneOf<std::variant<Types...>>::operator=(const OneOf& other) {
  return *this = OneOf(other);
}
template <class... Types>
OneOf<std::variant<Types...>>& OneOf<std::variant<Types...>>::operator=(OneOf&& other) noexcept = default;
template <class... Types>
OneOf<std::variant<Types...>>::~OneOf() = default;

template <class... Types>
OneOf<std::variant<Types...>>::OneOf(std::size_t position, void* value) {
  using Take = void (*)(Variant&, void*);
  static constexpr std::array<Take, sizeof...(Types)> take{
      [](Variant& to, void* from) { to.template emplace<Types>(std::move(*static_cast<Types*>(from))); }...};
  take[position](*this, value);
}

template <class... Types>
bool OneOf<std::variant<Types...>>::operator==(const OneOf& other) const {
  return static_cast<const Variant&>(*this) == static_cast<const Variant&>(other);
}

}  // namespace roundtable::core
