#include <algorithm>
#include <set>

#include "core/fit.hpp"
#include "core/limits.hpp"
#include "wire/session_file_parts.hpp"

namespace roundtable::wire {

namespace {

namespace limits = core::limits;
using core::minute_ms;

std::optional<core::PlannedSpeaker> read_speaker(const Spot& entry, const PeopleByName& people) {
  if (!is_object(entry, "a speaker with name and minutes")) return std::nullopt;
  const auto minutes = read_whole(entry["minutes"], {"the time of the speaker in minutes", 0, longest_phase_minutes});
  const Spot name = entry["name"];
  const auto text =
      read_text(name, {"the name of one of the people", limits::name_characters, TextKind::name, Need::required});
  if (!text) return std::nullopt;
  const auto found = people.find(folded(*text));
  if (found == people.end()) {
    name.fault(shown(*text) + " is none of the people; give a name that stands in /people");
    return std::nullopt;
  }
  core::PlannedSpeaker speaker;
  speaker.person = found->second;
  speaker.planned_ms = minutes.value_or(0) * minute_ms;
  return speaker;
}

std::vector<core::PlannedSpeaker> read_speakers(const Spot& spot, const PeopleByName& people,
                                                std::optional<std::int64_t> phase_minutes) {
  std::vector<core::PlannedSpeaker> speakers;
  std::set<core::PersonId> seen;
  core::DurationMs sum_ms = 0;
  for (const Spot& entry : read_list(spot, {"the speakers", limits::speakers_a_phase, 0, Need::optional})) {
    const auto speaker = read_speaker(entry, people);
    if (!speaker) continue;
    if (!seen.insert(speaker->person).second) {
      entry["name"].fault("this person speaks twice in the phase; give one entry with the minutes of both");
    }
    sum_ms += speaker->planned_ms;
    speakers.push_back(*speaker);
  }
  if (phase_minutes && sum_ms > *phase_minutes * minute_ms) {
    spot.fault("the speakers' minutes add up to " + std::to_string(sum_ms / minute_ms) + ", the phase has " +
               std::to_string(*phase_minutes) + "; shorten them or lengthen the phase");
  }
  return speakers;
}

/// Nothing where the phase's minutes are faulty.
std::optional<std::int64_t> read_lengths(const Spot& entry, core::PlannedPhase& phase) {
  const auto minutes =
      read_whole(entry["minutes"], {"the length of the phase in minutes", 1, longest_phase_minutes, Need::required});
  const auto least = read_whole(entry["min_minutes"], {"the shortest length of the phase in minutes", 1,
                                                       minutes.value_or(longest_phase_minutes)});
  phase.is_protected = read_flag(entry["protected"], "whether the phase keeps its length", false);
  read_flag(entry["optional"], "whether the phase may be left out", false);
  if (!minutes) return std::nullopt;
  phase.planned_ms = *minutes * minute_ms;
  phase.min_ms = phase.is_protected ? phase.planned_ms : least.value_or((*minutes + 1) / 2) * minute_ms;
  return minutes;
}

std::string sum_of(const std::vector<core::PlannedPhase>& phases) {
  std::string text;
  for (const auto& phase : phases) {
    text += (text.empty() ? "" : " + ") + std::to_string(phase.planned_ms / minute_ms);
  }
  return text;
}

/// A plan longer than the slot is a fault; the answer is the plan that would fit.
std::vector<FittedMinutes> hold_against_slot(const Spot& spot, const std::vector<core::PlannedPhase>& phases,
                                             core::DurationMs slot_ms) {
  std::vector<core::FitPart> parts;
  core::DurationMs planned_ms = 0;
  core::DurationMs least_ms = 0;
  for (const auto& phase : phases) {
    parts.push_back(core::fit_part(phase));
    planned_ms += phase.planned_ms;
    least_ms += parts.back().min_ms;
  }
  if (planned_ms <= slot_ms) return {};
  const std::string planned = std::to_string(planned_ms / minute_ms);
  const std::string slot = std::to_string(slot_ms / minute_ms);
  const std::string least = std::to_string(least_ms / minute_ms);
  const std::string wrong = "the phases take " + planned + " minutes (" + sum_of(phases) + ") and the slot has " + slot;
  const auto lengths = core::fit_plan(parts, slot_ms, minute_ms);
  if (!lengths) {
    spot.fault(wrong + "; even at their shortest they take " + least +
               ": leave phases out, lower their min_minutes, or "
               "set duration_min to " +
               least + " or more");
    return {};
  }
  std::vector<FittedMinutes> fitted(phases.size());
  std::string sum;
  for (std::size_t index = 0; index < phases.size(); ++index) {
    fitted[index].title = phases[index].title;
    fitted[index].minutes = phases[index].planned_ms / minute_ms;
    fitted[index].fitted_minutes = (*lengths)[index] / minute_ms;
    sum += (sum.empty() ? "" : " + ") + std::to_string(fitted[index].fitted_minutes);
  }
  spot.fault(wrong + "; shorten them to " + sum + ", or set duration_min to " + planned);
  return fitted;
}

}  // namespace

ReadPhases read_phases(const Spot& spot, const PeopleByName& people, std::optional<core::DurationMs> slot_ms) {
  ReadPhases read;
  bool has_all_lengths = slot_ms.has_value();
  for (const Spot& entry : read_list(spot, {"the phases", limits::phases, 1, Need::required})) {
    core::PlannedPhase phase;
    std::optional<std::int64_t> minutes;
    if (is_object(entry, "a phase with title, kind and minutes")) {
      phase.title = read_text(entry["title"],
                              {"the title of the phase", limits::title_characters, TextKind::line, Need::required})
                        .value_or("");
      phase.kind = read_name<core::PhaseKind>(entry["kind"], "the kind of the phase", Need::required)
                       .value_or(core::PhaseKind::discussion);
      minutes = read_lengths(entry, phase);
      phase.floor =
          read_name<core::FloorMode>(entry["floor"], "the floor of the phase").value_or(core::FloorMode::open);
      phase.speakers = read_speakers(entry["speakers"], people, minutes);
    }
    has_all_lengths = has_all_lengths && minutes.has_value();
    read.phases.push_back(std::move(phase));
  }
  if (has_all_lengths) read.fitted = hold_against_slot(spot, read.phases, *slot_ms);
  return read;
}

}  // namespace roundtable::wire
