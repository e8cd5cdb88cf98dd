#include "server/listener.hpp"

#include <sys/resource.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <stdexcept>

#include "server/address.hpp"
#include "server/edge.hpp"
#include "server/http_session.hpp"

namespace roundtable::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// As many connections as there can be descriptors: accepting more would starve the journal of its files.
std::size_t connections_possible(std::size_t wanted) {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY) return wanted;
  const auto available = static_cast<std::size_t>(files.rlim_cur);
  return std::min(wanted, available > 2 * limits::kFilesKeptFree ? available - limits::kFilesKeptFree : available / 2);
}

std::string text_of(const asio::ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
}

[[noreturn]] void fail(const ListenerOptions& options, const std::string& why) {
  throw std::runtime_error("cannot listen on " + options.address + " port " + std::to_string(options.port) + ": " +
                           why);
}

}  // namespace

class Listener::Acceptor : public std::enable_shared_from_this<Acceptor> {
 public:
  explicit Acceptor(std::shared_ptr<Edge> edge) : edge_(std::move(edge)), acceptor_(edge_->loop), pause_(edge_->loop) {
    const auto& options = edge_->options;
    error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) fail(options, "the address is neither IPv4 nor IPv6");
    const tcp::endpoint endpoint(address, options.port);
    acceptor_.open(endpoint.protocol(), error);
    if (error) fail(options, error.message());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    if (address.is_v6()) acceptor_.set_option(asio::ip::v6_only(false));
    acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) fail(options, error.message());
    port_ = acceptor_.local_endpoint().port();
  }

  std::uint16_t port() const { return port_; }

  void accept() {
    acceptor_.async_accept([self = shared_from_this()](const error_code& error, tcp::socket socket) {
      if (!self->acceptor_.is_open()) return;
      if (error) return self->accept_after_pause();
      self->welcome(std::move(socket));
      self->accept();
    });
  }

  void close() {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
  }

 private:
  // Out of descriptors: the next attempt would fail at once again and keep the loop busy.
  void accept_after_pause() {
    pause_.expires_after(std::chrono::milliseconds(100));
    pause_.async_wait([self = shared_from_this()](const error_code& error) {
      if (!error && self->acceptor_.is_open()) self->accept();
    });
  }

  void welcome(tcp::socket socket) {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error) return;
    const std::string address = text_of(endpoint.address());
    const auto entry = edge_->admit(address);
    if (entry != Edge::Entry::open) edge_->metrics.refused.add();
    if (entry == Edge::Entry::no_room_to_say_so) return;
    socket.set_option(tcp::no_delay(true), error);
    start_http_session(edge_, std::move(socket), std::make_unique<Place>(edge_, address), entry);
  }

  std::shared_ptr<Edge> edge_;
  tcp::acceptor acceptor_;
  asio::steady_timer pause_;
  std::uint16_t port_ = 0;
};

Listener::Listener(asio::io_context& loop, ListenerOptions options, HttpHandler http, AcceptPeer accept,
                   Metrics& metrics) {
  options.connections = connections_possible(options.connections);
  edge_ = std::make_shared<Edge>(loop, std::move(options), std::move(http), std::move(accept), metrics);
  acceptor_ = std::make_shared<Acceptor>(edge_);
  acceptor_->accept();
  edge_->start();
}

Listener::~Listener() {
  acceptor_->close();
  edge_->abandon();
}

std::uint16_t Listener::port() const {
  return acceptor_->port();
}

void Listener::stop(std::function<void()> done) {
  acceptor_->close();
  edge_->stop(std::move(done));
}

struct StopSignals::State {
  State(asio::io_context& loop, std::function<void()> callback)
      : signals(loop, SIGTERM, SIGINT), on_stop(std::move(callback)) {}
  asio::signal_set signals;
  std::function<void()> on_stop;
};

StopSignals::StopSignals(asio::io_context& loop, std::function<void()> on_stop)
    : state_(std::make_shared<State>(loop, std::move(on_stop))) {
  state_->signals.async_wait([state = state_](const error_code& error, int) {
    if (error) return;
    error_code ignored;
    state->signals.clear(ignored);
    state->on_stop();
  });
}

StopSignals::~StopSignals() = default;

void StopSignals::forget() {
  error_code ignored;
  state_->signals.cancel(ignored);
}

}  // namespace roundtable::server
