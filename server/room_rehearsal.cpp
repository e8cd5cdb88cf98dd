// The end of a rehearsal: its words leave the journal, its votes leave the screens.
#include "server/room.hpp"

namespace roundtable::server {

using namespace core;

namespace {

/// Names and affiliations go on: people stay through a rehearsal.
bool has_words_to_erase(const Row& row) {
  return !std::string_view(row.type).starts_with("person.");
}

void add_words_of(const Row& row, std::vector<PartRef>& parts) {
  for (std::uint32_t index = 0; index < row.parts.size(); ++index) {
    if (row.parts[index]) parts.push_back({row.seq, index});
  }
}

/// Every word that was said between the start of a rehearsal and its end.
std::vector<PartRef> words_of_rehearsals(const std::vector<Row>& rows) {
  std::vector<PartRef> ended;
  std::vector<PartRef> open;
  bool is_rehearsal = false;
  for (const Row& row : rows) {
    if (row.type == RehearsalStarted::name) {
      is_rehearsal = true;
      open.clear();
    } else if (row.type == RehearsalEnded::name) {
      is_rehearsal = false;
      ended.insert(ended.end(), open.begin(), open.end());
    } else if (is_rehearsal && has_words_to_erase(row)) {
      add_words_of(row, open);
    }
  }
  return ended;
}

}  // namespace

void Room::rehearsal_ended(std::uint32_t seq) {
  is_erasure_owed_ = true;
  for (const auto& [id, question] : state_.questions.list) votes_changed(id);
  is_representative_due_ = true;
  poll_voters_.clear();  // no rehearsal begins while a poll is open
  tally_staff_soon();
  release_at(seq, [this](bool recorded) {
    if (!recorded) return;
    try {
      erase_rehearsals(world_.journal.read(session_, 1));
    } catch (const JournalError& error) {  // the next start does it
      world_.log("session " + session_ + ": the words of the rehearsal stay for now: " + error.what());
    }
  });
}

void Room::erase_rehearsals(const std::vector<Row>& rows) {
  std::vector<PartRef> parts = words_of_rehearsals(rows);
  is_erasure_owed_ = !parts.empty();
  if (parts.empty()) return;
  erase_words(std::move(parts), [this](const AppendResult& result) {
    is_erasure_owed_ = result.status != AppendStatus::ok;
    if (is_erasure_owed_) {
      world_.log("session " + session_ + ": the words of the rehearsal stay for now: " + result.reason);
    }
  });
}

}  // namespace roundtable::server
