#include "server/identity_encoding.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <stdexcept>

namespace roundtable::server {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

Mac hmac(std::string_view key, std::string_view message) {
  Mac mac{};
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
           reinterpret_cast<const unsigned char*>(message.data()), message.size(), mac.data(), nullptr) == nullptr) {
    throw std::runtime_error("HMAC-SHA-256 failed");
  }
  return mac;
}

std::string base64url(std::string_view bytes) {
  std::string text;
  unsigned pending = 0;
  int bits = 0;
  for (const char byte : bytes) {
    pending = (pending << 8U | static_cast<unsigned char>(byte)) & 0xffffU;
    for (bits += 8; bits >= 6; bits -= 6) text.push_back(letters[pending >> static_cast<unsigned>(bits - 6) & 63U]);
  }
  if (bits > 0) text.push_back(letters[pending << static_cast<unsigned>(6 - bits) & 63U]);
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  unsigned pending = 0;
  int bits = 0;
  for (const char letter : text) {
    const auto value = letters.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    pending = (pending << 6U | static_cast<unsigned>(value)) & 0xffffU;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(static_cast<char>(static_cast<unsigned char>(pending >> static_cast<unsigned>(bits) & 0xffU)));
    }
  }
  if (base64url(bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace roundtable::server
