// JSON to typed values. Commands are read strictly: each fault names its field; events and snapshots come from our own
// server and are read as they are.
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "wire/json.hpp"
#include "wire/write.hpp"

namespace roundtable::wire {

/// Finds the words behind what stands in their place in the journal; nothing when they were erased.
using WordsReader = std::function<std::optional<std::string>(const Json& in_place)>;

class Reader {
 public:
  Reader() = default;
  explicit Reader(const WordsReader* words) : words_(words) {}

  /// The first fault: a JSON pointer and what would be right; empty when there was none.
  const std::string& fault() const { return fault_; }
  bool has_fault() const { return !fault_.empty(); }

  /// Fields of a command: ids, words, names and numbers must be there unless they are optional.
  template <class T>
  void command(const Json& json, T& value) {
    core::for_each_field(value, [&](std::string_view name, auto& each) {
      const auto found = json.find(name);
      const bool is_absent = found == json.end() || (found->is_null() && may_be_null(each));
      if (is_absent) {
        if (is_required(each)) fail("/" + std::string(name), "is missing");
        return;
      }
      in("/" + std::string(name), [&] { read(*found, each); });
    });
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
      json.is_string() ? void(value = json.get_ref<const std::string&>()) : expect("a text");
    } else if constexpr (std::is_same_v<T, core::Words>) {
      words(json, value);
    } else if constexpr (std::is_same_v<T, core::Roles>) {
      roles(json, value);
    } else if constexpr (core::HasFields<T>) {
      object(json, value);
    } else {
      container(json, value);
    }
  }

  template <class T>
  void members(const Json& json, T& value) {
    core::for_each_field(value, [&](std::string_view name, auto& each) {
      const auto found = json.find(name);
      if (found != json.end() && !found->is_null()) {
        in("/" + std::string(name), [&] { read(*found, each); });
      } else if constexpr (std::is_same_v<std::remove_reference_t<decltype(each)>, bool>) {
        each = false;  // false is left out, also where a new value begins as true
      }
    });
  }

 private:
  template <class T>
  static constexpr bool is_required(const T&) {
    return IsId<T>::value || std::is_same_v<T, core::Words> || core::Named<T> ||
           (std::is_integral_v<T> && !std::is_same_v<T, bool>) ||
           (core::HasFields<T> && !std::is_same_v<T, core::Evidence>);
  }
  template <class T>
  static constexpr bool may_be_null(const T&) {
    return !is_required(T{});
  }

  template <class Read>
  void in(const std::string& step, Read&& read_it) {
    const std::size_t before = path_.size();
    path_ += step;
    read_it();
    path_.resize(before);
  }
  void expect(std::string_view what) { fail("", "must be " + std::string(what)); }
  void fail(std::string_view below, std::string_view what) {
    if (fault_.empty()) fault_ = path_ + std::string(below) + ": " + std::string(what);
  }

  template <class T>
  void number(const Json& json, T& value) {
    if (!json.is_number_integer()) return expect("a whole number");
    const std::int64_t given = json.get<std::int64_t>();
    if constexpr (sizeof(T) < sizeof(std::int64_t)) {
      if (given < static_cast<std::int64_t>(std::numeric_limits<T>::min()) ||
          given > static_cast<std::int64_t>(std::numeric_limits<T>::max())) {
        return expect("a whole number in range");
      }
    }
    value = static_cast<T>(given);
  }
  template <class T>
  void named(const Json& json, T& value) {
    if (json.is_string()) {
      if (const auto known = core::from_name<T>(json.get_ref<const std::string&>())) {
        value = *known;
        return;
      }
    }
    std::string allowed;
    for (std::string_view name : core::Names<T>::all) allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    expect("one of " + allowed);
  }
  void words(const Json& json, core::Words& value) {
    if (json.is_string()) {
      value.text = json.get_ref<const std::string&>();
    } else if (words_ != nullptr && json.is_object()) {
      value.text = (*words_)(json).value_or(std::string());
    } else {
      expect("a text");
    }
  }
  void roles(const Json& json, core::Roles& value) {
    if (!json.is_array()) return expect("a list of roles");
    for (const Json& each : json) {
      core::Role role = core::Role::attendee;
      named(each, role);
      value.add(role);
    }
  }
  template <class T>
  void object(const Json& json, T& value) {
    json.is_object() ? members(json, value) : expect("an object");
  }
  template <class T>
  void container(const Json& json, std::optional<T>& value) {
    if (json.is_null()) return;
    value.emplace();
    read(json, *value);
  }
  template <class T>
  void container(const Json& json, std::vector<T>& values) {
    if (!json.is_array()) return expect("a list");
    for (std::size_t index = 0; index < json.size(); ++index) {
      values.emplace_back();
      in("/" + std::to_string(index), [&] { read(json[index], values.back()); });
    }
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
    if (!json.is_object()) return expect("an object");
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
      const std::string& name = entry.key();
      Key key{};
      if constexpr (IsId<Key>::value) {
        for (char digit : name) key.value = key.value * 10 + static_cast<std::uint32_t>(digit - '0');
      } else {
        key = name;
      }
      in("/" + name, [&] { read(entry.value(), values[key]); });
    }
  }

  const WordsReader* words_ = nullptr;
  std::string path_;
  std::string fault_;
};

}  // namespace roundtable::wire
