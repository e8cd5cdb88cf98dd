#include "server/handshake.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace roundtable::server {

namespace {

constexpr std::string_view kMagic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

std::string accept_of(std::string_view key) {
  const std::string text = std::string(key) + std::string(kMagic);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned size = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL has no SHA-1, which the WebSocket handshake needs");
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE * 2> base64;
  const int length = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(size));
  return {reinterpret_cast<const char*>(base64.data()), static_cast<std::size_t>(length)};
}

}  // namespace

std::string handshake_answer(std::string_view key, std::string_view subprotocol, std::string_view extensions) {
  std::string text = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n";
  text += "Sec-WebSocket-Accept: " + accept_of(key) + "\r\n";
  text += "Sec-WebSocket-Protocol: " + std::string(subprotocol) + "\r\n";
  if (!extensions.empty()) text += "Sec-WebSocket-Extensions: " + std::string(extensions) + "\r\n";
  text += "Server: roundtable\r\n\r\n";
  return text;
}

}  // namespace roundtable::server
