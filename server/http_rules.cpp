#include "server/http_rules.hpp"

#include <algorithm>

#include "server/address.hpp"

namespace roundtable::server {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) return std::nullopt;
    out += c;
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string without_port(std::string_view authority, std::string_view port) {
  if (authority.ends_with(port)) authority.remove_suffix(port.size());
  return lower_case(authority);
}

std::string_view last_of_list(std::string_view list) {
  const auto comma = list.rfind(',');
  return trimmed(comma == std::string_view::npos ? list : list.substr(comma + 1));
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  const CaseInsensitive less;
  return !less(left, right) && !less(right, left);
}

std::optional<Target> parse_target(std::string_view text) {
  if (!text.starts_with('/')) return std::nullopt;
  const auto mark = text.find('?');
  auto path = percent_decoded(text.substr(0, mark), false);
  if (!path) return std::nullopt;
  Target target{std::move(*path), {}};
  if (mark == std::string_view::npos) return target;
  std::string_view rest = text.substr(mark + 1);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const std::string_view item = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (item.empty()) continue;
    const auto equals = item.find('=');
    auto name = percent_decoded(item.substr(0, equals), true);
    auto value = percent_decoded(equals == std::string_view::npos ? "" : item.substr(equals + 1), true);
    if (!name || !value) return std::nullopt;
    target.query.emplace_back(std::move(*name), std::move(*value));
  }
  return target;
}

std::optional<std::string> origin_of(std::string_view url) {
  const auto colon = url.find("://");
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string scheme = lower_case(url.substr(0, colon));
  if (scheme != "http" && scheme != "https") return std::nullopt;
  const std::string_view rest = url.substr(colon + 3);
  const std::string_view authority = rest.substr(0, std::min(rest.find_first_of("/?#"), rest.size()));
  if (authority.empty() || authority.starts_with(':') || authority.find('@') != std::string_view::npos)
    return std::nullopt;
  return scheme + "://" + without_port(authority, scheme == "https" ? ":443" : ":80");
}

bool origin_allowed(const std::string* origin, std::string_view host, std::string_view public_origin) {
  if (origin == nullptr) return true;
  const auto given = origin_of(*origin);
  if (!given) return false;
  if (*given == public_origin) return true;
  const bool https = given->starts_with("https");
  // A proxy that ends TLS passes Host on, so the scheme may differ from ours while host and port agree.
  return given->substr(https ? 8 : 7) == without_port(trimmed(host), https ? ":443" : ":80");
}

std::string client_address(const std::string& peer, const Headers& headers) {
  const auto forwarded = headers.find("X-Forwarded-For");
  if (forwarded == headers.end() || !is_private_address(peer)) return peer;
  const std::string_view last = last_of_list(forwarded->second);
  return is_ip_address(last) ? std::string(last) : peer;
}

bool client_is_secure(const std::string& peer, const Headers& headers) {
  const auto forwarded = headers.find("X-Forwarded-Proto");
  return forwarded != headers.end() && is_private_address(peer) &&
         equal_ignoring_case(last_of_list(forwarded->second), "https");
}

std::optional<std::string> choose_subprotocol(std::string_view offered) {
  while (!offered.empty()) {
    const auto end = std::min(offered.find(','), offered.size());
    const std::string_view name = trimmed(offered.substr(0, end));
    if (name == kSubprotocol || name == kThinSubprotocol) return std::string(name);
    offered.remove_prefix(std::min(end + 1, offered.size()));
  }
  return std::nullopt;
}

std::optional<std::string> session_of_socket_path(std::string_view path) {
  constexpr std::string_view kBefore = "/api/sessions/";
  constexpr std::string_view kAfter = "/ws";
  if (!path.starts_with(kBefore) || !path.ends_with(kAfter)) return std::nullopt;
  path.remove_prefix(kBefore.size());
  if (path.size() <= kAfter.size()) return std::nullopt;
  path.remove_suffix(kAfter.size());
  if (path.find('/') != std::string_view::npos) return std::nullopt;
  return std::string(path);
}

}  // namespace roundtable::server
