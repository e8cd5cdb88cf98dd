#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <set>
#include <thread>

#include "server/fanout.hpp"
#include "server/listener.hpp"
#include "server/metrics.hpp"

// A listener on a free port of loopback with small handlers, its loop on a thread of its own.
namespace roundtable::server::test {

class EdgeServer {
 public:
  explicit EdgeServer(ListenerOptions options = {});
  // The loop must run out of work by itself: nothing may be left waiting once the listener is gone.
  ~EdgeServer();
  EdgeServer(const EdgeServer&) = delete;
  EdgeServer& operator=(const EdgeServer&) = delete;

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

  std::future<void> stop();
  void answer_kept();

  Metrics metrics;

 private:
  // Paths say what the handler does; any other path tells what it was asked.
  void serve(HttpRequest request, const Respond& respond);

  // Echoes, except for the frames that ask for something else. Who leaves is told to who stays.
  class Echo final : public PeerHandler {
   public:
    Echo(EdgeServer& server, std::shared_ptr<Peer> peer);
    void text(std::string_view frame) override;
    void closed() override;

   private:
    void to_audience(std::string_view what);
    void leave_audience();
    void say(std::string_view frame) { peer_->send(framed(frame)); }
    EdgeServer& server_;
    std::shared_ptr<Peer> peer_;
    bool is_listening_ = false;
  };

  std::unique_ptr<PeerHandler> accept(const UpgradeRequest& upgrade, std::shared_ptr<Peer> peer);
  void tell_all(const std::string& text);

  boost::asio::io_context loop_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{loop_.get_executor()};
  std::set<std::shared_ptr<Peer>> peers_;
  Audience audience_;
  std::vector<Respond> kept_;
  std::unique_ptr<Listener> listener_;
  std::thread thread_;
};

}  // namespace roundtable::server::test
