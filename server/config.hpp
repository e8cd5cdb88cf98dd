#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace roundtable::server {

struct ListenAddress {
  std::string address;  // without brackets
  std::uint16_t port = 0;
};

struct ServeConfig {
  ListenAddress listen{"0.0.0.0", 8080};
  std::filesystem::path data;
  std::filesystem::path web;       // empty: no web client
  std::filesystem::path sessions;  // empty: the start page offers none
  std::string public_url;          // empty, or scheme://host[:port] without a slash at the end
  unsigned threads = 1;
  unsigned command_rate = 20;  // commands a second from one person; 0: no limit, nor one on pending questions
};

// Adds the options of `roundtable serve`; config is filled when the App parses and must outlive that.
void add_serve_options(CLI::App& app, ServeConfig& config);

// Both throw std::invalid_argument with a sentence for people.
ListenAddress parse_listen(std::string_view text);  // "0.0.0.0:8080", "[::]:8080", ":8080"
std::string parse_public_url(std::string_view text);

// What stands before paths in printed links: the public URL, or this machine's address in the local network.
std::string link_base(const ServeConfig& config, std::uint16_t bound_port);

}  // namespace roundtable::server
