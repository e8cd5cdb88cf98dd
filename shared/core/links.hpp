// Each link can be renewed alone: its generation goes up, and what bears an older one, a link or the token of somebody
// who came by it, opens nothing. Server only.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "core/ids.hpp"
#include "core/names.hpp"
#include "core/roster.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct RoleLink {
  Role role = Role::attendee;
  std::uint32_t generation = 0;
  static constexpr auto fields() {
    return field_list(field<&RoleLink::role>("role"), field<&RoleLink::generation>("generation"));
  }
  friend bool operator==(const RoleLink&, const RoleLink&) = default;
};

/// Those that were renewed; all others are of generation 0.
struct Links {
  std::vector<RoleLink> roles;
  std::map<PersonId, std::uint32_t> people;
  static constexpr auto fields() { return field_list(field<&Links::roles>("roles"), field<&Links::people>("people")); }
  friend bool operator==(const Links&, const Links&) = default;
};

/// The room's own: it comes from HTTP. One of the two.
struct RenewLink {
  static constexpr std::string_view name = "link.renew";
  std::optional<Role> role;
  std::optional<PersonId> person;
  static constexpr auto fields() {
    return field_list(field<&RenewLink::role>("role"), field<&RenewLink::person>("person"));
  }
  friend bool operator==(const RenewLink&, const RenewLink&) = default;
};

struct LinkRenewed {
  static constexpr std::string_view name = "link.renewed";
  static constexpr bool is_of_staff = true;
  std::optional<Role> role;
  PersonId person;
  std::uint32_t generation = 0;  // after it
  static constexpr auto fields() {
    using T = LinkRenewed;
    return field_list(field<&T::role>("role"), field<&T::person>("person"), field<&T::generation>("generation"));
  }
  friend bool operator==(const LinkRenewed&, const LinkRenewed&) = default;
};

std::uint32_t generation_of(const Links& links, Role role);
std::uint32_t generation_of(const Links& links, PersonId person);

/// Neither in the session file nor added by staff, and more than an attendee: the link of the role let the person in.
bool came_by_role_link(const Person& person);
/// What goes up whenever a link is renewed by which the entry was, or could be, opened.
std::uint32_t generation_of_entry(const State& state, PersonId person);
/// Whom the renewal puts out.
std::vector<PersonId> entries_of(const State& state, const RenewLink& link);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const RenewLink& command, const Stamp& stamp);
void apply(State& state, const LinkRenewed& event, const Moment& moment);

}  // namespace roundtable::core
