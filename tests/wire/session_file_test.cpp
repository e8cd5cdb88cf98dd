#include "wire/session_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/floor_policy.hpp"
#include "source_files.hpp"
#include "wire/check_text.hpp"
#include "wire/json.hpp"
#include "wire/session_file_parts.hpp"

namespace roundtable::wire {
namespace {

using test::read_file;
using test::repository;

std::string shipped() {
  return read_file(repository() / "sessions/igf-2025-responsible-ai-roundtable.json");
}
std::string broken(const std::string& name) {
  return read_file(repository() / "tests/wire/files" / (name + ".json"));
}

std::string all_faults(const CheckedFile& checked) {
  std::string text;
  for (const Fault& fault : checked.faults) text += fault.pointer + ": " + fault.message + "\n";
  return text;
}

TEST(SessionFile, TheShippedSessionIsRead) {
  const CheckedFile checked = check_session_file(shipped());
  ASSERT_TRUE(checked.file) << all_faults(checked);
  const core::SessionPlan& plan = checked.file->plan;
  EXPECT_EQ(plan.title, "Ethical and Responsible AI Innovation");
  EXPECT_EQ(plan.starts_at_ms, 1'750'852'800'000);
  EXPECT_EQ(plan.utc_offset_min, 120);
  EXPECT_EQ(plan.duration_ms, core::hour_ms);
  EXPECT_EQ(plan.policy_questions.size(), 3U);
  EXPECT_EQ(plan.expected_outcomes.size(), 4U);
  EXPECT_EQ(plan.sdg_targets.size(), 24U);
  ASSERT_EQ(plan.phases.size(), 3U);
  EXPECT_EQ(plan.phases[0].planned_ms, 20 * core::minute_ms);
  EXPECT_EQ(plan.phases[1].planned_ms, 27 * core::minute_ms);
  EXPECT_EQ(plan.phases[1].min_ms, 14 * core::minute_ms);
  EXPECT_EQ(plan.phases[2].kind, core::PhaseKind::wrap_up);
  ASSERT_EQ(plan.phases[0].speakers.size(), 5U);
  EXPECT_EQ(plan.phases[0].speakers[4].person, core::PersonId{5});
  EXPECT_EQ(plan.phases[0].speakers[4].planned_ms, 4 * core::minute_ms);
  EXPECT_EQ(plan.floor.name, "new_voices");
  EXPECT_EQ(plan.floor.rules, *core::preset_rules("new_voices"));
  ASSERT_EQ(plan.polls.size(), 1U);
  EXPECT_EQ(plan.polls[0].kind, core::PollKind::temperature);
  EXPECT_TRUE(plan.polls[0].choices.empty());
  ASSERT_EQ(checked.file->people.size(), 6U);
  const core::PlannedPerson& first = checked.file->people[0];
  EXPECT_EQ(first.profile.name.text, "Ke GONG");
  EXPECT_EQ(first.profile.affiliation.text, "World Federation of Engineering Organizations");
  EXPECT_EQ(first.roles, (core::Roles{core::Role::moderator, core::Role::speaker}));
  EXPECT_EQ(first.profile.stakeholder_group, core::StakeholderGroup::technical_community);
  EXPECT_EQ(first.profile.regional_group, core::RegionalGroup::weog);
}

TEST(SessionFile, ThePlanAsSubmittedIsRefusedWithTheFittedPlan) {
  const CheckedFile checked = check_session_file(broken("igf-2025-as-submitted"));
  EXPECT_FALSE(checked.file);
  EXPECT_EQ(check_text("a.json", checked),
            "a.json: /phases: the phases take 90 minutes (30 + 40 + 20) and the slot has 60; shorten them to 20 + 27 + "
            "13, or set duration_min to 90\n"
            "  the plan fitted to 60 minutes:\n"
            "    20 minutes instead of 30: Best practices\n"
            "    27 minutes instead of 40: Discussion and Q&A, in the room and online\n"
            "    13 minutes instead of 20: Actionable results\n");
  ASSERT_EQ(checked.fitted.size(), 3U);
}

TEST(SessionFile, TheShippedSessionIsThePlanAsSubmittedFitted) {
  Json file = *parse(shipped(), 1 << 20);
  Json submitted = *parse(broken("igf-2025-as-submitted"), 1 << 20);
  file.erase("phases");
  file.erase("polls");
  file.erase("breakouts");
  submitted.erase("phases");
  EXPECT_EQ(file, submitted);
}

struct Broken {
  const char* file;
  const char* fault;  // how its line begins
};

TEST(SessionFile, EveryBrokenFileHasOnePointedFault) {
  const Broken files[] = {
      {"wrong-type",
       "/duration_min: this is text; give the length of the session in minutes as a whole number from 1 to"},
      {"unknown-role", "/people/0/roles/0: \"chair\" is not known; give a role, one of: moderator, online_moderator, "},
      {"machine-role", "/people/0/roles/0: \"display\" is not known; give a role, one of: moderator, "},
      {"negative-minutes", "/phases/1/minutes: this is -40; give the length of the phase in minutes as a whole number"},
      {"fraction-of-a-minute", "/phases/1/minutes: this is 12.5; give the length of the phase in minutes as a whole"},
      {"unknown-kind",
       "/phases/1/kind: \"Wrap Up\" is not known (did you mean \"wrap_up\"?); give the kind of the phase"},
      {"unknown-group",
       "/people/0/stakeholder_group: \"Civil Society\" is not known (did you mean \"civil_society\"?)"},
      {"null-title", "/title: this is null; give the title of the session as text of at most 300 characters"},
      {"control-character", "/title: holds the control character U+0007; take it out"},
      {"bidi-name", "/people/0/name: holds the control character U+202E; take it out"},
      {"duplicate-name", "/people/1/name: \"ANA SOUZA\" is already the name at /people/0; give each person once"},
      {"unknown-speaker", "/phases/0/speakers/0/name: \"Cy Young\" is none of the people; give a name that stands in"},
      {"speakers-too-long", "/phases/0/speakers: the speakers' minutes add up to 25, the phase has 20; shorten them"},
      {"start-without-offset", "/starts_at: \"2026-03-02T10:00:00\" is no date and time; give the planned start with"},
      {"no-such-day", "/starts_at: \"2026-02-29T10:00:00+01:00\" is no date and time; give"},
      {"no-phases", "/phases: missing; give the phases as a list"},
      {"empty-phases", "/phases: has too few entries; give the phases as a list"},
      {"no-roles", "/people/0/roles: missing; give the roles of the person as a list"},
      {"bad-link", "/media/0/url: \"javascript:alert(1)\" is no web address; give one that starts with https://"},
      {"unknown-goal", "/sdg_targets/1: \"18.1\" is none of the 17 goals and 169 targets; give"},
      {"goal-as-number", "/sdg_targets/0: this is a number; give a goal or target in quotes, such as \"4\""},
      {"policy-and-rules", "/floor/rules: policy names the rules already; give either policy or rules"},
      {"rule-without-attribute", "/floor/rules/0/by: missing; give the attribute that the rule goes by, one of: "},
      {"rule-after-arrival", "/floor/rules/0/rule: arrival decides alone, so that the rules after it never count"},
      {"override-as-rule", "/floor/rules/0/rule: \"override\" is not known; give a rule, one of: point_of_order_first"},
      {"minimums-too-long",
       "/phases: the phases take 90 minutes (50 + 40) and the slot has 60; even at their shortest "
       "they take 80: leave phases out"},
      {"minimum-above-minutes", "/phases/0/min_minutes: this is 30; give the shortest length of the phase in minutes"},
      {"duplicate-key", "/: the key \"title\" stands twice in one object (line 2, column 8); keep one of them"},
      {"broken", "/: this is not JSON near \"60,,\" (line 2, column 21); correct it"},
      {"cut-off", "/: this is not JSON near \"\\\"Ana\" (line 2, column 26); correct it"},
      {"empty", "/: the file is empty; give a session as a JSON object"},
      {"list", "/: the file holds no JSON object; put the session in braces { }"},
      {"huge-number", "/: a number is out of range (line 1, column 62); give a smaller whole number"},
      {"bad-utf8", "/: the bytes are not UTF-8 at byte 19 (line 1, column 20); save the file as UTF-8"},
  };
  for (const Broken& each : files) {
    const CheckedFile checked = check_session_file(broken(each.file));
    EXPECT_FALSE(checked.file) << each.file;
    EXPECT_EQ(checked.faults.size(), 1U) << each.file << "\n" << all_faults(checked);
    EXPECT_EQ(all_faults(checked).rfind(each.fault, 0), 0U) << each.file << "\n" << all_faults(checked);
  }
  EXPECT_TRUE(check_session_file(broken("small-good")).file) << all_faults(check_session_file(broken("small-good")));
}

TEST(SessionFile, HugeAndDeepFilesAreRefusedAtOnce) {
  const std::string start = "{\"title\": \"";
  const CheckedFile huge = check_session_file(start + std::string(10 << 20, 'a') + "\"}");
  EXPECT_EQ(all_faults(huge), "/: the file is too large: 10485773 bytes, at most 262144; shorten its texts\n");
  const CheckedFile spaces = check_session_file(std::string(10 << 20, ' '));
  EXPECT_EQ(spaces.faults.size(), 1U);
  const CheckedFile deep = check_session_file(std::string(200'000, '['));
  EXPECT_EQ(all_faults(deep),
            "/: nested deeper than 32 levels (line 1, column 33); a session file needs no more than five\n");
}

TEST(SessionFile, AllFaultsOfAFileAreFoundInOnePass) {
  const CheckedFile checked = check_session_file(R"({"duration_min": 0, "phases": [{"kind": 3}, 7],
      "people": [{"roles": []}, null], "floor": [], "languages": ["english language"]})");
  std::vector<std::string> pointers;
  for (const Fault& fault : checked.faults) pointers.push_back(fault.pointer);
  std::sort(pointers.begin(), pointers.end());
  EXPECT_EQ(pointers, (std::vector<std::string>{"/duration_min", "/floor", "/languages/0", "/people/0/name",
                                                "/people/0/roles", "/people/1", "/phases/0/kind", "/phases/0/minutes",
                                                "/phases/0/title", "/phases/1", "/starts_at", "/title"}));
}

TEST(SessionFile, APersonMayHaveExtraTimeFromTheStart) {
  Json file = *parse(broken("small-good"), 1 << 20);
  file["people"][1]["extra_time_percent"] = 100;
  const CheckedFile checked = check_session_file(dump(file));
  ASSERT_TRUE(checked.file) << all_faults(checked);
  EXPECT_EQ(checked.file->people[0].extra_time_percent, 0U);
  EXPECT_EQ(checked.file->people[1].extra_time_percent, 100U);
  file["people"][1]["extra_time_percent"] = 201;
  EXPECT_EQ(all_faults(check_session_file(dump(file))).rfind("/people/1/extra_time_percent: this is 201; give ", 0),
            0U);
}

TEST(SessionFile, KnowsItsLimits) {
  Json file = *parse(broken("small-good"), 1 << 20);
  const auto faults_with = [&file](const char* field, Json value) {
    Json changed = file;
    changed[field] = std::move(value);
    return all_faults(check_session_file(dump(changed)));
  };
  EXPECT_EQ(faults_with("title", std::string(300, 'a')), "");
  EXPECT_EQ(faults_with("title", std::string(301, 'a')).rfind("/title: has 301 characters; give", 0), 0U);
  EXPECT_EQ(faults_with("policy_questions", Json(std::vector<std::string>(51, "why?"))),
            "/policy_questions: has 51 entries; at most 50 are allowed\n");
  EXPECT_EQ(faults_with("policy_questions", Json(std::vector<std::string>(40, std::string(1400, 'x'))))
                .rfind("/: without its people the session takes ", 0),
            0U);
  EXPECT_EQ(faults_with("duration_min", 1441).rfind("/duration_min: this is 1441; give", 0), 0U);
  EXPECT_EQ(faults_with("duration_min", 60.0), "");
  EXPECT_EQ(faults_with("unknown", nullptr), "");
  EXPECT_EQ(faults_with("description", "two\nlines\n"), "");
  EXPECT_EQ(faults_with("description", ""), "");
  EXPECT_EQ(faults_with("title", " \t").rfind("/title: empty; give", 0), 0U);
}

/// The faults of a file whose only poll is this.
std::string faults_of_poll(const char* poll) {
  Json file = *parse(shipped(), 1 << 20);
  file["polls"] = Json::array({*parse(poll, 1 << 10)});
  return all_faults(check_session_file(dump(file)));
}

TEST(SessionFile, APollNeedsTheChoicesOfItsKind) {
  EXPECT_EQ(faults_of_poll(R"({"kind": "dots", "title": "Where?", "choices": ["A", "B"]})"), "");
  EXPECT_EQ(faults_of_poll(R"({"kind": "words", "title": "In one word?"})"), "");
  EXPECT_EQ(faults_of_poll(R"({"kind": "single", "title": "Where?"})").rfind("/polls/0/choices: missing; give ", 0),
            0U);
  EXPECT_EQ(faults_of_poll(R"({"kind": "single", "title": "Where?", "choices": ["A"]})")
                .rfind("/polls/0/choices: has too few entries; give ", 0),
            0U);
  EXPECT_EQ(faults_of_poll(R"({"kind": "multiple", "title": "Where?", "choices": ["A", " A"]})")
                .rfind("/polls/0/choices: the choice \"A\" stands there twice", 0),
            0U);
  EXPECT_EQ(faults_of_poll(R"({"kind": "temperature", "title": "Well?", "choices": ["Yes"]})")
                .rfind("/polls/0/choices: a scale of one step", 0),
            0U);
  EXPECT_EQ(faults_of_poll(R"({"kind": "words", "title": "Well?", "choices": ["Yes"]})")
                .rfind("/polls/0/choices: people write their own words here", 0),
            0U);
  EXPECT_EQ(faults_of_poll(R"({"kind": "hum", "title": "Well?"})").rfind("/polls/0/kind: ", 0), 0U);
  EXPECT_EQ(
      faults_of_poll(R"({"kind": "dots", "title": "W", "choices": ["A", "B"], "dots": 0})").rfind("/polls/0/dots: ", 0),
      0U);
}

TEST(SessionFile, ARuleListEndsInArrivalWithoutSayingSo) {
  Json file = *parse(broken("small-good"), 1 << 20);
  file["floor"] = *parse(R"({"turn_seconds": 90, "overtaken_at_most": 3,
      "rules": [{"rule": "least_served", "by": "regional_group", "tolerance_seconds": 30, "weight": "presence"}]})",
                         1 << 10);
  const CheckedFile checked = check_session_file(dump(file));
  ASSERT_TRUE(checked.file) << all_faults(checked);
  const core::FloorPolicy& floor = checked.file->plan.floor;
  EXPECT_EQ(floor.name, "own");
  EXPECT_EQ(floor.turn_ms, 90'000);
  EXPECT_EQ(floor.overtaken_at_most, 3U);
  const core::FloorRule served{core::Rule::least_served, core::Attribute::regional_group, 30'000,
                               core::Weight::presence};
  EXPECT_EQ(floor.rules, (std::vector<core::FloorRule>{served, core::FloorRule{}}));
}

TEST(SessionFile, ReadsStartTimes) {
  EXPECT_EQ(parse_start_time("1970-01-01T00:00:00Z")->at_ms, 0);
  EXPECT_EQ(parse_start_time("2024-02-29T23:59:60.250-05:30")->at_ms, 1'709'271'000'000);
  EXPECT_EQ(parse_start_time("2024-02-29t23:59:59+05:45")->utc_offset_min, 345);
  EXPECT_EQ(parse_start_time("2000-03-01T00:00:00Z")->at_ms, 951'868'800'000);
  EXPECT_EQ(parse_start_time("9999-12-31T23:59:59Z")->at_ms, 253'402'300'799'000);
  for (const char* bad :
       {"", "2025", "2025-06-25", "2025-06-25T14:00+02:00", "2025-06-25 14:00:00+02:00", "2025-13-01T00:00:00Z",
        "2025-00-01T00:00:00Z", "2023-02-29T00:00:00Z", "2025-06-25T24:00:00Z", "2025-06-25T14:60:00Z",
        "2025-06-25T14:00:00+24:00", "2025-06-25T14:00:00+2:00", "2025-06-25T14:00:00.Z", "2025-06-25T14:00:00Zx",
        "25-06-2025T14:00:00Z", "1900-02-28T00:00:00Z"}) {
    EXPECT_FALSE(parse_start_time(bad)) << bad;
  }
}

TEST(SessionFile, KnowsTheGoalsAndTargets) {
  int codes = 0;
  for (int goal = -1; goal < 120; ++goal) {
    codes += is_sdg_code(std::to_string(goal)) ? 1 : 0;
    for (int target = -1; target < 120; ++target) {
      codes += is_sdg_code(std::to_string(goal) + "." + std::to_string(target)) ? 1 : 0;
    }
    for (char letter = ' '; letter < '~'; ++letter) {
      if (letter < '0' || letter > '9') codes += is_sdg_code(std::to_string(goal) + "." + letter) ? 1 : 0;
    }
  }
  EXPECT_EQ(codes, 17 + 169);
  for (const char* bad : {"", ".", "4.", ".7", "04", "4.07", "4.7 ", "4.7.1", "SDG 4"}) EXPECT_FALSE(is_sdg_code(bad));
}

/// Changes of one to four bytes or spans of a good file: any answer will do, as long as there is one.
TEST(SessionFile, AnswersAnyMutation) {
  const std::string good = broken("small-good");
  const std::string pieces[] = {"null",
                                "{",
                                "}",
                                "[",
                                "]",
                                "\"",
                                ",",
                                ":",
                                "-1",
                                "1e9",
                                "99999999999999999999",
                                "\\u0000",
                                "\xC3",
                                "\xE2\x80\xAE",
                                "true",
                                "\"\"",
                                "[[[[",
                                "{\"a\":",
                                "0.5",
                                "\\ud800"};
  std::mt19937 random(2025);
  const auto any = [&random](std::size_t below) { return static_cast<std::size_t>(random()) % below; };
  int good_ones = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text = good;
    for (std::size_t change = 0, changes = 1 + any(4); change < changes; ++change) {
      const std::size_t at = any(text.size());
      const std::size_t span = any(3) == 0 ? any(40) : any(3);
      text.replace(at, span,
                   any(2) == 0 ? pieces[any(std::size(pieces))] : std::string(any(3), static_cast<char>(any(256))));
      if (text.empty()) text = " ";
    }
    const CheckedFile checked = check_session_file(text);
    ASSERT_NE(checked.file.has_value(), !checked.faults.empty());
    for (const Fault& fault : checked.faults) {
      ASSERT_EQ(fault.pointer.front(), '/');
      ASSERT_NE(fault.message.find(';'), std::string::npos) << fault.message;
    }
    good_ones += checked.file ? 1 : 0;
  }
  EXPECT_GT(good_ones, 100);
}

TEST(CheckText, SaysThatAFileIsGood) {
  EXPECT_EQ(check_text("town.json", check_session_file(broken("small-good"))),
            "town.json: good: 2 phases of 60 minutes in a slot of 60, 2 named people\n");
}

}  // namespace
}  // namespace roundtable::wire
