#include "server/http.hpp"

#include <algorithm>

namespace roundtable::server {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The only JSON written outside shared/wire: refusals must not depend on anything that can fail.
void append_json_text(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  append_json_text(out, name);
  out += ':';
  append_json_text(out, text);
}

}  // namespace

bool CaseInsensitive::operator()(std::string_view left, std::string_view right) const {
  return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(),
                                      [](char a, char b) { return lower(a) < lower(b); });
}

const std::string* HttpRequest::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? nullptr : &found->second;
}

const std::string* HttpRequest::parameter(std::string_view name) const {
  const auto found = std::find_if(query.begin(), query.end(), [&](const auto& pair) { return pair.first == name; });
  return found == query.end() ? nullptr : &found->second;
}

HttpResponse problem(unsigned status, std::string_view code, std::string_view detail,
                     const std::vector<Fault>& errors) {
  std::string body = R"({"type":"about:blank",)";
  append_member(body, "title", status_text(status));
  body += ",\"status\":" + std::to_string(status) + ",";
  append_member(body, "detail", detail);
  body += ',';
  append_member(body, "code", code);
  if (!errors.empty()) {
    body += ",\"errors\":[";
    for (std::size_t i = 0; i < errors.size(); ++i) {
      body += i == 0 ? "{" : ",{";
      append_member(body, "pointer", errors[i].pointer);
      body += ',';
      append_member(body, "detail", errors[i].detail);
      body += '}';
    }
    body += ']';
  }
  body += "}\n";
  return {status, "application/problem+json", std::move(body), {}};
}

HttpResponse json_response(unsigned status, std::string body) {
  return {status, "application/json", std::move(body), {}};
}

HttpResponse text_response(unsigned status, std::string body) {
  return {status, "text/plain; charset=utf-8", std::move(body), {}};
}

std::string_view status_text(unsigned status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 426:
      return "Upgrade Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    default:
      return "Status";
  }
}

}  // namespace roundtable::server
