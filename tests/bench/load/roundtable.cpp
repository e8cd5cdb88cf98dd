#include "roundtable.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "http_line.hpp"

namespace roundtable::load {

namespace {

constexpr std::size_t kJoinLines = 32;  // so that the journal can record many joins at once

std::string join(HttpLine& line, const SessionAddress& session, const std::string& json) {
  const std::string answer = line.post("/api/sessions/" + session.id + "/join", json);
  return std::string(field_of(answer, "token"));
}

std::string attendee(std::size_t number) {
  constexpr std::array kModalities = {"onsite", "online"};
  constexpr std::array kGroups = {"government", "civil_society", "technical_community", "private_sector"};
  const std::string name = std::to_string(number);
  return R"({"request":"load-)" + name + R"(","profile":{"name":"Person )" + name + R"(","modality":")" +
         kModalities[number % kModalities.size()] + R"(","stakeholder_group":")" + kGroups[number % kGroups.size()] +
         R"("}})";
}

}  // namespace

std::vector<std::string> join_attendees(const SessionAddress& session, std::size_t count) {
  std::vector<std::string> tokens(count);
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::exception_ptr failure;
  for (std::size_t first = 0; first < std::min(kJoinLines, count); ++first) {
    threads.emplace_back([&, first] {
      try {
        HttpLine line(session.port);
        for (std::size_t number = first; number < count; number += kJoinLines) {
          tokens[number] = join(line, session, attendee(number));
        }
      } catch (...) {
        const std::lock_guard lock(mutex);
        failure = std::current_exception();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
  return tokens;
}

std::string join_with(const SessionAddress& session, std::string_view invite) {
  HttpLine line(session.port);
  return join(line, session,
              R"({"request":"load-)" + std::string(invite) + R"(","invite":")" + std::string(invite) +
                  R"(","profile":{"name":"Member of staff"}})");
}

Upgrade session_upgrade(const SessionAddress& session) {
  return {"/api/sessions/" + session.id + "/ws", "roundtable.v1"};
}

std::string hello(std::string_view token) {
  return R"({"hello":{"token":")" + std::string(token) + R"("}})";
}

std::string command(std::string_view id, std::string_view type, std::string_view data) {
  std::string text = R"({"cmd":{"id":")";
  text.append(id).append(R"(","type":")").append(type).append(R"(","data":)").append(data).append("}}");
  return text;
}

Frames kind_of(std::string_view message) {
  if (message.starts_with(R"({"events":)")) return Frames::events;
  if (message.starts_with(R"({"ack":)")) return Frames::ack;
  if (message.starts_with(R"({"nack":)")) return Frames::nack;
  if (message.starts_with(R"({"welcome":)")) return Frames::welcome;
  return Frames::other;
}

std::string_view field_of(std::string_view message, std::string_view name) {
  const std::string key = "\"" + std::string(name) + "\":";
  const std::size_t at = message.find(key);
  if (at == std::string_view::npos) return {};
  std::string_view value = message.substr(at + key.size());
  const bool is_text = value.starts_with('"');
  if (is_text) value.remove_prefix(1);
  return value.substr(0, value.find_first_of(is_text ? "\"" : ",}]"));
}

void expect_no_nack(std::string_view message) {
  if (kind_of(message) == Frames::nack) throw std::runtime_error("a command was refused: " + std::string(message));
}

}  // namespace roundtable::load
