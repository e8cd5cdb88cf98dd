// One person with several entries, links that are renewed: whose lines have to begin anew.
#include <algorithm>

#include "server/invitation.hpp"
#include "server/room.hpp"

namespace roundtable::server {

using namespace core;

/// A line that was cut before a merge holds what its person saw then: it gets a snapshot.
bool Room::may_resume(const Subscriber& subscriber, const ResumePoint& point) const {
  const auto is_older = [&](PersonId person) {
    const auto merged = merged_at_seq_.find(person);
    return merged != merged_at_seq_.end() && point.seq <= merged->second;
  };
  // Another breakout group holds other things; staff hold all of them.
  const auto was_moved = [&](const view::Viewer& viewer) {
    if (viewer.base == Scope::staff || !viewer.person) return false;
    const auto moved = moved_at_seq_.find(viewer.person);
    return point.seq < all_moved_at_seq_ || (moved != moved_at_seq_.end() && point.seq < moved->second);
  };
  return point.epoch == epoch_ && point.seq <= durable_seq_ && ring_.reaches_back_to(point.seq) &&
         !is_older(subscriber.entry) && !is_older(subscriber.viewer.person) && !was_moved(subscriber.viewer);
}

/// After each merge and parting, also while the journal is read.
void Room::note_merge(const Event& event) {
  const auto note = [&](PersonId person, PersonId into) {
    merged_at_seq_[person] = merged_at_seq_[into] = event.seq;
    unite_voters(state_, [this](PersonId each) { return alias(key_, each.value, "question votes"); });
    unite_ballots(state_, [this](PersonId each, PollId poll) { return poll_alias(each, poll); });
  };
  if (const auto* merged = get_if<PersonMerged>(&event.data)) note(merged->person, merged->into);
  if (const auto* parted = get_if<PersonUnmerged>(&event.data)) note(parted->person, parted->into);
}

/// Their devices come back at once, and are told as whom they act.
void Room::start_anew(const Event& event, PersonId person, PersonId into) {
  for (const auto& [id, question] : state_.questions.list) votes_changed(id);
  for (const auto& [id, poll] : state_.polls.list) votes_changed(id);
  away_since_ms_.erase(person);
  release_at(event.seq, [this, person, into](bool recorded) {
    if (!recorded) return;
    for (PersonId each : {person, into}) {
      merged_at_seq_[each] = durable_seq_;  // what was recorded with it has been told to the old lines
      const auto lines = lines_.find(each);
      if (lines == lines_.end()) continue;
      for (Subscriber* subscriber : lines->second) {
        subscriber->peer->send(bye_frame(close_code::kRestart, "entries were merged or parted: come back"));
        subscriber->peer->close(close_code::kRestart, "come back");
      }
    }
  });
}

void Room::renew(const RenewLink& link, std::function<void(std::optional<Refusal>)> done, PersonId stays) {
  const auto refusal = perform_as_room(link);
  for (PersonId person : entries_of(state_, link)) device_codes_.forget(person);  // at once: they open the entry too
  release_at(seq_, [this, link, stays, refusal, done = std::move(done)](bool recorded) {
    if (!recorded) return done(Refusal{RefusalCode::not_recorded, "the journal could not record it: try again"});
    done(refusal);
    if (!refusal) close_all_of(link, stays);
  });
}

/// Machines and people who came by the old link.
void Room::close_all_of(const RenewLink& link, PersonId stays) {
  std::vector<Subscriber*> out;
  for (PersonId person : entries_of(state_, link)) {
    for (const auto& [subscriber, keep] : subscribers_) {
      if (subscriber->entry == person) out.push_back(subscriber);
    }
  }
  for (const auto& [subscriber, keep] : subscribers_) {
    if (link.role && !subscriber->viewer.person && subscriber->viewer.roles.has(*link.role)) out.push_back(subscriber);
  }
  for (Subscriber* subscriber : out) {
    const bool may_come_back = stays && subscriber->viewer.person == stays;
    const std::uint16_t code = may_come_back ? close_code::kRestart : close_code::kToken;
    subscriber->peer->send(bye_frame(code, "the link was renewed", may_come_back ? "" : link_renewed));
    subscriber->peer->close(code, "renewed");
  }
}

}  // namespace roundtable::server
