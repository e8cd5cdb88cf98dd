#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "../wire/source_files.hpp"
#include "report/report_formats.hpp"
#include "report/report_words.hpp"
#include "sample_state.hpp"
#include "wire/json.hpp"

namespace roundtable::report {
namespace {

using core::Attribute;

ReportModel model_for(bool staff) {
  const ReportOptions options{staff, test::sample_end_ms + core::minute_ms, std::string(64, 'a')};
  return build_report(test::sample_state(), options);
}

/// The golden file; written anew where ROUNDTABLE_WRITE_GOLDEN is set.
std::string golden(const std::string& name, const std::string& now) {
  const auto path = test::repository() / "tests/golden/report" / name;
  if (std::getenv("ROUNDTABLE_WRITE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << now;
  }
  return test::read_file(path);
}

TEST(Report, IsAsItWasInEveryFormat) {
  const ReportModel staff = model_for(true);
  const ReportModel everyone = model_for(false);
  const std::pair<const char*, std::string> reports[] = {
      {"staff.md", report_markdown(staff)},
      {"staff.html", report_html(staff)},
      {"staff.json", report_json(staff)},
      {"everyone.md", report_markdown(everyone)},
      {"everyone.html", report_html(everyone)},
      {"everyone.json", report_json(everyone)},
      {"empty.md", report_markdown(build_report(core::State{}, {}))},
  };
  for (const auto& [name, text] : reports) EXPECT_EQ(text, golden(name, text)) << name;
}

TEST(Report, CountsAndQuotesWhatWasReadAloud) {
  core::State state = test::sample_state();
  core::Turn& turn = state.floor.turns.at(core::TurnId{2});
  turn.is_typed = true;
  turn.text = core::Words("We pay twice.");
  const ReportModel model = build_report(state, {false, test::sample_end_ms, ""});
  EXPECT_EQ(model.floor.read_aloud, 1);
  const std::string text = report_markdown(model);
  EXPECT_NE(text.find("Typed, and read aloud"), std::string::npos);
  EXPECT_NE(text.find("We pay twice."), std::string::npos) << "evidence quotes the words";
  EXPECT_NE(report_json(model).find("\"read_aloud\":1"), std::string::npos);
  EXPECT_EQ(model_for(true).floor.read_aloud, 0);
}

TEST(Report, TellsEveryoneOnlyWhatEveryoneMaySee) {
  const ReportModel everyone = model_for(false);
  for (const std::string& text : {report_markdown(everyone), report_html(everyone), report_json(everyone)}) {
    for (const char* hidden : {"Unfinished thought", "only he can answer", "Will there be lunch", "off topic",
                               "A late one", "Never mind", "Quiet Person"}) {
      EXPECT_EQ(text.find(hidden), std::string::npos) << hidden;
    }
  }
  const std::string staff = report_markdown(model_for(true));
  for (const char* shown :
       {"\\[Draft\\] Unfinished thought", "only he can answer", "Will there be lunch", "off topic", "A late one"}) {
    EXPECT_NE(staff.find(shown), std::string::npos) << shown;
  }
}

TEST(Report, NamesPeopleAsTheSessionAndEachPersonWant) {
  core::State state = test::sample_state();
  const auto written = [&](const ReportOptions& options) { return report_markdown(build_report(state, options)); };
  EXPECT_NE(written({}).find("asked by Mei Lin"), std::string::npos);
  state.roster.people[core::PersonId{4}].profile.in_report = core::InReport::group;
  for (const bool is_internal : {false, true}) {
    const std::string text = written({is_internal, 0, ""});
    EXPECT_EQ(text.find("Mei Lin"), std::string::npos) << is_internal;
    EXPECT_NE(text.find("asked by Participant (Civil Society)"), std::string::npos) << is_internal;
  }
  state.roster.people[core::PersonId{4}].profile.in_report = core::InReport::none;
  EXPECT_NE(written({}).find("asked by a participant"), std::string::npos);
  state.roster.people[core::PersonId{4}].profile.in_report.reset();
  state.session.plan.report.names = core::InReport::group;
  EXPECT_EQ(written({}).find("Mei Lin"), std::string::npos);
  EXPECT_NE(written({true, 0, ""}).find("Mei Lin"), std::string::npos) << "the internal one tells staff what they know";
  ReportOptions by_name;
  by_name.names = core::InReport::name;
  EXPECT_NE(written(by_name).find("Mei Lin"), std::string::npos);
}

TEST(Report, HoldsTheNarrativeInBothVersions) {
  core::State state = test::sample_state();
  state.narratives.push_back({core::NarrativePart::way_forward, {}, core::Words("Meet again."), 1, {}, 0});
  state.narratives.push_back({core::NarrativePart::key_issues, {}, core::Words("Who pays?"), 1, {}, 0});
  for (const bool is_internal : {false, true}) {
    const std::string text = report_markdown(build_report(state, {is_internal, 0, ""}));
    const auto issues = text.find("## Key issues");
    ASSERT_NE(issues, std::string::npos);
    EXPECT_LT(issues, text.find("## Way forward"));
    EXPECT_NE(text.find("Meet again."), std::string::npos);
  }
}

TEST(Report, MadeByABrowserSaysSoAndTakesTheVotesThatItWasTold) {
  ReportOptions options;
  options.is_from_a_browser = true;
  options.votes.emplace();
  (*options.votes)[core::QuestionId{1}] = 7;
  const ReportModel model = build_report(test::sample_state(), options);
  EXPECT_EQ(model.questions.front().votes, 7);
  EXPECT_NE(report_markdown(model).find("without the server"), std::string::npos);
}

TEST(Report, KeepsTheOrderAndTheEvidence) {
  const ReportModel model = model_for(false);
  ASSERT_EQ(model.items.size(), 2U);
  EXPECT_EQ(model.items[0].title, "First: *urgency* of <governance>");
  ASSERT_EQ(model.items[0].evidence.size(), 2U);  // the pending question is no evidence for everyone
  EXPECT_EQ(model.items[0].evidence[1].person, "Mei Lin");
  EXPECT_EQ(model_for(true).items[1].evidence.size(), 3U);
}

TEST(Report, CountsQuestions) {
  const ReportModel model = model_for(false);
  ASSERT_EQ(model.questions.size(), 3U);
  EXPECT_EQ(model.questions[0].votes, 4);
  EXPECT_EQ(model.questions[0].outcome, QuestionOutcome::answered_in_writing);
  EXPECT_EQ(model.questions[1].votes, 3) << "whoever voted for both wordings counts once";
  ASSERT_EQ(model.questions[1].merged.size(), 1U);
  EXPECT_TRUE(model.questions[1].merged[0].is_anonymous);
  const QuestionCounts& counts = model.question_counts;
  EXPECT_EQ(counts.asked, 7);
  EXPECT_EQ(counts.forwarded, 4);
  EXPECT_EQ(counts.asked, counts.merged + counts.answered_live + counts.answered_in_writing + counts.dismissed +
                              counts.unanswered + counts.rejected + counts.pending + counts.withdrawn);
}

TEST(Report, FoldsPeopleAndSplitsTheFloor) {
  const ReportModel model = model_for(true);
  EXPECT_EQ(model.participation.people, 12);
  EXPECT_FALSE(model.participation.without_device) << "one person could be counted out";
  ASSERT_EQ(model.participation.by[0].rows.size(), 0U) << "8 online and 4 onsite";
  EXPECT_EQ(model.floor.open_ms, 240'000);
  EXPECT_EQ(model.floor.open_turns, 2);
  ASSERT_EQ(model.floor.talks.size(), 1U);
  EXPECT_EQ(model.floor.talks[0].spoken_ms, 300'000);
  EXPECT_EQ(model.floor.overrides, 1);
  EXPECT_EQ(model_for(false).floor.overrides, 1);
  EXPECT_TRUE(model_for(false).floor.override_list.empty());
}

TEST(Report, ClocksStopAtTheClose) {
  core::State state = test::sample_state();
  state.agenda.current = core::PhaseId{3};
  state.agenda.running_since_ms = test::sample_end_ms - core::minute_ms;
  const auto later = build_report(state, {false, test::sample_end_ms + core::hour_ms, ""});
  EXPECT_EQ(later.phases[2].actual_ms, core::minute_ms);
}

TEST(Report, MarkdownEscapesWhatPeopleWrite) {
  EXPECT_EQ(escaped_for_markdown("# a\n## b"), "\\# a ## b");
  EXPECT_EQ(escaped_for_markdown("- a"), "\\- a");
  EXPECT_EQ(escaped_for_markdown("12. a"), "12\\. a");
  EXPECT_EQ(escaped_for_markdown("1) a"), "1\\) a");
  EXPECT_EQ(escaped_for_markdown("===="), "\\====");
  EXPECT_EQ(escaped_for_markdown("<img src=x> | [a](b) `c` *d* _e_ &lt; ~f~ \\"),
            "\\<img src=x\\> \\| \\[a\\](b) \\`c\\` \\*d\\* \\_e\\_ \\&lt; \\~f\\~ \\\\");
  EXPECT_EQ(escaped_for_markdown("  a \t\r\n  b  "), "a b");
  EXPECT_EQ(escaped_for_markdown("7."), "7\\.");
  EXPECT_EQ(escaped_for_markdown("37.5 %"), "37.5 %");
  EXPECT_EQ(escaped_for_markdown("100 % of 3.5, by 1:20"), "100 % of 3.5, by 1:20");
  EXPECT_EQ(escaped_for_markdown(""), "");
}

TEST(Report, HtmlEscapesWhatPeopleWrite) {
  EXPECT_EQ(escaped_for_html("<a href='x' title=\"y\">&amp;\x01"),
            "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp; ");
  const std::string html = report_html(model_for(true));
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_EQ(html.find("href=\"javascript"), std::string::npos);
  for (const char* outside : {"src=", "@import", "url("}) EXPECT_EQ(html.find(outside), std::string::npos) << outside;
}

TEST(Report, LinksOnlyToTheWeb) {
  EXPECT_TRUE(is_safe_link("https://a.example/?b=1&c=2"));
  for (const char* bad : {"", "javascript:alert(1)", "https://a b", "http://a>b", "https://a\"b", "data:text/html,x"}) {
    EXPECT_FALSE(is_safe_link(bad)) << bad;
  }
}

TEST(Report, JsonReadsBack) {
  const auto report = wire::parse(report_json(model_for(true)), 1 << 20);
  ASSERT_TRUE(report);
  EXPECT_EQ((*report)["format"], "roundtable.report.v1");
  EXPECT_EQ((*report)["session"]["title"], "Ethical & Responsible AI <Innovation>");
  EXPECT_EQ((*report)["questions"]["held_back"].size(), 2U);
}

TEST(ReportWords, WritesTimes) {
  EXPECT_EQ(date_and_time(1'750'852'800'000, 120), "25 June 2025, 14:00 (UTC+02:00)");
  EXPECT_EQ(date_and_time(1'709'251'199'000, -330), "29 February 2024, 18:29 (UTC-05:30)");
  EXPECT_EQ(date_and_time(0, 0), "1 January 1970, 00:00 (UTC+00:00)");
  EXPECT_EQ(date_and_time(-1, 0), "31 December 1969, 23:59 (UTC+00:00)");
  EXPECT_EQ(time_of_day(1'750'852'800'999, 120), "14:00:00");
  EXPECT_EQ(length(0), "0:00");
  EXPECT_EQ(length(59'600), "1:00");
  EXPECT_EQ(length(3'849'000), "1:04:09");
  EXPECT_EQ(share(1, 8), "12.5 %");
  EXPECT_EQ(share(1, 0), "0.0 %");
}

TEST(ReportWords, NamesGroupsAndGoals) {
  EXPECT_EQ(label(core::RegionalGroup::weog), "Western European and Others Group (WEOG)");
  EXPECT_EQ(group_label(Attribute::stakeholder_group, 2), "Civil Society");
  EXPECT_EQ(goal_name("4.7"), "Quality Education");
  EXPECT_EQ(goal_name("17"), "Partnerships for the Goals");
  for (const char* bad : {"", "0", "18", "x", "99999999999999999999"}) EXPECT_EQ(goal_name(bad), "");
}

}  // namespace
}  // namespace roundtable::report
