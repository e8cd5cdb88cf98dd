#include "report/report_document.hpp"

#include "report/report_document_parts.hpp"
#include "report/report_words.hpp"

namespace roundtable::report {

namespace {

using core::Role;
using Rows = std::vector<std::vector<std::string>>;

std::string names_with(const ReportModel& model, Role role) {
  std::string names;
  for (const ReportPerson& person : model.people) {
    if (person.roles.has(role)) names += (names.empty() ? "" : ", ") + person.name;
  }
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Block facts_of(const ReportModel& model) {
  const core::SessionPlan& plan = model.plan;
  Block facts{BlockKind::facts, "", {}};
  const auto add = [&facts](std::string_view what, std::string value) {
    if (!value.empty()) facts.rows.push_back({std::string(what), std::move(value)});
  };
  add("Planned start", date_and_time(plan.starts_at_ms, plan.utc_offset_min));
  if (model.started_at_ms) add("Started", date_and_time(*model.started_at_ms, plan.utc_offset_min));
  if (model.closed_at_ms) add("Closed", date_and_time(*model.closed_at_ms, plan.utc_offset_min));
  add("Report", model.final_at_ms ? "final, " + date_and_time(*model.final_at_ms, plan.utc_offset_min) : "draft");
  add("Duration", std::to_string(plan.duration_ms / core::minute_ms) + " minutes");
  add("Format", plan.format);
  add("Languages", joined(plan.languages));
  for (const Role role : {Role::moderator, Role::online_moderator, Role::rapporteur}) {
    add(label(role), names_with(model, role));
  }
  add("Participants", people_with_count(model.participation));
  return facts;
}

void add_speakers(std::vector<Block>& blocks, const ReportModel& model) {
  Block table{BlockKind::table, "", {{"Name", "Affiliation", "Stakeholder group", "Regional group"}}};
  for (const ReportPerson& person : model.people) {
    if (!person.roles.has(Role::speaker)) continue;
    table.rows.push_back({person.name, person.affiliation, std::string(label(person.stakeholder_group)),
                          std::string(label(person.regional_group))});
  }
  if (table.rows.size() == 1) return;
  blocks.push_back({BlockKind::heading, "Speakers", {}});
  blocks.push_back(std::move(table));
}

void add_lines(std::vector<Block>& blocks, std::string_view heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  blocks.push_back({BlockKind::heading, std::string(heading), {}});
  Block list{BlockKind::numbered, "", {}};
  for (const std::string& line : lines) list.rows.push_back({line});
  blocks.push_back(std::move(list));
}

/// "4. Quality Education: 4.4, 4.7", as the IGF lists them: the goal, then its targets.
void add_goals(std::vector<Block>& blocks, const std::vector<std::string>& codes) {
  if (codes.empty()) return;
  std::vector<std::pair<std::string, std::string>> goals;  // number, targets
  for (const std::string& code : codes) {
    const std::string number = code.substr(0, code.find('.'));
    std::size_t place = 0;
    while (place < goals.size() && goals[place].first != number) ++place;
    if (place == goals.size()) goals.emplace_back(number, "");
    if (code != number) goals[place].second += (goals[place].second.empty() ? ": " : ", ") + code;
  }
  blocks.push_back({BlockKind::heading, "Sustainable Development Goals", {}});
  Block list{BlockKind::bullets, "", {}};
  for (const auto& [number, targets] : goals) {
    list.rows.push_back({number + ". " + std::string(goal_name(number)) + targets});
  }
  blocks.push_back(std::move(list));
}

void add_links(std::vector<Block>& blocks, const std::vector<core::MediaLink>& media) {
  if (media.empty()) return;
  blocks.push_back({BlockKind::heading, "Links", {}});
  Block links{BlockKind::links, "", {}};
  for (const core::MediaLink& link : media)
    links.rows.push_back({link.label.empty() ? link.kind : link.label, link.url});
  blocks.push_back(std::move(links));
}

void add_agenda(std::vector<Block>& blocks, const ReportModel& model) {
  blocks.push_back({BlockKind::heading, "Agenda, planned and actual", {}});
  Block table{BlockKind::table, "", {{"Phase", "Kind", "Started", "Planned", "After changes", "Actual"}}};
  table.number_columns = 4;
  core::DurationMs original_ms = 0;
  core::DurationMs planned_ms = 0;
  core::DurationMs actual_ms = 0;
  for (const ReportPhase& phase : model.phases) {
    original_ms += phase.original_ms;
    planned_ms += phase.planned_ms;
    actual_ms += phase.actual_ms;
    table.rows.push_back(
        {phase.title, std::string(label(phase.kind)),
         phase.started_at_ms ? time_of_day(*phase.started_at_ms, model.plan.utc_offset_min) : "not held",
         length(phase.original_ms), length(phase.planned_ms), length(phase.actual_ms)});
  }
  table.rows.push_back({"Together", "", "", length(original_ms), length(planned_ms), length(actual_ms)});
  blocks.push_back(std::move(table));
}

void add_note(std::vector<Block>& blocks, std::string_view text) {
  Block& note = blocks.emplace_back();
  note.kind = BlockKind::note;
  note.text = text;
}

void add_about(std::vector<Block>& blocks, const ReportModel& model) {
  blocks.push_back({BlockKind::heading, "About this report", {}});
  add_note(blocks,
           "Put together by the session's rapporteurs with Roundtable while the session ran. Although care was "
           "taken, it may be incomplete or inaccurate in places and should not be treated as an authoritative "
           "record.");
  add_note(blocks,
           "People in groups of fewer than five are counted under \"other groups\", so that nobody can be "
           "counted out; where that leaves one row, there is none. Time on the floor was heard by all.");
  if (!model.last_hash.empty()) {
    add_note(blocks,
             "The session's journal is a chain of hashes. The report rests on its rows up to the last hash "
             "below; roundtable verify --hash tells whether the journal still holds them unchanged.");
  }
  Block facts{BlockKind::facts, "", {}};
  facts.rows.push_back({"Written", date_and_time(model.generated_at_ms, model.plan.utc_offset_min)});
  if (!model.session.empty()) facts.rows.push_back({"Session", model.session});
  if (!model.last_hash.empty()) facts.rows.push_back({"Last hash of the journal", model.last_hash});
  blocks.push_back(std::move(facts));
}

}  // namespace

std::vector<Block> report_document(const ReportModel& model) {
  std::vector<Block> blocks;
  blocks.push_back({BlockKind::title, model.plan.title, {}});
  if (model.for_staff) {
    add_note(blocks,
             "Internal, for staff only: holds drafts, questions that were not approved, and reasons for overruling the "
             "order.");
  }
  if (model.is_from_a_browser) {
    add_note(blocks,
             "Made by a browser of what it held, without the server: what came later is missing, and it bears "
             "no hash of the journal.");
  }
  if (model.status != core::SessionStatus::closed) {
    add_note(blocks, "The session is not closed yet: figures may still change.");
  }
  blocks.push_back(facts_of(model));
  if (!model.plan.description.empty()) blocks.push_back({BlockKind::paragraph, model.plan.description, {}});
  add_items(blocks, model, core::TakeawayKind::takeaway, "Key Takeaways");
  add_items(blocks, model, core::TakeawayKind::call_to_action, "Call to Action");
  add_items(blocks, model, core::TakeawayKind::commitment, "Commitments");
  add_speakers(blocks, model);
  add_lines(blocks, "Policy questions", model.plan.policy_questions);
  add_lines(blocks, "Expected outcomes", model.plan.expected_outcomes);
  add_goals(blocks, model.plan.sdg_targets);
  add_narratives(blocks, model);
  add_groups(blocks, model);
  add_questions(blocks, model);
  add_polls(blocks, model);
  add_participation(blocks, model);
  add_floor(blocks, model);
  add_agenda(blocks, model);
  add_links(blocks, model.plan.media);
  add_about(blocks, model);
  return blocks;
}

}  // namespace roundtable::report
