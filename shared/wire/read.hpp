// JSON to typed values. Commands are read strictly: each fault names its field; events and snapshots come from our own
// server and are read as they are.
//
// A struct is a constant table of its fields; the code is made once a kind of value. The browser fetches it: it is
// kept small.
#pragma once

#include <array>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "wire/json.hpp"
#include "wire/member_place.hpp"
#include "wire/write.hpp"

namespace roundtable::wire {

/// Finds the words behind what stands in their place in the journal; nothing when they were erased.
using WordsReader = std::function<std::optional<std::string>(const Json& in_place)>;

class Reader {
 public:
  Reader() = default;
  /// Of the journal: some parts are texts of JSON in their turn.
  explicit Reader(const WordsReader* words);

  /// The first fault: a JSON pointer and what would be right; empty when there was none.
  const std::string& fault() const { return fault_; }
  bool has_fault() const { return !fault_.empty(); }

  /// Fields of a command: ids, words, names and numbers must be there unless they are optional.
  template <class T>
  void command(const Json& json, T& value) {
    fields(json, value, Missing::is_a_fault);
  }
  template <class T>
  void members(const Json& json, T& value) {
    fields(json, value, Missing::is_empty);
  }

  template <class T>
  void read(const Json& json, T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      json.is_boolean() ? void(value = json.get<bool>()) : expect("true or false");
    } else if constexpr (std::is_integral_v<T>) {
      number(json, value);
    } else if constexpr (core::Named<T>) {
      named(json, value);
    } else if constexpr (IsId<T>::value) {
      number(json, value.value);
    } else if constexpr (IsOrNull<T>::value) {
      if (!json.is_null()) number(json, value.id.value);
    } else if constexpr (std::is_same_v<T, std::string>) {
      text(json, value);
    } else if constexpr (std::is_same_v<T, core::Words>) {
      words(json, value);
    } else if constexpr (std::is_same_v<T, core::Roles>) {
      roles(json, value);
    } else if constexpr (std::is_same_v<T, core::PollChoice>) {
      poll_choice(json, value);
    } else if constexpr (core::HasFields<T>) {
      json.is_object() ? members(json, value) : expect("an object");
    } else {
      container(json, value);
    }
  }

 private:
  /// How values of one type are read: the same for every field that has it.
  struct How {
    void (*read)(Reader&, const Json&, void*);
    bool is_required;
    bool is_truth;
  };
  struct FieldRow {
    const char* name;
    MemberPlace place;
    const How* how;
  };

  template <class T, class Field>
  using MemberOf = std::remove_reference_t<decltype(std::declval<T&>().*std::remove_cvref_t<Field>::member)>;
  template <class T>
  static void read_any(Reader& reader, const Json& json, void* value) {
    reader.read(json, *static_cast<T*>(value));
  }
  template <class T>
  static constexpr How how{&Reader::read_any<T>,
                           IsId<T>::value || std::is_same_v<T, core::Words> || core::Named<T> ||
                               std::is_same_v<T, core::PollChoice> ||
                               (std::is_integral_v<T> && !std::is_same_v<T, bool>) ||
                               (core::HasFields<T> && !std::is_same_v<T, core::Evidence>),
                           std::is_same_v<T, bool>};

  enum class Missing : std::uint8_t { is_a_fault, is_empty };
  template <class T>
  static constexpr auto rows = T::fields()([](const auto&... each) {
    return std::array<FieldRow, sizeof...(each)>{
        FieldRow{each.name.data(), MemberPlace::of<T, std::remove_cvref_t<decltype(each)>::member>(),
                 &how<MemberOf<T, decltype(each)>>}...};
  });
  template <class T>
  void fields(const Json& json, T& value, Missing missing) {
    fields(json, &value, rows<T>, missing);
  }
  void fields(const Json& json, void* object, std::span<const FieldRow> rows, Missing missing);
  void field(const Json& json, void* value, const FieldRow& row);
  void list(const Json& json, void* values, void* (*grow)(void* values), const How& how);
  void entries(const Json& json, void* values, void* (*entry)(void* values, const std::string& key), const How& how);
  /// The steps of the pointer to what is read now.
  std::size_t go_into(std::string_view step);
  void go_back(std::size_t before) { path_.resize(before); }
  void expect(std::string_view what);
  void fail(std::string_view below, std::string_view what);

  bool whole_number(const Json& json, std::int64_t least, std::int64_t most, std::int64_t& value);
  std::optional<std::size_t> one_of(const Json& json, const std::string_view* names, std::size_t size);
  void text(const Json& json, std::string& value);
  void words(const Json& json, core::Words& value);
  void roles(const Json& json, core::Roles& value);
  void poll_choice(const Json& json, core::PollChoice& value);

  template <class T>
  void number(const Json& json, T& value) {
    using Range = std::numeric_limits<std::conditional_t<sizeof(T) < sizeof(std::int64_t), T, std::int64_t>>;
    std::int64_t given = 0;
    if (whole_number(json, static_cast<std::int64_t>(Range::min()), static_cast<std::int64_t>(Range::max()), given)) {
      value = static_cast<T>(given);
    }
  }
  template <class T>
  void named(const Json& json, T& value) {
    const auto& all = core::Names<T>::all;
    if (const auto index = one_of(json, all.data(), all.size())) value = static_cast<T>(*index);
  }
  template <class T>
  void container(const Json& json, std::optional<T>& value) {
    if (json.is_null()) return;
    value.emplace();
    read(json, *value);
  }
  template <class T>
  void container(const Json& json, core::Boxed<T>& value) {
    if (json.is_null()) return;
    T boxed;
    read(json, boxed);
    value = core::Boxed<T>(std::move(boxed));
  }
  template <class T>
  void container(const Json& json, std::vector<T>& values) {
    list(
        json, &values, [](void* all) -> void* { return &static_cast<std::vector<T>*>(all)->emplace_back(); }, how<T>);
  }
  template <class T, std::size_t size>
  void container(const Json& json, std::array<T, size>& values) {
    if (!json.is_array() || json.size() != size) return expect("a list of the right length");
    for (std::size_t index = 0; index < size; ++index) read(json[index], values[index]);
  }
  template <class T>
  void container(const Json& json, std::set<T>& values) {
    if (!json.is_array()) return expect("a list");
    for (const Json& each : json) {
      T value{};
      read(each, value);
      values.insert(value);
    }
  }
  template <class Key, class T>
  void container(const Json& json, std::map<Key, T>& values) {
    entries(
        json, &values,
        [](void* all, const std::string& name) -> void* {
          Key key{};
          if constexpr (IsId<Key>::value) {
            key.value = id_number(name);
          } else {
            key = name;
          }
          return &(*static_cast<std::map<Key, T>*>(all))[key];
        },
        how<T>);
  }
  static std::uint32_t id_number(std::string_view name);

  const WordsReader* words_ = nullptr;
  /// Behind a pointer: a program without a journal carries no parser for its parts.
  std::optional<Json> (*parse_part_)(const std::string& part) = nullptr;
  std::string path_;
  std::string fault_;
};

}  // namespace roundtable::wire
