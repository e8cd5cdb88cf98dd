// Breakout groups are searched off the room's thread. The plan waits for them, and so does whatever its sender says
// next; the room goes on for everybody else.
#include <span>

#include "core/breakout_problem.hpp"
#include "core/permissions.hpp"
#include "server/room.hpp"
#include "server/room_limits.hpp"

namespace roundtable::server {

using namespace core;

/// One plan on its way: what was asked, and what was found.
struct Room::Search {
  CommandFrame frame;
  PlanBreakouts plan;
  BreakoutMode mode = BreakoutMode::balanced;
  std::size_t groups = 0;
  GroupingTask task;
  Grouping found;

  void run() {
    const std::uint64_t seed = plan.seed.value_or(0);
    found = mode == BreakoutMode::random ? random_groups(task.problem, seed)
                                         : solve(task.problem, seed, limits::kSearchSteps);
  }
};

namespace {

/// Wishes that stay broken after the search, though none of them clashes by itself.
std::string broken_wishes(const GroupingTask& task, const Grouping& found) {
  std::string text;
  for (const BrokenRule& broken : found.broken) {
    if (broken.rule == GroupRule::facilitator || broken.rule == GroupRule::reporter) continue;
    text += (text.empty() ? "" : "; ") + std::string(name_of(broken.rule));
    for (std::int32_t person : {broken.person, broken.other}) {
      if (person >= 0) text += ", person " + std::to_string(task.people[static_cast<std::size_t>(person)].value);
    }
    if (broken.group >= 0) text += ", group " + std::to_string(broken.group + 1);
  }
  return text;
}

std::uint32_t draw_seed(const RandomSource& random) {
  std::uint32_t seed = 0;
  random(std::as_writable_bytes(std::span(&seed, 1)));
  return seed;
}

/// Without those who left while the search ran.
GroupMembers still_here(const State& state, GroupMembers members) {
  for (auto& group : members) {
    std::erase_if(group, [&](PersonId person) {
      const auto found = state.roster.people.find(person);
      return found == state.roster.people.end() || !found->second.is_present || found->second.is_removed ||
             found->second.merged_into;
    });
  }
  return members;
}

}  // namespace

bool Room::waits_for_search(Subscriber* subscriber, const CommandFrame& frame) {
  const auto behind = behind_search_.find(subscriber);
  if (behind == behind_search_.end()) return false;
  if (behind->second.size() < limits::kBehindSearch) {
    behind->second.push_back(frame);
  } else {
    subscriber->peer->close(close_code::kTryAgainLater, "too much waits behind a plan");
  }
  return true;
}

/// Whether the command waits for groups, or was refused because of them.
bool Room::search_groups(Subscriber* subscriber, const CommandFrame& frame, const Command& command) {
  const auto* plan = get_if<PlanBreakouts>(&command);
  if (plan == nullptr || plan->groups || !who_may(PlanBreakouts::name).any(subscriber->viewer.roles)) return false;
  if (state_.session.status == SessionStatus::closed || are_open(state_.breakouts)) return false;
  PlanOutline outline;
  if (outline_plan(state_, *plan, outline) || !outline.needs_search) return false;
  auto search = std::make_shared<Search>();
  search->frame = frame;
  search->plan = *plan;
  search->mode = outline.settings.mode;
  search->plan.mode = search->mode;
  search->groups = outline.groups.size();
  if (!plan->seed) search->plan.seed = outline.settings.seed != 0 ? outline.settings.seed : draw_seed(world_.random);
  search->task = task_of(state_, outline);
  const std::string clash = clashes_of(search->task);
  if (!clash.empty()) {
    answer(subscriber, nack_frame(frame.id, {RefusalCode::bad_data, "these cannot all hold: " + clash}), seq_, frame.id,
           false);
    return true;
  }
  behind_search_.try_emplace(subscriber);
  world_.compute([search] { search->run(); },
                 [weak = weak_from_this(), subscriber, search] {
                   if (const auto room = weak.lock()) room->groups_found(subscriber, *search);
                 });
  return true;
}

void Room::groups_found(Subscriber* subscriber, const Search& search) {
  const auto behind = behind_search_.find(subscriber);
  if (behind == behind_search_.end()) return;  // gone; whoever comes back sends the plan again
  if (is_troubled_) {
    deferred_.push_back([this, subscriber, search] { groups_found(subscriber, search); });
    return;
  }
  const std::deque<CommandFrame> frames = std::move(behind->second);
  behind_search_.erase(behind);
  PlanBreakouts plan = search.plan;
  const std::string broken = broken_wishes(search.task, search.found);
  std::optional<Refusal> refusal;
  if (const auto seq = seq_of_repeat(*subscriber, search.frame)) {
    answer(subscriber, ack_frame(search.frame.id, *seq), *seq, search.frame.id, true);
  } else if (!broken.empty()) {
    refusal = Refusal{RefusalCode::bad_data, "these cannot all hold: " + broken};
  } else {
    std::vector<GroupMembers> rounds;
    for (const Round& round : search.found.rounds) {
      rounds.push_back(still_here(state_, members_of(search.task, round, search.groups)));
    }
    plan.groups = rounds.empty() ? GroupMembers(search.groups) : rounds.front();
    if (!rounds.empty()) plan.later.assign(rounds.begin() + 1, rounds.end());
    const Command command = std::move(plan);
    Stamp stamp = stamp_for(*subscriber);
    complete(stamp, command);
    refusal = perform(command, stamp, mark_of(*subscriber, command, search.frame.id));
    if (!refusal) answer(subscriber, ack_frame(search.frame.id, seq_), seq_, search.frame.id, true);
  }
  if (refusal) answer(subscriber, nack_frame(search.frame.id, *refusal), seq_, search.frame.id, false);
  for (const CommandFrame& each : frames) {
    if (subscribers_.contains(subscriber)) decide_now(subscriber, each);
  }
}

/// How far back lines of whoever came into another group may not resume.
void Room::note_moves(const Forms& forms) {
  if (forms.groups == nullptr) return;
  if (forms.groups->regroups_all) all_moved_at_seq_ = forms.seq;
  for (const auto& [person, group] : forms.groups->now_in) moved_at_seq_[person] = forms.seq;
}

}  // namespace roundtable::server
