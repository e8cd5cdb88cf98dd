#include <algorithm>

#include "report/report_parts.hpp"
#include "report/report_words.hpp"

namespace roundtable::report {

namespace {

std::vector<std::string> choices_of(const core::Poll& poll) {
  std::vector<std::string> choices;
  for (const core::Words& choice : poll.choices) choices.push_back(choice.text);
  if (!choices.empty() || poll.kind != core::PollKind::temperature) return choices;
  for (std::size_t step = 0; step < core::default_scale_steps; ++step) choices.emplace_back(scale_label(step));
  return choices;
}

ReportPollBreakdown breakdown_of(const core::Poll& poll, const core::PollBreakdown& breakdown) {
  ReportPollBreakdown shown;
  shown.attribute = breakdown.attribute;
  shown.rows = breakdown.rows;
  const auto agreement = core::agreement_of(poll.kind, *poll.results, breakdown);
  if (!agreement) return shown;
  shown.agreement = agreement;
  shown.supporters = core::supporting(poll.kind, poll.results->supporters, agreement->choice.value_or(0));
  return shown;
}

}  // namespace

std::vector<ReportPoll> polls_of(const core::State& state, const ReportOptions& options) {
  std::vector<ReportPoll> polls;
  for (const auto& [id, poll] : state.polls.list) {
    if (!poll.results || !(poll.is_published || options.for_staff)) continue;
    ReportPoll shown;
    shown.poll = id;
    shown.kind = poll.kind;
    shown.title = poll.title.text;
    shown.choices = choices_of(poll);
    shown.is_published = poll.is_published;
    shown.hands = poll.hands;
    shown.results = *poll.results;
    shown.results.breakdowns.clear();  // told below, once the close stands
    if (!options.for_staff) {
      std::erase_if(shown.results.answers, [&others = shown.results.other_answers](const core::PollAnswer& answer) {
        if (!answer.is_passed) others += answer.count;
        return !answer.is_passed;
      });
    }
    for (const core::PollBreakdown& each : poll.results->breakdowns) {
      if (poll.is_final) shown.breakdowns.push_back(breakdown_of(poll, each));
    }
    polls.push_back(std::move(shown));
  }
  return polls;
}

}  // namespace roundtable::report
