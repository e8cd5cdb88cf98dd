#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Which address of this machine phones in the room can open, and what kind an address is.
namespace roundtable::server {

struct Interface {
  std::string name;
  std::string address;
  bool up = true;
  bool loopback = false;
};

// IPv4 of a network card before that of a bridge, container or tunnel, private before public; nothing if there is none.
std::optional<std::string> choose_lan_address(const std::vector<Interface>& interfaces);
std::optional<std::string> lan_address();  // of this machine, now

bool is_ip_address(std::string_view text);
bool is_loopback_address(std::string_view text);
bool is_private_address(std::string_view text);  // loopback, RFC 1918, link-local, unique local

}  // namespace roundtable::server
