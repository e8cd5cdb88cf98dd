#include "server/edge.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <iostream>

#include "server/address.hpp"
#include "server/http_answer.hpp"
#include "server/http_rules.hpp"
#include "server/socket_loop.hpp"

namespace roundtable::server {

namespace {

std::uint64_t default_body_limit(std::string_view method, std::string_view path) {
  const bool session_file = method == "POST" && path == "/api/sessions";
  return session_file ? limits::kSessionFileBytes : limits::kBodyBytes;
}

}  // namespace

Place::Place(std::shared_ptr<Edge> edge, std::string address) : edge_(std::move(edge)), address_(std::move(address)) {
  auto& mine = edge_->by_address_[address_];
  ++mine.all;
  ++mine.half_open;
  ++edge_->total_.all;
  ++edge_->total_.half_open;
  edge_->metrics.connections.add(1);
}

Place::~Place() {
  head_complete();
  const auto mine = edge_->by_address_.find(address_);
  if (--mine->second.all == 0) edge_->by_address_.erase(mine);
  --edge_->total_.all;
  edge_->metrics.connections.add(-1);
}

void Place::head_complete() {
  if (!half_open_) return;
  half_open_ = false;
  --edge_->by_address_[address_].half_open;
  --edge_->total_.half_open;
}

EdgeMetrics::EdgeMetrics(Metrics& m)
    : connections(m.gauge("roundtable_connections", "Open connections, HTTP and WebSocket.")),
      sockets(m.gauge("roundtable_sockets", "Open WebSockets.")),
      refused(m.counter("roundtable_connections_refused_total", "Connections refused because of a bound.")),
      requests(m.counter("roundtable_http_requests_total", "HTTP requests answered.")),
      request_failures(m.counter("roundtable_http_failures_total", "HTTP requests answered with 5xx.")),
      request_seconds(m.histogram("roundtable_http_seconds", "From a complete head to a written answer.")),
      sockets_opened(m.counter("roundtable_sockets_opened_total", "WebSockets opened.")),
      sockets_slow(m.counter("roundtable_sockets_slow_total", "WebSockets closed with 4001, too far behind.")),
      sockets_silent(m.counter("roundtable_sockets_silent_total", "WebSockets cut after missed pings.")),
      frames_in(m.counter("roundtable_frames_in_total", "Text frames received.")),
      frames_out(m.counter("roundtable_frames_out_total", "Text frames queued to clients.")),
      writes(m.counter("roundtable_socket_writes_total", "Writes to WebSockets, each of one frame or many.")),
      bytes_out(m.counter("roundtable_bytes_out_total", "Bytes written to WebSockets, counted when they end.")),
      handler_failures(m.counter("roundtable_handler_failures_total", "Exceptions that ended a request or a socket.")) {
}

Edge::Edge(boost::asio::io_context& io, ListenerOptions chosen, HttpHandler http_handler, AcceptPeer acceptor,
           Metrics& registry)
    : loop(io),
      options(std::move(chosen)),
      public_origin(origin_of(options.public_url).value_or("")),
      http(std::move(http_handler)),
      accept(std::move(acceptor)),
      metrics(registry),
      stop_timer_(io) {
  if (!options.body_limit) options.body_limit = default_body_limit;
  if (!options.may_be_framed) options.may_be_framed = is_overlay_path;
  for (std::size_t number = 0; number < std::max<std::size_t>(options.threads, 1); ++number) {
    loops_.push_back(std::make_shared<SocketLoop>(io, number > 0, options, metrics));  // the first beside the rooms
  }
  if (!options.log) options.log = [](std::string_view line) { std::cerr << line << '\n'; };
}

bool Edge::exempt(const std::string& address) const {
  return options.loopback_is_exempt && is_loopback_address(address);
}

Edge::Entry Edge::admit(const std::string& address) const {
  constexpr std::size_t kAnswered = limits::kFilesKeptFree / 2;
  if (total_.all >= options.connections + kAnswered) return Entry::no_room_to_say_so;
  if (total_.all >= options.connections || total_.half_open >= options.half_open) return Entry::full;
  const auto mine = by_address_.find(address);
  if (mine == by_address_.end() || exempt(address)) return Entry::open;
  const bool too_many =
      mine->second.all >= options.connections_per_address || mine->second.half_open >= options.half_open_per_address;
  return too_many ? Entry::address_full : Entry::open;
}

void Edge::add(Line& line) {
  lines_.insert(&line);
}

void Edge::remove(Line& line) {
  lines_.erase(&line);
  if (stopping && lines_.empty()) finish_stop();
}

std::vector<std::shared_ptr<Line>> Edge::lines() const {
  std::vector<std::shared_ptr<Line>> out;
  out.reserve(lines_.size());
  for (Line* line : lines_) {
    if (auto held = line->weak_from_this().lock()) out.push_back(std::move(held));
  }
  return out;
}

void Edge::start() {
  for (const auto& each : loops_) each->start();
}

SocketLoop& Edge::next_loop() {
  return *loops_[next_loop_++ % loops_.size()];
}

void Edge::stop(std::function<void()> done) {
  if (stopping) return;
  stopping = true;
  stopped_ = std::move(done);
  stop_timer_.expires_after(options.stop_time);
  stop_timer_.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
    const auto edge = weak.lock();
    if (error || !edge) return;
    edge->log("edge: stop time is over, cutting " + std::to_string(edge->lines_.size()) + " connections");
    edge->cut_all();
    edge->finish_stop();
  });
  for (const auto& line : lines()) line->leave();
  if (lines_.empty()) finish_stop();
}

void Edge::finish_stop() {
  stop_timer_.cancel();
  if (stopped_) boost::asio::post(loop, std::exchange(stopped_, nullptr));
}

void Edge::abandon() {
  stopped_ = nullptr;
  stop_timer_.cancel();
  cut_all();
  for (const auto& each : loops_) each->shut();
}

void Edge::cut_all() {
  for (const auto& line : lines()) line->cut();
}

}  // namespace roundtable::server
