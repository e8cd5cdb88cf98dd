#include "core/similar.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include "core/sort_stably.hpp"

namespace roundtable::core {

namespace {

/// Lower case for ASCII; other scripts keep their bytes, which is enough to find shared words.
std::string folded_letters(std::string_view text) {
  std::string out = " ";
  for (char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool is_word = byte >= 0x80U || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (letter >= 'A' && letter <= 'Z') {
      out += static_cast<char>(letter - 'A' + 'a');
    } else if (is_word) {
      out += letter;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

}  // namespace

Triples triples_of(std::string_view text) {
  const std::string letters = folded_letters(text);
  Triples triples;
  for (std::size_t index = 0; index + 2 < letters.size(); ++index) {
    std::uint32_t triple = 0;
    for (std::size_t step = 0; step < 3; ++step) {
      triple = (triple << 8U) | static_cast<unsigned char>(letters[index + step]);
    }
    triples.push_back(triple);
  }
  sort_stably(triples, std::less<std::uint32_t>());
  triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
  return triples;
}

int likeness_percent(const Triples& one, const Triples& other) {
  if (one.empty() || other.empty()) return 0;
  std::size_t shared = 0;
  auto left = one.begin();
  auto right = other.begin();
  while (left != one.end() && right != other.end()) {
    if (*left == *right) {
      ++shared;
      ++left;
      ++right;
    } else if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  return static_cast<int>(shared * 200 / (one.size() + other.size()));
}

}  // namespace roundtable::core
