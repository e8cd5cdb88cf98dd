#include "server/identity.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include "server/identity_encoding.hpp"
#include "server/identity_names.hpp"
#include "server/journal_files.hpp"

namespace roundtable::server {
namespace {

constexpr std::string_view code_letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr std::string_view id_letters = "abcdefghijkmnpqrstuvwxyz23456789";
static_assert(code_letters.size() == 32 && id_letters.size() == 32, "five bits choose a letter evenly");
constexpr std::size_t code_length = 6;
constexpr std::size_t device_code_length = 10;
constexpr std::size_t id_length = 16;
constexpr std::size_t secret_bytes = 16;

std::string draw(const RandomSource& random, std::string_view letters, std::size_t length) {
  std::vector<std::byte> bytes(length);
  random(bytes);
  std::string text;
  for (const auto byte : bytes) text.push_back(letters[std::to_integer<std::size_t>(byte) % letters.size()]);
  return text;
}

/// As drawn, from what a person typed; nothing for what is no code of that length.
std::optional<std::string> normalised(std::string_view typed, std::size_t length) {
  std::string code;
  for (const char letter : typed) {
    if (letter == ' ' || letter == '-') continue;
    const bool lower = letter >= 'a' && letter <= 'z';
    code.push_back(lower ? static_cast<char>(letter - 'a' + 'A') : letter);
    if (code_letters.find(code.back()) == std::string_view::npos || code.size() > length) return std::nullopt;
  }
  if (code.size() != length) return std::nullopt;
  return code;
}

std::string derive(const Key& key, const std::string& message) {
  const Mac mac = hmac(bytes_of(key), message);
  return base64url({reinterpret_cast<const char*>(mac.data()), secret_bytes});
}

std::optional<Key> key_in(const std::filesystem::path& file) {
  const auto bytes = read_small_file(file);
  if (!bytes) return std::nullopt;
  Key key{};
  if (bytes->size() != key.size()) throw IdentityError(file.string() + " is damaged: it should have 32 bytes");
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return key;
}

}  // namespace

std::string_view bytes_of(const Key& key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

void check_name(std::string_view name) {
  const auto allowed = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '_';
  };
  if (name.empty() || name.size() > 64 || !std::all_of(name.begin(), name.end(), allowed)) {
    throw IdentityError("a name must have 1 to 64 letters, digits, - and _");
  }
}

KeyFolder::KeyFolder(const std::filesystem::path& folder, RandomSource random)
    : keys_(folder / "keys"), random_(std::move(random)) {
  make_folder_durably(keys_);
}

Key KeyFolder::make_session_key(const std::string& session) const {
  return make(file_of(session));
}

Key KeyFolder::session_key(const std::string& session) const {
  const auto key = key_in(file_of(session));
  if (!key) throw IdentityError("the session " + session + " has no key in " + keys_.string());
  return *key;
}

Key KeyFolder::server_key() const {
  return make(keys_ / "server.key");
}

std::filesystem::path KeyFolder::file_of(const std::string& session) const {
  check_name(session);
  if (session == "server") throw IdentityError("no session may be named 'server': the server's own key has that file");
  return keys_ / (session + ".key");
}

Key KeyFolder::make(const std::filesystem::path& file) const {
  if (const auto key = key_in(file)) return *key;
  Key key{};
  random_(std::as_writable_bytes(std::span(key)));
  write_durably(file, bytes_of(key), IfThere::keep);
  return key_in(file).value();  // another server may have been faster
}

std::string admin_key(const std::filesystem::path& folder, const char* from_environment, const RandomSource& random) {
  if (from_environment != nullptr && *from_environment != '\0') return from_environment;
  const auto file = folder / "admin.key";
  make_folder_durably(folder);
  if (!std::filesystem::exists(file)) {
    Key key{};
    random(std::as_writable_bytes(std::span(key)));
    write_durably(file, base64url(bytes_of(key)) + "\n", IfThere::keep);
  }
  std::string key = read_small_file(file).value_or("");
  while (!key.empty() && (key.back() == '\n' || key.back() == '\r' || key.back() == ' ')) key.pop_back();
  if (key.empty()) throw IdentityError(file.string() + " holds no key; remove it to get a new one");
  return key;
}

std::string role_secret(const Key& session_key, std::string_view role, std::uint32_t generation) {
  const std::string renewed = generation == 0 ? std::string() : ":" + std::to_string(generation);
  return derive(session_key, "role:" + std::string(role) + renewed);
}

std::string person_secret(const Key& session_key, std::uint32_t person, std::uint32_t generation) {
  return derive(session_key, "person:" + std::to_string(person) + ":" + std::to_string(generation));
}

std::string caption_secret(const Key& session_key, std::uint32_t generation) {
  return derive(session_key, generation == 0 ? std::string("captions") : "captions:" + std::to_string(generation));
}

std::string alias(const Key& session_key, std::uint32_t participant, std::string_view purpose) {
  return derive(session_key, "alias:" + std::to_string(participant) + ":" + std::string(purpose));
}

std::string request_key(const Key& session_key, std::string_view request) {
  return derive(session_key, "request:" + std::string(request));
}

bool same_secret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string draw_join_code(const RandomSource& random) {
  return draw(random, code_letters, code_length);
}

std::optional<std::string> normalise_code(std::string_view typed) {
  return normalised(typed, code_length);
}

std::string draw_device_code(const RandomSource& random) {
  return draw(random, code_letters, device_code_length);
}

std::optional<std::string> normalise_device_code(std::string_view typed) {
  return normalised(typed, device_code_length);
}

std::string draw_session_id(const RandomSource& random) {
  return draw(random, id_letters, id_length);
}

}  // namespace roundtable::server
