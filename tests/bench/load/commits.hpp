#pragma once

#include <filesystem>

#include "histogram.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace roundtable::load {

// The baseline of durable commands: one row a commit, with the settings of Roundtable's journal and nothing around it.
class BareCommits {
 public:
  explicit BareCommits(const std::filesystem::path& file);
  ~BareCommits();
  BareCommits(const BareCommits&) = delete;
  BareCommits& operator=(const BareCommits&) = delete;

  void commit();

 private:
  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

// One after the other for so long.
Histogram commit_for(BareCommits& commits, double seconds);

}  // namespace roundtable::load
