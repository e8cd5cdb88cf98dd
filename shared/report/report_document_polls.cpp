#include "report/report_document_parts.hpp"
#include "report/report_words.hpp"

namespace roundtable::report {

namespace {

using core::PollKind;

std::string voters(std::uint32_t count) {
  return std::to_string(count) + (count == 1 ? " person voted" : " people voted");
}

std::string_view counted(PollKind kind) {
  switch (kind) {
    case PollKind::temperature:
    case PollKind::single:
    case PollKind::multiple:
    case PollKind::words:
      return "People";
    case PollKind::ranking:
      return "Choices it beats in pairs";
    case PollKind::dots:
      return "Dots";
  }
  return "";
}

bool counts_people(PollKind kind) {
  return kind == PollKind::temperature || kind == PollKind::single || kind == PollKind::multiple;
}

Block head_of(const ReportPoll& poll, std::size_t number) {
  Block block{BlockKind::item, poll.title, {}, number, 0};
  block.rows.push_back({std::string(label(poll.kind)) + "; " + voters(poll.results.people) + " anonymously"});
  if (!poll.is_published) block.rows.push_back({"The results were not shown to everyone."});
  if (!poll.hands.empty()) {
    block.rows.push_back(
        {"Hands in the room were counted by staff, apart from the votes; who had voted was asked to keep theirs "
         "down."});
  }
  return block;
}

Block table_of(const ReportPoll& poll) {
  Block table{BlockKind::table, "", {{"Choice", std::string(counted(poll.kind))}}, 0, 2};
  const bool has_shares = counts_people(poll.kind);
  table.rows[0].emplace_back(has_shares ? "Share of those who voted" : "People who support it");
  if (!poll.hands.empty()) {
    table.rows[0].emplace_back("Hands in the room");
    table.number_columns = 3;
  }
  for (std::size_t choice = 0; choice < poll.choices.size(); ++choice) {
    const std::uint32_t count = poll.results.counts[choice];
    table.rows.push_back(
        {poll.choices[choice], std::to_string(count),
         has_shares ? share(count, poll.results.people) : std::to_string(poll.results.supporters[choice])});
    if (!poll.hands.empty()) table.rows.back().push_back(std::to_string(poll.hands[choice]));
  }
  return table;
}

Block answers_of(const ReportPoll& poll) {
  Block table{BlockKind::table, "", {{"Answer", "People"}}, 0, 1};
  for (const core::PollAnswer& answer : poll.results.answers) {
    table.rows.push_back({answer.text.text, std::to_string(answer.count)});
  }
  if (poll.results.other_answers > 0) {
    table.rows.push_back({"Answers not listed", std::to_string(poll.results.other_answers)});
  }
  return table;
}

std::string group_of(core::Attribute attribute, const std::string& group) {
  for (std::size_t value = 0; value < core::group_count(attribute); ++value) {
    if (core::group_name(attribute, value) == group) return std::string(group_label(attribute, value));
  }
  return "Other groups";
}

std::string agreement_of(const ReportPoll& poll, const ReportPollBreakdown& breakdown) {
  const core::PollAgreement& agreement = *breakdown.agreement;
  const std::string what = agreement.choice ? "\"" + poll.choices[*agreement.choice] + "\"" : std::string("it");
  return "In every group shown at least " + std::to_string(agreement.percent) + " % support " + what +
         " (least: " + group_of(breakdown.attribute, agreement.group) + "); of all who voted " +
         share(breakdown.supporters, poll.results.people) + ".";
}

void add_breakdown(std::vector<Block>& blocks, const ReportPoll& poll, const ReportPollBreakdown& breakdown) {
  Block table{BlockKind::table, "By " + std::string(label(breakdown.attribute)), {{"Group", "People"}}, 0, 0};
  for (const std::string& choice : poll.choices) table.rows[0].push_back(choice);
  table.number_columns = poll.choices.size() + 1;
  for (const core::PollRow& row : breakdown.rows) {
    table.rows.push_back({group_of(breakdown.attribute, row.group), std::to_string(row.people)});
    for (std::uint32_t count : row.counts) table.rows.back().push_back(share(count, row.people));
  }
  blocks.push_back(std::move(table));
  if (breakdown.agreement) blocks.push_back({BlockKind::paragraph, agreement_of(poll, breakdown), {}});
}

}  // namespace

void add_polls(std::vector<Block>& blocks, const ReportModel& model) {
  if (model.polls.empty()) return;
  blocks.push_back({BlockKind::heading, "Polls and temperature checks", {}});
  std::size_t number = 0;
  for (const ReportPoll& poll : model.polls) {
    blocks.push_back(head_of(poll, ++number));
    blocks.push_back(poll.kind == PollKind::words ? answers_of(poll) : table_of(poll));
    for (const ReportPollBreakdown& breakdown : poll.breakdowns) add_breakdown(blocks, poll, breakdown);
  }
  Block note{BlockKind::note, "", {}};
  note.text =
      "The figure under a breakdown is the share that supports in the group that supports least. Of a temperature "
      "check "
      "the upper half of its scale supports, the middle step included; of a ranking those who put the choice in the "
      "upper half of all; of dots those who gave it one.";
  blocks.push_back(std::move(note));
}

}  // namespace roundtable::report
