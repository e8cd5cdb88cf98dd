// What happens to polls.
#pragma once

#include "core/polls.hpp"

namespace roundtable::core {

/// Staff only, like the next two.
struct PollCreated {
  static constexpr std::string_view name = "poll.created";
  static constexpr bool is_of_staff = true;
  PollId poll;
  PollKind kind = PollKind::temperature;
  Words title;
  std::vector<Words> choices;
  std::uint32_t dots = 0;
  bool is_live = false;
  static constexpr auto fields() {
    using T = PollCreated;
    return field_list(field<&T::poll>("poll"), field<&T::kind>("kind"), field<&T::title>("title"),
                      field<&T::choices>("choices"), field<&T::dots>("dots"), field<&T::is_live>("live"));
  }
  friend bool operator==(const PollCreated&, const PollCreated&) = default;
};

struct PollEdited {
  static constexpr std::string_view name = "poll.edited";
  static constexpr bool is_of_staff = true;
  PollId poll;
  PollKind kind = PollKind::temperature;
  Words title;
  std::vector<Words> choices;
  std::uint32_t dots = 0;
  bool is_live = false;
  static constexpr auto fields() {
    using T = PollEdited;
    return field_list(field<&T::poll>("poll"), field<&T::kind>("kind"), field<&T::title>("title"),
                      field<&T::choices>("choices"), field<&T::dots>("dots"), field<&T::is_live>("live"));
  }
  friend bool operator==(const PollEdited&, const PollEdited&) = default;
};

struct PollDropped {
  static constexpr std::string_view name = "poll.dropped";
  static constexpr bool is_of_staff = true;
  PollId poll;
  static constexpr auto fields() { return field_list(field<&PollDropped::poll>("poll")); }
  friend bool operator==(const PollDropped&, const PollDropped&) = default;
};

/// From here on everyone sees the poll.
struct PollOpened {
  static constexpr std::string_view name = "poll.opened";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&PollOpened::poll>("poll")); }
  friend bool operator==(const PollOpened&, const PollOpened&) = default;
};

/// A ballot; to its voter alone, without alias and groups.
struct PollVoted {
  static constexpr std::string_view name = "poll.voted";
  PollId poll;
  Alias alias;
  Groups groups;
  PollChoice choice;
  static constexpr auto fields() {
    using T = PollVoted;
    return field_list(field<&T::poll>("poll"), field<&T::alias>("alias"), field<&T::groups>("groups"),
                      field<&T::choice>("choice"));
  }
  friend bool operator==(const PollVoted&, const PollVoted&) = default;
};

struct PollUnvoted {
  static constexpr std::string_view name = "poll.unvoted";
  PollId poll;
  Alias alias;
  static constexpr auto fields() {
    return field_list(field<&PollUnvoted::poll>("poll"), field<&PollUnvoted::alias>("alias"));
  }
  friend bool operator==(const PollUnvoted&, const PollUnvoted&) = default;
};

/// Staff get the results without breakdowns while the close can be taken back: two closes with a ballot between them
/// would tell whose group it is of. Everyone else gets none before they are published.
struct PollClosed {
  static constexpr std::string_view name = "poll.closed";
  PollId poll;
  std::optional<PollResults> results;
  static constexpr auto fields() {
    return field_list(field<&PollClosed::poll>("poll"), field<&PollClosed::results>("results"));
  }
  friend bool operator==(const PollClosed&, const PollClosed&) = default;
};

/// The close was taken back: votes go on.
struct PollReopened {
  static constexpr std::string_view name = "poll.reopened";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&PollReopened::poll>("poll")); }
  friend bool operator==(const PollReopened&, const PollReopened&) = default;
};

/// Ten seconds after the close: nobody's ballot is known to anything from here on, the own one neither.
struct PollSealed {
  static constexpr std::string_view name = "poll.sealed";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&PollSealed::poll>("poll")); }
  friend bool operator==(const PollSealed&, const PollSealed&) = default;
};

struct PollPublished {
  static constexpr std::string_view name = "poll.published";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&PollPublished::poll>("poll")); }
  friend bool operator==(const PollPublished&, const PollPublished&) = default;
};

struct PollUnpublished {
  static constexpr std::string_view name = "poll.unpublished";
  PollId poll;
  static constexpr auto fields() { return field_list(field<&PollUnpublished::poll>("poll")); }
  friend bool operator==(const PollUnpublished&, const PollUnpublished&) = default;
};

struct PollShown {
  static constexpr std::string_view name = "poll.shown";
  OrNull<PollId> poll;
  static constexpr auto fields() { return field_list(field<&PollShown::poll>("poll")); }
  friend bool operator==(const PollShown&, const PollShown&) = default;
};

/// To everyone once the poll is published.
struct PollHandsCounted {
  static constexpr std::string_view name = "poll.hands_counted";
  PollId poll;
  std::vector<std::uint32_t> counts;
  static constexpr auto fields() {
    return field_list(field<&PollHandsCounted::poll>("poll"), field<&PollHandsCounted::counts>("counts"));
  }
  friend bool operator==(const PollHandsCounted&, const PollHandsCounted&) = default;
};

struct PollWordsPassed {
  static constexpr std::string_view name = "poll.words_passed";
  PollId poll;
  std::vector<std::uint32_t> answers;
  static constexpr auto fields() {
    return field_list(field<&PollWordsPassed::poll>("poll"), field<&PollWordsPassed::answers>("answers"));
  }
  friend bool operator==(const PollWordsPassed&, const PollWordsPassed&) = default;
};

// `apply` never refuses.
void apply(State& state, const PollCreated& event, const Moment& moment);
void apply(State& state, const PollEdited& event, const Moment& moment);
void apply(State& state, const PollDropped& event, const Moment& moment);
void apply(State& state, const PollOpened& event, const Moment& moment);
void apply(State& state, const PollVoted& event, const Moment& moment);
void apply(State& state, const PollUnvoted& event, const Moment& moment);
void apply(State& state, const PollClosed& event, const Moment& moment);
void apply(State& state, const PollReopened& event, const Moment& moment);
void apply(State& state, const PollSealed& event, const Moment& moment);
void apply(State& state, const PollPublished& event, const Moment& moment);
void apply(State& state, const PollUnpublished& event, const Moment& moment);
void apply(State& state, const PollShown& event, const Moment& moment);
void apply(State& state, const PollHandsCounted& event, const Moment& moment);
void apply(State& state, const PollWordsPassed& event, const Moment& moment);

}  // namespace roundtable::core
