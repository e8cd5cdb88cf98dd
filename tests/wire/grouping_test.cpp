#include "wire/grouping.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/grouping_clashes.hpp"
#include "wire/read.hpp"

namespace roundtable::wire {
namespace {

using core::nobody;

GroupingWishes in_groups(std::int64_t count) {
  GroupingWishes wishes;
  wishes.count = count;
  return wishes;
}

const std::string four_people = "id,gender,region\na,f,north\nb,m,south\nc,f,\nd,m,north\n";

/// The only fault's place and message, as the command prints them.
std::string fault_of(const CheckedGrouping& checked) {
  EXPECT_FALSE(checked.file);
  EXPECT_EQ(checked.faults.size(), 1U);
  return checked.faults.empty() ? "" : checked.faults[0].where + ": " + checked.faults[0].message;
}

TEST(GroupingCsv, TakesIdsFromTheFirstColumnAndValuesFromTheOthers) {
  const CheckedGrouping read = read_people_csv(four_people, in_groups(2));
  ASSERT_TRUE(read.file);
  EXPECT_EQ(read.file->ids, (std::vector<Json>{"a", "b", "c", "d"}));
  EXPECT_EQ(read.file->diversify, (std::vector<std::string>{"gender", "region"}));
  EXPECT_EQ(read.file->problem.diversify[0].value_of, (std::vector<std::int32_t>{0, 1, 0, 1}));
  EXPECT_EQ(read.file->problem.diversify[1].value_of, (std::vector<std::int32_t>{0, 1, nobody, 0}));
}

TEST(GroupingCsv, DiversifiesWhatIsAskedForAndClustersTheRest) {
  GroupingWishes wishes = in_groups(2);
  wishes.cluster = {"region"};
  const CheckedGrouping all = read_people_csv(four_people, wishes);
  ASSERT_TRUE(all.file);
  EXPECT_EQ(all.file->diversify, std::vector<std::string>{"gender"});
  wishes.diversify = {"gender:25"};
  const CheckedGrouping weighted = read_people_csv(four_people, wishes);
  ASSERT_TRUE(weighted.file);
  EXPECT_EQ(weighted.file->problem.diversify[0].weight, 25);
  EXPECT_EQ(weighted.file->problem.cluster[0].weight, 40);
}

TEST(GroupingCsv, ReadsQuotesSeparatorsLineEndsAndAByteOrderMark) {
  const std::string text = "\xEF\xBB\xBFid;name\r\n1;\"Li; \"\"Wei\"\"\r\nJr\"\r\n\r\n 2 ; x \r\n";
  const CheckedGrouping read = read_people_csv(text, in_groups(1));
  ASSERT_TRUE(read.file);
  EXPECT_EQ(read.file->ids, (std::vector<Json>{"1", "2"}));
  EXPECT_EQ(read.file->diversify, std::vector<std::string>{"name"});
}

TEST(GroupingCsv, NamesTheLineOfEachFault) {
  const GroupingWishes two = in_groups(2);
  EXPECT_EQ(fault_of(read_people_csv("", two)), "/: the file is empty");
  EXPECT_EQ(fault_of(read_people_csv("id,x\n", two)),
            "/: there are no people; a line for each follows the line of column names");
  EXPECT_EQ(fault_of(read_people_csv("id,x\na,1\nb\nc,3\n", two)), "line 3: 1 fields; the first line names 2");
  EXPECT_EQ(fault_of(read_people_csv("id,x\na,1\nb,2\na,3\n", two)),
            "line 4: the id \"a\" stands in line 2 already; each person stands once");
  EXPECT_EQ(fault_of(read_people_csv("id,x\n,1\nb,2\n", two)),
            "line 2: the first column, the id, is empty; everybody needs one");
  EXPECT_EQ(fault_of(read_people_csv("id,x,x\na,1,2\nb,2,3\n", two)), "line 1: two columns are named \"x\"");
  EXPECT_EQ(fault_of(read_people_csv("id,x\na,\"1\nb,2\n", two)), "line 2: a quote is opened here and never closed");
  EXPECT_EQ(
      fault_of(read_people_csv("id,x\na,\"1\"2\nb,2\n", two)),
      "line 2: after a closing quote comes a separator or the end of the line; write a quote inside of a field as two");
  EXPECT_EQ(fault_of(read_people_csv("id,x\na,\xFF\n", two)),
            "line 2: these bytes are no UTF-8; save the file as UTF-8");
}

TEST(GroupingCsv, NamesWhatIsWrongWithTheWishes) {
  GroupingWishes wishes;
  EXPECT_EQ(fault_of(read_people_csv(four_people, wishes)),
            "--count: say how many groups there shall be, with --count N, or how large, with --size N");
  wishes.count = 5;
  EXPECT_EQ(fault_of(read_people_csv(four_people, wishes)), "/groups: 5 groups for 4 people; ask for 4 groups at most");
  wishes.count = 0;
  EXPECT_EQ(fault_of(read_people_csv(four_people, wishes)), "--count: the number of groups must be from 1 to 200");
  wishes = in_groups(2);
  wishes.diversify = {"age"};
  EXPECT_EQ(fault_of(read_people_csv(four_people, wishes)),
            "--diversify: nobody has \"age\"; there are: gender, region");
  wishes.diversify = {"gender:many"};
  EXPECT_EQ(fault_of(read_people_csv(four_people, wishes)),
            "--diversify: the weight in \"gender:many\" must be a whole number from 0 to 1000, for example gender:10");
  wishes.diversify = wishes.cluster = {"gender"};
  EXPECT_EQ(fault_of(read_people_csv(four_people, wishes)),
            "--cluster: \"gender\" cannot be diversified and kept together at once; name it in one of the two");
  wishes = in_groups(2);
  wishes.rounds = 21;
  EXPECT_EQ(fault_of(read_people_csv(four_people, wishes)), "--rounds: the number of rounds must be from 1 to 20");
  wishes = {};
  wishes.size = 0;
  EXPECT_EQ(fault_of(read_people_csv(four_people, wishes)), "--size: the size of a group must be 1 or more");
}

TEST(GroupingJson, ReadsPeopleGroupsAndRules) {
  const std::string text = R"({
    "people": [{"id": 7, "gender": "f", "can_facilitate": true, "seat": "onsite", "choices": ["AI"]},
               {"id": "b", "gender": "m", "can_report": true, "fixed_group": 2},
               {"id": "c", "gender": "f"}, {"id": "d"}],
    "groups": [{"topic": "AI", "max": 3}, {"topic": "DNS"}],
    "rounds": 2, "diversify": [{"attribute": "gender", "weight": 3}],
    "together": [["c", "d"]], "apart": [[7, "b"]], "may_mix": false, "needs_facilitator": true,
    "earlier": [[[7, "d"], ["b", "c"]]], "start": [[[7], ["b", "d"]]], "move_price": 9})";
  const CheckedGrouping read = read_people_json(text, {});
  ASSERT_TRUE(read.file) << read.faults[0].where << read.faults[0].message;
  const core::GroupingProblem& problem = read.file->problem;
  EXPECT_EQ(read.file->ids[0], Json(7));
  EXPECT_TRUE(problem.people[0].can_facilitate);
  EXPECT_EQ(problem.people[0].seat, core::Seat::onsite);
  EXPECT_EQ(problem.people[0].choices, std::vector<std::int32_t>{0});
  EXPECT_EQ(problem.people[1].fixed_group, 1);
  EXPECT_EQ(problem.groups[0].max_size, 3);
  EXPECT_EQ(problem.groups[1].min_size, 2);
  EXPECT_EQ(problem.diversify[0].weight, 3);
  EXPECT_EQ(problem.diversify[0].value_of, (std::vector<std::int32_t>{0, 1, 0, nobody}));
  EXPECT_EQ(problem.together.size(), 1U);
  EXPECT_EQ(problem.apart.size(), 1U);
  EXPECT_EQ(problem.met.size(), 2U);
  EXPECT_EQ(problem.start[0], (core::Round{0, 1, nobody, 1}));
  EXPECT_EQ(problem.rounds, 2);
  EXPECT_EQ(problem.move_price, 9);
}

TEST(GroupingJson, ReadsAPlainListAndASessionFilesPeople) {
  const CheckedGrouping list = read_people_json(R"([{"id":"a","x":1},{"id":"b","x":true}])", in_groups(1));
  ASSERT_TRUE(list.file);
  EXPECT_EQ(list.file->diversify, std::vector<std::string>{"x"});
  const CheckedGrouping session = read_people_json(
      R"({"title":"T","people":[{"name":"Ann","roles":["speaker"],"stakeholder_group":"government"},{"name":"Bob","roles":[]}]})",
      in_groups(2));
  ASSERT_TRUE(session.file);
  EXPECT_EQ(session.file->ids, (std::vector<Json>{"Ann", "Bob"}));
  EXPECT_EQ(session.file->diversify, std::vector<std::string>{"stakeholder_group"});
}

TEST(GroupingJson, NamesThePlaceOfEachFault) {
  const auto fault = [](const std::string& text) { return fault_of(read_people_json(text, in_groups(1))); };
  EXPECT_EQ(fault("{}"), "/people: expected a list of people, each an object with an id");
  EXPECT_EQ(fault("[]"), "/: expected a list of people, each an object with an id");
  EXPECT_EQ(fault(R"([{"id":"a"},{"x":1}])"), "/1/id: expected an object with an id, a text or a whole number");
  EXPECT_EQ(fault(R"([{"id":"a"},{"id":"a"}])"), "/1/id: the id \"a\" is another person's already");
  EXPECT_EQ(fault(R"({"people":[{"id":"a","seat":"sofa"}]})"), "/people/0/seat: expected onsite, online or either");
  EXPECT_EQ(fault(R"({"people":[{"id":"a","can_report":1}]})"), "/people/0/can_report: expected true or false");
  EXPECT_EQ(fault(R"({"people":[{"id":"a"}],"together":[["a","z"]]})"), "/together/0/1: nobody has this id");
  EXPECT_EQ(fault(R"({"people":[{"id":"a"}],"apart":[["a","a"]]})"), "/apart/0: names the same person twice");
  EXPECT_EQ(fault(R"({"people":[{"id":"a"}],"start":[[["a"],["a"]]]})"),
            "/start/0/1/0: this person sits in another group of the round already");
  EXPECT_EQ(fault(R"({"people":[{"id":"a","choices":["AI"]}]})"),
            "/people/0/choices/0: no group has this topic; there are: none");
  EXPECT_EQ(fault(R"({"people":[{"id":"a","fixed_group":4}]})"),
            "/people: names a group or a round that does not exist (group 4); there are 1 groups and 1 rounds");
  EXPECT_EQ(fault(R"({"people":[{"id":"a"},{"id":"b"}],"groups":[{"max":1}, 3]})").substr(0, 9), "/groups/1");
  EXPECT_NE(fault("[{\"id\":\"a\",}]").find("line 1, column"), std::string::npos);
}

TEST(GroupingJson, NamesConstraintsThatClashByTheIdsOfTheFile) {
  const std::string people = R"({"people":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}],"count":2,)";
  const auto fault = [&](const std::string& rest) { return fault_of(read_people_json(people + rest, {})); };
  EXPECT_EQ(fault(R"("together":[["a","b"]],"apart":[["b","a"]]})"),
            "/together: \"b\" and \"a\" are to be together and apart; drop one of the two");
  EXPECT_EQ(fault(R"("together":[["a","b","c"]]})"),
            "/together: \"a\", \"b\", \"c\" are all to be together, and the largest group has room for 2");
  EXPECT_EQ(fault(R"("apart":[["a","b","c"]]})"),
            "/apart: \"a\", \"b\", \"c\" are all to be apart, which needs 3 groups; there are 2");
}

const std::string small_instance = "3 2 ds 1 2 1 2\n0 1 5.25\n0 2 1\n1 2 0.000001\n";

TEST(GroupingMdgplib, ReadsBoundsAndEveryPairExactly) {
  const CheckedGrouping read = read_mdgplib(small_instance);
  ASSERT_TRUE(read.file);
  EXPECT_EQ(read.file->problem.groups[1].max_size, 2);
  EXPECT_EQ(read.file->problem.distances[1], 5'250'000);
  EXPECT_EQ(read.file->problem.distances[7], 1);
  EXPECT_EQ(read.file->ids, (std::vector<Json>{0, 1, 2}));
}

TEST(GroupingMdgplib, NamesTheLineOfEachFault) {
  EXPECT_EQ(fault_of(read_mdgplib("3 2 xx 1 2 1 2\n")).substr(0, 6), "line 1");
  EXPECT_EQ(fault_of(read_mdgplib("3 2 ss 1 2\n")), "line 1: 2 bounds stand here; 2 groups need 4");
  EXPECT_EQ(fault_of(read_mdgplib("3 2 ss 1 2 1 2\n0 3 1\n")),
            "line 2: the pair must be two different numbers from 0 to 2");
  EXPECT_EQ(fault_of(read_mdgplib("3 2 ss 1 2 1 2\n0 1 1\n1 0 1\n")),
            "line 3: this pair stood in an earlier line; each pair stands once");
  EXPECT_EQ(fault_of(read_mdgplib("3 2 ss 1 2 1 2\n0 1 0.0000001\n")).substr(0, 6), "line 2");
  EXPECT_EQ(fault_of(read_mdgplib("3 2 ss 1 2 1 2\n0 1 1\n")).substr(0, 35), "line 2: the file ends after 1 pairs");
  EXPECT_EQ(fault_of(read_mdgplib("3 2 ss 0 1 0 1\n0 1 1\n0 2 1\n1 2 1\n")),
            "/groups: the groups have room for 2, and there are 3 people; add groups or raise their most");
}

TEST(GroupingText, IsListsOfRoundsOfGroupsOfIds) {
  const CheckedGrouping read = read_mdgplib(small_instance);
  ASSERT_TRUE(read.file);
  const Json answer = *parse(grouping_text(*read.file, core::solve(read.file->problem, 4, 20), 4, 20), 10'000);
  EXPECT_EQ(answer["objective"].dump(), "5.25");
  EXPECT_EQ(answer["groups"].size(), 1U);
  EXPECT_EQ(answer["groups"][0].size(), 2U);
  EXPECT_EQ(answer["seed"], 4);
  EXPECT_EQ(answer["steps"], 20);
}

TEST(GroupingText, DecimalsAreExact) {
  for (const std::string text : {"0", "1", "0.000001", "-3.5", "47363.206898", "999999.999999"}) {
    const auto value = read_millionths(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(decimal_text(*value), text);
  }
  EXPECT_EQ(read_millionths("1.10000000"), 1'100'000);
  for (const std::string text :
       {"", "-", ".5", "5.", "1e3", "1.2.3", "0.0000001", "1000000", "99999999999999999999", "x"}) {
    EXPECT_FALSE(read_millionths(text)) << text;
  }
}

TEST(GroupingProblemText, BeyondTheLimitsIsRefused) {
  const auto fault = [](const std::string& text) {
    std::string said;
    EXPECT_FALSE(read_grouping_problem(*parse(text, 1'000'000), &said));
    return said;
  };
  EXPECT_EQ(fault("[]"), "/: expected an object");
  EXPECT_NE(fault(R"({"rounds":0})").find("limits"), std::string::npos);
  EXPECT_NE(fault(R"({"meeting_weight":-1})").find("limits"), std::string::npos);
  EXPECT_NE(fault(R"({"people":[{"seat":"sofa"}]})").find("/people/0/seat"), std::string::npos);
  EXPECT_TRUE(read_grouping_problem(*parse(R"({"people":[{}],"groups":[{"min_size":1,"max_size":1}]})", 1'000)));
}

/// tests/web/groups.test.ts holds the module in the browser to the same file.
TEST(GroupingEverywhere, TheRecordedProblemHasTheRecordedGroups) {
  std::ifstream stream(std::string(ROUNDTABLE_SOURCE_DIR) + "/tests/web/fixtures/groups_everywhere.json");
  std::ostringstream text;
  text << stream.rdbuf();
  const auto recorded = parse(text.view(), 1'000'000);
  ASSERT_TRUE(recorded);
  const auto problem = read_grouping_problem((*recorded)["problem"]);
  ASSERT_TRUE(problem);
  const core::Grouping grouping =
      core::solve(*problem, (*recorded)["seed"].get<std::uint64_t>(), (*recorded)["steps"].get<std::uint64_t>());
  std::vector<core::Round> rounds;
  Reader().read((*recorded)["rounds"], rounds);
  EXPECT_EQ(grouping.rounds, rounds) << to_text(grouping.rounds);
  EXPECT_EQ(grouping.cost.total(), (*recorded)["total"].get<std::int64_t>());
}

}  // namespace
}  // namespace roundtable::wire
