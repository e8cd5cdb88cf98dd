#include "server/http_session.hpp"

#include "server/beast.hpp"
#include "server/connection_start.hpp"
#include "server/handshake.hpp"
#include "server/http_answer.hpp"
#include "server/http_rules.hpp"

namespace roundtable::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;
using SteadyTime = steady_clock::time_point;

namespace {

bool changes_state(std::string_view method) {
  return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

// What a client that broke HTTP is told; nothing if it went away or was too slow to be told anything.
std::optional<HttpResponse> answer_to(const error_code& error) {
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return problem(431, "limit", "the head of a request may have 8 KiB");
  }
  if (error == http::error::body_limit) return problem(413, "limit", "the body is too large for this path");
  const bool broken = error.category() == http::make_error_code(http::error::bad_method).category();
  if (broken) return problem(400, "bad_data", "this is not HTTP/1.1: " + error.message());
  return std::nullopt;
}

Headers headers_of(const http::fields& fields) {
  Headers out;
  for (const auto& field : fields) {
    auto& value = out[std::string(field.name_string())];
    if (!value.empty()) value += ", ";
    value += field.value();
  }
  return out;
}

class HttpSession final : public Line {
 public:
  HttpSession(std::shared_ptr<Edge> edge, tcp::socket socket, std::unique_ptr<Place> place)
      : edge_(std::move(edge)), place_(std::move(place)), stream_(std::move(socket)) {
    edge_->add(*this);
  }
  ~HttpSession() override { edge_->remove(*this); }

  void serve() { read_head(); }
  void refuse(Edge::Entry entry);
  void answer(HttpResponse response);

  void leave() override {
    leaving_ = true;
    if (!busy_) cut();
  }
  void cut() override {
    cut_ = true;
    stream_.close();
  }

 private:
  void next_request();
  void read_head();
  void on_head();
  std::optional<HttpResponse> check_head(const std::string& method);
  void become_socket();
  std::optional<HttpResponse> check_upgrade() const;
  void read_body();
  void send_continue();
  void handle();
  void refuse_and_close(HttpResponse response);
  void write();
  void on_written();
  void linger();
  bool failed(const error_code& error);

  std::shared_ptr<HttpSession> self() { return std::static_pointer_cast<HttpSession>(shared_from_this()); }

  std::shared_ptr<Edge> edge_;
  std::unique_ptr<Place> place_;
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  HttpRequest request_;
  HttpResponse response_;
  std::string head_;
  SteadyTime started_;
  std::size_t lingered_bytes_ = 0;
  bool keep_alive_ = false;
  bool without_body_ = false;  // HEAD
  bool busy_ = false;          // a request is in hand or being answered
  bool may_be_framed_ = false;
  bool leaving_ = false;
  bool cut_ = false;
};

// Shared by all copies of one Respond, so that a handler that forgets it still answers.
struct PendingAnswer {
  explicit PendingAnswer(std::shared_ptr<HttpSession> s) : session(std::move(s)) {}
  ~PendingAnswer() {
    if (session) give(problem(500, "internal", "the request was dropped without an answer"));
  }
  PendingAnswer(const PendingAnswer&) = delete;
  PendingAnswer& operator=(const PendingAnswer&) = delete;
  void give(HttpResponse response) {
    if (const auto once = std::exchange(session, nullptr)) once->answer(std::move(response));
  }
  std::shared_ptr<HttpSession> session;
};

void HttpSession::next_request() {
  busy_ = false;
  parser_.reset();
  request_ = {};
  response_ = {};
  if (leaving_) return cut();
  if (buffer_.size() > 0) return read_head();
  buffer_ = {};  // an idle connection holds no buffer
  stream_.expires_after(edge_->options.keep_alive_time);
  stream_.async_read_some(buffer_.prepare(limits::kHeaderBytes / 4),
                          [self = self()](const error_code& error, std::size_t bytes) {
                            if (error) return self->cut();
                            self->buffer_.commit(bytes);
                            self->read_head();
                          });
}

void HttpSession::read_head() {
  parser_.emplace();
  parser_->header_limit(limits::kHeaderBytes);
  parser_->body_limit(boost::none);  // set once the path is known
  stream_.expires_after(edge_->options.header_time);
  http::async_read_header(stream_, buffer_, *parser_, [self = self()](const error_code& error, std::size_t) {
    self->started_ = steady_clock::now();
    if (self->failed(error)) return;
    self->place_->head_complete();
    self->busy_ = true;
    self->on_head();
  });
}

bool HttpSession::failed(const error_code& error) {
  if (!error && !cut_) return false;
  if (cut_) return true;
  auto response = answer_to(error);
  if (!response) {
    cut();
    return true;
  }
  busy_ = true;
  refuse_and_close(std::move(*response));
  return true;
}

void HttpSession::on_head() {
  const auto& head = parser_->get();
  const std::string method(head.method_string());
  keep_alive_ = head.keep_alive();
  without_body_ = method == "HEAD";
  may_be_framed_ = false;
  request_.method = without_body_ ? "GET" : method;
  request_.headers = headers_of(head);
  request_.remote_address = client_address(place_->address(), request_.headers);
  request_.secure = client_is_secure(place_->address(), request_.headers);
  if (auto refusal = check_head(method)) return refuse_and_close(std::move(*refusal));
  if (session_of_socket_path(request_.path)) return become_socket();

  const auto limit = edge_->options.body_limit(method, request_.path);
  if (parser_->content_length().value_or(0) > limit) {
    return refuse_and_close(problem(413, "limit", "the body may have " + std::to_string(limit) + " bytes"));
  }
  parser_->body_limit(limit);
  const std::string* expect = request_.header("Expect");
  if (expect != nullptr && equal_ignoring_case(*expect, "100-continue") && !parser_->is_done()) return send_continue();
  read_body();
}

std::optional<HttpResponse> HttpSession::check_head(const std::string& method) {
  const auto& head = parser_->get();
  if (method == "CONNECT" || method == "TRACE") return problem(405, "bad_data", "this method is not served");
  auto target = parse_target({head.target().data(), head.target().size()});
  if (!target) return problem(400, "bad_data", "the target must be a path; % starts an escape of two hex digits");
  request_.path = std::move(target->path);
  request_.query = std::move(target->query);
  may_be_framed_ = edge_->options.may_be_framed(request_.path);
  const std::string* host = request_.header("Host");
  const auto range = head.equal_range(http::field::host);
  if (std::distance(range.first, range.second) > 1 || (host == nullptr && head.version() >= 11)) {
    return problem(400, "bad_data", "exactly one Host header is needed");
  }
  const bool to_socket = session_of_socket_path(request_.path).has_value();
  const bool origin_matters = changes_state(method) || to_socket;
  if (origin_matters &&
      !origin_allowed(request_.header("Origin"), host == nullptr ? "" : *host, edge_->public_origin)) {
    return problem(403, "not_allowed", "Origin is neither that of Host nor that of --public-url");
  }
  return std::nullopt;
}

std::optional<HttpResponse> HttpSession::check_upgrade() const {
  const auto& head = parser_->get();
  if (!beast::websocket::is_upgrade(head)) {
    auto refusal = problem(426, "bad_data", "this path speaks WebSocket only");
    refusal.headers = {{"Upgrade", "websocket"}};
    return refusal;
  }
  const std::string* version = request_.header("Sec-WebSocket-Version");
  if (version == nullptr || *version != "13") {
    auto refusal = problem(426, "bad_data", "Sec-WebSocket-Version must be 13");
    refusal.headers = {{"Sec-WebSocket-Version", "13"}};
    return refusal;
  }
  const std::string* key = request_.header("Sec-WebSocket-Key");
  if (key == nullptr || key->size() != 24)
    return problem(400, "bad_data", "Sec-WebSocket-Key must be 16 bytes in base64");
  const std::string* offered = request_.header("Sec-WebSocket-Protocol");
  if (offered == nullptr || !choose_subprotocol(*offered)) {
    return problem(400, "bad_data", "the subprotocol roundtable.v1 must be offered");
  }
  const bool early_bytes = buffer_.size() > 0 || !parser_->is_done();
  if (early_bytes) return problem(400, "bad_data", "nothing may follow the upgrade request before its answer");
  if (edge_->stopping) return problem(503, "restart", "the server is stopping");
  return std::nullopt;
}

void HttpSession::become_socket() {
  if (auto refusal = check_upgrade()) return refuse_and_close(std::move(*refusal));
  const std::string subprotocol = *choose_subprotocol(*request_.header("Sec-WebSocket-Protocol"));
  const bool is_thin = subprotocol == kThinSubprotocol;
  const std::string* extensions = request_.header("Sec-WebSocket-Extensions");
  const DeflateTerms deflate = extensions != nullptr ? agree_on_deflate(*extensions, is_thin) : DeflateTerms{};
  const std::string answer = handshake_answer(*request_.header("Sec-WebSocket-Key"), subprotocol, deflate.answer);
  stream_.expires_never();
  error_code error;
  const int socket = stream_.release_socket().release(error);
  if (error) return;
  start_connection(edge_, socket, std::move(place_),
                   {*session_of_socket_path(request_.path), request_.remote_address, is_thin},
                   FramedBytes::unframed(answer), deflate);
}

void HttpSession::send_continue() {
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(stream_, asio::buffer(kContinue), [self = self()](const error_code& error, std::size_t) {
    if (!self->failed(error)) self->read_body();
  });
}

void HttpSession::read_body() {
  if (parser_->is_done()) return handle();
  stream_.expires_after(edge_->options.body_time);
  http::async_read(stream_, buffer_, *parser_, [self = self()](const error_code& error, std::size_t) {
    if (!self->failed(error)) self->handle();
  });
}

void HttpSession::handle() {
  stream_.expires_never();
  request_.body = std::move(parser_->get().body());
  const auto pending = std::make_shared<PendingAnswer>(self());
  try {
    edge_->http(std::move(request_), [pending](HttpResponse response) { pending->give(std::move(response)); });
  } catch (const std::exception& error) {
    edge_->metrics.handler_failures.add();
    edge_->log(std::string("http: a handler failed: ") + error.what());
    pending->give(problem(500, "internal", "the server failed to answer this request"));
  }
}

void HttpSession::answer(HttpResponse response) {
  if (cut_) return;
  response_ = std::move(response);
  write();
}

void HttpSession::refuse(Edge::Entry entry) {
  busy_ = true;
  place_->head_complete();
  started_ = steady_clock::now();
  auto response = entry == Edge::Entry::address_full
                      ? problem(429, "limit", "too many connections from this address")
                      : problem(503, "limit", "the server holds as many connections as it can");
  response.headers = {{"Retry-After", "5"}};
  refuse_and_close(std::move(response));
}

void HttpSession::refuse_and_close(HttpResponse response) {
  keep_alive_ = false;
  answer(std::move(response));
}

void HttpSession::write() {
  keep_alive_ = keep_alive_ && !leaving_;
  edge_->metrics.requests.add();
  if (response_.status >= 500) edge_->metrics.request_failures.add();
  const AnswerRules rules{keep_alive_, may_be_framed_};
  head_ = response_head(response_, rules, std::time(nullptr));
  const bool bodiless = without_body_ || response_.status == 204 || response_.status == 304;
  const std::array<asio::const_buffer, 2> parts{asio::buffer(head_),
                                                bodiless ? asio::const_buffer() : asio::buffer(body_of(response_))};
  stream_.expires_after(edge_->options.write_time);
  asio::async_write(stream_, parts, [self = self()](const error_code& error, std::size_t) {
    if (error) return self->cut();
    self->on_written();
  });
}

void HttpSession::on_written() {
  edge_->metrics.request_seconds.observe(std::chrono::duration<double>(steady_clock::now() - started_).count());
  if (keep_alive_ && !cut_) return next_request();
  busy_ = false;
  error_code ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  stream_.expires_after(limits::kLingerTime);
  linger();
}

// Closing with unread bytes would reset the line, and the client would lose the answer that says why.
void HttpSession::linger() {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(limits::kHeaderBytes),
                          [self = self()](const error_code& error, std::size_t bytes) {
                            self->lingered_bytes_ += bytes;
                            if (error || self->lingered_bytes_ > limits::kLingerBytes) return self->cut();
                            self->linger();
                          });
}

}  // namespace

void start_http_session(std::shared_ptr<Edge> edge, tcp::socket socket, std::unique_ptr<Place> place,
                        Edge::Entry entry) {
  const auto session = std::make_shared<HttpSession>(std::move(edge), std::move(socket), std::move(place));
  if (entry == Edge::Entry::open) return session->serve();
  session->refuse(entry);
}

}  // namespace roundtable::server
