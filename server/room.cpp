#include "server/room.hpp"

#include <algorithm>

#include "core/group_rooms.hpp"
#include "core/text.hpp"
#include "server/journal_hash.hpp"
#include "server/room_limits.hpp"
#include "server/rows.hpp"
#include "wire/codec.hpp"

namespace roundtable::server {

using namespace core;

namespace {

/// Acts by which nobody may be told: their mark stands under an alias that only this command has.
bool is_anonymous_act(const Command& command) {
  if (const auto* ask = get_if<AskQuestion>(&command)) return ask->is_anonymous;
  if (const auto* edit = get_if<EditQuestion>(&command)) return edit->secret.has_value();
  if (const auto* withdraw = get_if<WithdrawQuestion>(&command)) return withdraw->secret.has_value();
  return false;
}

bool is_vote(const Command& command) {
  return holds<VoteQuestion>(command) || holds<UnvoteQuestion>(command) || holds<VoteGroupQuestion>(command) ||
         holds<UnvoteGroupQuestion>(command);
}

/// The poll in which the command votes; none for other commands.
PollId poll_of_ballot(const Command& command) {
  if (const auto* vote = get_if<VotePoll>(&command)) return vote->poll;
  if (const auto* unvote = get_if<UnvotePoll>(&command)) return unvote->poll;
  return {};
}
PollId poll_of_ballot(const CommandFrame& frame) {
  const bool is_ballot = frame.type == VotePoll::name || frame.type == UnvotePoll::name;
  if (!is_ballot || !frame.data.is_object()) return {};
  const auto poll = frame.data.find("poll");
  if (poll == frame.data.end() || !poll->is_number_integer()) return {};
  return PollId{static_cast<std::uint32_t>(poll->get<std::int64_t>())};
}

/// From here on the secret's hash stands in its place: the core and the journal never hold a secret.
void hash_secret(Command& command) {
  if (auto* edit = get_if<EditQuestion>(&command); edit != nullptr && edit->secret) {
    edit->secret = hex(sha256(*edit->secret));
  }
  if (auto* withdraw = get_if<WithdrawQuestion>(&command); withdraw != nullptr && withdraw->secret) {
    withdraw->secret = hex(sha256(*withdraw->secret));
  }
}

std::string person_mark(PersonId person, std::string_view id) {
  return std::to_string(person.value) + "/" + std::string(id);
}
std::string vote_mark(const Alias& alias, std::string_view id) {
  return alias + "/" + std::string(id);
}
std::string anonymous_mark(const Key& key, PersonId person, std::string_view id) {
  return alias(key, person.value, "command:" + std::string(id));
}

}  // namespace

Room::Room(RoomWorld& world, std::string session, Key key)
    : world_(world), session_(std::move(session)), key_(key), epoch_(world.journal.epoch(session_)) {}

std::int64_t Room::now_ms() {
  return std::max(world_.clock(), last_at_ms_);
}

void Room::create(const std::string& code, const SessionFile& file, std::function<void(bool)> done) {
  const std::int64_t at_ms = now_ms();
  const auto record = [&](EventData data) {
    Event event;
    event.seq = ++seq_;
    event.at_ms = at_ms;
    event.data = std::move(data);
    apply(state_, event);
    to_write_.push_back({row_of(event, world_.random)});
  };
  std::uint32_t id = 0;
  for (const PlannedPerson& person : file.people) {
    record(PersonListed{PersonId{++id}, person.profile, person.roles});
    if (person.extra_time_percent > 0) record(ExtraTimeSet{PersonId{id}, person.extra_time_percent});
  }
  record(SessionCreated{session_, code, file.plan});
  last_at_ms_ = at_ms;
  ring_.start_at(seq_);
  release_at(seq_, std::move(done));
  write_soon();
}

std::optional<Refusal> Room::perform(const Command& command, const Stamp& stamp, const std::string& mark) {
  std::vector<Row> rows;
  std::vector<PersonId> expected;  // let in, but perhaps gone since they asked
  const auto refusal = core::perform(state_, command, stamp, seq_, [&](const Event& event) {
    rows.push_back(row_of(event, world_.random));
    untold_.push_back(make_forms(event, state_));
    note_poll(event, rows.back());
    note_moves(untold_.back());
    if (const auto* voted = get_if<QuestionVoted>(&event.data)) votes_changed(voted->question);
    if (const auto* unvoted = get_if<QuestionUnvoted>(&event.data)) votes_changed(unvoted->question);
    if (const auto* merged = get_if<QuestionMerged>(&event.data)) votes_changed(merged->into);
    if (const auto* unmerged = get_if<QuestionUnmerged>(&event.data)) {
      for (const auto& [id, question] : state_.questions.list) votes_changed(id);
      votes_changed(unmerged->question);
    }
    note_merge(event);
    if (const auto* one = get_if<PersonMerged>(&event.data)) start_anew(event, one->person, one->into);
    if (const auto* parted = get_if<PersonUnmerged>(&event.data)) start_anew(event, parted->person, parted->into);
    if (name_of(event.data).starts_with("person.")) presence_changed();
    if (holds<RehearsalEnded>(event.data)) rehearsal_ended(event.seq);
    if (const auto* admitted = get_if<PersonAdmitted>(&event.data)) expected.push_back(admitted->person);
    if (const auto* removed = get_if<PersonRemoved>(&event.data)) {
      const PersonId person = removed->person;
      release_at(event.seq, [this, person](bool recorded) {
        if (recorded) close_removed(person);
      });
    }
  });
  if (refusal) return refusal;
  seq_ = rows.back().seq;
  last_at_ms_ = stamp.at_ms;
  if (!mark.empty()) {
    rows.back().mark = mark;
    marks_[mark] = seq_;
  }
  to_write_.push_back(std::move(rows));
  for (PersonId person : expected) expect_line(person);
  write_soon();
  look_at_due();
  return std::nullopt;
}

std::optional<Refusal> Room::perform_as_room(const Command& command) {
  if (is_troubled_) return Refusal{RefusalCode::not_recorded, "the journal is being read back"};
  Stamp stamp;
  stamp.at_ms = now_ms();
  stamp.actor.is_room = true;
  return perform(command, stamp, {});
}

Stamp Room::stamp_for(const Subscriber& subscriber) {
  Stamp stamp;
  stamp.at_ms = now_ms();
  stamp.actor.person = subscriber.viewer.person;
  stamp.actor.roles = subscriber.viewer.roles;
  stamp.vote_alias = subscriber.viewer.vote_alias;
  stamp.poll_alias = subscriber.viewer.poll_alias;
  stamp.lifts_limits = world_.command_rate == 0;
  return stamp;
}

void Room::join(const JoinRequest& request, std::function<void(JoinAnswer)> done) {
  if (is_troubled_) {
    deferred_.push_back([this, request, done = std::move(done)] { join(request, done); });
    return;
  }
  Join command;
  command.person = request.person;
  command.roles = request.roles;
  command.profile = request.profile;
  command.keeps_profile = request.keeps_profile;
  if (!request.request.empty()) command.request_key = request_key(key_, request.request);
  JoinAnswer answer;
  answer.door = door_of(state_, command);
  answer.refusal = pass_the_door(request, command, answer);
  if (!answer.refusal && answer.participant) {
    answer.roles = state_.roster.people.at(answer.participant).roles;
    expect_line(answer.participant);
  }
  release_at(seq_, [answer, done = std::move(done)](bool recorded) {
    if (recorded) return done(answer);
    done({Refusal{RefusalCode::not_recorded, "the journal could not record it: try again"}, Door::open, {}, {}});
  });
}

/// Who may come in becomes, or is, a participant; who needs approval is put on the list of those who wait.
std::optional<Refusal> Room::pass_the_door(const JoinRequest& request, const Join& command, JoinAnswer& answer) {
  if (answer.door == Door::joined) {
    answer.participant = head_of_person(state_, state_.roster.requests.at(command.request_key));
  }
  if (answer.door == Door::knock) {
    const auto refusal = perform_as_room(AskToJoin{command.profile, command.request_key});
    if (!refusal) answer.door = Door::waits;
    return refusal;
  }
  if (answer.door != Door::open) return std::nullopt;
  const auto refusal = perform_as_room(command);
  const bool is_here = refusal && refusal->code == RefusalCode::already && request.person;
  if (refusal && !is_here) return refusal;
  answer.participant = request.person.value_or(PersonId{state_.counters.person});
  return std::nullopt;
}

void Room::caption(const Caption& line, std::function<void(std::optional<Refusal>)> done) {
  if (is_troubled_) {
    if (deferred_.size() >= limits::kDeferredCommands) {
      return done(Refusal{RefusalCode::not_recorded, "the journal is being read back"});
    }
    deferred_.push_back([this, line, done = std::move(done)] { caption(line, done); });
    return;
  }
  std::optional<Refusal> refusal;
  if (is_too_fast(captions_bucket_, now_ms())) {
    refusal = Refusal{RefusalCode::too_fast, "at most " + std::to_string(world_.command_rate) + " lines a second"};
  } else {
    refusal = perform_as_room(line);
  }
  release_at(seq_, [refusal, done = std::move(done)](bool recorded) {
    if (recorded) return done(refusal);
    done(Refusal{RefusalCode::not_recorded, "the journal could not record it: try again"});
  });
}

void Room::when_durable(std::function<void(bool)> done) {
  release_at(seq_, std::move(done));
}

void Room::command(Subscriber* subscriber, const CommandFrame& frame) {
  if (!is_troubled_ && knows_old_marks()) return decide_now(subscriber, frame);
  if (deferred_.size() >= limits::kDeferredCommands) {
    return subscriber->peer->close(close_code::kTryAgainLater, "the journal is being read back");
  }
  deferred_.push_back([this, subscriber, keep = subscribers_.at(subscriber), frame] {
    if (subscribers_.contains(subscriber)) command(subscriber, frame);
  });
}

/// What only some commands ask for.
void Room::complete(Stamp& stamp, const Command& command) {
  if (holds<TakeGroupRole>(command)) {
    for (const auto& [person, since_ms] : away_since_ms_) stamp.away.push_back(person);
  }
  if (holds<PlanBreakouts>(command)) {
    while (stamp.secret.size() < secret_letters * core::limits::breakout_groups) {
      stamp.secret += draw_session_id(world_.random);
    }
  }
}

void Room::decide_now(Subscriber* subscriber, const CommandFrame& frame) {
  if (waits_for_search(subscriber, frame)) return;
  if (const auto seq = seq_of_repeat(*subscriber, frame)) {
    return answer(subscriber, ack_frame(frame.id, *seq), *seq, frame.id, true);
  }
  Command command;
  std::optional<Refusal> refusal = try_command(*subscriber, frame, command);
  if (const PollId poll = poll_of_ballot(command)) note_voter(*subscriber, poll);
  if (!refusal && search_groups(subscriber, frame, command)) return;
  if (!refusal) {
    Stamp stamp = stamp_for(*subscriber);
    complete(stamp, command);
    refusal = perform(command, stamp, mark_of(*subscriber, command, frame.id));
  }
  if (refusal) return answer(subscriber, nack_frame(frame.id, *refusal), seq_, frame.id, false);
  answer(subscriber, ack_frame(frame.id, seq_), seq_, frame.id, true);
}

/// Everything that is wrong with a command before the rules are asked.
std::optional<Refusal> Room::try_command(Subscriber& subscriber, const CommandFrame& frame, Command& command) {
  const std::int64_t at_ms = now_ms();
  if (frame.id.empty() || character_count(frame.id) > limits::kCommandIdCharacters) {
    return Refusal{RefusalCode::bad_data, "id: 1 to 64 characters"};
  }
  if (is_too_fast(buckets_[subscriber.viewer.person], at_ms)) {
    return Refusal{RefusalCode::too_fast, "at most " + std::to_string(world_.command_rate) + " commands a second"};
  }
  if (frame.until_ms && *frame.until_ms < at_ms) return Refusal{RefusalCode::late, "the moment is over"};
  wire::ReadCommand read = wire::read_command(frame.type, frame.data);
  if (!read.is_known) return Refusal{RefusalCode::unknown_command, "no such command"};
  if (!read.command) return Refusal{RefusalCode::bad_data, read.fault};
  command = std::move(*read.command);
  hash_secret(command);
  const auto* ask = get_if<AskQuestion>(&command);
  if (ask != nullptr && ask->is_anonymous && is_too_many_anonymous(subscriber.viewer.person, at_ms)) {
    return Refusal{RefusalCode::limit, "at most 20 anonymous questions in ten minutes"};
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Room::seq_of_repeat(const Subscriber& subscriber, const CommandFrame& frame) const {
  const view::Viewer& viewer = subscriber.viewer;
  const std::string& id = frame.id;
  const PollId poll = poll_of_ballot(frame);
  if (!viewer.person || character_count(id) > limits::kCommandIdCharacters) return std::nullopt;
  const auto seq_of = [&](PersonId person, const Alias& vote_alias) -> std::optional<std::uint32_t> {
    for (const std::string& mark : {person_mark(person, id), vote_mark(vote_alias, id)}) {
      if (const auto found = marks_.find(mark); found != marks_.end()) return found->second;
    }
    if (poll) {
      const auto ballot = marks_.find(vote_mark(poll_alias(person, poll), id));
      if (ballot != marks_.end()) return ballot->second;
    }
    const auto found = marks_.find(anonymous_mark(key_, person, id));
    return found == marks_.end() ? std::nullopt : std::optional(found->second);
  };
  const auto seq = seq_of(viewer.person, viewer.vote_alias);
  if (seq || subscriber.entry == viewer.person) return seq;
  // What an entry sent before it was merged stands under its own name.
  return seq_of(subscriber.entry, alias(key_, subscriber.entry.value, "question votes"));
}

std::string Room::mark_of(const Subscriber& subscriber, const Command& command, const std::string& id) const {
  const view::Viewer& viewer = subscriber.viewer;
  if (is_vote(command)) return vote_mark(viewer.vote_alias, id);
  if (const PollId poll = poll_of_ballot(command)) return vote_mark(poll_alias(viewer.person, poll), id);
  if (is_anonymous_act(command)) return anonymous_mark(key_, viewer.person, id);
  return person_mark(viewer.person, id);
}

bool Room::is_too_fast(Bucket& bucket, std::int64_t now_ms) const {
  if (world_.command_rate == 0) return false;
  const auto most = static_cast<double>(world_.command_rate);
  const double gained = static_cast<double>(now_ms - bucket.at_ms) / 1000.0 * most;
  bucket.tokens = bucket.is_new ? most : std::min(most, bucket.tokens + gained);
  bucket.is_new = false;
  bucket.at_ms = now_ms;
  if (bucket.tokens < 1.0) return true;
  bucket.tokens -= 1.0;
  return false;
}

bool Room::is_too_many_anonymous(PersonId person, std::int64_t now_ms) {
  if (world_.command_rate == 0) return false;
  auto& [since_ms, count] = anonymous_[person];
  if (now_ms - since_ms > limits::kAnonymousWindowMs) {
    since_ms = now_ms;
    count = 0;
  }
  return ++count > limits::kAnonymousQuestions;
}

/// Answers keep their order on a connection and wait until what they rest on is on disk. An ack follows the frame that
/// brings its sender to its seq.
void Room::answer(Subscriber* subscriber, Frame frame, std::uint32_t seq, const std::string& id, bool is_ack) {
  const auto keep = subscribers_.at(subscriber);  // so that its address is not another's meanwhile
  release_at(std::max(seq, is_ack ? seq : seq_),
             [this, keep, subscriber, frame = std::move(frame), seq, id, is_ack](bool recorded) {
               if (!subscribers_.contains(subscriber)) return;
               if (!recorded) {
                 subscriber->peer->send(nack_frame(id, {RefusalCode::not_recorded, "the journal could not record it"}));
                 return;
               }
               if (is_ack && told_seq(*subscriber) < seq) {
                 subscriber->peer->send(events_frame(durable_seq_, {}));
                 subscriber->told_seq = durable_seq_;
               }
               subscriber->peer->send(frame);
             });
}

void Room::look_at_due() {
  const auto due = core::due(state_);
  if (!due || *due == next_due_ms_) return;
  next_due_ms_ = *due;
  world_.after(std::max<std::int64_t>(0, *due - now_ms()), [weak = weak_from_this(), due_ms = *due] {
    const auto room = weak.lock();
    if (!room) return;
    if (room->next_due_ms_ == due_ms) room->next_due_ms_ = 0;
    if (room->is_troubled_) return;  // go_on() looks again
    room->perform_as_room(Clock{});
    room->look_at_due();
  });
}

}  // namespace roundtable::server
