#include "view/view.hpp"

namespace roundtable::view {

namespace {

std::int64_t percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<std::int64_t>((part * 200 + whole) / (whole * 2));  // rounded
}

/// What all counts of a choice could be at most: people, dots, or the other choices it may beat.
std::uint64_t whole_of(const Poll& poll, const PollResults& results) {
  if (poll.kind == PollKind::ranking) return results.counts.empty() ? 0 : results.counts.size() - 1;
  if (poll.kind != PollKind::dots) return results.people;
  std::uint64_t dots = 0;
  for (std::uint32_t count : results.counts) dots += count;
  return dots;
}

std::optional<AgreementModel> agreement_model(const Poll& poll, const PollResults& results,
                                              const PollBreakdown& breakdown) {
  const auto agreement = agreement_of(poll.kind, results, breakdown);
  if (!agreement) return std::nullopt;
  AgreementModel model;
  model.percent = agreement->percent;
  model.group = agreement->group;
  if (agreement->choice) model.choice = std::int64_t{*agreement->choice};
  const std::uint32_t support = supporting(poll.kind, results.supporters, agreement->choice.value_or(0));
  model.percent_of_all = percent(support, results.people);
  return model;
}

PollRowModel row_model(const Poll& poll, const PollRow& row, std::uint32_t leading) {
  PollRowModel model;
  model.group = row.group;
  model.people = row.people;
  model.counts = row.counts;
  for (std::uint32_t count : row.counts) model.percents.push_back(percent(count, row.people));
  model.support_percent = std::int64_t{supporting(poll.kind, row.counts, leading)} * 100 / row.people;
  return model;
}

PollResultsModel results_model(const Poll& poll, const PollResults& results) {
  PollResultsModel model;
  model.people = results.people;
  model.counts = results.counts;
  for (std::uint32_t count : results.counts) model.percents.push_back(percent(count, whole_of(poll, results)));
  model.supporters = results.supporters;
  model.order = leading_choices(results);
  model.preferred = results.preferred;
  model.answers = results.answers;
  model.other_answers = results.other_answers;
  for (const PollBreakdown& each : results.breakdowns) {
    PollBreakdownModel& shown = model.breakdowns.emplace_back();
    shown.attribute = each.attribute;
    shown.agreement = agreement_model(poll, results, each);
    const std::uint32_t leading = model.order.empty() ? 0 : model.order.front();
    for (const PollRow& row : each.rows) shown.rows.push_back(row_model(poll, row, leading));
  }
  return model;
}

BallotModel ballot_model(const Poll& poll, const PollChoice& choice) {
  BallotModel model;
  model.picks = choice.picks;
  model.texts = choice.texts;
  if (poll.kind == PollKind::dots) model.dots.assign(choice_count(poll), 0);
  for (const auto& [index, dots] : choice.dots) {
    if (index < model.dots.size()) model.dots[index] = dots;
  }
  return model;
}

}  // namespace

std::vector<PollModel> polls_model(const Held& held) {
  std::vector<PollModel> models;
  for (const auto& [id, poll] : held.state.polls.list) {
    PollModel& model = models.emplace_back();
    model.poll = id;
    model.kind = poll.kind;
    model.title = poll.title.text;
    for (const Words& choice : poll.choices) model.choices.push_back(choice.text);
    model.has_default_scale = poll.kind == PollKind::temperature && poll.choices.empty();
    model.choice_count = static_cast<std::int64_t>(choice_count(poll));
    model.dots = poll.dots;
    model.is_live = poll.is_live;
    model.status = poll.status;
    model.is_final = poll.is_final;
    model.is_published = poll.is_published;
    model.is_on_screen = held.state.display.poll == id;
    model.opened_at_ms = poll.opened_at_ms;
    model.closed_at_ms = poll.closed_at_ms;
    model.hands = poll.hands;
    if (poll.results) model.results = results_model(poll, *poll.results);
    const auto own = held.state.mine.ballots.find(id);
    if (own != held.state.mine.ballots.end()) model.mine = ballot_model(poll, own->second);
    if (poll.status != PollStatus::open) continue;
    const auto votes = held.gauges.polls.find(id);
    if (votes != held.gauges.polls.end()) model.votes = std::int64_t{votes->second};
    const auto counts = held.gauges.poll_choices.find(id);
    if (counts != held.gauges.poll_choices.end()) model.live_counts = counts->second;
  }
  return models;
}

}  // namespace roundtable::view
