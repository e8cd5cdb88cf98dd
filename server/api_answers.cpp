#include "server/api_answers.hpp"

namespace roundtable::server {

using namespace core;

namespace {

unsigned status_of(RefusalCode code) {
  switch (code) {
    case RefusalCode::bad_data:
    case RefusalCode::unknown_command:
      return 400;
    case RefusalCode::not_allowed:
      return 403;
    case RefusalCode::not_found:
      return 404;
    case RefusalCode::too_fast:
      return 429;
    case RefusalCode::not_recorded:
      return 503;
    case RefusalCode::wrong_state:
    case RefusalCode::already:
    case RefusalCode::queue_changed:
    case RefusalCode::stale_revision:
    case RefusalCode::limit:
    case RefusalCode::late:
    case RefusalCode::closed:
      return 409;
  }
  return 400;
}

}  // namespace

HttpResponse refused(const Refusal& refusal) {
  std::vector<Fault> errors;
  if (refusal.code == RefusalCode::bad_data) {
    const std::size_t colon = refusal.message.find(':');
    errors.push_back({"/" + refusal.message.substr(0, colon), refusal.message});
  }
  return problem(status_of(refusal.code), name_of(refusal.code), refusal.message, errors);
}

HttpResponse not_recorded() {
  return problem(503, "not_recorded", "what this rests on could not be recorded: try again");
}

HttpResponse wrong_method(std::string_view allowed) {
  HttpResponse response = problem(405, "bad_method", "this path takes " + std::string(allowed));
  response.headers.emplace_back("Allow", allowed);
  return response;
}

}  // namespace roundtable::server
