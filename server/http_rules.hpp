#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http.hpp"

// What the edge decides from text alone; no sockets, so that each rule is tested by itself.
namespace roundtable::server {

struct Target {
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;
};

// Nothing for another form than an absolute path, a broken percent escape or a control character.
std::optional<Target> parse_target(std::string_view text);

// "https://HOST[:PORT]" in lower case without a default port; nothing if the text is no http(s) URL with a host.
std::optional<std::string> origin_of(std::string_view url);

// Absent, or the host and port of the Host header, or the origin of --public-url (from origin_of, may be empty).
bool origin_allowed(const std::string* origin, std::string_view host, std::string_view public_origin);

// X-Forwarded-For and -Proto count only from a proxy on this machine or in a private network; of several addresses the
// last one, which that proxy wrote itself.
std::string client_address(const std::string& peer, const Headers& headers);
bool client_is_secure(const std::string& peer, const Headers& headers);

// The first that the client offers and we speak; nothing if there is none.
std::optional<std::string> choose_subprotocol(std::string_view offered);
inline constexpr std::string_view kSubprotocol = "roundtable.v1";
inline constexpr std::string_view kThinSubprotocol = "roundtable.v1.thin";

// {id} of /api/sessions/{id}/ws.
std::optional<std::string> session_of_socket_path(std::string_view path);

std::string_view trimmed(std::string_view text);
bool equal_ignoring_case(std::string_view left, std::string_view right);

}  // namespace roundtable::server
