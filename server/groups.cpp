#include "server/groups.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>

namespace roundtable::server {

namespace {

constexpr double most_seconds = 3'600;
constexpr std::uint64_t slice_steps = 64;
constexpr std::uint64_t most_steps = 1'000'000'000;

std::string format_of(const GroupsConfig& config) {
  if (!config.format.empty()) return config.format;
  std::string ending = config.file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
  return ending == ".json" ? "json" : "csv";
}

wire::CheckedGrouping read(const GroupsConfig& config, std::string_view text) {
  const std::string format = format_of(config);
  if (format == "mdgplib") return wire::read_mdgplib(text);
  return format == "json" ? wire::read_people_json(text, config.wishes) : wire::read_people_csv(text, config.wishes);
}

/// The time only chooses the number of steps.
void search(core::GroupingSearch& search, const GroupsConfig& config) {
  if (config.steps) {
    search.run(*config.steps);
    return;
  }
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                                                          std::chrono::duration<double>(config.seconds));
  while (std::chrono::steady_clock::now() < end) search.run(slice_steps);
}

}  // namespace

void add_groups_options(CLI::App& app, GroupsConfig& config) {
  app.add_option("FILE", config.file, "people as CSV or JSON, or distances (--format mdgplib)")->required();
  app.add_option("--format", config.format, "csv, json or mdgplib; else as the file is named")
      ->check(CLI::IsMember({"csv", "json", "mdgplib"}));
  CLI::Option* count = app.add_option("--count", config.wishes.count, "how many groups");
  app.add_option("--size", config.wishes.size, "or how many people at most in one group")->excludes(count);
  app.add_option("--rounds", config.wishes.rounds, "rounds in which people meet others again as seldom as can be");
  app.add_option("--diversify", config.wishes.diversify,
                 "attributes to spread over the groups, NAME or NAME:WEIGHT (10); else all that are not clustered")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--cluster", config.wishes.cluster, "attributes whose values stay together, NAME or NAME:WEIGHT (40)")
      ->delimiter(',')
      ->allow_extra_args(false);
  CLI::Option* seconds =
      app.add_option("--seconds", config.seconds, "how long to search (1)")->check(CLI::Range(0.0, most_seconds));
  app.add_option("--steps", config.steps, "or how many steps: the same groups on every machine")
      ->check(CLI::Range(std::uint64_t{0}, most_steps))
      ->excludes(seconds);
  app.add_option("--seed", config.seed, "another number, other groups (1)");
}

int write_groups(const GroupsConfig& config, std::ostream& out, std::ostream& errors) {
  const std::string name = config.file.string();
  std::error_code ignored;
  std::ifstream stream(config.file, std::ios::binary);
  std::ostringstream text;
  if (!stream || std::filesystem::is_directory(config.file, ignored) ||
      (!(text << stream.rdbuf()) && stream.peek() != std::ifstream::traits_type::eof())) {
    errors << name << ": cannot be opened\n";
    return 2;
  }
  wire::CheckedGrouping checked = read(config, text.view());
  if (!checked.file) {
    for (const wire::GroupingFault& fault : checked.faults) {
      errors << name << ": " << fault.where << ": " << fault.message << '\n';
    }
    return 1;
  }
  core::GroupingSearch solver(checked.file->problem, config.seed);
  search(solver, config);
  out << wire::grouping_text(*checked.file, solver.best(), config.seed, solver.steps());
  return 0;
}

}  // namespace roundtable::server
