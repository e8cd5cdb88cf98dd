// Reads a session file: the core's terms when all is right, or every fault with what would be right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"

namespace roundtable::wire {

struct Fault {
  std::string pointer;  // JSON pointer; "/" stands for the whole file
  std::string message;  // what is wrong, and what would be right
};

struct FittedMinutes {
  std::string title;
  std::int64_t minutes = 0;
  std::int64_t fitted_minutes = 0;
};

struct CheckedFile {
  std::optional<core::SessionFile> file;  // only without faults
  std::vector<Fault> faults;
  std::vector<FittedMinutes> fitted;  // when the plan is longer than its slot and can be fitted
};

CheckedFile check_session_file(std::string_view text);

}  // namespace roundtable::wire
