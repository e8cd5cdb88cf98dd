// What the API only reads: people, links, reports, offered files, health.
#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

#include "report/report_formats.hpp"
#include "report/report_model.hpp"
#include "server/api.hpp"
#include "server/invitation.hpp"
#include "view/show.hpp"
#include "wire/session_file.hpp"
#include "wire/write.hpp"

namespace roundtable::server {

using namespace core;

namespace {

constexpr std::size_t people_a_page = 200;

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string read_whole(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

struct ReportFormat {
  std::string_view name;
  std::string_view type;
  std::string (*write)(const report::ReportModel&);
};
constexpr ReportFormat formats[] = {
    {"md", "text/markdown; charset=utf-8", report::report_markdown},
    {"html", "text/html; charset=utf-8", report::report_html},
    {"json", "application/json", report::report_json},
};

/// What the address asks for beside the format; nothing for a word that is none.
std::optional<report::ReportOptions> report_options(const HttpRequest& request) {
  report::ReportOptions options;
  if (const std::string* version = request.parameter("version")) {
    if (*version != "public" && *version != "internal") return std::nullopt;
    options.for_staff = *version == "internal";
  }
  if (const std::string* names = request.parameter("names")) {
    options.names = from_name<InReport>(*names);
    if (!options.names) return std::nullopt;
  }
  return options;
}

}  // namespace

/// The roster in pages, for sessions larger than what staff hold on their screens.
HttpResponse Api::people(Room& room, const HttpRequest& request) const {
  if (auto refusal = refusal_of_staff(room, request)) return std::move(*refusal);
  const std::string* after_text = request.parameter("after");
  const auto after = number(after_text == nullptr ? "0" : *after_text);
  if (!after) return problem(400, "bad_data", "after: the id of a person", {{"/after", "a whole number"}});
  std::string body = "{\"people\":{";
  std::size_t count = 0;
  std::uint32_t last = 0;
  const auto& all = room.state().roster.people;
  for (auto each = all.upper_bound(PersonId{*after}); each != all.end() && count < people_a_page; ++each, ++count) {
    if (count > 0) body += ',';
    last = each->first.value;
    body += "\"" + std::to_string(last) + "\":" + wire::to_text(view::shown_person(each->second, Scope::staff));
  }
  const bool has_more = count > 0 && all.upper_bound(PersonId{last}) != all.end();
  body += "},\"all\":" + std::to_string(all.size());
  body += ",\"next\":" + (has_more ? std::to_string(last) : std::string("null")) + "}";
  return json_response(200, std::move(body));
}

/// Of the state as it is now, told when that is on disk, with the hash of a row that rests on all of it.
void Api::report(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond) const {
  if (auto refusal = refusal_of_staff(*room, request)) return respond(std::move(*refusal));
  const std::string* wanted = request.parameter("format");
  const auto* format = std::find_if(std::begin(formats), std::end(formats), [&](const ReportFormat& each) {
    return wanted == nullptr || *wanted == each.name;
  });
  if (format == std::end(formats)) {
    return respond(problem(400, "bad_data", "format: md, html or json", {{"/format", "md, html or json"}}));
  }
  const auto wanted_options = report_options(request);
  if (!wanted_options) {
    return respond(problem(400, "bad_data", "version: public or internal; names: name, group or none"));
  }
  const auto state = std::make_shared<const State>(room->state());
  room->when_durable([this, room, state, format, options = *wanted_options, respond](bool recorded) mutable {
    if (!recorded) return respond(problem(503, "not_recorded", "the newest could not be recorded: try again"));
    options.generated_at_ms = room->now_ms();
    try {
      options.last_hash = world_.journal.last_hash(room->session());
    } catch (const JournalError& error) {
      return respond(problem(503, "not_recorded", std::string("the journal cannot be read: ") + error.what()));
    }
    HttpResponse response;
    response.content_type = format->type;
    response.body = format->write(report::build_report(*state, options));
    response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"report-" + state->session.code +
                                                             (options.for_staff ? "-internal." : ".") +
                                                             std::string(format->name) + "\"");
    respond(std::move(response));
  });
}

/// The session files that the start page offers; an empty name lists them.
HttpResponse Api::offered_files(std::string_view name) const {
  wire::Json list = wire::Json::array();
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(settings_.sessions, error)) {
    const std::string file = entry.path().filename().string();
    if (!entry.is_regular_file() || entry.path().extension() != ".json" || file.ends_with(".schema.json")) continue;
    const std::string text = read_whole(entry.path());
    if (file == name) return json_response(200, text);
    const wire::CheckedFile checked = wire::check_session_file(text);
    list.push_back(
        {{"file", file}, {"title", checked.file ? checked.file->plan.title : file}, {"ok", checked.file.has_value()}});
  }
  if (!name.empty()) return problem(404, "not_found", "no such file is offered");
  return json_response(200, wire::dump(list));
}

HttpResponse Api::ready() const {
  try {
    world_.journal.sessions();
    return text_response(200, "ready\n");
  } catch (const std::exception& fault) {
    return problem(503, "not_recorded", std::string("the journal cannot be read: ") + fault.what());
  }
}

HttpResponse Api::metrics_text() {
  metrics_.gauge("roundtable_sessions", "Sessions that this server serves.")
      .set(static_cast<std::int64_t>(rooms_.size()));
  metrics_.gauge("roundtable_subscribers", "Sockets that said hello.")
      .set(static_cast<std::int64_t>(rooms_.subscriber_count()));
  HttpResponse response = text_response(200, metrics_.text());
  response.content_type = std::string(kMetricsType);
  return response;
}

}  // namespace roundtable::server
