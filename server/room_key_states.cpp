// Key states: a start reads the last one and the events behind it instead of the whole journal.
#include "server/room.hpp"
#include "server/room_limits.hpp"
#include "wire/codec.hpp"

namespace roundtable::server {

using namespace core;

namespace {

/// A row's part, and all else of a room that is not in its state: what the text of a key state is.
struct KeptPart {
  std::uint32_t seq = 0;
  std::uint32_t index = 0;
  static constexpr auto fields() {
    using T = KeptPart;
    return field_list(field<&T::seq>("seq"), field<&T::index>("index"));
  }
};
struct KeptRoom {
  InstantMs last_at_ms = 0;
  std::map<PollId, std::vector<KeptPart>> ballots;  // to be erased
  std::vector<PersonId> merged;
  State state;
  static constexpr auto fields() {
    using T = KeptRoom;
    return field_list(field<&T::last_at_ms>("at"), field<&T::ballots>("ballots"), field<&T::merged>("merged"),
                      field<&T::state>("state"));
  }
};

}  // namespace

/// When all that the state holds was handed to the journal. Never while words wait for their erasure: a start would not
/// find them in the rows that it reads, and the key state would bring them back.
void Room::keep_state_if_due() {
  if (world_.build.empty() || seq_ - kept_seq_ < world_.key_state_events) return;
  if (!to_write_.empty() || is_troubled_) return;
  if (state_.before_rehearsal.has_value() || is_erasure_owed_ || erasures_in_flight_ > 0) return;
  kept_seq_ = seq_;
  world_.journal.keep(session_, {seq_, world_.build, key_state_text()},
                      [weak = weak_from_this(), seq = seq_](const AppendResult& result) {
                        const auto room = weak.lock();
                        if (!room || result.status == AppendStatus::ok) return;
                        if (room->kept_seq_ == seq) room->kept_seq_ = 0;  // the next write tries again
                      });
}

std::string Room::key_state_text() const {
  KeptRoom kept{last_at_ms_, {}, {}, state_};
  for (const auto& [poll, parts] : ballots_to_erase_) {
    for (const PartRef& part : parts) kept.ballots[poll].push_back({part.seq, part.index});
  }
  for (const auto& [person, merged_at_seq] : merged_at_seq_) kept.merged.push_back(person);
  return wire::to_text(kept);
}

/// From the newest key state on that leaves enough rows for the ring; without one, from the start. Rather some more of
/// them to read than nothing for those who come back.
Room::Past Room::read_past() {
  std::vector<KeyState> kept;
  if (!world_.build.empty()) kept = world_.journal.key_states(session_);
  std::erase_if(kept, [this](const KeyState& each) { return each.build != world_.build; });
  for (const KeyState& each : kept) {
    std::vector<Row> rows = world_.journal.read(session_, each.seq + 1);
    if (rows.size() < limits::kEventsBehindKeyState && &each != &kept.back()) continue;
    auto past = past_of(each);
    if (!past) continue;
    past->kept_seq = kept.front().seq;
    past->rows = std::move(rows);
    return std::move(*past);
  }
  Past past;
  past.rows = world_.journal.read(session_, 1);
  return past;
}

std::optional<Room::Past> Room::past_of(const KeyState& kept) const {
  const auto json = wire::parse(kept.text, kept.text.size());
  if (!json) return std::nullopt;
  KeptRoom room;
  wire::Reader reader;
  reader.read(*json, room);
  if (reader.has_fault() || room.state.session.session != session_) return std::nullopt;
  Past past;
  past.state = std::move(room.state);
  past.seq = kept.seq;
  past.last_at_ms = room.last_at_ms;
  for (const auto& [poll, parts] : room.ballots) {
    for (const KeptPart& part : parts) past.ballots_to_erase[poll].push_back({part.seq, part.index});
  }
  past.merged = std::move(room.merged);
  return past;
}

/// The only way by which words leave the journal.
void Room::erase_words(std::vector<PartRef> parts, std::function<void(const AppendResult&)> done) {
  ++erasures_in_flight_;
  world_.journal.erase(session_, std::move(parts),
                       [weak = weak_from_this(), done = std::move(done)](const AppendResult& result) {
                         const auto room = weak.lock();
                         if (!room) return;
                         --room->erasures_in_flight_;
                         done(result);
                         room->kept_seq_ = 0;  // an erasure takes the key states away
                         room->keep_state_if_due();
                       });
}

void Room::read_old_marks() {
  if (old_marks_to_seq_ == 0) return;
  for (auto& [mark, seq] : world_.journal.marks(session_, old_marks_to_seq_)) marks_.emplace(std::move(mark), seq);
  old_marks_to_seq_ = 0;
}

/// Read when the first command comes: it may be one that was accepted before the start.
bool Room::knows_old_marks() {
  if (are_old_marks_awaited_) return false;  // commands stay in their order
  try {
    read_old_marks();
    return true;
  } catch (const JournalError& error) {
    world_.log("session " + session_ + ": cannot read what was accepted before the start yet: " + error.what());
  }
  are_old_marks_awaited_ = true;
  world_.after(limits::kRecoverMs, [weak = weak_from_this()] {
    const auto room = weak.lock();
    if (!room) return;
    room->are_old_marks_awaited_ = false;
    if (!room->is_troubled_ && room->knows_old_marks()) room->go_on();
  });
  return false;
}

}  // namespace roundtable::server
