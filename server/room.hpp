// A room is one session as it happens: it stamps commands, decides them against the newest state, has their events
// recorded, and only then tells anybody. All calls on the loop's thread.
#pragma once

#include <compare>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/decide.hpp"
#include "server/clock.hpp"
#include "server/connection.hpp"
#include "server/device_codes.hpp"
#include "server/fanout.hpp"
#include "server/forms.hpp"
#include "server/frames.hpp"
#include "server/identity.hpp"
#include "server/journal.hpp"
#include "server/room_limits.hpp"
#include "view/gauges.hpp"
#include "wire/json.hpp"

namespace roundtable::server {

/// What a room needs of the world; tests hand in their own time, randomness and journal.
struct RoomWorld {
  Journal& journal;
  RoomClock clock;
  RandomSource random;
  std::function<void(std::function<void()>)> post;                          // soon, on the loop
  std::function<void(std::int64_t delay_ms, std::function<void()>)> after;  // later, on the loop
  std::function<void(std::string_view line)> log;
  Key server_key{};
  std::uint32_t command_rate = 20;  // a second and person; 0: no limit
  /// `work` off the loop's thread, then `done` on it; by default both at once.
  std::function<void(std::function<void()> work, std::function<void()> done)> compute =
      [](const std::function<void()>& work, const std::function<void()>& done) {
        work();
        done();
      };
  /// Names the program: key states of another one are not read. Empty: none are kept or read.
  std::string build = {};
  std::uint32_t key_state_events = limits::kKeyStateEvents;  // from one key state to the next
};

/// A `cmd` frame.
struct CommandFrame {
  std::string id;
  std::string type;
  wire::Json data;
  std::optional<std::int64_t> until_ms;
};

struct ResumePoint {
  std::uint32_t epoch = 0;
  std::uint32_t seq = 0;
};

struct JoinRequest {
  std::optional<core::PersonId> person;  // an own link
  core::Roles roles{core::Role::attendee};
  core::Profile profile;
  bool keeps_profile = false;
  std::string request;  // the client's random text, may be empty
};
struct JoinAnswer {
  std::optional<core::Refusal> refusal;
  core::Door door = core::Door::open;  // others than open and joined: nobody joined
  core::PersonId participant;
  core::Roles roles;
};

/// Viewers who mostly get the same: everyone of one breakout group or of none, staff, or displays.
struct AudienceKey {
  core::Scope base = core::Scope::everyone;
  bool is_display = false;
  core::GroupId group;
  auto operator<=>(const AudienceKey&) const = default;
};
struct RoomAudience {
  AudienceKey key;
  Audience listeners;
  std::uint32_t told_seq = 0;
};

/// One socket that said hello.
struct Subscriber {
  std::shared_ptr<Peer> peer;
  view::Viewer viewer;
  core::PersonId entry;  // that the token names; merged, it acts as the viewer's person
  bool is_display = false;
  bool is_welcomed = false;
  std::uint32_t told_seq = 0;  // holds everything to here, if its audience was not told more since
  RoomAudience* audience = nullptr;
  std::uint64_t audience_sent = 0;  // how often it had been told something before this one listened
};

class Room : public std::enable_shared_from_this<Room> {
 public:
  Room(RoomWorld& world, std::string session, Key key);

  /// Makes the session out of a checked file; `done(false)` when it could not be recorded.
  void create(const std::string& code, const core::SessionFile& file, std::function<void(bool)> done);
  /// Reads the session back. Empty: fine. Otherwise why it stays closed.
  std::string restore();

  const core::State& state() const { return state_; }
  const std::string& session() const { return session_; }
  const Key& key() const { return key_; }
  std::uint32_t epoch() const { return epoch_; }
  std::int64_t now_ms();

  void join(const JoinRequest& request, std::function<void(JoinAnswer)> done);
  /// A line of captions; `done` when it is on disk.
  void caption(const core::Caption& line, std::function<void(std::optional<core::Refusal>)> done);
  /// Closes one link with all that came by it, and opens its next; `done` when it is on disk. The lines of `stays` come
  /// back: who has the new token is in.
  void renew(const core::RenewLink& link, std::function<void(std::optional<core::Refusal>)> done,
             core::PersonId stays = {});
  DeviceCodes& device_codes() { return device_codes_; }
  const DeviceCodes& device_codes() const { return device_codes_; }
  /// Calls back when everything that the state holds now is on disk; false when it could not be recorded.
  void when_durable(std::function<void(bool)> done);

  Subscriber* hello(std::shared_ptr<Peer> peer, const TokenFacts& token, std::optional<ResumePoint> resume);
  void command(Subscriber* subscriber, const CommandFrame& frame);
  void leave(Subscriber* subscriber);

  std::size_t subscriber_count() const { return subscribers_.size(); }
  std::uint32_t durable_seq() const { return durable_seq_; }

 private:
  struct Release {
    std::uint32_t seq = 0;
    std::function<void(bool recorded)> go;
  };
  struct Bucket {
    double tokens = 0;
    std::int64_t at_ms = 0;
    bool is_new = true;
  };

  // room.cpp: deciding
  std::optional<core::Refusal> perform(const core::Command& command, const core::Stamp& stamp, const std::string& mark);
  std::optional<core::Refusal> perform_as_room(const core::Command& command);
  std::optional<core::Refusal> pass_the_door(const JoinRequest& request, const core::Join& command, JoinAnswer& answer);
  core::Stamp stamp_for(const Subscriber& subscriber);
  void decide_now(Subscriber* subscriber, const CommandFrame& frame);
  std::optional<core::Refusal> try_command(Subscriber& subscriber, const CommandFrame& frame, core::Command& command);
  std::optional<std::uint32_t> seq_of_repeat(const Subscriber& subscriber, const CommandFrame& frame) const;
  std::string mark_of(const Subscriber& subscriber, const core::Command& command, const std::string& id) const;
  bool is_too_fast(Bucket& bucket, std::int64_t now_ms) const;
  bool is_too_many_anonymous(core::PersonId person, std::int64_t now_ms);
  void answer(Subscriber* subscriber, Frame frame, std::uint32_t seq, const std::string& id, bool is_ack);
  void look_at_due();
  void complete(core::Stamp& stamp, const core::Command& command);

  // room_grouping.cpp: breakout groups are searched off the room's thread
  struct Search;
  bool waits_for_search(Subscriber* subscriber, const CommandFrame& frame);
  bool search_groups(Subscriber* subscriber, const CommandFrame& frame, const core::Command& command);
  bool outline(const core::PlanBreakouts& plan, Search& search) const;
  bool outline_rebalance(Search& search) const;
  core::Command command_of(const Search& search) const;
  void groups_found(Subscriber* subscriber, const Search& search);
  void note_moves(const Forms& forms);

  // room_record.cpp: durable before told
  void release_at(std::uint32_t seq, std::function<void(bool)> go);
  void write_soon();
  void write();
  void written(const AppendResult& result, std::uint32_t last_seq);
  void recorded_to(std::uint32_t seq, Position position);
  void roll_back(const std::string& reason);
  void recover(std::vector<Row> batch);
  void replay(const std::vector<Row>& rows);
  std::vector<Row> read_back();
  void go_on();

  // room_key_states.cpp: a start need not read everything
  void keep_state_if_due();
  std::string key_state_text() const;
  /// A key state, or the empty state, and the rows behind it.
  struct Past {
    core::State state;
    std::uint32_t seq = 0;
    std::int64_t last_at_ms = 0;
    std::map<core::PollId, std::vector<PartRef>> ballots_to_erase;
    std::vector<core::PersonId> merged;
    std::uint32_t kept_seq = 0;
    std::vector<Row> rows;
  };
  Past read_past();
  std::optional<Past> past_of(const KeyState& kept) const;
  void erase_words(std::vector<PartRef> parts, std::function<void(const AppendResult&)> done);
  void read_old_marks();
  bool knows_old_marks();

  // room_lines.cpp: who listens
  void deliver(std::uint32_t to_seq);
  void listen(Subscriber& subscriber);
  void stop_listening(Subscriber& subscriber);
  /// What of a batch is about single viewers, who are told all of it in a frame of their own.
  using AddressedForms = std::map<Subscriber*, std::vector<const Forms*>>;
  void tell_audience(RoomAudience& audience, const Frame& frame, std::uint32_t seq, const AddressedForms& except);
  static std::uint32_t told_seq(const Subscriber& subscriber);
  void deliver_own(Subscriber& subscriber, const std::vector<const Forms*>& batch, std::uint32_t to_seq);
  void welcome(Subscriber* subscriber, const TokenFacts& token);
  void resume(Subscriber* subscriber, const TokenFacts& token, std::uint32_t seq);
  void catch_up(Subscriber& subscriber, std::uint32_t from_seq, std::uint32_t to_seq);
  std::string welcome_text(const Subscriber& subscriber, const TokenFacts& token, std::uint32_t seq,
                           std::string_view rest);
  const std::string& base_text(core::Scope base);
  std::string_view group_text(const Subscriber& subscriber);
  void arrived(const Subscriber& subscriber);
  void expect_line(core::PersonId person);
  void correct_presence();
  void sweep_presence();
  void close_removed(core::PersonId person);
  void note_merge(const core::Event& event);
  void start_anew(const core::Event& event, core::PersonId person, core::PersonId into);
  void close_all_of(const core::RenewLink& link, core::PersonId stays);
  bool may_resume(const Subscriber& subscriber, const ResumePoint& point) const;

  // room_polls.cpp: who voted what is the voter's alone, and after the close nobody's
  core::Alias poll_alias(core::PersonId person, core::PollId poll) const;
  core::PollAliases poll_aliases(core::PersonId person) const;
  void note_voter(const Subscriber& subscriber, core::PollId poll);
  core::PersonId voter_of(const view::Addressees& meant) const;
  void note_poll(const core::Event& event, const Row& row);
  void note_ballot(const core::Event& event, const Row& row);
  void votes_changed(core::PollId poll);
  void erase_ballots(core::PollId poll);

  // room_rehearsal.cpp: nothing of a rehearsal is left
  void rehearsal_ended(std::uint32_t seq);
  void erase_rehearsals(const std::vector<Row>& rows);

  // room_tally.cpp: gauges
  void votes_changed(core::QuestionId question);
  void presence_changed();
  void displays_changed();
  std::uint32_t display_count() const;
  void tally_staff();
  void tally_staff_soon();
  void tally_phones();
  void send_tally(bool to_phones, const view::Gauges& gauges);
  view::Gauges all_gauges(const Subscriber& subscriber) const;

  RoomWorld& world_;
  std::string session_;
  Key key_;
  std::uint32_t epoch_ = 0;

  core::State state_;      // the newest: some of it may not be on disk yet
  std::uint32_t seq_ = 0;  // of `state_`
  std::int64_t last_at_ms_ = 0;
  std::unordered_map<std::string, std::uint32_t> marks_;  // accepted commands: the seq of their ack
  std::int64_t next_due_ms_ = 0;
  std::uint32_t old_marks_to_seq_ = 0;  // to it `marks_` still lacks what the journal has
  bool are_old_marks_awaited_ = false;

  std::uint32_t kept_seq_ = 0;          // of the newest key state
  std::size_t erasures_in_flight_ = 0;  // no key state while words wait for their erasure
  bool is_erasure_owed_ = false;        // what failed is done by the next start

  std::uint32_t durable_seq_ = 0;
  Position position_;
  std::deque<std::vector<Row>> to_write_;  // a command's rows stay together
  bool is_writing_ = false;
  bool is_write_scheduled_ = false;
  bool is_troubled_ = false;  // the journal has to be read back first
  std::deque<std::function<void()>> deferred_;
  std::deque<Forms> untold_;
  std::deque<Release> waiting_;
  FormsRing ring_;

  std::map<Subscriber*, std::shared_ptr<Subscriber>> subscribers_;  // waiting answers keep theirs alive
  std::map<AudienceKey, RoomAudience> audiences_;
  std::map<core::PersonId, std::vector<Subscriber*>> lines_;
  std::unordered_map<std::string, core::PersonId> voter_;  // alias of those who are connected
  std::map<core::PollId, std::unordered_map<std::string, core::PersonId>> poll_voters_;  // until it is sealed
  std::map<core::PollId, std::vector<PartRef>> ballots_to_erase_;
  std::map<core::PersonId, std::int64_t> away_since_ms_;
  std::map<core::PersonId, std::uint32_t> merged_at_seq_;  // up to it nobody's line resumes
  std::map<core::PersonId, std::uint32_t> moved_at_seq_;   // into another breakout group, or out of one
  std::uint32_t all_moved_at_seq_ = 0;
  std::map<Subscriber*, std::deque<CommandFrame>> behind_search_;  // what came meanwhile, in its order
  DeviceCodes device_codes_;
  bool is_sweeping_ = false;
  std::map<core::Scope, std::pair<std::uint32_t, std::string>> base_texts_;     // a snapshot's base, once a seq
  std::map<core::GroupId, std::pair<std::uint32_t, std::string>> group_texts_;  // and the part of each group
  std::map<core::PersonId, Bucket> buckets_;
  Bucket captions_bucket_;
  std::map<core::PersonId, std::pair<std::int64_t, std::uint32_t>> anonymous_;

  std::set<core::QuestionId> staff_votes_;
  std::set<core::QuestionId> phone_votes_;
  std::set<core::PollId> staff_polls_;
  bool is_presence_changed_ = false;
  bool are_displays_changed_ = false;
  bool is_staff_tally_scheduled_ = false;
  bool is_phone_tally_scheduled_ = false;
  std::int64_t phone_gap_ms_ = 0;
  bool is_representative_due_ = false;
  bool is_representative_scheduled_ = false;
  std::int64_t represented_at_ms_ = 0;
};

}  // namespace roundtable::server
