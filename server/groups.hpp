// `roundtable groups`: the solver of balanced groups on its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "wire/grouping.hpp"

namespace CLI {
class App;
}

namespace roundtable::server {

struct GroupsConfig {
  std::filesystem::path file;
  std::string format;  // csv, json or mdgplib; empty: as the file is named
  wire::GroupingWishes wishes;
  double seconds = 1;
  std::optional<std::uint64_t> steps;  // instead of seconds: the same groups on every machine
  std::uint64_t seed = 1;
};
void add_groups_options(CLI::App& app, GroupsConfig& config);

/// 0 groups written, 1 faults, 2 the file cannot be opened.
int write_groups(const GroupsConfig& config, std::ostream& out, std::ostream& errors);

}  // namespace roundtable::server
