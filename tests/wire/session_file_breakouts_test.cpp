// The session file's plan of breakout groups: what it gives, and faults that say what would be right.
#include <gtest/gtest.h>

#include "source_files.hpp"
#include "wire/json.hpp"
#include "wire/session_file.hpp"

namespace roundtable::wire {
namespace {

CheckedFile checked(const Json& breakouts) {
  Json file = *parse(test::read_file(test::repository() / "tests/wire/files/small-good.json"), 1 << 20);
  file["breakouts"] = breakouts;
  return check_session_file(dump(file));
}

std::string fault_at(const Json& breakouts, const std::string& pointer) {
  for (const Fault& fault : checked(breakouts).faults) {
    if (fault.pointer == pointer) return fault.message;
  }
  return "";
}

TEST(SessionFileBreakouts, GivesThePlan) {
  const CheckedFile file = checked({{"count", 3},
                                    {"moving_minutes", 1},
                                    {"minutes", 7},
                                    {"return_minutes", 2},
                                    {"diversify", Json::array({"modality"})},
                                    {"topics", Json::array({{{"title", "Skills"}, {"capacity", 9}}})},
                                    {"tables", Json::array({4, 5, 6})}});
  ASSERT_TRUE(file.file);
  const core::BreakoutPlan& plan = *file.file->plan.breakouts;
  EXPECT_EQ(plan.count, 3U);
  EXPECT_EQ(plan.moving_ms, core::minute_ms);
  EXPECT_EQ(plan.planned_ms, 7 * core::minute_ms);
  EXPECT_EQ(plan.closing_ms, 2 * core::minute_ms);
  EXPECT_EQ(plan.settings.diversify.front().by, core::BreakoutAttribute::modality);
  EXPECT_EQ(plan.topics.front().capacity, 9U);
  EXPECT_EQ(plan.tables.back(), 6U);
}

TEST(SessionFileBreakouts, AFileWithoutThemPlansNone) {
  const std::string text = test::read_file(test::repository() / "tests/wire/files/small-good.json");
  EXPECT_FALSE(check_session_file(text).file->plan.breakouts);
}

TEST(SessionFileBreakouts, TheShippedSessionHasAPlanThatFitsItsTime) {
  const std::string text = test::read_file(test::repository() / "sessions/igf-2025-responsible-ai-roundtable.json");
  const CheckedFile file = check_session_file(text);
  ASSERT_TRUE(file.file);
  const core::BreakoutPlan& plan = *file.file->plan.breakouts;
  EXPECT_EQ(plan.moving_ms, core::minute_ms);
  EXPECT_EQ(plan.planned_ms, 7 * core::minute_ms);
  EXPECT_EQ(plan.closing_ms, 2 * core::minute_ms);
  EXPECT_EQ(plan.report_ms, 4 * core::minute_ms);
}

TEST(SessionFileBreakouts, FaultsStandWhereTheyAreAndSayWhatWouldBeRight) {
  EXPECT_NE(fault_at({{"count", 3}, {"size", 5}}, "/breakouts/size").find("give one of both"), std::string::npos);
  EXPECT_NE(fault_at({{"minutes", 50}}, "/breakouts").find("there are 40 in the longest phase"), std::string::npos);
  EXPECT_NE(fault_at({{"minutes", 10}, {"rounds", 5}}, "/breakouts"), "");
  EXPECT_EQ(fault_at({{"minutes", 10}, {"rounds", 4}}, "/breakouts"), "");
  const Json twice{{"diversify", Json::array({"modality"})}, {"cluster", Json::array({"modality"})}};
  EXPECT_NE(fault_at(twice, "/breakouts/cluster").find("modality stands twice"), std::string::npos);
  const Json topics{{"count", 1}, {"topics", Json::array({{{"title", "One"}}, {{"title", "Two"}}})}};
  EXPECT_NE(fault_at(topics, "/breakouts/topics").find("2 topics for 1 groups"), std::string::npos);
  const Json calls{{"calls", Json::array({{{"url", "http://call.example/1"}}})}};
  EXPECT_NE(fault_at(calls, "/breakouts/calls/0/url").find("https://"), std::string::npos);
  EXPECT_NE(fault_at({{"tables", Json::array({4, 4})}}, "/breakouts/tables/1"), "");
}

}  // namespace
}  // namespace roundtable::wire
