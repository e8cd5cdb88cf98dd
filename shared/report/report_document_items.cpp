#include "report/report_document_parts.hpp"
#include "report/report_words.hpp"

namespace roundtable::report {

namespace {

constexpr std::string_view someone = "a participant";

std::string by(const ReportWording& wording) {
  if (wording.is_anonymous) return "asked anonymously";
  return "asked by " + (wording.author.empty() ? std::string(someone) : wording.author);
}

std::string evidence_line(const ReportEvidence& evidence, std::int32_t utc_offset_min) {
  const std::string person = evidence.person.empty() ? std::string(someone) : evidence.person;
  if (evidence.turn && !evidence.text.empty()) {
    return "Evidence: " + person + ", read aloud at " + time_of_day(evidence.at_ms, utc_offset_min) + ": \"" +
           evidence.text + "\"";
  }
  if (evidence.turn) {
    return "Evidence: " + person + " on the floor at " + time_of_day(evidence.at_ms, utc_offset_min);
  }
  if (evidence.note) return "Evidence: breakout group " + evidence.person + ": \"" + evidence.text + "\"";
  if (evidence.group) return "Evidence: breakout group " + evidence.person;
  if (evidence.jot) {
    return "Evidence: a note of " + person + " at " + time_of_day(evidence.at_ms, utc_offset_min);
  }
  if (evidence.poll) return "Evidence: poll " + std::to_string(evidence.poll->value) + ", \"" + evidence.text + "\"";
  return "Evidence: question " + std::to_string(evidence.question->value) + ", \"" + evidence.text + "\"";
}

std::string votes(std::int64_t count) {
  return std::to_string(count) + (count == 1 ? " vote" : " votes");
}

std::string_view label(QuestionOutcome outcome) {
  switch (outcome) {
    case QuestionOutcome::answered_live:
      return "answered live";
    case QuestionOutcome::answered_in_writing:
      return "answered in writing";
    case QuestionOutcome::dismissed:
      return "set aside";
    case QuestionOutcome::unanswered:
      return "not answered in the session";
  }
  return "";
}

Block question_block(const ReportQuestion& question, std::size_t number) {
  Block block{BlockKind::item, question.wording.text, {}, number, 0};
  block.rows.push_back({question.answer});
  block.rows.push_back({"Question " + std::to_string(question.wording.question.value) + ", " + by(question.wording) +
                        "; " + votes(question.votes) + "; " + std::string(label(question.outcome))});
  for (const ReportWording& merged : question.merged) {
    block.rows.push_back({"Merged with it: \"" + merged.text + "\", " + by(merged)});
  }
  return block;
}

Block counts_block(const QuestionCounts& counts) {
  Block facts{BlockKind::facts, "", {}};
  const auto add = [&facts](const char* what, std::int64_t count) {
    facts.rows.push_back({what, std::to_string(count)});
  };
  add("Asked", counts.asked);
  add("Shown to everyone", counts.forwarded);
  add("Of these merged into another", counts.merged);
  add("Answered live", counts.answered_live);
  add("Answered in writing", counts.answered_in_writing);
  add("Set aside", counts.dismissed);
  add("Not answered", counts.unanswered);
  add("Not approved", counts.rejected + counts.pending);
  add("Withdrawn", counts.withdrawn);
  add("Asked anonymously", counts.anonymous);
  return facts;
}

}  // namespace

void add_items(std::vector<Block>& blocks, const ReportModel& model, core::TakeawayKind kind,
               std::string_view heading) {
  std::vector<Block> items;
  for (const ReportItem& item : model.items) {
    if (item.kind != kind) continue;
    Block block{BlockKind::item, (item.is_draft ? "[Draft] " : "") + item.title, {{item.body}}, items.size() + 1, 0};
    for (const ReportEvidence& evidence : item.evidence) {
      block.rows.push_back({evidence_line(evidence, model.plan.utc_offset_min)});
    }
    items.push_back(std::move(block));
  }
  // The IGF's form has the first two always; commitments are voluntary.
  if (items.empty() && kind == core::TakeawayKind::commitment) return;
  blocks.push_back({BlockKind::heading, std::string(heading), {}});
  if (items.empty()) blocks.push_back({BlockKind::paragraph, "None recorded.", {}});
  for (Block& item : items) blocks.push_back(std::move(item));
}

void add_questions(std::vector<Block>& blocks, const ReportModel& model) {
  blocks.push_back({BlockKind::heading, "Questions asked and answered", {}});
  blocks.push_back(counts_block(model.question_counts));
  std::size_t number = 0;
  for (const ReportQuestion& question : model.questions) blocks.push_back(question_block(question, ++number));
  if (model.held_back.empty()) return;
  blocks.push_back({BlockKind::heading, "Questions that were not approved", {}});
  Block list{BlockKind::bullets, "", {}};
  for (const HeldBackQuestion& question : model.held_back) {
    const bool is_rejected = question.status == core::QuestionStatus::rejected;
    list.rows.push_back({question.wording.text + " (" + by(question.wording) + "; " +
                         (is_rejected ? "rejected: " + question.reason : "not yet decided") + ")"});
  }
  blocks.push_back(std::move(list));
}

}  // namespace roundtable::report
