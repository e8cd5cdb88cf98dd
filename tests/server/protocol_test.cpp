// Holds shared/PROTOCOL.md to the code: every word of the code stands in its table with its fields, and no other.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/permissions.hpp"
#include "core/result.hpp"
#include "server/connection.hpp"
#include "view/gauges.hpp"
#include "wire/codec.hpp"

namespace roundtable::server {
namespace {

using namespace core;
using Words = std::set<std::string>;

struct TableRow {
  std::string name;
  std::vector<std::string> cells;
};

/// The table under a heading, without its head.
std::vector<TableRow> table(const std::string& heading) {
  std::ifstream file(std::string(ROUNDTABLE_SOURCE_DIR) + "/shared/PROTOCOL.md");
  EXPECT_TRUE(file) << "shared/PROTOCOL.md";
  std::vector<TableRow> rows;
  bool is_here = false;
  std::size_t head = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) is_here = line == "## " + heading;
    if (!is_here || !line.starts_with("|") || ++head <= 2) continue;
    TableRow row;
    std::istringstream cells(line.substr(1));
    for (std::string cell; std::getline(cells, cell, '|');) row.cells.push_back(cell);
    const auto begin = row.cells[0].find_first_not_of(" `");
    row.name = row.cells[0].substr(begin, row.cells[0].find_last_not_of(" `") - begin + 1);
    rows.push_back(std::move(row));
  }
  EXPECT_FALSE(rows.empty()) << heading;
  return rows;
}

/// What stands in backticks; a `?` at the end says that it may be left out.
Words ticked(const std::string& cell, Words* optional = nullptr) {
  Words words;
  for (std::size_t at = 0; (at = cell.find('`', at)) != std::string::npos;) {
    const std::size_t end = cell.find('`', at + 1);
    std::string word = cell.substr(at + 1, end - at - 1);
    if (word.ends_with('?')) {
      word.pop_back();
      if (optional != nullptr) optional->insert(word);
    }
    words.insert(word);
    at = end + 1;
  }
  return words;
}

template <class T>
Words fields_of() {
  Words words;
  T object{};
  for_each_field(object, [&](std::string_view name, auto&) { words.emplace(name); });
  return words;
}
template <class T>
Words fields_that_may_be_absent() {
  Words words;
  T object{};
  for_each_field(object, [&]<class Value>(std::string_view name, Value&) {
    if constexpr (std::is_same_v<Value, bool> || requires(Value value) { value.has_value(); }) words.emplace(name);
  });
  return words;
}

/// Calls `use` with an empty value of each type of the list.
template <class List, class Use>
void each_of(const Use& use) {
  [&]<std::size_t... at>(std::index_sequence<at...>) {
    (use(typename List::template At<at>{}), ...);
  }
  (std::make_index_sequence<List::count>());
}

Words names_in(const std::vector<TableRow>& rows) {
  Words words;
  for (const TableRow& row : rows) EXPECT_TRUE(words.insert(row.name).second) << row.name << " stands twice";
  return words;
}

template <class E>
Words names_of() {
  return {Names<E>::all.begin(), Names<E>::all.end()};
}

TEST(Protocol, EveryCommandWithItsFieldsAndWhoMayGiveIt) {
  const std::map<std::string, Roles> groups = {
      {"participants",
       {Role::moderator, Role::online_moderator, Role::steward, Role::rapporteur, Role::speaker, Role::attendee}},
      {"moderators", {Role::moderator, Role::online_moderator}},
      {"helpers", {Role::moderator, Role::online_moderator, Role::steward}},
      {"desk", {Role::moderator, Role::online_moderator, Role::rapporteur}},
      {"editors", {Role::moderator, Role::rapporteur}},
      {"staff", staff_roles},
      {"moderator", {Role::moderator}}};
  const auto rows = table("Commands");
  const auto all = wire::command_names();
  EXPECT_EQ(names_in(rows), Words(all.begin(), all.end() - room_commands));
  std::map<std::string, TableRow> by_name;
  for (const TableRow& row : rows) by_name[row.name] = row;
  each_of<AnyCommand>([&]<class T>(const T&) {
    const auto found = by_name.find(std::string(T::name));
    if (found == by_name.end()) return;  // the room's own
    Words optional;
    EXPECT_EQ(ticked(found->second.cells.at(1), &optional), fields_of<T>()) << T::name;
    EXPECT_EQ(optional, fields_that_may_be_absent<T>()) << T::name;
  });
  for (const TableRow& row : rows) {
    const Words who = ticked(row.cells.at(2));
    ASSERT_EQ(who.size(), 1U) << row.name;
    ASSERT_TRUE(groups.contains(*who.begin())) << row.name;
    EXPECT_EQ(groups.at(*who.begin()), who_may(row.name)) << row.name;
    for (const std::string& code : ticked(row.cells.at(3))) {
      EXPECT_TRUE(from_name<RefusalCode>(code)) << row.name << ": " << code;
    }
  }
}

TEST(Protocol, EveryEventWithItsFields) {
  const auto rows = table("Events");
  const auto all = wire::event_names();
  EXPECT_EQ(names_in(rows), Words(all.begin(), all.end()));
  std::map<std::string, TableRow> by_name;
  for (const TableRow& row : rows) by_name[row.name] = row;
  each_of<AnyEvent>([&]<class T>(const T&) {
    EXPECT_EQ(ticked(by_name[std::string(T::name)].cells.at(1)), fields_of<T>()) << T::name;
  });
}

TEST(Protocol, EveryRefusalGaugeAndClose) {
  EXPECT_EQ(names_in(table("Refusals")), names_of<RefusalCode>());
  EXPECT_EQ(names_in(table("Tallies")), fields_of<view::Gauges>());
  using namespace close_code;
  Words codes;
  for (const unsigned code :
       {kBadData, kTryAgainLater, kRestart, kSlow, kSilent, kBadFrame, kToken, kExpired, kRemoved, kReplaced}) {
    codes.insert(std::to_string(code));
  }
  EXPECT_EQ(names_in(table("Closes")), codes);
}

TEST(Protocol, EveryWordOfTheClosedLists) {
  std::map<std::string, Words> words;
  for (const TableRow& row : table("Words")) words[row.name] = ticked(row.cells.at(1));
  const std::map<std::string, Words> code = {{"role", names_of<Role>()},
                                             {"stakeholder_group", names_of<StakeholderGroup>()},
                                             {"regional_group", names_of<RegionalGroup>()},
                                             {"modality", names_of<Modality>()},
                                             {"hand", names_of<HandKind>()},
                                             {"signal", names_of<SignalKind>()},
                                             {"signal answer", names_of<SignalAnswer>()},
                                             {"cue", names_of<CueKind>()},
                                             {"takeaway", names_of<TakeawayKind>()},
                                             {"phase", names_of<PhaseKind>()},
                                             {"question", names_of<QuestionStatus>()},
                                             {"session", names_of<SessionStatus>()},
                                             {"joins", names_of<JoinsMode>()},
                                             {"turn", names_of<TurnKind>()},
                                             {"floor", names_of<FloorMode>()},
                                             {"talk", names_of<TalkStatus>()},
                                             {"rule", names_of<Rule>()},
                                             {"poll", names_of<PollKind>()},
                                             {"poll status", names_of<PollStatus>()},
                                             {"attribute", names_of<Attribute>()},
                                             {"in_report", names_of<InReport>()},
                                             {"narrative", names_of<NarrativePart>()},
                                             {"breakouts", names_of<BreakoutStatus>()},
                                             {"breakout mode", names_of<BreakoutMode>()},
                                             {"breakout attribute", names_of<BreakoutAttribute>()},
                                             {"group role", names_of<GroupRole>()},
                                             {"mark", names_of<NoteMark>()}};
  EXPECT_EQ(words, code);
}

TEST(Protocol, TheProfileIsNamedWhole) {
  std::ifstream file(std::string(ROUNDTABLE_SOURCE_DIR) + "/shared/PROTOCOL.md");
  std::ostringstream text;
  text << file.rdbuf();
  const std::string line = text.str().substr(text.str().find("Profile: "));
  EXPECT_EQ(ticked(line.substr(0, line.find(". Evidence"))), fields_of<Profile>());
}

}  // namespace
}  // namespace roundtable::server
