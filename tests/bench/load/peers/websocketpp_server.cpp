// A broadcast as websocketpp's own broadcast_server example has it: a set of connections, send() for each.
#include <set>
#include <string>
#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/server.hpp>

using Server = websocketpp::server<websocketpp::config::asio>;
using Connection = websocketpp::connection_hdl;

int main(int count, char** words) {
  if (count != 2) return 2;
  Server server;
  std::set<Connection, std::owner_less<Connection>> listeners;
  server.clear_access_channels(websocketpp::log::alevel::all);
  server.clear_error_channels(websocketpp::log::elevel::all);
  server.init_asio();
  server.set_reuse_addr(true);
  server.set_listen_backlog(4096);
  server.set_tcp_post_init_handler([&](Connection line) {
    server.get_con_from_hdl(line)->get_raw_socket().set_option(websocketpp::lib::asio::ip::tcp::no_delay(true));
  });
  server.set_open_handler([&](Connection line) {
    if (server.get_con_from_hdl(line)->get_resource() == "/listen") listeners.insert(line);
  });
  server.set_close_handler([&](Connection line) { listeners.erase(line); });
  server.set_fail_handler([&](Connection line) { listeners.erase(line); });
  server.set_message_handler([&](Connection, Server::message_ptr message) {
    for (const Connection& line : listeners) server.send(line, message);
  });
  server.listen("127.0.0.1", std::string(words[1]));
  server.start_accept();
  server.run();
}
