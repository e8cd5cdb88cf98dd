// `roundtable groups`, as a person starts it.
#include "server/groups.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace roundtable::server {
namespace {

class Groups : public testing::Test {
 protected:
  Groups() { std::filesystem::create_directories(folder_); }
  ~Groups() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return (folder_ / name).string();
  }

  /// The exit code; what was printed is in out_ and errors_.
  int run(std::vector<std::string> words) {
    CLI::App app;
    GroupsConfig config;
    add_groups_options(app, config);
    std::reverse(words.begin(), words.end());
    try {
      app.parse(words);
    } catch (const CLI::ParseError& error) {
      errors_ = error.what();
      return error.get_exit_code();
    }
    std::ostringstream out;
    std::ostringstream errors;
    const int code = write_groups(config, out, errors);
    out_ = out.str();
    errors_ = errors.str();
    return code;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      ("roundtable-groups-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
  std::string out_;
  std::string errors_;
};

const std::string people = "who,side\na,1\nb,1\nc,2\nd,2\n";

TEST_F(Groups, WritesTheGroupsOfACsvFile) {
  ASSERT_EQ(run({file("p.csv", people), "--count", "2", "--steps", "50", "--rounds", "2", "--seed", "3"}), 0)
      << errors_;
  const auto json = wire::parse(out_, 100'000);
  ASSERT_TRUE(json);
  EXPECT_EQ((*json)["objective"], 0);
  EXPECT_EQ((*json)["steps"], 50);
  ASSERT_EQ((*json)["groups"].size(), 2U);
  for (const wire::Json& round : (*json)["groups"]) {
    ASSERT_EQ(round.size(), 2U);
    for (const wire::Json& group : round) EXPECT_EQ(group.size(), 2U);
  }
  EXPECT_EQ((*json)["broken"].size(), 0U);
}

TEST_F(Groups, ATimeChoosesOnlyTheNumberOfSteps) {
  const std::string name = file("p.csv", people);
  ASSERT_EQ(run({name, "--size", "2", "--seconds", "0.05"}), 0) << errors_;
  const auto timed = wire::parse(out_, 100'000);
  ASSERT_TRUE(timed);
  const std::string steps = (*timed)["steps"].dump();
  EXPECT_NE(steps, "0");
  ASSERT_EQ(run({name, "--size", "2", "--steps", steps}), 0);
  EXPECT_EQ((*wire::parse(out_, 100'000))["groups"], (*timed)["groups"]);
}

TEST_F(Groups, ReadsJsonByItsNameAndMdgplibWhenToldSo) {
  EXPECT_EQ(run({file("p.JSON", R"([{"id":1},{"id":2}])"), "--count", "1", "--steps", "1"}), 0) << errors_;
  EXPECT_NE(out_.find("[1, 2]"), std::string::npos);
  EXPECT_EQ(run({"--format", "mdgplib", file("i.txt", "2 1 ss 2 2\n0 1 4.5\n"), "--seconds", "0.01", "--seed", "1"}),
            0);
  EXPECT_NE(out_.find("\"objective\": 4.5,"), std::string::npos);
  EXPECT_NE(out_.find("[0, 1]"), std::string::npos);
}

TEST_F(Groups, NamesEachFaultWithItsPlaceAndExitsWith1) {
  const std::string name = file("p.csv", "who,side\na,1\nb\na,2\n");
  EXPECT_EQ(run({name, "--count", "2"}), 1);
  EXPECT_EQ(errors_, name + ": line 3: 1 fields; the first line names 2\n" + name +
                         ": line 4: the id \"a\" stands in line 2 already; each person stands once\n");
  EXPECT_EQ(out_, "");
  const std::string good = file("q.csv", people);
  EXPECT_EQ(run({good, "--count", "9"}), 1);
  EXPECT_EQ(errors_, good + ": /groups: 9 groups for 4 people; ask for 4 groups at most\n");
  EXPECT_EQ(run({good, "--count", "-1"}), 1);
  EXPECT_EQ(run({good}), 1);
  EXPECT_EQ(run({file("e.csv", ""), "--count", "1"}), 1);
}

TEST_F(Groups, AFileThatCannotBeOpenedExitsWith2) {
  EXPECT_EQ(run({(folder_ / "none.csv").string(), "--count", "1"}), 2);
  EXPECT_NE(errors_.find("none.csv: cannot be opened"), std::string::npos);
  EXPECT_EQ(run({folder_.string(), "--count", "1"}), 2);
}

TEST_F(Groups, OptionsThatContradictEachOtherAreNamed) {
  const std::string name = file("p.csv", people);
  EXPECT_NE(run({name, "--count", "2", "--size", "2"}), 0);
  EXPECT_NE(errors_.find("--size"), std::string::npos);
  EXPECT_NE(run({name, "--count", "2", "--seconds", "-1"}), 0);
  EXPECT_NE(run({name, "--count", "many"}), 0);
  EXPECT_NE(run({name, "--format", "xml", "--count", "2"}), 0);
}

}  // namespace
}  // namespace roundtable::server
