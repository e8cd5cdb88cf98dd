// Each struct names its fields once, in `fields()`; the JSON codec and the digest come from that list.
#pragma once

#include <string_view>
#include <tuple>
#include <utility>

namespace roundtable::core {

template <class Owner, class Value>
struct Field {
  std::string_view name;
  Value Owner::*member;
};

template <class Owner, class Value>
constexpr Field<Owner, Value> field(std::string_view name, Value Owner::*member) {
  return {name, member};
}

template <class T>
concept HasFields = requires {
  T::fields();
};

/// Calls `visit(name, value)` for every field of `object`, in the order in which they are named.
template <class T, class Visit>
constexpr void for_each_field(T& object, Visit&& visit) {
  std::apply([&](const auto&... each) { (visit(each.name, object.*(each.member)), ...); },
             std::remove_const_t<T>::fields());
}

}  // namespace roundtable::core
