// The report in a browser, a module of its own: pages that write no report never fetch it. It takes what the core of
// the page holds (rt_state) and writes the report without the server.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "door.hpp"
#include "report/report_formats.hpp"
#include "report/report_model.hpp"
#include "wire/codec.hpp"

using namespace roundtable;
using namespace roundtable::page;

namespace {

struct ReportHandle {
  std::string output;
};

/// `{"format","version","names"?,"now_ms","held":{"state","votes"}}`
struct Asked {
  std::string format;
  core::State state;
  report::ReportOptions options;
};

std::string word_at(const wire::Json& json, const char* name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool read_asked(const wire::Json& json, Asked& asked) {
  const auto held = json.find("held");
  if (held == json.end() || !held->is_object() || !held->contains("state")) return false;
  wire::Reader reader;
  reader.members((*held)["state"], asked.state);
  asked.options.votes.emplace();
  if (const auto votes = held->find("votes"); votes != held->end()) reader.read(*votes, *asked.options.votes);
  asked.format = word_at(json, "format");
  asked.options.for_staff = word_at(json, "version") == "internal";
  asked.options.names = core::from_name<core::InReport>(word_at(json, "names"));
  asked.options.is_from_a_browser = true;
  if (const auto now = json.find("now_ms"); now != json.end() && now->is_number()) {
    asked.options.generated_at_ms = static_cast<core::InstantMs>(now->get<double>());
  }
  return !reader.has_fault();
}

}  // namespace

ROUNDTABLE_EXPORT ReportHandle* rt_report_open() {
  return std::make_unique<ReportHandle>().release();
}
ROUNDTABLE_EXPORT void rt_report_close(ReportHandle* handle) {
  std::unique_ptr<ReportHandle>{handle}.reset();
}
ROUNDTABLE_EXPORT const char* rt_report_output(ReportHandle* handle) {
  return handle->output.data();
}

/// The length of the report's text; the text stays valid until the next call.
ROUNDTABLE_EXPORT std::int32_t rt_report(ReportHandle* handle, const char* text, std::int32_t length) {
  const auto json = wire::parse(text_at(text, length), most_bytes);
  Asked asked;
  if (!json || !json->is_object() || !read_asked(*json, asked)) return not_understood;
  const report::ReportModel model = report::build_report(asked.state, asked.options);
  if (asked.format == "md") return answer(handle, report::report_markdown(model));
  if (asked.format == "html") return answer(handle, report::report_html(model));
  if (asked.format == "json") return answer(handle, report::report_json(model));
  return not_understood;
}
