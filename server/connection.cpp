#include "server/connection.hpp"

#include <sys/socket.h>

#include <utility>

#include "server/connection_start.hpp"
#include "server/socket_loop.hpp"

namespace roundtable::server {

Peer::~Peer() = default;
PeerHandler::~PeerHandler() = default;

namespace {

// The half of a WebSocket on the rooms' thread; its socket is a SocketLine on one of the loops.
class Connection final : public Line, public Peer, public LineOwner {
 public:
  Connection(std::shared_ptr<Edge> edge, std::unique_ptr<Place> place, UpgradeRequest upgrade)
      : edge_(std::move(edge)), place_(std::move(place)), upgrade_(std::move(upgrade)) {
    edge_->add(*this);
  }
  ~Connection() override { edge_->remove(*this); }

  void start(int socket, Frame answer, const DeflateTerms& deflate);

  void send(Frame frame) override;
  void close(std::uint16_t code, std::string_view reason) override;
  const std::string& remote_address() const override { return upgrade_.remote_address; }
  Seat seat() override { return ended_ ? Seat{} : Seat{loop_, line_.get()}; }

  void leave() override { close(close_code::kRestart, "restart"); }
  void cut() override;

  void on_text(std::string_view text) override;
  void on_end() override;

 private:
  template <class Work>
  void guarded(std::string_view what, Work work);

  std::shared_ptr<Edge> edge_;
  std::unique_ptr<Place> place_;
  UpgradeRequest upgrade_;
  SocketLoop* loop_ = nullptr;
  std::unique_ptr<SocketLine> line_;  // its loop's, until it has ended
  std::unique_ptr<PeerHandler> handler_;
  std::shared_ptr<Line> alive_;  // until the line has ended
  bool closing_ = false;
  bool ended_ = false;
};

void Connection::start(int socket, Frame answer, const DeflateTerms& deflate) {
  alive_ = shared_from_this();
  loop_ = &edge_->next_loop();
  line_ = std::make_unique<SocketLine>(*loop_, *this, socket, deflate);
  loop_->tell(OpenLine{line_.get(), std::move(answer)});
  edge_->metrics.sockets.add(1);
  edge_->metrics.sockets_opened.add();
  guarded("the acceptor",
          [this] { handler_ = edge_->accept(upgrade_, std::static_pointer_cast<Connection>(shared_from_this())); });
  if (!handler_) close(close_code::kBadFrame, "not_found");
}

void Connection::send(Frame frame) {
  if (!closing_ && !ended_) loop_->tell(SendOne{line_.get(), std::move(frame)});
}

void Connection::close(std::uint16_t code, std::string_view reason) {
  if (ended_ || std::exchange(closing_, true)) return;
  loop_->tell(CloseLine{line_.get(), code, std::string(reason)});
}

void Connection::cut() {
  if (!ended_) loop_->tell(CutLine{line_.get()});
}

void Connection::on_text(std::string_view text) {
  if (closing_ || !handler_) return;
  guarded("a frame", [&] { handler_->text(text); });
}

// "An unhandled error in a session affects only this session."
template <class Work>
void Connection::guarded(std::string_view what, Work work) {
  try {
    work();
  } catch (const std::exception& error) {
    edge_->metrics.handler_failures.add();
    edge_->log("socket: " + std::string(what) + " of session " + upgrade_.session + " failed: " + error.what());
    close(close_code::kTryAgainLater, "internal");
  }
}

void Connection::on_end() {
  const auto alive = std::move(alive_);
  if (const auto handler = std::move(handler_)) {
    guarded("the end", [&] { handler->closed(); });
  }
  ended_ = true;
  edge_->metrics.sockets.add(-1);
  loop_->tell(ForgetLine{std::move(line_)});
}

}  // namespace

void start_connection(std::shared_ptr<Edge> edge, int socket, std::unique_ptr<Place> place, UpgradeRequest upgrade,
                      Frame answer, const DeflateTerms& deflate) {
  setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &limits::kSendBufferBytes, sizeof limits::kSendBufferBytes);
  const auto connection = std::make_shared<Connection>(std::move(edge), std::move(place), std::move(upgrade));
  connection->start(socket, std::move(answer), deflate);
}

}  // namespace roundtable::server
