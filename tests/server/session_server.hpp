// The whole server in one process on a free port of loopback: listener, rooms, API and a journal in a temporary folder.
// Time is the test's own; timers fire when the test moves it.
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <map>
#include <thread>

#include "raw_client.hpp"
#include "server/api.hpp"
#include "server/journal_sqlite.hpp"
#include "server/listener.hpp"
#include "server/session_socket.hpp"
#include "simulate/journal_driver.hpp"
#include "wire/json.hpp"

namespace roundtable::server::test {

using wire::Json;

inline constexpr const char* admin_key_of_tests = "the-admin-key-of-the-tests";

class SessionServer {
 public:
  explicit SessionServer(std::uint32_t command_rate = 0);
  ~SessionServer();
  SessionServer(const SessionServer&) = delete;
  SessionServer& operator=(const SessionServer&) = delete;

  std::uint16_t port() const { return listener_->port(); }
  template <class Work>
  void on_loop(Work work) {
    auto done = std::make_shared<std::promise<void>>();
    boost::asio::post(loop_, [&work, done] {
      work();
      done->set_value();
    });
    done->get_future().wait();
  }
  void advance(std::int64_t by_ms);
  std::int64_t now_ms() const { return now_ms_; }
  const Key& server_key() const { return world_->server_key; }
  KeyFolder& keys() { return keys_; }
  Rooms& rooms() { return *rooms_; }
  const std::filesystem::path& folder() const { return folder_.path(); }

  struct Answer {
    unsigned status = 0;
    Headers headers;
    std::string text;
    Json json;
  };
  Answer request(const std::string& method, const std::string& path, const std::string& body = {},
                 const std::string& headers = {});
  Answer get(const std::string& path, const std::string& bearer = {});
  Answer post(const std::string& path, const Json& body, const std::string& bearer = {});
  static std::string authorization(const std::string& bearer);

  /// The body of 201.
  Json create(const std::string& file) { return post("/api/sessions", Json(file), admin_key_of_tests).json; }
  /// The invite in a link's fragment.
  static std::string secret_in(const Json& link);
  Answer join(const std::string& session, const std::string& name, const std::string& invite = {});

 private:
  boost::asio::io_context loop_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{loop_.get_executor()};
  std::atomic<std::int64_t> now_ms_{1'772'442'000'000};
  std::multimap<std::int64_t, std::function<void()>> timers_;
  simulate::TemporaryFolder folder_;
  KeyFolder keys_;
  Journal::Post post_;
  std::unique_ptr<Journal> journal_;
  std::unique_ptr<RoomWorld> world_;
  std::unique_ptr<Rooms> rooms_;
  std::unique_ptr<SessionSockets> sockets_;
  StaticFiles files_{std::filesystem::path()};
  Metrics metrics_;
  std::unique_ptr<Api> api_;
  std::unique_ptr<Listener> listener_;
  std::thread thread_;
};

/// A WebSocket of a session that speaks JSON frames.
class Socket {
 public:
  Socket(SessionServer& server, const std::string& session);
  unsigned status = 0;

  void send(const Json& frame) { raw_.text(wire::dump(frame)); }
  void send_text(std::string_view text) { raw_.text(text); }
  RawClient& raw() { return raw_; }

  /// The body of the next frame of that name; events before it are kept in `events`.
  Json wait_for(const std::string& name);
  Json next();
  Json hello(const std::string& token, const Json& resume = {});
  /// The body of `ack` or `nack`.
  Json command(const std::string& type, const Json& data = Json::object(), std::string id = {});
  /// Waits for the next event of that type.
  Json wait_for_event(const std::string& type);
  /// Reads on to the close; its code.
  unsigned close_code();

  std::vector<Json> events;
  std::uint32_t seq = 0;
  Json bye;

 private:
  RawClient raw_;
  int commands_ = 0;
};

}  // namespace roundtable::server::test
