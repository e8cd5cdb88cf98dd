// Polls and temperature checks: prepared, opened, voted in, closed and published by separate acts. Who voted what is
// known to nobody but the voter: ballots stand under an alias that is another in each poll, what was chosen is erased
// ten seconds after the close, and results name no group of few.
//
// Nobody votes for somebody else: not staff for a person without a device either. For the room there is the show of
// hands, typed in by staff, told apart from the ballots and in no breakdown.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/alias.hpp"
#include "core/plan.hpp"
#include "core/polls_results.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

struct EventData;

/// On the wire an index, indexes (best first), {index: dots} or texts. In the journal all of it is one erasable part.
struct PollChoice {
  std::vector<std::uint32_t> picks;
  std::map<std::uint32_t, std::uint32_t> dots;
  std::vector<std::string> texts;
  bool empty() const { return picks.empty() && dots.empty() && texts.empty(); }
  friend bool operator==(const PollChoice&, const PollChoice&) = default;
};

struct Ballot {
  PollChoice choice;
  Groups groups;
  static constexpr auto fields() {
    return field_list(field<&Ballot::choice>("choice"), field<&Ballot::groups>("groups"));
  }
  friend bool operator==(const Ballot&, const Ballot&) = default;
};

struct Poll {
  PollKind kind = PollKind::temperature;
  Words title;
  std::vector<Words> choices;  // none: the default scale of a temperature check, or words
  std::uint32_t dots = 0;      // a person has to give
  bool is_live = false;        // staff and displays see counts while it is open
  PollStatus status = PollStatus::draft;
  bool is_final = false;   // the close cannot be taken back any more; only then staff get breakdowns
  bool is_sealed = false;  // the ballots are gone
  bool is_published = false;
  InstantMs opened_at_ms = 0;
  InstantMs closed_at_ms = 0;
  std::vector<std::uint32_t> hands;  // shown in the room, by choice; empty: not counted
  std::optional<PollResults> results;
  std::map<Alias, Ballot> ballots;  // server only, until the poll is sealed
  /// Server only and not of the record: `unite_ballots` makes it anew. A merged entry's alias, and its head's.
  std::map<Alias, Alias> same_voter;
  static constexpr auto fields() {
    using T = Poll;
    return field_list(field<&T::kind>("kind"), field<&T::title>("title"), field<&T::choices>("choices"),
                      field<&T::dots>("dots"), field<&T::is_live>("live"), field<&T::status>("status"),
                      field<&T::is_final>("final"), field<&T::is_sealed>("sealed"),
                      field<&T::is_published>("published"), field<&T::opened_at_ms>("opened_at_ms"),
                      field<&T::closed_at_ms>("closed_at_ms"), field<&T::hands>("hands"), field<&T::results>("results"),
                      field<&T::ballots>("ballots"));
  }
  friend bool operator==(const Poll&, const Poll&) = default;
};

struct Polls {
  std::map<PollId, Poll> list;
  static constexpr auto fields() { return field_list(field<&Polls::list>("list")); }
  friend bool operator==(const Polls&, const Polls&) = default;
};

/// Steps of the default scale: agree, can live with it, cannot live with it.
inline constexpr std::size_t default_scale_steps = 3;
/// How many choices a ballot can name; 0 for words.
std::size_t choice_count(const Poll& poll);
/// The ballot that counts for whoever votes under `alias`: the own one, else that of an entry merged into theirs.
const Ballot* ballot_of(const Poll& poll, const Alias& alias);
/// Makes a draft of each planned poll.
void plan_polls(State& state, const std::vector<PlannedPoll>& planned);
/// A poll that is open, or closed but not sealed: somebody's ballot is at stake.
bool is_any_poll_under_way(const State& state);

/// In polls that are not sealed, a merged entry's ballot counts for its head; where both voted, the head's alone. Who
/// votes under which alias is known to the room alone and stands in no event, as with votes for questions.
void unite_ballots(State& state, const std::function<Alias(PersonId, PollId)>& alias_of);

/// When a poll has to be closed because its session is, or sealed, if ever; and what happens then.
std::optional<InstantMs> polls_due(const State& state);
std::vector<EventData> polls_that_are_due(const State& state, InstantMs at_ms);

// Commands.
struct CreatePoll {
  static constexpr std::string_view name = "poll.create";
  PollKind kind = PollKind::temperature;
  Words title;
  std::vector<Words> choices;
  std::optional<std::int64_t> dots;
  bool is_live = false;
  static constexpr auto fields() {
    using T = CreatePoll;
    return field_list(field<&T::kind>("kind"), field<&T::title>("title"), field<&T::choices>("choices"),
                      field<&T::dots>("dots"), field<&T::is_live>("live"));
  }
  friend bool operator==(const CreatePoll&, const CreatePoll&) = default;
};

/// Of a poll that has not been opened; all of it anew.
struct EditPoll {
  static constexpr std::string_view name = "poll.edit";
  PollId poll;
  PollKind kind = PollKind::temperature;
  Words title;
  std::vector<Words> choices;
  std::optional<std::int64_t> dots;
  bool is_live = false;
  static constexpr auto fields() {
    using T = EditPoll;
    return field_list(field<&T::poll>("poll"), field<&T::kind>("kind"), field<&T::title>("title"),
                      field<&T::choices>("choices"), field<&T::dots>("dots"), field<&T::is_live>("live"));
  }
  friend bool operator==(const EditPoll&, const EditPoll&) = default;
};

struct DropPoll {
  static constexpr std::string_view name = "poll.drop";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&DropPoll::poll>("poll")); }
  friend bool operator==(const DropPoll&, const DropPoll&) = default;
};

struct OpenPoll {
  static constexpr std::string_view name = "poll.open";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&OpenPoll::poll>("poll")); }
  friend bool operator==(const OpenPoll&, const OpenPoll&) = default;
};

/// Until the close one may vote again; the last ballot counts.
struct VotePoll {
  static constexpr std::string_view name = "poll.vote";
  PollId poll;
  PollChoice choice;
  std::optional<PersonId> for_person;  // always refused: an act for somebody must not become one's own
  static constexpr auto fields() {
    return field_list(field<&VotePoll::poll>("poll"), field<&VotePoll::choice>("choice"),
                      field<&VotePoll::for_person>("for"));
  }
  friend bool operator==(const VotePoll&, const VotePoll&) = default;
};

struct UnvotePoll {
  static constexpr std::string_view name = "poll.unvote";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&UnvotePoll::poll>("poll")); }
  friend bool operator==(const UnvotePoll&, const UnvotePoll&) = default;
};

struct ClosePoll {
  static constexpr std::string_view name = "poll.close";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&ClosePoll::poll>("poll")); }
  friend bool operator==(const ClosePoll&, const ClosePoll&) = default;
};

struct PublishPoll {
  static constexpr std::string_view name = "poll.publish";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&PublishPoll::poll>("poll")); }
  friend bool operator==(const PublishPoll&, const PublishPoll&) = default;
};

struct UnpublishPoll {
  static constexpr std::string_view name = "poll.unpublish";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&UnpublishPoll::poll>("poll")); }
  friend bool operator==(const UnpublishPoll&, const UnpublishPoll&) = default;
};

struct ShowPoll {
  static constexpr std::string_view name = "poll.show";
  std::optional<PollId> poll;  // absent or null: take it down
  static constexpr auto fields() { return field_list(field<&ShowPoll::poll>("poll")); }
  friend bool operator==(const ShowPoll&, const ShowPoll&) = default;
};

struct CountHandsOfPoll {
  static constexpr std::string_view name = "poll.count_hands";
  PollId poll;
  std::vector<std::uint32_t> counts;  // by choice; none: take them back
  static constexpr auto fields() {
    return field_list(field<&CountHandsOfPoll::poll>("poll"), field<&CountHandsOfPoll::counts>("counts"));
  }
  friend bool operator==(const CountHandsOfPoll&, const CountHandsOfPoll&) = default;
};

/// Which of the words may stand on screens, by their places in the results; all others may not.
struct PassWords {
  static constexpr std::string_view name = "poll.pass_words";
  PollId poll;
  std::vector<std::uint32_t> answers;
  static constexpr auto fields() {
    return field_list(field<&PassWords::poll>("poll"), field<&PassWords::answers>("answers"));
  }
  friend bool operator==(const PassWords&, const PassWords&) = default;
};

// The rules. `decide` may refuse and changes nothing. The events stand in polls_events.hpp.
Decision decide(const State& state, const CreatePoll& command, const Stamp& stamp);
Decision decide(const State& state, const EditPoll& command, const Stamp& stamp);
Decision decide(const State& state, const DropPoll& command, const Stamp& stamp);
Decision decide(const State& state, const OpenPoll& command, const Stamp& stamp);
Decision decide(const State& state, const VotePoll& command, const Stamp& stamp);
Decision decide(const State& state, const UnvotePoll& command, const Stamp& stamp);
Decision decide(const State& state, const ClosePoll& command, const Stamp& stamp);
Decision decide(const State& state, const PublishPoll& command, const Stamp& stamp);
Decision decide(const State& state, const UnpublishPoll& command, const Stamp& stamp);
Decision decide(const State& state, const ShowPoll& command, const Stamp& stamp);
Decision decide(const State& state, const CountHandsOfPoll& command, const Stamp& stamp);
Decision decide(const State& state, const PassWords& command, const Stamp& stamp);

}  // namespace roundtable::core
