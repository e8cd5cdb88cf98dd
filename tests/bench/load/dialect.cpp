#include "dialect.hpp"

#include <stdexcept>
#include <utility>
#include <vector>

#include "roundtable.hpp"

namespace roundtable::load {

namespace {

class RoundtableDialect final : public Dialect {
 public:
  explicit RoundtableDialect(const DialectChoice& choice)
      : session_{choice.port, choice.session}, tokens_(join_attendees(session_, choice.listeners)) {
    tokens_.push_back(join_with(session_, choice.moderator_invite));
  }
  Upgrade upgrade(std::size_t) const override { return session_upgrade(session_); }
  Reaction opened(std::size_t number) const override { return {false, hello(tokens_[number])}; }
  Reaction message(std::string_view text) const override {
    expect_no_nack(text);
    return {kind_of(text) == Frames::welcome, {}};
  }
  std::string publish(std::uint32_t index, std::string_view text) const override {
    return command("a" + std::to_string(index), "announce", R"({"text":")" + std::string(text) + R"("})");
  }

 private:
  SessionAddress session_;
  std::vector<std::string> tokens_;
};

// What Roundtable's listeners are sent, so that all servers carry the same bytes.
std::string entry(std::uint32_t index, std::string_view text) {
  const std::string number = std::to_string(index + 1);
  return R"({"seq":)" + number + R"(,"list":[{"seq":)" + number +
         R"(,"at":1795338000000,"type":"announced","data":{"announcement":)" + number + R"(,"text":")" +
         std::string(text) + R"(","by":1}}]})";
}

// The server passes on each text that comes at /publish to every connection at /listen.
class PlainDialect final : public Dialect {
 public:
  explicit PlainDialect(std::size_t listeners) : listeners_(listeners) {}
  Upgrade upgrade(std::size_t number) const override { return {number < listeners_ ? "/listen" : "/publish", {}}; }
  Reaction opened(std::size_t) const override { return {true, {}}; }
  Reaction message(std::string_view) const override { return {}; }
  std::string publish(std::uint32_t index, std::string_view text) const override {
    return R"({"events":)" + entry(index, text) + "}";
  }

 private:
  std::size_t listeners_;
};

// Engine.IO 4 on its WebSocket transport: 0 open, 2 ping, 3 pong, 4 message; inside a message 0 connect, 2 event.
class SocketIoDialect final : public Dialect {
 public:
  Upgrade upgrade(std::size_t) const override { return {"/socket.io/?EIO=4&transport=websocket", {}}; }
  Reaction opened(std::size_t) const override { return {}; }
  Reaction message(std::string_view text) const override {
    if (text.starts_with('0')) return {false, "40"};
    if (text == "2") return {false, "3"};
    return {text.starts_with("40"), {}};
  }
  std::string publish(std::uint32_t index, std::string_view text) const override {
    return R"(42["events",)" + entry(index, text) + "]";
  }
};

}  // namespace

std::unique_ptr<Dialect> open_dialect(const DialectChoice& choice) {
  if (choice.name == "roundtable") return std::make_unique<RoundtableDialect>(choice);
  if (choice.name == "plain") return std::make_unique<PlainDialect>(choice.listeners);
  if (choice.name == "socket.io") return std::make_unique<SocketIoDialect>();
  throw std::runtime_error("no such dialect: " + choice.name);
}

}  // namespace roundtable::load
