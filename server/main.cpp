// roundtable: serve, check, groups, report, verify.
#include <CLI/CLI.hpp>
#include <iostream>

#include "server/config.hpp"
#include "server/groups.hpp"
#include "server/journal.hpp"
#include "server/serve.hpp"
#include "server/tools.hpp"

using namespace roundtable::server;

int main(int count, char** words) {
  CLI::App app{"Roundtable: live, hybrid sessions on an equal footing"};
  app.require_subcommand(1);

  ServeConfig serve_config;
  CLI::App* serve_command = app.add_subcommand("serve", "run the server");
  add_serve_options(*serve_command, serve_config);

  std::vector<std::string> files;
  CLI::App* check_command = app.add_subcommand("check", "say what is wrong with session files");
  check_command->add_option("FILE", files, "session files")->required();

  GroupsConfig groups_config;
  CLI::App* groups_command = app.add_subcommand("groups", "make balanced groups of people");
  add_groups_options(*groups_command, groups_config);

  ReportConfig report_config;
  CLI::App* report_command = app.add_subcommand("report", "write a session's report");
  add_report_options(*report_command, report_config);

  VerifyConfig verify_config;
  CLI::App* verify_command = app.add_subcommand("verify", "prove the journal's chain");
  add_verify_options(*verify_command, verify_config);

  CLI11_PARSE(app, count, words);
  try {
    if (*serve_command) return serve(serve_config);
    if (*check_command) return check(files, std::cout, std::cerr);
    if (*groups_command) return write_groups(groups_config, std::cout, std::cerr);
    if (*report_command) return write_report(report_config, std::cout, std::cerr);
    if (*verify_command) return verify(verify_config, std::cout, std::cerr);
  } catch (const std::exception& error) {
    std::cerr << "roundtable: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
