#include "report/report_formats.hpp"
#include "wire/json.hpp"

namespace roundtable::report {

namespace {

using core::name_of;
using wire::Json;

Json or_null(const std::optional<core::InstantMs>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json session_of(const ReportModel& model) {
  const core::SessionPlan& plan = model.plan;
  Json media = Json::array();
  for (const core::MediaLink& link : plan.media) {
    media.push_back({{"kind", link.kind}, {"label", link.label}, {"url", link.url}});
  }
  return {{"session", model.session},
          {"status", name_of(model.status)},
          {"title", plan.title},
          {"description", plan.description},
          {"format", plan.format},
          {"languages", plan.languages},
          {"media", std::move(media)},
          {"planned_start_ms", plan.starts_at_ms},
          {"utc_offset_min", plan.utc_offset_min},
          {"duration_ms", plan.duration_ms},
          {"started_at_ms", or_null(model.started_at_ms)},
          {"closed_at_ms", or_null(model.closed_at_ms)},
          {"policy_questions", plan.policy_questions},
          {"sdg_targets", plan.sdg_targets},
          {"expected_outcomes", plan.expected_outcomes}};
}

Json people_of(const ReportModel& model) {
  Json people = Json::array();
  for (const ReportPerson& person : model.people) {
    Json roles = Json::array();
    for (std::size_t role = 0; role < core::Names<core::Role>::all.size(); ++role) {
      if (person.roles.has(static_cast<core::Role>(role))) roles.push_back(core::Names<core::Role>::all[role]);
    }
    people.push_back({{"name", person.name},
                      {"affiliation", person.affiliation},
                      {"stakeholder_group", name_of(person.stakeholder_group)},
                      {"regional_group", name_of(person.regional_group)},
                      {"roles", std::move(roles)}});
  }
  return people;
}

Json agenda_of(const ReportModel& model) {
  Json phases = Json::array();
  for (const ReportPhase& phase : model.phases) {
    phases.push_back({{"title", phase.title},
                      {"kind", name_of(phase.kind)},
                      {"original_ms", phase.original_ms},
                      {"planned_ms", phase.planned_ms},
                      {"actual_ms", phase.actual_ms},
                      {"started_at_ms", or_null(phase.started_at_ms)}});
  }
  return phases;
}

Json items_of(const ReportModel& model, core::TakeawayKind kind) {
  Json items = Json::array();
  for (const ReportItem& item : model.items) {
    if (item.kind != kind) continue;
    Json evidence = Json::array();
    for (const ReportEvidence& each : item.evidence) {
      Json shown{{"person", each.person}, {"at_ms", each.at_ms}};
      if (each.question) {
        shown["question"] = each.question->value;
        shown["text"] = each.text;
      }
      if (each.turn) shown["turn"] = each.turn->value;
      if (each.turn && !each.text.empty()) shown["text"] = each.text;
      if (each.jot) shown["jot"] = each.jot->value;
      if (each.group) shown["group"] = each.group->value;
      if (each.poll) shown["poll"] = each.poll->value;
      if (each.note) shown["note"] = each.note->value;
      if (each.poll || each.note) {
        shown["text"] = each.text;
      }
      evidence.push_back(std::move(shown));
    }
    items.push_back(
        {{"title", item.title}, {"body", item.body}, {"draft", item.is_draft}, {"evidence", std::move(evidence)}});
  }
  return items;
}

Json narratives_of(const ReportModel& model) {
  Json narratives = Json::array();
  for (const ReportNarrative& each : model.narratives) {
    Json shown{{"part", name_of(each.part)}, {"text", each.text}};
    if (each.talk) {
      shown["talk"] = each.talk->value;
      shown["person"] = each.person;
      shown["phase"] = each.phase;
    }
    narratives.push_back(std::move(shown));
  }
  return narratives;
}

Json groups_of(const ReportModel& model) {
  Json groups = Json::array();
  for (const ReportGroup& group : model.groups) {
    Json notes = Json::array();
    for (const ReportNote& note : group.notes) {
      notes.push_back({{"text", note.text}, {"mark", note.mark ? Json(name_of(*note.mark)) : Json()}});
    }
    Json rows = Json::array();
    for (const core::FoldedRow& row : group.by_stakeholder_group) {
      const auto name = row.is_folded ? std::string_view("other_groups")
                                      : core::group_name(core::Attribute::stakeholder_group, row.groups.front());
      rows.push_back({{"group", name}, {"people", row.people}});
    }
    groups.push_back({{"number", group.number},
                      {"title", group.title},
                      {"people", group.people},
                      {"stakeholder_group", std::move(rows)},
                      {"names", group.names},
                      {"reporter", group.reporter},
                      {"published", group.is_published},
                      {"notes", std::move(notes)}});
  }
  return groups;
}

std::string_view name_of_outcome(QuestionOutcome outcome) {
  switch (outcome) {
    case QuestionOutcome::answered_live:
      return "answered_live";
    case QuestionOutcome::answered_in_writing:
      return "answered_in_writing";
    case QuestionOutcome::dismissed:
      return "dismissed";
    case QuestionOutcome::unanswered:
      return "unanswered";
  }
  return "";
}

Json wording_of(const ReportWording& wording) {
  return {{"question", wording.question.value},
          {"text", wording.text},
          {"author", wording.author},
          {"anonymous", wording.is_anonymous}};
}

Json questions_of(const ReportModel& model) {
  const QuestionCounts& counts = model.question_counts;
  Json list = Json::array();
  for (const ReportQuestion& question : model.questions) {
    Json merged = Json::array();
    for (const ReportWording& wording : question.merged) merged.push_back(wording_of(wording));
    Json entry = wording_of(question.wording);
    entry["merged"] = std::move(merged);
    entry["votes"] = question.votes;
    entry["outcome"] = name_of_outcome(question.outcome);
    entry["answer"] = question.answer;
    list.push_back(std::move(entry));
  }
  Json held_back = Json::array();
  for (const HeldBackQuestion& question : model.held_back) {
    Json entry = wording_of(question.wording);
    entry["status"] = name_of(question.status);
    entry["reason"] = question.reason;
    held_back.push_back(std::move(entry));
  }
  return {{"counts",
           {{"asked", counts.asked},
            {"forwarded", counts.forwarded},
            {"answered_live", counts.answered_live},
            {"answered_in_writing", counts.answered_in_writing},
            {"dismissed", counts.dismissed},
            {"unanswered", counts.unanswered},
            {"rejected", counts.rejected},
            {"withdrawn", counts.withdrawn},
            {"pending", counts.pending},
            {"anonymous", counts.anonymous},
            {"merged", counts.merged}}},
          {"list", std::move(list)},
          {"held_back", std::move(held_back)}};
}

Json polls_of(const ReportModel& model) {
  Json polls = Json::array();
  for (const ReportPoll& poll : model.polls) {
    Json breakdowns = Json::object();
    for (const ReportPollBreakdown& each : poll.breakdowns) {
      Json rows = Json::array();
      for (const core::PollRow& row : each.rows) {
        rows.push_back({{"group", row.group.empty() ? Json() : Json(row.group)},
                        {"people", row.people},
                        {"supporters", row.counts}});
      }
      Json shown{{"rows", std::move(rows)}, {"agreement_percent", nullptr}};
      if (each.agreement) {
        shown["agreement_percent"] = each.agreement->percent;
        shown["least_group"] = each.agreement->group.empty() ? Json() : Json(each.agreement->group);
        if (each.agreement->choice) shown["agreement_choice"] = *each.agreement->choice;
      }
      breakdowns[std::string(name_of(each.attribute))] = std::move(shown);
    }
    Json answers = Json::array();
    for (const core::PollAnswer& answer : poll.results.answers) {
      answers.push_back({{"text", answer.text.text}, {"count", answer.count}, {"passed", answer.is_passed}});
    }
    polls.push_back({{"poll", poll.poll.value},
                     {"kind", name_of(poll.kind)},
                     {"title", poll.title},
                     {"choices", poll.choices},
                     {"published", poll.is_published},
                     {"people", poll.results.people},
                     {"counts", poll.results.counts},
                     {"supporters", poll.results.supporters},
                     {"preferred", poll.results.preferred},
                     {"hands", poll.hands},
                     {"answers", std::move(answers)},
                     {"other_answers", poll.results.other_answers},
                     {"by", std::move(breakdowns)}});
  }
  return polls;
}

Json participation_of(const ReportModel& model) {
  Json result{{"people", model.participation.people}, {"by", Json::object()}};
  const auto& without_device = model.participation.without_device;
  const auto& counted = model.participation.counted;
  result["counted"] = counted ? Json(*counted) : Json(nullptr);
  result["without_device"] = without_device ? Json(*without_device) : Json(nullptr);
  for (const PeopleBreakdown& breakdown : model.participation.by) {
    Json rows = Json::array();
    for (const core::FoldedRow& row : breakdown.rows) {
      // Which groups were folded is not said: with one of them known to be empty, the rest could be counted out.
      const auto group =
          row.is_folded ? std::string_view("other_groups") : core::group_name(breakdown.attribute, row.groups.front());
      rows.push_back({{"group", group}, {"people", row.people}});
    }
    result["by"][std::string(name_of(breakdown.attribute))] = std::move(rows);
  }
  return result;
}

Json floor_of(const ReportModel& model) {
  const FloorReport& floor = model.floor;
  Json result{{"open_ms", floor.open_ms},
              {"open_turns", floor.open_turns},
              {"first_turns", floor.first_turns},
              {"open_speakers", floor.open_speakers},
              {"read_aloud", floor.read_aloud},
              {"overrides", floor.overrides},
              {"by", Json::object()},
              {"talks", Json::array()},
              {"override_list", Json::array()}};
  for (const FloorBreakdown& breakdown : floor.by) {
    Json rows = Json::array();
    for (const FloorRow& row : breakdown.rows) {
      rows.push_back({{"group", core::group_name(breakdown.attribute, row.group)},
                      {"turns", row.turns},
                      {"spoken_ms", row.spoken_ms}});
    }
    result["by"][std::string(name_of(breakdown.attribute))] = std::move(rows);
  }
  for (const FloorTalk& talk : floor.talks) {
    result["talks"].push_back({{"person", talk.person}, {"turns", talk.turns}, {"spoken_ms", talk.spoken_ms}});
  }
  for (const FloorOverride& each : floor.override_list) {
    result["override_list"].push_back({{"person", each.person}, {"at_ms", each.at_ms}, {"reason", each.reason}});
  }
  return result;
}

}  // namespace

std::string report_json(const ReportModel& model) {
  const Json report{{"format", "roundtable.report.v1"},
                    {"for_staff", model.for_staff},
                    {"version", model.for_staff ? "internal" : "public"},
                    {"names", name_of(model.names)},
                    {"from_a_browser", model.is_from_a_browser},
                    {"generated_at_ms", model.generated_at_ms},
                    {"last_hash", model.last_hash},
                    {"final_at_ms", or_null(model.final_at_ms)},
                    {"session", session_of(model)},
                    {"people", people_of(model)},
                    {"agenda", agenda_of(model)},
                    {"takeaways", items_of(model, core::TakeawayKind::takeaway)},
                    {"calls_to_action", items_of(model, core::TakeawayKind::call_to_action)},
                    {"commitments", items_of(model, core::TakeawayKind::commitment)},
                    {"narratives", narratives_of(model)},
                    {"breakouts", groups_of(model)},
                    {"questions", questions_of(model)},
                    {"polls", polls_of(model)},
                    {"participation", participation_of(model)},
                    {"floor", floor_of(model)}};
  return wire::dump(report) + "\n";
}

}  // namespace roundtable::report
