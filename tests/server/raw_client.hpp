#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "server/http.hpp"

// A socket that says exactly the bytes it is told, right or wrong. Every read has a deadline and throws beyond it.
namespace roundtable::server::test {

struct RawAnswer {
  unsigned status = 0;
  Headers headers;
  std::string body;
};

struct RawFrame {
  unsigned opcode = 0;
  bool final = false;
  bool compressed = false;
  std::string payload;
  // Of a close frame; 1005 as RFC 6455 has it for one without a code.
  unsigned close_code() const;
};

namespace opcode {
inline constexpr unsigned kContinuation = 0, kText = 1, kBinary = 2, kClose = 8, kPing = 9, kPong = 10;
}

class RawClient {
 public:
  explicit RawClient(std::uint16_t port, int receive_buffer_bytes = 0);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // A server that has already hung up is not an error here; the next read tells.
  void send(std::string_view bytes);
  /// As when a device loses its line and its system says so.
  void reset();
  void finish_sending() { shutdown(socket_, SHUT_WR); }

  std::string read_exactly(std::size_t size);
  std::string read_through(std::string_view mark);

  // Throws away what still comes.
  bool ends();
  RawAnswer read_answer(bool with_body = true);
  RawAnswer get(const std::string& path, const std::string& headers = {});
  static std::string upgrade_request(const std::string& headers, const std::string& path = "/api/sessions/k7/ws");
  RawAnswer upgrade(const std::string& headers = "Sec-WebSocket-Protocol: roundtable.v1\r\n");

  static std::string frame(unsigned op, std::string_view payload, bool final = true, bool masked = true,
                           unsigned reserved = 0);
  void text(std::string_view payload) { send(frame(opcode::kText, payload)); }
  void close(unsigned code);
  RawFrame read_frame();

  // Skips what was queued before it.
  unsigned read_close_code();

 private:
  [[noreturn]] static void fail(const std::string& what) { throw std::runtime_error("raw client: " + what); }

  void receive();
  bool receive_some();

  int socket_;
  std::string received_;
};

}  // namespace roundtable::server::test
