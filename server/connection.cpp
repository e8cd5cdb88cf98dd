#include "server/connection.hpp"

#include "server/beast.hpp"
#include "server/connection_start.hpp"
#include "server/outbox.hpp"

namespace roundtable::server {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

Peer::~Peer() = default;
PeerHandler::~PeerHandler() = default;

namespace {

constexpr std::size_t kCloseReasonBytes = 123;

// Text frames of an ordinary peer go straight to the outbox, with their bytes shared. Those of a thin peer pass Beast's
// compressor one at a time and wait in texts_ until then.
class Connection final : public Line, public Peer {
 public:
  Connection(std::shared_ptr<Edge> edge, tcp::socket socket, std::unique_ptr<Place> place, UpgradeRequest upgrade);
  ~Connection() override;

  void start(const UpgradeHead& head, const std::string& subprotocol);

  void send(std::shared_ptr<const std::string> text) override;
  void close(std::uint16_t code, std::string_view reason) override;
  std::size_t queued_bytes() const override { return ws_.next_layer().queued_bytes() + texts_bytes_; }
  const std::string& remote_address() const override { return upgrade_.remote_address; }

  void leave() override { close(close_code::kRestart, "restart"); }
  void cut() override { end(); }
  void look_after(SteadyTime now) override;
  void flush() override;

 private:
  void configure(const std::string& subprotocol);
  void on_open();
  void read();
  void on_message();
  void guarded(std::string_view what, const std::function<void()>& work);
  bool falls_behind(std::size_t bytes) const;
  void close_slow();
  void write_thin();
  void start_close();
  void end();

  Outbox& outbox() { return ws_.next_layer(); }
  std::shared_ptr<Connection> self() { return std::static_pointer_cast<Connection>(shared_from_this()); }

  std::shared_ptr<Edge> edge_;
  std::unique_ptr<Place> place_;
  UpgradeRequest upgrade_;
  websocket::stream<Outbox> ws_;
  beast::flat_buffer buffer_;
  std::unique_ptr<PeerHandler> handler_;
  std::vector<std::shared_ptr<const std::string>> texts_;  // thin only, the first is being written
  std::size_t texts_bytes_ = 0;                            // of those behind the first
  websocket::close_reason goodbye_;
  SteadyTime heard_;
  SteadyTime closing_since_;
  int pings_unanswered_ = 0;
  bool compressed_ = false;
  bool open_ = false;
  bool closing_ = false;        // close() was called, or Beast is closing
  bool close_started_ = false;  // the close frame is with Beast
  bool flush_waits_ = false;
  bool ended_ = false;
};

Connection::Connection(std::shared_ptr<Edge> edge, tcp::socket socket, std::unique_ptr<Place> place,
                       UpgradeRequest upgrade)
    : edge_(std::move(edge)),
      place_(std::move(place)),
      upgrade_(std::move(upgrade)),
      ws_(std::move(socket)),
      heard_(steady_clock::now()) {
  edge_->add(*this);
}

Connection::~Connection() {
  edge_->remove(*this);
}

void Connection::start(const UpgradeHead& head, const std::string& subprotocol) {
  outbox().bind(weak_from_this());
  configure(subprotocol);
  ws_.async_accept(head, [self = self()](const error_code& error) {
    if (error || self->ended_) return self->end();
    self->on_open();
  });
}

void Connection::configure(const std::string& subprotocol) {
  error_code ignored;
  outbox().socket().set_option(boost::asio::socket_base::send_buffer_size(limits::kSendBufferBytes), ignored);
  ws_.set_option(websocket::stream_base::timeout{edge_->options.goodbye_time, websocket::stream_base::none(), false});
  ws_.read_message_max(limits::kFrameBytes);
  ws_.auto_fragment(false);
  ws_.text(true);
  websocket::permessage_deflate deflate;
  deflate.server_enable = upgrade_.thin;
  ws_.set_option(deflate);
  ws_.set_option(websocket::stream_base::decorator([this, subprotocol](websocket::response_type& response) {
    response.set(beast::http::field::sec_websocket_protocol, subprotocol);
    response.set(beast::http::field::server, "roundtable");  // else Beast adds its version
    compressed_ = response.count(beast::http::field::sec_websocket_extensions) > 0;
  }));
  ws_.control_callback([this](websocket::frame_type, beast::string_view) {
    pings_unanswered_ = 0;
    heard_ = steady_clock::now();
  });
}

void Connection::on_open() {
  open_ = true;
  edge_->metrics.sockets.add(1);
  edge_->metrics.sockets_opened.add();
  guarded("the acceptor", [this] { handler_ = edge_->accept(upgrade_, self()); });
  if (!handler_) close(close_code::kBadFrame, "not_found");
  if (closing_) start_close();
  read();
}

void Connection::read() {
  ws_.async_read(buffer_, [self = self()](const error_code& error, std::size_t) {
    if (error || self->ended_) return self->end();
    self->on_message();
  });
}

void Connection::on_message() {
  constexpr std::size_t kKeptBytes = 4096;
  heard_ = steady_clock::now();
  pings_unanswered_ = 0;
  if (!closing_ && ws_.got_text()) {
    edge_->metrics.frames_in.add();
    const auto data = buffer_.cdata();
    guarded("a frame", [&] { handler_->text({static_cast<const char*>(data.data()), data.size()}); });
  } else if (!closing_) {
    close(close_code::kBadData, "text frames only");
  }
  buffer_.clear();
  if (buffer_.capacity() > kKeptBytes) buffer_ = {};
  if (!ended_) read();
}

// "An unhandled error in a session affects only this session."
void Connection::guarded(std::string_view what, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    edge_->metrics.handler_failures.add();
    edge_->log("socket: " + std::string(what) + " of session " + upgrade_.session + " failed: " + error.what());
    close(close_code::kTryAgainLater, "internal");
  }
}

void Connection::send(std::shared_ptr<const std::string> text) {
  if (closing_ || ended_) return;
  if (falls_behind(text->size())) outbox().flush();
  if (falls_behind(text->size())) return close_slow();
  edge_->metrics.frames_out.add();
  if (compressed_) {
    if (!texts_.empty()) texts_bytes_ += text->size();
    texts_.push_back(std::move(text));
    if (texts_.size() == 1) write_thin();
    return;
  }
  outbox().push_text(std::move(text));
  if (!std::exchange(flush_waits_, true)) edge_->flush_soon(shared_from_this());
}

void Connection::flush() {
  flush_waits_ = false;
  outbox().flush();
}

// The frame being sent does not count: a snapshot may be larger than the bound.
bool Connection::falls_behind(std::size_t bytes) const {
  const bool idle = compressed_ ? texts_.empty() : ws_.next_layer().queued_bytes() == 0;
  return !idle && ws_.next_layer().bytes_behind_first() + texts_bytes_ + bytes > edge_->options.outbox_bytes;
}

void Connection::close_slow() {
  edge_->metrics.sockets_slow.add();
  if (texts_.size() > 1) texts_.resize(1);
  texts_bytes_ = 0;
  outbox().drop_waiting_text();
  close(close_code::kSlow, "slow");
}

void Connection::write_thin() {
  ws_.async_write(boost::asio::buffer(*texts_.front()), [self = self()](const error_code& error, std::size_t) {
    if (error) return self->end();
    self->texts_.erase(self->texts_.begin());
    if (!self->texts_.empty()) {
      self->texts_bytes_ -= self->texts_.front()->size();
      self->write_thin();
    } else if (self->closing_) {
      self->start_close();
    }
  });
}

void Connection::close(std::uint16_t code, std::string_view reason) {
  if (closing_ || ended_) return;
  closing_ = true;
  closing_since_ = steady_clock::now();
  std::size_t size = std::min(reason.size(), kCloseReasonBytes);
  while (size < reason.size() && size > 0 && (static_cast<unsigned char>(reason[size]) & 0xc0U) == 0x80) --size;
  goodbye_.code = code;
  goodbye_.reason.assign(reason.data(), size);
  start_close();
}

void Connection::start_close() {
  if (!open_ || close_started_ || ended_ || !texts_.empty()) return;
  close_started_ = true;
  if (outbox().close_queued()) return;  // Beast is already answering the client's close or a broken frame
  ws_.async_close(goodbye_, [self = self()](const error_code&) { self->end(); });
}

void Connection::look_after(SteadyTime now) {
  if (ended_ || !open_) return;
  if (!closing_ && outbox().close_queued()) {
    closing_ = true;
    closing_since_ = now;
  }
  if (closing_) {
    if (now - closing_since_ >= edge_->options.goodbye_time) end();
    return;
  }
  if (now - heard_ < edge_->options.ping_after * (pings_unanswered_ + 1)) return;
  if (pings_unanswered_ == limits::kPingsMissed) {
    edge_->metrics.sockets_silent.add();
    return end();
  }
  ++pings_unanswered_;
  outbox().push_ping();
}

void Connection::end() {
  if (std::exchange(ended_, true)) return;
  const auto alive = self();
  outbox().cut();
  edge_->metrics.bytes_out.add(outbox().sent_bytes());
  if (open_) edge_->metrics.sockets.add(-1);
  texts_bytes_ = 0;
  if (const auto handler = std::move(handler_)) {
    guarded("the end", [&] { handler->closed(); });
  }
}

}  // namespace

void start_connection(std::shared_ptr<Edge> edge, tcp::socket socket, std::unique_ptr<Place> place, UpgradeHead head,
                      UpgradeRequest upgrade, const std::string& subprotocol) {
  const auto connection =
      std::make_shared<Connection>(std::move(edge), std::move(socket), std::move(place), std::move(upgrade));
  connection->start(head, subprotocol);
}

}  // namespace roundtable::server
