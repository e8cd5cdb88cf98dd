#include "usage.hpp"

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>

namespace roundtable::load {

namespace {

std::string text_of(pid_t process, std::string_view name) {
  std::ifstream file("/proc/" + std::to_string(process) + "/" + std::string(name));
  if (!file) throw std::runtime_error("no process " + std::to_string(process));
  return {std::istreambuf_iterator<char>(file), {}};
}

// "VmRSS:     5120 kB"
std::int64_t kilobytes_of(const std::string& text, std::string_view name) {
  const std::size_t at = text.find("\n" + std::string(name) + ":");
  if (at == std::string::npos) return 0;
  return std::stoll(text.substr(at + 2 + name.size())) * 1024;
}

}  // namespace

Processes read_processes(std::string_view comma_separated) {
  Processes processes;
  std::istringstream words{std::string(comma_separated)};
  for (std::string word; std::getline(words, word, ',');) processes.push_back(static_cast<pid_t>(std::stol(word)));
  return processes;
}

std::int64_t cpu_ns(const Processes& processes) {
  constexpr int kStateToUserTime = 11;  // fields between "state", the first after the name, and utime
  std::int64_t ticks = 0;
  for (const pid_t process : processes) {
    const std::string text = text_of(process, "stat");
    std::istringstream fields(text.substr(text.rfind(')') + 2));  // the name may hold blanks
    std::string skipped;
    for (int field = 0; field < kStateToUserTime; ++field) fields >> skipped;
    std::int64_t user = 0;
    std::int64_t system = 0;
    fields >> user >> system;
    ticks += user + system;
  }
  return ticks * (1'000'000'000 / sysconf(_SC_CLK_TCK));
}

Memory memory_of(const Processes& processes) {
  Memory memory;
  for (const pid_t process : processes) {
    memory.resident_bytes += kilobytes_of(text_of(process, "status"), "VmRSS");
    memory.proportional_bytes += kilobytes_of(text_of(process, "smaps_rollup"), "Pss");
  }
  return memory;
}

std::int64_t own_cpu_ns() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto ns = [](const timeval& time) { return (time.tv_sec * 1'000'000 + time.tv_usec) * 1'000; };
  return ns(usage.ru_utime) + ns(usage.ru_stime);
}

void raise_open_files() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace roundtable::load
