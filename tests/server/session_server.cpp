#include "session_server.hpp"

namespace roundtable::server::test {

SessionServer::SessionServer(std::uint32_t command_rate) : keys_(folder_.path(), system_random()) {
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

SessionServer::~SessionServer() {
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

void SessionServer::advance(std::int64_t by_ms) {
  on_loop([this, by_ms] {
    now_ms_ += by_ms;
    while (!timers_.empty() && timers_.begin()->first <= now_ms_) {
      const auto work = std::move(timers_.begin()->second);
      timers_.erase(timers_.begin());
      work();
    }
  });
}

SessionServer::Answer SessionServer::request(const std::string& method, const std::string& path,
                                             const std::string& body, const std::string& headers) {
  RawClient client(port());
  std::string text = method + " " + path + " HTTP/1.1\r\nHost: room.test\r\n" + headers;
  if (method == "POST") text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  client.send(text + "\r\n" + body);
  RawAnswer raw = client.read_answer();
  return {raw.status, raw.headers, raw.body, wire::parse(raw.body, std::size_t{4} << 20U).value_or(Json())};
}

SessionServer::Answer SessionServer::get(const std::string& path, const std::string& bearer) {
  return request("GET", path, {}, authorization(bearer));
}

SessionServer::Answer SessionServer::post(const std::string& path, const Json& body, const std::string& bearer) {
  return request("POST", path, body.is_string() ? body.get<std::string>() : wire::dump(body), authorization(bearer));
}

std::string SessionServer::authorization(const std::string& bearer) {
  return bearer.empty() ? std::string() : "Authorization: Bearer " + bearer + "\r\n";
}

std::string SessionServer::secret_in(const Json& link) {
  const auto text = link.get<std::string>();
  return text.substr(text.find("#invite=") + 8);
}

SessionServer::Answer SessionServer::join(const std::string& session, const std::string& name,
                                          const std::string& invite) {
  Json body = Json::object();
  if (!name.empty()) body["profile"] = {{"name", name}};
  if (!invite.empty()) body["invite"] = invite;
  return post("/api/sessions/" + session + "/join", body);
}

Socket::Socket(SessionServer& server, const std::string& session) : raw_(server.port()) {
  raw_.send(
      RawClient::upgrade_request("Sec-WebSocket-Protocol: roundtable.v1\r\n", "/api/sessions/" + session + "/ws"));
  status = raw_.read_answer().status;
}

Json Socket::wait_for(const std::string& name) {
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

Json Socket::next() {
  for (;;) {
    const RawFrame frame = raw_.read_frame();
    if (frame.opcode == opcode::kClose) return {{"closed", frame.close_code()}};
    if (frame.opcode != opcode::kText) continue;
    return wire::parse(frame.payload, std::size_t{64} << 20U).value_or(Json());
  }
}

Json Socket::hello(const std::string& token, const Json& resume) {
  Json body = {{"token", token}};
  if (!resume.is_null()) body["resume"] = resume;
  send({{"hello", body}});
  const Json welcome = wait_for("welcome");
  if (welcome.contains("seq")) seq = welcome["seq"].get<std::uint32_t>();
  return welcome;
}

Json Socket::command(const std::string& type, const Json& data, std::string id) {
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

Json Socket::wait_for_event(const std::string& type) {
  for (std::size_t at = 0;; ++at) {
    while (at >= events.size()) {
      if (wait_for("events").contains("closed")) return {};
    }
    if (events[at]["type"] == type) return events[at];
  }
}

unsigned Socket::close_code() {
  for (;;) {
    const Json frame = next();
    if (frame.contains("bye")) bye = frame["bye"];
    if (frame.contains("closed")) return frame["closed"].get<unsigned>();
  }
}

}  // namespace roundtable::server::test
