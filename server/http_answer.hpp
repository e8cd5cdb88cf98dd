#pragma once

#include <ctime>
#include <string>
#include <string_view>

#include "server/http.hpp"

namespace roundtable::server {

struct AnswerRules {
  bool keep_alive = true;
  bool may_be_framed = false;  // overlays are shown inside OBS, vMix and portals
};

// Status line and headers, security headers included, up to the empty line.
std::string response_head(const HttpResponse& response, const AnswerRules& rules, std::time_t now);
const std::string& body_of(const HttpResponse& response);

// A path with a segment "overlay".
bool is_overlay_path(std::string_view path);

}  // namespace roundtable::server
