// Durable before told: rows go to the journal in groups, and whatever rests on them waits.
#include <algorithm>
#include <stdexcept>

#include "server/room.hpp"
#include "server/room_limits.hpp"
#include "server/rows.hpp"

namespace roundtable::server {

using namespace core;

namespace {

class UnreadableRow : public std::runtime_error {
 public:
  explicit UnreadableRow(const Row& row) : std::runtime_error(replay_fault(row)) {}
};

std::size_t size_of(const Row& row) {
  std::size_t size = row.type.size() + row.data.size() + row.mark.size();
  for (const auto& part : row.parts) size += part ? part->salt.size() + part->words.size() : 0;
  return size;
}

}  // namespace

void Room::replay(const std::vector<Row>& rows) {
  const std::size_t told = rows.size() > limits::kRingEvents ? rows.size() - limits::kRingEvents : 0;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    const Row& row = rows[index];
    const auto event = event_of(row);
    if (!event) throw UnreadableRow(row);
    apply(state_, *event);
    note_merge(*event);
    note_ballot(*event, row);
    if (index < told) {
      ring_.start_at(row.seq);
    } else {
      Forms forms = make_forms(*event, state_);
      note_moves(forms);
      ring_.push(std::move(forms));
    }
    if (!row.mark.empty()) marks_[row.mark] = row.seq;
    seq_ = row.seq;
    last_at_ms_ = std::max(last_at_ms_, row.at_ms);
  }
  for (auto& [person, merged_at_seq] : merged_at_seq_) merged_at_seq = seq_;  // how far its old lines were told
}

/// What is on disk; the rows that had to be read for it. When it cannot be read, nothing has changed.
std::vector<Row> Room::read_back() {
  Position position = world_.journal.position(session_);
  Past past = read_past();
  position_ = std::move(position);
  state_ = std::move(past.state);
  seq_ = old_marks_to_seq_ = past.seq;
  kept_seq_ = past.kept_seq;
  last_at_ms_ = std::max(last_at_ms_, past.last_at_ms);
  ballots_to_erase_ = std::move(past.ballots_to_erase);
  marks_.clear();
  merged_at_seq_.clear();
  for (PersonId person : past.merged) merged_at_seq_[person] = past.seq;
  moved_at_seq_.clear();
  all_moved_at_seq_ = 0;
  ring_ = FormsRing{};
  ring_.start_at(past.seq);
  replay(past.rows);
  return std::move(past.rows);
}

std::string Room::restore() {
  std::vector<Row> rows;
  try {
    rows = read_back();
  } catch (const UnreadableRow& fault) {
    return fault.what();
  }
  if (state_.session.session.empty()) return "its creation was never finished";
  durable_seq_ = seq_;
  erase_rehearsals(rows);  // the server may have stopped before it was done
  for (const auto& [id, poll] : state_.polls.list) {
    if (poll.is_sealed) erase_ballots(id);
  }
  keep_state_if_due();
  const std::int64_t at_ms = now_ms();
  for (const auto& [id, person] : state_.roster.people) {
    if (person.is_present && person.has_device) away_since_ms_[id] = at_ms;
  }
  sweep_presence();
  look_at_due();
  return {};
}

void Room::release_at(std::uint32_t seq, std::function<void(bool)> go) {
  if (seq <= durable_seq_ && waiting_.empty() && !is_troubled_) return go(true);
  waiting_.push_back({seq, std::move(go)});
}

/// At the end of the loop's turn, so that commands that came together are written together.
void Room::write_soon() {
  if (is_write_scheduled_ || is_writing_) return;
  is_write_scheduled_ = true;
  world_.post([weak = weak_from_this()] {
    if (const auto room = weak.lock()) {
      room->is_write_scheduled_ = false;
      room->write();
    }
  });
}

void Room::write() {
  if (is_writing_ || is_troubled_ || to_write_.empty()) return;
  std::vector<Row> batch;
  std::size_t bytes = 0;
  while (!to_write_.empty()) {
    std::size_t group = 0;
    for (const Row& row : to_write_.front()) group += size_of(row);
    if (!batch.empty() && bytes + group > limits::kBatchBytes) break;
    bytes += group;
    std::move(to_write_.front().begin(), to_write_.front().end(), std::back_inserter(batch));
    to_write_.pop_front();
  }
  is_writing_ = true;
  const std::uint32_t last_seq = batch.back().seq;
  auto copy = std::make_shared<std::vector<Row>>(batch);
  world_.journal.append(session_, position_, std::move(batch),
                        [weak = weak_from_this(), last_seq, copy](const AppendResult& result) {
                          const auto room = weak.lock();
                          if (!room) return;
                          room->is_writing_ = false;
                          if (result.status == AppendStatus::unknown) return room->recover(std::move(*copy));
                          room->written(result, last_seq);
                        });
  keep_state_if_due();
}

void Room::written(const AppendResult& result, std::uint32_t last_seq) {
  if (result.status != AppendStatus::ok) return roll_back(result.reason);
  recorded_to(last_seq, result.position);
  write();
}

void Room::recorded_to(std::uint32_t seq, Position position) {
  position_ = std::move(position);
  durable_seq_ = seq;
  deliver(seq);
  while (!waiting_.empty() && waiting_.front().seq <= durable_seq_) {
    Release release = std::move(waiting_.front());
    waiting_.pop_front();
    release.go(true);
  }
}

/// Back to what is on disk; whoever waits for more hears that it was not recorded.
void Room::roll_back(const std::string& reason) {
  world_.log("session " + session_ + ": not recorded, going back to seq " + std::to_string(durable_seq_) + ": " +
             reason);
  is_troubled_ = true;
  try {
    read_back();
    read_old_marks();
  } catch (const UnreadableRow& fault) {
    world_.log("session " + session_ + ": " + fault.what());
  } catch (const JournalError& error) {
    world_.log("session " + session_ + ": " + error.what());
    world_.after(limits::kRecoverMs, [weak = weak_from_this(), reason] {
      if (const auto room = weak.lock()) room->roll_back(reason);
    });
    return;
  }
  durable_seq_ = seq_;
  to_write_.clear();
  untold_.clear();
  base_texts_.clear();
  group_texts_.clear();
  std::deque<Release> waiting = std::move(waiting_);
  waiting_.clear();
  for (Release& release : waiting) release.go(release.seq <= durable_seq_);
  go_on();
  correct_presence();
}

/// Perhaps written: nobody hears anything until the journal has been read back.
void Room::recover(std::vector<Row> batch) {
  is_troubled_ = true;
  try {
    Position position = world_.journal.position(session_);
    const std::vector<Row> rows = world_.journal.read(session_, durable_seq_ + 1);
    const bool is_there = rows.size() == batch.size() && std::equal(rows.begin(), rows.end(), batch.begin());
    if (!is_there) return roll_back("the journal does not hold the last batch");
    is_troubled_ = false;
    recorded_to(batch.back().seq, std::move(position));
    go_on();
    write();
  } catch (const JournalError& error) {
    world_.log("session " + session_ + ": cannot read back yet: " + error.what());
    world_.after(limits::kRecoverMs, [weak = weak_from_this(), batch = std::move(batch)] {
      if (const auto room = weak.lock()) room->recover(batch);
    });
  }
}

void Room::go_on() {
  is_troubled_ = false;
  std::deque<std::function<void()>> deferred = std::move(deferred_);
  deferred_.clear();
  for (auto& each : deferred) each();
  write_soon();
  next_due_ms_ = 0;
  look_at_due();
}

}  // namespace roundtable::server
