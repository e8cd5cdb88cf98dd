#include "view/view.hpp"

#include <algorithm>

#include "core/permissions.hpp"
#include "core/sort_stably.hpp"
#include "core/text.hpp"

namespace roundtable::view {

namespace {

/// What kind of page stands before people: each of the six has its own.
std::string_view stage_of(const State& state, InstantMs now_ms) {
  if (state.before_rehearsal.has_value()) return "rehearsal";
  switch (state.session.status) {
    case SessionStatus::prepared:
      return now_ms < state.session.plan.starts_at_ms - limits::lobby_opens_ms ? "prepared" : "lobby";
    case SessionStatus::running:
      return state.session.reopened_at_ms ? "reopened" : "running";
    case SessionStatus::closed:
      return "closed";
  }
  return "running";
}

SessionModel session_model(const State& state, InstantMs now_ms) {
  const SessionPlan& plan = state.session.plan;
  return {state.session.session,   state.session.code, plan.title,
          plan.description,        plan.format,        state.session.status,
          stage_of(state, now_ms), plan.starts_at_ms,  plan.utc_offset_min,
          plan.duration_ms,        plan.languages,     plan.media,
          plan.policy_questions,   plan.sdg_targets,   plan.expected_outcomes};
}

AnnouncementModel announcement_model(const Announcement& announcement) {
  return {announcement.announcement, announcement.text.text, announcement.at_ms, announcement.language};
}

ProfileModel profile_model(const Profile& profile) {
  ProfileModel model;
  model.name = profile.name.text;
  model.affiliation = text_if_any(profile.affiliation);
  model.stakeholder_group = profile.stakeholder_group;
  model.regional_group = profile.regional_group;
  model.modality = profile.modality;
  model.languages = profile.languages;
  model.call_name = text_if_any(profile.call_name);
  model.said_as = text_if_any(profile.said_as);
  model.gender = text_if_any(profile.gender);
  model.seat = text_if_any(profile.seat);
  model.in_report = profile.in_report;
  return model;
}

MeModel me_model(const State& state) {
  MeModel model;
  model.role = state.mine.roles.first();
  model.roles = state.mine.roles;
  model.is_staff = is_staff(state.mine.roles);
  if (!state.mine.person) return model;
  model.participant = state.mine.person;
  model.profile = profile_model(state.mine.profile);
  if (state.mine.is_guest) model.guest = GuestModel{state.mine.person, state.mine.profile.modality, false};
  model.may = commands_of(state.mine.roles);
  model.extra_time_percent = state.mine.extra_time_percent;
  return model;
}

std::string_view focus_of(const State& state) {
  if (state.session.status == SessionStatus::closed) return "closed";
  if (state.session.status == SessionStatus::prepared) return "lobby";
  if (!state.agenda.current) return "takeaways";
  switch (state.agenda.phases.at(state.agenda.current).kind) {
    case PhaseKind::presentations:
    case PhaseKind::report_back:
      return "listen";
    case PhaseKind::discussion:
    case PhaseKind::breakouts:
      return "floor";
    case PhaseKind::questions:
      return "questions";
    case PhaseKind::wrap_up:
      return "takeaways";
    case PhaseKind::pause:
      return "break";
  }
  return "floor";
}

SignalsModel signals_model(const State& state, InstantMs now_ms) {
  SignalsModel model;
  model.mine = state.mine.signals;
  for (const AnsweredSignal& each : state.mine.answered_signals) {
    const bool lasts = each.answer == SignalAnswer::seen || now_ms < each.at_ms + limits::signal_answer_lasts_ms;
    if (lasts) model.answers.push_back(each);
  }
  for (std::size_t kind = 0; kind < Names<SignalKind>::all.size(); ++kind) {
    SignalModel signal;
    signal.signal = static_cast<SignalKind>(kind);
    for (const ActiveSignal& active : state.signals.active) {
      if (active.signal != signal.signal) continue;
      signal.people.push_back(active.person);
      signal.seen += active.seen_at_ms ? 1 : 0;
      signal.onsite += active.modality == Modality::onsite ? 1 : 0;
      signal.online += active.modality == Modality::online ? 1 : 0;
      signal.not_stated += active.modality == Modality::not_stated ? 1 : 0;
    }
    if (!signal.people.empty()) model.active.push_back(std::move(signal));
  }
  return model;
}

std::optional<PresentModel> present_model(const Gauges& gauges) {
  if (!gauges.present) return std::nullopt;
  const Present& present = *gauges.present;
  PresentModel model{present.onsite.value_or(0), present.online.value_or(0), present.not_stated.value_or(0), 0};
  model.all = present.all.value_or(model.onsite + model.online + model.not_stated);
  return model;
}

std::optional<HeadCountModel> head_count_model(const State& state, const std::optional<Present>& joined) {
  if (!state.head_count) return std::nullopt;
  const auto side = [](const std::optional<std::uint32_t>& counted) {
    return counted ? std::optional<std::int64_t>(*counted) : std::nullopt;
  };
  HeadCountModel model;
  model.at_ms = state.head_count->at_ms;
  model.room = side(state.head_count->room);
  model.call = side(state.head_count->call);
  const auto room = model.room.value ? model.room.value : joined ? joined->onsite : std::nullopt;
  const auto call = model.call.value ? model.call.value : joined ? joined->online : std::nullopt;
  if (room && call) model.all = *room + *call;
  return model;
}

JoinsModel joins_model(const State& state) {
  JoinsModel model;
  model.mode = state.admission.mode;
  for (const auto& [id, knock] : state.admission.knocks) {
    const Profile& profile = knock.profile;
    model.waiting.push_back({id, profile.name.text, text_if_any(profile.affiliation), profile.modality, knock.at_ms});
  }
  return model;
}

/// By the entry that counts; for staff, who may part them.
std::map<PersonId, std::vector<MergedEntryModel>> merged_entries(const State& state) {
  std::map<PersonId, std::vector<MergedEntryModel>> entries;
  if (state.scope != Scope::staff) return entries;
  for (const auto& [id, person] : state.roster.people) {
    if (person.merged_into) entries[person.merged_into].push_back({id, name_of_person(state, id)});
  }
  return entries;
}

std::vector<PersonModel> people_model(const State& state) {
  std::vector<PersonModel> people;
  const auto merged = merged_entries(state);
  for (const auto& [id, person] : state.roster.people) {
    if (person.is_removed || person.merged_into) continue;
    const Profile& profile = person.profile;
    people.push_back({id, name_of_person(state, id), guest_of(state, id), text_if_any(profile.affiliation),
                      profile.stakeholder_group, profile.regional_group, profile.modality, profile.languages,
                      text_if_any(profile.call_name), text_if_any(profile.said_as), profile.in_report, person.roles,
                      person.has_device, person.is_present, text_if_any(profile.seat), person.extra_time_percent,
                      merged.contains(id) ? merged.at(id) : std::vector<MergedEntryModel>{}});
  }
  return people;
}

/// Newest first; what a rapporteur can look back over.
constexpr std::size_t past_turns = 200;

std::vector<PastTurnModel> turns_model(const State& state, InstantMs now_ms) {
  std::vector<PastTurnModel> turns;
  for (auto each = state.floor.turns.rbegin(); each != state.floor.turns.rend() && turns.size() < past_turns; ++each) {
    const Turn& turn = each->second;
    turns.push_back({each->first, turn.person, name_of_person(state, turn.person), guest_of(state, turn.person),
                     turn.started_at_ms, elapsed_ms(turn, now_ms), turn.rule, turn.is_charged, turn.kind,
                     turn.is_undone, turn.is_unspoken, turn.is_typed});
  }
  return turns;
}

}  // namespace

std::vector<UndoModel> undo_model(const State& state, InstantMs now_ms) {
  std::vector<UndoModel> acts;
  const auto offer = [&](const ActSpan& span, std::string_view what, std::optional<std::string> about = {}) {
    const InstantMs until_ms = span.at_ms + limits::undo_ms;
    if (now_ms <= until_ms) acts.push_back({span.to_seq, what, span.at_ms, until_ms, std::move(about)});
  };
  if (state.acts.close && state.session.status == SessionStatus::closed) offer(state.acts.close->span, "close");
  if (state.session.status == SessionStatus::closed) return acts;
  if (const auto& phase = state.acts.phase; phase && phase->dropped) {
    offer(phase->span, "drop", phase->dropped->title.text);
  } else if (phase && phase->is_act()) {
    offer(phase->span, "next");
  }
  if (state.acts.floor) offer(state.acts.floor->span, state.acts.floor->given ? "give" : "end");
  if (state.acts.question) offer(state.acts.question->span, state.acts.question->rejected ? "reject" : "show");
  if (state.acts.poll) offer(state.acts.poll->span, "close_poll");
  sort_stably(acts, [](const UndoModel& one, const UndoModel& other) { return one.seq > other.seq; });
  return acts;
}

std::string name_of_person(const State& state, PersonId person) {
  if (person && person == state.mine.person) return state.mine.profile.name.text;
  const auto found = state.roster.people.find(person);
  if (found != state.roster.people.end()) return found->second.profile.name.text;
  const auto companion = state.group.companions.find(person);
  return companion == state.group.companions.end() ? std::string() : companion->second.profile.name.text;
}

std::optional<GuestModel> guest_of(const State& state, PersonId person) {
  const auto found = state.roster.people.find(person);
  if (found == state.roster.people.end()) {
    const auto companion = state.group.companions.find(person);
    if (companion != state.group.companions.end() && companion->second.is_guest) {
      return GuestModel{person, companion->second.profile.modality, false};
    }
    const bool is_mine = person && person == state.mine.person && state.mine.is_guest;
    return is_mine ? std::optional(GuestModel{person, state.mine.profile.modality, false}) : std::nullopt;
  }
  if (!found->second.is_guest) return std::nullopt;
  return GuestModel{person, found->second.profile.modality, found->second.is_hidden};
}

TakeawaysModel takeaways_model(const State& state) {
  TakeawaysModel model;
  model.preset = state.takeaways.preset;
  if (state.display.item) model.on_screen = state.display.item;
  for (ItemId id : state.takeaways.order) {
    const Takeaway& item = state.takeaways.items.at(id);
    TakeawayModel each;
    each.item = id;
    each.kind = item.kind;
    each.title = item.title.text;
    each.body = item.body.text;
    each.language = item.language;
    each.revision = item.revision;
    each.is_published = item.is_published;
    if (item.author) each.author = item.author;
    const std::string author = name_of_person(state, item.author);
    if (!author.empty()) each.author_name = author;
    each.author_guest = guest_of(state, item.author);
    each.edited_at_ms = item.edited_at_ms;
    for (const Evidence& evidence : item.evidence) {
      EvidenceModel link;
      link.question = evidence.question;
      link.turn = evidence.turn;
      link.jot = evidence.jot;
      link.poll = evidence.poll;
      link.group = evidence.group;
      link.note = evidence.note;
      if (evidence.question) {
        const auto found = state.questions.list.find(*evidence.question);
        link.text = found == state.questions.list.end() ? std::string() : found->second.text.text;
      } else if (evidence.turn) {
        const auto found = state.floor.turns.find(*evidence.turn);
        const PersonId person = found == state.floor.turns.end() ? PersonId{} : found->second.person;
        link.name = name_of_person(state, person);
        link.guest = guest_of(state, person);
      } else if (evidence.group) {
        link.name = name_of_group(state, *evidence.group);
      } else if (evidence.note) {
        const FoundNote found = find_note(state, *evidence.note);
        link.name = name_of_group(state, found.group);
        if (found.note != nullptr) link.text = found.note->text.text;
      } else if (evidence.jot) {
        link.name = name_of_person(state, evidence.by);
        link.guest = guest_of(state, evidence.by);
        if (const Jotting* own = own_jotting(state, *evidence.jot, state.mine.person)) link.text = own->text.text;
      } else if (evidence.poll) {
        const auto found = state.polls.list.find(*evidence.poll);
        link.text = found == state.polls.list.end() ? std::string() : found->second.title.text;
      }
      each.evidence.push_back(std::move(link));
    }
    if (character_count(item.title.text) > model.preset.title_characters) each.warnings.push_back("title_long");
    if (character_count(item.body.text) > model.preset.body_characters) each.warnings.push_back("body_long");
    model.counts.takeaway += item.kind == TakeawayKind::takeaway ? 1 : 0;
    model.counts.call_to_action += item.kind == TakeawayKind::call_to_action ? 1 : 0;
    model.counts.commitment += item.kind == TakeawayKind::commitment ? 1 : 0;
    model.items.push_back(std::move(each));
  }
  return model;
}

Model everyones_view(const Held& held, InstantMs now_ms) {
  const State& state = held.state;
  Model model;
  model.now_ms = now_ms;
  model.session = session_model(state, now_ms);
  model.me = me_model(state);
  model.agenda = agenda_model(state, now_ms);
  model.focus = focus_of(state);
  model.floor = floor_model(state, now_ms);
  model.questions = questions_model(held);
  model.polls = polls_model(held);
  model.takeaways = takeaways_model(state);
  model.signals = signals_model(state, now_ms);
  if (state.announcement) model.announcement = announcement_model(*state.announcement);
  if (state.display.announcement) model.announcement_on_screen = announcement_model(*state.display.announcement);
  for (const CaptionLine& line : state.captions) model.captions.push_back({line.text.text, line.language, line.at_ms});
  model.present = present_model(held.gauges);
  model.head_count = head_count_model(state, held.gauges.present);
  model.is_blank = state.display.is_blank;
  if (held.gauges.displays) model.displays = static_cast<std::int64_t>(*held.gauges.displays);
  model.joins = joins_model(state);
  model.people = people_model(state);
  model.cue = own_cue_model(state, now_ms);
  model.jottings = jottings_model(state);
  model.final_report = final_report_model(state);
  model.breakouts = breakouts_model(state, now_ms);
  return model;
}

Model view(const Held& held, InstantMs now_ms) {
  const State& state = held.state;
  Model model = everyones_view(held, now_ms);
  if (state.scope == Scope::staff) {
    model.turns = turns_model(state, now_ms);
    model.undo = undo_model(state, now_ms);
    model.narratives = narratives_model(state);
    model.breakouts.desk = breakout_desk_model(state, now_ms);
  }
  model.staff_line = staff_line_model(state);
  model.cues = cues_model(state, now_ms);
  model.chair = chair_model(state);
  return model;
}

}  // namespace roundtable::view
