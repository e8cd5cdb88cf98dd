#include <algorithm>

#include "core/limits.hpp"
#include "wire/session_file_parts.hpp"

namespace roundtable::wire {

namespace {

namespace limits = core::limits;
using core::PollKind;

std::vector<std::string> read_choices(const Spot& spot, PollKind kind) {
  const bool is_scale = kind == PollKind::temperature;
  if (kind == PollKind::words) {
    const std::vector<Spot> entries = read_list(spot, {"the choices", limits::poll_choices, 0, Need::optional});
    if (!entries.empty()) spot.fault("people write their own words here; leave the choices out");
    return {};
  }
  const std::size_t most = is_scale ? limits::poll_scale_steps : limits::poll_choices;
  const std::size_t least = is_scale ? 0 : 2;
  const std::string_view what = is_scale ? "the steps of the scale, from best to worst," : "the choices";
  const Need need = least > 0 ? Need::required : Need::optional;
  std::vector<std::string> choices = read_lines(
      spot, {what, most, least, need}, {"a choice", limits::poll_choice_characters, TextKind::line, Need::required});
  for (std::size_t index = 0; index < choices.size(); ++index) {
    const auto here = choices.begin() + static_cast<std::ptrdiff_t>(index);
    if (std::find(choices.begin(), here, *here) == here) continue;
    spot.fault("the choice " + shown(*here) + " stands there twice; give each once");
    break;
  }
  if (is_scale && choices.size() == 1) {
    spot.fault("a scale of one step; give 2 to 7 steps from best to worst, or none for the usual three");
  }
  return choices;
}

}  // namespace

std::vector<core::PlannedPoll> read_polls(const Spot& spot) {
  std::vector<core::PlannedPoll> polls;
  for (const Spot& entry : read_list(spot, {"the prepared polls", limits::polls, 0, Need::optional})) {
    if (!is_object(entry, "a poll with kind and title")) continue;
    core::PlannedPoll poll;
    const auto kind = read_name<PollKind>(entry["kind"], "the kind of the poll", Need::required);
    poll.title =
        read_text(entry["title"], {"what the poll asks", limits::poll_title_characters, TextKind::line, Need::required})
            .value_or("");
    poll.is_live = read_flag(entry["live"], "whether counts are shown while people vote", false);
    const auto dots = read_whole(entry["dots"], {"the dots of each person", 1, limits::poll_dots, Need::optional});
    if (kind) {
      poll.kind = *kind;
      poll.choices = read_choices(entry["choices"], *kind);
      if (*kind == PollKind::dots) poll.dots = static_cast<std::uint32_t>(dots.value_or(limits::poll_dots_default));
    }
    polls.push_back(std::move(poll));
  }
  return polls;
}

}  // namespace roundtable::wire
