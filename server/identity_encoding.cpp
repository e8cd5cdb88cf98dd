#include "server/identity_encoding.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string>

namespace roundtable::server {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Looking the algorithm up costs more than what it does: once a thread.
EVP_MAC_CTX* mac_context() {
  struct Forget {
    void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
  };
  thread_local const std::unique_ptr<EVP_MAC_CTX, Forget> context = [] {
    const std::unique_ptr<EVP_MAC, Forget> mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    std::unique_ptr<EVP_MAC_CTX, Forget> made(mac ? EVP_MAC_CTX_new(mac.get()) : nullptr);
    std::string digest = "SHA256";
    const std::array settings{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
                              OSSL_PARAM_construct_end()};
    if (!made || EVP_MAC_CTX_set_params(made.get(), settings.data()) != 1) made.reset();
    return made;
  }();
  return context.get();
}

const unsigned char* bytes_at(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Mac hmac(std::string_view key, std::string_view message) {
  Mac mac{};
  std::size_t size = 0;
  EVP_MAC_CTX* context = mac_context();
  const bool has_key = context != nullptr && !key.empty();  // an empty one would mean the one before
  const bool is_made = has_key && EVP_MAC_init(context, bytes_at(key), key.size(), nullptr) == 1 &&
                       EVP_MAC_update(context, bytes_at(message), message.size()) == 1 &&
                       EVP_MAC_final(context, mac.data(), &size, mac.size()) == 1 && size == mac.size();
  if (!is_made) throw std::runtime_error("HMAC-SHA-256 failed");
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
