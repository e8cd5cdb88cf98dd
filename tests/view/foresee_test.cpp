// What a page is told of a command before it sends it; viewers who are not staff hear it from a smaller table.
#include "view/foresee.hpp"

#include <gtest/gtest.h>

#include "core/permissions.hpp"
#include "wire/codec.hpp"

namespace roundtable::test {
namespace {

using namespace core;

State held_by(Role role) {
  State state;
  state.scope = Scope::everyone;
  state.session.status = SessionStatus::running;
  state.mine.person = PersonId{7};
  state.mine.roles = Roles{role};
  return state;
}

Stamp stamp_of(const State& state) {
  Stamp stamp;
  stamp.actor.person = state.mine.person;
  stamp.actor.roles = state.mine.roles;
  return stamp;
}

std::vector<std::string_view> commands_of_people() {
  std::vector<std::string_view> names = wire::command_names();
  names.resize(names.size() - room_commands);
  return names;
}

TEST(Foresee, is_the_same_from_both_tables_for_whoever_is_not_staff) {
  const wire::Json empty = wire::Json::object();
  for (Role role : {Role::attendee, Role::speaker, Role::display}) {
    for (SessionStatus status : {SessionStatus::running, SessionStatus::closed}) {
      State state = held_by(role);
      state.session.status = status;
      for (std::string_view name : commands_of_people()) {
        EXPECT_EQ(view::foresee_for_participants(state, name, empty, stamp_of(state)),
                  view::foresee(state, name, empty, stamp_of(state)))
            << name;
      }
    }
  }
}

TEST(Foresee, refuses_to_participants_exactly_what_the_permissions_do) {
  const State state = held_by(Role::attendee);
  const wire::Json empty = wire::Json::object();
  for (std::string_view name : commands_of_people()) {
    const auto refusal = view::foresee_for_participants(state, name, empty, stamp_of(state));
    const bool may = who_may(name).has(Role::attendee);
    EXPECT_TRUE(may || refusal == RefusalCode::not_allowed) << name;
  }
  EXPECT_EQ(view::foresee_for_participants(state, "question.ask", empty, stamp_of(state)), RefusalCode::bad_data);
}

TEST(Foresee, knows_no_commands_of_the_room_and_no_other_words) {
  const State state = held_by(Role::attendee);
  const wire::Json empty = wire::Json::object();
  for (std::string_view name : {"clock", "person.join", "floor.steal"}) {
    EXPECT_EQ(view::foresee(state, name, empty, stamp_of(state)), RefusalCode::unknown_command);
    EXPECT_EQ(view::foresee_for_participants(state, name, empty, stamp_of(state)), RefusalCode::unknown_command);
  }
  EXPECT_EQ(view::foresee(state, "question.ask", wire::Json::array(), stamp_of(state)), RefusalCode::bad_data);
}

}  // namespace
}  // namespace roundtable::test
