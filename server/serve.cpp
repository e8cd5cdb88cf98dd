#include "server/serve.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

#include "server/api.hpp"
#include "server/journal_hash.hpp"
#include "server/journal_sqlite.hpp"
#include "server/listener.hpp"
#include "server/session_socket.hpp"

namespace roundtable::server {

namespace asio = boost::asio;

namespace {

/// One timer a call; it keeps itself alive until it fires.
void call_after(asio::io_context& loop, std::int64_t delay_ms, std::function<void()> work) {
  auto timer = std::make_shared<asio::steady_timer>(loop, std::chrono::milliseconds(delay_ms));
  timer->async_wait([timer, work = std::move(work)](const boost::system::error_code& error) {
    if (!error) work();
  });
}

/// Another build may hold other things in a state, so it replays the journal once.
std::string name_of_this_build() {
  std::ifstream program("/proc/self/exe", std::ios::binary);
  std::ostringstream bytes;
  bytes << program.rdbuf();
  return program ? hex(sha256(bytes.str())) : std::string();
}

RoomWorld make_world(asio::io_context& loop, asio::thread_pool& workers, Journal& journal, const RandomSource& random,
                     const Key& server_key, const ServeConfig& config) {
  RoomWorld world{
      journal,
      system_clock(),
      random,
      [&loop](std::function<void()> work) { asio::post(loop, std::move(work)); },
      [&loop](std::int64_t delay_ms, std::function<void()> work) { call_after(loop, delay_ms, std::move(work)); },
      [](std::string_view line) { spdlog::warn("{}", line); },
      server_key,
      config.command_rate,
      [&loop, &workers](std::function<void()> work, std::function<void()> done) {
        asio::post(workers, [&loop, work = std::move(work), done = std::move(done)] {
          work();
          asio::post(loop, done);
        });
      }};
  world.build = name_of_this_build();
  return world;
}

ListenerOptions listener_options(const ServeConfig& config) {
  ListenerOptions options;
  options.address = config.listen.address;
  options.port = config.listen.port;
  options.public_url = config.public_url;
  options.threads = config.threads;
  options.log = [](std::string_view line) { spdlog::info("{}", line); };
  return options;
}

}  // namespace

int serve(const ServeConfig& config) {
  // Standard output is for what a person wants to copy; the log goes beside it.
  spdlog::set_default_logger(spdlog::stderr_color_mt("roundtable"));
  std::filesystem::create_directories(config.data);
  const RandomSource random = system_random();
  KeyFolder keys(config.data, random);
  const std::string key = admin_key(config.data, std::getenv("ROUNDTABLE_ADMIN_KEY"), random);

  asio::io_context loop(1);
  const auto journal =
      open_sqlite_journal(config.data, [&loop](std::function<void()> work) { asio::post(loop, std::move(work)); });
  asio::thread_pool workers(1);  // for the search of breakout groups
  RoomWorld world = make_world(loop, workers, *journal, random, keys.server_key(), config);
  Metrics metrics;
  Rooms rooms(world, keys);
  rooms.restore();
  const StaticFiles files(config.web);
  Api api(world, rooms, files, metrics, {key, {}, config.sessions});
  SessionSockets sockets(world, rooms);

  Listener listener(
      loop, listener_options(config),
      [&](HttpRequest request, Respond respond) { api.handle(std::move(request), std::move(respond)); },
      [&](const UpgradeRequest& request, std::shared_ptr<Peer> peer) {
        return sockets.accept(request, std::move(peer));
      },
      metrics);
  api.set_link_base(link_base(config, listener.port()));
  StopSignals signals(loop, [&] { listener.stop([&loop] { loop.stop(); }); });

  std::cout << "Roundtable listens on " << link_base(config, listener.port()) << " with " << rooms.size()
            << " session(s)" << std::endl;
  loop.run();
  return 0;
}

}  // namespace roundtable::server
