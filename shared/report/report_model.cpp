#include "report/report_model.hpp"

#include "report/report_parts.hpp"
#include "report/report_words.hpp"

namespace roundtable::report {

namespace {

std::vector<ReportPhase> phases_of(const core::State& state, core::InstantMs now_ms) {
  std::vector<ReportPhase> phases;
  for (const core::PhaseId id : state.agenda.order) {
    const auto found = state.agenda.phases.find(id);
    if (found == state.agenda.phases.end()) continue;
    const core::Phase& phase = found->second;
    phases.push_back(ReportPhase{phase.title, phase.kind, phase.original_ms, phase.planned_ms,
                                 core::elapsed_ms(state.agenda, id, now_ms), phase.started_at_ms});
  }
  return phases;
}

std::string name_of_group(const core::BreakoutGroup& group) {
  const std::string number = std::to_string(group.number);
  return group.title.empty() ? number : number + ", " + group.title.text;
}

/// A group, or one of its points as far as the report may tell it.
std::optional<ReportEvidence> group_evidence_of(const core::State& state, const core::Evidence& evidence,
                                                const ReportOptions& options) {
  ReportEvidence shown;
  shown.group = evidence.group;
  shown.note = evidence.note;
  core::GroupId id = evidence.group.value_or(core::GroupId{});
  if (evidence.note) {
    const core::FoundNote found = core::find_note(state, *evidence.note);
    if (found.note == nullptr) return std::nullopt;
    id = found.group;
    shown.at_ms = found.note->at_ms;
    shown.text = found.note->text.text;
  }
  const auto group = state.breakouts.groups.find(id);
  if (group == state.breakouts.groups.end()) return std::nullopt;
  if (evidence.note && !options.for_staff && !group->second.is_published) return std::nullopt;
  shown.person = name_of_group(group->second);
  return shown;
}

std::optional<ReportEvidence> evidence_of(const core::State& state, const core::Evidence& evidence,
                                          const ReportOptions& options) {
  ReportEvidence shown;
  shown.question = evidence.question;
  shown.turn = evidence.turn;
  if (evidence.question) {
    const auto found = state.questions.list.find(*evidence.question);
    if (found == state.questions.list.end()) return std::nullopt;
    const core::Question& question = found->second;
    if (!options.for_staff && !core::is_visible(question.status)) return std::nullopt;
    shown.text = question.text.text;
    shown.person = shown_name(state, question.author, options);
    shown.at_ms = question.asked_at_ms;
    return shown;
  }
  if (evidence.jot) {
    const auto found = state.jottings.find(*evidence.jot);
    if (found == state.jottings.end()) return std::nullopt;
    shown.jot = evidence.jot;
    shown.person = shown_name(state, evidence.by, options);
    shown.at_ms = found->second.at_ms;
    return shown;
  }
  if (evidence.poll) {
    const auto found = state.polls.list.find(*evidence.poll);
    if (found == state.polls.list.end()) return std::nullopt;
    shown.poll = evidence.poll;
    shown.text = found->second.title.text;
    shown.at_ms = found->second.opened_at_ms;
    return shown;
  }
  if (evidence.group || evidence.note) return group_evidence_of(state, evidence, options);
  if (!evidence.turn) return std::nullopt;
  const auto found = state.floor.turns.find(*evidence.turn);
  if (found == state.floor.turns.end()) return std::nullopt;
  shown.person = shown_name(state, found->second.person, options);
  shown.at_ms = found->second.started_at_ms;
  shown.text = found->second.text.text;
  return shown;
}

}  // namespace

std::vector<ReportItem> items_of(const core::State& state, const ReportOptions& options) {
  std::vector<ReportItem> items;
  for (const core::ItemId id : state.takeaways.order) {
    const auto found = state.takeaways.items.find(id);
    if (found == state.takeaways.items.end()) continue;
    const core::Takeaway& takeaway = found->second;
    if (!takeaway.is_published && !options.for_staff) continue;
    ReportItem item{takeaway.kind, takeaway.title.text, takeaway.body.text, !takeaway.is_published, {}};
    for (const core::Evidence& evidence : takeaway.evidence) {
      if (auto shown = evidence_of(state, evidence, options)) item.evidence.push_back(*std::move(shown));
    }
    items.push_back(std::move(item));
  }
  return items;
}

ReportModel build_report(const core::State& state, const ReportOptions& options) {
  // After the close nothing goes on; without this a clock left running would.
  const core::InstantMs now_ms = state.session.closed_at_ms.value_or(options.generated_at_ms);
  ReportModel model;
  model.session = state.session.session;
  model.status = state.session.status;
  model.plan = state.session.plan;
  model.started_at_ms = state.agenda.started_at_ms;
  model.closed_at_ms = state.session.closed_at_ms;
  if (state.final_report) model.final_at_ms = state.final_report->at_ms;
  model.for_staff = options.for_staff;
  model.names = names_in(state, options);
  model.is_from_a_browser = options.is_from_a_browser;
  model.generated_at_ms = options.generated_at_ms;
  model.last_hash = options.last_hash;
  model.people = people_of(state, options);
  model.phases = phases_of(state, now_ms);
  model.items = items_of(state, options);
  model.narratives = narratives_of(state, options);
  model.groups = groups_of_report(state, options);
  model.questions = questions_of(state, options);
  if (options.for_staff) model.held_back = held_back_of(state, options);
  model.polls = polls_of(state, options);
  model.question_counts = question_counts_of(state);
  model.participation = participation_of(state);
  model.floor = floor_of(state, options);
  return model;
}

}  // namespace roundtable::report
