#include "server/tools.hpp"

#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>

#include "core/apply.hpp"
#include "report/report_formats.hpp"
#include "report/report_model.hpp"
#include "server/identity.hpp"
#include "server/journal_reader.hpp"
#include "server/journal_verify.hpp"
#include "server/rows.hpp"
#include "wire/check_text.hpp"

namespace roundtable::server {

namespace {

/// The state as the journal tells it; the server may be running meanwhile.
std::optional<core::State> state_of(JournalReader& reader, const std::string& session, std::ostream& errors) {
  core::State state;
  for (const Row& row : reader.read(session, 1)) {
    const auto event = event_of(row);
    if (!event) {
      errors << "roundtable: " << replay_fault(row) << '\n';
      return std::nullopt;
    }
    core::apply(state, *event);
  }
  return state;
}

/// Whoever was merged out of two entries has one vote. Without the session's key each entry's vote counts.
void unite_merged_voters(core::State& state, const std::filesystem::path& data, const std::string& session) {
  if (state.roster.merges.empty()) return;
  try {
    const Key key = KeyFolder(data, system_random()).session_key(session);
    core::unite_voters(state, [&](core::PersonId person) { return alias(key, person.value, "question votes"); });
  } catch (const IdentityError&) {
  }
}

std::optional<std::string> session_named(JournalReader& reader, const std::string& wanted) {
  const auto code = normalise_code(wanted);
  for (const std::string& session : reader.sessions()) {
    if (session == wanted) return session;
    if (!code) continue;
    std::ostringstream ignored;
    const auto state = state_of(reader, session, ignored);
    if (state && state->session.code == *code) return session;
  }
  return std::nullopt;
}

std::string written(const core::State& state, const ReportConfig& config, const std::string& last_hash) {
  report::ReportOptions options;
  options.for_staff = config.is_internal;
  options.names = core::from_name<core::InReport>(config.names);
  options.last_hash = last_hash;
  options.generated_at_ms =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  const report::ReportModel model = report::build_report(state, options);
  if (config.format == "html") return report::report_html(model);
  return config.format == "json" ? report::report_json(model) : report::report_markdown(model);
}

}  // namespace

void add_report_options(CLI::App& app, ReportConfig& config) {
  app.add_option("--data", config.data, "the server's data folder")->required();
  app.add_option("SESSION", config.session, "id or code of the session")->required();
  app.add_option("--format", config.format, "md, html or json")->check(CLI::IsMember({"md", "html", "json"}));
  app.add_flag("--internal", config.is_internal,
               "the version for staff: drafts, questions that were not approved, reasons for overruling the order");
  app.add_option("--names", config.names, "how people are shown: name, group or none; else as the session file says")
      ->check(CLI::IsMember({"name", "group", "none"}));
  app.add_option("--out", config.out, "file to write; standard output without it");
}

void add_verify_options(CLI::App& app, VerifyConfig& config) {
  app.add_option("--data", config.data, "the server's data folder")->required();
  app.add_option("--hash", config.hash, "the last hash that a report bears: that row must be there");
}

int check(const std::vector<std::string>& files, std::ostream& out, std::ostream& errors) {
  int result = 0;
  for (const std::string& file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!stream || !(text << stream.rdbuf())) {
      if (!stream || stream.peek() != std::ifstream::traits_type::eof()) {
        errors << file << ": cannot be opened\n";
        result = 2;
        continue;
      }
    }
    const wire::CheckedFile checked = wire::check_session_file(text.view());
    out << wire::check_text(file, checked);
    if (!checked.file && result == 0) result = 1;
  }
  return result;
}

int write_report(const ReportConfig& config, std::ostream& out, std::ostream& errors) {
  try {
    JournalReader reader(config.data);
    const auto session = session_named(reader, config.session);
    if (!session) {
      errors << "roundtable: no session " << config.session << " in " << config.data.string() << '\n';
      return 1;
    }
    auto state = state_of(reader, *session, errors);
    if (!state) return 1;
    unite_merged_voters(*state, config.data, *session);
    const std::string text = written(*state, config, reader.last_hash(*session));
    if (config.out.empty()) {
      out << text;
      return 0;
    }
    std::ofstream file(config.out, std::ios::binary);
    if (!(file << text)) {
      errors << "roundtable: cannot write " << config.out.string() << '\n';
      return 1;
    }
    return 0;
  } catch (const std::exception& error) {
    errors << "roundtable: " << error.what() << '\n';
    return 2;
  }
}

int verify(const VerifyConfig& config, std::ostream& out, std::ostream& errors) {
  try {
    const auto hash = config.hash.empty() ? std::nullopt : std::optional(config.hash);
    const VerifyReport report = verify_journal(config.data, hash);
    for (const VerifiedSession& session : report.sessions) {
      out << session.session << ": " << session.rows << " rows, last hash " << session.last_hash;
      if (session.erased > 0) out << ", " << session.erased << " words erased";
      if (session.fault) out << ", BROKEN at row " << session.fault->seq << ": " << session.fault->what;
      out << '\n';
    }
    if (report.fault) out << "the journal is damaged: " << *report.fault << '\n';
    if (report.found) {
      out << "the hash stands at row " << report.found->seq << " of " << report.found->session
          << (report.found->is_last ? ", the last one" : ", rows were added since") << '\n';
    } else if (report.hash_expected) {
      out << "no proven row bears that hash\n";
    }
    out << (report.good() ? "verified" : "NOT verified") << '\n';
    return report.good() ? 0 : 1;
  } catch (const std::exception& error) {
    errors << "roundtable: " << error.what() << '\n';
    return 2;
  }
}

}  // namespace roundtable::server
