// Refusals as HTTP tells them.
#pragma once

#include <string_view>

#include "core/result.hpp"
#include "server/http.hpp"

namespace roundtable::server {

HttpResponse refused(const core::Refusal& refusal);
HttpResponse not_recorded();
HttpResponse wrong_method(std::string_view allowed);

}  // namespace roundtable::server
