// Captions come by HTTP, a line a request, as the captioning services of video calls send them.
#include <charconv>

#include "server/api.hpp"
#include "server/api_answers.hpp"
#include "server/http_rules.hpp"
#include "wire/utf8.hpp"

namespace roundtable::server {

using namespace core;

namespace {

std::optional<std::uint32_t> line_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

HttpResponse bad(std::string_view pointer, const std::string& what) {
  return problem(400, "bad_data", what, {{std::string(pointer), what}});
}

HttpResponse no_such_path() {
  return problem(404, "not_found", "these captions belong to no session here");
}

/// Services end a line as they like.
std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (!is_pair) plain += text[at] == '\r' ? '\n' : text[at];
  }
  return plain;
}

/// Services whose own addresses have a query append `&seq=1&lang=en` to whatever address they were given.
HttpRequest with_appended_query(const HttpRequest& request) {
  HttpRequest read = request;
  const std::size_t begin = request.path.find('&');
  if (begin == std::string::npos) return read;
  read.path.resize(begin);
  if (const auto target = parse_target("/?" + request.path.substr(begin + 1))) {
    read.query.insert(read.query.end(), target->query.begin(), target->query.end());
  }
  return read;
}

}  // namespace

void Api::captions(const HttpRequest& asked, const Respond& respond) {
  const HttpRequest request = with_appended_query(asked);
  const std::string_view rest = std::string_view(request.path).substr(captions_prefix.size());
  const std::size_t slash = rest.find('/');
  const std::shared_ptr<Room> room = rooms_.find_captions(rest.substr(0, slash));
  if (!room) return respond(no_such_path());
  if (slash == std::string_view::npos) {
    return request.method == "POST" ? caption(room, request, respond) : respond(wrong_method("POST"));
  }
  if (rest.substr(slash) != "/seq") return respond(no_such_path());
  if (request.method != "GET") return respond(wrong_method("GET"));
  const std::string last = std::to_string(last_number(room->state().captions)) + "\n";
  room->when_durable([last, respond](bool recorded) { respond(recorded ? text_response(200, last) : not_recorded()); });
}

void Api::caption(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond) {
  Caption line;
  if (!wire::is_utf8(request.body)) return respond(bad("/", "the body: a line of text in UTF-8"));
  line.text = Words(with_plain_line_ends(request.body));
  if (const std::string* language = request.parameter("lang")) line.language = *language;
  if (const std::string* number = request.parameter("seq")) {
    line.number = line_number(*number);
    if (!line.number) return respond(bad("/seq", "seq: a whole number, or left out"));
  }
  const std::uint32_t number = line.number.value_or(0);
  room->caption(line, [number, respond](const std::optional<Refusal>& refusal) {
    if (!refusal || refusal->code == RefusalCode::already) {
      return respond(json_response(200, "{\"seq\":" + std::to_string(number) + "}"));
    }
    respond(refused(*refusal));
  });
}

/// Where this session's captions are posted, for the captioner and for staff.
HttpResponse Api::captions_address(Room& room, const HttpRequest& request) const {
  if (auto refusal = refusal_of_staff_or(Role::captioner, room, request)) return std::move(*refusal);
  const std::string secret = caption_secret(room.key(), generation_of(room.state().links, Role::captioner));
  return json_response(200, "{\"url\":\"" + settings_.link_base + "/api/captions/" + secret + "\"}");
}

}  // namespace roundtable::server
