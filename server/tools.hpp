// The commands beside `serve`: each prints for people and answers with an exit code.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace roundtable::server {

struct ReportConfig {
  std::filesystem::path data;
  std::string session;  // id or code
  std::string format = "md";
  bool is_internal = false;   // for staff; else what is handed out
  std::string names;          // name, group or none; empty: as the session file says
  std::filesystem::path out;  // empty: standard output
};
void add_report_options(CLI::App& app, ReportConfig& config);

struct VerifyConfig {
  std::filesystem::path data;
  std::string hash;  // empty: none expected
};
void add_verify_options(CLI::App& app, VerifyConfig& config);

/// 0 all good, 1 faults, 2 a file cannot be opened.
int check(const std::vector<std::string>& files, std::ostream& out, std::ostream& errors);
/// 0 written, 1 no such session or format, 2 the journal cannot be read.
int write_report(const ReportConfig& config, std::ostream& out, std::ostream& errors);
/// 0 proven, 1 not, 2 the journal cannot be read.
int verify(const VerifyConfig& config, std::ostream& out, std::ostream& errors);

}  // namespace roundtable::server
