// Each struct names its fields once, in `fields()`; the JSON codec and the digest come from that list.
#pragma once

#include <string_view>
#include <utility>

namespace roundtable::core {

/// The member is part of the type, so that tables of fields are constants and no code.
template <auto its_member>
struct Field {
  static constexpr auto member = its_member;
  std::string_view name;  // of a literal: a zero stands behind it
};

template <auto member>
constexpr Field<member> field(std::string_view name) {
  return {name};
}

/// The fields of a struct in their order, for whoever says what to do with them: `T::fields()(use)` calls
/// `use(field...)`. A closure, because three hundred std::tuples cost every file seconds of compiling.
template <class... Fields>
constexpr auto field_list(Fields... fields) {
  return [fields...](const auto& use) { return use(fields...); };
}

template <class T>
concept HasFields = requires {
  T::fields();
};

/// Calls `visit(name, value)` for every field of `object`, in the order in which they are named.
template <class T, class Visit>
constexpr void for_each_field(T& object, Visit&& visit) {
  std::remove_const_t<T>::fields()([&](const auto&... each) { (visit(each.name, object.*(each.member)), ...); });
}

}  // namespace roundtable::core
