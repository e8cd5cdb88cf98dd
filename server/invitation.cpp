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

bool has_own_link(const Person& person) {
  return person.is_public || !person.has_device || person.added_by;
}

std::optional<Invitation> find_invitation(const Room& room, std::string_view secret, std::int64_t now_ms) {
  if (secret.size() < shortest_secret) return std::nullopt;
  const State& state = room.state();
  const auto of_person = [&](PersonId id, bool is_device) {
    const PersonId head = head_of_person(state, id);
    return Invitation{state.roster.people.at(head).roles.first(), head, is_device};
  };
  if (const auto person = room.device_codes().find(secret, now_ms)) return of_person(*person, true);
  for (std::size_t index = 0; index < Names<Role>::all.size(); ++index) {
    const auto role = static_cast<Role>(index);
    const std::string expected = role_secret(room.key(), name_of(role), generation_of(state.links, role));
    if (same_secret(expected, secret)) return Invitation{role, std::nullopt, false};
  }
  for (const auto& [id, person] : state.roster.people) {
    if (!has_own_link(person)) continue;
    const std::string expected = person_secret(room.key(), id.value, generation_of(state.links, id));
    if (same_secret(expected, secret)) return of_person(id, false);
  }
  return std::nullopt;
}

bool was_renewed(const Room& room, std::string_view secret) {
  if (secret.size() < shortest_secret) return false;
  const Links& links = room.state().links;
  for (const RoleLink& link : links.roles) {
    for (std::uint32_t older = 0; older < link.generation; ++older) {
      if (same_secret(role_secret(room.key(), name_of(link.role), older), secret)) return true;
    }
  }
  for (const auto& [person, generation] : links.people) {
    for (std::uint32_t older = 0; older < generation; ++older) {
      if (same_secret(person_secret(room.key(), person.value, older), secret)) return true;
    }
  }
  return false;
}

std::string machine_role(const State& state, Role role) {
  const std::uint32_t generation = generation_of(state.links, role);
  return std::string(name_of(role)) + (generation == 0 ? std::string() : "-" + std::to_string(generation));
}

std::optional<Role> machine_of(const State& state, std::string_view token_role) {
  for (std::size_t index = 0; index < Names<Role>::all.size(); ++index) {
    const auto role = static_cast<Role>(index);
    if (is_machine(role) && machine_role(state, role) == token_role) return role;
  }
  return std::nullopt;
}

std::string role_link(const Room& room, std::string_view base, Role role) {
  const std::string url = session_url(room, base);
  if (role == Role::attendee) return url;
  return url + "#invite=" + role_secret(room.key(), name_of(role), generation_of(room.state().links, role));
}

std::string person_link(const Room& room, std::string_view base, PersonId person) {
  const std::uint32_t generation = generation_of(room.state().links, person);
  return session_url(room, base) + "#invite=" + person_secret(room.key(), person.value, generation);
}

std::string device_link(const Room& room, std::string_view base, std::string_view code) {
  return session_url(room, base) + "#invite=" + std::string(code);
}

std::string token_for(const RoomWorld& world, Room& room, std::optional<PersonId> person, Role role) {
  TokenFacts facts;
  facts.session = room.session();
  if (person) facts.participant = person->value;
  if (person) facts.generation = generation_of_entry(room.state(), *person);
  facts.role = is_machine(role) ? machine_role(room.state(), role) : std::string(name_of(role));
  facts.expires_ms = room.now_ms() + token_life_ms;
  return issue_token(world.server_key, facts);
}

bool is_of_old_link(const State& state, const TokenFacts& token) {
  if (!token.participant) return !machine_of(state, token.role);
  return token.generation != generation_of_entry(state, PersonId{*token.participant});
}

std::string links_text(const Room& room, std::string_view base) {
  wire::Json links = wire::Json::object();
  for (std::size_t index = 0; index < Names<Role>::all.size(); ++index) {
    links[std::string(Names<Role>::all[index])] = role_link(room, base, static_cast<Role>(index));
  }
  wire::Json people = wire::Json::array();
  for (const auto& [id, person] : room.state().roster.people) {
    if (!person.is_listed || person.is_removed) continue;
    people.push_back({{"person", id.value},
                      {"name", person.profile.name.text},
                      {"role", std::string(name_of(person.roles.first()))},
                      {"link", person_link(room, base, id)}});
  }
  return wire::dump({{"id", room.session()},
                     {"code", room.state().session.code},
                     {"links", std::move(links)},
                     {"people", std::move(people)}});
}

}  // namespace roundtable::server
