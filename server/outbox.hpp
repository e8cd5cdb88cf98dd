#pragma once

#include <array>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace roundtable::server {

// The stream under a WebSocket. Shared text frames and what Beast itself writes (handshake, pong, close) enter one
// queue, written by gathering sendmsg calls without an asynchronous operation or a copy per frame. So frames keep their
// order, and a pong never lands inside a half-written frame.
class Outbox {
 public:
  using executor_type = boost::asio::ip::tcp::socket::executor_type;
  using ErrorCode = boost::system::error_code;

  explicit Outbox(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}
  executor_type get_executor() { return socket_.get_executor(); }
  boost::asio::ip::tcp::socket& socket() { return socket_; }

  // Whoever must stay alive while the kernel's buffer is full; this object lives inside it.
  void bind(std::weak_ptr<void> owner) { owner_ = std::move(owner); }

  // Nothing enters behind a close frame, nor after cut().
  void push_text(std::shared_ptr<const std::string> text);
  void push_ping();
  void flush();

  std::size_t queued_bytes() const { return queued_bytes_; }
  std::size_t bytes_behind_first() const;
  std::uint64_t sent_bytes() const { return sent_bytes_; }
  bool close_queued() const { return close_queued_; }

  // Leaves a begun frame and what Beast waits for, so that a close frame may still follow.
  void drop_waiting_text();
  void cut();

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return socket_.async_read_some(buffers, std::forward<Token>(token));
  }

  // Completes when the kernel has all bytes. Beast has one such operation at a time.
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(ErrorCode, std::size_t)>(
        [this](auto handler, const auto& data) {
          std::string bytes(boost::asio::buffer_size(data), '\0');
          boost::asio::buffer_copy(boost::asio::buffer(bytes), data);
          using Handler = std::decay_t<decltype(handler)>;
          write_raw(std::move(bytes), std::make_unique<WaitingHandler<Handler>>(std::move(handler), get_executor()));
        },
        token, buffers);
  }

  template <class Handler>
  friend void async_teardown(boost::beast::role_type role, Outbox& outbox, Handler&& handler) {
    boost::beast::websocket::async_teardown(role, outbox.socket_, std::forward<Handler>(handler));
  }
  friend void teardown(boost::beast::role_type role, Outbox& outbox, ErrorCode& error) {
    boost::beast::websocket::teardown(role, outbox.socket_, error);
  }
  friend void beast_close_socket(Outbox& outbox) { outbox.cut(); }

 private:
  struct Waiting {
    virtual ~Waiting() = default;
    virtual void complete(ErrorCode error, std::size_t bytes) = 0;
  };

  template <class Handler>
  struct WaitingHandler final : Waiting {
    WaitingHandler(Handler&& h, const executor_type& fallback)
        : handler(std::move(h)), work(boost::asio::get_associated_executor(handler, fallback)) {}
    void complete(ErrorCode error, std::size_t bytes) override {
      boost::asio::post(work, [h = std::move(handler), error, bytes]() mutable { h(error, bytes); });
    }
    Handler handler;
    boost::asio::associated_executor_t<Handler, executor_type> work;
  };

  struct Frame {
    std::array<char, 10> head;
    std::uint8_t head_size;  // 0: the bytes are Beast's, complete as they are
    bool awaited;            // Beast waits until this one is written
    std::shared_ptr<const std::string> bytes;
    std::size_t size() const { return head_size + bytes->size(); }
  };

  void write_raw(std::string bytes, std::unique_ptr<Waiting> waiting);
  void append(Frame frame);
  void consume(std::size_t bytes);
  void wait_until_writable();
  void release_memory();

  boost::asio::ip::tcp::socket socket_;
  std::weak_ptr<void> owner_;
  std::vector<Frame> frames_;
  std::size_t first_ = 0;         // index of the frame being sent
  std::size_t first_sent_ = 0;    // bytes of it that are gone
  std::size_t queued_bytes_ = 0;  // not yet sent, heads included
  std::uint64_t sent_bytes_ = 0;
  std::unique_ptr<Waiting> waiting_;
  bool kernel_is_full_ = false;
  bool close_queued_ = false;
  bool cut_ = false;
};

}  // namespace roundtable::server
