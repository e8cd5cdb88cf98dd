#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "server/listener.hpp"
#include "server/metrics.hpp"

namespace roundtable::server {

class SocketLoop;

// An accepted connection, while it speaks HTTP and after it became a WebSocket.
class Line : public std::enable_shared_from_this<Line> {
 public:
  virtual ~Line() = default;
  virtual void leave() = 0;  // say goodbye and end
  virtual void cut() = 0;    // end now
};

// One place among the connections, given back by its destructor.
class Place {
 public:
  Place(std::shared_ptr<Edge> edge, std::string address);
  ~Place();
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  const std::string& address() const { return address_; }
  void head_complete();  // no longer half-open

 private:
  std::shared_ptr<Edge> edge_;
  std::string address_;
  bool half_open_ = true;
};

struct EdgeMetrics {
  explicit EdgeMetrics(Metrics& metrics);
  Gauge& connections;
  Gauge& sockets;
  Counter& refused;
  Counter& requests;
  Counter& request_failures;  // answered with 5xx
  Histogram& request_seconds;
  Counter& sockets_opened;
  Counter& sockets_slow;
  Counter& sockets_silent;
  Counter& frames_in;
  Counter& frames_out;
  Counter& writes;
  Counter& bytes_out;
  Counter& handler_failures;
};

// What all connections of one listener share. Held by each of them, so it outlives the listener if it must.
struct Edge : std::enable_shared_from_this<Edge> {
  Edge(boost::asio::io_context& io, ListenerOptions chosen, HttpHandler http_handler, AcceptPeer acceptor,
       Metrics& registry);

  // Empty: let it in. Otherwise what to answer before closing.
  enum class Entry { open, full, address_full, no_room_to_say_so };
  Entry admit(const std::string& address) const;

  void add(Line& line);
  void remove(Line& line);
  void start();  // the loops of WebSockets
  SocketLoop& next_loop();
  void stop(std::function<void()> done);
  void abandon();  // the listener is going: cut all and call nobody back
  void log(std::string_view line) const { options.log(line); }

  boost::asio::io_context& loop;
  ListenerOptions options;
  std::string public_origin;
  HttpHandler http;
  AcceptPeer accept;
  EdgeMetrics metrics;
  bool stopping = false;

 private:
  friend class Place;
  struct Count {
    std::size_t all = 0;
    std::size_t half_open = 0;
  };
  std::vector<std::shared_ptr<Line>> lines() const;
  bool exempt(const std::string& address) const;
  void finish_stop();
  void cut_all();

  std::unordered_set<Line*> lines_;
  std::unordered_map<std::string, Count> by_address_;
  Count total_;
  std::vector<std::shared_ptr<SocketLoop>> loops_;
  std::size_t next_loop_ = 0;
  boost::asio::steady_timer stop_timer_;
  std::function<void()> stopped_;
};

}  // namespace roundtable::server
