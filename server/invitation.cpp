#include "server/invitation.hpp"

#include "wire/json.hpp"

namespace roundtable::server {

using namespace core;

namespace {

constexpr std::size_t shortest_secret = 8;

std::string session_url(const Room& room, std::string_view base) {
  return std::string(base) + "/s/" + room.state().session.code;
}

}  // namespace

std::optional<Invitation> find_invitation(const Room& room, std::string_view secret) {
  if (secret.size() < shortest_secret) return std::nullopt;
  for (std::size_t index = 0; index < Names<Role>::all.size(); ++index) {
    if (same_secret(role_secret(room.key(), Names<Role>::all[index]), secret)) {
      return Invitation{static_cast<Role>(index), std::nullopt};
    }
  }
  for (const auto& [id, person] : room.state().roster.people) {
    const bool has_own_link = person.is_public || !person.has_device || person.added_by;
    if (!has_own_link || !same_secret(person_secret(room.key(), id.value, 0), secret)) continue;
    return Invitation{person.roles.first(), id};
  }
  return std::nullopt;
}

std::string role_link(const Room& room, std::string_view base, Role role) {
  const std::string url = session_url(room, base);
  return role == Role::attendee ? url : url + "#invite=" + role_secret(room.key(), name_of(role));
}

std::string person_link(const Room& room, std::string_view base, PersonId person) {
  return session_url(room, base) + "#invite=" + person_secret(room.key(), person.value, 0);
}

std::string links_text(const Room& room, std::string_view base) {
  wire::Json links = wire::Json::object();
  for (std::size_t index = 0; index < Names<Role>::all.size(); ++index) {
    links[std::string(Names<Role>::all[index])] = role_link(room, base, static_cast<Role>(index));
  }
  wire::Json people = wire::Json::array();
  for (const auto& [id, person] : room.state().roster.people) {
    people.push_back({{"name", person.profile.name.text},
                      {"role", std::string(name_of(person.roles.first()))},
                      {"link", person_link(room, base, id)}});
  }
  return wire::dump({{"id", room.session()},
                     {"code", room.state().session.code},
                     {"links", std::move(links)},
                     {"people", std::move(people)}});
}

}  // namespace roundtable::server
