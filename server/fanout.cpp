#include "server/fanout.hpp"

#include <algorithm>
#include <utility>

#include "server/connection.hpp"
#include "server/limits.hpp"
#include "server/socket_line.hpp"
#include "server/socket_loop.hpp"

namespace roundtable::server {

AudiencePart::~AudiencePart() {
  for (const Member& member : members_) member.line->part = nullptr;
}

void AudiencePart::join(SocketLine& line) {
  if (!line.is_open()) return;
  if (line.part != nullptr) line.part->let_go(line);
  if (!line.is_open()) return;  // it was too far behind for what waited there
  line.part = this;
  line.place_in_part = static_cast<std::uint32_t>(members_.size());
  members_.push_back({&line, end()});
}

void AudiencePart::let_go(SocketLine& line) {
  catch_up(line);
  if (line.part == this) leave(line);
}

void AudiencePart::leave(SocketLine& line) {
  std::size_t hole = line.place_in_part;
  const auto move = [this](std::size_t from, std::size_t to) {
    if (from == to) return;  // it may stand elsewhere already
    members_[to] = members_[from];
    members_[to].line->place_in_part = static_cast<std::uint32_t>(to);
  };
  if (hole < reached_) {  // nobody may get from the unreached to the reached, and be left out of the round
    move(--reached_, hole);
    hole = reached_;
  }
  move(members_.size() - 1, hole);
  members_.pop_back();
  line.part = nullptr;
  if (members_.empty()) finish_round();
}

void AudiencePart::tell(Frame frame, const std::vector<SocketLine*>& except) {
  for (SocketLine* line : except) {
    if (line->part == this) catch_up(*line);
  }
  if (members_.empty()) return;
  frames_.push_back(std::move(frame));
  for (const SocketLine* line : except) {
    if (line->part == this) members_[line->place_in_part].next = end();
  }
  loop_.deliver_soon(*this);
}

void AudiencePart::catch_up(SocketLine& line) {
  const std::uint64_t from = std::exchange(members_[line.place_in_part].next, end());
  for (std::uint64_t at = from; line.part == this && at < end(); ++at) line.queue(frames_[at - first_]);
}

std::size_t AudiencePart::deliver(std::size_t most) {
  std::size_t written = 0;
  if (reached_ == 0) round_end_ = end();
  while (reached_ < members_.size() && written < most) {
    Member& member = members_[reached_++];
    const std::uint64_t from = std::exchange(member.next, end());
    if (from == end()) continue;
    deliver_to(*member.line, from);
    ++written;
  }
  send_gathered();
  if (reached_ >= members_.size()) finish_round();
  return written;
}

void AudiencePart::deliver_to(SocketLine& line, std::uint64_t from) {
  const std::uint64_t to = end();  // as what is told meanwhile belongs to the next round
  for (; from < to && line.part == this; from += limits::kFramesPerWrite) {
    const std::uint64_t until = std::min<std::uint64_t>(to, from + limits::kFramesPerWrite);
    if (batch_from_ != from || batch_to_ != until) {
      send_gathered();
      if (line.part != this) return;  // it was among those, and ended
      make_batch(from, until);
    }
    deliver_at_once(line);
  }
}

void AudiencePart::deliver_at_once(SocketLine& line) {
  SendRing* const ring = loop_.ring();
  if (ring == nullptr || !line.takes_at_once()) return line.take(batch_);
  gathered_.push_back(&line);
  ring->add(line.socket(), batch_.pieces);
  if (ring->is_full()) send_gathered();
}

/// Each of them is a member until it hears how it went, so that the frames of the batch stay.
void AudiencePart::send_gathered() {
  if (gathered_.empty()) return;
  const std::span<const ssize_t> taken = loop_.ring()->leave();
  for (std::size_t at = 0; at < taken.size(); ++at) gathered_[at]->took(batch_, taken[at]);
  gathered_.clear();
}

void AudiencePart::make_batch(std::uint64_t from, std::uint64_t to) {
  batch_from_ = from;
  batch_to_ = to;
  batch_.frames = std::span(frames_).subspan(from - first_, to - from);
  batch_.bytes = 0;
  pieces_.clear();
  for (const Frame& frame : batch_.frames) {
    const std::string_view bytes = frame->wire();
    pieces_.push_back({const_cast<char*>(bytes.data()), bytes.size()});  // only read
    batch_.bytes += bytes.size();
  }
  batch_.pieces = pieces_;
}

void AudiencePart::finish_round() {
  if (members_.empty()) round_end_ = end();
  frames_.erase(frames_.begin(), frames_.begin() + static_cast<std::ptrdiff_t>(round_end_ - first_));
  first_ = round_end_;
  reached_ = 0;
  batch_from_ = batch_to_ = 0;
}

void Audience::add(Peer& peer) {
  const Seat seat = peer.seat();
  if (seat.loop == nullptr) return direct_.push_back(&peer);
  auto found = std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) { return part.loop == seat.loop; });
  if (found == parts_.end()) {
    found = parts_.insert(found, {seat.loop, std::make_shared<AudiencePart>(*seat.loop), 0});
  }
  ++found->members;
  seat.loop->tell(JoinPart{found->part, seat.line});
}

void Audience::remove(Peer& peer) {
  const Seat seat = peer.seat();
  if (seat.loop == nullptr) {
    std::erase(direct_, &peer);
    return;
  }
  const auto found =
      std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) { return part.loop == seat.loop; });
  if (found == parts_.end()) return;
  seat.loop->tell(LeavePart{found->part, seat.line});
  if (--found->members == 0) parts_.erase(found);
}

void Audience::send(const Frame& frame, const std::vector<Peer*>& except) {
  ++sent_;
  for (Peer* peer : direct_) {
    if (std::find(except.begin(), except.end(), peer) == except.end()) peer->send(frame);
  }
  for (const Part& part : parts_) {
    std::vector<SocketLine*> lines;
    for (Peer* peer : except) {
      const Seat seat = peer->seat();
      if (seat.loop == part.loop) lines.push_back(seat.line);
    }
    part.loop->tell(TellPart{part.part, frame, std::move(lines)});
  }
}

}  // namespace roundtable::server
