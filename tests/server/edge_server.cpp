#include "edge_server.hpp"

#include <stdexcept>
#include <utility>

namespace roundtable::server::test {

EdgeServer::EdgeServer(ListenerOptions options) {
  if (options.address == "0.0.0.0") options.address = "127.0.0.1";
  options.port = 0;
  if (!options.log) options.log = [](std::string_view) {};
  listener_ = std::make_unique<Listener>(
      loop_, std::move(options), [this](HttpRequest request, Respond respond) { serve(std::move(request), respond); },
      [this](UpgradeRequest upgrade, std::shared_ptr<Peer> peer) { return accept(std::move(upgrade), peer); }, metrics);
  thread_ = std::thread([this] { loop_.run(); });
}

EdgeServer::~EdgeServer() {
  on_loop([this] {
    kept_.clear();
    listener_.reset();
    work_.reset();
  });
  thread_.join();
}

std::future<void> EdgeServer::stop() {
  auto done = std::make_shared<std::promise<void>>();
  on_loop([&] { listener_->stop([done] { done->set_value(); }); });
  return done->get_future();
}

void EdgeServer::answer_kept() {
  on_loop([this] {
    for (const auto& respond : kept_) respond(text_response(200, "kept\n"));
    kept_.clear();
  });
}

void EdgeServer::serve(HttpRequest request, const Respond& respond) {
  if (request.path == "/throw") throw std::runtime_error("as asked");
  if (request.path == "/forget") return;
  if (request.path == "/keep") return kept_.push_back(respond);
  if (request.path == "/address") return respond(text_response(200, request.remote_address));
  respond(text_response(200, request.method + " " + request.path + " " + request.body));
}

EdgeServer::Echo::Echo(EdgeServer& server, std::shared_ptr<Peer> peer) : server_(server), peer_(std::move(peer)) {
  server_.peers_.insert(peer_);
}

void EdgeServer::Echo::text(std::string_view frame) {
  if (frame == "throw") throw std::runtime_error("as asked");
  if (frame == "close") return peer_->close(4503, std::string(200, 'x'));
  if (frame == "broadcast") return server_.tell_all(std::string(32 * 1024, 'b'));
  if (frame == "thousand") {
    for (int i = 0; i < 1000; ++i) say(std::to_string(i));
    return;
  }
  if (frame.starts_with("audience ")) return to_audience(frame.substr(9));
  say(frame);
}

void EdgeServer::Echo::closed() {
  leave_audience();
  server_.peers_.erase(peer_);
  server_.tell_all("left");
}

void EdgeServer::Echo::to_audience(std::string_view what) {
  if (what == "join") {
    server_.audience_.add(*peer_);
    is_listening_ = true;
    say("joined");
  } else if (what == "last word") {  // what was told before it leaves is its still
    server_.audience_.send(framed("for you too"));
    leave_audience();
    server_.audience_.send(framed("for the others"));
    say("left");
  } else if (what == "mixed") {
    for (int i = 0; i < 100; ++i) {
      server_.audience_.send(framed("shared " + std::to_string(i)));
      say("own " + std::to_string(i));
    }
  } else if (what == "burst") {
    for (int i = 0; i < 100; ++i) server_.audience_.send(framed(std::to_string(i)));
  } else if (what == "instead") {
    server_.audience_.send(framed("before"));
    server_.audience_.send(framed("for others"), {peer_.get()});
    say("for you");
    server_.audience_.send(framed("after"));
  } else {
    server_.audience_.send(framed(what));
  }
}

void EdgeServer::Echo::leave_audience() {
  if (std::exchange(is_listening_, false)) server_.audience_.remove(*peer_);
}

std::unique_ptr<PeerHandler> EdgeServer::accept(const UpgradeRequest& upgrade, std::shared_ptr<Peer> peer) {
  if (upgrade.session == "unknown") return nullptr;
  peer->send(framed("hello " + upgrade.session + (upgrade.thin ? " thin" : "")));
  return std::make_unique<Echo>(*this, std::move(peer));
}

void EdgeServer::tell_all(const std::string& text) {
  const Frame shared = framed(text);
  for (const auto& peer : peers_) peer->send(shared);
}

}  // namespace roundtable::server::test
