#include "sample_state.hpp"

namespace roundtable::test {

namespace {

using namespace core;

constexpr InstantMs start_ms = 1'750'852'800'000;

Words words(const char* text) {
  return Words(std::string(text));
}

void add_person(State& state, const char* name, StakeholderGroup stakeholder, RegionalGroup region, Modality modality,
                Roles roles, bool is_public) {
  Person person;
  person.profile.name = words(name);
  person.profile.stakeholder_group = stakeholder;
  person.profile.regional_group = region;
  person.profile.modality = modality;
  person.roles = roles;
  person.is_public = is_public;
  person.has_device = true;
  person.is_present = true;
  person.present_since_ms = start_ms;
  state.roster.people[PersonId{++state.counters.person}] = person;
}

void add_people(State& state) {
  add_person(state, "Ke GONG", StakeholderGroup::technical_community, RegionalGroup::weog, Modality::onsite,
             {Role::moderator, Role::speaker}, true);
  add_person(state, "Daisy Selematsela", StakeholderGroup::civil_society, RegionalGroup::african, Modality::online,
             {Role::speaker}, true);
  add_person(state, "Jieyao Wang", StakeholderGroup::not_stated, RegionalGroup::not_stated, Modality::onsite,
             {Role::rapporteur}, true);
  state.roster.people[PersonId{1}].profile.affiliation = words("World Federation of Engineering Organizations");
  for (int count = 0; count < 7; ++count) {
    add_person(state, "Quiet Person", StakeholderGroup::civil_society, RegionalGroup::asia_pacific, Modality::online,
               {Role::attendee}, false);
  }
  for (int count = 0; count < 3; ++count) {
    add_person(state, "Private <b>Person</b> | *x*", StakeholderGroup::private_sector, RegionalGroup::weog,
               Modality::onsite, {Role::attendee}, true);
  }
  state.roster.people[PersonId{13}].is_removed = true;
  state.roster.people[PersonId{12}].has_device = false;
}

void add_phases(State& state) {
  const auto add = [&state](const char* title, PhaseKind kind, DurationMs planned_ms, DurationMs spent_ms) {
    Phase phase;
    phase.title = title;
    phase.kind = kind;
    phase.planned_ms = planned_ms;
    phase.original_ms = planned_ms;
    phase.spent_ms = spent_ms;
    if (spent_ms > 0) phase.started_at_ms = start_ms;
    const PhaseId id{static_cast<std::uint32_t>(state.agenda.order.size() + 1)};
    state.agenda.phases[id] = phase;
    state.agenda.order.push_back(id);
  };
  add("Best practices", PhaseKind::presentations, 20 * minute_ms, 24 * minute_ms + 12 * second_ms);
  add("Discussion and Q&A", PhaseKind::discussion, 27 * minute_ms, 36 * minute_ms);
  add("Actionable results", PhaseKind::wrap_up, 13 * minute_ms, 0);
  state.agenda.phases[PhaseId{2}].planned_ms = 32 * minute_ms;
  state.agenda.started_at_ms = start_ms;
}

Turn turn(PersonId person, Groups groups, DurationMs spent_ms, bool is_charged) {
  Turn made;
  made.person = person;
  made.groups = groups;
  made.spent_ms = spent_ms;
  made.is_charged = is_charged;
  made.is_first = is_charged;
  made.rule = is_charged ? Rule::first_time_first : Rule::direct;
  made.started_at_ms = start_ms + 30 * minute_ms;
  made.ended_at_ms = made.started_at_ms + spent_ms;
  return made;
}

void add_turns(State& state) {
  const Groups online{StakeholderGroup::civil_society, RegionalGroup::asia_pacific, Modality::online};
  const Groups room{StakeholderGroup::private_sector, RegionalGroup::weog, Modality::onsite};
  state.roster.people[PersonId{4}].is_public = true;
  state.roster.people[PersonId{4}].profile.name = words("Mei Lin");
  state.floor.turns[TurnId{1}] = turn(PersonId{2}, online, 5 * minute_ms, false);
  state.floor.turns[TurnId{2}] = turn(PersonId{4}, online, 90 * second_ms, true);
  state.floor.turns[TurnId{3}] = turn(PersonId{11}, room, 150 * second_ms, true);
  state.floor.turns[TurnId{3}].rule = Rule::override_by_staff;
  state.floor.turns[TurnId{3}].reason = words("only he can answer");
}

void add_questions(State& state) {
  const auto add = [&state](const char* text, QuestionStatus status, PersonId author) -> Question& {
    Question question;
    question.text = words(text);
    question.status = status;
    question.author = author;
    question.is_anonymous = !author;
    question.asked_at_ms = start_ms + minute_ms;
    return state.questions.list[QuestionId{++state.counters.question}] = question;
  };
  const Groups groups;
  Question& live = add("Who audits the auditors?", QuestionStatus::answered, PersonId{4});
  live.is_answered_live = true;
  live.voters = {{"a", groups}, {"b", groups}};
  Question& merged = add("Who checks those who check?\n# Not a heading", QuestionStatus::approved, {});
  merged.merged_into = QuestionId{1};
  merged.voters = {{"b", groups}, {"c", groups}};
  Question& written = add("Is there a <script>alert(1)</script> register?", QuestionStatus::answered, PersonId{11});
  written.answer = words("Yes:\n1. see the register\n\n<http://a.example> | *bold*");
  written.voters = {{"a", groups}, {"b", groups}, {"c", groups}, {"d", groups}};
  add("Will there be lunch?", QuestionStatus::rejected, PersonId{5}).reason = words("off topic");
  add("A late one", QuestionStatus::pending, {});
  add("Never mind", QuestionStatus::withdrawn, PersonId{5});
  add("What about schools?", QuestionStatus::approved, {});
}

void add_takeaways(State& state) {
  const auto add = [&state](TakeawayKind kind, const char* title, const char* body, bool is_published) -> Takeaway& {
    Takeaway takeaway;
    takeaway.kind = kind;
    takeaway.title = words(title);
    takeaway.body = words(body);
    takeaway.is_published = is_published;
    const ItemId id{++state.counters.item};
    state.takeaways.order.insert(state.takeaways.order.begin(), id);
    return state.takeaways.items[id] = takeaway;
  };
  add(TakeawayKind::takeaway, "Second: data bias", "Bias in training data leads to unfair outcomes.", true);
  Evidence of_question;
  of_question.question = QuestionId{1};
  Evidence of_pending;
  of_pending.question = QuestionId{5};
  Evidence of_turn;
  of_turn.turn = TurnId{2};
  add(TakeawayKind::takeaway, "First: *urgency* of <governance>", "No country can do it alone.\n- not a list\n\n---",
      true)
      .evidence = {of_question, of_pending, of_turn};
  add(TakeawayKind::call_to_action, "Unfinished thought", "Governments must ...", false);
}

}  // namespace

State sample_state() {
  State state;
  SessionFacts& session = state.session;
  session.session = "s-2025";
  session.status = SessionStatus::closed;
  session.closed_at_ms = sample_end_ms;
  session.plan.title = "Ethical & Responsible AI <Innovation>";
  session.plan.description = "What is it about?\n\n+ equal footing\n+ on time";
  session.plan.format = "Roundtable";
  session.plan.starts_at_ms = start_ms;
  session.plan.utc_offset_min = 120;
  session.plan.duration_ms = hour_ms;
  session.plan.languages = {"en", "fr"};
  session.plan.policy_questions = {"What prevents divides?", "Who governs?"};
  session.plan.expected_outcomes = {"A list of best practices"};
  session.plan.sdg_targets = {"4", "4.7", "9.b", "4.4"};
  session.plan.media = {{"page", "IGF <page>", "https://www.intgovforum.org/?a=1&b=2"},
                        {"call", "", "javascript:alert(1)"}};
  add_people(state);
  add_phases(state);
  add_turns(state);
  add_questions(state);
  add_takeaways(state);
  return state;
}

}  // namespace roundtable::test
