#include "view/project.hpp"

#include "core/people.hpp"
#include "view/project_groups.hpp"
#include "view/show.hpp"

namespace roundtable::view {

using namespace core;

namespace {

/// Fills a base's form of one event; each overload returns whether the base gets one at all.
class BaseForm {
 public:
  BaseForm(const Event& event, const State& whole, Scope base) : whole_(whole), base_(base) {
    form_.seq = event.seq;
    form_.at_ms = event.at_ms;
    form_.data = event.data;
  }

  std::optional<Event> make() {
    const bool is_seen = visit([&](auto& data) { return fill(data); }, form_.data);
    if (!is_seen) return std::nullopt;
    return std::move(form_);
  }

 private:
  bool is_staff() const { return base_ == Scope::staff; }

  const Person* person(PersonId id) const {
    const auto found = whole_.roster.people.find(id);
    return found == whole_.roster.people.end() ? nullptr : &found->second;
  }
  bool holds(PersonId id) const { return person(id) != nullptr && holds_person(id, *person(id), base_); }

  void reveal_person(PersonId id) {
    if (!id || (is_staff() && id.value <= limits::people_held_by_staff)) return;
    form_.reveal.people.emplace(id, shown_person(*person(id), base_));
  }

  bool is_published(GroupId id) const {
    const auto found = whole_.breakouts.groups.find(id);
    return found != whole_.breakouts.groups.end() && found->second.is_published;
  }
  void reveal_notes(GroupId id) {
    if (is_staff() || !is_published(id)) return;
    form_.reveal.notes.emplace(id, shown_notes(whole_.breakouts.insides.at(id).notes));
  }
  template <class Data>
  bool fill_note(Data& data) {
    if (is_staff()) return true;
    if constexpr (requires { data.by; }) data.by = {};
    return is_published(data.group);
  }

  bool is_visible_question(QuestionId id) const {
    const auto found = whole_.questions.list.find(id);
    return found != whole_.questions.list.end() && is_visible(found->second.status);
  }
  void reveal_poll(PollId id) { form_.reveal.polls.emplace(id, shown_poll(whole_.polls.list.at(id), base_)); }
  bool is_published(PollId id) const {
    const auto found = whole_.polls.list.find(id);
    return found != whole_.polls.list.end() && found->second.is_published;
  }
  bool is_published(ItemId id) const {
    const auto found = whole_.takeaways.items.find(id);
    return found != whole_.takeaways.items.end() && found->second.is_published;
  }

  // Everybody sees most facts as they are.
  template <class Data>
  bool fill(Data&) {
    return true;
  }

  /// What happens inside a group is told to its members (project_groups.hpp) and staff.
  template <class Data>
  requires(Data::is_of_group) bool fill(Data& data) {
    if constexpr (requires { data.alias; }) data.alias.clear();
    return is_staff();
  }

  template <OfStaff Data>
  bool fill(Data&) {
    return is_staff();
  }

  bool fill(SessionCreated&) { return false; }
  bool fill(PersonListed&) { return false; }
  bool fill(PersonJoined& data) {
    data.profile = seen_by(base_, data.profile, data.is_guest);
    data.request_key.clear();
    return holds(data.person);
  }
  bool fill(PersonAdded& data) {
    data.profile = seen_by(base_, data.profile);
    return holds(data.person);
  }
  bool fill(PersonUpdated& data) {
    data.profile = seen_by(base_, data.profile, data.is_guest);
    return holds(data.person);
  }
  bool fill(PersonRemoved& data) { return holds(data.person); }
  bool fill(PersonLeft& data) { return is_staff() && holds(data.person); }
  bool fill(PersonReturned& data) { return is_staff() && holds(data.person); }

  bool fill(PersonPassed& data) {
    if (holds(data.person)) reveal_person(data.person);
    return holds(data.person);
  }
  bool fill(PersonHidden& data) { return holds(data.person); }
  bool fill(PersonKnocked& data) {
    data.profile = seen_by(base_, data.profile);
    data.request_key.clear();
    return is_staff();
  }

  bool fill(PersonMerged& data) { return fill_merge(data); }
  bool fill(PersonUnmerged& data) { return fill_merge(data); }
  bool fill(LinkRenewed&) { return false; }

  /// Everyone sees a merge by what both did in public.
  template <class Data>
  bool fill_merge(Data& data) {
    reveal_person(data.introduces);
    if (is_staff()) return true;
    std::erase_if(data.acts.questions, [&](QuestionId id) { return !is_visible_question(id); });
    for (auto& [id, hand] : data.acts.doubles) hand.text = {};
    data.attended_ms = 0;
    if constexpr (requires { data.is_present; }) data.is_present = false;
    return person(data.person) != nullptr && person(data.person)->is_public;
  }

  bool fill(HandRaised& data) {
    reveal_person(data.introduces);
    return true;
  }
  bool fill(FloorGiven& data) {
    reveal_person(data.introduces);
    if (!is_staff()) data.reason = {};
    return true;
  }

  // The words of a hand that waits are staff's and its author's.
  bool fill(HandTextSet& data) {
    if (is_staff()) return true;
    data.text = {};
    data.by = {};
    return true;
  }
  bool fill(FloorUnspoken& data) {
    if (!is_staff() && data.hand_was) data.hand_was->text = {};
    return true;
  }
  bool fill(FloorRestored& data) {
    if (is_staff()) return true;
    if (data.hand_was) data.hand_was->text = {};
    if (data.given_hand_was) data.given_hand_was->text = {};
    return true;
  }
  bool fill(ExtraTimeSet& data) { return is_staff() && holds(data.person); }

  bool fill(TalkAdded& data) {
    reveal_person(data.introduces);
    return true;
  }

  bool fill(QuestionAsked& data) {
    data.secret_hash.clear();
    reveal_person(data.introduces);
    if (!is_staff()) data.by = {};
    return is_staff() || is_visible(data.status);
  }
  bool fill(QuestionEdited&) { return is_staff(); }
  bool fill(QuestionWithdrawn&) { return is_staff(); }
  bool fill(QuestionRejected&) { return is_staff(); }
  bool fill(QuestionRestored&) { return is_staff(); }
  bool fill(QuestionApproved& data) {
    reveal_person(data.introduces);
    if (is_staff()) return true;
    form_.reveal.questions.emplace(data.question, shown_question(whole_.questions.list.at(data.question), base_));
    return true;
  }
  bool fill(QuestionMerged& data) { return is_staff() || is_visible_question(data.question); }
  bool fill(QuestionUnmerged& data) { return is_staff() || is_visible_question(data.question); }
  bool fill(QuestionVoted&) { return false; }    // a tally tells
  bool fill(QuestionUnvoted&) { return false; }  // a tally tells

  bool fill(PollOpened& data) {
    if (!is_staff()) reveal_poll(data.poll);
    return true;
  }
  bool fill(PollVoted&) { return false; }    // a tally tells staff and displays how many
  bool fill(PollUnvoted&) { return false; }  // the same
  bool fill(PollClosed& data) {
    if (!is_staff()) data.results.reset();
    if (data.results) data.results->breakdowns.clear();  // while the close can be taken back
    return true;
  }
  bool fill(PollSealed& data) {
    if (is_staff()) reveal_poll(data.poll);
    return true;
  }
  bool fill(PollPublished& data) {
    reveal_poll(data.poll);
    return true;
  }
  bool fill(PollHandsCounted& data) { return is_staff() || is_published(data.poll); }
  bool fill(PollWordsPassed& data) {
    if (is_staff()) return true;
    if (is_published(data.poll)) reveal_poll(data.poll);
    data.answers.clear();  // places among words of which some are not passed
    return is_published(data.poll);
  }

  bool fill(TakeawayEdited& data) { return is_staff() || is_published(data.item); }
  bool fill(TakeawaysOrdered& data) {
    if (is_staff()) return true;
    std::erase_if(data.order, [&](ItemId id) { return !is_published(id); });
    return is_published(data.item);
  }
  bool fill(TakeawayLinked& data) { return is_staff() || is_published(data.item); }
  bool fill(TakeawayUnlinked& data) { return is_staff() || is_published(data.item); }
  bool fill(TakeawayPublished& data) {
    if (!is_staff()) form_.reveal.items.emplace(data.item, whole_.takeaways.items.at(data.item));
    return true;
  }
  bool fill(TakeawayHidden& data) {
    if (!is_staff()) form_.forget.items.push_back(data.item);
    return true;
  }

  bool fill(SignalSent&) { return is_staff(); }
  bool fill(SignalCleared&) { return is_staff(); }
  bool fill(SignalAnswered&) { return is_staff(); }
  bool fill(Announced& data) {
    if (!is_staff()) data.by = {};
    return true;
  }
  bool fill(CueSent&) { return is_staff(); }
  bool fill(Jotted&) { return false; }  // a note is its author's
  bool fill(JottingEdited&) { return false; }
  bool fill(JottingRemoved&) { return false; }
  bool fill(ReportFinished& data) {
    if (!is_staff()) data.by = {};
    return true;
  }

  bool fill(TopicsRanked&) { return is_staff(); }
  bool fill(GroupsTold&) { return is_staff(); }
  bool fill(BreakoutsOpened& data) {
    for (PersonId person : data.introduces) reveal_person(person);
    if (is_staff()) return true;
    for (OpenedGroup& group : data.groups) {
      group.host = {};
      group.call = {};
    }
    return true;
  }
  bool fill(PersonMoved& data) {
    reveal_person(data.introduces);
    if (is_staff()) return true;
    data.by = {};
    data.is_listening = data.is_late = false;
    return true;
  }
  bool fill(GroupsMerged& data) {
    reveal_notes(data.into);
    return true;
  }
  bool fill(GroupPublished& data) {
    reveal_notes(data.group);
    return true;
  }
  // Points of a group that reports are everyone's.
  bool fill(NoteAdded& data) { return fill_note(data); }
  bool fill(NoteEdited& data) { return fill_note(data); }
  bool fill(NotesOrdered& data) { return fill_note(data); }
  bool fill(NoteRemoved& data) { return fill_note(data); }
  bool fill(ReportReopened& data) {
    if (!is_staff()) data.by = {};
    return true;
  }
  bool fill(HeadsCounted& data) {
    if (!is_staff()) data.by = {};
    return true;
  }

  const State& whole_;
  Scope base_;
  Event form_;
};

void strip(EventData& data, const Viewer& viewer) {
  if (auto* joined = get_if<PersonJoined>(&data)) joined->request_key.clear();
  if (auto* asked = get_if<QuestionAsked>(&data)) {
    asked->secret_hash.clear();
    asked->by = {};
  }
  if (auto* voted = get_if<QuestionVoted>(&data)) {
    voted->alias.clear();
    voted->groups = {};
  }
  if (auto* unvoted = get_if<QuestionUnvoted>(&data)) unvoted->alias.clear();
  if (auto* voted = get_if<PollVoted>(&data)) {
    voted->alias.clear();
    voted->groups = {};
  }
  if (auto* unvoted = get_if<PollUnvoted>(&data)) unvoted->alias.clear();
  if (auto* voted = get_if<GroupQuestionVoted>(&data)) {
    voted->alias.clear();
    voted->is_own = true;
  }
  if (auto* typed = get_if<HandTextSet>(&data)) typed->by = {};
  if (auto* restored = get_if<FloorRestored>(&data); restored != nullptr && restored->given_hand_was) {
    restored->given_hand_was->text = {};  // another's, or on screens already
  }
  if (auto* cleared = get_if<SignalCleared>(&data)) cleared->people = {viewer.person};
  if (auto* answered = get_if<SignalAnswered>(&data)) answered->people = {viewer.person};
  if (auto* sent = get_if<CueSent>(&data)) sent->by = {};
}

bool tells_staff_more(const EventData& data) {
  return holds<PersonJoined>(data) || holds<PersonUpdated>(data) || holds<QuestionVoted>(data) ||
         holds<QuestionUnvoted>(data) || holds<PollVoted>(data) || holds<PollUnvoted>(data) || holds<Jotted>(data) ||
         holds<JottingEdited>(data) || holds<JottingRemoved>(data) || holds<PersonPassed>(data) ||
         holds<PersonHidden>(data) || holds<ExtraTimeSet>(data) || holds<GroupQuestionVoted>(data);
}

}  // namespace

std::optional<Event> project_base(const Event& event, const State& whole, Scope base) {
  return BaseForm(event, whole, base).make();
}

std::optional<Event> project_own(const Event& event, const Addressees& meant, const Viewer& viewer) {
  if (viewer.base == Scope::staff && !tells_staff_more(event.data)) return std::nullopt;
  if (!is_meant(meant, viewer)) return std::nullopt;
  Event form;
  form.seq = event.seq;
  form.at_ms = event.at_ms;
  form.data = event.data;
  strip(form.data, viewer);
  return form;
}

std::optional<Event> project(const Event& event, const State& whole, const Viewer& viewer) {
  if (auto own = project_own(event, addressees(event, whole), viewer)) return own;
  if (viewer.base == Scope::everyone && viewer.person) {
    Viewer placed = viewer;
    placed.group = group_of(whole.breakouts, viewer.person);
    const GroupForms forms = project_groups(event, whole);
    if (const Event* form = forms.of(placed)) return *form;
  }
  return project_base(event, whole, viewer.base);
}

}  // namespace roundtable::view
