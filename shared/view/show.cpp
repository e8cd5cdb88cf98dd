#include "view/show.hpp"

#include <algorithm>

#include "core/people.hpp"

namespace roundtable::view {

using namespace core;

namespace {

bool is_own_only(const Question& question) {
  return question.status == QuestionStatus::pending || question.status == QuestionStatus::rejected;
}

Roster shown_roster(const Roster& whole, Scope base) {
  Roster roster;
  for (const auto& [id, person] : whole.people) {
    if (holds_person(id, person, base)) roster.people.emplace_hint(roster.people.end(), id, shown_person(person, base));
  }
  return roster;
}

Floor shown_floor(const Floor& whole, Scope base) {
  Floor floor = whole;
  if (base == Scope::everyone) {
    for (auto& [id, turn] : floor.turns) turn.reason = {};
    for (auto& [id, hand] : floor.hands) hand.text = {};
    if (floor.given_hand) floor.given_hand->text = {};
  }
  return floor;
}

Questions shown_questions(const Questions& whole, Scope base) {
  Questions questions;
  questions.settings = whole.settings;
  questions.on_screen = whole.on_screen;
  for (const auto& [id, question] : whole.list) {
    if (base == Scope::everyone && !is_visible(question.status)) continue;
    questions.list.emplace_hint(questions.list.end(), id, shown_question(question, base));
  }
  return questions;
}

Polls shown_polls(const Polls& whole, Scope base) {
  Polls polls;
  for (const auto& [id, poll] : whole.list) {
    if (base == Scope::everyone && poll.status == PollStatus::draft) continue;
    polls.list.emplace_hint(polls.list.end(), id, shown_poll(poll, base));
  }
  return polls;
}

Admission shown_admission(const Admission& whole, Scope base) {
  Admission admission;
  admission.mode = whole.mode;
  if (base == Scope::everyone) return admission;
  for (const auto& [id, knock] : whole.knocks) {
    admission.knocks.emplace(id, Knock{seen_by(base, knock.profile), {}, knock.at_ms});
  }
  return admission;
}

Takeaways shown_takeaways(const Takeaways& whole, Scope base) {
  if (base == Scope::staff) return whole;
  Takeaways takeaways;
  takeaways.preset = whole.preset;
  for (ItemId id : whole.order) {
    const Takeaway& item = whole.items.at(id);
    if (!item.is_published) continue;
    takeaways.items.emplace(id, item);
    takeaways.order.push_back(id);
  }
  return takeaways;
}

GroupInside shown_inside(const GroupInside& whole, Scope base) {
  GroupInside inside = whole;
  for (auto& [id, question] : inside.questions) question.voters.clear();
  if (base == Scope::everyone) inside.notes = shown_notes(whole.notes);
  return inside;
}

Breakouts shown_breakouts(const Breakouts& whole, Scope base) {
  Breakouts breakouts;
  breakouts.groups = whole.groups;
  breakouts.run = whole.run;
  if (base == Scope::staff) {
    for (const auto& [id, inside] : whole.insides) breakouts.insides.emplace(id, shown_inside(inside, base));
    return breakouts;
  }
  breakouts.run.draft.reset();
  breakouts.run.settings = {};
  breakouts.run.past.clear();
  breakouts.run.ticks.clear();
  breakouts.run.wishes.clear();
  for (const auto& [id, group] : whole.groups) {
    if (group.is_published) breakouts.published.emplace(id, shown_notes(whole.insides.at(id).notes));
  }
  return breakouts;
}

}  // namespace

OwnGroup show_group(const State& whole, GroupId group) {
  OwnGroup own;
  const auto found = whole.breakouts.insides.find(group);
  if (found == whole.breakouts.insides.end()) return own;
  own.group = group;
  own.inside = shown_inside(found->second, Scope::everyone);
  for (PersonId id : whole.breakouts.groups.at(group).members) {
    const auto person = whole.roster.people.find(id);
    if (person == whole.roster.people.end()) continue;
    own.companions.emplace(id, companion_of(person->second.profile, person->second.is_guest));
  }
  return own;
}

Person shown_person(const Person& person, Scope base) {
  Person shown = person;
  shown.profile = seen_by(base, person.profile, person.is_guest);
  if (base == Scope::staff) return shown;
  shown.is_hidden = false;
  shown.is_present = false;
  shown.present_since_ms = 0;
  shown.attended_ms = 0;
  shown.added_by = {};
  shown.extra_time_percent.reset();
  return shown;
}

Question shown_question(const Question& question, Scope base) {
  Question shown = question;
  shown.secret_hash.clear();
  shown.voters.clear();
  if (base == Scope::everyone) shown.by = {};
  return shown;
}

Poll shown_poll(const Poll& poll, Scope base) {
  Poll shown = poll;
  shown.ballots.clear();
  shown.same_voter.clear();
  if (base == Scope::staff) {
    if (shown.results && !shown.is_final) shown.results->breakdowns.clear();
    return shown;
  }
  if (!shown.is_published) {
    shown.results.reset();
    shown.hands.clear();
  }
  if (!shown.results) return shown;
  std::erase_if(shown.results->answers, [&others = shown.results->other_answers](const PollAnswer& answer) {
    if (!answer.is_passed) others += answer.count;
    return !answer.is_passed;
  });
  return shown;
}

bool holds_person(PersonId id, const Person& person, Scope base) {
  if (person.is_public) return true;
  return base == Scope::staff && id.value <= limits::people_held_by_staff;
}

State show_base(const State& whole, Scope base) {
  State shown;
  shown.scope = base;
  shown.session = whole.session;
  shown.agenda = whole.agenda;
  shown.floor = shown_floor(whole.floor, base);
  shown.lineup = whole.lineup;
  if (base == Scope::staff) shown.acts = whole.acts;
  shown.roster = shown_roster(whole.roster, base);
  shown.questions = shown_questions(whole.questions, base);
  shown.polls = shown_polls(whole.polls, base);
  shown.takeaways = shown_takeaways(whole.takeaways, base);
  shown.announcement = whole.announcement;
  shown.captions = whole.captions;
  shown.admission = shown_admission(whole.admission, base);
  shown.display = whole.display;
  shown.head_count = whole.head_count;
  shown.breakouts = shown_breakouts(whole.breakouts, base);
  if (whole.before_rehearsal.has_value()) {
    shown.before_rehearsal = Boxed<State>(show_base(*whole.before_rehearsal, base));
  }
  shown.final_report = whole.final_report;
  if (base == Scope::everyone) {
    if (shown.final_report) shown.final_report->by = {};
    return shown;
  }
  shown.signals.active = whole.signals.active;
  shown.staff_line = whole.staff_line;
  shown.cues = whole.cues;
  shown.chair = whole.chair;
  shown.narratives = whole.narratives;
  return shown;
}

Mine show_mine(const State& whole, const Viewer& viewer) {
  Mine mine;
  mine.roles = viewer.roles;
  if (whole.before_rehearsal.has_value()) {
    mine.before_rehearsal = Boxed<Mine>(kept_for_later(show_mine(*whole.before_rehearsal, viewer)));
  }
  if (!viewer.person) return mine;
  mine.person = viewer.person;
  const auto self = whole.roster.people.find(viewer.person);
  if (self != whole.roster.people.end()) {
    mine.profile = self->second.profile;
    mine.is_guest = self->second.is_guest;
    mine.extra_time_percent = self->second.extra_time_percent;
  }
  const std::vector<Alias> aliases = aliases_of(whole.questions, viewer.vote_alias);
  for (const auto& [id, question] : whole.questions.list) {
    const bool has_own_vote =
        std::any_of(aliases.begin(), aliases.end(),
                    [&voters = question.voters](const Alias& alias) { return voters.contains(alias); });
    if (has_own_vote) mine.votes.insert(id);
    if (viewer.base == Scope::everyone && question.author == viewer.person && is_own_only(question)) {
      mine.questions.emplace(id, shown_question(question, viewer.base));
    }
  }
  for (const auto& [id, poll] : whole.polls.list) {
    if (poll.ballots.empty()) continue;
    const Ballot* ballot = ballot_of(poll, alias_in(viewer.poll_alias, id));
    if (ballot != nullptr) mine.ballots.emplace(id, ballot->choice);
  }
  const auto wished = whole.breakouts.run.wishes.find(viewer.person);
  if (wished != whole.breakouts.run.wishes.end()) mine.topic_choices = wished->second;
  for (const auto& [group, inside] : whole.breakouts.insides) {
    for (const auto& [id, question] : inside.questions) {
      if (question.voters.contains(viewer.vote_alias)) mine.group_votes.insert(id);
    }
  }
  for (const auto& [id, hand] : whole.floor.hands) {
    if (viewer.base == Scope::everyone && hand.person == viewer.person) mine.hand_text = hand.text;
  }
  for (const ActiveSignal& each : whole.signals.active) {
    if (each.person == viewer.person) mine.signals.insert(each.signal);
  }
  mine.answered_signals = answered_signals(whole.signals, viewer.person);
  if (const auto cue = whole.cues.find(viewer.person); cue != whole.cues.end()) {
    mine.cue = cue->second;
    mine.cue->by = {};
  }
  for (const auto& [id, jotting] : whole.jottings) {
    if (jotting.by == viewer.person) mine.jottings.emplace(id, jotting);
  }
  return mine;
}

State show(const State& whole, const Viewer& viewer) {
  State shown = show_base(whole, viewer.base);
  if (viewer.base == Scope::everyone) shown.group = show_group(whole, group_of(whole.breakouts, viewer.person));
  shown.mine = show_mine(whole, viewer);
  return shown;
}

}  // namespace roundtable::view
