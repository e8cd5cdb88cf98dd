#include "core/random_agenda.hpp"

namespace roundtable::test {

std::optional<Command> RandomAgenda::bending_command() {
  if (state.before_rehearsal.has_value() && random.one_in(15)) return EndRehearsal{};
  if (state.session.status == SessionStatus::prepared && random.one_in(15)) return StartRehearsal{};
  if (!random.one_in(16)) return std::nullopt;
  switch (random.below(9)) {
    case 0:
      return AddPhase{text("phasetitle"), random.any<PhaseKind>(7), static_cast<std::int64_t>(random.below(2'000)),
                      some_place()};
    case 1:
      return DropPhase{some_phase_of_plan()};
    case 2:
    case 3:
      return MovePhase{some_phase_of_plan(), some_place()};
    case 4:
    case 5:
      return ShowTakeaway{random.one_in(4) ? std::nullopt : std::optional(some_item())};
    case 6:
      return late_start();
    case 7:
      return random.one_in(2) ? Command{StartRehearsal{}} : Command{EndRehearsal{}};
    default:
      return ShowAnnouncement{
          random.one_in(3) || !state.announcement ? std::nullopt : std::optional(state.announcement->announcement)};
  }
}

NextPhase RandomAgenda::late_start() {
  NextPhase next{state.agenda.current};
  next.phases = {{some_phase_of_plan(), static_cast<std::int64_t>(random.below(2'000))}};
  return next;
}

}  // namespace roundtable::test
