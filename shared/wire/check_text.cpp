#include "wire/check_text.hpp"

#include <algorithm>

namespace roundtable::wire {

namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string good_line(const core::SessionFile& file) {
  core::DurationMs planned_ms = 0;
  for (const auto& phase : file.plan.phases) planned_ms += phase.planned_ms;
  return "good: " + counted(file.plan.phases.size(), "phase", "phases") + " of " +
         std::to_string(planned_ms / core::minute_ms) + " minutes in a slot of " +
         std::to_string(file.plan.duration_ms / core::minute_ms) + ", " +
         counted(file.people.size(), "named person", "named people");
}

std::string right_aligned(std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), ' ') + digits;
}

std::string fitted_lines(const std::vector<FittedMinutes>& fitted) {
  std::int64_t sum = 0;
  std::int64_t longest = 0;
  for (const auto& phase : fitted) {
    sum += phase.fitted_minutes;
    longest = std::max({longest, phase.minutes, phase.fitted_minutes});
  }
  const std::size_t width = std::to_string(longest).size();
  std::string text = "  the plan fitted to " + counted(static_cast<std::size_t>(sum), "minute", "minutes") + ":\n";
  for (const auto& phase : fitted) {
    text += "    " + right_aligned(phase.fitted_minutes, width) + " minutes instead of " +
            right_aligned(phase.minutes, width) + ": " + phase.title + "\n";
  }
  return text;
}

}  // namespace

std::string check_text(std::string_view file_name, const CheckedFile& checked) {
  const std::string start = std::string(file_name) + ": ";
  if (checked.file) return start + good_line(*checked.file) + "\n";
  std::string text;
  for (const Fault& fault : checked.faults) text += start + fault.pointer + ": " + fault.message + "\n";
  if (!checked.fitted.empty()) text += fitted_lines(checked.fitted);
  return text;
}

}  // namespace roundtable::wire
