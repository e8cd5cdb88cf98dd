// The HTTP side of the contract (DESIGN.md, shared/PROTOCOL.md): sessions, joining, links, reports, health.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "server/http.hpp"
#include "server/metrics.hpp"
#include "server/rooms.hpp"
#include "server/static_files.hpp"

namespace roundtable::server {

struct ApiSettings {
  std::string admin_key;
  std::string link_base;  // what stands before /s/CODE in links, without a slash at the end
  std::filesystem::path sessions;
};

inline constexpr std::string_view captions_prefix = "/api/captions/";

class Api {
 public:
  Api(RoomWorld& world, Rooms& rooms, const StaticFiles& files, Metrics& metrics, ApiSettings settings);

  void handle(HttpRequest request, Respond respond);
  void set_link_base(std::string base) { settings_.link_base = std::move(base); }

 private:
  void sessions(const HttpRequest& request, const Respond& respond);
  void session(const HttpRequest& request, std::string_view rest, const Respond& respond);
  void create(const HttpRequest& request, const Respond& respond);
  void join(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond);
  void captions(const HttpRequest& asked, const Respond& respond);
  void caption(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond);
  HttpResponse captions_address(Room& room, const HttpRequest& request) const;
  HttpResponse facts(const Room& room) const;
  HttpResponse invite(Room& room, const HttpRequest& request) const;
  HttpResponse people(Room& room, const HttpRequest& request) const;
  HttpResponse person_link(Room& room, const HttpRequest& request, std::string_view person) const;
  void device(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond);
  HttpResponse links(Room& room, const HttpRequest& request) const;
  void renew(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond);
  HttpResponse read(Room& room, const HttpRequest& request, std::string_view what) const;
  void report(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond) const;
  HttpResponse offered_files(std::string_view name) const;
  HttpResponse ready() const;
  HttpResponse metrics_text();

  bool is_admin(const HttpRequest& request) const;
  /// What the bearer's token says, if it opens this session now; else how the request is refused.
  std::variant<TokenFacts, HttpResponse> token_of(Room& room, const HttpRequest& request) const;
  /// Whose token the request bears, as the entry that counts.
  std::variant<core::PersonId, HttpResponse> person_of(Room& room, const HttpRequest& request) const;
  /// Nothing when the bearer is the session's moderator, or holds the admin key.
  std::optional<HttpResponse> refusal_of_moderator(Room& room, const HttpRequest& request) const;
  /// Nothing when the bearer is staff of this session, or holds the admin key.
  std::optional<HttpResponse> refusal_of_staff(Room& room, const HttpRequest& request) const {
    return refusal_of_staff_or(std::nullopt, room, request);
  }
  /// Nothing, too, when the bearer is a machine of that role.
  std::optional<HttpResponse> refusal_of_staff_or(std::optional<core::Role> machine, Room& room,
                                                  const HttpRequest& request) const;

  RoomWorld& world_;
  Rooms& rooms_;
  const StaticFiles& files_;
  Metrics& metrics_;
  ApiSettings settings_;
};

}  // namespace roundtable::server
