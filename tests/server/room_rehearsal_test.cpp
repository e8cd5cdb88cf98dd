// A rehearsal leaves nothing: not on the screens, not in the journal's words.
#include <gtest/gtest.h>

#include "room_house.hpp"

namespace roundtable::server::test {
namespace {

/// How many words of rows of this type are still there.
std::size_t words_left(House& house, std::string_view type) {
  std::size_t words = 0;
  for (const Row& row : house.rows()) {
    if (row.type != type) continue;
    for (const auto& part : row.parts) words += part ? 1 : 0;
  }
  return words;
}

TEST(RoomRehearsal, ItsWordsLeaveTheJournalAndNamesStay) {
  House house;
  Client& mo = house.listed(1);
  ASSERT_TRUE(mo.command("question.ask", {{"text", "Before?"}}, "1").contains("seq"));
  ASSERT_TRUE(mo.command("rehearsal.start", Json::object(), "2").contains("seq"));
  Client& ana = house.attendee("Ana");
  ASSERT_TRUE(ana.command("question.ask", {{"text", "In it?"}}, "3").contains("seq"));
  ASSERT_TRUE(mo.command("announce", {{"text", "Testing"}}, "4").contains("seq"));
  const std::size_t names = words_left(house, "person.joined");
  EXPECT_EQ(words_left(house, "question.asked"), 2U);
  ASSERT_TRUE(mo.command("rehearsal.end", Json::object(), "5").contains("seq"));
  house.settle();
  EXPECT_EQ(words_left(house, "question.asked"), 1U) << "what was asked before stays";
  EXPECT_EQ(words_left(house, "announced"), 0U);
  EXPECT_EQ(words_left(house, "person.joined"), names);
}

TEST(RoomRehearsal, TheJournalWithoutItsWordsGivesTheSameSession) {
  House house;
  Client& mo = house.listed(1);
  mo.command("question.ask", {{"text", "Before?"}}, "1");
  mo.command("rehearsal.start", Json::object(), "2");
  mo.command("phase.next", Json::object(), "3");
  mo.command("announce", {{"text", "Testing"}}, "4");
  mo.command("rehearsal.end", Json::object(), "5");
  house.settle();
  const core::State before = house.state();
  house.restart();
  EXPECT_EQ(house.state().session, before.session);
  EXPECT_EQ(house.state().agenda, before.agenda);
  EXPECT_EQ(house.state().questions, before.questions);
  EXPECT_FALSE(house.state().announcement);
}

}  // namespace
}  // namespace roundtable::server::test
