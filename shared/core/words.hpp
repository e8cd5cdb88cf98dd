// Words of people (names, free text): kept beside the journal's rows as parts, so that they can be erased.
#pragma once

#include <string>
#include <utility>

namespace roundtable::core {

struct Words {
  std::string text;

  Words() = default;
  explicit Words(std::string words) : text(std::move(words)) {}
  bool empty() const { return text.empty(); }
  friend bool operator==(const Words&, const Words&) = default;
};

}  // namespace roundtable::core
