#include "core/final_report.hpp"

#include "core/command.hpp"
#include "core/result.hpp"

namespace roundtable::core {

std::optional<Refusal> refusal_of_a_final_report(const State& state, std::string_view command) {
  const bool is_of_the_desk = (command.starts_with("takeaway.") && command != ShowTakeaway::name) ||
                              command.starts_with("jot.") || command.starts_with("narrative.");
  if (!state.final_report || !is_of_the_desk) return std::nullopt;
  return Refusal{RefusalCode::wrong_state, "the report is final: reopen it first"};
}

Decision decide(const State& state, const FinishReport&, const Stamp& stamp) {
  if (state.final_report) return {RefusalCode::already, "the report is final"};
  return EventData{ReportFinished{stamp.actor.person}};
}

Decision decide(const State& state, const ReopenReport&, const Stamp& stamp) {
  if (!state.final_report) return {RefusalCode::already, "the report is open"};
  return EventData{ReportReopened{stamp.actor.person}};
}

void apply(State& state, const ReportFinished& event, const Moment& moment) {
  state.final_report = FinalReport{moment.at_ms, event.by};
}

void apply(State& state, const ReportReopened&, const Moment&) {
  state.final_report.reset();
}

}  // namespace roundtable::core
