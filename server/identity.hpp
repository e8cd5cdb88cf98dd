// Who someone is: keys on disk, tokens, the secrets in links, aliases, join codes. Everything but the random keys is
// derived from them, so a restart or a second server that holds DIR/keys gives the same answers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "server/words.hpp"

namespace roundtable::server {

/// A key cannot be read, written or derived; what() says why.
class IdentityError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

using Key = std::array<unsigned char, 32>;

/// The keys in DIR/keys, each 32 random bytes with mode 600. Safe to use from any thread.
class KeyFolder {
 public:
  /// `folder` is the server's DIR; DIR/keys is made if it is missing.
  KeyFolder(const std::filesystem::path& folder, RandomSource random);

  /// The session's key, made at the first call and then on disk before this returns. Call it before the first event.
  Key make_session_key(const std::string& session) const;

  /// Throws IdentityError when the session has no key.
  Key session_key(const std::string& session) const;

  /// Signs the tokens of every session; made at the first call.
  Key server_key() const;

 private:
  std::filesystem::path file_of(const std::string& session) const;
  Key make(const std::filesystem::path& file) const;
  std::filesystem::path keys_;
  RandomSource random_;
};

/// `from_environment` (ROUNDTABLE_ADMIN_KEY) if it is set and not empty, else what stands in DIR/admin.key, which is
/// written with a random key and mode 600 if it is missing.
std::string admin_key(const std::filesystem::path& folder, const char* from_environment, const RandomSource& random);

// Tokens: `v1.<base64url payload>.<base64url HMAC-SHA256>`, signed with the server key.

struct TokenFacts {
  std::string session;                       // letters, digits, - and _
  std::optional<std::uint32_t> participant;  // nullopt: a display, overlay or captioner
  std::string role;                          // letters and _
  std::int64_t expires_ms = 0;               // ms since 1970 UTC; from then on the token is no good
  std::uint32_t generation = 0;              // of the entry's links when it was issued (core/links.hpp)
  bool operator==(const TokenFacts&) const = default;
};

enum class TokenFault { forged, foreign_session, expired };

inline constexpr std::int64_t token_life_ms = std::int64_t{7} * 24 * 60 * 60 * 1000;
inline constexpr std::int64_t token_renew_below_ms = std::int64_t{3} * 24 * 60 * 60 * 1000;

/// Throws IdentityError when session or role has other letters than those allowed.
std::string issue_token(const Key& server_key, const TokenFacts& facts);

/// Compares in constant time; whatever is not exactly what issue_token wrote is forged.
std::variant<TokenFacts, TokenFault> check_token(const Key& server_key, std::string_view token,
                                                 std::string_view session, std::int64_t now_ms);

// What is derived from a session's key: 128 bits as 22 letters of base64url each.

/// The secret in a role's link; a new generation makes the old link worthless.
std::string role_secret(const Key& session_key, std::string_view role, std::uint32_t generation = 0);

/// The secret in a named person's own link; a new generation makes the old link worthless.
std::string person_secret(const Key& session_key, std::uint32_t person, std::uint32_t generation);

/// The secret in the captions path; it is renewed with the captioner's link.
std::string caption_secret(const Key& session_key, std::uint32_t generation = 0);

/// Stands for a participant where no person may be told: one purpose for question votes, one a poll.
std::string alias(const Key& session_key, std::uint32_t participant, std::string_view purpose);

/// What the journal remembers of a join's `request`, so that the same request gives the same participant.
std::string request_key(const Key& session_key, std::string_view request);

/// Constant time for texts of equal length; use it for every secret that came from outside.
bool same_secret(std::string_view one, std::string_view other);

// Names that are drawn. Whether one is taken already is for the caller to see.

/// Six letters and digits without 0 O 1 I.
std::string draw_join_code(const RandomSource& random);

/// The code as drawn, from what a person typed (any case; spaces and dashes are ignored), or nullopt if it is none.
std::optional<std::string> normalise_code(std::string_view typed);

/// Ten of the same letters: what opens a person's entry on another device for some minutes.
std::string draw_device_code(const RandomSource& random);
std::optional<std::string> normalise_device_code(std::string_view typed);

/// A session's id: 16 lower-case letters and digits (80 bits), never of a join code's length.
std::string draw_session_id(const RandomSource& random);

}  // namespace roundtable::server
