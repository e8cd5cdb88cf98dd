#include "core/random_staff.hpp"

namespace roundtable::test {

Words RandomStaff::text(std::string_view what) {
  if (random.one_in(25)) return Words(random.one_in(2) ? "  " : "bell\a");
  return marked(what);
}

std::optional<PersonId> RandomStaff::of_the_note(const Command& command) {
  std::optional<JotId> wanted;
  if (const auto* edit = get_if<EditJotting>(&command)) wanted = edit->jot;
  if (const auto* remove = get_if<RemoveJotting>(&command)) wanted = remove->jot;
  if (const auto* link = get_if<LinkTakeaway>(&command)) wanted = link->evidence.jot;
  const auto found = state.jottings.find(wanted.value_or(JotId{}));
  return found == state.jottings.end() ? std::nullopt : std::optional(found->second.by);
}

Command RandomStaff::staff_command() {
  switch (random.below(8)) {
    case 0:
    case 1:
      return SayToStaff{text("staffline"), random.one_in(3) ? std::optional(random.any<Role>(9)) : std::nullopt};
    case 2:
    case 3:
      return SendCue{some_person(), random.any<CueKind>(5)};
    case 4:
    case 5:
      return AnswerSignal{random.any<SignalKind>(4), random.any<SignalAnswer>(2)};
    case 6:
      if (state.final_report) return ReopenReport{};
      return TakeChair{};
    default:
      if (random.one_in(3)) return state.final_report ? Command{ReopenReport{}} : Command{FinishReport{}};
      return SendSignal{random.any<SignalKind>(4)};
  }
}

Command RandomStaff::jotting_command() {
  if (state.jottings.size() < 2 || random.one_in(3)) return AddJotting{text("jotting")};
  const JotId jot = known(state.jottings);
  if (random.one_in(3)) return RemoveJotting{jot};
  if (random.one_in(3) && !state.takeaways.items.empty()) {
    Evidence made;
    made.jot = jot;
    return LinkTakeaway{some_item(), made};
  }
  const auto found = state.jottings.find(jot);
  const std::uint32_t revision = found == state.jottings.end() ? 1 : found->second.revision;
  return EditJotting{jot, revision - (random.one_in(6) ? 1U : 0U), text("jotting")};
}

}  // namespace roundtable::test
