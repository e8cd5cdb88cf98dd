// Links and codes: the own link of somebody whom staff added, a code for another device, and the renewal of one link.
#include <algorithm>
#include <charconv>

#include "server/api.hpp"
#include "server/api_answers.hpp"
#include "server/invitation.hpp"
#include "server/room_limits.hpp"
#include "wire/json.hpp"

namespace roundtable::server {

using namespace core;

namespace {

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

HttpResponse no_such_person() {
  return problem(404, "not_found", "no such person");
}

const Person* person_here(const Room& room, PersonId id) {
  const auto found = room.state().roster.people.find(id);
  const bool is_here = found != room.state().roster.people.end() && !found->second.is_removed;
  return is_here && !found->second.merged_into ? &found->second : nullptr;
}

/// What of the body names whom or what; no body is an empty object.
struct Named {
  std::optional<Role> role;
  std::optional<PersonId> person;
  std::optional<HttpResponse> fault;
};

Named read_named(const std::string& body) {
  Named named;
  const auto json = body.empty() ? std::optional(wire::Json::object()) : wire::parse(body, limits::kFrameText);
  if (!json || !json->is_object()) {
    named.fault = problem(400, "bad_data", "the body: a JSON object", {{"/", "a JSON object"}});
    return named;
  }
  if (const auto person = json->find("person"); person != json->end() && !person->is_null()) {
    const std::int64_t id = person->is_number_integer() ? person->get<std::int64_t>() : 0;
    if (id < 1 || id > static_cast<std::int64_t>(core::limits::people)) {
      named.fault = problem(400, "bad_data", "person: an id", {{"/person", "the id of a person"}});
      return named;
    }
    named.person = PersonId{static_cast<std::uint32_t>(id)};
  }
  if (const auto role = json->find("role"); role != json->end() && !role->is_null()) {
    if (role->is_string()) named.role = from_name<Role>(role->get_ref<const std::string&>());
    if (!named.role) named.fault = problem(400, "bad_data", "role: the name of a role", {{"/role", "a role"}});
  }
  return named;
}

}  // namespace

HttpResponse Api::person_link(Room& room, const HttpRequest& request, std::string_view person) const {
  if (auto refusal = refusal_of_staff(room, request)) return std::move(*refusal);
  const auto id = number(person);
  const Person* found = id ? person_here(room, PersonId{*id}) : nullptr;
  if (found == nullptr) return no_such_person();
  if (found->has_device && !found->added_by) {
    return problem(409, "wrong_state", "only for people whom staff added; others get a code for another device");
  }
  return json_response(200, wire::dump({{"link", server::person_link(room, settings_.link_base, PersonId{*id})}}));
}

/// One's own, or another's by staff: the way back for somebody whose browser forgot who they are.
void Api::device(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond) {
  Named named = read_named(request.body);
  if (named.fault) return respond(std::move(*named.fault));
  std::optional<PersonId> bearer;
  if (!is_admin(request)) {
    auto found = person_of(*room, request);
    if (auto* refusal = std::get_if<HttpResponse>(&found)) return respond(std::move(*refusal));
    bearer = std::get<PersonId>(found);
  }
  const PersonId person = named.person.value_or(bearer.value_or(PersonId{}));
  const Person* found = person_here(*room, person);
  if (found == nullptr) return respond(no_such_person());
  if (bearer && *bearer != person) {
    const Roles roles = room->state().roster.people.at(*bearer).roles;
    const bool may = is_staff(found->roles) ? roles.has(Role::moderator)
                                            : roles.any({Role::moderator, Role::online_moderator, Role::steward});
    if (!may) return respond(problem(403, "not_allowed", "another's code: helpers; staff's: the moderator"));
  }
  const auto drawn = room->device_codes().draw(person, room->now_ms(), world_.random);
  const std::string link = device_link(*room, settings_.link_base, drawn.code);
  room->when_durable([drawn, link, respond](bool recorded) {
    if (!recorded) return respond(not_recorded());
    HttpResponse response =
        json_response(200, wire::dump({{"link", link}, {"code", drawn.code}, {"until_ms", drawn.until_ms}}));
    response.headers.emplace_back("Cache-Control", "no-store");
    respond(std::move(response));
  });
}

std::optional<HttpResponse> Api::refusal_of_moderator(Room& room, const HttpRequest& request) const {
  if (is_admin(request)) return std::nullopt;
  auto person = person_of(room, request);
  if (auto* refusal = std::get_if<HttpResponse>(&person)) return std::move(*refusal);
  if (room.state().roster.people.at(std::get<PersonId>(person)).roles.has(Role::moderator)) return std::nullopt;
  return problem(403, "not_allowed", "the moderator only");
}

HttpResponse Api::links(Room& room, const HttpRequest& request) const {
  if (auto refusal = refusal_of_moderator(room, request)) return std::move(*refusal);
  HttpResponse response = json_response(200, links_text(room, settings_.link_base));
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

/// The old link, and the tokens of those who came by it, open nothing from the moment the renewal is decided on; the
/// answer waits until it is on disk. A moderator who renews the own link stays in, on this device, by the new token.
void Api::renew(const std::shared_ptr<Room>& room, const HttpRequest& request, const Respond& respond) {
  if (auto refusal = refusal_of_moderator(*room, request)) return respond(std::move(*refusal));
  Named named = read_named(request.body);
  if (named.fault) return respond(std::move(*named.fault));
  if (named.person && !named.role) {
    const Person* found = person_here(*room, *named.person);
    if (found == nullptr) return respond(no_such_person());
    if (!has_own_link(*found)) return respond(problem(409, "wrong_state", "this person has no link of their own"));
  }
  const auto bearer = person_of(*room, request);
  const auto* by = std::get_if<PersonId>(&bearer);
  const RenewLink link{named.role, named.person};
  const std::vector<PersonId> out = entries_of(room->state(), link);
  const bool is_own = by != nullptr && std::find(out.begin(), out.end(), *by) != out.end();
  const PersonId stays = is_own ? *by : PersonId{};
  const auto told = [this, room, named, stays, respond](const std::optional<Refusal>& refusal) {
    if (refusal) return respond(refused(*refusal));
    const std::string url = named.role ? role_link(*room, settings_.link_base, *named.role)
                                       : server::person_link(*room, settings_.link_base, *named.person);
    wire::Json body = {{"link", url}};
    if (stays) body["token"] = token_for(world_, *room, stays, room->state().roster.people.at(stays).roles.first());
    HttpResponse response = json_response(200, wire::dump(body));
    response.headers.emplace_back("Cache-Control", "no-store");
    respond(std::move(response));
  };
  room->renew(link, told, stays);
  if (named.role == Role::captioner) rooms_.enter_captions(room);
}

}  // namespace roundtable::server
