#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace roundtable::load {

// One kept-alive HTTP connection to a server of this machine. It blocks: joining is no part of what is measured.
class HttpLine {
 public:
  explicit HttpLine(std::uint16_t port);
  ~HttpLine();
  HttpLine(const HttpLine&) = delete;
  HttpLine& operator=(const HttpLine&) = delete;

  // The body of the answer. Throws when its status is not 200.
  std::string post(const std::string& path, const std::string& json);

 private:
  void send_all(std::string_view bytes) const;
  void receive_more();

  int socket_;
  std::string received_;
};

}  // namespace roundtable::load
