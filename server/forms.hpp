// The forms of one event, made once: a text for each base and the own ones of those it is about.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "view/project.hpp"
#include "view/project_groups.hpp"

namespace roundtable::server {

/// What breakout groups are told of an event, each text made once (view/project_groups.hpp).
struct GroupTexts {
  std::map<core::PersonId, core::GroupId> now_in;
  bool regroups_all = false;
  std::map<core::GroupId, std::string> arrived;
  std::string departed;
  std::map<core::GroupId, std::string> members;

  bool moves(core::PersonId person) const { return regroups_all || now_in.contains(person); }
};

struct Forms {
  std::uint32_t seq = 0;
  std::string everyone;  // empty: this base gets nothing
  std::string staff;
  view::Addressees meant;
  core::Event event;                         // kept only where somebody has an own form
  std::shared_ptr<const GroupTexts> groups;  // none: the event is the same for all groups

  /// What one viewer gets; empty: nothing. The text lives as long as `own` or the forms.
  std::string_view for_viewer(const view::Viewer& viewer, std::string& own) const;
  bool has_own(const view::Viewer& viewer) const;
  /// The event takes the viewer into a group, or out of one.
  bool moves(const view::Viewer& viewer) const;
  /// The viewer's group from this event on.
  core::GroupId group_after(const view::Viewer& viewer) const;
  /// What members of a group whom the event does not move are told; null: as everyone.
  const std::string* for_members(core::GroupId group) const;
};

Forms make_forms(const core::Event& event, const core::State& whole);

/// The forms of the last events, for clients that come back. Beyond it they get a snapshot.
class FormsRing {
 public:
  void push(Forms forms);
  /// Whether every event behind `seq` is still here.
  bool reaches_back_to(std::uint32_t seq) const { return seq >= before_first_; }
  const std::deque<Forms>& all() const { return forms_; }
  /// Forgets what lies behind `seq`, because it was not recorded.
  void cut_after(std::uint32_t seq);
  void start_at(std::uint32_t seq) { before_first_ = seq; }

 private:
  std::deque<Forms> forms_;
  std::size_t bytes_ = 0;
  std::uint32_t before_first_ = 0;
};

}  // namespace roundtable::server
