#include "server/words.hpp"

#include <openssl/rand.h>

#include <stdexcept>
#include <utility>

#include "server/journal_hash.hpp"

namespace roundtable::server {

RandomSource system_random() {
  return [](std::span<std::byte> bytes) {
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size())) != 1) {
      throw std::runtime_error("the system gives no randomness");
    }
  };
}

SealedWords seal(std::string words, const RandomSource& random) {
  SealedWords sealed;
  sealed.part.salt.resize(salt_bytes);
  random(std::as_writable_bytes(std::span<char>(sealed.part.salt)));
  sealed.part.words = std::move(words);
  sealed.digest_hex = digest(sealed.part);
  return sealed;
}

std::string digest(const Part& part) {
  return hex(sha256(part.salt + part.words));
}

}  // namespace roundtable::server
