#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// HTTP as the rest of the server sees it; no networking types here.
namespace roundtable::server {

struct CaseInsensitive {
  using is_transparent = void;
  bool operator()(std::string_view left, std::string_view right) const;
};

using Headers = std::map<std::string, std::string, CaseInsensitive>;

// Path and query are percent-decoded bytes without control characters; whether they are UTF-8 is for the reader to
// check.
struct HttpRequest {
  std::string method;  // HEAD arrives as GET; the body is left out on the way back
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;
  Headers headers;  // repeated ones joined with ", "
  std::string body;
  std::string remote_address;  // the client's, also behind a proxy on this machine or in a private network
  bool secure = false;         // https, as a proxy in front says

  const std::string* header(std::string_view name) const;
  const std::string* parameter(std::string_view name) const;
};

struct HttpResponse {
  unsigned status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // security headers and lengths are added by the edge
  std::shared_ptr<const std::string> shared_body = nullptr;  // stands in for body: sent without a copy
};

// May be called later, once, on the loop's thread. Calls after the first do nothing; dropped uncalled it answers 500.
using Respond = std::function<void(HttpResponse)>;
using HttpHandler = std::function<void(HttpRequest, Respond)>;

struct Fault {
  std::string pointer;  // JSON pointer into the body
  std::string detail;
};

// RFC 9457: {type, title, status, detail, code, errors?}. Texts are UTF-8, in English, for developers.
HttpResponse problem(unsigned status, std::string_view code, std::string_view detail,
                     const std::vector<Fault>& errors = {});

HttpResponse json_response(unsigned status, std::string body);
HttpResponse text_response(unsigned status, std::string body);

std::string_view status_text(unsigned status);

}  // namespace roundtable::server
