// Which roles may give which command. Rules about the thing itself (whose hand, which state) stand with the feature.
// Known while compiling: a module for people with fewer roles leaves out what they may not do.
#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "core/roles.hpp"

namespace roundtable::core {

namespace permissions {

inline constexpr Roles chair{Role::moderator};
inline constexpr Roles desk{Role::moderator, Role::online_moderator, Role::rapporteur};
inline constexpr Roles helpers{Role::moderator, Role::online_moderator, Role::steward};
inline constexpr Roles editors{Role::moderator, Role::rapporteur};
inline constexpr Roles participants{Role::moderator,  Role::online_moderator, Role::steward,
                                    Role::rapporteur, Role::speaker,          Role::attendee};

inline constexpr std::array<std::pair<std::string_view, Roles>, 129> table{{
    {"phase.start", chair},
    {"phase.extend", chair},
    {"phase.pause", chair},
    {"phase.resume", chair},
    {"phase.next", chair},
    {"phase.back", chair},
    {"phase.add", chair},
    {"phase.drop", chair},
    {"phase.move", chair},
    {"agenda.fit", chair},
    {"session.close", chair},
    {"session.reopen", chair},
    {"rehearsal.start", moderators},
    {"rehearsal.end", moderators},
    {"undo", moderators},
    {"talk.start", chair},
    {"talk.away", chair},
    {"talk.back", chair},
    {"talk.move", chair},
    {"talk.add", chair},
    {"talk.drop", chair},
    {"announce", moderators},
    {"hand.raise", participants},
    {"hand.lower", participants},
    {"hand.accept", moderators},
    {"floor.give", moderators},
    {"floor.extend", moderators},
    {"floor.end", moderators},
    {"floor.yield", participants},
    {"floor.mode", moderators},
    {"floor.turn_length", moderators},
    {"floor.policy", chair},
    {"floor.pause", moderators},
    {"floor.resume", moderators},
    {"floor.did_not_speak", moderators},
    {"hand.away", helpers},
    {"hand.back", participants},
    {"hand.text", participants},
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
    {"poll.create", moderators},
    {"poll.edit", moderators},
    {"poll.drop", moderators},
    {"poll.open", moderators},
    {"poll.vote", participants},
    {"poll.unvote", participants},
    {"poll.close", moderators},
    {"poll.publish", moderators},
    {"poll.unpublish", moderators},
    {"poll.show", moderators},
    {"poll.count_hands", helpers},
    {"poll.pass_words", moderators},
    {"person.add", helpers},
    {"person.update", participants},
    {"person.remove", moderators},
    {"person.pass", helpers},
    {"person.hide", helpers},
    {"person.extra_time", helpers},
    {"person.merge", helpers},
    {"person.unmerge", helpers},
    {"session.joins", moderators},
    {"person.admit", helpers},
    {"person.turn_away", helpers},
    {"display.blank", moderators},
    {"announcement.show", moderators},
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
    {"takeaway.show", desk},
    {"takeaway.remove", desk},
    {"staff.say", staff_roles},
    {"cue.send", helpers},
    {"signal.answer", helpers},
    {"chair.take", moderators},
    {"jot.add", desk},
    {"jot.edit", desk},
    {"jot.remove", desk},
    {"narrative.write", desk},
    {"report.finish", editors},
    {"report.reopen", editors},
    {"breakout.plan", moderators},
    {"breakout.open", moderators},
    {"breakout.extend", moderators},
    {"breakout.close", moderators},
    {"breakout.reopen", moderators},
    {"breakout.move", helpers},
    {"breakout.choose", participants},
    {"breakout.listen", participants},
    {"breakout.tick", helpers},
    {"breakout.merge_groups", moderators},
    {"breakout.broadcast", moderators},
    {"breakout.call_moderator", participants},
    {"breakout.answer_call", helpers},
    {"breakout.take_role", participants},
    {"breakout.set_call", moderators},
    {"breakout.offer", moderators},
    {"breakout.rank", participants},
    {"breakout.rebalance", moderators},
    {"breakout.report_back", moderators},
    {"breakout.show", moderators},
    {"group.raise_hand", participants},
    {"group.lower_hand", participants},
    {"group.give_floor", participants},
    {"group.end_turn", participants},
    {"group.ask", participants},
    {"group.upvote", participants},
    {"group.unvote", participants},
    {"group.answered", participants},
    {"note.add", participants},
    {"note.edit", participants},
    {"note.move", participants},
    {"note.remove", participants},
}};

}  // namespace permissions

/// Roles that may give the command at all; empty for the room's own and for unknown ones.
constexpr Roles who_may(std::string_view command) {
  for (const auto& [name, roles] : permissions::table) {
    if (name == command) return roles;
  }
  return {};
}

/// The commands that one with these roles may give, in the order of the table.
std::vector<std::string_view> commands_of(Roles roles);

}  // namespace roundtable::core
