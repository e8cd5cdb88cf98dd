#include "server/forms.hpp"

#include "server/room_limits.hpp"
#include "wire/codec.hpp"

namespace roundtable::server {

namespace {

std::size_t size_of(const GroupTexts& groups) {
  std::size_t size = sizeof(GroupTexts) + groups.departed.size() + groups.now_in.size() * sizeof(core::PersonId);
  for (const auto& [group, text] : groups.arrived) size += text.size();
  for (const auto& [group, text] : groups.members) size += text.size();
  return size;
}

std::size_t size_of(const Forms& forms) {
  const std::size_t groups = forms.groups == nullptr ? 0 : size_of(*forms.groups);
  return forms.everyone.size() + forms.staff.size() + sizeof(Forms) + groups;
}

std::shared_ptr<const GroupTexts> group_texts(const core::Event& event, const core::State& whole) {
  view::GroupForms forms = view::project_groups(event, whole);
  if (forms.empty()) return nullptr;
  auto texts = std::make_shared<GroupTexts>();
  texts->now_in = std::move(forms.now_in);
  texts->regroups_all = forms.regroups_all;
  for (const auto& [group, form] : forms.arrived) texts->arrived.emplace(group, wire::event_text(form));
  for (const auto& [group, form] : forms.members) texts->members.emplace(group, wire::event_text(form));
  if (forms.departed) texts->departed = wire::event_text(*forms.departed);
  return texts;
}

}  // namespace

bool Forms::has_own(const view::Viewer& viewer) const {
  return view::is_meant(meant, viewer);
}

std::string_view Forms::for_viewer(const view::Viewer& viewer, std::string& own) const {
  if (has_own(viewer)) {
    if (const auto form = view::project_own(event, meant, viewer)) {
      own = wire::event_text(*form);
      return own;
    }
  }
  if (viewer.base == core::Scope::staff) return staff;
  if (!moves(viewer)) {
    const std::string* shared = for_members(viewer.group);
    return shared != nullptr ? *shared : everyone;
  }
  const core::GroupId group = group_after(viewer);
  if (!group) return groups->departed.empty() ? std::string_view(everyone) : std::string_view(groups->departed);
  const auto arrived = groups->arrived.find(group);
  return arrived == groups->arrived.end() ? std::string_view(everyone) : std::string_view(arrived->second);
}

bool Forms::moves(const view::Viewer& viewer) const {
  return groups != nullptr && viewer.person && groups->moves(viewer.person);
}

core::GroupId Forms::group_after(const view::Viewer& viewer) const {
  if (!moves(viewer)) return viewer.group;
  const auto found = groups->now_in.find(viewer.person);
  return found == groups->now_in.end() ? core::GroupId{} : found->second;
}

const std::string* Forms::for_members(core::GroupId group) const {
  if (groups == nullptr || !group) return nullptr;
  const auto found = groups->members.find(group);
  return found == groups->members.end() ? nullptr : &found->second;
}

Forms make_forms(const core::Event& event, const core::State& whole) {
  Forms forms;
  forms.seq = event.seq;
  if (const auto form = view::project_base(event, whole, core::Scope::everyone)) {
    wire::append_event(forms.everyone, *form);
  }
  if (const auto form = view::project_base(event, whole, core::Scope::staff)) wire::append_event(forms.staff, *form);
  forms.groups = group_texts(event, whole);
  forms.meant = view::addressees(event, whole);
  if (!forms.meant.people.empty() || !forms.meant.vote_alias.empty()) forms.event = event;
  return forms;
}

void FormsRing::push(Forms forms) {
  bytes_ += size_of(forms);
  forms_.push_back(std::move(forms));
  while (forms_.size() > limits::kRingEvents || bytes_ > limits::kRingBytes) {
    bytes_ -= size_of(forms_.front());
    before_first_ = forms_.front().seq;
    forms_.pop_front();
  }
}

void FormsRing::cut_after(std::uint32_t seq) {
  while (!forms_.empty() && forms_.back().seq > seq) {
    bytes_ -= size_of(forms_.back());
    forms_.pop_back();
  }
}

}  // namespace roundtable::server
