#include "view/project_groups.hpp"

#include "view/project.hpp"
#include "view/show.hpp"

namespace roundtable::view {

using namespace core;

namespace {

class GroupProjection {
 public:
  GroupProjection(const Event& event, const State& whole) : event_(event), whole_(whole) {}

  GroupForms make() {
    visit([&](const auto& data) { fill(data); }, event_.data);
    return std::move(forms_);
  }

 private:
  /// Most events are nobody's in particular.
  template <class Data>
  void fill(const Data&) {}

  template <class Data>
  requires(Data::is_of_group) void fill(const Data& data) {
    Event form = bare();
    form.data = data;
    Data& told = get<Data>(form.data);
    if constexpr (requires { told.alias; }) told.alias.clear();
    if constexpr (requires {
                    told.text;
                    told.by;
                  })
      told.by = {};
    forms_.members.emplace(data.group, std::move(form));
  }
  void fill(const GroupsTold& data) {
    Event form = bare();
    get<GroupsTold>(form.data).by = {};
    for (GroupId group : data.groups) forms_.members.emplace(group, form);
  }

  void fill(const BreakoutsOpened&) { regroup_all(); }
  void fill(const RehearsalEnded&) { regroup_all(); }
  void fill(const GroupsMerged& data) {
    for (PersonId person : whole_.breakouts.groups.at(data.into).members) forms_.now_in.emplace(person, data.into);
    arrive(data.into);
  }
  void fill(const PersonMoved& data) {
    forms_.now_in.emplace(data.person, data.group);
    if (!data.group) return depart();
    arrive(data.group);
    Event form = everyones();
    get<PersonMoved>(form.data).is_listening = data.is_listening;
    reveal_companion(form, data.person);
    forms_.members.emplace(data.group, std::move(form));
  }

  // What the others of a group are told of somebody whom not everyone may see.
  void fill(const PersonJoined& data) { companion(data); }
  void fill(const PersonUpdated& data) { companion(data); }
  void fill(const PersonPassed& data) { companion(data); }
  void fill(const PersonHidden& data) { companion(data); }

  template <class Data>
  void companion(const Data& data) {
    const GroupId group = group_of(whole_.breakouts, data.person);
    if (!group) return;
    Event form = everyones();
    if constexpr (requires { data.profile; }) {
      Data& told = get<Data>(form.data);
      const auto person = whole_.roster.people.find(data.person);
      if (person != whole_.roster.people.end()) told.profile = companion_of(data.profile, data.is_guest).profile;
      if constexpr (requires { told.request_key; }) told.request_key.clear();
    }
    reveal_companion(form, data.person);
    forms_.members.emplace(group, std::move(form));
  }

  Event bare() const {
    Event form;
    form.seq = event_.seq;
    form.at_ms = event_.at_ms;
    form.data = event_.data;
    return form;
  }
  /// As everyone gets it, or the bare fact where they do not.
  Event everyones() const { return project_base(event_, whole_, Scope::everyone).value_or(bare()); }

  void reveal_companion(Event& form, PersonId id) const {
    const auto person = whole_.roster.people.find(id);
    if (person == whole_.roster.people.end()) return;
    form.reveal.companions.emplace(id, companion_of(person->second.profile, person->second.is_guest));
  }
  void arrive(GroupId group) {
    Event form = everyones();
    form.reveal.group = show_group(whole_, group);
    forms_.arrived.emplace(group, std::move(form));
  }
  void depart() {
    Event form = everyones();
    form.forget.is_group_left = true;
    forms_.departed = std::move(form);
  }
  void regroup_all() {
    forms_.regroups_all = true;
    for (GroupId group : whole_.breakouts.run.order) {
      const auto& members = whole_.breakouts.groups.at(group).members;
      for (PersonId person : members) forms_.now_in.emplace(person, group);
      if (!members.empty()) arrive(group);
    }
    depart();
  }

  const Event& event_;
  const State& whole_;
  GroupForms forms_;
};

}  // namespace

GroupId GroupForms::group_after(const Viewer& viewer) const {
  const auto found = now_in.find(viewer.person);
  if (found != now_in.end()) return found->second;
  return regroups_all ? GroupId{} : viewer.group;
}

const Event* GroupForms::of(const Viewer& viewer) const {
  if (moves(viewer.person)) {
    const GroupId group = group_after(viewer);
    if (!group) return departed ? &*departed : nullptr;
    const auto found = arrived.find(group);
    return found == arrived.end() ? nullptr : &found->second;
  }
  const auto found = members.find(viewer.group);
  return !viewer.group || found == members.end() ? nullptr : &found->second;
}

GroupForms project_groups(const Event& event, const State& whole) {
  return GroupProjection(event, whole).make();
}

}  // namespace roundtable::view
