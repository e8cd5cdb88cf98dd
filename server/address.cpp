#include "server/address.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

namespace roundtable::server {

namespace {

std::optional<std::uint32_t> ipv4_of(std::string_view text) {
  in_addr raw{};
  if (inet_pton(AF_INET, std::string(text).c_str(), &raw) != 1) return std::nullopt;
  return ntohl(raw.s_addr);
}

std::optional<in6_addr> ipv6_of(std::string_view text) {
  in6_addr raw{};
  const auto zone = text.find('%');
  if (inet_pton(AF_INET6, std::string(text.substr(0, zone)).c_str(), &raw) != 1) return std::nullopt;
  return raw;
}

bool in_network(std::uint32_t address, std::uint32_t network, unsigned bits) {
  return (address >> (32U - bits)) == (network >> (32U - bits));
}

bool is_rfc1918(std::uint32_t address) {
  return in_network(address, 0x0a000000, 8) || in_network(address, 0xac100000, 12) ||
         in_network(address, 0xc0a80000, 16);
}

bool is_link_local(std::uint32_t address) {
  return in_network(address, 0xa9fe0000, 16);
}

bool starts_with_any(std::string_view name, const auto& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

bool looks_virtual(std::string_view name) {
  constexpr std::array<std::string_view, 16> kPrefixes{"docker", "br-",     "veth", "virbr", "vmnet", "vboxnet",
                                                       "tun",    "tap",     "wg",   "utun",  "zt",    "tailscale",
                                                       "cni",    "flannel", "lxc",  "podman"};
  return starts_with_any(name, kPrefixes);
}

bool looks_physical(std::string_view name) {
  constexpr std::array<std::string_view, 4> kPrefixes{"en", "eth", "wl", "ww"};
  return starts_with_any(name, kPrefixes);
}

int rank(const Interface& candidate) {
  const auto address = ipv4_of(candidate.address);
  if (!candidate.up || candidate.loopback || !address || is_link_local(*address) ||
      in_network(*address, 0x7f000000, 8)) {
    return 0;
  }
  const int card = looks_virtual(candidate.name) ? 1 : looks_physical(candidate.name) ? 5 : 3;
  return card + (is_rfc1918(*address) ? 1 : 0);
}

}  // namespace

std::optional<std::string> choose_lan_address(const std::vector<Interface>& interfaces) {
  const auto best = std::max_element(interfaces.begin(), interfaces.end(),
                                     [](const Interface& a, const Interface& b) { return rank(a) < rank(b); });
  if (best == interfaces.end() || rank(*best) == 0) return std::nullopt;
  return best->address;
}

std::optional<std::string> lan_address() {
  ifaddrs* first = nullptr;
  if (getifaddrs(&first) != 0) return std::nullopt;
  const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(first, freeifaddrs);
  std::vector<Interface> found;
  for (const ifaddrs* item = first; item != nullptr; item = item->ifa_next) {
    if (item->ifa_addr == nullptr || item->ifa_addr->sa_family != AF_INET) continue;
    sockaddr_in socket_address{};
    std::memcpy(&socket_address, item->ifa_addr, sizeof socket_address);
    std::array<char, INET_ADDRSTRLEN> text{};
    if (inet_ntop(AF_INET, &socket_address.sin_addr, text.data(), text.size()) == nullptr) continue;
    const bool up = (item->ifa_flags & IFF_UP) != 0 && (item->ifa_flags & IFF_RUNNING) != 0;
    found.push_back({item->ifa_name, text.data(), up, (item->ifa_flags & IFF_LOOPBACK) != 0});
  }
  return choose_lan_address(found);
}

bool is_ip_address(std::string_view text) {
  return ipv4_of(text).has_value() || ipv6_of(text).has_value();
}

bool is_loopback_address(std::string_view text) {
  if (const auto v4 = ipv4_of(text)) return in_network(*v4, 0x7f000000, 8);
  const auto v6 = ipv6_of(text);
  return v6.has_value() && IN6_IS_ADDR_LOOPBACK(&*v6);
}

bool is_private_address(std::string_view text) {
  if (is_loopback_address(text)) return true;
  if (const auto v4 = ipv4_of(text)) return is_rfc1918(*v4) || is_link_local(*v4);
  const auto v6 = ipv6_of(text);
  return v6.has_value() && ((v6->s6_addr[0] & 0xfeU) == 0xfcU || IN6_IS_ADDR_LINKLOCAL(&*v6));
}

}  // namespace roundtable::server
