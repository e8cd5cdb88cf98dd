// What the facts about polls change. Who is not staff holds polls from their opening on, and results once published.
#include <algorithm>

#include "core/polls_events.hpp"
#include "core/state.hpp"

namespace roundtable::core {

namespace {

template <class Change>
void change(State& state, PollId id, Change&& change_it) {
  const auto found = state.polls.list.find(id);
  if (found != state.polls.list.end()) change_it(found->second);
}

template <class Fact>
void describe(Poll& poll, const Fact& fact) {
  poll.kind = fact.kind;
  poll.title = fact.title;
  poll.choices = fact.choices;
  poll.dots = fact.dots;
  poll.is_live = fact.is_live;
}

}  // namespace

void apply(State& state, const PollCreated& event, const Moment&) {
  describe(state.polls.list[event.poll], event);
  if (state.scope == Scope::whole) state.counters.poll = event.poll.value;
}

void apply(State& state, const PollEdited& event, const Moment&) {
  change(state, event.poll, [&](Poll& poll) { describe(poll, event); });
}

void apply(State& state, const PollDropped& event, const Moment&) {
  state.polls.list.erase(event.poll);
}

void apply(State& state, const PollOpened& event, const Moment& moment) {
  change(state, event.poll, [&](Poll& poll) {
    poll.status = PollStatus::open;
    poll.opened_at_ms = moment.at_ms;
  });
}

void apply(State& state, const PollVoted& event, const Moment&) {
  if (state.scope != Scope::whole) {
    state.mine.ballots.insert_or_assign(event.poll, event.choice);
    return;
  }
  change(state, event.poll, [&](Poll& poll) {
    poll.ballots.insert_or_assign(event.alias, Ballot{event.choice, event.groups});
  });
}

void apply(State& state, const PollUnvoted& event, const Moment&) {
  if (state.scope != Scope::whole) {
    state.mine.ballots.erase(event.poll);
    return;
  }
  change(state, event.poll, [&](Poll& poll) { poll.ballots.erase(event.alias); });
}

void apply(State& state, const PollClosed& event, const Moment& moment) {
  change(state, event.poll, [&](Poll& poll) {
    poll.status = PollStatus::closed;
    poll.closed_at_ms = moment.at_ms;
    poll.results = event.results;
  });
}

void apply(State& state, const PollReopened& event, const Moment&) {
  change(state, event.poll, [&](Poll& poll) {
    poll.status = PollStatus::open;
    poll.closed_at_ms = 0;
    poll.results.reset();
  });
}

void apply(State& state, const PollSealed& event, const Moment&) {
  state.mine.ballots.erase(event.poll);
  change(state, event.poll, [&](Poll& poll) {
    poll.is_final = poll.is_sealed = true;
    poll.ballots.clear();
    poll.same_voter.clear();
  });
}

void apply(State& state, const PollPublished& event, const Moment&) {
  change(state, event.poll, [&](Poll& poll) { poll.is_final = poll.is_published = true; });
}

void apply(State& state, const PollUnpublished& event, const Moment&) {
  change(state, event.poll, [&](Poll& poll) {
    poll.is_published = false;
    if (state.scope != Scope::everyone) return;
    poll.results.reset();
    poll.hands.clear();
  });
}

void apply(State& state, const PollShown& event, const Moment&) {
  clear_screen(state);
  state.display.poll = event.poll.id;
}

void apply(State& state, const PollHandsCounted& event, const Moment&) {
  change(state, event.poll, [&](Poll& poll) { poll.hands = event.counts; });
}

void apply(State& state, const PollWordsPassed& event, const Moment&) {
  if (state.scope == Scope::everyone) return;  // the form reveals what is passed now
  change(state, event.poll, [&](Poll& poll) {
    if (!poll.results) return;
    for (PollAnswer& answer : poll.results->answers) answer.is_passed = false;
    for (std::uint32_t place : event.answers) {
      if (place < poll.results->answers.size()) poll.results->answers[place].is_passed = true;
    }
  });
}

}  // namespace roundtable::core
