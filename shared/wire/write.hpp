// Typed values to JSON text, straight from the list of fields. Empty text, empty lists, false, "none" ids, absent
// optionals and "not stated" are left out inside of structs: a reader takes what is absent for exactly that.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/event.hpp"

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
    } else if constexpr (core::HasFields<T>) {
      object(value);
    } else {
      container(value);
    }
  }

  /// `"name":value`, with the comma before it where one is needed; nothing for a value that is left out.
  template <class T>
  void member(std::string_view name, const T& value) {
    if (is_left_out(value)) return;
    key(name);
    write(value);
  }
  void key(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    append_quoted(out_, name);
    out_ += ':';
  }
  /// The fields of `value` as members of the object that is open.
  template <class T>
  void members(const T& value) {
    core::for_each_field(value, [&](std::string_view name, const auto& each) { member(name, each); });
  }

 private:
  template <class T>
  bool is_left_out(const T& value) const {
    if constexpr (requires { value.has_value(); }) {
      return !value.has_value();
    } else if (leaving_ == Leaving::absent_optionals) {
      return false;
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

  void number(std::int64_t value) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out_.append(digits.data(), end.ptr);
  }

  void words(const core::Words& value) {
    if (words_ != nullptr) {
      (*words_)(out_, value);
    } else {
      append_quoted(out_, value.text);
    }
  }

  void roles(core::Roles value) {
    out_ += '[';
    for (std::size_t index = 0; index < core::Names<core::Role>::all.size(); ++index) {
      if (!value.has(static_cast<core::Role>(index))) continue;
      if (out_.back() != '[') out_ += ',';
      append_quoted(out_, core::Names<core::Role>::all[index]);
    }
    out_ += ']';
  }

  template <class T>
  void object(const T& value) {
    out_ += '{';
    members(value);
    out_ += '}';
  }

  template <class T>
  void container(const std::optional<T>& value) {
    write(*value);
  }
  template <class T>
  void container(const std::vector<T>& values) {
    list(values);
  }
  template <class T, std::size_t size>
  void container(const std::array<T, size>& values) {
    list(values);
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
      if (out_.back() != '{') out_ += ',';
      if constexpr (IsId<Key>::value) {
        out_ += '"';
        number(name.value);
        out_ += '"';
      } else {
        append_quoted(out_, name);
      }
      out_ += ':';
      write(each);
    }
    out_ += '}';
  }

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
