#include "server/forms.hpp"

#include "server/room_limits.hpp"
#include "wire/codec.hpp"

namespace roundtable::server {

namespace {

std::size_t size_of(const Forms& forms) {
  return forms.everyone.size() + forms.staff.size() + sizeof(Forms);
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
  return viewer.base == core::Scope::staff ? staff : everyone;
}

Forms make_forms(const core::Event& event, const core::State& whole) {
  Forms forms;
  forms.seq = event.seq;
  if (const auto form = view::project_base(event, whole, core::Scope::everyone)) {
    wire::append_event(forms.everyone, *form);
  }
  if (const auto form = view::project_base(event, whole, core::Scope::staff)) wire::append_event(forms.staff, *form);
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
