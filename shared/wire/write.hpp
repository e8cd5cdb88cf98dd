// Typed values to JSON text, straight from the list of fields. Empty text, empty lists, false, "none" ids, absent
// optionals and "not stated" are left out inside of structs: a reader takes what is absent for exactly that.
//
// A struct is a constant table of its fields; the code is made once a kind of value.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/event.hpp"
#include "wire/member_place.hpp"

namespace roundtable::wire {

/// Appends `text` as a JSON string.
void append_quoted(std::string& out, std::string_view text);

/// In what is made for a page: null where there is nothing, instead of leaving the member out.
template <class T>
struct Nullable {
  std::optional<T> value;
  Nullable() = default;
  Nullable(T given) : value(std::move(given)) {}
  Nullable(std::optional<T> given) : value(std::move(given)) {}
};
template <class T>
struct IsNullable : std::false_type {};
template <class T>
struct IsNullable<Nullable<T>> : std::true_type {};

/// Pages get every member but absent optionals.
enum class Leaving : std::uint8_t { what_is_empty, absent_optionals };

/// What stands in the text in place of a person's words; by default the words themselves.
using WordsWriter = std::function<void(std::string& out, const core::Words& words)>;

template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<core::Id<Tag>> : std::true_type {};
template <class T>
struct IsOrNull : std::false_type {};
template <class AnyId>
struct IsOrNull<core::OrNull<AnyId>> : std::true_type {};

class Writer {
 public:
  explicit Writer(std::string& out, const WordsWriter* words = nullptr, Leaving leaving = Leaving::what_is_empty)
      : out_(out), words_(words), leaving_(leaving) {}

  template <class T>
  void write(const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      out_ += value ? "true" : "false";
    } else if constexpr (std::is_integral_v<T>) {
      number(static_cast<std::int64_t>(value));
    } else if constexpr (core::Named<T>) {
      append_quoted(out_, core::name_of(value));
    } else if constexpr (IsId<T>::value) {
      number(value.value);
    } else if constexpr (IsOrNull<T>::value) {
      value.id ? number(value.id.value) : void(out_ += "null");
    } else if constexpr (IsNullable<T>::value) {
      value.value ? write(*value.value) : void(out_ += "null");
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
      append_quoted(out_, value);
    } else if constexpr (std::is_same_v<T, core::Words>) {
      words(value);
    } else if constexpr (std::is_same_v<T, core::Roles>) {
      roles(value);
    } else if constexpr (std::is_same_v<T, core::PollChoice>) {
      poll_choice(value);
    } else if constexpr (core::HasFields<T>) {
      out_ += '{';
      members(value);
      out_ += '}';
    } else {
      container(value);
    }
  }

  /// `"name":value`, with the comma before it where one is needed; nothing for a value that is left out.
  template <class T>
  void member(std::string_view name, const T& value) {
    member(name, &value, how<T>);
  }
  void key(std::string_view name);
  /// The fields of `value` as members of the object that is open.
  template <class T>
  void members(const T& value) {
    members(&value, rows<T>);
  }

 private:
  /// How values of one type are written: the same for every field that has it.
  struct How {
    void (*write)(Writer&, const void*);
    bool (*is_empty)(const void*);
    bool is_optional;
  };
  struct FieldRow {
    const char* name;
    MemberPlace place;
    const How* how;
  };

  template <class T, class Field>
  using MemberOf = std::remove_reference_t<decltype(std::declval<T&>().*std::remove_cvref_t<Field>::member)>;
  template <class T>
  static void write_any(Writer& writer, const void* value) {
    writer.write(*static_cast<const T*>(value));
  }
  template <class T>
  static constexpr bool is_optional = requires(const T& value) {
    value.has_value();
  };
  template <class T>
  static bool is_empty(const void* given) {
    [[maybe_unused]] const T& value = *static_cast<const T*>(given);
    if constexpr (is_optional<T>) {
      return !value.has_value();
    } else if constexpr (std::is_same_v<T, bool>) {
      return !value;
    } else if constexpr (IsId<T>::value) {
      return !value;
    } else if constexpr (std::is_same_v<T, core::StakeholderGroup> || std::is_same_v<T, core::RegionalGroup> ||
                         std::is_same_v<T, core::Modality>) {
      return value == T::not_stated;
    } else if constexpr (std::is_same_v<T, core::TurnKind>) {
      return value == core::TurnKind::intervention;
    } else if constexpr (requires { value.empty(); }) {
      return value.empty();
    } else {
      return false;
    }
  }
  template <class T>
  static constexpr How how{&Writer::write_any<T>, &Writer::is_empty<T>, is_optional<T>};

  template <class T>
  static constexpr auto rows = T::fields()([](const auto&... each) {
    return std::array<FieldRow, sizeof...(each)>{
        FieldRow{each.name.data(), MemberPlace::of<T, std::remove_cvref_t<decltype(each)>::member>(),
                 &how<MemberOf<T, decltype(each)>>}...};
  });
  void member(std::string_view name, const void* value, const How& how);
  void members(const void* object, std::span<const FieldRow> rows);
  void array(const void* first, std::size_t count, std::size_t size, const How& how);
  void number(std::int64_t value);
  void words(const core::Words& value);
  void roles(core::Roles value);
  /// In the journal its text is a part, like words of people.
  void poll_choice(const core::PollChoice& value);

  template <class T>
  void container(const std::optional<T>& value) {
    write(*value);
  }
  template <class T>
  void container(const core::Boxed<T>& value) {
    write(*value);
  }
  template <class T>
  void container(const std::vector<T>& values) {
    if constexpr (std::is_same_v<T, bool>) {
      list(values);
    } else {
      array(values.data(), values.size(), sizeof(T), how<T>);
    }
  }
  template <class T, std::size_t size>
  void container(const std::array<T, size>& values) {
    array(values.data(), size, sizeof(T), how<T>);
  }
  template <class T>
  void container(const std::set<T>& values) {
    list(values);
  }
  template <class Values>
  void list(const Values& values) {
    out_ += '[';
    bool is_first = true;
    for (const auto& each : values) {
      if (!is_first) out_ += ',';
      is_first = false;
      write(each);
    }
    out_ += ']';
  }
  template <class Key, class T>
  void container(const std::map<Key, T>& values) {
    out_ += '{';
    for (const auto& [name, each] : values) {
      if constexpr (IsId<Key>::value) {
        key(name.value);
      } else {
        key(name);
      }
      write(each);
    }
    out_ += '}';
  }
  void key(std::uint32_t id);

  std::string& out_;
  const WordsWriter* words_;
  Leaving leaving_;
};

template <class T>
std::string to_text(const T& value) {
  std::string out;
  Writer(out).write(value);
  return out;
}

}  // namespace roundtable::wire
