// What a page paints at a moment: a pure function of what the viewer holds and the room's time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/gauges.hpp"
#include "view/model.hpp"

namespace roundtable::view {

/// What a viewer holds: its state and the last gauges.
struct Held {
  State state;
  Gauges gauges;
};

Model view(const Held& held, InstantMs now_ms);
/// What `view` says to whoever is not staff: a program that asks only here carries nothing of the desks.
Model everyones_view(const Held& held, InstantMs now_ms);

AgendaModel agenda_model(const State& state, InstantMs now_ms);
FloorModel floor_model(const State& state, InstantMs now_ms);
QuestionsModel questions_model(const Held& held);
std::vector<PollModel> polls_model(const Held& held);
TakeawaysModel takeaways_model(const State& state);
std::vector<StaffMessageModel> staff_line_model(const State& state);
std::vector<SentCueModel> cues_model(const State& state, InstantMs now_ms);
std::optional<OwnCueModel> own_cue_model(const State& state, InstantMs now_ms);
std::optional<ChairModel> chair_model(const State& state);
std::vector<JottingModel> jottings_model(const State& state);
std::vector<NarrativeModel> narratives_model(const State& state);
std::optional<FinalReportModel> final_report_model(const State& state);

/// Visible questions that read like `text`, best first, at most limits::similar_questions.
std::vector<SimilarModel> similar_questions(const State& state, std::string_view text);

/// The name as this state knows it; empty where it does not.
std::string name_of_person(const State& state, PersonId person);

/// As what everyone sees a person whose name is not on screens.
std::optional<GuestModel> guest_of(const State& state, PersonId person);

/// For `affiliation?: string` and the like: absent when empty.
inline std::optional<std::string> text_if_any(const Words& words) {
  return words.empty() ? std::nullopt : std::optional<std::string>(words.text);
}

}  // namespace roundtable::view
