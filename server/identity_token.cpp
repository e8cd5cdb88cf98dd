#include <charconv>

#include "server/identity.hpp"
#include "server/identity_encoding.hpp"
#include "server/identity_names.hpp"

namespace roundtable::server {
namespace {

constexpr std::string_view version = "v1.";
constexpr std::size_t longest_token = 512;
constexpr std::string_view generation_field = R"(,"generation":)";

std::string signature(const Key& key, std::string_view signed_text) {
  const Mac mac = hmac(bytes_of(key), signed_text);
  return base64url({reinterpret_cast<const char*>(mac.data()), mac.size()});
}

// Names have no letter that JSON escapes, so the payload needs no JSON library, neither to be written nor to be read.
std::string payload_of(const TokenFacts& facts) {
  return R"({"session":")" + facts.session + R"(","participant":)" +
         (facts.participant ? std::to_string(*facts.participant) : "null") + R"(,"role":")" + facts.role +
         R"(","expires":)" + std::to_string(facts.expires_ms) +
         (facts.generation == 0 ? std::string() : std::string(generation_field) + std::to_string(facts.generation)) +
         "}";
}

std::string_view between(std::string_view& text, std::string_view before, std::string_view after) {
  if (!text.starts_with(before)) return {};
  text.remove_prefix(before.size());
  const auto end = text.find(after);
  const auto found = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end);
  return found;
}

template <typename Number>
Number number_in(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Reads loosely, then holds the payload to what would have been written: only that exact text counts.
std::optional<TokenFacts> facts_of(std::string_view payload) {
  TokenFacts facts;
  std::string_view rest = payload;
  facts.session = between(rest, R"({"session":")", "\"");
  const auto participant = between(rest, R"(","participant":)", ",");
  if (participant != "null") facts.participant = number_in<std::uint32_t>(participant);
  facts.role = between(rest, R"(,"role":")", "\"");
  facts.expires_ms = number_in<std::int64_t>(between(rest, R"(","expires":)", "}"));
  const std::size_t generation = payload.find(generation_field);
  if (generation != std::string_view::npos) {
    facts.generation = number_in<std::uint32_t>(payload.substr(generation + generation_field.size()));
  }
  if (payload_of(facts) != payload) return std::nullopt;
  return facts;
}

}  // namespace

std::string issue_token(const Key& server_key, const TokenFacts& facts) {
  check_name(facts.session);
  check_name(facts.role);
  const std::string signed_text = std::string(version) + base64url(payload_of(facts));
  return signed_text + "." + signature(server_key, signed_text);
}

std::variant<TokenFacts, TokenFault> check_token(const Key& server_key, std::string_view token,
                                                 std::string_view session, std::int64_t now_ms) {
  const auto dot = token.rfind('.');
  if (token.size() > longest_token || !token.starts_with(version) || dot < version.size()) return TokenFault::forged;
  const auto signed_text = token.substr(0, dot);
  if (!same_secret(signature(server_key, signed_text), token.substr(dot + 1))) return TokenFault::forged;
  const auto payload = from_base64url(signed_text.substr(version.size()));
  const auto facts = payload ? facts_of(*payload) : std::nullopt;
  if (!facts) return TokenFault::forged;
  if (facts->session != session) return TokenFault::foreign_session;
  if (now_ms >= facts->expires_ms) return TokenFault::expired;
  return *facts;
}

}  // namespace roundtable::server
