// Gauges: absolute numbers, coalesced. Staff and displays hear of changes at most four times a second, phones after
// 250 ms and then in gaps that double up to 30 s while changes go on.
#include <algorithm>

#include "core/representative.hpp"
#include "server/room.hpp"
#include "server/room_limits.hpp"
#include "wire/write.hpp"

namespace roundtable::server {

using namespace core;

namespace {

bool is_seen_at_once(const Subscriber& subscriber) {
  return subscriber.viewer.base == Scope::staff || subscriber.is_display;
}

std::optional<std::uint32_t> votes_of(const Questions& questions, QuestionId id) {
  const auto found = questions.list.find(id);
  if (found == questions.list.end() || !is_visible(found->second.status) || found->second.merged_into) {
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(voters_of(questions, id).size());
}

}  // namespace

void Room::votes_changed(QuestionId question) {
  staff_votes_.insert(question);
  phone_votes_.insert(question);
  tally_staff_soon();
  if (!is_phone_tally_scheduled_) {
    is_phone_tally_scheduled_ = true;
    phone_gap_ms_ = phone_gap_ms_ == 0 ? limits::kTallyMs : phone_gap_ms_;
    world_.after(phone_gap_ms_, [weak = weak_from_this()] {
      if (const auto room = weak.lock()) room->tally_phones();
    });
  }
}

void Room::presence_changed() {
  is_presence_changed_ = true;
  tally_staff_soon();
}

void Room::displays_changed() {
  are_displays_changed_ = true;
  tally_staff_soon();
}

std::uint32_t Room::display_count() const {
  return static_cast<std::uint32_t>(std::count_if(subscribers_.begin(), subscribers_.end(), [](const auto& entry) {
    return entry.first->viewer.roles.has(Role::display);
  }));
}

void Room::tally_staff_soon() {
  if (is_staff_tally_scheduled_) return;
  is_staff_tally_scheduled_ = true;
  world_.after(limits::kTallyMs, [weak = weak_from_this()] {
    if (const auto room = weak.lock()) room->tally_staff();
  });
}

void Room::tally_staff() {
  is_staff_tally_scheduled_ = false;
  view::Gauges gauges;
  for (QuestionId id : staff_votes_) {
    if (const auto votes = votes_of(state_.questions, id)) gauges.questions.emplace(id, *votes);
  }
  is_representative_due_ = is_representative_due_ || !staff_votes_.empty();
  const std::int64_t rest_ms = represented_at_ms_ + limits::kRepresentativeMs - now_ms();
  if (is_representative_due_ && rest_ms <= 0) {
    is_representative_due_ = false;
    represented_at_ms_ = now_ms();
    gauges.representative = representative_questions(state_.questions);
  } else if (is_representative_due_ && !is_representative_scheduled_) {  // the last value always comes
    is_representative_scheduled_ = true;
    world_.after(rest_ms, [weak = weak_from_this()] {
      const auto room = weak.lock();
      if (!room) return;
      room->is_representative_scheduled_ = false;
      room->tally_staff_soon();
    });
  }
  staff_votes_.clear();
  if (is_presence_changed_) gauges.present = view::presence_of(state_.roster);
  is_presence_changed_ = false;
  if (are_displays_changed_) gauges.displays = display_count();
  are_displays_changed_ = false;
  for (PollId id : staff_polls_) {
    const auto poll = state_.polls.list.find(id);
    if (poll != state_.polls.list.end()) view::add_votes(gauges, id, poll->second);
  }
  staff_polls_.clear();
  send_tally(false, gauges);
}

void Room::tally_phones() {
  is_phone_tally_scheduled_ = false;
  if (phone_votes_.empty()) {
    phone_gap_ms_ = 0;  // a gap without change: start at 250 ms again
    return;
  }
  view::Gauges gauges;
  for (QuestionId id : phone_votes_) {
    if (const auto votes = votes_of(state_.questions, id)) gauges.questions.emplace(id, *votes);
  }
  gauges.representative = representative_questions(state_.questions);
  phone_votes_.clear();
  send_tally(true, gauges);
  phone_gap_ms_ = std::min(phone_gap_ms_ * 2, limits::kPhoneTallyLongestMs);
  is_phone_tally_scheduled_ = true;
  world_.after(phone_gap_ms_, [weak = weak_from_this()] {
    if (const auto room = weak.lock()) room->tally_phones();
  });
}

void Room::send_tally(bool to_phones, const view::Gauges& gauges) {
  if (gauges == view::Gauges{}) return;
  view::Gauges for_displays = gauges;
  if (gauges.present) for_displays.present = view::for_display(*gauges.present);
  for_displays.displays.reset();
  const std::uint32_t seq = seq_;
  const std::string at_once = tally_entry(seq, now_ms(), wire::to_text(gauges));
  const bool is_for_displays = for_displays != view::Gauges{};
  const std::string folded = is_for_displays ? tally_entry(seq, now_ms(), wire::to_text(for_displays)) : std::string();
  release_at(seq, [this, to_phones, at_once, folded](bool recorded) {
    if (!recorded) return;
    const Frame frame = events_frame(durable_seq_, {at_once});
    const Frame display_frame = folded.empty() ? nullptr : events_frame(durable_seq_, {folded});
    for (auto& [key, audience] : audiences_) {
      const bool is_seen_at_once = key.base == Scope::staff || key.is_display;
      const Frame& told = key.is_display ? display_frame : frame;
      if (told && is_seen_at_once != to_phones) tell_audience(audience, told, durable_seq_, {});
    }
  });
}

view::Gauges Room::all_gauges(const Subscriber& subscriber) const {
  view::Gauges gauges;
  gauges.questions = view::vote_counts(state_.questions);
  gauges.representative = representative_questions(state_.questions);
  if (!is_seen_at_once(subscriber)) return gauges;
  for (const auto& [id, poll] : state_.polls.list) view::add_votes(gauges, id, poll);
  const view::Present present = view::presence_of(state_.roster);
  gauges.present = subscriber.is_display ? view::for_display(present) : present;
  if (!subscriber.is_display) gauges.displays = display_count();
  return gauges;
}

}  // namespace roundtable::server
