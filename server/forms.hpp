// The forms of one event, made once: a text for each base and the own ones of those it is about.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "view/project.hpp"

namespace roundtable::server {

struct Forms {
  std::uint32_t seq = 0;
  std::string everyone;  // empty: this base gets nothing
  std::string staff;
  view::Addressees meant;
  core::Event event;  // kept only where somebody has an own form

  /// What one viewer gets; empty: nothing. The text lives as long as `own` or the forms.
  std::string_view for_viewer(const view::Viewer& viewer, std::string& own) const;
  bool has_own(const view::Viewer& viewer) const;
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
