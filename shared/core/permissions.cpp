#include "core/permissions.hpp"

#include <array>
#include <utility>

namespace roundtable::core {

namespace {

constexpr Roles chair{Role::moderator};
constexpr Roles desk{Role::moderator, Role::online_moderator, Role::rapporteur};
constexpr Roles helpers{Role::moderator, Role::online_moderator, Role::steward};
constexpr Roles participants{Role::moderator,  Role::online_moderator, Role::steward,
                             Role::rapporteur, Role::speaker,          Role::attendee};

constexpr std::array<std::pair<std::string_view, Roles>, 48> table{{
    {"phase.start", chair},
    {"phase.extend", chair},
    {"phase.pause", chair},
    {"phase.resume", chair},
    {"phase.next", chair},
    {"phase.back", chair},
    {"agenda.fit", chair},
    {"session.close", chair},
    {"announce", moderators},
    {"hand.raise", participants},
    {"hand.lower", participants},
    {"hand.accept", moderators},
    {"floor.give", moderators},
    {"floor.extend", moderators},
    {"floor.end", moderators},
    {"floor.yield", participants},
    {"question.ask", participants},
    {"question.edit", participants},
    {"question.withdraw", participants},
    {"question.approve", moderators},
    {"question.reject", moderators},
    {"question.merge", moderators},
    {"question.unmerge", moderators},
    {"question.vote", participants},
    {"question.unvote", participants},
    {"question.show", moderators},
    {"question.answer", moderators},
    {"question.dismiss", moderators},
    {"person.add", helpers},
    {"person.update", participants},
    {"person.remove", moderators},
    {"person.pass", helpers},
    {"person.hide", helpers},
    {"session.joins", moderators},
    {"person.admit", helpers},
    {"person.turn_away", helpers},
    {"display.blank", moderators},
    {"head_count.set", helpers},
    {"signal.send", participants},
    {"signal.clear", participants},
    {"takeaway.draft", desk},
    {"takeaway.edit", desk},
    {"takeaway.move", desk},
    {"takeaway.link", desk},
    {"takeaway.unlink", desk},
    {"takeaway.publish", desk},
    {"takeaway.hide", desk},
    {"takeaway.remove", desk},
}};

}  // namespace

Roles who_may(std::string_view command) {
  for (const auto& [name, roles] : table) {
    if (name == command) return roles;
  }
  return {};
}

std::vector<std::string_view> commands_of(Roles roles) {
  std::vector<std::string_view> commands;
  for (const auto& [name, allowed] : table) {
    if (allowed.any(roles)) commands.push_back(name);
  }
  return commands;
}

}  // namespace roundtable::core
