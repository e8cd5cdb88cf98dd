// Ballots: under an alias of their own in each poll, told to their voter alone, and out of the journal as soon as the
// close cannot be taken back any more.
#include "server/room.hpp"
#include "server/room_limits.hpp"

namespace roundtable::server {

using namespace core;

Alias Room::poll_alias(PersonId person, PollId poll) const {
  return alias(key_, person.value, "poll " + std::to_string(poll.value));
}

PollAliases Room::poll_aliases(PersonId person) const {
  return [weak = weak_from_this(), person](PollId poll) {
    const auto room = weak.lock();
    return room ? room->poll_alias(person, poll) : Alias();
  };
}

/// Only memory knows it, and only until the poll is sealed: the ballot's form has to find its voter's devices.
void Room::note_voter(const Subscriber& subscriber, PollId poll) {
  const auto found = state_.polls.list.find(poll);
  if (found == state_.polls.list.end() || found->second.status != PollStatus::open) return;
  const PersonId person = subscriber.viewer.person;
  poll_voters_[poll][poll_alias(person, poll)] = person;
}

/// Whose alias it is, among those who may be connected.
PersonId Room::voter_of(const view::Addressees& meant) const {
  const auto ballots = poll_voters_.find(meant.poll);
  if (meant.poll && ballots == poll_voters_.end()) return {};
  const auto& voters = meant.poll ? ballots->second : voter_;
  const auto voter = voters.find(meant.vote_alias);
  return voter == voters.end() ? PersonId{} : voter->second;
}

/// After each event, right after it was applied.
void Room::note_poll(const Event& event, const Row& row) {
  note_ballot(event, row);
  if (const auto* voted = get_if<PollVoted>(&event.data)) votes_changed(voted->poll);
  if (const auto* unvoted = get_if<PollUnvoted>(&event.data)) votes_changed(unvoted->poll);
  if (const auto* opened = get_if<PollOpened>(&event.data)) votes_changed(opened->poll);
  if (const auto* reopened = get_if<PollReopened>(&event.data)) votes_changed(reopened->poll);
  const auto* sealed = get_if<PollSealed>(&event.data);
  if (sealed == nullptr) return;
  release_at(event.seq, [this, poll = sealed->poll](bool recorded) {
    if (recorded) erase_ballots(poll);
  });
}

/// Also while the journal is read.
void Room::note_ballot(const Event& event, const Row& row) {
  const auto* voted = get_if<PollVoted>(&event.data);
  if (voted == nullptr) return;
  for (std::uint32_t part = 0; part < row.parts.size(); ++part) {
    if (row.parts[part]) ballots_to_erase_[voted->poll].push_back({row.seq, part});
  }
}

void Room::votes_changed(PollId poll) {
  staff_polls_.insert(poll);
  tally_staff_soon();
}

/// A journal that cannot do it now is asked again; after a stop the next start does it.
void Room::erase_ballots(PollId poll) {
  poll_voters_.erase(poll);
  const auto found = ballots_to_erase_.find(poll);
  if (found == ballots_to_erase_.end()) return;
  std::vector<PartRef> parts = std::move(found->second);
  ballots_to_erase_.erase(found);
  erase_words(parts, [this, poll, parts](const AppendResult& result) {
    if (result.status == AppendStatus::ok) return;
    world_.log("session " + session_ + ": the ballots of a poll stay for now: " + result.reason);
    ballots_to_erase_[poll] = parts;
    world_.after(limits::kEraseAgainMs, [weak = weak_from_this(), poll] {
      if (const auto again = weak.lock()) again->erase_ballots(poll);
    });
  });
}

}  // namespace roundtable::server
