#include "server/http_answer.hpp"

#include <algorithm>
#include <array>

#include "server/http_rules.hpp"

namespace roundtable::server {

namespace {

constexpr std::string_view kContentPolicy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws: wss:; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors ";

void add_header(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  // A line break in a value would start a header of somebody else's choice.
  std::copy_if(value.begin(), value.end(), std::back_inserter(out),
               [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
  out += "\r\n";
}

std::string http_date(std::time_t now) {
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

bool has_header(const HttpResponse& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const auto& header) { return equal_ignoring_case(header.first, name); });
}

}  // namespace

const std::string& body_of(const HttpResponse& response) {
  return response.shared_body ? *response.shared_body : response.body;
}

std::string response_head(const HttpResponse& response, const AnswerRules& rules, std::time_t now) {
  std::string out;
  out.reserve(800);
  out += "HTTP/1.1 " + std::to_string(response.status) + ' ';
  out += status_text(response.status);
  out += "\r\n";
  add_header(out, "Date", http_date(now));
  const bool bodiless = response.status == 204 || response.status == 304;
  if (!bodiless) {
    if (!response.content_type.empty()) add_header(out, "Content-Type", response.content_type);
    add_header(out, "Content-Length", std::to_string(body_of(response).size()));
  }
  add_header(out, "Connection", rules.keep_alive ? "keep-alive" : "close");
  if (!has_header(response, "Cache-Control")) add_header(out, "Cache-Control", "no-store");
  add_header(out, "Content-Security-Policy", std::string(kContentPolicy) + (rules.may_be_framed ? "*" : "'none'"));
  add_header(out, "X-Content-Type-Options", "nosniff");
  add_header(out, "Referrer-Policy", "no-referrer");
  add_header(out, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  for (const auto& [name, value] : response.headers) add_header(out, name, value);
  return out += "\r\n";
}

bool is_overlay_path(std::string_view path) {
  constexpr std::string_view kSegment = "/overlay";
  for (auto at = path.find(kSegment); at != std::string_view::npos; at = path.find(kSegment, at + 1)) {
    const auto after = at + kSegment.size();
    if (after == path.size() || path[after] == '/') return true;
  }
  return false;
}

}  // namespace roundtable::server
