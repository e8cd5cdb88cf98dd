#include "http_line.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace roundtable::load {

HttpLine::HttpLine(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    throw std::runtime_error("nobody listens on port " + std::to_string(port));
  }
}

HttpLine::~HttpLine() {
  ::close(socket_);
}

std::string HttpLine::post(const std::string& path, const std::string& json) {
  send_all("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(json.size()) + "\r\n\r\n" + json);
  constexpr std::string_view kLength = "Content-Length: ";
  std::size_t head = 0;
  while ((head = received_.find("\r\n\r\n")) == std::string::npos) receive_more();
  const std::size_t at = received_.find(kLength);
  if (at > head) throw std::runtime_error("an answer without a length: " + received_);
  const std::size_t length = std::stoul(received_.substr(at + kLength.size()));
  while (received_.size() < head + 4 + length) receive_more();
  const std::string answer = received_.substr(0, head + 4 + length);
  received_.erase(0, answer.size());
  if (answer.substr(0, 12) != "HTTP/1.1 200") throw std::runtime_error(path + " was answered with " + answer);
  return answer.substr(head + 4);
}

void HttpLine::send_all(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) throw std::runtime_error("the server cut an HTTP connection");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void HttpLine::receive_more() {
  std::array<char, 4096> buffer;
  const ssize_t count = recv(socket_, buffer.data(), buffer.size(), 0);
  if (count <= 0) throw std::runtime_error("the server cut an HTTP connection");
  received_.append(buffer.data(), static_cast<std::size_t>(count));
}

}  // namespace roundtable::load
