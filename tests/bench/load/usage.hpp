#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace roundtable::load {

// What the kernel says of the processes that make up one server.
using Processes = std::vector<pid_t>;

Processes read_processes(std::string_view comma_separated);

// User and system time since they started, of all their threads.
std::int64_t cpu_ns(const Processes& processes);

struct Memory {
  std::int64_t resident_bytes = 0;      // VmRSS: what several processes share counts once for each
  std::int64_t proportional_bytes = 0;  // Pss: what they share counts once in all
};
Memory memory_of(const Processes& processes);

// Of this program.
std::int64_t own_cpu_ns();

// As many open files as the machine allows this process.
void raise_open_files();

}  // namespace roundtable::load
