// What can be asked of the load client; each prints its figures as JSON.
#pragma once

#include <cstddef>
#include <string>

#include "usage.hpp"

namespace roundtable::load {

struct Options {
  std::uint16_t port = 0;
  std::string dialect = "roundtable";
  std::string session;    // Roundtable's
  std::string moderator;  // the secrets of two of its links
  std::string display;
  Processes server;
  std::string file;  // where bare commits are made, on the disk that the server writes to

  std::size_t connections = 1'000;
  double seconds = 2;
  double deliveries_a_second = 50'000;
  std::size_t in_flight = 8;
  std::size_t event_bytes = 300;
  std::size_t questions = 40;
  std::size_t votes = 10'000;
  std::size_t single_commands = 500;
};

void run_fanout(const Options& options);
void run_commands(const Options& options);
void run_storm(const Options& options);

}  // namespace roundtable::load
