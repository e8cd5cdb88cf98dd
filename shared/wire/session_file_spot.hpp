// One place in a session file: reads values there and notes faults with the place's JSON pointer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "wire/json.hpp"
#include "wire/session_file.hpp"
#include "wire/utf8.hpp"

namespace roundtable::wire {

class Spot {
 public:
  Spot(const Json* value, std::string pointer, std::vector<Fault>& faults)
      : value_(value), pointer_(std::move(pointer)), faults_(&faults) {}

  /// The member of an object; absent when there is none.
  Spot operator[](std::string_view name) const;
  Spot operator[](std::size_t index) const;

  bool is_absent() const { return value_ == nullptr; }
  const Json& value() const { return *value_; }
  const std::string& pointer() const { return pointer_; }

  void fault(std::string message) const { faults_->push_back(Fault{pointer_, std::move(message)}); }
  /// Notes "this is X; give Y".
  void wrong_type(std::string_view right) const;
  void missing(std::string_view right) const { fault("missing; give " + std::string(right)); }

 private:
  const Json* value_;
  std::string pointer_;
  std::vector<Fault>* faults_;
};

enum class Need : std::uint8_t { optional, required };

struct TextRule {
  std::string_view what;  // "the title of the session"
  std::size_t most_characters = 0;
  TextKind kind = TextKind::line;
  Need need = Need::optional;
};
/// The trimmed text; nothing when absent, empty or faulty. Required text must not be empty.
std::optional<std::string> read_text(const Spot& spot, const TextRule& rule);

struct WholeRule {
  std::string_view what;  // "the length of the phase in minutes"
  std::int64_t least = 0;
  std::int64_t most = 0;
  Need need = Need::optional;
};
std::optional<std::int64_t> read_whole(const Spot& spot, const WholeRule& rule);

bool read_flag(const Spot& spot, std::string_view what, bool otherwise);

/// False when absent or no object; the latter is a fault.
bool is_object(const Spot& spot, std::string_view what);

struct ListRule {
  std::string_view what;  // "the list of phases"
  std::size_t most = 0;
  std::size_t least = 0;
  Need need = Need::optional;
};
/// The entries; none when absent or faulty. A list that is too long is one fault, and its entries are not read.
std::vector<Spot> read_list(const Spot& spot, const ListRule& rule);

std::vector<std::string> read_lines(const Spot& spot, const ListRule& list, const TextRule& line);

/// The position in `allowed` of the word that stands here.
struct WordRule {
  std::string_view what;  // "the kind of the phase"
  const std::string_view* allowed = nullptr;
  std::size_t count = 0;
  Need need = Need::optional;
};
std::optional<std::size_t> read_word(const Spot& spot, const WordRule& rule);

template <core::Named E>
std::optional<E> read_name(const Spot& spot, std::string_view what, Need need = Need::optional) {
  const auto& all = core::Names<E>::all;
  const auto index = read_word(spot, WordRule{what, all.data(), all.size(), need});
  return index ? std::optional<E>(static_cast<E>(*index)) : std::nullopt;
}

/// The text as a fault may show it: in quotes, shortened, nothing in it that could act on a terminal.
std::string shown(std::string_view text);

}  // namespace roundtable::wire
