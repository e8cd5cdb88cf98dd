// The words of people, kept apart from the facts: a row of the journal holds only the digest of each, so that words can
// be erased without breaking the chain. The random salt keeps anyone from guessing erased words from their digest.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>

namespace roundtable::server {

/// Fills the bytes with randomness that nobody can guess. Injected, so that tests repeat.
using RandomSource = std::function<void(std::span<std::byte>)>;

/// The system's randomness (OpenSSL). Throws std::runtime_error when there is none; may be called from any thread.
RandomSource system_random();

inline constexpr std::size_t salt_bytes = 16;

/// Words of a person as they lie beside a row.
struct Part {
  std::string salt;   // salt_bytes bytes, not text
  std::string words;  // UTF-8
  bool operator==(const Part&) const = default;
};

struct SealedWords {
  Part part;
  std::string digest_hex;  // what the row's data holds in place of the words
};

SealedWords seal(std::string words, const RandomSource& random);

/// SHA-256(salt, words) as 64 lower-case hex digits.
std::string digest(const Part& part);

}  // namespace roundtable::server
