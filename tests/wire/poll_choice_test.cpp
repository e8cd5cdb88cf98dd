// A ballot's choice on the wire, and as a part of the journal that can be erased.
#include <gtest/gtest.h>

#include "wire/codec.hpp"

namespace roundtable::wire {
namespace {

using core::PollChoice;
using core::PollVoted;

std::string fault_of(const char* data) {
  return read_command("poll.vote", *parse(data, 1 << 12)).fault;
}
PollChoice choice_of(const char* data) {
  const ReadCommand read = read_command("poll.vote", *parse(data, 1 << 12));
  EXPECT_TRUE(read.command) << data << " " << read.fault;
  return read.command ? get<core::VotePoll>(*read.command).choice : PollChoice{};
}

TEST(PollChoice, IsAnIndexIndexesDotsOrTexts) {
  EXPECT_EQ(choice_of(R"({"poll": 1, "choice": 2})"), (PollChoice{{2}, {}, {}}));
  EXPECT_EQ(choice_of(R"({"poll": 1, "choice": [2, 0]})"), (PollChoice{{2, 0}, {}, {}}));
  EXPECT_EQ(choice_of(R"({"poll": 1, "choice": {"0": 4, "12": 5}})"), (PollChoice{{}, {{0, 4}, {12, 5}}, {}}));
  EXPECT_EQ(choice_of(R"({"poll": 1, "choice": ["trust", "care"]})"), (PollChoice{{}, {}, {"trust", "care"}}));
}

TEST(PollChoice, SaysWhatWouldBeRight) {
  EXPECT_EQ(fault_of(R"({"poll": 1})"), "/data/choice: is missing");
  for (const char* wrong :
       {R"({"poll": 1, "choice": -1})", R"({"poll": 1, "choice": true})", R"({"poll": 1, "choice": [1, "two"]})",
        R"({"poll": 1, "choice": {"one": 1}})", R"({"poll": 1, "choice": {"0": -1}})",
        R"({"poll": 1, "choice": {"99999999999": 1}})", R"({"poll": 1, "choice": 1.5})"}) {
    EXPECT_EQ(fault_of(wrong).rfind("/data/choice", 0), 0U) << wrong << " " << fault_of(wrong);
  }
}

TEST(PollChoice, ComesBackAsItWasWritten) {
  for (const PollChoice& choice : {PollChoice{{2}, {}, {}}, PollChoice{{2, 0, 1}, {}, {}}, PollChoice{{}, {{0, 4}}, {}},
                                   PollChoice{{}, {}, {"say \"trust\""}}}) {
    core::Event event;
    event.seq = 7;
    event.data = PollVoted{core::PollId{1}, "alias", {}, choice};
    const auto read = read_event(*parse(event_text(event), 1 << 12));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->data, event.data);
  }
}

TEST(PollChoice, IsOnePartOfTheJournalAndEmptyOnceErased) {
  const core::EventData voted = PollVoted{core::PollId{1}, "alias", {}, PollChoice{{2, 0}, {}, {}}};
  std::vector<std::string> parts;
  const std::string data = journal_data(voted, [&](std::string& out, const core::Words& words) {
    out += "{\"part\":" + std::to_string(parts.size()) + "}";
    parts.push_back(words.text);
  });
  EXPECT_EQ(parts, (std::vector<std::string>{"[2,0]"}));
  EXPECT_EQ(data, R"({"poll":1,"alias":"alias","groups":{},"choice":{"part":0}})");
  const Json json = *parse(data, 1 << 12);
  const auto read = [&](bool is_erased) {
    return read_journal_data("poll.voted", json, [&](const Json&) -> std::optional<std::string> {
      return is_erased ? std::nullopt : std::optional(parts.front());
    });
  };
  EXPECT_EQ(read(false), std::optional(voted));
  ASSERT_TRUE(read(true));
  EXPECT_TRUE(get<PollVoted>(*read(true)).choice.empty());
}

}  // namespace
}  // namespace roundtable::wire
