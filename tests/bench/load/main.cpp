// load fanout|commands|storm --port N [--OPTION VALUE]...     prints its figures as one JSON object
#include <cstdio>
#include <exception>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>

#include "runs.hpp"

namespace roundtable::load {

namespace {

using Setter = std::function<void(const std::string&)>;

Setter set(std::string& place) {
  return [&place](const std::string& value) { place = value; };
}
Setter set(double& place) {
  return [&place](const std::string& value) { place = std::stod(value); };
}
Setter set(std::size_t& place) {
  return [&place](const std::string& value) { place = std::stoul(value); };
}

Options read_options(int count, char** words) {
  Options options;
  const std::map<std::string, Setter> setters = {
      {"--port", [&](const std::string& value) { options.port = static_cast<std::uint16_t>(std::stoul(value)); }},
      {"--server", [&](const std::string& value) { options.server = read_processes(value); }},
      {"--dialect", set(options.dialect)},
      {"--session", set(options.session)},
      {"--moderator", set(options.moderator)},
      {"--display", set(options.display)},
      {"--file", set(options.file)},
      {"--connections", set(options.connections)},
      {"--seconds", set(options.seconds)},
      {"--deliveries-a-second", set(options.deliveries_a_second)},
      {"--in-flight", set(options.in_flight)},
      {"--event-bytes", set(options.event_bytes)},
      {"--questions", set(options.questions)},
      {"--votes", set(options.votes)},
      {"--single-commands", set(options.single_commands)},
  };
  for (int at = 2; at < count; at += 2) {
    const auto setter = setters.find(words[at]);
    if (setter == setters.end() || at + 1 == count) throw std::runtime_error("what is " + std::string(words[at]) + "?");
    setter->second(words[at + 1]);
  }
  return options;
}

void run(int count, char** words) {
  const std::map<std::string, void (*)(const Options&)> runs = {
      {"fanout", run_fanout}, {"commands", run_commands}, {"storm", run_storm}};
  const auto chosen = count < 2 ? runs.end() : runs.find(words[1]);
  if (chosen == runs.end()) throw std::runtime_error("load fanout|commands|storm --port N [--OPTION VALUE]...");
  raise_open_files();
  chosen->second(read_options(count, words));
}

}  // namespace

}  // namespace roundtable::load

int main(int count, char** words) {
  try {
    roundtable::load::run(count, words);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "load: %s\n", error.what());
    return 1;
  }
}
