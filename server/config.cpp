#include "server/config.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <stdexcept>

#include "server/address.hpp"
#include "server/http_rules.hpp"

namespace roundtable::server {

namespace {

constexpr unsigned kThreadsMax = 64;
constexpr unsigned kCommandRateMax = 1'000'000;

[[noreturn]] void reject(std::string_view text, const std::string& why) {
  throw std::invalid_argument("\"" + std::string(text) + "\": " + why);
}

std::uint16_t parse_port(std::string_view whole, std::string_view digits) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
    reject(whole, "the port must be a number from 0 to 65535");
  }
  return port;
}

bool is_host(std::string_view host) {
  if (host.starts_with('[')) return host.ends_with(']') && is_ip_address(host.substr(1, host.size() - 2));
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
  return !host.empty() && std::all_of(host.begin(), host.end(), allowed) && !host.starts_with('.') &&
         host.find("..") == std::string_view::npos;
}

// CLI11 prints a ValidationError after the option's name.
template <class Value, class Parse>
void add_parsed(CLI::App& app, const std::string& name, Value& target, Parse parse, const std::string& help,
                const std::string& type) {
  app.add_option_function<std::string>(
         name,
         [&target, parse, name](const std::string& text) {
           try {
             target = parse(text);
           } catch (const std::invalid_argument& error) {
             throw CLI::ValidationError(name, error.what());
           }
         },
         help)
      ->type_name(type);
}

}  // namespace

ListenAddress parse_listen(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) reject(text, "expected ADDR:PORT, for example 0.0.0.0:8080");
  std::string_view address = text.substr(0, colon);
  const std::uint16_t port = parse_port(text, text.substr(colon + 1));
  if (address.empty()) address = "0.0.0.0";
  if (address == "localhost") address = "127.0.0.1";
  if (address.starts_with('[') && address.ends_with(']')) {
    address = address.substr(1, address.size() - 2);
  } else if (address.find(':') != std::string_view::npos) {
    reject(text, "an IPv6 address stands in brackets, for example [::]:8080");
  }
  if (!is_ip_address(address)) reject(text, "the address must be an IPv4 or IPv6 address, for example 0.0.0.0:8080");
  return {std::string(address), port};
}

std::string parse_public_url(std::string_view text) {
  const auto origin = origin_of(text);
  if (!origin) reject(text, "expected http://HOST[:PORT] or https://HOST[:PORT], without a user name");
  const auto authority = text.substr(text.find("://") + 3);
  const auto path = authority.find_first_of("/?#");
  if (path != std::string_view::npos && authority.substr(path) != "/") {
    reject(text, "the server answers at the root of a host: leave out path, query and fragment");
  }
  std::string_view host = std::string_view(*origin).substr(origin->find("://") + 3);
  const auto colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) {
    if (parse_port(text, host.substr(colon + 1)) == 0) reject(text, "port 0 cannot be opened");
    host = host.substr(0, colon);
  }
  if (!is_host(host)) reject(text, "the host must be a name or an address; write other scripts in their xn-- form");
  return *origin;
}

void add_serve_options(CLI::App& app, ServeConfig& config) {
  add_parsed(app, "--listen", config.listen, parse_listen, "Where to listen (default 0.0.0.0:8080)", "ADDR:PORT");
  app.add_option("--data", config.data, "Folder of the journals and keys; made if it is missing")
      ->required()
      ->type_name("DIR");
  app.add_option("--web", config.web, "Folder of the built web client")
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
  app.add_option("--sessions", config.sessions, "Folder of session files that the start page offers")
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
  add_parsed(app, "--public-url", config.public_url, parse_public_url,
             "Address that people open, if not this machine's", "URL");
  app.add_option("--threads", config.threads, "Threads for connections (default 1)")
      ->check(CLI::Range(1U, kThreadsMax));
  app.add_option("--command-rate", config.command_rate, "Commands a second from one person (default 20, 0: no limit)")
      ->check(CLI::Range(0U, kCommandRateMax));
}

std::string link_base(const ServeConfig& config, std::uint16_t bound_port) {
  if (!config.public_url.empty()) return config.public_url;
  const std::string& listen = config.listen.address;
  const bool everywhere = listen == "0.0.0.0" || listen == "::";
  const std::string address = everywhere ? lan_address().value_or("127.0.0.1") : listen;
  const bool brackets = address.find(':') != std::string::npos;
  return "http://" + (brackets ? '[' + address + ']' : address) + ':' + std::to_string(bound_port);
}

}  // namespace roundtable::server
