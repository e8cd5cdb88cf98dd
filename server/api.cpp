#include "server/api.hpp"

#include "server/api_answers.hpp"
#include "server/invitation.hpp"
#include "server/room_limits.hpp"
#include "wire/codec.hpp"
#include "wire/session_file.hpp"

namespace roundtable::server {

using namespace core;

namespace {

constexpr std::string_view session_prefix = "/api/sessions/";

HttpResponse not_found(std::string_view what) {
  return problem(404, "not_found", what);
}

std::optional<std::string> bearer(const HttpRequest& request) {
  const std::string* header = request.header("Authorization");
  constexpr std::string_view scheme = "Bearer ";
  if (header == nullptr || !std::string_view(*header).starts_with(scheme)) return std::nullopt;
  return header->substr(scheme.size());
}

wire::Json media_of(const SessionPlan& plan) {
  wire::Json media = wire::Json::array();
  for (const MediaLink& link : plan.media) {
    media.push_back({{"kind", link.kind}, {"label", link.label}, {"url", link.url}});
  }
  return media;
}

/// The join's body, read strictly; the fault names its field.
struct JoinBody {
  std::optional<std::string> invite;
  std::optional<Profile> profile;
  std::string request;
  std::optional<HttpResponse> fault;
};

std::optional<std::string> text_at(const wire::Json& json, const char* name, JoinBody& body) {
  const auto found = json.find(name);
  if (found == json.end() || found->is_null()) return std::nullopt;
  if (found->is_string()) return found->get<std::string>();
  body.fault = problem(400, "bad_data", std::string(name) + ": must be a text", {{std::string("/") + name, "a text"}});
  return std::nullopt;
}

JoinBody read_join(const std::string& text) {
  JoinBody body;
  wire::ParseFault fault;
  const auto json = wire::parse(text, server::limits::kFrameText, &fault);
  if (!json || !json->is_object()) {
    body.fault = problem(400, "bad_data", "the body: a JSON object with a profile; " + fault.what, {{"/", fault.what}});
    return body;
  }
  body.invite = text_at(*json, "invite", body);
  body.request = text_at(*json, "request", body).value_or(std::string());
  if (body.request.size() > server::limits::kRequestCharacters) {
    body.fault = problem(400, "bad_data", "request: at most 200 characters", {{"/request", "at most 200 characters"}});
  }
  const auto profile = json->find("profile");
  if (profile == json->end() || profile->is_null()) return body;
  wire::Reader reader;
  body.profile.emplace();
  reader.read(*profile, *body.profile);
  if (reader.has_fault()) {
    const std::string message = "/profile" + reader.fault();
    body.fault = problem(400, "bad_data", message, {{message.substr(0, message.find(':')), message}});
  }
  return body;
}

HttpResponse bad_invite(const Room& room, std::string_view secret) {
  if (was_renewed(room, secret)) return problem(401, "link_renewed", "this link was renewed: ask for the new one");
  return problem(401, "bad_invite", "this link opens nothing here: ask for a new one");
}

HttpResponse joined(RoomWorld& world, Room& room, std::optional<PersonId> person, Role role) {
  wire::Json body = {
      {"participant", nullptr}, {"token", token_for(world, room, person, role)}, {"role", std::string(name_of(role))}};
  if (person) body["participant"] = person->value;
  return json_response(200, wire::dump(body));
}

/// What a join is told whom nobody let in.
std::optional<HttpResponse> closed_door(Door door) {
  switch (door) {
    case Door::open:
    case Door::joined:
      return std::nullopt;
    case Door::knock:
    case Door::waits:
      return problem(409, "waiting", "the moderators let people in one by one: ask again with the same request");
    case Door::closed:
      return problem(409, "joins_closed", "nobody joins this session by the attendees' link now");
    case Door::removed:
      return problem(403, "removed", "removed from the session");
    case Door::turned_away:
      return problem(403, "turned_away", "the moderators did not let this person in");
  }
  return std::nullopt;
}

}  // namespace

Api::Api(RoomWorld& world, Rooms& rooms, const StaticFiles& files, Metrics& metrics, ApiSettings settings)
    : world_(world), rooms_(rooms), files_(files), metrics_(metrics), settings_(std::move(settings)) {}

void Api::handle(HttpRequest request, Respond respond) {
  const std::string& path = request.path;
  if (path == "/healthz") return respond(text_response(200, "ok\n"));
  if (path == "/readyz") return respond(ready());
  if (path == "/metrics") return respond(metrics_text());
  if (path == "/api/sessions") return sessions(request, respond);
  if (path.starts_with(session_prefix)) {
    return session(request, std::string_view(path).substr(session_prefix.size()), respond);
  }
  if (path.starts_with(captions_prefix)) {
    return captions(request, respond);
  }
  if (path == "/api/files") return respond(offered_files({}));
  if (path.starts_with("/api/files/")) return respond(offered_files(std::string_view(path).substr(11)));
  if (path.starts_with("/api/")) return respond(not_found("no such path"));
  if (request.method != "GET") return respond(wrong_method("GET"));
  respond(files_.answer(request));
}

void Api::sessions(const HttpRequest& request, const Respond& respond) {
  if (request.method != "POST") return respond(wrong_method("POST"));
  if (!is_admin(request)) return respond(problem(401, "no_key", "Authorization: Bearer and the server's admin key"));
  create(request, respond);
}

void Api::create(const HttpRequest& request, const Respond& respond) {
  const wire::CheckedFile checked = wire::check_session_file(request.body);
  if (!checked.file) {
    std::vector<Fault> errors;
    for (const wire::Fault& fault : checked.faults) errors.push_back({fault.pointer, fault.message});
    HttpResponse response = problem(400, "bad_data", "the session file has faults", errors);
    if (!checked.fitted.empty()) {
      wire::Json body = wire::parse(response.body, server::limits::kFrameText * 16).value_or(wire::Json::object());
      for (const wire::FittedMinutes& each : checked.fitted) {
        body["fitted"].push_back(
            {{"title", each.title}, {"minutes", each.minutes}, {"fitted_minutes", each.fitted_minutes}});
      }
      response.body = wire::dump(body);
    }
    return respond(std::move(response));
  }
  rooms_.create(*checked.file, [this, respond](const std::shared_ptr<Room>& room) {
    if (!room) return respond(problem(503, "not_recorded", "the session could not be recorded: try again"));
    respond(json_response(201, links_text(*room, settings_.link_base)));
  });
}

void Api::session(const HttpRequest& request, std::string_view rest, const Respond& respond) {
  const std::size_t slash = rest.find('/');
  const std::string_view id = rest.substr(0, slash);
  const std::string_view what = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
  const std::shared_ptr<Room> room = rooms_.find(id);
  if (!room) {
    const std::string reason = rooms_.closed_because(id);
    if (!reason.empty()) return respond(problem(503, "closed", "this server cannot serve the session: " + reason));
    return respond(not_found("no such session"));
  }
  if (what == "join") {
    return request.method == "POST" ? join(room, request, respond) : respond(wrong_method("POST"));
  }
  if (what == "device") {
    return request.method == "POST" ? device(room, request, respond) : respond(wrong_method("POST"));
  }
  if (what == "links" && request.method == "POST") return renew(room, request, respond);
  if (request.method != "GET") return respond(wrong_method(what == "links" ? "GET, POST" : "GET"));
  if (what == "report") return report(room, request, respond);
  // Made of the newest state, and told when that is on disk.
  room->when_durable(
      [answer = read(*room, request, what), respond](bool recorded) { respond(recorded ? answer : not_recorded()); });
}

HttpResponse Api::read(Room& room, const HttpRequest& request, std::string_view what) const {
  if (what.empty()) return facts(room);
  if (what == "invite") return invite(room, request);
  if (what == "people") return people(room, request);
  if (what == "links") return links(room, request);
  if (what == "captions") return captions_address(room, request);
  if (what.starts_with("people/") && what.ends_with("/link")) {
    return person_link(room, request, what.substr(7, what.size() - 12));
  }
  return not_found("no such path");
}

HttpResponse Api::facts(const Room& room) const {
  const SessionFacts& session = room.state().session;
  return json_response(200, wire::dump({{"id", room.session()},
                                        {"code", session.code},
                                        {"title", session.plan.title},
                                        {"description", session.plan.description},
                                        {"format", session.plan.format},
                                        {"starts_at", session.plan.starts_at_ms},
                                        {"duration_min", session.plan.duration_ms / minute_ms},
                                        {"languages", session.plan.languages},
                                        {"utc_offset_min", session.plan.utc_offset_min},
                                        {"media", media_of(session.plan)},
                                        {"join_url", role_link(room, settings_.link_base, Role::attendee)},
                                        {"status", std::string(name_of(session.status))},
                                        {"joins", std::string(name_of(room.state().admission.mode))}}));
}

HttpResponse Api::invite(Room& room, const HttpRequest& request) const {
  const std::string* secret = request.header("X-Invite");
  const auto invitation = find_invitation(room, secret == nullptr ? std::string_view() : *secret, room.now_ms());
  if (!invitation) return bad_invite(room, secret == nullptr ? std::string_view() : *secret);
  wire::Json body = {{"role", std::string(name_of(invitation->role))}};
  if (invitation->is_device) body["device"] = true;
  if (invitation->person) {
    const Person& person = room.state().roster.people.at(*invitation->person);
    body["name"] = person.profile.name.text;
    body["profile"] = wire::parse(wire::to_text(person.profile), server::limits::kFrameText).value_or(wire::Json());
  }
  return json_response(200, wire::dump(body));
}

void Api::join(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond) {
  JoinBody body = read_join(request.body);
  if (body.fault) return respond(std::move(*body.fault));
  JoinRequest join;
  join.request = body.request;
  if (body.invite) {
    const auto invitation = find_invitation(*room, *body.invite, room->now_ms());
    if (!invitation) return respond(bad_invite(*room, *body.invite));
    if (is_machine(invitation->role)) return respond(joined(world_, *room, std::nullopt, invitation->role));
    join.person = invitation->person;
    join.roles = Roles{invitation->role};
  }
  join.keeps_profile = join.person && !body.profile;
  if (body.profile) join.profile = *body.profile;
  room->join(join, [this, room, respond](const JoinAnswer& answer) {
    if (answer.refusal) return respond(refused(*answer.refusal));
    if (auto closed = closed_door(answer.door)) return respond(std::move(*closed));
    respond(joined(world_, *room, answer.participant, answer.roles.first()));
  });
}

bool Api::is_admin(const HttpRequest& request) const {
  const auto given = bearer(request);
  return given && same_secret(*given, settings_.admin_key);
}

std::variant<TokenFacts, HttpResponse> Api::token_of(Room& room, const HttpRequest& request) const {
  const auto given = bearer(request);
  if (!given) return problem(401, "no_token", "Authorization: Bearer and a token of this session, or the admin key");
  const auto checked = check_token(world_.server_key, *given, room.session(), room.now_ms());
  if (const auto* fault = std::get_if<TokenFault>(&checked)) {
    return problem(401, *fault == TokenFault::expired ? "expired_token" : "forged_token",
                   "the token opens nothing here");
  }
  const auto& facts = std::get<TokenFacts>(checked);
  if (!is_of_old_link(room.state(), facts)) return facts;
  return problem(401, "link_renewed", "the link of this token was renewed: ask for the new one");
}

std::variant<PersonId, HttpResponse> Api::person_of(Room& room, const HttpRequest& request) const {
  auto token = token_of(room, request);
  if (auto* refusal = std::get_if<HttpResponse>(&token)) return std::move(*refusal);
  const auto& facts = std::get<TokenFacts>(token);
  const PersonId head = head_of_person(room.state(), PersonId{facts.participant.value_or(0)});
  const auto person = room.state().roster.people.find(head);
  const bool is_here = person != room.state().roster.people.end() && !person->second.is_removed;
  if (is_here) return head;
  return problem(403, "not_allowed", "people of the session only");
}

std::optional<HttpResponse> Api::refusal_of_staff_or(std::optional<Role> machine, Room& room,
                                                     const HttpRequest& request) const {
  if (is_admin(request)) return std::nullopt;
  auto token = token_of(room, request);
  if (auto* refusal = std::get_if<HttpResponse>(&token)) return std::move(*refusal);
  const auto& facts = std::get<TokenFacts>(token);
  const auto role = facts.participant ? std::nullopt : machine_of(room.state(), facts.role);
  if (machine && role == machine) return std::nullopt;
  const auto person = person_of(room, request);
  const auto* id = std::get_if<PersonId>(&person);
  if (id != nullptr && is_staff(room.state().roster.people.at(*id).roles)) return std::nullopt;
  return problem(403, "not_allowed", "staff of the session only");
}

}  // namespace roundtable::server
