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
  explicit SessionServer(std::uint32_t command_rate = 0) : keys_(folder_.path(), system_random()) {
    post_ = [this](std::function<void()> work) { boost::asio::post(loop_, std::move(work)); };
    journal_ = open_sqlite_journal(folder_.path(), post_);
    world_.reset(new RoomWorld{*journal_, [this] { return now_ms_.load(); }, system_random(), post_,
                               [this](std::int64_t delay_ms, std::function<void()> work) {
                                 timers_.emplace(now_ms_ + delay_ms, std::move(work));
                               },
                               [](std::string_view) {}, keys_.server_key(), command_rate});
    rooms_ = std::make_unique<Rooms>(*world_, keys_);
    sockets_ = std::make_unique<SessionSockets>(*world_, *rooms_);
    api_ = std::make_unique<Api>(
        *world_, *rooms_, files_, metrics_,
        ApiSettings{admin_key_of_tests, "http://room.test", std::filesystem::path(ROUNDTABLE_SOURCE_DIR) / "sessions"});
    ListenerOptions options;
    options.address = "127.0.0.1";
    options.port = 0;
    options.log = [](std::string_view) {};
    listener_ = std::make_unique<Listener>(
        loop_, options,
        [this](HttpRequest request, Respond respond) { api_->handle(std::move(request), std::move(respond)); },
        [this](const UpgradeRequest& request, std::shared_ptr<Peer> peer) {
          return sockets_->accept(request, std::move(peer));
        },
        metrics_);
    thread_ = std::thread([this] { loop_.run(); });
  }
  ~SessionServer() {
    on_loop([this] {
      listener_.reset();
      timers_.clear();
      sockets_.reset();
      rooms_.reset();
      work_.reset();
    });
    thread_.join();
    journal_.reset();
  }
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
  void advance(std::int64_t by_ms) {
    on_loop([this, by_ms] {
      now_ms_ += by_ms;
      while (!timers_.empty() && timers_.begin()->first <= now_ms_) {
        const auto work = std::move(timers_.begin()->second);
        timers_.erase(timers_.begin());
        work();
      }
    });
  }
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
                 const std::string& headers = {}) {
    RawClient client(port());
    std::string text = method + " " + path + " HTTP/1.1\r\nHost: room.test\r\n" + headers;
    if (method == "POST") text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    client.send(text + "\r\n" + body);
    RawAnswer raw = client.read_answer();
    return {raw.status, raw.headers, raw.body, wire::parse(raw.body, std::size_t{4} << 20U).value_or(Json())};
  }
  Answer get(const std::string& path, const std::string& bearer = {}) {
    return request("GET", path, {}, authorization(bearer));
  }
  Answer post(const std::string& path, const Json& body, const std::string& bearer = {}) {
    return request("POST", path, body.is_string() ? body.get<std::string>() : wire::dump(body), authorization(bearer));
  }
  static std::string authorization(const std::string& bearer) {
    return bearer.empty() ? std::string() : "Authorization: Bearer " + bearer + "\r\n";
  }

  /// The body of 201.
  Json create(const std::string& file) { return post("/api/sessions", Json(file), admin_key_of_tests).json; }
  /// The invite in a link's fragment.
  static std::string secret_in(const Json& link) {
    const auto text = link.get<std::string>();
    return text.substr(text.find("#invite=") + 8);
  }
  Answer join(const std::string& session, const std::string& name, const std::string& invite = {}) {
    Json body = Json::object();
    if (!name.empty()) body["profile"] = {{"name", name}};
    if (!invite.empty()) body["invite"] = invite;
    return post("/api/sessions/" + session + "/join", body);
  }

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
  Socket(SessionServer& server, const std::string& session) : raw_(server.port()) {
    raw_.send(
        RawClient::upgrade_request("Sec-WebSocket-Protocol: roundtable.v1\r\n", "/api/sessions/" + session + "/ws"));
    status = raw_.read_answer().status;
  }
  unsigned status = 0;

  void send(const Json& frame) { raw_.text(wire::dump(frame)); }
  void send_text(std::string_view text) { raw_.text(text); }
  RawClient& raw() { return raw_; }

  /// The body of the next frame of that name; events before it are kept in `events`.
  Json wait_for(const std::string& name) {
    for (;;) {
      const Json frame = next();
      if (frame.contains("events")) {
        seq = frame["events"]["seq"].get<std::uint32_t>();
        for (const Json& entry : frame["events"]["list"]) events.push_back(entry);
      }
      if (frame.contains(name)) return frame[name];
      if (frame.contains("bye") || frame.contains("closed")) return frame;
    }
  }
  Json next() {
    for (;;) {
      const RawFrame frame = raw_.read_frame();
      if (frame.opcode == opcode::kClose) return {{"closed", frame.close_code()}};
      if (frame.opcode != opcode::kText) continue;
      return wire::parse(frame.payload, std::size_t{64} << 20U).value_or(Json());
    }
  }
  Json hello(const std::string& token, const Json& resume = {}) {
    Json body = {{"token", token}};
    if (!resume.is_null()) body["resume"] = resume;
    send({{"hello", body}});
    const Json welcome = wait_for("welcome");
    if (welcome.contains("seq")) seq = welcome["seq"].get<std::uint32_t>();
    return welcome;
  }
  /// The body of `ack` or `nack`.
  Json command(const std::string& type, const Json& data = Json::object(), std::string id = {}) {
    if (id.empty()) id = "c" + std::to_string(++commands_);
    send({{"cmd", {{"id", id}, {"type", type}, {"data", data}}}});
    for (;;) {
      const Json frame = next();
      if (frame.contains("events")) {
        seq = frame["events"]["seq"].get<std::uint32_t>();
        for (const Json& entry : frame["events"]["list"]) events.push_back(entry);
      }
      if (frame.contains("ack")) return frame["ack"];
      if (frame.contains("nack")) return frame["nack"];
      if (frame.contains("closed")) return frame;
    }
  }
  /// Waits for the next event of that type.
  Json wait_for_event(const std::string& type) {
    for (std::size_t at = 0;; ++at) {
      while (at >= events.size()) {
        if (wait_for("events").contains("closed")) return {};
      }
      if (events[at]["type"] == type) return events[at];
    }
  }
  /// Reads on to the close; its code.
  unsigned close_code() {
    for (;;) {
      const Json frame = next();
      if (frame.contains("bye")) bye = frame["bye"];
      if (frame.contains("closed")) return frame["closed"].get<unsigned>();
    }
  }

  std::vector<Json> events;
  std::uint32_t seq = 0;
  Json bye;

 private:
  RawClient raw_;
  int commands_ = 0;
};

}  // namespace roundtable::server::test
